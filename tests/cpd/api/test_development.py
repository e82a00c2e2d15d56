"""Needs over HTTP: the same reach, the same columns and the same rules as on the pages."""

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from core.models import Engagement
from tests.factories import make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.development import (
    make_manager,
    make_need,
    make_own_user,
    make_scored_appointment,
    make_step,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def engagement() -> Engagement:
    return make_engagement(school=make_school())


def door(engagement: Engagement, name: str = "person-needs") -> str:
    return reverse(f"cpd_api:{name}", kwargs={"pk": engagement.pk})


def test_manager_reads_the_note_and_the_person_does_not(client: Client, engagement: Engagement) -> None:
    need = make_need(engagement, "planned")
    make_step(need)
    client.force_login(make_manager(engagement))
    (row,) = client.get(door(engagement)).json()
    assert (row["panel_note"], row["status"], len(row["steps"])) == (need.panel_note, "planned", 1)
    client.force_login(make_own_user(engagement))
    (own,) = client.get(door(engagement)).json()
    assert own == row | {"panel_note": "", "origin_source": ""}


@pytest.mark.parametrize("role", [Role.STAFF_MEMBER, Role.LINE_MANAGER, Role.HR_OFFICER])
def test_strangers_find_nothing(client: Client, engagement: Engagement, role: Role) -> None:
    make_need(engagement)
    school = make_school() if role == Role.HR_OFFICER else engagement.school
    client.force_login(make_user(role, school=school))
    assert [client.get(door(engagement)).status_code, client.post(door(engagement)).status_code] == [404, 404]


def test_a_need_is_added_by_those_who_may(client: Client, engagement: Engagement) -> None:
    facts = {"kind": "objective", "text": "Lead a group"}
    client.force_login(make_own_user(engagement))
    refused = client.post(door(engagement), facts, content_type="application/json")
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "own_record")
    client.force_login(make_user(Role.HEADTEACHER, school=engagement.school))
    added = client.post(door(engagement), facts, content_type="application/json")
    assert (added.status_code, [row["text"] for row in added.json()]) == (201, ["Lead a group"])
    wrong = client.post(door(engagement), facts | {"kind": "hobby"}, content_type="application/json")
    assert wrong.status_code == 400


def test_needs_are_proposed_once(client: Client) -> None:
    engagement, _ = make_scored_appointment(
        make_school(), (("Home visits", "desirable", "I", 1), ("Care", "essential", "I", 1)), ((0, 2), (0, 2))
    )
    client.force_login(make_user(Role.HR_OFFICER, school=engagement.school))
    for _ in range(2):
        rows = client.post(door(engagement, "person-needs-propose")).json()
    assert [row["origin"] for row in rows] == ["desirable_not_met"]
    assert client.get(door(engagement, "person-needs-propose")).status_code == 405
