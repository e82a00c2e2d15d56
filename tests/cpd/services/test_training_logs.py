"""A training log brought in: as far as it can be, as somebody chooses, and never twice."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import Document, Person, School
from core.selectors import get_actor
from cpd.domain.training_log import LogLine, TrainingLogReading, reading_to_json
from cpd.models import Training, TrainingLog
from cpd.selectors.training_logs import LineState, plan_log
from cpd.services.training_logs import bring_in_log, discard_log, read_log_upload, record_lines
from tests.cpd.readers.logs import make_log
from tests.factories import make_actor, make_person, make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.everywhere import files_holding
from tests.factories.people import NOW
from tests.factories.training import make_courses, make_training

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def own_files(settings: LazySettings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def school() -> School:
    make_courses()
    school = make_school()
    for given, family in (("Josie", "Lane"), ("Lowri", "Bevan"), ("Siân", "O'Neill")):
        make_engagement(school=school, person=make_person(given_name=given, family_name=family))
    return school


@pytest.fixture
def hr(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


def line(row: int = 2, **changes: Any) -> LogLine:
    fields = {
        "sheet": "Log",
        "row": row,
        "column": "B",
        "forename": "Josie",
        "surname": "Lane",
        "course": "Fire safety",
        "awarded": "04/09/2026",
    }
    return LogLine(**fields | changes)


def plan(school: School, *lines: LogLine) -> list[tuple[str, str]]:
    found = plan_log(TrainingLogReading((), lines), school_id=school.pk, today=TODAY)
    return [(one.state, one.why) for one in found.lines]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("new", "")),
        ({"forename": "Sian", "surname": "ONeill"}, ("new", "")),
        ({"course": "Phonics refresher"}, ("new", "")),
        ({"forename": "Nobody"}, ("problem", "Nobody of this name works here.")),
        ({"course": ""}, ("problem", "Which training it was is missing.")),
        ({"awarded": "Sept 26"}, ("problem", "“Sept 26” names no day (completed).")),
    ],
)
def test_each_line_says_what_would_come_of_it(
    school: School, changes: dict[str, str], expected: tuple[str, str]
) -> None:
    assert plan(school, line(**changes)) == [expected]


def test_two_people_of_one_name_are_for_a_person_to_tell_apart(school: School) -> None:
    make_engagement(school=school, person=make_person(given_name="Josie", family_name="Lane"))

    assert plan(school, line())[0][0] == LineState.PROBLEM


def test_leaver_is_not_written_to(school: School) -> None:
    make_engagement(
        school=school,
        person=make_person(given_name="Jean", family_name="Corrie"),
        end_date=TODAY - timedelta(days=1),
    )

    assert plan(school, line(forename="Jean", surname="Corrie"))[0][0] == LineState.PROBLEM


def test_line_on_record_or_twice_in_the_log_is_known(school: School) -> None:
    lines = [line(2), line(3), line(4, awarded="5/9/2026")]

    assert [state for state, _why in plan(school, *lines)] == ["new", "known", "new"]


def make_open_log(school: School, hr: Actor, *lines: LogLine) -> TrainingLog:
    return TrainingLog.objects.create(
        school=school,
        source_name="log.xlsx",
        reading=reading_to_json(TrainingLogReading((), lines)),
        created_at=NOW,
        created_by_id=hr.acting_id,
    )


def test_ready_lines_come_in_but_for_those_left_out(school: School, hr: Actor) -> None:
    lines = [line(2), line(3, forename="Lowri", surname="Bevan"), line(4, forename="Nobody")]
    log = make_open_log(school, hr, *lines)

    report = bring_in_log(log_id=log.pk, left_out={lines[1].key}, by=hr, now=NOW)

    assert (report.recorded, report.left_out, report.problems, report.known) == (1, 1, 1, 0)
    training = Training.objects.get()
    assert (training.person.full_name, training.awarded_date, training.origin) == (
        "Josie Lane",
        date(2026, 9, 4),
        "workbook",
    )
    assert training.history.count() == 1
    log.refresh_from_db()
    assert (log.status, log.reading, log.report["recorded"]) == ("imported", {}, 1)


def test_second_import_doubles_nothing(school: School, hr: Actor) -> None:
    lines = [line(2), line(3, course="Phonics refresher")]
    for _ in range(2):
        log = make_open_log(school, hr, *lines)
        report = bring_in_log(log_id=log.pk, left_out=(), by=hr, now=NOW)

    assert (report.recorded, report.known) == (0, 2)
    assert Training.objects.count() == 2


def test_withdrawn_record_may_come_in_again(school: School, hr: Actor) -> None:
    engagement = school.engagements.get(person__family_name="Lane")
    make_training(
        engagement,
        make_courses()["fire"],
        awarded_date=date(2026, 9, 4),
        withdrawn_at=NOW,
        withdrawn_by=engagement.created_by,
        withdrawn_reason="Wrong",
    )

    assert plan(school, line()) == [("new", "")]


def test_log_is_brought_in_once(school: School, hr: Actor) -> None:
    log = make_open_log(school, hr, line())
    bring_in_log(log_id=log.pk, left_out=(), by=hr, now=NOW)

    with pytest.raises(DomainError) as caught:
        bring_in_log(log_id=log.pk, left_out=(), by=hr, now=NOW)

    assert caught.value.code == "log_closed"


def test_discarded_log_leaves_nothing_behind(school: School, hr: Actor) -> None:
    log = make_open_log(school, hr, line())

    discard_log(log_id=log.pk, by=hr, now=NOW)

    log.refresh_from_db()
    assert (log.status, log.reading) == ("discarded", {})
    assert not Training.objects.exists()


def test_role_too_low_brings_nothing_in(school: School, hr: Actor) -> None:
    log = make_open_log(school, hr, line())

    with pytest.raises(NotAllowed):
        bring_in_log(log_id=log.pk, left_out=(), by=make_actor(Role.LINE_MANAGER, school=school), now=NOW)


def upload(data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("log.xlsx", data)


def test_file_is_read_and_not_kept(school: School, hr: Actor) -> None:
    data = make_log([("Josie Lane", "Fire safety", "4/9/2026")])

    log = read_log_upload(school_id=school.pk, upload=upload(data), by=hr, now=NOW)

    assert [one["course"] for one in log.reading["lines"]] == ["Fire safety"]
    assert not Document.objects.exists()
    assert files_holding("xl/workbook.xml") == []


def test_file_that_cannot_be_read_leaves_nothing_behind(school: School, hr: Actor) -> None:
    data = make_log([("red", 5)], heads=("Colour", "Size"))

    with pytest.raises(DomainError):
        read_log_upload(school_id=school.pk, upload=upload(data), by=hr, now=NOW)

    assert (Document.objects.count(), TrainingLog.objects.count()) == (0, 0)
    assert files_holding("xl/workbook.xml") == []


def test_logs_are_forgotten_after_ninety_days(school: School, hr: Actor) -> None:
    for days in (90, 91):
        log = make_open_log(school, hr, line())
        TrainingLog.objects.filter(pk=log.pk).update(created_at=NOW - timedelta(days=days))
    data = make_log([("Josie Lane", "Fire safety", "4/9/2026")])

    read_log_upload(school_id=school.pk, upload=upload(data), by=hr, now=NOW)

    assert TrainingLog.objects.count() == 2


def test_what_a_log_says_of_whoever_brings_it_in_waits(school: School) -> None:
    make_engagement(
        school=school,
        person=make_person(
            given_name="Nia", family_name="Owen", user=make_user(Role.HR_OFFICER, school=school)
        ),
    )
    nia = Person.objects.get(family_name="Owen")
    reading = TrainingLogReading((), (line(), line(3, forename="Nia", surname="Owen")))

    record_lines(reading=reading, school_id=school.pk, left_out=(), by=get_actor(nia.user), now=NOW)

    waiting = Training.objects.filter(confirmed_at=None)
    assert [(one.person, one.origin) for one in waiting] == [(nia, "self")]
    assert Training.objects.confirmed().count() == 1
