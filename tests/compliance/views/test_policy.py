"""The page of a school's policy: who may write it, what it keeps, and what follows from it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from compliance.models import CompliancePolicy, DestructionBatch
from compliance.selectors.retention import list_retention_items
from core.domain.dates import add_months
from core.domain.permissions import Role
from core.models import School, User
from tests.factories import make_school, make_trust, make_user
from tests.factories.compliance import make_engagement

pytestmark = pytest.mark.django_db

ADDRESS = "/policy/"
SENT = {
    "references_wanted": "2",
    "early_start_review_days": "14",
    "expiring_soon_days": "60",
    "reason": "Governors, 12 November",
}


@pytest.fixture
def school() -> School:
    return make_school(name="Mill Lane Primary School")


def sign_in(client: Client, school: School, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=school, name="Nia Owen"))


def post(client: Client, school: School, **change: str):
    return client.post(ADDRESS, SENT | {"school": str(school.pk)} | change)


def test_a_policy_is_written_down_with_who_and_why(client: Client, school: School) -> None:
    sign_in(client, school)

    answer = post(client, school, personnel_file_months="84", references_wanted="3")

    assert (answer.status_code, answer["Location"]) == (302, f"{ADDRESS}?school={school.pk}")
    row = CompliancePolicy.objects.get(school=school)
    assert (row.personnel_file_months, row.references_wanted, row.dbs_copy_months) == (84, 3, None)
    (line,) = row.history.all()
    assert (line.history_user.name, line.history_change_reason) == ("Nia Owen", "Governors, 12 November")
    page = client.get(ADDRESS).content.decode()
    assert "Staff record of a leaver: none of its own to 84" in page
    assert "References wanted: 2 to 3" in page


def test_what_guidance_leaves_no_room_for_is_refused_and_nothing_typed_is_lost(
    client: Client, school: School
) -> None:
    sign_in(client, school)

    answer = post(client, school, right_to_work_months="12", dbs_copy_months="3")
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "It has to be kept 24 months; a policy may only keep it longer." in page
    assert 'value="12"' in page
    assert 'value="3"' in page
    assert not CompliancePolicy.objects.exists()


@pytest.mark.parametrize(
    ("change", "fields"),
    [({"reason": " "}, ["reason"]), ({}, ["__all__"])],
)
def test_a_change_without_a_reason_or_a_change_is_refused(
    client: Client, school: School, change: dict[str, str], fields: list[str]
) -> None:
    sign_in(client, school)

    answer = post(client, school, **change)

    assert (answer.status_code, CompliancePolicy.objects.count()) == (422, 0)
    assert list(answer.context["form"].errors) == fields


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.HR_OFFICER, 200),
        (Role.HEADTEACHER, 200),
        (Role.TRUST_ADMINISTRATOR, 200),
        (Role.INSPECTOR, 403),
        (Role.LINE_MANAGER, 403),
        (Role.STAFF_MEMBER, 403),
        (Role.PANEL_MEMBER, 403),
    ],
)
def test_only_those_who_decide_the_policy_see_the_page(
    client: Client, school: School, role: Role, status: int
) -> None:
    sign_in(client, school, role)

    assert client.get(ADDRESS).status_code == status


def test_the_policy_of_another_school_is_not_found(client: Client, school: School) -> None:
    sign_in(client, school)
    other = make_school()

    assert client.get(ADDRESS, {"school": other.pk}).status_code == 404
    assert post(client, other, references_wanted="3").status_code == 404
    assert not CompliancePolicy.objects.exists()


def test_destruction_follows_the_policy_of_each_school(client: Client, school: School) -> None:
    today = timezone.localdate()
    other = make_school(trust=make_trust())
    for place in (school, other):
        make_engagement(
            school=place,
            start_date=add_months(today, -60),
            end_date=add_months(today, -30) - timedelta(days=9),
        )
    sign_in(client, school)
    post(client, school, personnel_file_months="30")

    found = list_retention_items([school.pk, other.pk], today=today)

    assert [(item.school_id, item.record, item.retention.basis) for item in found] == [
        (school.pk, "personnel_file", "policy")
    ]
    page = client.get(reverse("compliance:retention-list")).content.decode()
    assert "Kept 30 months from the day the person leaves, by the school’s own policy (usually 72)." in page


def test_a_destruction_record_keeps_the_rule_of_its_day(client: Client, school: School) -> None:
    sign_in(client, school)
    post(client, school, personnel_file_months="30")
    nia = User.objects.get(name="Nia Owen")
    settled = {"status": "destroyed", "settled_at": timezone.now(), "settled_by": make_user()}
    counts = {"row_count": 1, "file_count": 0, "person_count": 0}
    batch = DestructionBatch.objects.create(
        school=school,
        kind="personnel_file",
        proposed_at=timezone.now(),
        proposed_by=nia,
        **settled,
        **counts,
    )
    post(client, school, personnel_file_months="84")

    page = client.get(reverse("compliance:destruction-detail", args=[batch.pk])).content.decode()

    assert "Kept 30 months from the day the person leaves" in page


def test_the_page_takes_at_most_twelve_queries(
    client: Client, school: School, django_assert_max_num_queries
) -> None:
    sign_in(client, school)
    for number in ("3", "4", "5"):
        post(client, school, references_wanted=number)

    with django_assert_max_num_queries(12):
        page = client.get(ADDRESS)
    assert len(page.context["changes"]) == 3
