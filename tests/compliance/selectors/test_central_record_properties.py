"""Whatever happens afterwards, the record as at a moment is the record as it stood at that moment."""

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from openpyxl import load_workbook

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.central_record import COLUMNS
from compliance.domain.check_entry import CertificateEntry, CheckEntry
from compliance.domain.held_checks import Outcome
from compliance.domain.requirement import RoleFacts
from compliance.exports.central_record import write_central_record
from compliance.models import Check, CompliancePolicy
from compliance.selectors.central_record import SchoolRecord, list_central_records
from compliance.services.checks import record_check
from compliance.services.engagements import RoleEntry, change_engagement, create_person, describe_role, engage
from compliance.views.record_html import build_rows
from core.domain.errors import DomainError
from core.domain.permissions import Actor, Role
from core.domain.school_time import day_of
from core.models import Engagement, School
from core.services.history import save_with_reason
from tests.factories import make_actor, make_school, make_trust
from tests.factories.people import NOW

NAMES = ("Ashdown", "Birch", "Cedar")
TITLES = ("Class teacher", "Office manager", "Reading volunteer")
CATEGORIES = (
    WorkerCategory.TEACHER,
    WorkerCategory.SUPPORT_STAFF,
    WorkerCategory.VOLUNTEER_RA,
    WorkerCategory.SUPPLY_AGENCY,
    WorkerCategory.TRUSTEE_ACADEMY,
)
AGENCIES = ("", "Bright Supply")
FACTS = st.sampled_from([None, True, False])
CHECKS = (CheckType.IDENTITY, CheckType.ENHANCED_DBS, CheckType.QUALIFICATIONS, CheckType.MEDICAL_FITNESS)


@dataclass
class World:
    """Two schools of a trust and what has happened in them so far, told by the moment of each step."""

    schools: list[School]
    by: Actor
    now: datetime = NOW
    engagements: list[Engagement] = field(default_factory=list)

    def engagement(self, number: int) -> Engagement:
        return Engagement.objects.select_related("person", "school").get(
            pk=self.engagements[number % len(self.engagements)].pk
        )


type Step = Callable[[World], None]


def take_on(world: World, draw: st.DrawFn) -> None:
    school = world.schools[draw(st.integers(0, 1))]
    person = create_person(
        school_id=school.pk,
        given_name="Rowan",
        family_name=draw(st.sampled_from(NAMES)),
        by=world.by,
        now=world.now,
    )
    start = draw(st.none() | st.dates(date(2026, 10, 1), date(2026, 12, 1)))
    world.engagements.append(
        engage(
            person_id=person.pk,
            school_id=school.pk,
            job_title=draw(st.sampled_from(TITLES)),
            start_date=start,
            end_date=None,
            role=RoleEntry(draw(st.sampled_from(CATEGORIES)), RoleFacts(lived_abroad=draw(FACTS))),
            by=world.by,
            now=world.now,
        )
    )


def rename(world: World, draw: st.DrawFn) -> None:
    person = world.engagement(draw(st.integers(0, 9))).person
    person.family_name = draw(st.sampled_from(NAMES))
    save_with_reason(person, by=world.by, reason="married", now=world.now)


def change(world: World, draw: st.DrawFn) -> None:
    """Title, first day or leaving."""
    one = world.engagement(draw(st.integers(0, 9)))
    start = draw(st.none() | st.dates(date(2026, 10, 1), date(2026, 12, 1)))
    end = draw(st.none() | st.dates(date(2026, 10, 1), date(2026, 12, 1)))
    change_engagement(
        engagement_id=one.pk,
        job_title=draw(st.sampled_from(TITLES)),
        start_date=start,
        end_date=max(start, end) if start and end else end,
        reason="changed",
        by=world.by,
        now=world.now,
    )


def describe(world: World, draw: st.DrawFn) -> None:
    facts = RoleFacts(
        teaching_work=draw(FACTS), lived_abroad=draw(FACTS), management_role=draw(FACTS), governor=draw(FACTS)
    )
    describe_role(
        engagement_id=world.engagement(draw(st.integers(0, 9))).pk,
        role=RoleEntry(draw(st.sampled_from(CATEGORIES)), facts, agency=draw(st.sampled_from(AGENCIES))),
        by=world.by,
        now=world.now,
    )


def check(world: World, draw: st.DrawFn) -> None:
    """A new check, or one that supersedes another of its kind."""
    one = world.engagement(draw(st.integers(0, 9)))
    kind = draw(st.sampled_from(CHECKS))
    is_done = draw(st.booleans())
    day = day_of(world.now) - timedelta(days=draw(st.integers(0, 90)))
    earlier = Check.objects.current().filter(person=one.person, school=one.school, check_type=kind).first()
    is_certificate = kind == CheckType.ENHANCED_DBS and is_done
    entry = CheckEntry(
        kind,
        is_done=is_done,
        requested_date=None if is_done else day,
        done_date=day if is_done else None,
        outcome=draw(st.sampled_from([Outcome.CLEAR, Outcome.CONCERN])) if is_done else Outcome.PENDING,
        done_by="Nia Owen" if is_done else "",
        is_assurance=kind == CheckType.QUALIFICATIONS,
        recheck_date=draw(st.none() | st.just(day_of(world.now) + timedelta(days=20))) if is_done else None,
        reference_number="001234567890" if is_certificate else "",
        certificate=CertificateEntry(f"Rowan {one.person.family_name}", draw(st.booleans()), issued_date=day)
        if is_certificate
        else None,
    )
    record_check(
        person_id=one.person_id,
        school_id=one.school_id,
        entry=entry,
        supersedes_id=earlier.pk if earlier and draw(st.booleans()) else None,
        reason="checked again",
        by=world.by,
        now=world.now,
    )


def set_policy(world: World, draw: st.DrawFn) -> None:
    school = world.schools[0]
    policy = CompliancePolicy.objects.filter(school=school).first() or CompliancePolicy(school=school)
    policy.expiring_soon_days = draw(st.sampled_from([10, 60]))
    save_with_reason(policy, by=world.by, reason="decided", now=world.now)


def change_school(world: World, draw: st.DrawFn) -> None:
    school = School.objects.get(pk=world.schools[0].pk)
    school.school_type = draw(st.sampled_from(["maintained", "academy"]))
    save_with_reason(school, by=world.by, reason="converted", now=world.now)


STEPS = (rename, change, describe, check, check, check, set_policy, change_school)


def told(world: World, at: datetime | None, now: datetime) -> tuple[list[str], list[list[object]]]:
    """The rows of the pages and every value of the workbook, of those who are there and of those who left."""
    rows: list[str] = []
    values: list[list[object]] = []
    for left in (False, True):
        records = list_central_records(
            school_ids=[school.pk for school in world.schools], at=at, now=now, left=left, shows_outcomes=True
        )
        for record in records:
            rows += [record.school.school_type, *build_rows(record.lines, COLUMNS, address_of=str)]
    told_outcomes = list_central_records(school_ids=[school.pk for school in world.schools], at=at, now=now)
    values = workbook_values(told_outcomes, now)
    return rows, values


def workbook_values(records: list[SchoolRecord], now: datetime) -> list[list[object]]:
    """All but the lines on top, which say as at when and when it was written."""
    with closing(write_central_record(records, now=now)) as file:
        book = load_workbook(file)
    return [
        [sheet.title, *row]
        for sheet in book
        for row in sheet.iter_rows(min_row=4, values_only=True)
        if sheet.title != "Legend"
    ]


class AsAtEqualsThen(TestCase):
    """On a database of its own for each example."""

    @settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(st.data())
    def test_record_as_at_a_moment_equals_the_record_of_that_moment(self, data: st.DataObject) -> None:
        trust = make_trust()
        schools = [make_school(trust=trust, name=f"{name} School") for name in ("Alder", "Birch")]
        School.history.update(history_date=NOW - timedelta(days=1))
        roles = {school.pk: frozenset({Role.HR_OFFICER}) for school in schools}
        officer = make_actor(Role.HR_OFFICER, school=schools[0])
        world = World(schools, Actor(officer.user_id, "Nia Owen", roles))
        take_on(world, data.draw)
        snapshots = {}

        for _ in range(data.draw(st.integers(2, 7), label="moments")):
            for _ in range(data.draw(st.integers(1, 3), label="steps at one moment")):
                step = data.draw(st.sampled_from((take_on, *STEPS)), label="step")
                with suppress(DomainError):  # what the rules refuse does not happen
                    step(world, data.draw)
            snapshots[world.now] = told(world, None, world.now)
            world.now += data.draw(
                st.timedeltas(timedelta(seconds=1), timedelta(days=20)), label="until next"
            )

        for moment, snapshot in snapshots.items():
            assert told(world, moment, world.now) == snapshot
