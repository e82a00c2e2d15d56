"""The single central record of one school or of several at once, now or as it stood at any past moment.

Everything is read as values, in the same few queries whatever the size and whichever the moment: of now from
the tables, of then from their history and from checks as they were recorded. Nothing can be fetched row by
row, because there are no rows to fetch from. What depends on the day is worked out for it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import DateTimeField, IntegerField, Q, Value

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.central_record import Terms
from compliance.domain.held_checks import HeldCheck, take_together
from compliance.domain.record_gone import Gone, add_up
from compliance.domain.record_lines import (
    NOT_DESCRIBED,
    Engaged,
    Line,
    build_line,
    rules_day,
)
from compliance.domain.requirement import Requirement, RoleFacts
from compliance.models import CompliancePolicy, EngagementRole
from compliance.selectors.gone import list_gone
from compliance.selectors.held_checks import held_checks_of
from compliance.selectors.requirements import FACTS, requirements_for
from core.domain.school_time import day_of
from core.domain.schools import SchoolType
from core.models import Engagement, Person, School
from core.selectors import as_recorded

PERSON_FIELDS = ("given_name", "family_name", "birth_date")
UNDESCRIBED = dict.fromkeys(CheckType, NOT_DESCRIBED)


class SchoolRow(NamedTuple):
    """A school as the record heads it."""

    pk: int
    name: str
    urn: str
    school_type: str
    trust_id: int | None
    is_central_team: bool

    def is_team_of(self, trusts: Collection[int | None]) -> bool:
        """Whether it is the own team of one of the trusts."""
        return self.is_central_team and self.trust_id in trusts


class PolicyRow(NamedTuple):
    """What a school's own policy says of its record, with what holds where it says nothing."""

    references_wanted: int = 2
    expiring_soon_days: int = 60


@dataclass(frozen=True, slots=True)
class SchoolRecord:
    """The record of one school at a moment; ``at`` is None for now, ``day`` the day it was told for.

    ``gone`` are those who stood in it and whose staff records have been destroyed since.
    """

    school: SchoolRow
    lines: tuple[Line, ...]
    day: date
    at: datetime | None
    soon_days: int
    gone: tuple[Gone, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One line, and each check of the person one by one."""

    school: SchoolRow
    line: Line
    held: tuple[HeldCheck, ...]


def get_central_record(
    *,
    school_id: int,
    at: datetime | None,
    now: datetime,
    left: bool = False,
    shows_outcomes: bool = False,
    teams: Collection[int] = (),
) -> SchoolRecord:
    """The record of one school, with the people of its trust's own team if that is one of ``teams``."""
    records = list_central_records(
        school_ids=[school_id], at=at, now=now, left=left, shows_outcomes=shows_outcomes, teams=teams
    )
    own = next(one for one in records if one.school.pk == school_id)
    others = [line for one in records if one.school.pk != school_id for line in one.lines]
    gone = add_up(gone for one in records for gone in one.gone)
    return replace(own, lines=in_order([*own.lines, *others]), gone=gone)


def list_central_records(
    *,
    school_ids: Collection[int],
    at: datetime | None,
    now: datetime,
    left: bool = False,
    shows_outcomes: bool = False,
    teams: Collection[int] = (),
) -> list[SchoolRecord]:
    """The part of each of the schools, by name. ``left`` tells those who have left in place of the others.

    Of ``teams`` those are added that are the own team of a trust the schools belong to. Outcomes that
    somebody has to consider are told only where the caller may show them.
    """
    day = day_of(at or now)
    has_left = Q(end_date__lt=day)
    reading = _Reading(school_ids, at, has_left if left else ~has_left, teams)
    lines: dict[int, list[Line]] = defaultdict(list)
    for one in reading.engaged():
        lines[one.school_id].append(reading.line_of(one, day, shows_outcomes=shows_outcomes))
    schools = reading.schools_asked()
    gone = list_gone(school_ids=[school.pk for school in schools], at=at)
    return [
        SchoolRecord(
            school,
            in_order(lines[school.pk]),
            day,
            at,
            reading.policy_of(school.pk).expiring_soon_days,
            gone.get(school.pk, ()),
        )
        for school in schools
    ]


def find_record_line(
    *,
    school_id: int,
    engagement_id: int,
    at: datetime | None,
    now: datetime,
    shows_outcomes: bool = False,
    teams: Collection[int] = (),
) -> RecordLine | None:
    """One line with every check behind it, also of somebody who has left; None where there was none then."""
    reading = _Reading([school_id], at, Q(id=engagement_id), teams)
    for one in reading.engaged():
        line = reading.line_of(one, day_of(at or now), shows_outcomes=shows_outcomes)
        return RecordLine(reading.schools[one.school_id], line, tuple(reading.held_by(one)))
    return None


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
    history = School.history.order_by().values_list(
        "history_date", "history_id", "id", *SchoolRow._fields[1:]
    )
    after_all = Value(None, DateTimeField()), Value(0, IntegerField())
    live = School.objects.order_by().values_list(*after_all, "id", *SchoolRow._fields[1:])
    rows = history.union(live, all=True)
    for moment, _, *row in sorted(rows, key=lambda row: (row[0] is None, row[0] or at, row[1])):
        if row[0] not in found or (moment is not None and moment <= at):
            found[row[0]] = SchoolRow._make(row)
    return found


class _Reading:
    """What the queries found, put together line by line."""

    def __init__(
        self, school_ids: Collection[int], at: datetime | None, which: Q, teams: Collection[int]
    ) -> None:
        self.schools = _schools(at)
        asked = {pk for pk in school_ids if pk in self.schools}
        trusts = {self.schools[pk].trust_id for pk in asked} - {None}
        asked |= {pk for pk in teams if (row := self.schools.get(pk)) and row.is_team_of(trusts)}
        self._ids = sorted(asked)
        self._policies = _policies(self._ids, at)
        self._sharing = {pk: _sharing_with(self.schools[pk], self.schools) for pk in self._ids}
        rows = as_recorded(Engagement, at).filter(school_id__in=self._ids).filter(which)
        people = as_recorded(Person, at).filter(id__in=rows.order_by().values("person_id"))
        roles = as_recorded(EngagementRole, at).filter(engagement_id__in=rows.order_by().values("id"))
        self._rows = rows.values_list("id", "person_id", "school_id", "job_title", "start_date", "end_date")
        self._names = {row[0]: row[1:] for row in people.values_list("id", *PERSON_FIELDS)}
        self._roles = {
            row[0]: row[1:] for row in roles.values_list("engagement_id", "category", "agency", *FACTS)
        }
        self._held = held_checks_of(
            person_ids=rows.order_by().values("person_id"),
            school_ids=frozenset().union(*self._sharing.values()),
            at=at,
        )
        self._together: dict[tuple[int, frozenset[int], int], Mapping[CheckType, HeldCheck]] = {}

    def schools_asked(self) -> list[SchoolRow]:
        return sorted((self.schools[pk] for pk in self._ids), key=lambda row: (row.name, row.pk))

    def policy_of(self, school_id: int) -> PolicyRow:
        return self._policies.get(school_id, PolicyRow())

    def engaged(self) -> Iterator[Engaged]:
        for pk, person_id, school_id, job_title, start_date, end_date in self._rows:
            if person_id not in self._names:  # taken off the record by then
                continue
            school = self.schools[school_id]
            given_name, family_name, birth_date = self._names[person_id]
            category, agency, *facts = self._roles.get(pk, (None, ""))
            yield Engaged(
                engagement_id=pk,
                person_id=person_id,
                school_id=school_id,
                given_name=given_name,
                family_name=family_name,
                birth_date=birth_date,
                job_title=job_title,
                start_date=start_date,
                end_date=end_date,
                school_type=SchoolType(school.school_type),
                category=WorkerCategory(category) if category else None,
                agency=agency,
                facts=RoleFacts(*facts),
                is_central_team=school.is_central_team,
            )

    def line_of(self, one: Engaged, day: date, *, shows_outcomes: bool) -> Line:
        soon_days = self.policy_of(one.school_id).expiring_soon_days
        terms = Terms(day, soon_days, shows_outcomes=shows_outcomes)
        return build_line(one, _rules(one, day), self._taken_together(one), terms)

    def held_by(self, one: Engaged) -> Iterator[HeldCheck]:
        """The checks of the person at the school and those it shares with."""
        sharing = self._sharing[one.school_id]
        return (check for check in self._held.get(one.person_id, ()) if check.school_id in sharing)

    def _taken_together(self, one: Engaged) -> Mapping[CheckType, HeldCheck]:
        wanted = self.policy_of(one.school_id).references_wanted
        key = (one.person_id, self._sharing[one.school_id], wanted)
        if key not in self._together:
            self._together[key] = take_together(self.held_by(one), references_wanted=wanted)
        return self._together[key]


def _sharing_with(school: SchoolRow, every: Mapping[int, SchoolRow]) -> frozenset[int]:
    """The school, and where it belongs to a trust all the others of it."""
    if school.trust_id is None:
        return frozenset({school.pk})
    return frozenset(row.pk for row in every.values() if row.trust_id == school.trust_id)


def _policies(school_ids: Collection[int], at: datetime | None) -> dict[int, PolicyRow]:
    rows = as_recorded(CompliancePolicy, at).filter(school_id__in=school_ids)
    return {
        school_id: PolicyRow(*values)
        for school_id, *values in rows.values_list("school_id", *PolicyRow._fields)
    }


def count_leavers(*, school_id: int, at: datetime | None, now: datetime) -> int:
    """How many engagements at the school had ended by then."""
    rows = as_recorded(Engagement, at)
    return rows.filter(school_id=school_id, end_date__lt=day_of(at or now)).count()
