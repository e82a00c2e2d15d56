"""Ask the rules: the answers are those of the rule, faults stand at their field, nothing is stored."""

import pytest
from django.test import Client

from core.domain.permissions import Role
from overview.forms.asking import QUESTIONS
from overview.rules import TOPICS
from tests.factories import make_school, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    client = Client()
    client.force_login(make_user(Role.STAFF_MEMBER, school=make_school()))
    return client


def lines_of(response) -> dict[str, str]:
    return {line.label: line.word for line in response.context["answer"].lines}


def test_every_question_on_the_page_is_a_topic() -> None:
    assert set(QUESTIONS) - set(TOPICS) == set()


@pytest.mark.parametrize("topic", QUESTIONS)
def test_every_question_opens_and_asks_for_what_it_needs(client: Client, topic: str) -> None:
    assert client.get("/rules/").status_code == 200
    assert client.get(f"/rules/{topic}/").status_code == 200


def test_unknown_question_is_not_found(client: Client) -> None:
    assert client.get("/rules/horoscope/").status_code == 404


def test_nobody_asks_without_signing_in() -> None:
    assert Client().get("/rules/").status_code == 302


def test_required_checks_of_a_supervised_volunteer_change_with_the_edition(client: Client) -> None:
    asked = {
        "school_type": "maintained",
        "category": "volunteer_ra",
        "facts__supervised": "yes",
        "as_at": "31/8/2026",
    }
    before = client.post("/rules/required-checks/", asked)
    after = client.post("/rules/required-checks/", asked | {"as_at": "1/9/2026"})

    assert (lines_of(before)["Children's barred list"], lines_of(after)["Children's barred list"]) == (
        "Must not be made",
        "Required",
    )


def test_regulated_activity_reads_days_one_on_each_line(client: Client) -> None:
    asked = {"role": "volunteer", "activity": "teaching", "as_at": "30/11/2026"}
    three = client.post("/rules/regulated-activity/", asked | {"days": "2/11/2026\n3/11/2026\n2026-11-04\n"})
    four = client.post(
        "/rules/regulated-activity/", asked | {"days": "2/11/2026\n3/11/2026\n4/11/2026\n5/11/2026"}
    )

    assert (three.context["answer"].headline, four.context["answer"].headline) == (
        "This is not regulated activity",
        "This is regulated activity",
    )


def test_a_day_that_is_none_is_said_at_its_field_and_kept(client: Client) -> None:
    response = client.post("/rules/regulated-activity/", {"role": "volunteer", "days": "31/11/2026"})

    assert response.status_code == 422
    assert response.context["form"].errors == {
        "days": ["“31/11/2026” is no date. Write one date on each line, such as 27/3/2027."]
    }
    assert b"31/11/2026</textarea>" in response.content


def test_retention_says_until_when_and_why(client: Client) -> None:
    response = client.post(
        "/rules/retention/", {"record": "right_to_work", "event_date": "31/8/2026", "as_at": "31/8/2028"}
    )

    assert response.context["answer"].headline == "Keep it until 31/08/2028"
    assert lines_of(response) == {"Now": "Due for destruction"}
    assert response.context["answer"].sources != ()


def test_deadline_of_a_request_for_data(client: Client) -> None:
    response = client.post("/rules/deadline/", {"received_date": "31/1/2027", "extended": "no"})

    assert lines_of(response) == {"By statute": "28/02/2027", "In time until": "01/03/2027"}


def test_a_field_left_empty_is_asked_for(client: Client) -> None:
    response = client.post("/rules/deadline/", {"received_date": ""})

    assert response.status_code == 422
    assert "Fill in “Received on”." in response.content.decode()
