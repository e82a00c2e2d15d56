"""People at work: the list, and the page of one person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import FETCH_RAISE, Count, Prefetch, Q, QuerySet
from django.db.models.expressions import OrderBy

from compliance.domain.categories import CHECK_LABELS, SEVERAL_AT_ONCE, CheckType, WorkerCategory
from compliance.domain.kinds import KIND_CATEGORIES, KIND_LABELS
from compliance.domain.requirement import Requirement, strongest
from compliance.domain.role_questions import questions_for
from compliance.models import Check, EngagementRole, UpdateServiceCheck
from compliance.selectors.requirements import requirements_of
from core.domain.permissions import Actor, Permission
from core.models import Engagement, Person, School

SORTS: Mapping[str, tuple[str | OrderBy, ...]] = {
    "name": ("person__family_name", "person__given_name", "pk"),
    "title": ("job_title", "person__family_name", "pk"),
    "start": ("-start_date", "person__family_name", "pk"),
    "school": ("school__name", "person__family_name", "pk"),
}
NOT_DESCRIBED = "not_described"
PRESENT, COMING, LEAVERS = "present", "coming", "leavers"


def visible_engagements(actor: Actor) -> QuerySet[Engagement]:
    """Engagements at the schools whose checks the actor may see."""
    return Engagement.objects.filter(school_id__in=actor.schools_with(Permission.VIEW_CHECKS))


def at_work(engagements: QuerySet[Engagement], when: str, today: date) -> QuerySet[Engagement]:
    """Those who work here or are to come, those to come alone, or those who have left."""
    if when == LEAVERS:
        return engagements.filter(end_date__lt=today)
    here = engagements.exclude(end_date__lt=today)
    return here.filter(start_date__gt=today) if when == COMING else here


def list_engagements(
    actor: Actor,
    *,
    today: date,
    search: str = "",
    kind: str = "",
    when: str = PRESENT,
    school_id: int | None = None,
    sort: str = "name",
) -> QuerySet[Engagement]:
    """Engagements with their person, school and role, as one tab of the list shows them."""
    found = _searched(at_work(visible_engagements(actor), when, today), search, school_id)
    if kind == NOT_DESCRIBED:
        found = found.filter(role=None)
    elif kind:
        found = found.filter(role__category__in=KIND_CATEGORIES.get(kind, ()))  # type: ignore[call-overload]
    return (
        found.select_related("person", "school", "role")
        .order_by(*SORTS.get(sort, SORTS["name"]))
        .fetch_mode(FETCH_RAISE)
    )


@dataclass(frozen=True, slots=True)
class Tab:
    key: str
    label: str
    count: int


def count_tabs(
    actor: Actor, *, today: date, search: str = "", when: str = PRESENT, school_id: int | None = None
) -> list[Tab]:
    """How many there are of each kind, for the tabs above the list; one query."""
    found = _searched(at_work(visible_engagements(actor), when, today), search, school_id)
    counted = dict(found.values_list("role__category").annotate(count=Count("pk")).order_by("role__category"))
    tabs = [
        Tab(kind, KIND_LABELS[kind], sum(counted.get(one, 0) for one in categories))
        for kind, categories in KIND_CATEGORIES.items()
    ]
    without = counted.get(None, 0)
    return [
        Tab("", "Everybody", sum(counted.values())),
        *tabs,
        *([Tab(NOT_DESCRIBED, "Role to describe", without)] if without else []),
    ]


def _searched(engagements: QuerySet[Engagement], search: str, school_id: int | None) -> QuerySet[Engagement]:
    for word in search.split():
        engagements = engagements.filter(
            Q(person__given_name__icontains=word)
            | Q(person__family_name__icontains=word)
            | Q(person__former_names__icontains=word)
            | Q(job_title__icontains=word)
        )
    return engagements if school_id is None else engagements.filter(school_id=school_id)


def get_role(engagement: Engagement) -> EngagementRole | None:
    """The role of an engagement loaded with it; None where nobody has described it."""
    return getattr(engagement, "role", None)


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact of a role in words: yes, no, or not known."""

    question: str
    answer: bool | None


@dataclass(frozen=True, slots=True)
class EngagementPart:
    engagement: Engagement
    role: EngagementRole | None
    facts: tuple[FactLine, ...]
    changes: tuple["Change", ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the history: when, who, why."""

    at: datetime
    by: str
    reason: str
    what: str


@dataclass(frozen=True, slots=True)
class KindPart:
    """One kind of check at one school: what it is for the roles, what stands, and what stood before."""

    check: CheckType
    label: str
    requirement: Requirement | None
    current: tuple[Check, ...]
    earlier: tuple[Check, ...]

    @property
    def is_several(self) -> bool:
        """Whether a person has as many of these as there are certificates, referees or countries."""
        return self.check in SEVERAL_AT_ONCE


@dataclass(frozen=True, slots=True)
class SchoolPart:
    """What one school keeps of a person. ``recorded_at`` names the engagement checks are entered by."""

    school: School
    engagements: tuple[EngagementPart, ...]
    kinds: tuple[KindPart, ...]
    entry_id: int
    may_edit: bool
    may_record: bool


def list_engagements_of(actor: Actor, person: Person) -> list[Engagement]:
    """All engagements of a person that the actor may see, the latest first."""
    return list(
        visible_engagements(actor)
        .filter(person=person)
        .select_related("school", "role__regulated_activity_decided_by")
        .order_by("-start_date", "-pk")
    )


def list_school_parts(
    actor: Actor, person: Person, engagements: Sequence[Engagement], *, today: date
) -> list[SchoolPart]:
    """The person's engagements and checks, school by school; at most five queries."""
    by_school: dict[int, list[Engagement]] = defaultdict(list)
    for engagement in engagements:
        by_school[engagement.school_id].append(engagement)
    checks = _checks_by_school(person, by_school)
    changes = _list_changes(engagements)
    return [
        _school_part(actor, some, checks[school_id], changes, today=today)
        for school_id, some in by_school.items()
    ]


def _school_part(
    actor: Actor,
    engagements: Sequence[Engagement],
    checks: Sequence[Check],
    changes: Mapping[int, Sequence[Change]],
    *,
    today: date,
) -> SchoolPart:
    school = engagements[0].school
    running = [one for one in engagements if one.end_date is None or one.end_date >= today]
    required = [
        requirements_of(role, school_type=school.school_type, start_date=one.start_date, today=today)
        for one in running
        if (role := get_role(one)) is not None
    ]
    return SchoolPart(
        school=school,
        engagements=tuple(_engagement_part(one, changes.get(one.pk, ())) for one in engagements),
        kinds=tuple(
            _kind_part(check, strongest([one[check] for one in required]), checks) for check in CheckType
        ),
        entry_id=(running or engagements)[0].pk,
        may_edit=actor.holds(Permission.EDIT_STAFF_RECORDS, school.pk),
        may_record=actor.holds(Permission.RECORD_CHECKS, school.pk),
    )


def _engagement_part(engagement: Engagement, changes: Iterable[Change]) -> EngagementPart:
    role = get_role(engagement)
    questions = questions_for(WorkerCategory(role.category)) if role else {}
    facts = tuple(FactLine(one.question, getattr(role, name)) for name, one in questions.items())
    return EngagementPart(engagement, role, facts, tuple(changes))


def _kind_part(check: CheckType, requirement: Requirement | None, checks: Iterable[Check]) -> KindPart:
    of_kind = [one for one in checks if one.check_type == check]
    return KindPart(
        check=check,
        label=CHECK_LABELS[check],
        requirement=requirement,
        current=tuple(one for one in of_kind if one.superseded_at is None),
        earlier=tuple(one for one in of_kind if one.superseded_at is not None),
    )


def _checks_by_school(person: Person, school_ids: Iterable[int]) -> Mapping[int, list[Check]]:
    looks = Prefetch(
        "certificate__status_checks", UpdateServiceCheck.objects.order_by("-checked_date", "-pk")
    )
    rows = (
        Check.objects.filter(person=person, school_id__in=list(school_ids))
        .select_related("certificate", "right_to_work", "qualification", "document", "recorded_by")
        .prefetch_related(looks)
        .order_by("-recorded_at", "-pk")
    )
    found: dict[int, list[Check]] = defaultdict(list)
    for row in rows:
        found[row.school_id].append(row)
    return found


def _list_changes(engagements: Sequence[Engagement]) -> Mapping[int, Sequence[Change]]:
    """What was changed about engagements and roles, by engagement, the latest first."""
    ids = [one.pk for one in engagements]
    found: dict[int, list[Change]] = defaultdict(list)
    for row in Engagement.history.filter(id__in=ids).select_related("history_user"):
        found[row.id].append(_change(row, f"{row.job_title}, {_span(row.start_date, row.end_date)}"))
    for row in EngagementRole.history.filter(engagement_id__in=ids).select_related("history_user"):
        found[row.engagement_id].append(_change(row, row.get_category_display()))
    return {key: sorted(some, key=lambda one: one.at, reverse=True) for key, some in found.items()}


def _change(row: object, what: str) -> Change:
    user = row.history_user  # type: ignore[attr-defined]
    return Change(
        at=row.history_date,  # type: ignore[attr-defined]
        by=user.name if user else "",
        reason=row.history_change_reason or "",  # type: ignore[attr-defined]
        what=what,
    )


def _span(start: date | None, end: date | None) -> str:
    first = f"{start:%d/%m/%Y}" if start else "no first day yet"
    return f"{first} to {end:%d/%m/%Y}" if end else f"from {first}" if start else first
