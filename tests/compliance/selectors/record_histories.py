"""Histories of a central record: steps through the services, drawn one by one."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.check_entry import CertificateEntry, CheckEntry, RightToWorkEntry
from compliance.domain.held_checks import Outcome
from compliance.domain.requirement import RoleFacts
from compliance.domain.retention_list import RetentionItem
from compliance.enums import CheckOrigin
from compliance.models import Check, CompliancePolicy
from compliance.selectors.retention import list_retention_items
from compliance.services.checks import record_check
from compliance.services.engagements import RoleEntry, change_engagement, create_person, describe_role, engage
from compliance.services.retention import confirm_destruction, propose_destruction
from core.domain.errors import DomainError
from core.domain.permissions import Actor
from core.domain.retention import Record
from core.domain.school_time import day_of
from core.models import Document, Engagement, Person, School
from core.services.history import save_with_reason
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
    """Two schools of a trust and what has happened in them so far, told by the moment of each step.

    ``gone`` says by school whose staff records were destroyed: the person, and a first name nobody else has.
    """

    schools: list[School]
    by: Actor
    other: Actor
    now: datetime = NOW
    gone: dict[tuple[int, int], str] = field(default_factory=dict)

    def engagement(self, number: int) -> Engagement:
        """One of those there are; nothing happens to anybody where nobody is left."""
        known = Engagement.objects.select_related("person", "school").order_by("pk")
        found = list(known)
        if not found:
            raise DomainError("nobody", "Nobody is left.")
        return found[number % len(found)]


type Step = Callable[[World], None]


def take_on(world: World, draw: st.DrawFn) -> None:
    """Somebody new, or somebody known at a second post."""
    school = world.schools[draw(st.integers(0, 1))]
    if Person.objects.exists() and draw(st.booleans()):
        person = world.engagement(draw(st.integers(0, 9))).person
    else:
        person = create_person(
            school_id=school.pk,
            given_name=f"Rowan {Person.history.count()}",
            family_name=draw(st.sampled_from(NAMES)),
            by=world.by,
            now=world.now,
        )
    engage(
        person_id=person.pk,
        school_id=school.pk,
        job_title=draw(st.sampled_from(TITLES)),
        start_date=draw(st.none() | st.dates(date(2026, 10, 1), date(2026, 12, 1))),
        end_date=None,
        role=RoleEntry(draw(st.sampled_from(CATEGORIES)), RoleFacts(lived_abroad=draw(FACTS))),
        by=world.by,
        now=world.now,
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
        certificate=CertificateEntry(one.person.full_name, draw(st.booleans()), issued_date=day)
        if is_certificate
        else None,
    )
    record_check(
        person_id=one.person_id,
        school_id=one.school_id,
        entry=entry,
        supersedes_id=earlier.pk if earlier and draw(st.booleans()) else None,
        reason="checked again",
        document=copy_of(world, one) if is_certificate and draw(st.booleans()) else None,
        by=world.by,
        now=world.now,
    )


def right_to_work(world: World, draw: st.DrawFn) -> None:
    """Evidence that never ends, ends on a day, or is a notice that counts for six months."""
    one = world.engagement(draw(st.integers(0, 9)))
    today = day_of(world.now)
    end = today + timedelta(days=draw(st.sampled_from([5, 61, 400])))
    shown = draw(
        st.sampled_from(
            [
                RightToWorkEntry("online", "evisa_limited", permission_end=end),
                RightToWorkEntry("employer_checking_service", "positive_verification_notice", pvn_date=today),
                RightToWorkEntry("manual", "british_passport"),
            ]
        )
    )
    record_check(
        person_id=one.person_id,
        school_id=one.school_id,
        entry=CheckEntry(
            CheckType.RIGHT_TO_WORK,
            is_done=True,
            done_date=today,
            outcome=Outcome.CLEAR,
            done_by="Nia Owen",
            reference_number="925665416",
            right_to_work=shown,
        ),
        reason="checked again",
        document=copy_of(world, one) if draw(st.booleans()) else None,
        origin=CheckOrigin.WORKBOOK,  # the rules on evidence are tested where they are
        by=world.by,
        now=world.now,
    )


def copy_of(world: World, one: Engagement) -> Document:
    return Document.objects.create(
        school=one.school,
        kind="pdf",
        original_name="scan.pdf",
        file="scan",
        size_bytes=1,
        uploaded_at=world.now,
    )


def destroy(world: World, draw: st.DrawFn) -> None:
    """Some leave, years pass, and one proposes all that is due at a school and another confirms it."""
    for one in Engagement.objects.filter(end_date=None):
        if draw(st.sampled_from([True, True, False]), label="leaves"):
            one.end_date = max(day_of(world.now), one.start_date or date.min)
            save_with_reason(one, by=world.by, reason="left", now=world.now)
    world.now += timedelta(days=365 * draw(st.sampled_from([3, 7, 1]), label="years"))
    first, second = world.schools
    for school in draw(st.sampled_from([[first], [second], [first, second]]), label="where"):
        destroy_what_is_due(world, school.pk)


def destroy_what_is_due(world: World, school_id: int) -> None:
    today = day_of(world.now)
    due: dict[str, list[RetentionItem]] = defaultdict(list)
    for item in list_retention_items([school_id], today=today):
        due[item.record].append(item)
    for kind in sorted(due, key=list(Record).index):  # the staff record would take the others with it
        batch = propose_destruction(
            kind=kind,
            school_id=school_id,
            record_keys=[item.record_key for item in due[kind]],
            by=world.by,
            today=today,
            now=world.now,
        )
        confirm_destruction(batch_id=batch.pk, by=world.other, today=today, now=world.now)
    world.gone |= {
        (school_id, item.person_id): item.subject.rpartition(" ")[0] for item in due[Record.PERSONNEL_FILE]
    }
    assert list_retention_items([school_id], today=today) == []


def set_policy(world: World, draw: st.DrawFn) -> None:
    school = world.schools[0]
    policy = CompliancePolicy.objects.filter(school=school).first() or CompliancePolicy(school=school)
    policy.expiring_soon_days = draw(st.sampled_from([10, 60]))
    save_with_reason(policy, by=world.by, reason="decided", now=world.now)


def change_school(world: World, draw: st.DrawFn) -> None:
    school = School.objects.get(pk=world.schools[0].pk)
    school.school_type = draw(st.sampled_from(["maintained", "academy"]))
    save_with_reason(school, by=world.by, reason="converted", now=world.now)


STEPS = (
    take_on,
    rename,
    change,
    describe,
    check,
    check,
    right_to_work,
    right_to_work,
    set_policy,
    change_school,
    destroy,
)
# Without these there is little to destroy.
OPENING = (take_on, take_on, right_to_work, right_to_work, check)
