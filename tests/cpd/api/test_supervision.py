"""Supervision over HTTP: one's own and those within reach, by the same rules as the pages."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from core.domain.permissions import Role
from cpd.models import ElsaRegistration, SupervisionSession
from tests.factories import make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.elsa import make_elsa, make_own, make_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def elsa() -> ElsaRegistration:
    return make_elsa()


def client_of(role: Role, elsa: ElsaRegistration, *, own: bool = False) -> Client:
    user = make_user(role, school=elsa.engagement.school)
    if own:
        make_own(elsa.engagement, user)
    client = Client()
    client.force_login(user)
    return client


def test_elsa_adds_to_her_own_record_and_reads_it(elsa: ElsaRegistration) -> None:
    other = make_elsa(engagement=make_engagement(school=elsa.engagement.school))
    make_session(other, date(2026, 10, 6))
    client = client_of(Role.STAFF_MEMBER, elsa, own=True)
    yesterday = timezone.localdate() - timedelta(days=1)
    body = {
        "engagement": elsa.engagement_id,
        "session_date": yesterday.isoformat(),
        "attended": True,
        "session_hours": "2.50",
        "group_size": 6,
        "supervisor_kind": "educational_psychologist",
    }
    created = client.post("/api/v1/supervision/", body, content_type="application/json")
    listed = client.get("/api/v1/supervision/").json()["results"]
    assert (created.status_code, [row["id"] for row in listed]) == (201, [created.json()["id"]])
    assert (listed[0]["session_hours"], listed[0]["kind"]) == ("2.50", "psychologist")
    assert client.get(f"/api/v1/supervision/{created.json()['id']}/").json() == listed[0]


def test_colleague_is_a_stranger(elsa: ElsaRegistration) -> None:
    session = make_session(elsa, date(2026, 10, 6))
    client = client_of(Role.STAFF_MEMBER, elsa)
    body = {"engagement": elsa.engagement_id, "session_date": "2026-10-07", "attended": True}
    assert client.get("/api/v1/supervision/").json()["results"] == []
    assert client.get(f"/api/v1/supervision/{session.pk}/").status_code == 404
    assert client.get(f"/api/v1/elsa/{elsa.engagement_id}/").status_code == 404
    assert client.post("/api/v1/supervision/", body, content_type="application/json").status_code == 404
    assert SupervisionSession.objects.count() == 1


def test_child_has_no_field(elsa: ElsaRegistration) -> None:
    client = client_of(Role.HR_OFFICER, elsa)
    body = {"engagement": elsa.engagement_id, "session_date": "2026-10-07", "attended": True, "pupil": "A"}
    response = client.post("/api/v1/supervision/", body, content_type="application/json")
    assert (response.status_code, response.json()["fields"]) == (
        400,
        {"pupil": "There is no such field here."},
    )


def test_rule_refuses_as_on_the_page(elsa: ElsaRegistration) -> None:
    client = client_of(Role.HR_OFFICER, elsa)
    body = {"engagement": elsa.engagement_id, "session_date": "2099-10-07", "attended": True}
    response = client.post("/api/v1/supervision/", body, content_type="application/json")
    assert (response.status_code, response.json()["error"]["field"]) == (400, "session_date")


def test_status_of_a_day(elsa: ElsaRegistration) -> None:
    for day in range(1, 5):
        make_session(elsa, date(2026, 10, day))
    make_session(elsa, date(2026, 10, 5), group_size=9)
    client = client_of(Role.HR_OFFICER, elsa)
    said = client.get(f"/api/v1/elsa/{elsa.engagement_id}/?as_at=2026-10-05").json()
    assert {
        name: said[name] for name in ("status", "counted", "sessions_required", "training_days_attended")
    } == {
        "status": "met",
        "counted": 4,
        "sessions_required": 4,
        "training_days_attended": 6,
    }
    assert [problem["code"] for problem in said["problems"]] == ["group_too_large"]
    assert all(source["verified"] for source in said["sources"])
    for day in ("5/10/2026", "0001-01-01", "1899-12-31", "3000-01-01", "9999-12-31"):
        assert client.get(f"/api/v1/elsa/{elsa.engagement_id}/?as_at={day}").status_code == 400


def test_list_asks_no_more_for_three_than_for_one(elsa: ElsaRegistration, assert_queries) -> None:
    client = client_of(Role.HR_OFFICER, elsa)
    make_session(elsa, date(2026, 10, 1))
    with assert_queries(6):
        client.get("/api/v1/supervision/")
    for _ in range(2):
        other = make_elsa(engagement=make_engagement(school=elsa.engagement.school))
        make_session(other, date(2026, 10, 2))
    with assert_queries(6):
        client.get("/api/v1/supervision/")


def test_hr_of_another_school_sees_none(elsa: ElsaRegistration) -> None:
    make_session(elsa, date(2026, 10, 6))
    client = Client()
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))
    assert client.get("/api/v1/supervision/").json()["results"] == []
