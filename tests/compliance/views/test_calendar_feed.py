"""The calendar at a secret address: shown once, read without signing in, dead when renewed or stopped."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from compliance.models import CalendarFeed
from core.domain.permissions import Role
from core.models import Engagement, User
from tests.compliance.exports.calendar_reader import read_events
from tests.factories.compliance import make_engagement
from tests.factories.dated import make_right_to_work
from tests.factories.people import make_person, make_school, make_user

pytestmark = pytest.mark.django_db
FEED = "/calendar/subscribe/"


@pytest.fixture
def engagement() -> Engagement:
    engagement = make_engagement(person=make_person(given_name="Imogen", family_name="Fairweather"))
    make_right_to_work(engagement, permission_end=timezone.localdate() + timedelta(days=40))
    return engagement


@pytest.fixture
def hr(client: Client, engagement: Engagement) -> User:
    user = make_user(Role.HR_OFFICER, school=engagement.school)
    client.force_login(user)
    return user


def subscribe(client: Client, choice: str = "initials") -> str:
    """The address the page shows, without its host."""
    answer = client.post(FEED, {"shows_names": choice})
    assert answer.status_code == HTTPStatus.OK
    assert "no-store" in answer.headers["Cache-Control"]
    return str(answer.context["address"]).removeprefix("http://testserver")


def read(address: str) -> list[dict[str, str]]:
    answer = Client().get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (
        HTTPStatus.OK,
        "text/calendar; charset=utf-8",
    )
    return read_events(answer.content)


@pytest.mark.parametrize(
    ("choice", "summary"),
    [
        ("initials", "Right-to-work follow-up: I. F."),
        ("names", "Right-to-work follow-up: Imogen Fairweather"),
    ],
)
def test_program_reads_without_signing_in(client: Client, hr: User, choice: str, summary: str) -> None:
    assert [event["SUMMARY"] for event in read(subscribe(client, choice))] == [summary]


def test_secret_is_kept_nowhere_and_shown_once(client: Client, hr: User) -> None:
    secret = subscribe(client).removeprefix("/calendar/feed/").removesuffix(".ics")
    feed = CalendarFeed.objects.get(user=hr)

    assert (len(secret), secret in str(vars(feed))) == (43, False)
    assert secret not in client.get(FEED).content.decode()


def test_renewing_kills_the_address_before(client: Client, hr: User) -> None:
    first, second = subscribe(client), subscribe(client)

    assert Client().get(first).status_code == HTTPStatus.NOT_FOUND
    assert len(read(second)) == 1
    assert CalendarFeed.objects.count() == 1


def test_stopping_kills_the_address(client: Client, hr: User) -> None:
    address = subscribe(client)
    client.post(reverse("compliance:calendar-feed-stop"))

    assert Client().get(address).status_code == HTTPStatus.NOT_FOUND


def test_unknown_secret_is_not_found(client: Client) -> None:
    assert client.get("/calendar/feed/nonsense.ics").status_code == HTTPStatus.NOT_FOUND


def test_address_dies_with_the_role(client: Client, hr: User) -> None:
    address = subscribe(client)
    hr.roles.all().delete()

    assert Client().get(address).status_code == HTTPStatus.NOT_FOUND


def test_address_dies_with_the_account(client: Client, hr: User) -> None:
    address = subscribe(client)
    hr.is_active = False
    hr.save()

    assert Client().get(address).status_code == HTTPStatus.NOT_FOUND


def test_feed_holds_the_schools_of_its_owner_alone(client: Client, engagement: Engagement) -> None:
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))

    assert read(subscribe(client)) == []


@pytest.mark.parametrize("data", [{}, {"shows_names": "everything"}])
def test_choice_is_needed(client: Client, hr: User, data: dict[str, str]) -> None:
    assert client.post(FEED, data).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert CalendarFeed.objects.count() == 0


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.HR_OFFICER, Role.HEADTEACHER}])
def test_others_get_no_address(client: Client, engagement: Engagement, role: Role) -> None:
    client.force_login(make_user(role, school=engagement.school))

    assert client.post(FEED, {"shows_names": "names"}).status_code == HTTPStatus.FORBIDDEN
    assert client.post(f"{FEED}stop/").status_code == HTTPStatus.FORBIDDEN
