"""Policies of the invented school: read by most, overdue for some, one published for later, one withdrawn."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from simple_history.utils import bulk_update_with_history

from compliance.domain.kinds import PersonKind
from core.domain.school_time import day_of, moment_of
from core.domain.terms import FIRST_MONTH, school_year_of
from core.models import Engagement, Person
from core.selectors import get_actor
from cpd.domain.training_rules import CourseKey
from cpd.enums import ReadingBasis, SigningWay
from cpd.models import Course, PolicySignature, PolicyVersion
from cpd.selectors.policies import list_readings
from cpd.selectors.policy_readers import Reader, present_on, readers_of
from cpd.services.policies import EditionEntry, create_policy, publish_edition, withdraw_policy
from cpd.services.training import record_reading
from overview.demonstration.people import Cast

AT_SCHOOL = (PersonKind.TEACHING, PersonKind.SUPPORT)
GUIDANCE = "https://www.gov.uk/government/publications/keeping-children-safe-in-education--2"
CONDUCT = (
    "We treat every child, family and colleague with respect.\n\n"
    "We keep to the agreed ways of contacting families: the school telephone, the school e-mail account and "
    "meetings at school. We do not use personal accounts or personal telephones for it.\n\n"
    "We are never alone with a child behind a closed door that has no window.\n\n"
    "Whoever is worried about a child, or about the way an adult behaves towards one, tells the designated "
    "safeguarding lead on the same day. Worries about the headteacher go to the chair of governors."
)
TELEPHONES = (
    "Personal telephones stay in the locker or in the staff room while children are at school.\n\n"
    "Photographs of children are taken with school cameras only, and only of children whose families have "
    "agreed. The list hangs in the office.\n\n"
    "On trips the group leader carries the school telephone."
)
WITHOUT_ADDRESS = ("Dorothy Vance", "Ivan Petrov", "Pauline Hobbs")
# Who had not signed when the demonstration was loaded, by family name.
NOT_YET = {
    "guidance": ("Kerr", "Demir", "Petrov", "Mackie", "Speke"),
    "conduct": ("Haddad", "Demir", "Harkness"),
    "telephones": ("Lane", "Haddad", "Ellery", "Crowe", "Rao", "Doyle", "Nokes", "Pugh", "Kerr", "Tait"),
}


def make_policies(cast: Cast, now: datetime) -> None:
    """Two Septembers of safeguarding guidance, a code of conduct, a short notice, and what is to come."""
    write_addresses(cast, now)
    readers = readers_of(
        present_on(Engagement.objects.filter(school=cast.school, start_date__lte=day_of(now)), day_of(now))
    )
    make_guidance(cast, readers, now)
    make_conduct(cast, readers, now)
    make_telephones(cast, readers, now)
    make_what_is_not_asked(cast, now)


def write_addresses(cast: Cast, now: datetime) -> None:
    """Work addresses for nearly everybody, so that there is somebody to remind and somebody to tell."""
    people = [
        person
        for person in Person.objects.filter(email="", engagements__school=cast.school).distinct()
        if person.full_name not in WITHOUT_ADDRESS
    ]
    for person in people:
        person.email = f"{person.given_name}.{person.family_name}@millane.example".lower()
    bulk_update_with_history(
        people,
        Person,
        ["email"],
        default_user=cast.users["Nia"],
        default_change_reason="work address",
        default_date=now,
    )


def make_guidance(cast: Cast, readers: list[Reader], now: datetime) -> None:
    """Each September's, for everybody: last year's signed by all who were here, this year's by most.

    This year signing it counts as the training.
    """
    nia, today = cast.actor("Nia"), day_of(now)
    year = school_year_of(today)
    former, current = (date(one, FIRST_MONTH, 1) for one in (year - 1, year))
    policy = create_policy(
        school_id=cast.school.pk,
        title="Keeping children safe in education, Part one",
        basis=ReadingBasis.GUIDANCE,
        entry=guidance_of(former),
        by=nia,
        now=moment_of(former, time(9)),
    )
    entry = replace(guidance_of(current), counts_as=Course.objects.get(key=CourseKey.KCSIE_READ).pk)
    edition = publish_edition(
        policy_id=policy.pk, entry=entry, by=nia, now=min(moment_of(current, time(9)), now)
    )
    there = [one for one in readers if one.first_day <= former]
    sign(cast, policy.versions.get(in_force_from=former), there, (), former + timedelta(days=3))
    sign(cast, edition, readers, NOT_YET["guidance"], min(current + timedelta(days=2), today))


def guidance_of(first_day: date) -> EditionEntry:
    return EditionEntry(
        edition=f"September {first_day.year}",
        in_force_from=first_day,
        read_by=first_day + timedelta(days=29),
        address=GUIDANCE,
    )


def make_conduct(cast: Cast, readers: list[Reader], now: datetime) -> None:
    begun = day_of(now) - timedelta(days=70)
    policy = create_policy(
        school_id=cast.school.pk,
        title="Staff code of conduct",
        basis=ReadingBasis.POLICY,
        entry=EditionEntry(
            edition="Fourth edition",
            in_force_from=begun,
            read_by=begun + timedelta(days=28),
            kinds=AT_SCHOOL,
            text=CONDUCT,
        ),
        by=cast.actor("Nia"),
        now=now - timedelta(days=72),
    )
    sign(cast, policy.versions.get(), readers, NOT_YET["conduct"], begun + timedelta(days=9))


def make_telephones(cast: Cast, readers: list[Reader], now: datetime) -> None:
    begun = day_of(now) - timedelta(days=6)
    policy = create_policy(
        school_id=cast.school.pk,
        title="Telephones and photographs at school",
        basis=ReadingBasis.POLICY,
        entry=EditionEntry(
            edition="This term’s notice",
            in_force_from=begun,
            read_by=begun + timedelta(days=14),
            kinds=AT_SCHOOL,
            text=TELEPHONES,
        ),
        by=cast.actor("Nia"),
        now=now - timedelta(days=6),
    )
    sign(cast, policy.versions.get(), readers, NOT_YET["telephones"], begun + timedelta(days=2))


def make_what_is_not_asked(cast: Cast, now: datetime) -> None:
    """One published ahead of its day, and one that the school has withdrawn."""
    nia, today = cast.actor("Nia"), day_of(now)
    create_policy(
        school_id=cast.school.pk,
        title="Working alone and home visits",
        basis=ReadingBasis.POLICY,
        entry=EditionEntry(
            edition="First edition",
            in_force_from=today + timedelta(days=30),
            read_by=today + timedelta(days=51),
            kinds=AT_SCHOOL,
            text="Tell the office where you are and when you will be back. Two people visit a home together.",
        ),
        by=nia,
        now=now - timedelta(days=1),
    )
    gone = create_policy(
        school_id=cast.school.pk,
        title="Doors and visitors during the building work",
        basis=ReadingBasis.POLICY,
        entry=EditionEntry(
            edition="Summer",
            in_force_from=today - timedelta(days=200),
            read_by=today - timedelta(days=190),
            text="Visitors come in by the hall door and are walked to where they are going.",
        ),
        by=nia,
        now=now - timedelta(days=201),
    )
    reason = "The building work is finished."
    withdraw_policy(policy_id=gone.pk, reason=reason, by=nia, now=now - timedelta(days=90))


def sign(
    cast: Cast, version: PolicyVersion, readers: list[Reader], without: tuple[str, ...], day: date
) -> None:
    """Whoever has an account signs there; all others on a sheet in the staff room that Nia has seen."""
    nia = cast.users["Nia"]
    asked = [one.reader for one in list_readings(version, readers, {}, today=day)]
    rows = []
    for reader in asked:
        person = reader.person
        if person.family_name in without:
            continue
        signed = max(day, reader.first_day)
        rows.append(
            PolicySignature(
                version=version,
                person=person,
                name=person.full_name,
                way=SigningWay.ONLINE if person.user else SigningWay.PAPER,
                signed_date=signed,
                seen_by="" if person.user else nia.name,
                recorded_at=moment_of(signed, time(15, 40)),
                recorded_by=person.user or nia,
            )
        )
    PolicySignature.objects.bulk_create(rows)
    if version.counts_as_id is not None:
        for row in rows:
            record_reading(signature=row, by=get_actor(row.recorded_by), now=row.recorded_at)
