"""The single central record of one school or of several at once, now or as it stood at any past moment.

Everything is read as values, in the same few queries whatever the size and whichever the moment: of now from
the tables, of then from their history and from checks as they were recorded. Nothing can be fetched row by
row, because there are no rows to fetch from. What depends on the day is worked out for it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.central_record import Terms
from compliance.domain.held_checks import HeldCheck, take_together
from compliance.domain.record_lines import (
    NOT_DESCRIBED,
    Engaged,
    Line,
    Standing,
    build_line,
    rules_day,
)
from compliance.domain.requirement import Requirement, RoleFacts
from compliance.models import CompliancePolicy, EngagementRole
from compliance.selectors.held_checks import held_checks_of
from compliance.selectors.requirements import FACTS, requirements_for
from core.domain.school_time import day_of
from core.domain.schools import SchoolType
from core.models import Engagement, Person, School
from core.selectors import as_recorded

UNDESCRIBED = dict.fromkeys(CheckType, NOT_DESCRIBED)


class SchoolRow(NamedTuple):
    """A school as the record heads it."""

    pk: int
    name: str
    urn: str
    school_type: str
    trust_id: int | None
    is_central_team: bool


class PolicyRow(NamedTuple):
    """What a school's own policy says of its record, with what holds where it says nothing."""

    references_wanted: int = 2
    expiring_soon_days: int = 60


@dataclass(frozen=True, slots=True)
class SchoolRecord:
    """The record of one school at a moment; ``at`` is None for now, ``day`` the day it was told for."""

    school: SchoolRow
    lines: tuple[Line, ...]
    day: date
    at: datetime | None
    soon_days: int


def get_central_record(
    *,
    school_id: int,
    at: datetime | None,
    now: datetime,
    left: bool = False,
    shows_outcomes: bool = False,
    with_central_team: int | None = None,
) -> SchoolRecord:
    """The record of one school; ``with_central_team`` adds the people of the trust's own team to it."""
    ids = [school_id] if with_central_team is None else [school_id, with_central_team]
    records = list_central_records(school_ids=ids, at=at, now=now, left=left, shows_outcomes=shows_outcomes)
    own = next(one for one in records if one.school.pk == school_id)
    others = [line for one in records if one.school.pk != school_id for line in one.lines]
    return SchoolRecord(own.school, in_order([*own.lines, *others]), own.day, own.at, own.soon_days)


def list_central_records(
    *,
    school_ids: Collection[int],
    at: datetime | None,
    now: datetime,
    left: bool = False,
    shows_outcomes: bool = False,
) -> list[SchoolRecord]:
    """The part of each of the schools, by name. ``left`` tells those who have left in place of the others.

    Outcomes that somebody has to consider are told only where the caller may show them.
    """
    day = day_of(at or now)
    every = _schools(at)
    engaged, facts = _engagements(school_ids, at, day, left=left)
    policies = _policies(school_ids, at)
    sharing = {pk: _sharing_with(every[pk], every) for pk in school_ids if pk in every}
    held = held_checks_of(
        person_ids=engaged.order_by().values("person_id"),
        school_ids=frozenset().union(*sharing.values()),
        at=at,
    )
    together = _Together(held, policies, sharing)
    lines: dict[int, list[Line]] = defaultdict(list)
    for one in _described(facts, every):
        soon = policies.get(one.school_id, PolicyRow()).expiring_soon_days
        terms = Terms(day, soon, shows_outcomes=shows_outcomes)
        lines[one.school_id].append(build_line(one, _rules(one, day), together.of(one), terms))
    schools = sorted((every[pk] for pk in set(school_ids) if pk in every), key=lambda row: (row.name, row.pk))
    return [
        SchoolRecord(
            school,
            in_order(lines[school.pk]),
            day,
            at,
            policies.get(school.pk, PolicyRow()).expiring_soon_days,
        )
        for school in schools
    ]


def in_order(lines: Sequence[Line]) -> tuple[Line, ...]:
    """By last and first name; somebody's several roles by their first day."""
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                line.engaged.family_name.casefold(),
                line.engaged.given_name.casefold(),
                line.engaged.person_id,
                line.engaged.start_date or date.min,
                line.engaged.engagement_id,
            ),
        )
    )


def _rules(one: Engaged, day: date) -> Mapping[CheckType, Requirement]:
    if one.category is None:
        return UNDESCRIBED
    return requirements_for(rules_day(one, day), one.school_type, one.category, one.facts)


def _schools(at: datetime | None) -> dict[int, SchoolRow]:
    """Every school, because those of a trust share what they hold; there are never many.

    At a moment before the first that is known of a school, what is known first holds.
    """
    if at is None:
        return {
            row[0]: SchoolRow._make(row) for row in School.objects.values_list("pk", *SchoolRow._fields[1:])
        }
    found: dict[int, SchoolRow] = {}
    history = School.history.order_by("history_date", "history_id")
    for moment, *row in history.values_list("history_date", "id", *SchoolRow._fields[1:]):
        if moment <= at or row[0] not in found:
            found[row[0]] = SchoolRow._make(row)
    for row in School.objects.values_list("pk", *SchoolRow._fields[1:]):
        found.setdefault(row[0], SchoolRow._make(row))
    return found


type Facts = Iterator[tuple[tuple[Any, ...], tuple[Any, ...], tuple[Any, ...] | None]]


def _engagements(
    school_ids: Collection[int], at: datetime | None, day: date, *, left: bool
) -> tuple[QuerySet[Any], Facts]:
    """The engagements with their people and roles; those of somebody not in the record then are left out."""
    has_left = Q(end_date__lt=day)
    rows = as_recorded(Engagement, at).filter(school_id__in=school_ids)
    rows = rows.filter(has_left) if left else rows.exclude(has_left)
    people = as_recorded(Person, at).filter(id__in=rows.order_by().values("person_id"))
    roles = as_recorded(EngagementRole, at).filter(engagement_id__in=rows.order_by().values("id"))
    names = {row[0]: row for row in people.values_list("id", "given_name", "family_name", "birth_date")}
    kinds = {row[0]: row for row in roles.values_list("engagement_id", "category", "agency", *FACTS)}
    found = rows.values_list("id", "person_id", "school_id", "job_title", "start_date", "end_date")
    return rows, ((row, names[row[1]], kinds.get(row[0])) for row in found if row[1] in names)


def _described(facts: Facts, schools: Mapping[int, SchoolRow]) -> Iterator[Engaged]:
    for (pk, person_id, school_id, job_title, start, end), (_, given, family, born), role in facts:
        school = schools[school_id]
        yield Engaged(
            engagement_id=pk,
            person_id=person_id,
            school_id=school_id,
            given_name=given,
            family_name=family,
            birth_date=born,
            job_title=job_title,
            start_date=start,
            end_date=end,
            school_type=SchoolType(school.school_type),
            category=WorkerCategory(role[1]) if role else None,
            agency=role[2] if role else "",
            facts=RoleFacts(*role[3:]) if role else RoleFacts(),
            is_central_team=school.is_central_team,
        )


def _sharing_with(school: SchoolRow, every: Mapping[int, SchoolRow]) -> frozenset[int]:
    """The school, and where it belongs to a trust all the others of it."""
    if school.trust_id is None:
        return frozenset({school.pk})
    return frozenset(row.pk for row in every.values() if row.trust_id == school.trust_id)


class _Together:
    """What is held of a person by the schools that share it, taken together once for all their roles."""

    def __init__(
        self,
        held: Mapping[int, list[HeldCheck]],
        policies: Mapping[int, PolicyRow],
        sharing: Mapping[int, frozenset[int]],
    ) -> None:
        self._held, self._policies, self._sharing = held, policies, sharing
        self._known: dict[tuple[int, frozenset[int], int], Mapping[CheckType, HeldCheck]] = {}

    def of(self, one: Engaged) -> Mapping[CheckType, HeldCheck]:
        sharing = self._sharing[one.school_id]
        wanted = self._policies.get(one.school_id, PolicyRow()).references_wanted
        key = (one.person_id, sharing, wanted)
        if key not in self._known:
            held = (check for check in self._held.get(one.person_id, ()) if check.school_id in sharing)
            self._known[key] = take_together(held, references_wanted=wanted)
        return self._known[key]


def _policies(school_ids: Collection[int], at: datetime | None) -> dict[int, PolicyRow]:
    rows = as_recorded(CompliancePolicy, at).filter(school_id__in=school_ids)
    return {
        school_id: PolicyRow(*values)
        for school_id, *values in rows.values_list("school_id", *PolicyRow._fields)
    }


def find_central_team(school: School, allowed: Collection[int]) -> int | None:
    """The school's trust's own team, where there is one and it is among those allowed."""
    if school.trust_id is None or school.is_central_team:
        return None
    teams = School.objects.filter(trust_id=school.trust_id, is_central_team=True, pk__in=allowed)
    return teams.order_by("pk").values_list("pk", flat=True).first()


def count_standing(lines: Sequence[Line], standing: Standing) -> int:
    """How many lines stand so on the day."""
    return sum(line.standing == standing for line in lines)
