"""The school's pages of policies: who has read them, whom to remind, what leaves as a file."""

import csv
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from http import HTTPStatus
from io import BytesIO, StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from compliance.domain.categories import WorkerCategory
from core.domain.permissions import Role
from core.models import Engagement, School
from cpd.models import Policy, PolicySignature
from tests.factories import make_person, make_school, make_trust, make_user
from tests.factories.compliance import make_engagement
from tests.factories.dated import make_document
from tests.factories.policies import make_policy, make_signature, make_version

pytestmark = pytest.mark.django_db

TITLE = "Staff code of conduct"


@pytest.fixture
def school() -> School:
    return make_school(trust=make_trust())


@pytest.fixture
def office(client: Client, school: School) -> Client:
    client.force_login(make_user(Role.HR_OFFICER, school=school, name="Nia Owen"))
    return client


def colleague(school: School, name: str, **fields: object) -> Engagement:
    person = make_person(given_name="Rowan", family_name=name, email=f"{name}@example.org".lower())
    return make_engagement(school=school, person=person, **fields)


def test_list_counts_who_was_asked_and_who_signed(office: Client, school: School) -> None:
    today = timezone.localdate()
    signed = colleague(school, "Abel")
    colleague(school, "Brook")
    colleague(school, "Cole", start_date=today)
    colleague(school, "Gone", end_date=today - timedelta(days=1))
    colleague(make_school(), "Elsewhere")
    version = make_version(school=school)
    make_signature(version, signed.person)
    make_version(
        make_policy(school=school, title="Lone working"),
        in_force_from=today + timedelta(days=1),
        read_by=today + timedelta(days=9),
    )
    make_version(make_policy(title="Of another school"))
    cards = office.get(reverse("cpd:policy-list")).context["cards"]
    assert [(card.policy.title, card.signed, card.asked, card.overdue) for card in cards] == [
        ("Lone working", 0, 0, 0),
        (TITLE, 1, 3, 1),
    ]


def test_page_tells_apart_who_signed_who_has_time_and_who_is_late(office: Client, school: School) -> None:
    version = make_version(school=school, kinds=["support"])
    make_signature(version, colleague(school, "Abel").person)
    colleague(school, "Brook")
    colleague(school, "Cole", start_date=timezone.localdate())
    colleague(school, "Dale", category=WorkerCategory.TEACHER)
    colleague(school, "Eccles", category=None)
    left = colleague(school, "Frost", end_date=timezone.localdate() - timedelta(days=1))
    make_signature(version, left.person)
    make_signature(
        make_version(version.policy, in_force_from="2025-09-01", read_by="2025-09-30"), left.person
    )
    response = office.get(reverse("cpd:policy-detail", args=[version.policy_id]))
    page = response.context["page"]
    assert [(one.name, one.state.value) for one in response.context["readings"]] == [
        ("Rowan Abel", "signed"),
        ("Rowan Brook", "overdue"),
        ("Rowan Cole", "to_read"),
    ]
    assert [one.name for one in page.former] == ["Rowan Frost"]
    assert [one.person.family_name for one in page.undescribed] == ["Eccles"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?show=missing", ["Brook", "Cole"]),
        ("?show=overdue", ["Brook"]),
        ("?show=signed", ["Abel"]),
        ("?q=cole", ["Cole"]),
        ("?q=nobody", []),
        ("?show=nonsense", ["Abel", "Brook", "Cole"]),
    ],
)
def test_readers_are_filtered(office: Client, school: School, query: str, names: list[str]) -> None:
    version = make_version(school=school)
    make_signature(version, colleague(school, "Abel").person)
    colleague(school, "Brook")
    colleague(school, "Cole", start_date=timezone.localdate())
    readings = office.get(reverse("cpd:policy-detail", args=[version.policy_id]) + query).context["readings"]
    assert [one.reader.person.family_name for one in readings] == names


def test_an_earlier_edition_shows_its_own_signatures(office: Client, school: School) -> None:
    one = colleague(school, "Abel")
    earlier = make_version(school=school, in_force_from="2025-09-01", read_by="2025-09-30")
    make_signature(earlier, one.person)
    make_version(earlier.policy)
    address = reverse("cpd:policy-detail", args=[earlier.policy_id])
    page = office.get(f"{address}?edition={earlier.pk}").context["page"]
    other = make_version(make_policy(school=school, title="Other"))
    assert (page.is_in_force, page.readings, [one.name for one in page.former]) == (False, (), ["Rowan Abel"])
    assert office.get(f"{address}?edition={other.pk}").status_code == HTTPStatus.NOT_FOUND


def test_chase_lists_addresses_to_copy_and_who_has_none(office: Client, school: School) -> None:
    version = make_version(school=school)
    make_signature(version, colleague(school, "Abel").person)
    colleague(school, "Brook")
    make_engagement(school=school, person=make_person(family_name="Cole", given_name="Ivan", email=""))
    user = make_user(email="d.dale@example.org")
    make_engagement(school=school, person=make_person(family_name="Dale", email="", user=user))
    context = office.get(reverse("cpd:policy-chase", args=[version.policy_id])).context
    assert context["addresses"] == "brook@example.org; d.dale@example.org"
    assert [one.name for one in context["without"]] == ["Ivan Cole"]
    assert context["chase"].body.endswith("Thank you,\nNia Owen\n")


def test_files_say_what_the_page_says_and_start_no_formula(office: Client, school: School) -> None:
    version = make_version(school=school)
    abel = colleague(school, "Abel", job_title="=HYPERLINK(1)")
    make_signature(version, abel.person)
    colleague(school, "Brook", start_date=timezone.localdate())
    listed = office.get(reverse("cpd:policy-readers", args=[version.policy_id]))
    rows = list(csv.reader(StringIO(listed.content.decode("utf-8-sig"))))
    sheet = load_workbook(
        BytesIO(office.get(reverse("cpd:policy-workbook", args=[version.policy_id])).content)
    ).active
    assert rows[1] == [
        "Abel", "Rowan", "'=HYPERLINK(1)", "abel@example.org", "30/09/2026",
        "Read and signed", "01/09/2026", "Signed on paper", "Nia Owen",
    ]  # fmt: skip
    assert [row[0] for row in rows] == ["Last name", "Abel", "Brook"]
    assert sheet is not None
    assert (sheet["C4"].value, sheet["C4"].data_type) == ("=HYPERLINK(1)", "s")
    assert sheet["G4"].value.date() == version.in_force_from


def edition(**fields: object) -> dict[str, object]:
    return {
        "edition": "Fifth edition",
        "text": "Doors stay closed.",
        "in_force_from": "1/9/2026",
        "read_by": "30/9/2026",
    } | fields


def test_a_policy_is_added_with_a_file(office: Client, school: School) -> None:
    file = SimpleUploadedFile("code.txt", b"Doors stay closed.")
    facts = edition(text="", file=file, school=school.pk, title=TITLE, basis="policy", kinds=["support"])
    response = office.post(reverse("cpd:policy-add"), facts)
    policy = Policy.objects.get()
    version = policy.versions.get()
    assert response.headers["Location"] == reverse("cpd:policy-detail", args=[policy.pk])
    assert (version.kinds, version.document.original_name if version.document else "") == (
        ["support"],
        "code.txt",
    )
    assert office.get(reverse("cpd:edition-file", args=[version.pk])).getvalue() == b"Doors stay closed."


def test_what_was_typed_is_kept_where_something_is_wrong(office: Client, school: School) -> None:
    facts = edition(text="", school=school.pk, title=TITLE, basis="policy")
    response = office.post(reverse("cpd:policy-add"), facts)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert response.context["form"].errors["file"] == [
        "Give people something to read: a file, a web address, or the words themselves."
    ]
    assert f'value="{TITLE}"' in response.content.decode()
    assert Policy.objects.count() == 0


def test_an_edition_is_published_corrected_and_withdrawn(office: Client, school: School) -> None:
    version = make_version(school=school)
    address = reverse("cpd:edition-change", args=[version.pk])
    office.post(reverse("cpd:policy-publish", args=[version.policy_id]), edition())
    office.post(address, edition(edition="Fourth, corrected"))
    assert set(version.policy.versions.values_list("edition", flat=True)) == {
        "Fifth edition",
        "Fourth, corrected",
    }
    make_signature(version, make_person())
    refused = office.post(address, edition(edition="Fourth again"))
    assert (office.get(address).status_code, refused.status_code) == (
        HTTPStatus.CONFLICT,
        HTTPStatus.UNPROCESSABLE_ENTITY,
    )
    office.post(reverse("cpd:policy-withdraw", args=[version.policy_id]), {"reason": "Merged"})
    assert Policy.objects.get().withdrawal_reason == "Merged"
    assert set(version.policy.versions.values_list("edition", flat=True)) == {
        "Fifth edition",
        "Fourth, corrected",
    }


def test_paper_is_recorded_of_somebody_who_has_not_signed(office: Client, school: School) -> None:
    version = make_version(school=school)
    make_signature(version, colleague(school, "Abel").person)
    brook = colleague(school, "Brook")
    stranger = colleague(make_school(), "Elsewhere")
    address = reverse("cpd:edition-paper", args=[version.pk])
    choices = office.get(address).context["form"].fields["person"].choices
    facts = {"signed_date": "3/9/2026", "seen_by": "Nia Owen"}
    refused = office.post(address, facts | {"person": stranger.person_id})
    office.post(address, facts | {"person": brook.person_id})
    assert [key for key, _label in choices] == ["", brook.person_id]
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert list(PolicySignature.objects.order_by("pk").values_list("name", "way")) == [
        ("Rowan Abel", "paper"),
        ("Rowan Brook", "paper"),
    ]


def test_another_schools_policy_is_not_there(office: Client) -> None:
    version = make_version(document=make_document(make_school()))
    pages = (
        "policy-detail",
        "policy-chase",
        "policy-workbook",
        "policy-readers",
        "policy-publish",
        "policy-withdraw",
    )
    answers = [office.get(reverse(f"cpd:{name}", args=[version.policy_id])).status_code for name in pages]
    answers += [
        office.get(reverse(f"cpd:{name}", args=[version.pk])).status_code
        for name in ("edition-change", "edition-file", "edition-paper")
    ]
    assert answers == [HTTPStatus.NOT_FOUND] * 9


def test_the_calendar_reminds_of_what_is_still_to_be_signed(office: Client, school: School) -> None:
    today = timezone.localdate()
    read_by = today + timedelta(days=9)
    version = make_version(make_policy(school=school, basis="guidance"), in_force_from=today, read_by=read_by)
    make_signature(version, colleague(school, "Abel").person)
    calendar = reverse("compliance:calendar")
    assert [row for week in office.get(calendar).context["weeks"] for row in week.rows] == []
    colleague(school, "Brook")
    (row,) = [row for week in office.get(calendar).context["weeks"] for row in week.rows]
    assert (row.thing.title, row.thing.detail, row.thing.due_date, row.thing.person_name) == (
        f"To be read and signed: {TITLE}",
        "Edition 1: 1 still to sign.",
        read_by,
        "",
    )
    assert office.get(row.thing.href).status_code == HTTPStatus.OK


@pytest.mark.parametrize("people", [1, 3])
def test_pages_ask_a_steady_number_of_queries(
    office: Client, school: School, people: int, assert_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    for number in range(people):
        version = make_version(make_policy(school=school, title=f"Policy {number}"))
        make_signature(version, colleague(school, f"Abel{number}").person)
        colleague(school, f"Brook{number}")
    for name, limit in (
        ("policy-detail", 9),
        ("policy-chase", 9),
        ("policy-readers", 9),
        ("policy-workbook", 9),
    ):
        with assert_queries(limit):
            office.get(reverse(f"cpd:{name}", args=[version.policy_id]))
    with assert_queries(8):
        office.get(reverse("cpd:policy-list"))
