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


def test_retention_under_a_hold_names_no_day_to_destroy_it_on(client: Client) -> None:
    asked = {"record": "right_to_work", "event_date": "31/8/2026", "as_at": "31/8/2028", "legal_hold": "yes"}

    response = client.post("/rules/retention/", asked)

    assert response.context["answer"].headline == "Keep it for as long as the legal hold is on it"
    assert lines_of(response) == {"Now": "Not due"}


def test_right_to_work_tells_what_stops_a_check_from_what_is_to_be_minded(client: Client) -> None:
    asked = {
        "document": "A2",
        "route": "manual",
        "checked_date": "1/9/2026",
        "start_date": "1/9/2026",
        "original_seen": "yes",
        "clipped": "yes",
    }

    lines = client.post("/rules/right-to-work/", asked).context["answer"].lines

    assert [(line.label, line.word) for line in lines][:2] == [
        ("In the way", "Problem"),
        ("To mind", "Look at this"),
    ]


def test_groups_of_a_stage_are_compared(client: Client) -> None:
    response = client.post(
        "/rules/adverse-impact/", {"groups_given": "Aged 40 or over, 12, 3\nYounger: 14 9"}
    )

    assert response.context["answer"].headline == "Look at this stage again"
    assert lines_of(response) == {
        "Aged 40 or over": "25.0% selected, 0.39 of the highest rate",
        "Younger": "64.3% selected, 1.00 of the highest rate",
        "Fisher's exact test, two-sided": "p = 0.0618",
    }


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Men", "“Men” cannot be read. Write a name and two numbers on each line, such as "),
        ("Men, 5, 6", "More cannot be selected than applied."),
    ],
)
def test_a_line_that_is_no_group_is_said_at_its_field(client: Client, line: str, fault: str) -> None:
    response = client.post("/rules/adverse-impact/", {"groups_given": line})

    assert response.status_code == 422
    assert response.context["form"].errors["groups_given"][0].startswith(fault)
    assert f"{line}</textarea>" in response.content.decode()


def test_deadline_of_a_request_for_data(client: Client) -> None:
    response = client.post("/rules/deadline/", {"received_date": "31/1/2027", "extended": "no"})

    assert lines_of(response) == {"By statute": "28/02/2027", "In time until": "01/03/2027"}


def test_a_field_left_empty_is_asked_for(client: Client) -> None:
    response = client.post("/rules/deadline/", {"received_date": ""})

    assert response.status_code == 422
    assert "Fill in “Received on”." in response.content.decode()


def test_right_to_work_by_an_expired_british_passport(client: Client) -> None:
    asked = {
        "document": "A1",
        "route": "manual",
        "original_seen": "yes",
        "checked_date": "20/8/2026",
        "start_date": "1/9/2026",
        "document_expiry": "1/3/2024",
        "engagement": "employee",
    }
    whole = client.post("/rules/right-to-work/", asked | {"clipped": "no"})
    clipped = client.post("/rules/right-to-work/", asked | {"clipped": "yes"})

    assert (whole.context["answer"].headline, clipped.context["answer"].headline) == (
        "The check counts",
        "The check does not count",
    )


def test_dbs_names_that_differ_are_stopped(client: Client) -> None:
    asked = {
        "school_type": "maintained",
        "category": "teacher",
        "start_date": "1/12/2026",
        "applicant__name": "Anne Clarke",
        "certificate__number": "0012 3456 7890",
        "certificate__issued_date": "1/10/2026",
        "certificate__level": "enhanced",
        "certificate__workforce": "child",
        "certificate__barred_list": "yes",
        "certificate__original_seen_date": "10/10/2026",
        "certificate__own_school": "yes",
        "as_at": "15/10/2026",
    }
    same = client.post("/rules/dbs/", asked | {"certificate__name": "Anne Clarke"})
    other = client.post("/rules/dbs/", asked | {"certificate__name": "Ann Clark"})

    assert (same.context["answer"].tone, other.context["answer"].tone) == ("good", "danger")
    assert lines_of(same)["Number"] == "001234567890"


def test_clear_to_start_says_what_stands_in_the_way(client: Client) -> None:
    done = {"done_date": "1/11/2026", "outcome": "clear"}
    asked = {"school_type": "maintained", "category": "support_staff", "start_date": "30/11/2026"}
    for check in ("identity", "right_to_work", "medical_fitness", "references", "enhanced_dbs"):
        asked |= {f"checks__{check}__{part}": value for part, value in done.items()}
    response = client.post("/rules/clear-to-start/", asked | {"as_at": "26/11/2026"})

    assert response.context["answer"].headline == "Do not start"
    assert lines_of(response)["Children's barred list"] == "Stands in the way"


def test_a_fault_the_rule_finds_stands_at_its_field(client: Client) -> None:
    response = client.post("/rules/right-to-work/", {"start_date": "1/9/2026", "left_date": "31/8/2026"})

    assert response.status_code == 422
    assert response.context["form"].errors == {"left_date": ["This must not come before the start."]}


def test_elsa_is_on_her_last_chance_by_the_days_given(client: Client) -> None:
    asked = {
        "employment": "employed",
        "training_days": "6",
        "sessions__date": "6/10/2026\n1/12/2026",
        "sessions__hours": "2",
        "sessions__group_size": "8",
        "sessions__supervisor": "educational_psychologist",
        "planned": "20/4/2027\n8/6/2027",
        "as_at": "1/3/2027",
    }
    answer = client.post("/rules/elsa-status/", asked).context["answer"]

    assert (answer.headline, answer.tone, {line.label: line.word for line in answer.lines}) == (
        "Last chance: no session may be missed",
        "warning",
        {"Sessions that count": "2", "Sessions still to come": "2"},
    )


def test_fault_of_a_session_stands_at_its_field(client: Client) -> None:
    asked = {"sessions__date": "6/10/2026", "sessions__hours": "2", "year_start": "1/9/1850"}
    response = client.post("/rules/elsa-status/", asked)

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["year_start"])
