"""Two people confirm the same at once: one does it, the other is told so, and nothing is done twice."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.central_record_reading import reading_to_json
from compliance.domain.import_report import report_from_json
from compliance.domain.workbook_choices import PersonChoice, person_key
from compliance.models import Check, RightToWorkEvidence, StartConfirmation, WorkbookReading
from compliance.selectors.retention import list_retention_items
from compliance.services.central_record_import import import_workbook
from compliance.services.retention import confirm_destruction, propose_destruction
from compliance.services.starts import confirm_start
from core.domain.errors import DomainError
from core.domain.permissions import Actor, Role
from core.models import Engagement, Person, School
from tests.compliance.readers.sheets import HEADINGS, book_of, person, read_book
from tests.factories import make_actor, make_school
from tests.factories.compliance import make_certificate, make_check, make_engagement
from tests.factories.dated import make_right_to_work
from tests.factories.people import NOW
from tests.factories.workbooks import make_workbook_reading
from tests.recruitment.services.test_saving_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = NOW.date()


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def two(school: School) -> list[Actor]:
    return [make_actor(Role.HR_OFFICER, school=school) for _ in range(2)]


def confirm_together(two: list[Actor], confirm: Callable[[Actor], object]) -> list[str]:
    """What each of the two is told, the one first who did it: nothing, or why not."""

    def run(by: Actor) -> str:
        try:
            confirm(by)
        except DomainError as error:
            return error.message
        return ""

    return sorted(str(said) for said in at_once([partial(run, by) for by in two]))


def test_destruction_is_carried_out_by_one_of_two(school: School, two: list[Actor]) -> None:
    check = make_right_to_work(
        make_engagement(school=school, start_date=None, end_date=date(2024, 8, 31)),
        permission_end=date(2024, 9, 1),
    )
    (due,) = list_retention_items([school.pk], today=TODAY, kinds=["right_to_work"])
    batch = propose_destruction(
        kind="right_to_work",
        school_id=school.pk,
        record_keys=[due.record_key],
        by=make_actor(Role.HEADTEACHER, school=school),
        today=TODAY,
        now=NOW,
    )

    said = confirm_together(
        two, lambda by: confirm_destruction(batch_id=batch.pk, by=by, today=TODAY, now=NOW)
    )

    batch.refresh_from_db()
    check.refresh_from_db()
    assert said == ["", "This is settled already."]
    assert (batch.status, batch.row_count, RightToWorkEvidence.objects.count()) == ("destroyed", 2, 0)
    assert check.relied_on_until == date(2024, 9, 1)


def test_start_is_confirmed_by_one_of_two(school: School, two: list[Actor]) -> None:
    facts = dict.fromkeys(
        ("teaching_work", "has_trn", "lived_abroad", "early_years_or_wraparound", "manages_early_years"),
        False,
    )
    engagement = make_engagement(school=school, role=facts)
    for check in (CheckType.IDENTITY, CheckType.RIGHT_TO_WORK, CheckType.MEDICAL_FITNESS):
        make_check(engagement, check)
    make_certificate(engagement)
    lines = Engagement.history.count()

    said = confirm_together(
        two, lambda by: confirm_start(engagement_id=engagement.pk, started_date=TODAY, by=by, now=NOW)
    )

    assert said == ["", "The start is confirmed already."]
    assert (StartConfirmation.objects.count(), Engagement.history.count()) == (1, lines + 1)


def test_workbook_is_brought_in_by_one_of_two(school: School, two: list[Actor], tmp_path: Path) -> None:
    read = read_book(book_of(HEADINGS, person(1), person(2)), tmp_path)
    reading = make_workbook_reading(school=school, reading=reading_to_json(read))
    chosen = {person_key(one): PersonChoice(worker=WorkerCategory.SUPPORT_STAFF) for one in read.people}

    said = confirm_together(
        two, lambda by: import_workbook(reading_id=reading.pk, by=by, now=NOW, people=chosen)
    )

    report = report_from_json(WorkbookReading.objects.get().report)
    assert said == ["", "This workbook has already been brought in. Drop it in again."]
    assert (report.people_new, Person.objects.count(), Engagement.objects.count()) == (2, 2, 2)
    assert Check.objects.count() == 2
