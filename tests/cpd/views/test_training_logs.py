"""A training log on the page: every line before anything is saved."""

from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from core.domain.permissions import Role
from core.models import School, User
from cpd.models import Training, TrainingLog
from tests.cpd.readers.logs import make_log
from tests.factories import make_person, make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.training import make_courses

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    make_courses()
    school = make_school()
    make_engagement(school=school, person=make_person(given_name="Josie", family_name="Lane"))
    return school


@pytest.fixture
def hr(client: Client, school: School) -> User:
    user = make_user(Role.HR_OFFICER, school=school)
    client.force_login(user)
    return user


def drop_in(client: Client, school: School, data: bytes):
    return client.post(f"/training/schools/{school.pk}/logs/", {"file": SimpleUploadedFile("log.xlsx", data)})


@pytest.mark.usefixtures("hr")
def test_log_is_shown_line_by_line_and_then_brought_in(client: Client, school: School) -> None:
    data = make_log([("Josie Lane", "GDPR", "4/9/2026"), ("Jo Nobody", "GDPR", "4/9/2026")])

    shown = drop_in(client, school, data)
    page = client.get(shown.headers["Location"]).content.decode()
    before = Training.objects.count()
    client.post(shown.headers["Location"])
    after = client.get(shown.headers["Location"]).content.decode()

    assert "Data protection and cyber awareness" in page
    assert "In the log: GDPR" in page
    assert "Nobody of this name works here." in page
    assert before == 0
    assert Training.objects.get().person.full_name == "Josie Lane"
    assert "Brought in by" in after


@pytest.mark.usefixtures("hr")
def test_ticked_line_stays_out(client: Client, school: School) -> None:
    data = make_log([("Josie Lane", "GDPR", "4/9/2026"), ("Josie Lane", "Fire safety", "4/9/2026")])
    shown = drop_in(client, school, data)

    client.post(shown.headers["Location"], {"left_out": ["Log|2|B"]})

    assert [one.course.key for one in Training.objects.select_related("course")] == ["fire"]


@pytest.mark.usefixtures("hr")
def test_file_that_is_no_workbook_is_refused_in_words(client: Client, school: School) -> None:
    response = drop_in(client, school, b"Name,Course\n")

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not TrainingLog.objects.exists()


@pytest.mark.usefixtures("hr")
def test_log_is_discarded(client: Client, school: School) -> None:
    shown = drop_in(client, school, make_log([("Josie Lane", "GDPR", "4/9/2026")]))

    client.post(f"{shown.headers['Location']}discard/")

    assert TrainingLog.objects.get().reading == {}
    assert not Training.objects.exists()


@pytest.mark.usefixtures("hr")
@pytest.mark.parametrize("rows", [1, 3])
def test_review_takes_as_many_queries_for_one_line_as_for_three(
    client: Client, school: School, rows: int, django_assert_max_num_queries
) -> None:
    data = make_log([("Josie Lane", "GDPR", f"{day + 1}/9/2026") for day in range(rows)])
    shown = drop_in(client, school, data)

    with django_assert_max_num_queries(12) as queries:
        client.get(shown.headers["Location"])

    assert len(queries) == 7
