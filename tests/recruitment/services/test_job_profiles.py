"""Confirming: profile, version, specification and criteria at once or not at all, and only once."""

from datetime import date, timedelta

import pytest

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import School
from recruitment.domain.review import NotReadyError
from recruitment.domain.review_edit import Press
from recruitment.models import Criterion, DocumentReading, JobProfile, JobProfileVersion, PersonSpecification
from recruitment.services.job_profiles import confirm_reading
from recruitment.services.readings import discard_reading, edit_reading, start_reading, start_revision
from tests.factories import make_actor, make_job_profile_version, make_school
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

REVIEW = date(2027, 11, 2)
WORDS = """Job title: Midday Supervisor
Grade: Scale 2

Main purpose
To keep children safe and happy at lunch time.

Duties
- Supervise the playground

Person specification
Evidence key: A – Application form, I – Interview, C – Certificate

Criterion\tEssential\tDesirable\tEvidence
Experience of caring for children\tX\t\tA/I
Paediatric first aid certificate, or a willingness to train\t\tX\tC
Able to stay calm in a busy playground\tX\t\tI
"""


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def hr(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


@pytest.fixture
def reading(school: School, hr: Actor) -> DocumentReading:
    return start_reading(school_id=school.pk, by=hr, now=NOW, source_name="midday.txt", text=WORDS)


def confirm(reading: DocumentReading, by: Actor, **options: object) -> JobProfileVersion:
    arguments = {"review_date": REVIEW, "now": NOW} | options
    return confirm_reading(reading_id=reading.pk, by=by, **arguments)  # type: ignore[arg-type]


def counts() -> list[int]:
    models = (JobProfile, JobProfileVersion, PersonSpecification, Criterion)
    return [model.objects.count() for model in models]


def test_confirming_makes_everything_at_once(reading: DocumentReading, hr: Actor) -> None:
    version = confirm(reading, hr)

    assert counts() == [1, 1, 1, 3]
    assert (version.number, version.title, version.grade) == (1, "Midday Supervisor", "Scale 2")
    assert version.purpose == "To keep children safe and happy at lunch time."
    assert [duty["text"] for duty in version.duties] == ["Supervise the playground"]
    assert (version.review_date, version.confirmed_by_id, version.confirmed_at) == (REVIEW, hr.user_id, NOW)
    reading.refresh_from_db()
    assert (reading.status, reading.version, reading.undo_stack) == ("confirmed", version, [])


def test_criteria_are_what_the_rows_said(reading: DocumentReading, hr: Actor) -> None:
    version = confirm(reading, hr)

    rows = version.person_specification.criteria.order_by("position").values_list(
        "position", "text", "requirement", "evidence", "is_trainable"
    )
    assert list(rows) == [
        (1, "Experience of caring for children", "essential", "AI", False),
        (2, "Paediatric first aid certificate, or a willingness to train", "desirable", "C", True),
        (3, "Able to stay calm in a busy playground", "essential", "I", False),
    ]
    assert version.person_specification.evidence_key == {
        "A": "Application form",
        "I": "Interview",
        "C": "Certificate",
    }


def test_positions_run_on_over_rows_that_were_left_out(reading: DocumentReading, hr: Actor) -> None:
    edit_reading(reading_id=reading.pk, press=Press(action="drop:2"), by=hr, now=NOW)

    version = confirm(reading, hr)

    criteria = version.person_specification.criteria.order_by("position")
    assert [(one.position, one.text) for one in criteria] == [
        (1, "Experience of caring for children"),
        (2, "Able to stay calm in a busy playground"),
    ]


def test_history_says_who_and_from_what(reading: DocumentReading, hr: Actor) -> None:
    version = confirm(reading, hr)

    entry = version.history.get()
    assert (entry.history_user_id, entry.history_change_reason) == (hr.user_id, "Confirmed from midday.txt")


def test_confirming_twice_is_denied(reading: DocumentReading, hr: Actor) -> None:
    confirm(reading, hr)

    with pytest.raises(DomainError) as denied:
        confirm(reading, hr)

    assert (denied.value.code, counts()) == ("reading_closed", [1, 1, 1, 3])


def test_a_discarded_reading_cannot_be_confirmed(reading: DocumentReading, hr: Actor) -> None:
    discard_reading(reading_id=reading.pk, by=hr, now=NOW)

    with pytest.raises(DomainError) as denied:
        confirm(reading, hr)

    assert (denied.value.code, counts()) == ("reading_closed", [0, 0, 0, 0])


def test_what_is_missing_is_named_and_nothing_is_made(reading: DocumentReading, hr: Actor) -> None:
    edit_reading(reading_id=reading.pk, press=Press(action="add:1"), by=hr, now=NOW)

    with pytest.raises(NotReadyError) as denied:
        confirm(reading, hr, review_date=NOW.date())

    assert [fault.field for fault in denied.value.faults] == ["row-4-text", "review_date"]
    assert counts() == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("review_date", "is_taken"),
    [(None, False), (NOW.date(), False), (NOW.date() + timedelta(days=1), True)],
)
def test_the_review_date_must_lie_ahead(
    reading: DocumentReading, hr: Actor, review_date: date | None, is_taken: bool
) -> None:
    if is_taken:
        assert confirm(reading, hr, review_date=review_date).review_date == review_date
    else:
        with pytest.raises(NotReadyError):
            confirm(reading, hr, review_date=review_date)


def test_a_line_manager_cannot_confirm(reading: DocumentReading, school: School) -> None:
    with pytest.raises(NotAllowed):
        confirm(reading, make_actor(Role.LINE_MANAGER, school=school))

    assert counts() == [0, 0, 0, 0]


def test_a_revision_becomes_the_next_version(school: School, hr: Actor) -> None:
    first = make_job_profile_version(school=school)
    revision = start_revision(job_profile_id=first.job_profile_id, by=hr, now=NOW)
    edit_reading(reading_id=revision.pk, press=Press(action="drop:3"), by=hr, now=NOW)

    second = confirm(revision, hr)

    assert (second.job_profile_id, second.number) == (first.job_profile_id, 2)
    assert first.person_specification.criteria.count() == 5
    assert second.person_specification.criteria.count() == 4


def test_what_was_let_stand_need_not_be_let_stand_in_the_next_version(school: School, hr: Actor) -> None:
    words = "Person specification\nEssential\n- ELSA training\nDesirable\n- ELSA qualification or training\n"
    reading = start_reading(
        school_id=school.pk, by=hr, now=NOW, source_name="a", text=f"Job title: Mentor\n{words}"
    )
    for action in ("evidence-for-all", "keep-both:1:2"):
        edit_reading(reading_id=reading.pk, press=Press(action=action), by=hr, now=NOW)
    first = confirm(reading, hr)

    revision = start_revision(job_profile_id=first.job_profile_id, by=hr, now=NOW)

    assert confirm(revision, hr).number == 2


def test_a_document_can_become_the_next_version_of_a_chosen_profile(
    reading: DocumentReading, school: School, hr: Actor
) -> None:
    first = make_job_profile_version(school=school)

    second = confirm(reading, hr, next_version_of=first.job_profile_id)

    first.job_profile.refresh_from_db()
    assert (second.number, second.job_profile_id) == (2, first.job_profile_id)
    assert first.job_profile.title == "Midday Supervisor"


def test_another_schools_profile_cannot_be_chosen(reading: DocumentReading, hr: Actor) -> None:
    theirs = make_job_profile_version()

    with pytest.raises(DomainError) as denied:
        confirm(reading, hr, next_version_of=theirs.job_profile_id)

    assert (denied.value.code, denied.value.field) == ("no_such_profile", "next_version_of")
    assert theirs.job_profile.versions.count() == 1
