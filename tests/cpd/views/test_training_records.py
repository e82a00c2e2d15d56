"""One person's page, and training written down on it."""

from datetime import date, timedelta
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from core.domain.permissions import Role
from core.models import Engagement, School, User
from cpd.models import Training
from tests.core.documents.builders import pdf
from tests.factories import make_person, make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.dated import make_document
from tests.factories.training import make_course, make_courses, make_requirement, make_training

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def engagement(school: School) -> Engagement:
    return make_engagement(school=school, person=make_person(given_name="Josie", family_name="Lane"))


@pytest.fixture
def hr(client: Client, school: School) -> User:
    user = make_user(Role.HR_OFFICER, school=school)
    client.force_login(user)
    return user


def entry(**changes: object) -> dict[str, object]:
    fields = {
        "course": make_course("fire").pk,
        "awarded_date": "04/09/2026",
        "provider": "Red Kite",
        "hours": "1.25",
        "cost": "95.50",
    }
    return {key: value for key, value in (fields | changes).items() if value is not None}


@pytest.mark.usefixtures("hr")
def test_training_is_recorded_with_its_certificate(client: Client, engagement: Engagement) -> None:
    body = entry(file=SimpleUploadedFile("fire.pdf", pdf()), printed_expiry="3/9/2029")

    response = client.post(f"/training/people/{engagement.pk}/record/", body)

    training = Training.objects.get()
    assert response.headers["Location"] == f"/training/people/{engagement.pk}/"
    assert (training.quarter_hours, training.cost_pence, training.printed_expiry) == (
        5,
        9550,
        date(2029, 9, 3),
    )
    download = client.get(f"/training/records/{training.pk}/file")
    assert b"".join(download)[:4] == b"%PDF"


@pytest.mark.usefixtures("hr")
@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"course": ""}, "Choose an answer for “Course”."),
        ({"awarded_date": "soon"}, "“Completed on” must be a date"),
        ({"awarded_date": "1/1/2099"}, "That day has not come yet."),
        ({"printed_expiry": "3/9/2026"}, "The certificate cannot end before"),
        ({"hours": "1.1"}, "Give the hours in quarters"),
        ({"course": "other"}, "Fill in “Title, where it is none of the courses”."),
    ],
)
def test_what_was_typed_is_never_lost(
    client: Client, engagement: Engagement, changes: dict[str, object], words: str
) -> None:
    response = client.post(f"/training/people/{engagement.pk}/record/", entry(**changes))

    page = response.content.decode()
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert words in page
    assert 'value="Red Kite"' in page
    assert not Training.objects.exists()


@pytest.mark.usefixtures("hr")
def test_training_of_another_title_is_kept_under_it(client: Client, engagement: Engagement) -> None:
    body = entry(course="other", title="Phonics refresher")

    client.post(f"/training/people/{engagement.pk}/record/", body)

    training = Training.objects.get()
    assert (training.course, training.title) == (None, "Phonics refresher")


@pytest.mark.usefixtures("hr")
def test_inset_day_is_recorded_for_everybody_ticked(
    client: Client, school: School, engagement: Engagement
) -> None:
    others = [make_engagement(school=school) for _ in range(2)]

    client.post(f"/training/schools/{school.pk}/record/", entry(people=[engagement.pk, others[0].pk]))

    recorded = set(Training.objects.values_list("person_id", flat=True))
    assert recorded == {engagement.person_id, others[0].person_id}


@pytest.mark.usefixtures("hr")
def test_person_of_another_school_cannot_be_ticked(client: Client, school: School) -> None:
    stranger = make_engagement()

    response = client.post(f"/training/schools/{school.pk}/record/", entry(people=[stranger.pk]))

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Training.objects.exists()


@pytest.mark.usefixtures("hr")
def test_page_of_a_person_names_the_rule_behind_each_state(client: Client, engagement: Engagement) -> None:
    courses, today = make_courses(), timezone.localdate()
    make_training(engagement, courses["fire"], awarded_date=today - timedelta(days=3))
    make_requirement(
        courses["faw"], engagement.school, required_of="person", engagement=engagement, reason="Office rota"
    )

    page = client.get(f"/training/people/{engagement.pk}/").content.decode()

    assert "Law asks it. Of whom: all staff." in page
    assert "The school asks it of this person by name: Office rota" in page
    assert "Regulatory Reform (Fire Safety) Order 2005" in page
    assert "(not yet verified)" in page


@pytest.mark.usefixtures("hr")
def test_one_cell_is_told_beside_the_matrix(client: Client, engagement: Engagement) -> None:
    course = make_course("fire")

    response = client.get(
        f"/training/people/{engagement.pk}/?criterion={course.pk}", headers={"HX-Request": "true"}
    )

    page = response.content.decode()
    assert "<html" not in page
    assert "No award is recorded." in page
    missing = client.get(f"/training/people/{engagement.pk}/?criterion=0", headers={"HX-Request": "true"})
    assert missing.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.usefixtures("hr")
def test_own_addition_is_confirmed_on_the_page(client: Client, engagement: Engagement) -> None:
    training = make_training(
        engagement, make_course("fire"), origin="self", confirmed_at=None, confirmed_by=None
    )

    before = client.get(f"/training/people/{engagement.pk}/").content.decode()
    client.post(f"/training/records/{training.pk}/confirm/")

    assert "To be confirmed" in before
    assert Training.objects.confirmed().count() == 1


@pytest.mark.usefixtures("hr")
def test_record_is_withdrawn_for_a_reason(client: Client, engagement: Engagement) -> None:
    training = make_training(engagement, make_course("fire"))

    refused = client.post(f"/training/records/{training.pk}/withdraw/", {"reason": ""})
    client.post(f"/training/records/{training.pk}/withdraw/", {"reason": "Another person's"})

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    page = client.get(f"/training/people/{engagement.pk}/").content.decode()
    assert "Withdrawn" in page
    assert "Another person&#x27;s" in page


def test_certificate_is_not_for_colleagues(client: Client, school: School, engagement: Engagement) -> None:
    training = make_training(engagement, make_course("fire"), certificate=make_document(school))
    client.force_login(make_user(Role.STAFF_MEMBER, school=school))

    response = client.get(f"/training/records/{training.pk}/file")

    assert response.status_code == HTTPStatus.NOT_FOUND
