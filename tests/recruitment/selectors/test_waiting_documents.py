"""Documents that wait to be confirmed: what tells one from another."""

from datetime import timedelta

import pytest

from core.domain.permissions import Role
from core.models import School
from core.selectors import get_actor
from recruitment.selectors.waiting_documents import SHOWN_AT_ONCE, list_waiting_documents
from recruitment.services.readings import start_reading, start_revision
from tests.factories import make_actor, make_job_profile_version, make_school, make_user
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

COOK = "Job title: Cook\n\nPerson specification\nEssential\n- Food hygiene certificate\n- Calm\n"
NAMELESS = (
    "Person specification\nEvidence: A = Application form\nCriterion\tEssential\tEvidence\nCalm\tX\tA\n"
)


@pytest.fixture
def school() -> School:
    return make_school()


def test_each_says_what_was_read_and_when(school: School) -> None:
    hr = get_actor(make_user(Role.HR_OFFICER, school=school, name="Nia Owen"))
    start_reading(school_id=school.pk, by=hr, now=NOW, source_name="source.docx", text=COOK)
    later = NOW + timedelta(minutes=5)
    start_reading(school_id=school.pk, by=hr, now=later, source_name="source.docx", text=NAMELESS)
    version = make_job_profile_version(school=school)
    start_revision(job_profile_id=version.job_profile_id, by=hr, now=later + timedelta(minutes=5))

    waiting = list_waiting_documents(hr)

    assert [(one.label, one.criteria_count, one.doubtful_count) for one in waiting.shown] == [
        ("Learning Mentor", 5, 0),
        ("No title was read", 1, 0),
        ("Cook", 2, 2),
    ]
    assert [one.hint for one in waiting.shown] == [
        f"{what} · last changed 02/11/2026 at {at} · started by Nia Owen"
        for what, at in (
            ("5 criteria · next version of Learning Mentor", "09:40"),
            ("1 criterion · source.docx", "09:35"),
            ("2 criteria · source.docx", "09:30"),
        )
    ]


def test_when_many_wait_the_latest_are_shown_until_all_are_asked_for(school: School) -> None:
    hr = make_actor(Role.HR_OFFICER, school=school)
    for number in range(SHOWN_AT_ONCE + 2):
        moment = NOW + timedelta(minutes=number)
        start_reading(school_id=school.pk, by=hr, now=moment, source_name=f"{number}", text=COOK)

    latest, every = list_waiting_documents(hr), list_waiting_documents(hr, every=True)

    assert [one.source_name for one in latest.shown] == ["4", "3", "2"]
    assert (latest.count, latest.hidden_count) == (5, 2)
    assert (len(every.shown), every.count, every.hidden_count) == (5, 5, 0)


def test_they_are_for_those_who_may_edit_them(school: School) -> None:
    hr = make_actor(Role.HR_OFFICER, school=school)
    start_reading(school_id=school.pk, by=hr, now=NOW, source_name="cook", text=COOK)

    for role, at in ((Role.LINE_MANAGER, school), (Role.HR_OFFICER, make_school())):
        assert list_waiting_documents(make_actor(role, school=at)).count == 0
