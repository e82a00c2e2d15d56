"""Everybody whose development is the reader's business, one line each, with what waits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import FETCH_RAISE, Count, Exists, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from compliance.domain.kinds import KIND_CATEGORIES, PersonKind
from core.domain.permissions import Actor, Permission, Role
from core.models import Engagement, RoleAssignment, User
from core.selectors import list_people_holding
from cpd.domain.job_description_review import review_due
from cpd.domain.people_waiting import PersonFacts, Wait, list_waits
from cpd.enums import ItemOutcome, NeedStatus
from cpd.models import (
    DevelopmentNeed,
    DevelopmentStep,
    Induction,
    InductionItem,
    JobDescriptionReview,
    LineManagement,
    Probation,
    ProbationReview,
)
from cpd.selectors.induction import kind_of_category
from cpd.selectors.reach import within_reach
from recruitment.models import Offer

SORTS = ("name", "waiting", "start", "manager")


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person with who manages them and what waits."""

    engagement: Engagement
    kind: PersonKind | None
    manager_id: int | None
    manager_name: str
    waits: tuple[Wait, ...]

    @property
    def first_day_due(self) -> date | None:
        return min((one.due_date for one in self.waits if one.due_date), default=None)

    @property
    def name(self) -> tuple[str, str]:
        person = self.engagement.person
        return (person.family_name.casefold(), person.given_name.casefold())


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What the reader wants to see of the list. ``manager`` is an account's id, or 0 for nobody's."""

    search: str = ""
    kind: str = ""
    waiting: str = ""
    manager: int | None = None
    school_id: int | None = None
    sort: str = "name"


def list_people(actor: Actor, *, today: date, wanted: PeopleFilter | None = None) -> list[PersonLine]:
    """People here or coming within the actor's reach; one query, however many they are."""
    wanted = wanted or PeopleFilter()
    found = _with_facts(_searched(here_or_coming(within_reach(actor, today=today), today), wanted), today)
    lines = [_line(row, today) for row in found.fetch_mode(FETCH_RAISE)]
    return _in_order([line for line in lines if _is_wanted(line, wanted)], wanted.sort)


def here_or_coming(engagements: QuerySet[Engagement], today: date) -> QuerySet[Engagement]:
    """Those who have not left, with person, school and role, by name."""
    return (
        engagements.exclude(end_date__lt=today)
        .select_related("person", "school", "role")
        .order_by("person__family_name", "person__given_name", "pk")
    )


def list_managers(school_ids: Iterable[int]) -> list[User]:
    """Accounts that may manage a team at one of the schools, by name."""
    found = {
        user.pk: user
        for school_id in school_ids
        for user in list_people_holding(Permission.MANAGE_TEAM, school_id=school_id)
    }
    return sorted(found.values(), key=lambda one: (one.name, one.pk))


def count_kinds(lines: Sequence[PersonLine]) -> Mapping[str, int]:
    """How many there are of each kind of person."""
    counts: dict[str, int] = {}
    for line in lines:
        if line.kind is not None:
            counts[line.kind] = counts.get(line.kind, 0) + 1
    return counts


def _searched(engagements: QuerySet[Engagement], wanted: PeopleFilter) -> QuerySet[Engagement]:
    for word in wanted.search.split():
        engagements = engagements.filter(
            Q(person__given_name__icontains=word)
            | Q(person__family_name__icontains=word)
            | Q(job_title__icontains=word)
        )
    if wanted.kind:
        categories = KIND_CATEGORIES.get(wanted.kind, ())  # type: ignore[call-overload]
        engagements = engagements.filter(role__category__in=categories)
    return engagements if wanted.school_id is None else engagements.filter(school_id=wanted.school_id)


def _with_facts(engagements: QuerySet[Engagement], today: date) -> QuerySet[Any]:
    managing = LineManagement.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=today), engagement=OuterRef("pk"), valid_from__lte=today
    ).order_by("-valid_from", "-pk")
    heads = RoleAssignment.objects.filter(
        user=OuterRef("person__user"), school=OuterRef("school"), role=Role.HEADTEACHER
    )
    offer = Offer.objects.filter(engagement=OuterRef("pk"))
    held = JobDescriptionReview.objects.filter(engagement=OuterRef("pk"))
    return engagements.annotate(
        manager_pk=Subquery(managing.values("manager_id")[:1]),
        manager_name=Subquery(managing.values("manager__name")[:1]),
        is_head=Exists(heads),
        proposed=_count(
            DevelopmentNeed.objects.filter(engagement=OuterRef("pk"), status=NeedStatus.PROPOSED),
            "engagement",
        ),
        next_step=_earliest(
            DevelopmentStep.objects.filter(
                need__engagement=OuterRef("pk"), need__status=NeedStatus.PLANNED, done_date=None
            ),
            "need__engagement",
        ),
        has_induction=Exists(Induction.objects.filter(engagement=OuterRef("pk"))),
        overdue=_count(
            InductionItem.objects.filter(
                induction__engagement=OuterRef("pk"), outcome=ItemOutcome.OPEN, due_date__lt=today
            ),
            "induction__engagement",
        ),
        next_review=_earliest(
            ProbationReview.objects.filter(
                probation__engagement=OuterRef("pk"), probation__is_over=False, held_date=None
            ),
            "probation__engagement",
        ),
        probation_end=Subquery(
            Probation.objects.filter(engagement=OuterRef("pk"), is_over=False).values("end_date")[:1]
        ),
        review_planned=Subquery(held.filter(outcome="").values("due_date")[:1]),
        has_review=Exists(held),
        has_offer=Exists(offer),
        profile_review=Subquery(offer.values("application__vacancy__job_profile_version__review_date")[:1]),
    )


def _count(rows: QuerySet[Any], by: str) -> Any:
    return Coalesce(Subquery(rows.order_by().values(by).annotate(n=Count("pk")).values("n")), 0)


def _earliest(rows: QuerySet[Any], by: str) -> Any:
    return Subquery(rows.order_by().values(by).annotate(day=Min("due_date")).values("day"))


def _line(row: Any, today: date) -> PersonLine:
    role = getattr(row, "role", None)
    kind = kind_of_category(role.category) if role else None
    facts = PersonFacts(
        kind=kind,
        start_date=row.start_date,
        has_manager=row.manager_pk is not None,
        is_head=row.is_head,
        proposed_needs=row.proposed,
        next_step_date=row.next_step,
        has_induction=row.has_induction,
        items_overdue=row.overdue,
        review_date=row.next_review,
        probation_end=row.probation_end,
        job_description_date=job_description_due(row),
    )
    return PersonLine(row, kind, row.manager_pk, row.manager_name or "", list_waits(facts, today=today))


def job_description_due(row: Any) -> date | None:
    """The day that was planned; for somebody appointed here, without a plan, a year after the first day."""
    planned: date | None = row.review_planned
    if planned is not None or row.has_review or not row.has_offer or row.start_date is None:
        return planned
    return review_due(first_day=row.start_date, profile_review_date=row.profile_review)


def _is_wanted(line: PersonLine, wanted: PeopleFilter) -> bool:
    if wanted.manager is not None and (line.manager_id or 0) != wanted.manager:
        return False
    if not wanted.waiting:
        return True
    if wanted.waiting == "anything":
        return bool(line.waits)
    return any(wanted.waiting in (one.kind, f"turn-{one.turn}") for one in line.waits)


def _in_order(lines: list[PersonLine], sort: str) -> list[PersonLine]:
    """By name; else what is late first, the newest first, or by manager, and then by name."""
    if sort == "waiting":
        return sorted(lines, key=lambda one: (not one.waits, one.first_day_due or date.max, one.name))
    if sort == "start":
        return sorted(lines, key=lambda one: one.engagement.start_date or date.max, reverse=True)
    if sort == "manager":
        return sorted(lines, key=lambda one: (not one.manager_name, one.manager_name.casefold(), one.name))
    return sorted(lines, key=lambda one: one.name)
