"""My record: what is asked of its reader, and nothing of anybody else."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from core.models import Engagement, School
from cpd.domain.training_matrix import CellState
from cpd.models import PolicySignature, Training
from tests.factories import make_person, make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.dated import make_document
from tests.factories.policies import make_policy, make_signature, make_version
from tests.factories.training import make_course, make_courses, make_requirement, make_training

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


def own_training(**fields: object) -> dict[str, object]:
    return {
        "course": "other",
        "title": "Talking about feelings",
        "awarded_date": f"{timezone.localdate():%d/%m/%Y}",
        "provider": "Harbour Educational Psychology",
        "hours": "2.5",
    } | fields


def test_training_is_added_to_ones_own_record_and_waits(
    client: Client, school: School, mine: Engagement
) -> None:
    file = SimpleUploadedFile("programme.txt", b"Attended by Josie Lane")
    address = reverse("cpd:my-training-add", args=[mine.pk])
    response = client.post(address, own_training(file=file))
    training = Training.objects.get()
    assert response.headers["Location"] == reverse("cpd:my-record")
    assert (training.person, training.origin, training.quarter_hours, training.confirmed_at) == (
        mine.person,
        "self",
        10,
        None,
    )
    shown = client.get(reverse("cpd:my-record")).context["training"]
    assert (list(shown.added), shown.hours.total, shown.hours.waiting) == ([training], 0, 10)
    certificate = client.get(reverse("cpd:training-certificate", args=[training.pk]))
    assert certificate.getvalue() == b"Attended by Josie Lane"


def test_what_was_typed_is_kept_where_training_cannot_be(client: Client, mine: Engagement) -> None:
    response = client.post(reverse("cpd:my-training-add", args=[mine.pk]), own_training(hours="2.3"))
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'value="Talking about feelings"' in response.content.decode()
    assert Training.objects.count() == 0


def test_nobody_adds_to_or_reads_the_record_of_somebody_else(
    client: Client, school: School, mine: Engagement
) -> None:
    other = make_engagement(school=school, person=make_person(family_name="Secret"))
    training = make_training(
        other,
        None,
        title="Secret course",
        certificate=make_document(school, name="secret.pdf"),
        origin="self",
        confirmed_at=None,
        confirmed_by=None,
    )
    addresses = [
        reverse("cpd:my-training-add", args=[other.pk]),
        reverse("cpd:training-certificate", args=[training.pk]),
        reverse("cpd:training-person", args=[other.pk]),
        reverse("cpd:passport", args=[other.pk]),
    ]
    assert [client.get(one).status_code for one in addresses] == [HTTPStatus.NOT_FOUND] * 4
    posted = client.post(addresses[0], own_training())
    page = client.get(f"{reverse('cpd:my-record')}?post={other.pk}")
    assert (posted.status_code, Training.objects.count()) == (HTTPStatus.NOT_FOUND, 1)
    assert page.context["post"] == mine
    assert "Secret" not in page.content.decode()
    assert client.get(reverse("cpd:added-training")).status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(("answer", "state"), [("confirm", "Confirmed"), ("decline", "Declined")])
def test_the_office_confirms_or_declines_with_a_reason(
    client: Client, school: School, mine: Engagement, answer: str, state: str
) -> None:
    client.post(reverse("cpd:my-training-add", args=[mine.pk]), own_training())
    training = Training.objects.get()
    make_training(
        make_engagement(), None, title="Elsewhere", origin="self", confirmed_at=None, confirmed_by=None
    )
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    listed = client.get(reverse("cpd:added-training")).context["added"]
    address = reverse(f"cpd:added-{answer}", args=[training.pk])
    missing = client.post(address, {}) if answer == "decline" else None
    client.post(address, {"reason": "Of another course"})
    assert listed == [training]
    assert missing is None or missing.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert client.get(reverse("cpd:added-training")).context["added"] == []
    assert mine.person.user is not None
    client.force_login(mine.person.user)
    page = client.get(reverse("cpd:my-record"))
    if state == "Confirmed":
        assert (page.context["training"].hours.total, page.context["training"].added) == (10, ())
    else:
        assert page.context["training"].hours.total == 0
        assert "Of another course" in page.content.decode()


def test_the_office_of_another_school_finds_nothing_to_answer(client: Client, mine: Engagement) -> None:
    training = make_training(mine, None, title="Mine", origin="self", confirmed_at=None, confirmed_by=None)
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))
    answers = [
        client.post(reverse(f"cpd:added-{answer}", args=[training.pk]), {"reason": "No"}).status_code
        for answer in ("confirm", "decline")
    ]
    training.refresh_from_db()
    assert (answers, training.withdrawn_at) == ([HTTPStatus.NOT_FOUND] * 2, None)


def test_what_lapses_first_stands_first(client: Client, school: School, mine: Engagement) -> None:
    today = timezone.localdate()
    make_courses()
    first_aid = make_course("paediatric_first_aid")
    make_requirement(first_aid, school)
    make_training(
        mine, first_aid, awarded_date=today - timedelta(days=400), printed_expiry=today - timedelta(days=1)
    )
    asked = client.get(reverse("cpd:my-record")).context["training"].asked
    assert (asked[0].column.name, asked[0].cell.state.value) == ("Paediatric first aid (full)", "expired")
    states = [story.cell.state for story in asked]
    assert states == sorted(states, key=list(CellState).index)


@pytest.mark.parametrize("things", [1, 3])
def test_record_asks_a_steady_number_of_queries(
    client: Client,
    school: School,
    mine: Engagement,
    things: int,
    assert_queries: Callable[..., AbstractContextManager[object]],
) -> None:
    for number in range(things):
        make_version(make_policy(school=school, title=f"To read {number}"))
        make_signature(make_version(make_policy(school=school, title=f"Read {number}")), mine.person)
        make_training(mine, None, title=f"Course {number}")
    with assert_queries(12):
        client.get(reverse("cpd:my-record"))
