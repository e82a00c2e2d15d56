"""Managers, needs, induction, probation and reviews of job descriptions of people at work."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.services.arrivals import take_over_arrival
from compliance.services.checks import record_check
from compliance.services.engagements import RoleEntry
from compliance.services.starts import confirm_start
from core.domain.dates import last_working_day_on_or_before, next_working_day_on_or_after
from core.domain.school_time import day_of
from core.models import Engagement
from cpd.domain.development import NeedKind, is_elsa_training
from cpd.domain.development_plan import Step
from cpd.domain.induction import PRESETS
from cpd.domain.people_waiting import MANAGED_KINDS
from cpd.enums import ItemOutcome, NeedStatus, ProbationOutcome
from cpd.models import DevelopmentNeed, Induction
from cpd.selectors.induction import kind_of_category
from cpd.services.induction import begin_induction, save_template, settle_item
from cpd.services.job_description_reviews import plan_job_description_review
from cpd.services.line_management import assign_line_manager
from cpd.services.needs import accept_need, complete_step, plan_need, propose_needs
from cpd.services.probation import decide_probation, record_probation_review
from overview.demonstration.candidates import Candidate
from overview.demonstration.people import Cast
from overview.demonstration.staff import Member, list_entries, recorded_at
from recruitment.domain.profile_draft import ProfileDraft
from recruitment.domain.rows import Correction, correct, list_kept
from recruitment.models import JobProfileVersion
from recruitment.selectors.drafts import draft_of
from recruitment.services.job_profiles import confirm_reading
from recruitment.services.readings import start_revision, store_draft

APPOINTEE = Candidate(
    name="Tamsin Rowe",
    strength=3,
    job="Teaching assistant",
    place="Mosslands Primary School",
    qualification=("NVQ Level 3", "Supporting teaching and learning", "Pass"),
    gap=False,
    lacks=("ICT skills", "To have completed"),
)
# Her role, as the staff record describes it.
MENTOR = Member("Tamsin", "Rowe", "Learning Mentor / ELSA", "ta_elsa", 0, (1, 1))
KNOWN_FROM_RECRUITMENT = frozenset({CheckType.REFERENCES, CheckType.QUALIFICATIONS})
DAYS_DONE = 4
TEACHING_ASSISTANTS = "ta_elsa"


def make_development(cast: Cast, at_work: Engagement, office: JobProfileVersion, now: datetime) -> None:
    """Everybody has a manager; one appointed through a vacancy is in the middle of her first year."""
    assign_managers(cast, now)
    settle_in(cast, at_work, now)
    learn(cast, at_work, now)
    make_inductions(cast, now)
    review_job_description(cast, office, now)


def assign_managers(cast: Cast, now: datetime) -> None:
    """The pastoral lead manages the teaching assistants and the ELSAs; the headteacher the other staff."""
    samira, helen = cast.users["Samira"], cast.users["Helen"]
    began = day_of(now - timedelta(days=330))
    teams: dict[tuple[int, date], list[int]] = defaultdict(list)
    people = Engagement.objects.filter(school=cast.school, role__isnull=False, end_date=None)
    for one in people.select_related("person", "role").order_by("pk"):
        if kind_of_category(one.role.category) not in MANAGED_KINDS or one.person.user_id == helen.pk:
            continue
        is_hers = one.role.category == TEACHING_ASSISTANTS and one.person.user_id != samira.pk
        since = min(max(began, one.start_date or began), day_of(now))
        teams[samira.pk if is_hers else helen.pk, since].append(one.pk)
    for (manager_id, since), engagement_ids in teams.items():
        assign_line_manager(
            engagement_ids=engagement_ids,
            manager_id=manager_id,
            valid_from=since,
            by=cast.actor("Nia"),
            now=recorded_at(since, now),
        )


def settle_in(cast: Cast, engagement: Engagement, now: datetime) -> None:
    """Her role, the checks that recruitment does not know of, her start; a manager and an induction."""
    nia, start = cast.actor("Nia"), engagement.start_date
    assert start is not None  # noqa: S101 (agreed in the offer; for the type checker)
    before = recorded_at(start - timedelta(days=30), now)
    role = RoleEntry(WorkerCategory(MENTOR.category), MENTOR.role_facts())
    take_over_arrival(engagement_id=engagement.pk, role=role, by=nia, now=before)
    for entry in list_entries(cast, MENTOR, 73, start, day_of(now)):
        if entry.check not in KNOWN_FROM_RECRUITMENT:
            record_check(
                person_id=engagement.person_id,
                school_id=engagement.school_id,
                entry=replace(entry, done_by="Nia Owen"),
                by=nia,
                now=recorded_at(entry.done_date or start, now),
            )
    first_day = recorded_at(start, now)
    confirm_start(engagement_id=engagement.pk, started_date=start, by=nia, now=first_day)
    assign_line_manager(
        engagement_ids=[engagement.pk],
        manager_id=cast.users["Samira"].pk,
        valid_from=start,
        by=nia,
        now=first_day,
    )
    begin_induction(engagement_id=engagement.pk, by=cast.actor("Samira"), now=first_day)
    work_through(cast, engagement, now)


def work_through(cast: Cast, engagement: Engagement, now: datetime) -> None:
    """Half of the induction is ticked off, and the first review of probation is held."""
    samira = cast.actor("Samira")
    items = list(Induction.objects.get(engagement=engagement).items.order_by("position"))
    for item in items[: len(items) // 2 + 1]:
        settle_item(
            item_id=item.pk,
            outcome=ItemOutcome.DONE,
            settled_date=item.due_date,
            by=samira,
            now=recorded_at(item.due_date, now),
        )
    review = engagement.probation.reviews.order_by("due_date")[0]
    record_probation_review(
        review_id=review.pk,
        held_date=last_working_day_on_or_before(review.due_date),
        note=(
            "Settled in well; children ask for her. She keeps careful notes but is still slow on the shared "
            "drive: an hour a week set aside with the office. ELSA days booked."
        ),
        by=samira,
        now=recorded_at(review.due_date, now),
    )


def learn(cast: Cast, engagement: Engagement, now: datetime) -> None:
    """What the appointment left to learn is proposed; ELSA training is planned, four of its days done."""
    samira, start = cast.actor("Samira"), engagement.start_date
    assert start is not None  # noqa: S101 (agreed in the offer; for the type checker)
    began = recorded_at(start + timedelta(days=5), now)
    propose_needs(engagement_id=engagement.pk, by=samira, now=began)
    elsa = next(
        one
        for one in DevelopmentNeed.objects.filter(engagement=engagement, status=NeedStatus.PROPOSED)
        if is_elsa_training(one.text)
    )
    accept_need(
        need_id=elsa.pk, kind=NeedKind.TRAINING, text=elsa.text, target_date=None, by=samira, now=began
    )
    steps = plan_days(start, day_of(now))
    plan_need(need_id=elsa.pk, steps=steps, by=samira, now=began)
    for step in elsa.steps.order_by("position")[:DAYS_DONE]:
        complete_step(
            step_id=step.pk, done_date=step.due_date, by=samira, now=recorded_at(step.due_date, now)
        )


def plan_days(start: date, today: date) -> list[Step]:
    """Six days of training, four of them behind, and the first supervision."""
    behind = [start + timedelta(days=20 * number) for number in range(1, DAYS_DONE + 1)]
    ahead = [today + timedelta(days=days) for days in (9, 23)]
    days = [next_working_day_on_or_after(day) for day in (*behind, *ahead)]
    steps = [Step(f"ELSA training, day {number} of 6", day) for number, day in enumerate(days, start=1)]
    supervision = next_working_day_on_or_after(today + timedelta(days=51))
    return [*steps, Step("First supervision with an educational psychologist", supervision)]


def make_inductions(cast: Cast, now: datetime) -> None:
    """The school has a list of its own for support staff, and this year's newcomers are on theirs."""
    helen = cast.actor("Helen")
    for kind in sorted(MANAGED_KINDS):
        save_template(
            school_id=cast.school.pk, kind=kind, entry=PRESETS[kind], by=helen, now=now - timedelta(days=300)
        )
    begin_for(cast, "Stephen Cadwallader", now, done=11, passes=True)
    begin_for(cast, "Hannah Broadbent", now, done=9)


def begin_for(cast: Cast, name: str, now: datetime, *, done: int, passes: bool = False) -> None:
    """Somebody's induction as far as it has come, and the end of probation where it has been decided."""
    given, _, family = name.partition(" ")
    engagement = Engagement.objects.get(
        person__given_name=given, person__family_name=family, school=cast.school
    )
    assert engagement.start_date is not None  # noqa: S101 (everybody at work has one; for the type checker)
    helen = cast.actor("Helen")
    began = recorded_at(engagement.start_date, now)
    begin_induction(engagement_id=engagement.pk, by=helen, now=began)
    for item in Induction.objects.get(engagement=engagement).items.order_by("position")[:done]:
        day = min(item.due_date, day_of(now))
        settle_item(
            item_id=item.pk, outcome=ItemOutcome.DONE, settled_date=day, by=helen, now=recorded_at(day, now)
        )
    if passes:
        review = engagement.probation.reviews.order_by("due_date")[0]
        record_probation_review(
            review_id=review.pk,
            held_date=min(last_working_day_on_or_before(review.due_date), day_of(now)),
            note="Knows the children and their plans; asks when he is not sure. Phonics training next term.",
            by=helen,
            now=now - timedelta(days=2),
        )
        decide_probation(
            probation_id=engagement.probation.pk,
            outcome=ProbationOutcome.PASSED,
            reason="Reliable, kind, and already trusted with one-to-one support; nothing is left open.",
            new_end_date=None,
            by=helen,
            now=now - timedelta(days=1),
        )


def review_job_description(cast: Cast, office: JobProfileVersion, now: datetime) -> None:
    """The administrator's job description has a newer version, which is talked over with her next week."""
    nia = cast.actor("Nia")
    revise(cast, office, now - timedelta(days=6))
    deborah = Engagement.objects.get(
        person__family_name="Finch", person__given_name="Deborah", school=cast.school
    )
    plan_job_description_review(
        engagement_id=deborah.pk,
        version_id=office.pk,
        due_date=day_of(now) + timedelta(days=8),
        by=nia,
        now=now - timedelta(days=5),
    )


def revise(cast: Cast, version: JobProfileVersion, now: datetime) -> None:
    """The next version: one duty more, and one criterion reworded."""
    reading = start_revision(job_profile_id=version.job_profile_id, by=cast.actor("Nia"), now=now)
    draft = draft_of(reading)
    row = list_kept(draft.rows)[0]
    changed = Correction(
        f"{row.text.rstrip('.')}, with pupils' records kept by the rules of data protection",
        row.section,
        row.requirement,
        row.evidence,
        is_trainable=row.is_trainable,
    )
    profile: ProfileDraft = replace(draft.profile, hours="37 hours, term time and two weeks")
    draft = replace(draft, profile=profile, rows=correct(draft.rows, {row.key: changed}))
    store_draft(reading=reading, draft=draft, now=now)
    confirm_reading(
        reading_id=reading.pk,
        review_date=day_of(now) + timedelta(days=365),
        by=cast.actor("Nia"),
        now=now,
    )
