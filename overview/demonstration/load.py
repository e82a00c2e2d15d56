"""Builds the whole demonstration in one transaction, dated back from the moment it is loaded."""

from datetime import date, datetime, timedelta

from django.db import transaction

from core.models import Engagement
from overview.demonstration.appraisals import make_appraisals
from overview.demonstration.candidates import Candidate, load_candidates
from overview.demonstration.decisions import EVERY_SCORER, decide, open_scores, shortlist
from overview.demonstration.development import APPOINTEE, make_development
from overview.demonstration.elsas import make_elsas
from overview.demonstration.head import make_heads_appraisal
from overview.demonstration.own_training import make_own_training
from overview.demonstration.people import PASSWORD, Cast, make_cast
from overview.demonstration.policies import make_policies
from overview.demonstration.profiles import (
    make_home_link_worker,
    make_learning_mentor,
    make_school_administrator,
    read_document,
)
from overview.demonstration.staff import link_accounts, make_staff
from overview.demonstration.starters import make_starters
from overview.demonstration.training import make_training
from overview.demonstration.vacancies import (
    close_and_open_scoring,
    first,
    open_next,
    publish,
    receive,
    score,
    still_in,
)
from recruitment.models import Application, JobProfileVersion, Stage
from recruitment.selectors.offers import get_proposed_conditions
from recruitment.services.offers import accept_offer, make_offer, settle_condition
from recruitment.services.recusals import recuse
from recruitment.services.references import receive_reference, request_reference, verify_reference

__all__ = ["PASSWORD", "load_demonstration"]


@transaction.atomic
def load_demonstration(now: datetime) -> Cast:
    """Make the invented trust. The database must be empty of schools."""
    now = last_morning(now)
    cast = make_cast(now - timedelta(days=400))
    mentor = make_learning_mentor(cast, now - timedelta(days=250))
    home_link = make_home_link_worker(cast, now - timedelta(days=40))
    administrator = make_school_administrator(cast, now - timedelta(days=60))
    candidates = load_candidates()
    make_shortlisting(cast, home_link, candidates, now)
    make_interviewing(cast, mentor, candidates[4:15], now)
    make_appointed(cast, mentor, candidates[12:20], now)
    make_task_scored(cast, administrator, load_candidates("administrators.json"), now)
    at_work = make_at_work(cast, mentor, [candidates[20], *candidates[22:]], now)
    make_staff(cast, now)
    make_starters(cast, now)
    link_accounts(cast, now)
    make_appraisals(cast, now)
    make_training(cast, now)
    make_development(cast, at_work, administrator, now)
    make_heads_appraisal(cast, now)
    make_elsas(cast, at_work, now)
    make_policies(cast, now)
    make_own_training(cast, now)
    read_document(cast, "elsa-home-link-worker.pdf", now - timedelta(hours=3))
    return cast


def last_morning(now: datetime) -> datetime:
    """Ten o'clock, today or yesterday: people in the demonstration work by day whenever it is loaded."""
    morning = now.replace(hour=10, minute=0, second=0, microsecond=0)
    return morning if morning <= now else morning - timedelta(days=1)


def make_shortlisting(
    cast: Cast, version: JobProfileVersion, candidates: list[Candidate], now: datetime
) -> None:
    """Twenty-four applications, three scorers half-way through, one of whom is recused from a neighbour."""
    vacancy = publish(
        cast,
        version,
        now,
        opened_days_ago=26,
        closed_days_ago=3,
        title="ELSA and Home Link Worker",
        reference="ML-ELSA-02",
        salary="SP5.2",
        hours="8:30 to 15:30",
        contract_type="fixed_term",
        fixed_term_reason="Funded for one year",
        end_date=(now + timedelta(days=425)).date(),
        summary=(
            "Mill Lane is a two-form primary school near the harbour. You will work with children who find "
            "feelings hard to manage, and with their families, at school and at home."
        ),
    )
    people = receive(cast, vacancy, candidates, now, days_ago=(25, 4))
    stage = close_and_open_scoring(cast, vacancy, now - timedelta(days=2, hours=12))
    begun = now - timedelta(days=2)
    last_id = list(people)[-1]
    recuse(
        stage_id=stage.pk,
        application_id=last_id,
        reason="I know this candidate: she is my neighbour.",
        by=cast.actor("Gwen"),
        now=begun,
    )
    score(cast, stage, "Helen", first(people, 9), begun)
    score(cast, stage, "Gwen", first(people, 12), begun)
    score(cast, stage, "Tom", first(people, 14), begun)
    score(cast, stage, "Tom", dict([list(people.items())[14]]), now - timedelta(hours=2), submit=False)


def make_interviewing(
    cast: Cast, version: JobProfileVersion, candidates: list[Candidate], now: datetime
) -> None:
    """Shortlisted, references under way, two of the interviews scored."""
    vacancy = publish(
        cast,
        version,
        now,
        opened_days_ago=48,
        closed_days_ago=24,
        title="Learning Mentor / ELSA",
        reference="ML-MENTOR-07",
        salary="Grade 3",
        hours="32.5 hours, term time",
        shortlist_size=5,
        statement_per_criterion=False,
        summary="A new post in our pastoral and family support team.",
    )
    people = shortlist(cast, vacancy, candidates, now - timedelta(days=24))
    interview = open_next(cast, vacancy, "interview", now - timedelta(days=18))
    invited = still_in(interview, people)
    follow_references(cast, invited, now - timedelta(days=17), verified=2)
    for scorer in ("Helen", "Tom"):
        score(cast, interview, scorer, first(invited, 2), now - timedelta(hours=20))
    score(cast, interview, "Gwen", first(invited, 1), now - timedelta(hours=20))


def make_appointed(
    cast: Cast, version: JobProfileVersion, candidates: list[Candidate], now: datetime
) -> None:
    """From advert to an accepted offer with half of its conditions met."""
    vacancy = publish(
        cast,
        version,
        now,
        opened_days_ago=95,
        closed_days_ago=75,
        title="Learning Mentor",
        reference="ML-MENTOR-06",
        salary="Grade 3",
        hours="30 hours, term time",
        shortlist_size=3,
        is_anonymous=False,
        statement_per_criterion=False,
        summary="Maternity cover in the pastoral team became a permanent post.",
    )
    people = shortlist(cast, vacancy, candidates, now - timedelta(days=75))
    interview = open_next(cast, vacancy, "interview", now - timedelta(days=69))
    invited = still_in(interview, people)
    follow_references(cast, invited, now - timedelta(days=69), verified=len(invited) * 2)
    for scorer in EVERY_SCORER:
        score(cast, interview, scorer, invited, now - timedelta(days=60))
    decide(cast, interview, now - timedelta(days=59))
    appoint(cast, interview, now - timedelta(days=58))


def make_at_work(
    cast: Cast, version: JobProfileVersion, candidates: list[Candidate], now: datetime
) -> Engagement:
    """Appointed half a year ago without two of the desirables, and at work since: what she learns follows."""
    vacancy = publish(
        cast,
        version,
        now,
        opened_days_ago=228,
        closed_days_ago=208,
        title="Learning Mentor / ELSA",
        reference="ML-MENTOR-05",
        salary="Grade 3",
        hours="32.5 hours, term time",
        shortlist_size=2,
        is_anonymous=False,
        statement_per_criterion=False,
        summary="A new post in our pastoral and family support team.",
    )
    people = shortlist(cast, vacancy, [APPOINTEE, *candidates], now - timedelta(days=208))
    interview = open_next(cast, vacancy, "interview", now - timedelta(days=200))
    invited = still_in(interview, people)
    follow_references(cast, invited, now - timedelta(days=200), verified=len(invited) * 2)
    for scorer in EVERY_SCORER:
        score(cast, interview, scorer, invited, now - timedelta(days=190))
    decide(cast, interview, now - timedelta(days=188))
    appoint(cast, interview, now - timedelta(days=187), met=None)
    return Engagement.objects.get(offer__application__vacancy=vacancy)


def make_task_scored(
    cast: Cast, version: JobProfileVersion, candidates: list[Candidate], now: datetime
) -> None:
    """An office post: those shortlisted have typed a letter and sorted an in-tray; the interviews follow."""
    vacancy = publish(
        cast,
        version,
        now,
        opened_days_ago=32,
        closed_days_ago=12,
        title="School Administrator",
        reference="ML-ADMIN-03",
        salary="Grade 4",
        hours="37 hours, term time and one week",
        shortlist_size=4,
        summary=(
            "The front office of Mill Lane: telephone, door, registers and letters. On the morning of the "
            "interviews there is a task: a letter to type and a full in-tray to sort."
        ),
    )
    people = shortlist(cast, vacancy, candidates, now - timedelta(days=12))
    task = open_next(cast, vacancy, "task", now - timedelta(days=5))
    for scorer in EVERY_SCORER:
        score(cast, task, scorer, still_in(task, people), now - timedelta(days=3))
    open_scores(cast, task, now - timedelta(days=2))


def follow_references(cast: Cast, people: dict[int, Candidate], now: datetime, *, verified: int) -> None:
    """Ask every referee; the first ``verified`` answer and are telephoned."""
    nia = cast.actor("Nia")
    applications = Application.objects.filter(pk__in=people).order_by("pk").prefetch_related("referees")
    asked = [
        referee for one in applications for referee in sorted(one.referees.all(), key=lambda r: r.position)
    ]
    for place, referee in enumerate(asked):
        request_reference(referee_id=referee.pk, requested_date=now.date(), by=nia, now=now)
        if place >= verified:
            continue
        received = now + timedelta(days=4)
        receive_reference(
            referee_id=referee.pk,
            received_date=received.date(),
            note="",
            by=nia,
            now=received,
        )
        verify_reference(
            referee_id=referee.pk,
            verified_date=received.date(),
            answers={},
            verified_how="Telephoned the office and spoke to the referee",
            by=nia,
            now=received,
        )


def next_monday(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def appoint(cast: Cast, interview: Stage, now: datetime, *, met: int | None = 2) -> None:
    """Offer to the one chosen; accepted, and so many of the conditions met, or with None all of them."""
    nia = cast.actor("Nia")
    chosen = Application.objects.get(
        decisions__stage=interview, decisions__outcome="appoint", decisions__is_current=True
    )
    offer = make_offer(
        application_id=chosen.pk,
        start_date=next_monday((now + timedelta(days=70)).date()),
        reply_by_date=(now + timedelta(days=7)).date(),
        salary="Grade 3",
        conditions=get_proposed_conditions(chosen),
        by=nia,
        now=now,
    )
    accepted = now + timedelta(days=2)
    accept_offer(offer_id=offer.pk, note="Accepted by telephone, letter received", by=nia, now=accepted)
    for condition in offer.conditions.order_by("position")[:met]:
        seen = accepted + timedelta(days=12)
        settle_condition(
            condition_id=condition.pk, is_met=True, settled_date=seen.date(), note="", by=nia, now=seen
        )
