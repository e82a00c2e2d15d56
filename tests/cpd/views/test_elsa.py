"""The pages of the ELSA ledger: what they show, what they take, and who may."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from compliance.domain.categories import WorkerCategory
from core.domain.permissions import Role
from core.domain.terms import MONTHS, school_year_of
from core.models import Engagement, School, User
from cpd.models import (
    ElsaAttestation,
    ElsaCaseload,
    ElsaProvider,
    ElsaRegistration,
    ElsaTrainingDay,
    SupervisionSession,
)
from tests.factories import make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.elsa import make_elsa, make_managed, make_own, make_planned, make_provider, make_session

pytestmark = pytest.mark.django_db

PROVIDER = {
    "name": "Harbour",
    "preset": "network",
    "training_days": "6",
    "sessions_required": "4",
    "sessions_offered": "6",
    "session_min_hours": "2",
    "group_max": "8",
    "joiner_rule": "full",
    "recommended_weekly_minutes": "360",
}


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def engagement(school: School) -> Engagement:
    return make_engagement(school=school)


@pytest.fixture
def elsa(engagement: Engagement) -> ElsaRegistration:
    return make_elsa(engagement=engagement)


@pytest.fixture
def client(school: School) -> Client:
    return client_of(make_user(Role.HR_OFFICER, school=school))


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def yesterday() -> date:
    return timezone.localdate() - timedelta(days=1)


def session_facts(**changes: str) -> dict[str, str]:
    return {
        "kind": "psychologist",
        "session_date": f"{yesterday():%d/%m/%Y}",
        "happened": "attended",
        "session_hours": "2.5",
        "group_size": "6",
        "supervisor_kind": "educational_psychologist",
        "supervisor_name": "Dr Miriam Achebe",
    } | changes


def test_ledger_shows_status_rings_and_what_is_next(client: Client, elsa: ElsaRegistration) -> None:
    make_session(elsa, date(2026, 10, 6))
    make_session(elsa, date(2026, 10, 7), session_hours="1.5")
    response = client.get("/elsa/?as_at=30/11/2026")
    (line,) = response.context["lines"]
    text = response.content.decode()
    assert (line.status, [ring.state for ring in line.year.rings]) == (
        "on_track",
        ["counts", "open", "open", "open", "open", "not_offered"],
    )
    assert "Autumn 1: Counts" in text
    assert "Plan the session of Autumn 2: by 31/12/2026." in text


def test_ledger_filters_by_status_and_refuses_what_is_no_date(client: Client, elsa: ElsaRegistration) -> None:
    make_elsa(engagement=make_engagement(school=elsa.engagement.school), days=2)
    shown = client.get("/elsa/?as_at=30/11/2026&status=trainee")
    assert [line.status for line in shown.context["lines"]] == ["trainee"]
    for day in ("someday", "31/12/1989", "01/01/2101", "01/01/0001", "31/12/9999"):
        assert client.get(f"/elsa/?as_at={day}").status_code == 422
    assert client.get("/elsa/?school=x").status_code == 200


def test_ledger_asks_no_more_for_three_than_for_one(client: Client, school: School, assert_queries) -> None:
    make_elsa(engagement=make_engagement(school=school))
    with assert_queries(9):
        client.get("/elsa/")
    for _ in range(2):
        other = make_elsa(engagement=make_engagement(school=school))
        make_session(other, date(2026, 10, 6))
    with assert_queries(9):
        client.get("/elsa/")


def test_page_of_one_stays_within_the_ceiling(client: Client, elsa: ElsaRegistration, assert_queries) -> None:
    for day in (1, 2, 5):
        make_session(elsa, date(2026, 10, day))
        make_session(elsa, date(2026, 11, day), kind="management", supervisor_kind="")
    with assert_queries():
        response = client.get(f"/elsa/people/{elsa.engagement_id}/")
    assert response.status_code == 200


def test_page_shows_why_a_session_does_not_count(client: Client, elsa: ElsaRegistration) -> None:
    make_session(elsa, date(2026, 10, 6), group_size=9)
    text = client.get(f"/elsa/people/{elsa.engagement_id}/?as_at=30/11/2026").content.decode()
    assert "There were 9 in the group; a group has at most 8 people." in text


def test_management_supervision_stands_apart(client: Client, elsa: ElsaRegistration) -> None:
    make_session(
        elsa, date(2026, 10, 6), kind="management", supervisor_kind="", supervisor_name="Samira Haddad"
    )
    page = client.get(f"/elsa/people/{elsa.engagement_id}/?as_at=30/11/2026").context["page"]
    assert [row.supervisor_name for row in page.management] == ["Samira Haddad"]
    assert [len(ring.entries) for ring in page.line.year.rings] == [0] * 6


@pytest.mark.parametrize("who", ["own", "manager", "hr"])
def test_elsa_manager_and_office_open_the_page_and_add_a_session(
    school: School, elsa: ElsaRegistration, who: str
) -> None:
    roles = {"own": Role.STAFF_MEMBER, "manager": Role.LINE_MANAGER, "hr": Role.HR_OFFICER}
    user = make_user(roles[who], school=school)
    if who == "own":
        make_own(elsa.engagement, user)
    if who == "manager":
        make_managed(elsa.engagement, user)
    client = client_of(user)
    added = client.post(f"/elsa/people/{elsa.engagement_id}/sessions/add/", session_facts())
    assert (added.status_code, added["Location"]) == (302, f"/elsa/people/{elsa.engagement_id}/")
    page = client.get(added["Location"])
    assert page.context["is_in_charge"] is (who != "own")
    assert SupervisionSession.objects.get().recorded_by == user


@pytest.mark.parametrize("role", [Role.STAFF_MEMBER, Role.LINE_MANAGER, Role.PANEL_MEMBER])
def test_colleague_finds_no_page(school: School, elsa: ElsaRegistration, role: Role) -> None:
    client = client_of(make_user(role, school=school))
    session = make_session(elsa, yesterday())
    pages = [
        f"/elsa/people/{elsa.engagement_id}/",
        f"/elsa/people/{elsa.engagement_id}/sessions/add/",
        f"/supervision-sessions/{session.pk}/",
        f"/supervision-sessions/{session.pk}/withdraw/",
    ]
    assert [client.get(page).status_code for page in pages] == [404] * 4


def test_elsa_does_not_register_end_or_attest_herself(school: School, elsa: ElsaRegistration) -> None:
    user = make_user(Role.STAFF_MEMBER, school=school)
    make_own(elsa.engagement, user)
    client = client_of(user)
    base = f"/elsa/people/{elsa.engagement_id}"
    assert client.get(f"{base}/registration/").status_code == 403
    assert client.get(f"{base}/end/").status_code == 403
    assert client.post(f"{base}/attest/").status_code == 403


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"session_date": "1/1/2099"}, "session_date"),
        ({"happened": "planned"}, "session_date"),
        ({"session_hours": "25"}, "session_hours"),
        ({"happened": ""}, "happened"),
        ({"kind": "management"}, "supervisor_kind"),
    ],
)
def test_session_that_cannot_be_comes_back_with_what_was_typed(
    client: Client, elsa: ElsaRegistration, changes: dict[str, str], field: str
) -> None:
    response = client.post(f"/elsa/people/{elsa.engagement_id}/sessions/add/", session_facts(**changes))
    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert response.context["form"]["supervisor_name"].value() == "Dr Miriam Achebe"
    assert SupervisionSession.objects.count() == 0


def test_planned_session_is_confirmed_and_a_held_one_corrected_for_a_reason(
    client: Client, elsa: ElsaRegistration
) -> None:
    session = make_planned(elsa, yesterday())
    address = f"/supervision-sessions/{session.pk}/"
    assert client.get(address).context["form"].fields["reason"].required is False
    assert client.post(address, session_facts()).status_code == 302
    assert client.post(address, session_facts(group_size="7")).status_code == 422
    assert client.post(address, session_facts(group_size="7", reason="Counted again")).status_code == 302
    session.refresh_from_db()
    assert (session.is_planned, session.group_size) == (False, 7)


def test_withdrawn_session_is_listed_with_its_reason(client: Client, elsa: ElsaRegistration) -> None:
    session = make_session(elsa, yesterday())
    address = f"/supervision-sessions/{session.pk}/withdraw/"
    assert client.get(address).status_code == 200
    assert client.post(address, {"reason": " "}).status_code == 422
    assert client.post(address, {"reason": "Typed for the wrong person"}).status_code == 302
    text = client.get(f"/elsa/people/{elsa.engagement_id}/").content.decode()
    assert "Typed for the wrong person" in text
    assert client.get(address).status_code == 404


def test_training_day_is_written_down(client: Client, engagement: Engagement) -> None:
    make_elsa(engagement=engagement, days=4)
    address = f"/elsa/people/{engagement.pk}/training/5/"
    facts = {"training_date": f"{yesterday():%d/%m/%Y}", "topic": "loss", "attended": "yes"}
    assert client.get(address).status_code == 200
    assert client.post(address, facts | {"training_date": "1/1/2099"}).status_code == 422
    assert client.post(address, facts).status_code == 302
    assert ElsaTrainingDay.objects.get(number=5).attended is True
    assert client.get(address).context["form"]["topic"].value() == "loss"
    assert client.get(f"/elsa/people/{engagement.pk}/training/7/").status_code == 404


def test_caseload_takes_numbers_alone(client: Client, elsa: ElsaRegistration) -> None:
    first = MONTHS.half_terms_of(school_year_of(timezone.localdate()))[0]
    address = f"/elsa/people/{elsa.engagement_id}/caseload/{first.key}/"
    facts = {"children_one_to_one": "Rowan A.", "children_in_groups": "4", "sessions_held": "38"}
    refused = client.post(address, facts)
    assert (refused.status_code, refused.context["form"].errors) == (
        422,
        {"children_one_to_one": ["Give a number alone: no child is named here."]},
    )
    assert client.post(address, facts | {"children_one_to_one": "5"}).status_code == 302
    assert ElsaCaseload.objects.get().half_term_first == first.first
    assert client.get(address).context["form"]["sessions_held"].value() == 38
    for key in ("2099-autumn-1", "2026-winter", "autumn-1"):
        assert client.get(f"/elsa/people/{elsa.engagement_id}/caseload/{key}/").status_code == 404


def test_somebody_is_put_on_the_ledger_renewed_and_taken_off(
    client: Client, school: School, engagement: Engagement
) -> None:
    base = f"/elsa/people/{engagement.pk}"
    assert "Not on the ELSA ledger" in client.get(f"{base}/").content.decode()
    assert "No provider yet" in client.get(f"{base}/registration/").content.decode()
    provider = make_provider(school)
    facts = {"provider": str(provider.pk), "nominated_by": "Helen Marsh", "line_manager": "Samira Haddad"}
    assert client.get(f"{base}/registration/").context["form"]["provider"].value() == provider.pk
    assert client.post(f"{base}/registration/", facts).status_code == 302
    renewed = facts | {"registration_number": "HEP-9", "valid_until": "31/8/2027", "reason": "New year"}
    wrong = client.post(f"{base}/registration/", renewed)
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["registered_date"])
    assert client.post(f"{base}/registration/", renewed | {"registered_date": "1/9/2026"}).status_code == 302
    assert client.get(f"{base}/end/").status_code == 200
    ended = {"ended_date": f"{yesterday():%d/%m/%Y}", "reason": "Another post"}
    assert client.post(f"{base}/end/", ended).status_code == 302
    registration = ElsaRegistration.objects.get()
    assert (registration.registration_number, registration.ended_date) == ("HEP-9", yesterday())
    assert client.get("/elsa/").context["lines"] == []


def test_contractor_is_refused_with_the_reason(client: Client, school: School) -> None:
    contractor = make_engagement(school=school, category=WorkerCategory.CONTRACTOR_RA)
    facts = {"provider": make_provider(school).pk, "nominated_by": "Helen", "line_manager": "Samira"}
    address = f"/elsa/people/{contractor.pk}/registration/"
    assert "An ELSA is employed by the school." in client.get(address).content.decode()
    assert client.post(address, facts).status_code == 422
    assert ElsaRegistration.objects.count() == 0


@pytest.mark.parametrize(("employment", "status"), [("employed", 302), ("other", 422), ("", 422)])
def test_role_not_described_asks_who_employs_them(
    client: Client, school: School, employment: str, status: int
) -> None:
    engagement = make_engagement(school=school, category=None)
    facts = {"provider": make_provider(school).pk, "nominated_by": "Helen", "line_manager": "Samira"}
    response = client.post(f"/elsa/people/{engagement.pk}/registration/", facts | {"employment": employment})
    assert response.status_code == status


def test_certificate_is_attested_and_downloaded(client: Client, elsa: ElsaRegistration) -> None:
    address = f"/elsa/people/{elsa.engagement_id}/attest/"
    assert client.get(address).status_code == 405
    assert client.post(address).status_code == 302
    attestation = ElsaAttestation.objects.get()
    response = client.get(f"/elsa-attestations/{attestation.pk}/certificate.pdf")
    assert (response["Content-Type"], response.content[:5]) == ("application/pdf", b"%PDF-")
    stranger = client_of(make_user(Role.HR_OFFICER, school=make_school()))
    assert stranger.get(f"/elsa-attestations/{attestation.pk}/certificate.pdf").status_code == 404


def test_provider_begins_with_a_preset_and_is_changed_for_a_reason(client: Client, school: School) -> None:
    add = f"/elsa/schools/{school.pk}/providers/add/"
    assert client.get("/elsa/providers/").status_code == 200
    larger = client.get(f"{add}?preset=larger_groups").context["form"]
    assert [larger[name].value() for name in ("training_days", "sessions_required", "group_max")] == [
        5,
        6,
        12,
    ]
    assert client.post(add, PROVIDER | {"sessions_required": "7"}).status_code == 422
    assert client.post(add, PROVIDER).status_code == 302
    provider = ElsaProvider.objects.get()
    change = f"/elsa-providers/{provider.pk}/"
    assert client.get(change).status_code == 200
    assert client.post(change, PROVIDER | {"group_max": "10"}).status_code == 422
    assert client.post(change, PROVIDER | {"group_max": "10", "reason": "Their letter"}).status_code == 302
    provider.refresh_from_db()
    assert (provider.group_max, provider.accepts_trainee_year_3) == (10, False)


def test_line_manager_sets_no_rules(school: School) -> None:
    client = client_of(make_user(Role.LINE_MANAGER, school=school))
    assert client.get("/elsa/providers/").status_code == 403
