"""Training written down in two windows at the same moment: it is there once, and nobody meets an error."""

import pytest

from core.domain.permissions import Actor, Role
from core.models import School
from cpd.domain.training_log import LogLine, TrainingLogReading
from cpd.models import Training
from cpd.services.training_logs import LogReport, record_lines
from tests.factories import make_actor, make_person, make_school
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW
from tests.factories.training import make_courses
from tests.recruitment.services.test_saving_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
WINDOWS = 3


@pytest.fixture
def school() -> School:
    make_courses()
    school = make_school()
    for number in range(8):
        make_engagement(school=school, person=make_person(given_name="Josie", family_name=f"Lane{number}"))
    return school


def test_one_log_brought_in_in_several_windows_comes_in_once(school: School) -> None:
    hr = make_actor(Role.HR_OFFICER, school=school)
    reading = TrainingLogReading((), tuple(_line(number) for number in range(8)))
    reports: list[LogReport] = []

    def bring_in(by: Actor) -> None:
        reports.append(record_lines(reading=reading, school_id=school.pk, left_out=(), by=by, now=NOW))

    at_once([lambda: bring_in(hr) for _ in range(WINDOWS)])

    assert Training.objects.count() == 8
    assert sorted((one.recorded, one.known) for one in reports) == [(0, 8), (0, 8), (8, 0)]


def _line(number: int) -> LogLine:
    return LogLine(
        sheet="Log",
        row=number + 2,
        column="B",
        forename="Josie",
        surname=f"Lane{number}",
        course="Fire safety",
        awarded="04/09/2026",
    )
