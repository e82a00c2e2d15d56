"""Training of the invented school: INSET days, certificates, and some that have lapsed on purpose."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from compliance.domain.kinds import PersonKind
from core.domain.permissions import Actor
from core.domain.school_time import day_of
from core.models import Engagement
from cpd.domain.training_entry import TrainingEntry
from cpd.domain.training_matrix import AskedOf
from cpd.models import Course, Training
from cpd.services.catalogue import add_known_courses
from cpd.services.courses import NewRequirement, add_course, ask_for_training, set_course_policy
from cpd.services.training import confirm_training, record_for_many
from overview.demonstration.people import Cast

INSET_PROVIDER = "Mill Lane, INSET day"
STAFF = frozenset(
    {"teacher", "leader_academy", "ta_elsa", "support_staff", "ey_wrap", "supply_agency", "trainee_fee"}
)
GOVERNORS = frozenset({"trustee_academy"})


@dataclass(frozen=True, slots=True)
class Inset:
    """One course of an INSET day so many days ago, for everybody of some categories but a few."""

    course: str
    days_ago: int
    categories: frozenset[str] = STAFF
    without: tuple[str, ...] = ()
    hours: int = 2


@dataclass(frozen=True, slots=True)
class Certificate:
    """One person's certificate: completed so many days ago; it may print an expiry so many days from now."""

    course: str
    name: str
    days_ago: int | None
    provider: str
    why: str
    printed_in: int | None = None
    pounds: int = 0
    appointed_days_ago: int | None = None


INSETS = (
    Inset("safeguarding_induction", 380, STAFF | GOVERNORS, ("Callum Strachan",), hours=3),
    Inset("kcsie_read", 430, STAFF),
    Inset("safeguarding_update", 320, STAFF),
    Inset("safeguarding_update", 85, STAFF, ("Winston Blake", "Lorna Mackie", "Julie Prosser")),
    Inset("fire", 322, STAFF, ("Stephen Cadwallader", "Francis Okello"), hours=1),
    Inset("health_safety", 1070, frozenset({"teacher", "leader_academy"}), hours=1),
    Inset(
        "health_safety", 240, frozenset({"ta_elsa", "support_staff", "ey_wrap"}), ("Ivan Petrov",), hours=1
    ),
    Inset("data_protection", 200, STAFF, ("Owen Trevithick", "Teresa Moffat"), hours=1),
    Inset("prevent_all", 600, STAFF | GOVERNORS, ("Hannah Broadbent", "Callum Strachan"), hours=1),
    Inset("governor_safeguarding", 260, GOVERNORS, ("Mei Tan",)),
)
CERTIFICATES = (
    Certificate(
        "dsl", "Robert Hale", 693, "Harbour Safeguarding Partnership", "Designated safeguarding lead"
    ),
    Certificate("dsl", "Samira Haddad", 210, "Harbour Safeguarding Partnership", "Deputy safeguarding lead"),
    Certificate("dsl", "Helen Marsh", 745, "Harbour Safeguarding Partnership", "Deputy safeguarding lead"),
    Certificate("prevent_lead", "Robert Hale", 400, "Home Office, online", "Prevent lead"),
    Certificate("eyfs_safeguarding", "Alice Thornley", 90, "Early Years Harbour", ""),
    Certificate("eyfs_safeguarding", "Kemi Balogun", 700, "Early Years Harbour", ""),
    Certificate("eyfs_safeguarding", "Jodie Harkness", 760, "Early Years Harbour", ""),
    Certificate(
        "paediatric_first_aid", "Alice Thornley", 500, "Quayside First Aid", "In the nursery", 595, 95
    ),
    Certificate("paediatric_first_aid", "Kemi Balogun", 1080, "Quayside First Aid", "In the nursery", 14, 95),
    Certificate(
        "paediatric_first_aid", "Jodie Harkness", 1110, "Quayside First Aid", "Breakfast club", -16, 95
    ),
    Certificate("faw", "Gareth Nokes", 1108, "Quayside First Aid", "First aider of the site team", -13, 180),
    Certificate("faw", "Deborah Finch", 300, "Quayside First Aid", "First aider in the office", None, 180),
    Certificate("efaw", "Carol Bettany", 1050, "Quayside First Aid", "First aider of key stage 1", None, 70),
    Certificate("fire_warden", "Gareth Nokes", 200, "Red Kite Fire Training", "Fire warden"),
    Certificate("fire_warden", "Deborah Finch", 1130, "Red Kite Fire Training", "Fire warden, front office"),
    Certificate("food_hygiene", "Maureen Tait", 640, "Harbour Catering College", "Prepares food", None, 25),
    Certificate("food_hygiene", "Ivan Petrov", None, "", "Prepares food"),
    Certificate(
        "food_hygiene", "Jodie Harkness", 1060, "Harbour Catering College", "Breakfast club", None, 25
    ),
    Certificate("safer_recruitment", "Helen Marsh", 700, "Harbour Safeguarding Partnership", "Chairs panels"),
    Certificate("safer_recruitment", "Nia Owen", 420, "Harbour Safeguarding Partnership", "Sits on panels"),
    Certificate(
        "safer_recruitment", "Gwen Pritchard", 1890, "Harbour Safeguarding Partnership", "Sits on panels"
    ),
    Certificate("senco_npq", "Tom Ellery", None, "", "SENCO of the school", appointed_days_ago=700),
    Certificate("evc", "Peter Lowndes", 980, "Outdoor Harbour", "Educational visits co-ordinator", None, 120),
    Certificate(
        "midas", "Winston Blake", 1300, "Harbour Community Transport", "Drives the minibus", 160, 140
    ),
    Certificate("manual_handling", "Winston Blake", 1200, "Red Kite Training", "Caretaker"),
    Certificate("asbestos", "Gareth Nokes", 350, "Red Kite Training", "Site manager"),
    Certificate("asbestos", "Winston Blake", 340, "Red Kite Training", "Caretaker"),
    Certificate("medicines", "Philippa Dunn", 120, "School nursing team", "Gives medicines at noon"),
    Certificate("medicines", "Kemi Balogun", 361, "School nursing team", "Gives medicines in the nursery"),
    Certificate(
        "physical_intervention", "Samira Haddad", 330, "Steady Hands Training", "Pastoral lead", 35, 210
    ),
    Certificate("physical_intervention", "Philippa Dunn", 150, "Steady Hands Training", "ELSA", 580, 210),
    Certificate("elsa_initial", "Philippa Dunn", 1900, "Harbour educational psychologists", "ELSA"),
)


def make_training(cast: Cast, now: datetime) -> None:
    """What is asked of whom first, then INSET days and certificates as they came."""
    head, nia, began = cast.actor("Helen"), cast.actor("Nia"), now - timedelta(days=400)
    courses = add_known_courses(by=head, now=began)
    people = _people(cast)
    _decide(cast, courses, head, began)
    for inset in INSETS:
        day = day_of(now) - timedelta(days=inset.days_ago)
        entry = TrainingEntry(
            day, courses[inset.course].pk, provider=INSET_PROVIDER, quarter_hours=inset.hours * 4
        )
        record_for_many(
            school_id=cast.school.pk,
            engagement_ids=_present(people, inset, day),
            entry=entry,
            by=nia,
            now=_written(day, now),
        )
    for certificate in CERTIFICATES:
        _certify(cast, courses, people[certificate.name], certificate, now)
    for training in Training.objects.filter(school=cast.school, recorded_by=nia.user_id, confirmed_at=None):
        confirm_training(training_id=training.pk, by=head, now=_written(training.awarded_date, now))


def _people(cast: Cast) -> Mapping[str, Engagement]:
    here = Engagement.objects.filter(school=cast.school, role__isnull=False, end_date=None)
    return {one.person.full_name: one for one in here.select_related("person", "role").order_by("-pk")}


def _decide(cast: Cast, courses: Mapping[str, Course], head: Actor, began: datetime) -> None:
    """What the school asks beside the rules, a policy of its own, and a course of its own."""
    school_id, first_day = cast.school.pk, day_of(began)
    set_course_policy(
        school_id=school_id,
        course_id=courses["safer_recruitment"].pk,
        renewal_months=60,
        reason="Agreed by the governors: every five years",
        by=head,
        now=began,
    )
    reading = add_course(
        school_id=school_id, name="How we teach reading", renewal_months=24, by=head, now=began
    )
    asked = (
        (courses["data_protection"], AskedOf.EVERYBODY, "", "A condition of our insurance"),
        (courses["prevent_all"], AskedOf.EVERYBODY, "", "Agreed by the governors"),
        (reading, AskedOf.KIND, PersonKind.TEACHING, "Everybody teaches phonics the same way"),
    )
    for course, whom, kind, reason in asked:
        requirement = NewRequirement(course.pk, whom, reason, first_day, kind=kind)
        ask_for_training(school_id=school_id, requirement=requirement, by=head, now=began)
    teaching = Engagement.objects.filter(school=cast.school, role__category="teacher", end_date=None)
    here = teaching.filter(start_date__lte=first_day).order_by("pk")
    teachers = list(here.values_list("pk", flat=True))
    record_for_many(
        school_id=school_id,
        engagement_ids=teachers[:-2],
        entry=TrainingEntry(first_day, reading.pk, provider=INSET_PROVIDER, quarter_hours=12),
        by=head,
        now=began,
    )


def _certify(
    cast: Cast, courses: Mapping[str, Course], engagement: Engagement, one: Certificate, now: datetime
) -> None:
    """Ask it of the person by name where no rule does, and write the certificate down."""
    course, today = courses[one.course], day_of(now)
    began = now - timedelta(days=399)
    if one.why:
        appointed = _ago(today, one.appointed_days_ago)
        requirement = NewRequirement(
            course.pk,
            AskedOf.PERSON,
            one.why,
            day_of(began),
            engagement_id=engagement.pk,
            appointed_date=appointed,
        )
        ask_for_training(school_id=cast.school.pk, requirement=requirement, by=cast.actor("Helen"), now=began)
    awarded = _ago(today, one.days_ago)
    if awarded is None:
        return
    entry = TrainingEntry(
        awarded,
        course.pk,
        provider=one.provider,
        printed_expiry=None if one.printed_in is None else today + timedelta(days=one.printed_in),
        cost_pence=one.pounds * 100 or None,
    )
    record_for_many(
        school_id=cast.school.pk,
        engagement_ids=[engagement.pk],
        entry=entry,
        by=cast.actor("Nia"),
        now=_written(awarded, now),
    )


def _ago(today: date, days: int | None) -> date | None:
    return None if days is None else today - timedelta(days=days)


def _present(people: Mapping[str, Engagement], inset: Inset, day: date) -> list[int]:
    return [
        one.pk
        for name, one in people.items()
        if one.role.category in inset.categories
        and name not in inset.without
        and one.start_date is not None
        and one.start_date <= day
    ]


def _written(day: date, now: datetime) -> datetime:
    """In the afternoon of the day itself, or when the school began to keep its training here."""
    moment = now - timedelta(days=(day_of(now) - day).days)
    return max(moment, now - timedelta(days=398))
