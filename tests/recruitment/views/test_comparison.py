"""Any two versions side by side: differences alone or everything, and nobody else's versions."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from http import HTTPStatus

import pytest
from django.test import Client

from core.domain.permissions import Role
from core.models import School
from recruitment.models import JobProfileVersion
from tests.factories import make_job_profile_version, make_school, make_user

pytestmark = pytest.mark.django_db

ADDRESS = "/job-profiles/compare/"
MODEL = (
    ("Experience of working with families", "essential", "AI", 1),
    ("Knowledge of phonics", "desirable", "A", 1),
    ("Level 3 qualification", "essential", "AC", 1),
)
OWN = (
    ("Experience of working closely with families", "essential", "AI", 1),
    ("Knowledge of phonics", "essential", "A", 1),
    ("Level 3 qualification", "essential", "AC", 1),
    ("Keeps bees", "desirable", "I", 1),
)


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def model(school: School) -> JobProfileVersion:
    return make_job_profile_version(school=school, criteria=MODEL, model_number="24", grade="Grade 3")


@pytest.fixture
def own(school: School) -> JobProfileVersion:
    return make_job_profile_version(school=school, criteria=OWN, grade="Grade 4")


def sign_in(client: Client, school: School) -> None:
    client.force_login(make_user(Role.LINE_MANAGER, school=school))


def test_a_model_and_the_schools_own_stand_side_by_side(
    client: Client, school: School, model: JobProfileVersion, own: JobProfileVersion
) -> None:
    sign_in(client, school)

    page = client.get(ADDRESS, {"old": model.pk, "new": own.pk})

    changes = page.context["compared"].changes
    assert [(one.kind.value, one.fields) for one in changes.criteria] == [
        ("changed", ("text",)),
        ("changed", ("requirement",)),
        ("added", ()),
    ]
    text = page.content.decode()
    assert "<ins>closely </ins>" in text
    assert ("<del>3</del>" in text, "<ins>4</ins>" in text) == (True, True)
    assert "Level 3 qualification" not in text
    assert "Desirable → Essential" in text
    assert "Criteria: 1 the same; 2 alike, not the same; 1 only in the second." in text


def test_one_version_twice_is_said_to_be_one(client: Client, school: School, own: JobProfileVersion) -> None:
    sign_in(client, school)
    make_job_profile_version(school=school, criteria=MODEL)

    chosen = client.get(ADDRESS, {"old": own.pk, "new": own.pk})
    of_profile = client.get(f"/job-profiles/{own.job_profile_id}/compare/1/1/")

    for page in (chosen, of_profile):
        assert page.context["compared"] is None
        assert "This is one version twice" in page.content.decode()


def test_duties_stand_side_by_side(client: Client, school: School) -> None:
    sign_in(client, school)
    old, new = (
        make_job_profile_version(
            school=school, criteria=MODEL, duties=[{"section": None, "text": text} for text in texts]
        )
        for texts in (["Meet each pupil once a week"], ["Lead lunch club", "Meet each pupil twice a week"])
    )

    page = client.get(ADDRESS, {"old": old.pk, "new": new.pk})

    duties = page.context["compared"].changes.duties
    assert [(one.kind.value, one.before, one.after) for one in duties] == [
        ("added", "", "Lead lunch club"),
        ("changed", "Meet each pupil once a week", "Meet each pupil twice a week"),
    ]
    assert "<del>once</del>" in page.content.decode()


def test_everything_is_shown_when_asked_for(
    client: Client, school: School, model: JobProfileVersion, own: JobProfileVersion
) -> None:
    sign_in(client, school)

    page = client.get(ADDRESS, {"old": model.pk, "new": own.pk, "show": "everything"})

    assert page.content.decode().count("Level 3 qualification") == 2
    assert "Show differences only" in page.content.decode()


def test_without_a_choice_two_are_asked_for(
    client: Client, school: School, model: JobProfileVersion, own: JobProfileVersion
) -> None:
    sign_in(client, school)

    page = client.get(ADDRESS, {"new": own.pk})

    assert page.context["compared"] is None
    assert f'<option value="{own.pk}" selected>' in page.content.decode()


def test_a_later_version_is_compared_with_the_one_before_it(
    client: Client, school: School, model: JobProfileVersion, own: JobProfileVersion
) -> None:
    sign_in(client, school)
    later = [
        make_job_profile_version(
            school=school, job_profile=own.job_profile, number=number, criteria=OWN[: number + 1]
        )
        for number in (2, 3)
    ]

    page = client.get(ADDRESS, {"new": later[1].pk})

    assert (page.context["old"], page.context["new"]) == (later[0], later[1])
    assert [one.kind.value for one in page.context["compared"].changes.criteria] == ["added"]


def test_one_version_alone_has_nothing_to_be_compared_with(
    client: Client, school: School, model: JobProfileVersion
) -> None:
    sign_in(client, school)

    assert "Nothing to compare yet" in client.get(ADDRESS).content.decode()


@pytest.mark.parametrize("wrong", ["x", "0", "999999", ""])
def test_a_version_that_is_none_is_not_found(
    client: Client, school: School, model: JobProfileVersion, wrong: str
) -> None:
    sign_in(client, school)

    status = client.get(ADDRESS, {"old": wrong, "new": model.pk}).status_code
    assert status == (HTTPStatus.NOT_FOUND if wrong else HTTPStatus.OK)


def test_another_schools_version_is_neither_offered_nor_found(
    client: Client, school: School, model: JobProfileVersion, own: JobProfileVersion
) -> None:
    sign_in(client, school)
    elsewhere = make_job_profile_version(title="Secret gardener")

    assert client.get(ADDRESS, {"old": elsewhere.pk, "new": own.pk}).status_code == HTTPStatus.NOT_FOUND
    offered = [version.pk for version in client.get(ADDRESS).context["choices"]]
    assert sorted(offered) == sorted([model.pk, own.pk])


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_database_little(
    client: Client,
    school: School,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
    count: int,
) -> None:
    sign_in(client, school)
    versions = [make_job_profile_version(school=school, criteria=OWN[:count]) for _ in range(count + 1)]

    with django_assert_num_queries(7):
        client.get(ADDRESS, {"old": versions[0].pk, "new": versions[1].pk})
