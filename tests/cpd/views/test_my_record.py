"""My record: what is asked of its reader, and nothing of anybody else."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from core.models import Engagement, School
from cpd.models import PolicySignature
from tests.factories import make_person, make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.dated import make_document
from tests.factories.policies import make_policy, make_signature, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def mine(client: Client, school: School) -> Engagement:
    """The engagement of whoever is signed in."""
    user = make_user(Role.STAFF_MEMBER, school=school)
    client.force_login(user)
    return make_engagement(
        school=school, person=make_person(given_name="Josie", family_name="Lane", user=user)
    )


def titles(client: Client, part: str) -> list[str]:
    return [one.version.policy.title for one in client.get(reverse("cpd:my-record")).context[part]]


def test_record_lists_what_is_asked_most_urgent_first(
    client: Client, school: School, mine: Engagement
) -> None:
    today = timezone.localdate()
    later = {"in_force_from": today, "read_by": today + timedelta(days=5)}
    make_version(make_policy(school=school, title="Later"), **later)
    make_version(make_policy(school=school, title="Overdue"))
    make_version(make_policy(school=school, title="For governors"), kinds=["governance"])
    tomorrow = {"in_force_from": today + timedelta(days=1), "read_by": today + timedelta(days=5)}
    make_version(make_policy(school=school, title="Tomorrow"), **tomorrow)
    make_version(make_policy(title="Of another school"))
    signed = make_version(make_policy(school=school, title="Signed"))
    make_signature(signed, mine.person)
    make_signature(
        make_version(make_policy(school=school, title="Of somebody else"), kinds=["teaching"]), make_person()
    )
    assert titles(client, "waiting") == ["Overdue", "Later"]
    assert titles(client, "signed") == ["Signed"]


def test_reading_is_signed_on_ones_own_page(client: Client, school: School, mine: Engagement) -> None:
    version = make_version(school=school, text="Doors stay <closed>.")
    address = reverse("cpd:my-policy", args=[version.pk])
    assert "Doors stay &lt;closed&gt;." in client.get(address).content.decode()
    refused = client.post(address, {})
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert refused.context["form"].errors["has_read"] == [
        "Tick that you have read and understood it, then sign."
    ]
    response = client.post(address, {"has_read": "on"})
    assert response.headers["Location"] == reverse("cpd:my-record")
    assert PolicySignature.objects.get().person == mine.person
    again = client.post(address, {"has_read": "on"})
    assert (again.status_code, PolicySignature.objects.count()) == (HTTPStatus.UNPROCESSABLE_ENTITY, 1)


def test_a_replaced_edition_leads_to_the_newer_one(client: Client, school: School, mine: Engagement) -> None:
    first = make_version(school=school, in_force_from="2025-09-01", read_by="2025-09-30")
    second = make_version(first.policy)
    reading = client.get(reverse("cpd:my-policy", args=[first.pk])).context["reading"]
    assert (reading.newer, reading.is_waiting) == (second, False)
    assert titles(client, "waiting") == ["Staff code of conduct"]


def test_what_is_not_asked_of_the_reader_is_not_there(
    client: Client, school: School, mine: Engagement
) -> None:
    def version_of(**fields: object) -> int:
        document = make_document(school, body=b"%PDF Secret")
        return make_version(make_policy(school=school, title=str(fields)), document=document, **fields).pk

    read = version_of()
    hidden = [version_of(kinds=["governance"]), make_version(document=make_document(make_school())).pk]
    assert client.get(reverse("cpd:my-policy-file", args=[read])).getvalue() == b"%PDF Secret"
    for name in ("my-policy", "my-policy-file"):
        answers = [client.get(reverse(f"cpd:{name}", args=[pk])).status_code for pk in hidden]
        assert answers == [HTTPStatus.NOT_FOUND] * 2
    posted = [
        client.post(reverse("cpd:my-policy", args=[pk]), {"has_read": "on"}).status_code for pk in hidden
    ]
    assert posted == [HTTPStatus.NOT_FOUND] * 2
    assert PolicySignature.objects.count() == 0


def test_an_account_without_a_staff_record_has_an_empty_page(client: Client, school: School) -> None:
    make_version(school=school)
    client.force_login(make_user(Role.STAFF_MEMBER, school=school))
    assert (titles(client, "waiting"), titles(client, "signed")) == ([], [])


def test_the_menu_of_the_user_leads_there(client: Client, school: School) -> None:
    for role, is_there in ((Role.STAFF_MEMBER, True), (Role.INSPECTOR, False)):
        client.force_login(make_user(role, school=school))
        menu = client.get(reverse("overview:home")).context["user_menu"]
        assert [item["label"] for item in menu] == (["My record"] if is_there else [])
