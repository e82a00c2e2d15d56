"""The matrix of people and training: four queries, however many people, courses and schools there are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Q, QuerySet

from compliance.domain.categories import WorkerCategory
from core.models import Engagement, School
from cpd.domain.training import Award, interval_in_force
from cpd.domain.training_matrix import (
    AskedOf,
    Cell,
    Column,
    Demand,
    WhyByColumn,
    Worker,
    judge_cell,
    whys_for,
    with_named,
)
from cpd.domain.training_rules import Basis
from cpd.models import Course, CoursePolicy, Training, TrainingRequirement
from cpd.selectors.rows_beside import Beside

ENGAGEMENT_COLUMNS = (
    "pk",
    "school_id",
    "person_id",
    "person__family_name",
    "person__given_name",
    "job_title",
    "role__category",
    "role__early_years_or_wraparound",
    "role__governor",
)
POLICIES = Beside(CoursePolicy, "course_id", ("school_id", "renewal_months"))
REQUIREMENTS = Beside(
    TrainingRequirement,
    "course_id",
    (
        "school_id",
        "course_id",
        "required_of",
        "kind",
        "engagement_id",
        "appointed_date",
        "reason",
    ),
)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One person at work with a cell for each course of the school."""

    engagement_id: int
    person_id: int
    family_name: str
    given_name: str
    job_title: str
    worker: Worker
    cells: tuple[Cell, ...]

    @property
    def name(self) -> str:
        return f"{self.family_name}, {self.given_name}"


@dataclass(frozen=True, slots=True)
class TrainingMatrix:
    """One school on one day."""

    school: School
    as_at: date
    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(slots=True)
class _Asked:
    """What one school asks of its people itself."""

    of_groups: list[Demand] = field(default_factory=list)
    of_people: dict[int, list[Demand]] = field(default_factory=lambda: defaultdict(list))


type Held = Mapping[tuple[int, int], Mapping[int, list[Award]]]


def get_training_matrix(
    *, school_id: int, as_at: date, people: QuerySet[Engagement] | None = None
) -> TrainingMatrix:
    """The matrix of one school, of these people or of everybody at work there on the day."""
    return list_training_matrices(school_ids=[school_id], as_at=as_at, people=people)[0]


def list_training_matrices(
    *, school_ids: Collection[int], as_at: date, people: QuerySet[Engagement] | None = None
) -> list[TrainingMatrix]:
    """Each school's, by name of the school. Who may see it is the caller's to ask."""
    schools = list(School.objects.filter(pk__in=school_ids).order_by("name", "pk"))
    found = Engagement.objects.all() if people is None else people
    at_work = found.filter(at_work_on(as_at), school_id__in=school_ids)
    by_name = at_work.order_by("person__family_name", "person__given_name", "pk")
    return _matrices(
        schools, by_name.values(*ENGAGEMENT_COLUMNS), at_work.order_by().values("person_id"), as_at
    )


def judge_training_of(people: Sequence[Engagement], *, as_at: date) -> list[TrainingMatrix]:
    """The matrices of people read already, with person, role and school: those at work on the day."""
    schools = {one.school_id: one.school for one in people}
    at_work = [one for one in people if one.start_date is None or one.start_date <= as_at]
    return _matrices(
        sorted(schools.values(), key=lambda school: (school.name, school.pk)),
        [_columns_of(one) for one in at_work],
        Engagement.objects.filter(at_work_on(as_at), school_id__in=schools).order_by().values("person_id"),
        as_at,
    )


def _columns_of(engagement: Engagement) -> dict[str, Any]:
    role = getattr(engagement, "role", None)
    return {
        "pk": engagement.pk,
        "school_id": engagement.school_id,
        "person_id": engagement.person_id,
        "person__family_name": engagement.person.family_name,
        "person__given_name": engagement.person.given_name,
        "job_title": engagement.job_title,
        "role__category": role and role.category,
        "role__early_years_or_wraparound": role and role.early_years_or_wraparound,
        "role__governor": role and role.governor,
    }


def _matrices(
    schools: Sequence[School], at_work: Iterable[dict[str, Any]], person_ids: QuerySet[Any, Any], as_at: date
) -> list[TrainingMatrix]:
    school_ids = [school.pk for school in schools]
    courses = _courses(school_ids, as_at)
    columns, asked = _columns(courses, school_ids, as_at), _asked(courses)
    by_school: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for engagement in at_work:
        by_school[engagement["school_id"]].append(engagement)
    held = _held(schools, as_at, person_ids)
    return [
        TrainingMatrix(
            school,
            as_at,
            columns[school.pk],
            tuple(
                _rows(
                    by_school[school.pk],
                    columns[school.pk],
                    asked[school.pk],
                    held,
                    pool=_pool(school.trust_id, school.pk),
                    as_at=as_at,
                )
            ),
        )
        for school in schools
    ]


def at_work_on(day: date) -> Q:
    """Engagements that run on a day; a first day that is not known counts as past."""
    return (Q(start_date=None) | Q(start_date__lte=day)) & (Q(end_date=None) | Q(end_date__gte=day))


def _courses(school_ids: Collection[int], as_at: date) -> list[Course]:
    """Those on offer, in the order of who sets them, with what the schools have decided about each."""
    running = TrainingRequirement.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=as_at), school_id__in=school_ids, valid_from__lte=as_at
    )
    known = (
        Course.objects.known_at(school_ids)
        .filter(Q(retired_date=None) | Q(retired_date__gt=as_at))
        .annotate(
            policies_beside=POLICIES.of(CoursePolicy.objects.filter(school_id__in=school_ids)),
            requirements_beside=REQUIREMENTS.of(running),
        )
    )
    return sorted(known.order_by("name", "pk"), key=_place)


def _columns(
    courses: Sequence[Course], school_ids: Collection[int], as_at: date
) -> dict[int, tuple[Column, ...]]:
    """The courses of each school, each with the interval on the day."""
    months = {
        (policy.school_id, course.pk): policy.renewal_months
        for course in courses
        for policy in POLICIES.read(course.policies_beside)  # type: ignore[attr-defined]
    }
    return {
        school_id: tuple(
            _column(course, months.get((school_id, course.pk)), as_at)
            for course in courses
            if course.school_id in {None, school_id}
        )
        for school_id in school_ids
    }


def _place(course: Course) -> int:
    """Law first, then guidance, the rule of a network and policy; a school's own courses last."""
    return list(Basis).index(course.basis) if course.rule else len(Basis)


def _column(course: Course, policy_months: int | None, as_at: date) -> Column:
    chosen = policy_months if policy_months is not None else course.renewal_months
    interval = interval_in_force(course.rule, chosen, as_at=as_at)
    return Column(course.pk, course.name, course.rule, interval.months, interval.basis)


def _asked(courses: Iterable[Course]) -> dict[int, _Asked]:
    found: dict[int, _Asked] = defaultdict(_Asked)
    running = [
        one
        for course in courses
        for one in REQUIREMENTS.read(course.requirements_beside)  # type: ignore[attr-defined]
    ]
    for one in sorted(running, key=lambda one: one.pk):
        demand = Demand(
            one.course_id,
            AskedOf(one.required_of),
            one.reason,
            one.kind,
            one.engagement_id,
            one.appointed_date,
        )
        if one.engagement_id is None:
            found[one.school_id].of_groups.append(demand)
        else:
            found[one.school_id].of_people[one.engagement_id].append(demand)
    return found


def _pool(trust_id: int | None, school_id: int) -> int:
    """Where training counts: at every school of a trust, else at the one school."""
    return trust_id or -school_id


def _held(schools: Sequence[School], as_at: date, person_ids: QuerySet[Any, Any]) -> Held:
    """Awards of those at work by pool and person, then by course."""
    trusts = {school.trust_id for school in schools if school.trust_id}
    counted = Training.objects.confirmed().filter(
        Q(school__trust_id__in=trusts) | Q(school_id__in=[school.pk for school in schools]),
        course__isnull=False,
        awarded_date__lte=as_at,
        person_id__in=person_ids,
    )
    held: dict[tuple[int, int], dict[int, list[Award]]] = defaultdict(lambda: defaultdict(list))
    rows = counted.order_by().values_list(
        "person_id", "course_id", "awarded_date", "printed_expiry", "school__trust_id", "school_id"
    )
    for person_id, course_id, awarded, printed, trust_id, school_id in rows.iterator(chunk_size=5000):
        held[_pool(trust_id, school_id), person_id][course_id].append(Award(awarded, printed))
    return held


def _rows(
    engagements: Iterable[Mapping[str, Any]],
    columns: tuple[Column, ...],
    asked: _Asked,
    held: Held,
    *,
    pool: int,
    as_at: date,
) -> Iterable[MatrixRow]:
    @cache
    def whys_of(worker: Worker) -> WhyByColumn:
        return whys_for(columns, worker, asked.of_groups)

    for one in engagements:
        worker = _worker(one)
        whys = whys_of(worker)
        if one["pk"] in asked.of_people:
            whys = with_named(whys, columns, asked.of_people[one["pk"]])
        awards = held.get((pool, one["person_id"]), {})
        cells = tuple(
            judge_cell(column.months, awards.get(column.course_id, ()), why, as_at=as_at)
            for column, why in zip(columns, whys, strict=True)
        )
        yield MatrixRow(
            one["pk"],
            one["person_id"],
            one["person__family_name"],
            one["person__given_name"],
            one["job_title"],
            worker,
            cells,
        )


def _worker(one: Mapping[str, Any]) -> Worker:
    category = one["role__category"]
    return Worker(
        WorkerCategory(category) if category else None,
        bool(one["role__early_years_or_wraparound"]),
        bool(one["role__governor"]),
    )
