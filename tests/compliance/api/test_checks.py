"""The API of checks: rows of one's own schools alone, the same rules as the pages, nothing secret in it."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.models import Check
from core.domain.permissions import Role
from core.models import Engagement, RoleAssignment
from tests.factories import make_school, make_trust, make_user
from tests.factories.compliance import make_certificate, make_check, make_engagement
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

LISTS = ("people", "engagements", "checks")


@pytest.fixture
def engagement() -> Engagement:
    return make_engagement(school=make_school(), category=WorkerCategory.TEACHER)


def sign_in(client: Client, role: Role, engagement: Engagement) -> None:
    client.force_login(make_user(role, school=engagement.school))


def identity(engagement: Engagement, **fields: object) -> dict[str, object]:
    given = {
        "person": engagement.person_id,
        "school": engagement.school_id,
        "check_type": "identity",
        "is_done": True,
        "done_date": "2026-10-12",
        "outcome": "clear",
        "done_by": "Nia Owen",
        "evidence_seen": "Passport",
    }
    return given | fields


def post(client: Client, body: dict[str, object]):
    return client.post("/api/v1/checks/", body, content_type="application/json")


@pytest.mark.parametrize("name", LISTS)
def test_lists_hold_the_rows_of_ones_own_schools(client: Client, engagement: Engagement, name: str) -> None:
    make_check(engagement, CheckType.IDENTITY)
    elsewhere = make_engagement()
    make_check(elsewhere, CheckType.IDENTITY)
    sign_in(client, Role.HR_OFFICER, engagement)

    found = client.get(f"/api/v1/{name}/").json()["results"]

    expected = {"people": engagement.person_id, "engagements": engagement.pk}
    if name in expected:
        assert [row["id"] for row in found] == [expected[name]]
    else:
        assert [row["person"] for row in found] == [engagement.person_id]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("count", [1, 3])
def test_lists_ask_the_database_the_same_whatever_their_length(
    client: Client, engagement: Engagement, name: str, count: int, django_assert_num_queries
) -> None:
    for _ in range(count):
        make_certificate(make_engagement(school=engagement.school))
    sign_in(client, Role.HR_OFFICER, engagement)

    with django_assert_num_queries(5):
        client.get(f"/api/v1/{name}/")


@pytest.mark.parametrize(
    "address", ["people/", "engagements/", "checks/", "schools/{school}/central-record/"]
)
@pytest.mark.parametrize("role", [Role.INSPECTOR, Role.PANEL_MEMBER, Role.LINE_MANAGER, Role.STAFF_MEMBER])
def test_role_too_low_is_refused(client: Client, engagement: Engagement, role: Role, address: str) -> None:
    sign_in(client, role, engagement)

    answer = client.get(f"/api/v1/{address.format(school=engagement.school_id)}")

    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_stranger_finds_nothing(client: Client, engagement: Engagement) -> None:
    check = make_check(engagement, CheckType.IDENTITY)
    sign_in(client, Role.HR_OFFICER, make_engagement())

    addresses = (
        f"people/{engagement.person_id}/",
        f"engagements/{engagement.pk}/",
        f"checks/{check.pk}/",
        f"schools/{engagement.school_id}/central-record/",
    )
    assert [client.get(f"/api/v1/{one}").status_code for one in addresses] == [HTTPStatus.NOT_FOUND] * 4
    assert post(client, identity(engagement)).status_code == HTTPStatus.NOT_FOUND
    assert Check.objects.count() == 1


def test_check_is_written_down_and_then_superseded_for_a_reason(
    client: Client, engagement: Engagement
) -> None:
    sign_in(client, Role.HR_OFFICER, engagement)

    first = post(client, identity(engagement))
    again = post(client, identity(engagement, done_date="2026-10-13"))
    corrected = post(client, identity(engagement, done_date="2026-10-13", reason="Read off a copy before"))

    assert (first.status_code, again.status_code, corrected.status_code) == (201, 400, 201)
    assert again.json()["error"] == {
        "code": "reason_missing",
        "field": "reason",
        "message": "This check is recorded already. Say why there is a new one: renewed, corrected, "
        "checked again.",
    }
    assert corrected.json()["supersedes"] == first.json()["id"]
    assert list(Check.objects.order_by("pk").values_list("done_date", "done_by")) == [
        (NOW.date().replace(day=12, month=10), "Nia Owen"),
        (NOW.date().replace(day=13, month=10), "Nia Owen"),
    ]


def test_check_that_must_not_be_made_is_refused(client: Client) -> None:
    governor = make_engagement(category=WorkerCategory.TRUSTEE_ACADEMY)
    sign_in(client, Role.HR_OFFICER, governor)

    answer = post(client, identity(governor, check_type="children_barred_list", permitted_reason="pending"))

    assert (answer.status_code, answer.json()["error"]["code"]) == (HTTPStatus.CONFLICT, "not_permitted")
    assert Check.objects.count() == 0


def test_share_code_and_note_never_leave(client: Client, engagement: Engagement) -> None:
    sign_in(client, Role.HR_OFFICER, engagement)
    body = identity(
        engagement,
        check_type="right_to_work",
        note="Seen on a video call",
        done_date="2026-08-20",
        right_to_work={
            "route": "online",
            "document": "A-online",
            "share_code": "WAB12CD34",
            "share_code_created": "2026-08-15",
        },
    )

    answer = post(client, body)

    assert answer.status_code == HTTPStatus.CREATED
    kept = client.get(f"/api/v1/checks/{answer.json()['id']}/").content.decode()
    assert ("WAB12CD34" in kept, "video call" in kept) == (False, False)
    assert Check.objects.get().right_to_work.share_code_ending == "D34"


def test_central_record_of_a_past_moment(client: Client, engagement: Engagement) -> None:
    before = timezone.now()
    make_check(engagement, CheckType.IDENTITY, recorded_at=timezone.now())
    sign_in(client, Role.HEADTEACHER, engagement)
    address = f"/api/v1/schools/{engagement.school_id}/central-record/"

    def identity_at(moment: str) -> tuple[str, str | None]:
        (line,) = client.get(address, {"as_at": moment} if moment else {}).json()["lines"]
        (cell,) = [one for one in line["cells"] if one["check"] == "identity"]
        return cell["state"], cell["day"]

    assert identity_at("") == ("complete", "2026-08-20")
    assert identity_at(before.isoformat()) == ("missing", None)


@pytest.mark.parametrize("may_see", [True, False])
def test_central_record_has_the_trusts_own_team_where_its_checks_may_be_seen(
    client: Client, may_see: bool
) -> None:
    trust = make_trust()
    school, team = make_school(trust=trust), make_school(trust=trust, is_central_team=True)
    make_engagement(school=school)
    make_engagement(school=team)
    user = make_user(Role.HEADTEACHER, school=school)
    if may_see:
        RoleAssignment.objects.create(user=user, role=Role.HEADTEACHER, school=team, granted_at=NOW)
    client.force_login(user)

    lines = client.get(f"/api/v1/schools/{school.pk}/central-record/").json()["lines"]

    assert sorted(line["kind"] for line in lines) == ["support", "trust_central"][: 1 + may_see]


@pytest.mark.parametrize(
    "moment",
    ["yesterday", "2026-11-02T09:00:00", "2999-01-01T00:00:00+00:00", "0001-01-01T00:00:00+14:00"],
)
def test_moment_that_is_none_or_still_to_come_is_refused(
    client: Client, engagement: Engagement, moment: str
) -> None:
    sign_in(client, Role.HEADTEACHER, engagement)

    answer = client.get(f"/api/v1/schools/{engagement.school_id}/central-record/", {"as_at": moment})

    assert (answer.status_code, answer.json()["error"]["field"]) == (HTTPStatus.BAD_REQUEST, "as_at")
