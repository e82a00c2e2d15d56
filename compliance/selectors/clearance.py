"""Rows of the staff record as the rule on starting sees them, and what it then says of each person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.clearance import CheckOutcome, CheckRecord, Clearance, judge_clearance
from compliance.domain.clearance import EarlyStart as EarlyStartPlan
from compliance.domain.held_checks import HeldCheck, take_together
from compliance.domain.requirement import Post, Requirement
from compliance.enums import CheckOrigin
from compliance.models import Check, CompliancePolicy, EarlyStart, EngagementRole
from compliance.selectors.held_checks import held_checks_of
from compliance.selectors.requirements import facts_of, requirements_of
from compliance.selectors.staff import get_role
from core.domain.schools import SchoolType
from core.models import Engagement, School

REFERENCES_WANTED = 2


@dataclass(frozen=True, slots=True)
class Starter:
    """Somebody who is to start, with what their role needs, what is held, and the verdict.

    Where the role is not described there is no verdict: ``clearance`` is None.
    """

    engagement: Engagement
    role: EngagementRole | None
    requirements: Mapping[CheckType, Requirement]
    held: Mapping[CheckType, HeldCheck]
    clearance: Clearance | None
    early_start: EarlyStartPlan | None


def with_clearance_facts(engagements: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Engagements with all that ``judge_starters`` asks of them, in the same query."""
    running = EarlyStart.objects.filter(engagement=OuterRef("pk"), ended_at=None)
    policy = CompliancePolicy.objects.filter(school=OuterRef("school"))
    return engagements.select_related("person", "school", "role", "start").annotate(
        references_wanted=Subquery(policy.values("references_wanted")[:1]),
        running_review_date=Subquery(running.values("review_date")[:1]),
        running_signed_by=Subquery(running.values("signed_by__name")[:1]),
    )


def judge_starters(engagements: Sequence[Engagement], *, today: date) -> list[Starter]:
    """What the rule on starting says of each, as things stand today; one query for all their checks.

    Load the engagements by ``with_clearance_facts``. Schools of one trust share what they hold.
    """
    held = held_checks_of(
        person_ids={one.person_id for one in engagements},
        school_ids=_sharing(engagements),
    )
    return [_judge(one, held.get(one.person_id, ()), today=today) for one in engagements]


def _sharing(engagements: Iterable[Engagement]) -> QuerySet[School, int]:
    """The schools of these people, and all others of the same trusts."""
    schools = {one.school_id for one in engagements}
    trusts = {one.school.trust_id for one in engagements if one.school.trust_id}
    return School.objects.filter(Q(pk__in=schools) | Q(trust_id__in=trusts)).values_list("pk", flat=True)


def _judge(engagement: Engagement, checks: Iterable[HeldCheck], *, today: date) -> Starter:
    role = get_role(engagement)
    wanted: int | None = engagement.references_wanted  # type: ignore[attr-defined]
    held = take_together(checks, references_wanted=REFERENCES_WANTED if wanted is None else wanted)
    plan = _plan(engagement)
    if role is None:
        return Starter(engagement, None, {}, held, None, plan)
    return Starter(
        engagement=engagement,
        role=role,
        requirements=requirements_of(
            role, school_type=engagement.school.school_type, start_date=engagement.start_date, today=today
        ),
        held=held,
        clearance=judge(
            role, held, engagement=engagement, start_date=engagement.start_date, plan=plan, today=today
        ),
        early_start=plan,
    )


def judge(
    role: EngagementRole,
    held: Mapping[CheckType, HeldCheck],
    *,
    engagement: Engagement,
    start_date: date | None,
    plan: EarlyStartPlan | None,
    today: date,
) -> Clearance:
    """The verdict on a start on ``start_date`` under a plan for an early start, if there is one."""
    post = Post(
        as_at=today,
        school_type=SchoolType(engagement.school.school_type),
        category=WorkerCategory(role.category),
        facts=facts_of(role),
    )
    records = {check: as_record(one) for check, one in held.items()}
    return judge_clearance(post, records, start_date=start_date, early_start=plan)


def as_record(held: HeldCheck) -> CheckRecord:
    """A check as the rule on starting sees it: only asked for is *pending*."""
    if not held.is_done:
        return CheckRecord(outcome=CheckOutcome.PENDING)
    return CheckRecord(done_date=held.done_date, outcome=CheckOutcome(held.outcome))


def _plan(engagement: Engagement) -> EarlyStartPlan | None:
    review: date | None = engagement.running_review_date  # type: ignore[attr-defined]
    if review is None:
        return None
    signed_by: str = engagement.running_signed_by  # type: ignore[attr-defined]
    return EarlyStartPlan(has_supervision_plan=True, risk_assessment_by=signed_by, review_date=review)


def list_starting(engagements: QuerySet[Engagement], *, today: date, since: date) -> QuerySet[Engagement]:
    """Those whose start nobody has confirmed, and those who started early and still wait for the certificate.

    Who was at work long before they were written down is no starter: a first day before ``since`` counts
    only where it was still ahead when the engagement was made, and none at all only where the person did
    not come in from the school's workbook, which often has but the month.
    """
    from_workbook = Check.objects.filter(
        person=OuterRef("person"), school=OuterRef("school"), origin=CheckOrigin.WORKBOOK
    )
    unconfirmed = Q(start=None) & (
        Q(start_date=None) & ~Exists(from_workbook)
        | Q(start_date__gte=since)
        | Q(created_at__date__lte=F("start_date"))
    )
    early = EarlyStart.objects.filter(ended_at=None).values("engagement")
    return (
        engagements.filter(unconfirmed | Q(pk__in=early))
        .exclude(end_date__lt=today)
        .order_by(F("start_date").asc(nulls_last=True), "person__family_name", "pk")
    )
