"""Whatever happens afterwards, the record as at a moment is the record as it stood at that moment.

Also when evidence has been destroyed since: every cell tells what it told. Of somebody whose whole staff
record was destroyed no line is left, and the view says how many they are.
"""

from collections import defaultdict
from contextlib import closing, suppress
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from openpyxl import Workbook, load_workbook

from compliance.domain.central_record import COLUMNS
from compliance.exports.central_record import write_central_record
from compliance.selectors.central_record import list_central_records
from compliance.views.record_html import build_rows
from core.domain.errors import DomainError
from core.domain.permissions import Actor, Role
from core.models import Person, School
from tests.compliance.selectors.record_histories import OPENING, STEPS, World, destroy
from tests.factories import make_actor, make_application, make_school, make_trust
from tests.factories.people import NOW
from tests.factories.whole_application import make_ended_vacancy

type Rows = list[tuple[int, int, str, str]]


def told(world: World, at: datetime | None, now: datetime) -> tuple[Rows, dict[int, int]]:
    """Each line as the pages show it, of those who are there and who left; and of how many none is left."""
    rows: Rows = []
    gone: dict[int, int] = {}
    for left in (False, True):
        records = list_central_records(
            school_ids=[school.pk for school in world.schools], at=at, now=now, left=left, shows_outcomes=True
        )
        for record in records:
            gone[record.school.pk] = sum(one.people for one in record.gone)
            for line in record.lines:
                row = "".join(build_rows([line], COLUMNS, address_of=str))
                rows.append((record.school.pk, line.engaged.person_id, record.school.school_type, row))
    return rows, gone


def workbook_rows(book: Workbook, world: World) -> list[list[object]]:
    """Every line of the workbook by its sheet, but for those of people who are gone by now."""
    names = {school.pk: school.name for school in world.schools}
    gone = {(names[school_id], given_name) for (school_id, _), given_name in world.gone.items()}
    return [
        [sheet.title, *without_agency(row)]
        for sheet in book
        for row in sheet.iter_rows(min_row=5, values_only=True)
        if sheet.title not in {"Summary", "Legend"} and (row[0], row[3]) not in gone
    ]


def without_agency(row: tuple[object, ...]) -> tuple[object, ...]:
    """Its columns stand on a sheet only where somebody on it is from an agency."""
    return row[:-4] if row[-3:] == ("Not required", None, "Not required") else row


def written(world: World, at: datetime | None, now: datetime) -> Workbook:
    records = list_central_records(school_ids=[school.pk for school in world.schools], at=at, now=now)
    with closing(write_central_record(records, now=now)) as file:
        return load_workbook(file)


def without_gone(world: World, rows: Rows) -> tuple[Rows, dict[int, int]]:
    """What must be left of a snapshot, and how many people have gone from it, by school."""
    people: dict[int, set[int]] = defaultdict(set)
    for school_id, person_id, *_ in rows:
        if (school_id, person_id) in world.gone:
            people[school_id].add(person_id)
    left = [row for row in rows if row[:2] not in world.gone]
    return left, {school.pk: len(people[school.pk]) for school in world.schools}


def make_world() -> World:
    trust = make_trust()
    schools = [make_school(trust=trust, name=f"{name} School") for name in ("Alder", "Birch")]
    School.history.update(history_date=NOW - timedelta(days=1))
    roles = {school.pk: frozenset({Role.HR_OFFICER}) for school in schools}
    officers = [make_actor(Role.HR_OFFICER, school=schools[0]) for _ in range(2)]
    by, other = (Actor(one.user_id, "Nia Owen", roles) for one in officers)
    return World(schools, by, other)


class AsAtEqualsThen(TestCase):
    """On a database of its own for each example."""

    @settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(st.data())
    def test_record_as_at_a_moment_equals_the_record_of_that_moment(self, data: st.DataObject) -> None:
        world = make_world()
        for step in OPENING:
            with suppress(DomainError):
                step(world, data.draw)
        make_application(
            make_ended_vacancy(school=world.schools[0]), person=Person.objects.get(given_name="Rowan 0")
        )
        snapshots = {}
        begun = workbook = None

        for _ in range(data.draw(st.integers(2, 4), label="moments")):
            for _ in range(data.draw(st.integers(1, 4), label="steps at one moment")):
                step = data.draw(st.sampled_from(STEPS), label="step")
                with suppress(DomainError):  # what the rules refuse does not happen
                    step(world, data.draw)
            snapshots[world.now], _ = told(world, None, world.now)
            begun, workbook = begun or world.now, workbook or written(world, None, world.now)
            world.now += data.draw(
                st.timedeltas(timedelta(seconds=1), timedelta(days=20)), label="until next"
            )
        destroy(world, data.draw)

        for moment, snapshot in snapshots.items():
            assert told(world, moment, world.now) == without_gone(world, snapshot)
        then = written(world, begun, world.now)
        assert workbook_rows(then, world) == workbook_rows(workbook, world)
