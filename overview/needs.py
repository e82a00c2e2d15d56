"""What needs a person today, gathered from every app and put in order of urgency. Reads only."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse

from compliance.domain.reminder_rules import RULES
from compliance.domain.reminders import Basis
from compliance.selectors.due_things import count_past_due
from compliance.selectors.starters import list_starting_soon
from core.domain.permissions import Actor, Permission
from overview.need import Need
from overview.needs_of_development import list_development_needs
from overview.selectors import list_vacancies_under_way
from recruitment.enums import (
    ApplicationStatus,
    ConditionStatus,
    OfferStatus,
    ReadingStatus,
    StageKind,
    StageStatus,
    VacancyStatus,
)
from recruitment.models import (
    Application,
    DocumentReading,
    Offer,
    PanelMember,
    Stage,
    Vacancy,
)

CLOSING_SOON_DAYS = 7
STARTING_SOON_DAYS = 7
TO_DECIDE: Mapping[str, str] = {
    StageKind.APPLICATION: "the shortlist",
    StageKind.TASK: "the task",
    StageKind.INTERVIEW: "whom to appoint",
}


def list_needs(actor: Actor, *, today: date, vacancies: Sequence[Vacancy] | None = None) -> list[Need]:
    """What the actor should do, most pressing first. At most ten queries, whatever there is.

    A page that shows the vacancies under way hands over those of ``list_vacancies_under_way``.
    """
    under_way = list_vacancies_under_way(actor) if vacancies is None else vacancies
    gathered = (
        *days_past(actor, today),
        *starters_held_up(actor, today),
        *stages_waiting(actor),
        *offers_waiting(actor, today),
        *references_to_chase(actor, under_way),
        *vacancies_to_move(actor, under_way, today),
        *readings_to_confirm(actor),
        *list_development_needs(actor, today=today),
    )
    return sorted(gathered, key=lambda need: (need.urgency, need.title, need.href))


def days_past(actor: Actor, today: date) -> Iterator[Need]:
    """Days of the calendar that are past; the calendar says whose."""
    past = count_past_due(actor.schools_with(Permission.VIEW_CHECKS), today=today)
    for rule, number in past.items():
        yield Need(
            0 if RULES[rule].basis == Basis.LAW else 1,
            f"Past its day: {RULES[rule].title}",
            f"{number} {'day is' if number == 1 else 'days are'} past. Do it, then record it.",
            "See the calendar",
            f"{reverse('compliance:calendar')}?rule={rule}",
            "danger" if RULES[rule].basis == Basis.LAW else "warning",
        )


def starters_held_up(actor: Actor, today: date) -> Iterator[Need]:
    """Who arrived without a role, who is to start within a week and may not, and early starts to review.

    Two queries, and one where nobody is about to start.
    """
    for card in list_starting_soon(actor, today=today, days=STARTING_SOON_DAYS):
        name, href = card.engagement.person.full_name, reverse("compliance:starter-detail", args=[card.pk])
        if card.is_arrival:
            role = reverse("compliance:engagement-role", args=[card.pk])
            yield Need(
                1,
                f"Describe the role: {name}",
                f"{card.engagement.job_title}. It decides which checks are needed.",
                "Describe the role",
                role,
                "warning",
            )
        elif card.is_review_soon(today) and card.review_date:
            yield Need(
                1,
                f"Review the early start: {name}",
                f"To be reviewed by {card.review_date:%d/%m/%Y}. {card.sentence}".strip(),
                "Review it",
                href,
                "warning",
            )
        elif card.is_blocked and not card.has_started:
            yield Need(
                0 if card.is_due(today) else 1,
                f"{name} must not start yet",
                f"{card.when}. {card.sentence}",
                "See what is missing",
                href,
                "danger",
            )


def stages_waiting(actor: Actor) -> Iterator[Need]:
    """Stages to score, to open and to decide; one query finds them all."""
    own_seat = PanelMember.objects.filter(stage=OuterRef("pk"), user_id=actor.user_id or 0, left_at=None)
    may_open = Q(vacancy__school_id__in=actor.schools_with(Permission.UNSEAL_SCORES))
    scoring = Q(status=StageStatus.SCORING) & (may_open | Exists(own_seat))
    stages = list(
        Stage.objects.filter(scoring | (Q(status=StageStatus.UNSEALED) & may_decide(actor)))
        .select_related("vacancy__school")
        .annotate(has_own_seat=Exists(own_seat))
        .order_by("pk")
    )
    yield from stages_being_scored(actor, [one for one in stages if one.status == StageStatus.SCORING])
    yield from (stage_to_decide(one) for one in stages if one.status == StageStatus.UNSEALED)


def stages_being_scored(actor: Actor, stages: Sequence[Any]) -> Iterator[Need]:
    """What this person still has to score, and stages whose every sheet is in and can be opened.

    The stages say whether the person has a seat of their own (``has_own_seat``).
    """
    opens_at = actor.schools_with(Permission.UNSEAL_SCORES)
    waiting = count_candidates(stages)
    finished = count_finished_sheets(stages)
    for stage in stages:
        members = finished.get(stage.pk, {})
        is_openers = stage.vacancy.school_id in opens_at and len(members) > 1
        left = waiting.get(stage.pk, 0) - members.get(actor.user_id or 0, 0) if stage.has_own_seat else 0
        if left > 0:
            yield sheets_left(stage, left)
        elif is_openers and waiting.get(stage.pk) and min(members.values()) >= waiting[stage.pk]:
            yield Need(
                1,
                f"Open the scores: {stage.vacancy.title}",
                "Every panel member has finished. The scores can be opened.",
                "Open the scores",
                reverse("recruitment:stage-status", args=[stage.vacancy_id, stage.kind]),
                "info",
            )


def sheets_left(stage: Stage, left: int) -> Need:
    verb = "Shortlist" if stage.kind == StageKind.APPLICATION else f"Score the {stage.kind}"
    return Need(
        0,
        f"{verb}: {stage.vacancy.title}",
        f"{left} candidate{'s' if left != 1 else ''} still to score at {stage.vacancy.school.name}.",
        "Go on scoring",
        reverse("recruitment:sheet-list", args=[stage.pk]),
        "warning",
    )


def count_candidates(stages: Sequence[Stage]) -> dict[int, int]:
    """How many candidates each stage in scoring is about, by the stage's id."""
    per_vacancy = {
        (vacancy_id, status): count
        for vacancy_id, status, count in Application.objects.filter(
            vacancy__in={stage.vacancy_id for stage in stages},
            status__in=[ApplicationStatus.RECEIVED, ApplicationStatus.SHORTLISTED],
        )
        .values("vacancy_id", "status")
        .annotate(count=Count("pk"))
        .values_list("vacancy_id", "status", "count")
    }
    waiting_status = {StageKind.APPLICATION.value: ApplicationStatus.RECEIVED}
    return {
        stage.pk: per_vacancy.get(
            (stage.vacancy_id, waiting_status.get(stage.kind, ApplicationStatus.SHORTLISTED)), 0
        )
        for stage in stages
    }


def count_finished_sheets(stages: Sequence[Stage]) -> dict[int, dict[int, int]]:
    """Sheets each sitting member has submitted or recused, by stage and user; none is 0."""
    finished = Count(
        "sheets",
        filter=Q(sheets__is_current=True)
        & Q(sheets__application__status__in=[ApplicationStatus.RECEIVED, ApplicationStatus.SHORTLISTED]),
    )
    counts: dict[int, dict[int, int]] = defaultdict(dict)
    seats = PanelMember.objects.filter(stage__in=stages, left_at=None).annotate(finished=finished)
    for stage_id, user_id, count in seats.order_by("pk").values_list("stage_id", "user_id", "finished"):
        counts[stage_id][user_id] = count
    return counts


def may_decide(actor: Actor) -> Q:
    """Stages whose opened scores wait for this person to decide."""
    shortlisting = Q(kind__in=[StageKind.APPLICATION, StageKind.TASK]) & Q(
        vacancy__school_id__in=actor.schools_with(Permission.DECIDE_SHORTLIST)
    )
    return shortlisting | Q(
        kind=StageKind.INTERVIEW, vacancy__school_id__in=actor.schools_with(Permission.DECIDE_APPOINTMENT)
    )


def stage_to_decide(stage: Stage) -> Need:
    return Need(
        2,
        f"Decide {TO_DECIDE[stage.kind]}: {stage.vacancy.title}",
        "The scores are open. Settle what is divided, then decide with a reason.",
        "Decide",
        reverse("recruitment:stage-decide", args=[stage.vacancy_id, stage.kind]),
        "info",
    )


def offers_waiting(actor: Actor, today: date) -> Iterator[Need]:
    """Offers without an answer, and accepted ones whose conditions are not all met."""
    offers = (
        Offer.objects.filter(
            status__in=[OfferStatus.MADE, OfferStatus.ACCEPTED],
            application__vacancy__school_id__in=actor.schools_with(Permission.MAKE_OFFERS),
        )
        .select_related("application__person", "application__vacancy")
        .annotate(outstanding=Count("conditions", filter=~Q(conditions__status=ConditionStatus.MET)))
        .filter(Q(status=OfferStatus.MADE) | Q(outstanding__gt=0))
        .order_by("pk")
    )
    for offer in offers:
        name = offer.application.person.full_name
        href = reverse("recruitment:offer-detail", args=[offer.pk])
        if offer.status == OfferStatus.MADE:
            late = bool(offer.reply_by_date and offer.reply_by_date < today)
            by = f", reply wanted by {offer.reply_by_date:%d/%m/%Y}" if offer.reply_by_date else ""
            yield Need(
                1 if late else 3,
                f"Offer to {name}",
                f"Waiting for an answer{by}.",
                "Record the answer",
                href,
                "warning" if late else "waiting",
            )
        else:
            yield Need(
                2,
                f"{name} cannot start yet",
                f"{offer.outstanding} of the offer's conditions still outstanding.",
                "See the conditions",
                href,
                "warning",
            )


def references_to_chase(actor: Actor, vacancies: Iterable[Any]) -> Iterator[Need]:
    """Vacancies with shortlisted candidates whose references are not in."""
    chases_at = actor.schools_with(Permission.RECORD_EVIDENCE)
    for vacancy in vacancies:
        missing = vacancy.references_missing
        if missing and vacancy.school_id in chases_at and vacancy.status != VacancyStatus.DRAFT:
            yield Need(
                3,
                f"References: {vacancy.title}",
                f"{missing} reference{'s' if missing != 1 else ''} of shortlisted candidates not in yet. "
                "They should be in before the interview.",
                "See the candidates",
                reverse("recruitment:application-list", args=[vacancy.pk]),
                "waiting",
            )


def vacancies_to_move(actor: Actor, vacancies: Iterable[Any], today: date) -> Iterator[Need]:
    """Drafts to publish, vacancies about to close, and those past their closing date."""
    moves_at = actor.schools_with(Permission.EDIT_VACANCIES)
    for vacancy in vacancies:
        if vacancy.school_id not in moves_at or vacancy.status == VacancyStatus.CLOSED:
            continue
        href = reverse("recruitment:vacancy-detail", args=[vacancy.pk])
        if vacancy.status == VacancyStatus.DRAFT:
            detail = f"Closing date {vacancy.closes_date:%d/%m/%Y}. Not published yet."
            yield Need(4, f"Draft: {vacancy.title}", detail, "Go on", href)
        elif vacancy.closes_date < today:
            detail = f"The closing date was {vacancy.closes_date:%d/%m/%Y}."
            yield Need(2, f"Close applications: {vacancy.title}", detail, "Close it", href, "warning")
        elif vacancy.closes_date <= today + timedelta(days=CLOSING_SOON_DAYS):
            panel = "" if vacancy.has_panel else " There is no shortlisting panel yet."
            detail = f"Closes on {vacancy.closes_date:%d/%m/%Y}.{panel}"
            yield Need(3, f"Closing soon: {vacancy.title}", detail, "Open", href, "waiting")


def readings_to_confirm(actor: Actor) -> Iterator[Need]:
    """Documents that were read and wait for somebody to confirm what was read."""
    for reading in DocumentReading.objects.filter(
        status=ReadingStatus.OPEN, school_id__in=actor.schools_with(Permission.EDIT_JOB_PROFILES)
    ).order_by("pk"):
        yield Need(
            4,
            f"Confirm what was read: {reading.source_name}",
            f"{len(reading.rows)} criteria were read. Nothing is saved until you confirm them.",
            "Review",
            reverse("recruitment:reading-review", args=[reading.pk]),
        )
