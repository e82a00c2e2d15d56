"""An invented trust of any size: schools, people of every kind and the checks held of them, with history."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import batched
from random import Random

from django.db import transaction
from simple_history.utils import bulk_create_with_history

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.models import Check, DbsCertificate, EngagementRole, RightToWorkEvidence
from core.domain.permissions import Role
from core.models import Engagement, Person, RoleAssignment, School, Trust, User

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
RECORDED = NOW - timedelta(days=400)
ROWS_AT_A_TIME = 2_000
# Of a hundred people at a school.
CATEGORIES = (
    (WorkerCategory.TEACHER, 34, "Class teacher"),
    (WorkerCategory.TA_ELSA, 26, "Teaching assistant"),
    (WorkerCategory.SUPPORT_STAFF, 16, "Midday supervisor"),
    (WorkerCategory.SUPPLY_AGENCY, 6, "Supply teacher"),
    (WorkerCategory.TRUSTEE_ACADEMY, 8, "Trustee"),
    (WorkerCategory.VOLUNTEER_RA, 6, "Reading volunteer"),
    (WorkerCategory.CONTRACTOR_RA, 4, "Sports coach"),
)
GIVEN = ("Amira", "Ben", "Carys", "Dylan", "Esme", "Farid", "Grace", "Hugh", "Imani", "Jakub", "Kezia", "Leo")
FAMILY = ("Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Larch")


@dataclass(frozen=True, slots=True)
class FilledTrust:
    """``size`` engagements over the schools; the officer holds a role at each of them."""

    schools: tuple[School, ...]
    officer: User
    size: int


@transaction.atomic
def fill_trust(schools: int, size: int) -> FilledTrust:
    """A trust of so many schools and engagements, spread evenly; about one check in ten is amiss."""
    trust = Trust.objects.create(name=f"Harbour Learning Trust of {size}")
    places = [
        School.objects.create(
            trust=trust,
            name=f"Harbour Lane School {number:02} of {size}",
            school_type="academy",
            phase="primary",
        )
        for number in range(1, schools + 1)
    ]
    School.history.filter(id__in=[place.pk for place in places]).update(history_date=RECORDED)
    officer = User.objects.create_user(f"record{size}@bench.example", name="Officer")
    RoleAssignment.objects.create(user=officer, role=Role.HR_OFFICER, trust=trust, granted_at=NOW)
    random = Random(17)  # noqa: S311 (the same invented people on every run)
    for numbers in batched(range(size), ROWS_AT_A_TIME):
        engagements = _engage(numbers, places, officer, random)
        _check(engagements, officer, random)
    return FilledTrust(tuple(places), officer, size)


def _engage(
    numbers: Iterable[int], places: list[School], officer: User, random: Random
) -> list[tuple[Engagement, WorkerCategory]]:
    numbers = list(numbers)
    people = bulk_create_with_history(
        [
            Person(
                given_name=random.choice(GIVEN),
                family_name=f"{random.choice(FAMILY)}{number}",
                birth_date=date(1960, 1, 1) + timedelta(days=random.randrange(15_000)),
            )
            for number in numbers
        ],
        Person,
        batch_size=500,
        default_date=RECORDED,
    )
    kinds = random.choices(CATEGORIES, weights=[share for _, share, _ in CATEGORIES], k=len(numbers))
    engagements = bulk_create_with_history(
        [
            Engagement(
                person=person,
                school=places[number % len(places)],
                job_title=title,
                start_date=date(2010, 9, 1) + timedelta(days=random.randrange(5_900)),
                created_at=RECORDED,
                created_by=officer,
            )
            for number, person, (_, _, title) in zip(numbers, people, kinds, strict=True)
        ],
        Engagement,
        batch_size=500,
        default_date=RECORDED,
    )
    placed = [(one, category) for one, (category, _, _) in zip(engagements, kinds, strict=True)]
    bulk_create_with_history(
        [_role(engagement, category, random) for engagement, category in placed],
        EngagementRole,
        batch_size=500,
        default_date=RECORDED,
    )
    return placed


def _role(engagement: Engagement, category: WorkerCategory, random: Random) -> EngagementRole:
    return EngagementRole(
        engagement=engagement,
        category=category,
        teaching_work=category in {WorkerCategory.TEACHER, WorkerCategory.SUPPLY_AGENCY},
        management_role=False,
        governor=category == WorkerCategory.TRUSTEE_ACADEMY,
        lived_abroad=random.random() < 0.1,
        has_trn=category == WorkerCategory.TEACHER,
        supervised=False,
        individual_contract=False,
        early_years_or_wraparound=False,
        manages_early_years=False,
        agency="Bright Supply" if category == WorkerCategory.SUPPLY_AGENCY else "",
    )


def _check(engagements: list[tuple[Engagement, WorkerCategory]], officer: User, random: Random) -> None:
    for some in batched(_checks_of(engagements, officer, random), ROWS_AT_A_TIME):
        checks = Check.objects.bulk_create(some)
        DbsCertificate.objects.bulk_create(
            DbsCertificate(check_record=check, includes_barred_list=True, name_on_certificate="As signed")
            for check in checks
            if check.check_type == CheckType.ENHANCED_DBS
        )
        RightToWorkEvidence.objects.bulk_create(
            RightToWorkEvidence(
                check_record=check,
                route="manual",
                document="british_passport",
                permission_end=date(2027, 1, 5) if random.random() < 0.05 else None,
            )
            for check in checks
            if check.check_type == CheckType.RIGHT_TO_WORK
        )


def _checks_of(
    engagements: list[tuple[Engagement, WorkerCategory]], officer: User, random: Random
) -> Iterator[Check]:
    for engagement, category in engagements:
        if engagement.start_date is None:
            raise ValueError("everybody invented here has a first day")
        is_agency = category == WorkerCategory.SUPPLY_AGENCY
        for check in CheckType:
            chance = random.random()
            if check == CheckType.CHILDREN_BARRED_LIST or chance < 0.1:
                continue
            days = 30 if chance > 0.13 else -10
            is_dated = chance < 0.97
            yield Check(
                person_id=engagement.person_id,
                school_id=engagement.school_id,
                check_type=check,
                state="done",
                done_date=engagement.start_date - timedelta(days=days) if is_dated else None,
                is_date_missing=not is_dated,
                outcome="clear",
                done_by="Nia Owen",
                is_assurance=is_agency,
                reference_number=f"{random.randrange(10**12):012}" if check == CheckType.ENHANCED_DBS else "",
                recorded_at=RECORDED,
                recorded_by=officer,
            )
