"""Everything the decision record of a vacancy says, gathered once and shaped for print."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from recruitment.models import (
    AgreedScore,
    Decision,
    Offer,
    OfferCondition,
    PanelMember,
    RecruitmentEvent,
    Score,
    Stage,
    Vacancy,
)
from recruitment.selectors.ranking import RankedRow, list_ranked
from recruitment.selectors.stages import are_names_known, with_shortlist_decided

MOST_EVENTS = 400


def get_decision_record(vacancy: Vacancy) -> dict[str, Any]:
    """The facts of the record. Stages whose scores are sealed are named and nothing more.

    Candidates of an anonymous shortlisting stand under their codes until it is decided.
    """
    members = Prefetch("members", PanelMember.objects.select_related("user").order_by("added_at", "pk"))
    stages = (
        with_shortlist_decided(Stage.objects.filter(vacancy=vacancy))
        .select_related("vacancy__school", "agreement", "unsealed_by", "decided_by")
        .prefetch_related(members)
        .order_by("pk")
    )
    return {
        "title": f"Decision record: {vacancy.title}",
        "vacancy": str(vacancy),
        "summary": _summary(vacancy),
        "criteria": [
            {
                "number": row.position,
                "text": row.text,
                "requirement": row.get_requirement_display(),
                "evidence": ", ".join(row.evidence),
                "weight": row.weight,
            }
            for row in vacancy.criteria.order_by("position", "pk")
        ],
        "stages": [_stage(stage) for stage in stages],
        "offers": [_offer(offer) for offer in _offers(vacancy)],
        "events": [_event(event) for event in _events(vacancy)],
    }


def _summary(vacancy: Vacancy) -> list[tuple[str, str]]:
    words = "; ".join(
        f"{points} {label}" for points, label in enumerate(vacancy.scale_labels, start=vacancy.scale_min)
    )
    published = (
        f"{_moment(vacancy.published_at)} by {vacancy.published_by.name}"
        if vacancy.published_by
        else "not yet"
    )
    return [
        ("School", vacancy.school.name),
        ("Vacancy", f"{vacancy.title}, reference {vacancy.reference}"),
        ("Published", published),
        ("Applications", f"{vacancy.opens_date:%d/%m/%Y} to {vacancy.closes_date:%d/%m/%Y}"),
        ("Shortlisting", "Anonymous" if vacancy.is_anonymous else "With names"),
        ("Scale", words),
        (
            "Essentials",
            f"met from {count_points(vacancy.essential_threshold)}, by every scorer or by agreement",
        ),
        ("Seal of the criteria", _in_groups(vacancy.specification_hash) or "not yet published"),
    ]


def count_points(number: int) -> str:
    return "1 point" if number == 1 else f"{number} points"


def _in_groups(digest: str) -> str:
    """A long checksum in groups of eight, so that it can be read aloud and breaks across lines."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def _stage(stage: Stage) -> dict[str, Any]:
    is_open = not stage.is_sealed
    return {
        "title": stage.get_kind_display(),
        "lead": _lead(stage),
        "panel": [_panel_row(member) for member in stage.members.all()],
        "rows": _candidate_rows(stage) if is_open else [],
        "agreed": _agreed_rows(stage) if is_open else [],
    }


def _lead(stage: Stage) -> str:
    parts = [f"{stage.get_status_display()}."]
    if stage.unsealed_by:
        parts.append(f"Scores opened on {_moment(stage.unsealed_at)} by {stage.unsealed_by.name}.")
    if stage.decided_by:
        parts.append(f"Confirmed on {_moment(stage.decided_at)} by {stage.decided_by.name}.")
    if stage.guaranteed_limit:
        interviews = "interview" if stage.guaranteed_limit == 1 else "interviews"
        parts.append(
            f"At most {stage.guaranteed_limit} guaranteed {interviews}: {stage.guaranteed_limit_reason}"
        )
    return " ".join(parts)


def _panel_row(member: PanelMember) -> dict[str, str]:
    training = (
        f"{member.safer_recruitment_date:%d/%m/%Y}" if member.safer_recruitment_date else "not recorded"
    )
    left = f" (left: {member.leaving_reason})" if member.left_at else ""
    return {"name": member.user.name + left, "role": member.get_role_display(), "training": training}


def _candidate_rows(stage: Stage) -> list[dict[str, str]]:
    ranking = list_ranked(stage, names=are_names_known(stage), page_size=None)
    decisions = {
        one.application_id: one
        for one in Decision.objects.filter(stage=stage, is_current=True).select_related("decided_by")
    }
    return [
        _candidate(row, ranking.frame.essentials, decisions.get(row.application_id)) for row in ranking.rows
    ]


def _candidate(row: RankedRow, essentials: int, decision: Decision | None) -> dict[str, str]:
    reason = "–"
    if decision:
        override = (
            f" Although an essential is not met: {decision.override_reason}"
            if decision.override_reason
            else ""
        )
        reason = f"{decision.reason}{override} ({decision.decided_by.name}, {_moment(decision.decided_at)})"
    return {
        "code": row.code,
        "name": row.name or "",
        "essentials": f"{row.essentials_met} of {essentials}",
        "total": f"{row.total_percent}%" if row.total_percent is not None else "–",
        "rank": str(row.rank) if row.rank else "–",
        "outcome": decision.get_outcome_display() if decision else "Not decided",
        "reason": reason,
    }


def _agreed_rows(stage: Stage) -> list[dict[str, str]]:
    agreed = (
        AgreedScore.objects.filter(stage=stage)
        .select_related("application", "criterion", "agreed_by")
        .order_by("application_id", "criterion__position", "pk")
    )
    originals: dict[tuple[int, int], list[str]] = defaultdict(list)
    given = Score.objects.filter(
        sheet__member__stage=stage, sheet__is_current=True, sheet__status="submitted"
    ).order_by("sheet_id", "pk")
    wanted = given.filter(criterion__in={one.criterion_id for one in agreed})
    for application_id, criterion_id, points in wanted.values_list(
        "sheet__application_id", "criterion_id", "points"
    ):
        originals[application_id, criterion_id].append("?" if points is None else str(points))
    return [
        {
            "code": one.application.code,
            "criterion": one.criterion.text,
            "originals": ", ".join(originals[one.application_id, one.criterion_id]),
            "points": str(one.points),
            "reason": f"{one.reason} ({one.agreed_by.name}, {_moment(one.agreed_at)})",
        }
        for one in agreed
    ]


def _offers(vacancy: Vacancy) -> list[Offer]:
    return list(
        Offer.objects.filter(application__vacancy=vacancy)
        .select_related("application__person", "made_by")
        .prefetch_related("conditions__settled_by")
        .order_by("made_at", "pk")
    )


def _offer(offer: Offer) -> dict[str, Any]:
    answered = f", {_moment(offer.answered_at)}" if offer.answered_at else ""
    return {
        "summary": [
            ("Offered to", offer.application.person.full_name),
            ("Offered", f"{_moment(offer.made_at)} by {offer.made_by.name}"),
            ("First day", f"{offer.start_date:%d/%m/%Y}" if offer.start_date else "to be agreed"),
            ("Answer", offer.get_status_display() + answered),
        ],
        "conditions": [
            {
                "text": one.text,
                "status": one.get_status_display(),
                "settled": _settled(one),
            }
            for one in sorted(offer.conditions.all(), key=lambda one: one.position)
        ],
    }


def _settled(condition: OfferCondition) -> str:
    if condition.settled_date is None or condition.settled_by is None:
        return "–"
    return f"{condition.settled_date:%d/%m/%Y} by {condition.settled_by.name}. {condition.note}".strip()


def _events(vacancy: Vacancy) -> list[RecruitmentEvent]:
    events = RecruitmentEvent.objects.filter(vacancy=vacancy).select_related("by", "application", "stage")
    return list(events.order_by("-at", "-pk")[:MOST_EVENTS])


def _event(event: RecruitmentEvent) -> dict[str, str]:
    about = [part for part in (event.application.code if event.application else "", event.reason) if part]
    what = event.get_kind_display() + (f" ({'; '.join(about)})" if about else "")
    return {"at": _moment(event.at), "what": what, "by": event.by.name if event.by else "Candidate, online"}


def _moment(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%d/%m/%Y %H:%M}" if at else ""
