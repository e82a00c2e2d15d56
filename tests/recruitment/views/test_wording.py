"""The page of remarks about a version: what is said, what is kept, and who may decide."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from core.models import School
from recruitment.models import DismissedRemark, JobProfileVersion
from recruitment.selectors.wording import QuestionOfVersion, WordingPage
from tests.factories import make_job_profile_version, make_school, make_user

pytestmark = pytest.mark.django_db

CRITERIA = (
    ("Car owner", "essential", "A", 1),
    ("Five years’ experience of gardening", "essential", "AI", 1),
    ("Knows simple repairs", "desirable", "AI", 1),
)
ANCHOR = "question-driving-demand-1"


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def version(school: School) -> JobProfileVersion:
    return make_job_profile_version(school=school, criteria=CRITERIA)


def address_of(version: JobProfileVersion) -> str:
    return reverse("recruitment:job-profile-wording", args=[version.job_profile_id, version.number])


def every_remark(wording: WordingPage) -> list[QuestionOfVersion]:
    return [*wording.by_law, *wording.by_practice]


def sign_in(client: Client, school: School, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=school))


def test_each_remark_says_why_what_instead_and_on_what_grounds(
    client: Client, school: School, version: JobProfileVersion
) -> None:
    sign_in(client, school)

    page = client.get(address_of(version))

    assert [view.question.code for view in page.context["wording"].by_law] == [
        "driving_demand",
        "years_of_experience",
    ]
    text = page.content.decode()
    assert "ability to travel between sites" in text
    assert "Acas guidance on age and recruitment" in text
    assert ">as quoted at ashtonslegal.co.uk</a>" in text


def test_a_plain_specification_is_left_in_peace(client: Client, school: School) -> None:
    sign_in(client, school)
    plain = make_job_profile_version(
        school=school, criteria=[CRITERIA[2], ("Plans work", "essential", "AI", 1)]
    )

    assert "Nothing to question" in client.get(address_of(plain)).content.decode()


def test_a_remark_is_let_stand_and_looked_at_again(
    client: Client, school: School, version: JobProfileVersion
) -> None:
    sign_in(client, school)

    client.post(address_of(version), {"anchor": ANCHOR, "reason": "Three sites without a bus"})
    page = client.get(address_of(version))

    assert [view.question.code for view in page.context["wording"].by_law] == ["years_of_experience"]
    assert "Three sites without a bus" in page.content.decode()

    remark = DismissedRemark.objects.get()
    client.post(f"{address_of(version)}{remark.pk}/reopen/")
    assert client.get(address_of(version)).context["wording"].let_stand == ()


def test_every_remark_can_be_let_stand_and_looked_at_again(client: Client, school: School) -> None:
    sign_in(client, school)
    version = make_job_profile_version(school=school, criteria=[CRITERIA[0], CRITERIA[2], CRITERIA[2]])
    address = address_of(version)

    page = client.get(address)
    anchors = [view.question.anchor for view in every_remark(page.context["wording"])]
    assert page.content.decode().count("Leave it as it is<") == len(anchors)
    for anchor in anchors:
        client.post(address, {"anchor": anchor, "reason": "We looked at it"})

    page = client.get(address)
    let_stand = [view.question.anchor for view in page.context["wording"].let_stand]
    assert sorted(let_stand) == sorted(anchors) == ["question-driving-demand-1", "question-duplicate-2-3"]
    assert "<strong>Asked for twice</strong>, “Knows simple repairs / Knows simple repairs”" in (
        page.content.decode()
    )
    assert client.get(f"/job-profiles/{version.job_profile_id}/").context["shown"].notes == ()

    for remark in DismissedRemark.objects.all():
        client.post(f"{address}{remark.pk}/reopen/")
    wording = client.get(address).context["wording"]
    assert [view.question.anchor for view in every_remark(wording)] == anchors


def test_a_reason_is_asked_for_and_what_was_typed_is_kept(
    client: Client, school: School, version: JobProfileVersion
) -> None:
    sign_in(client, school)
    long = "x" * 501

    missing = client.post(address_of(version), {"anchor": ANCHOR, "reason": " "})
    too_long = client.post(address_of(version), {"anchor": ANCHOR, "reason": long})

    assert (missing.status_code, too_long.status_code) == (422, 422)
    assert "Say in a sentence why the wording stays" in missing.content.decode()
    assert f'value="{long}"' in too_long.content.decode()
    assert DismissedRemark.objects.count() == 0


def test_a_line_manager_reads_and_decides_nothing(
    client: Client, school: School, version: JobProfileVersion
) -> None:
    sign_in(client, school, Role.LINE_MANAGER)

    assert "Leave it as it is" not in client.get(address_of(version)).content.decode()
    refused = client.post(address_of(version), {"anchor": ANCHOR, "reason": "Mine"})
    assert refused.status_code == HTTPStatus.FORBIDDEN


def test_a_remark_of_another_version_is_not_found(
    client: Client, school: School, version: JobProfileVersion
) -> None:
    sign_in(client, school)
    client.post(address_of(version), {"anchor": ANCHOR, "reason": "Three sites"})
    other = make_job_profile_version(school=school)

    wrong = f"{address_of(other)}{DismissedRemark.objects.get().pk}/reopen/"
    assert client.post(wrong).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_database_little(
    client: Client,
    school: School,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
    count: int,
) -> None:
    sign_in(client, school)
    version = make_job_profile_version(school=school, criteria=[CRITERIA[0]] * count)
    client.post(address_of(version), {"anchor": ANCHOR, "reason": "Three sites"})

    with django_assert_num_queries(6):
        client.get(address_of(version))
