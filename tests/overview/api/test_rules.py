import json
from typing import Any

import pytest
from django.test import Client

from core.domain.permissions import Role
from overview.rules import answer_all, get_rule
from tests.factories.people import NOW, make_school, make_user

pytestmark = pytest.mark.django_db

FACTS: dict[str, Any] = {
    "as_at": "2026-11-22",
    "stage": "shortlist",
    "school_type": "maintained",
    "post": "other",
    "members": [
        {"name": "Amara Okafor", "role": "chair", "submitted": True},
        {"name": "Siân Pryce", "role": "governor", "submitted": True},
    ],
}


@pytest.fixture
def client() -> Client:
    """Somebody at a school with the least of roles."""
    signed_in = Client()
    signed_in.force_login(make_user(Role.STAFF_MEMBER, school=make_school()))
    return signed_in


def ask(client: Client, topic: str, facts: object) -> Any:
    return client.post(f"/api/v1/rules/{topic}/", json.dumps(facts), content_type="application/json")


def test_rule_answers_whoever_may_ask(client: Client) -> None:
    response = ask(client, "panel", FACTS)

    assert response.status_code == 200
    assert response.json() == get_rule("panel")(FACTS, NOW.date())
    assert response.json()["verdict"] == "allowed"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (FACTS | {"stage": "longlist"}, "stage"),
        (FACTS | {"colour": "red"}, "colour"),
        (FACTS | {"members": [{"name": "Amara Okafor", "submitted": "yes"}]}, "members[0].submitted"),
        ("facts", None),
        (None, None),
    ],
)
def test_rule_answers_bad_facts_as_the_command_does(client: Client, facts: object, field: str | None) -> None:
    response = ask(client, "panel", facts)

    assert response.status_code == 400
    assert (response.json()["error"]["code"], response.json()["error"]["field"]) == ("invalid", field)
    assert response.json() == answer_all(get_rule("panel"), facts, NOW.date())[0]


@pytest.mark.parametrize("facts", [[], [FACTS], [FACTS, FACTS | {"members": []}]])
def test_rule_answers_a_list_with_a_list_in_order(client: Client, facts: list[object]) -> None:
    response = ask(client, "panel", facts)

    assert response.status_code == 200
    assert response.json() == [get_rule("panel")(item, NOW.date()) for item in facts]


def test_rule_answers_the_good_beside_the_bad_of_a_list(client: Client) -> None:
    response = ask(client, "panel", [FACTS, [FACTS], FACTS | {"stage": "longlist"}])

    assert response.status_code == 400
    assert response.json()[0] == get_rule("panel")(FACTS, NOW.date())
    assert [item["error"]["field"] for item in response.json()[1:]] == [None, "stage"]


def test_rule_repeats_half_a_character_as_the_command_does(client: Client) -> None:
    halved = {"name": "\ud83d", "role": "member", "submitted": True, "conflicts": ["C01"]}

    response = ask(client, "panel", FACTS | {"members": [*FACTS["members"], halved]})

    assert (response.status_code, response.json()["locked"][0]["member"]) == (200, "\ud83d")
    assert ask(client, "panel", {"\ud83d": 1}).json()["error"]["field"] == "\ud83d"


def test_rule_answers_an_unknown_topic_as_a_fault(client: Client) -> None:
    response = ask(client, "panels", FACTS)

    assert (response.status_code, response.json()["error"]["field"]) == (400, "topic")


@pytest.mark.parametrize("body", ["{", "[" * 100_000, '{"members": NaN}', "9" * 5_000, "\ufeff{}"])
def test_rule_answers_broken_json_as_a_fault(client: Client, body: str) -> None:
    response = client.post("/api/v1/rules/panel/", body, content_type="application/json")

    assert response.status_code == 400
    assert (response.json()["error"]["code"], response.json()["error"]["field"]) == ("invalid", None)


def test_rule_is_closed_to_strangers() -> None:
    assert ask(Client(), "panel", FACTS).status_code == 403


def test_rule_is_closed_to_an_account_without_a_role() -> None:
    client = Client()
    client.force_login(make_user())

    assert ask(client, "panel", FACTS).status_code == 403


def test_rule_is_asked_by_post_alone(client: Client) -> None:
    assert client.get("/api/v1/rules/panel/").status_code == 405
