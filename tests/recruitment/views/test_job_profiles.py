"""Job profiles in the browser: the list, a profile, its versions, the next version."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from core.models import School
from recruitment.models import DocumentReading, JobProfileVersion
from recruitment.services.job_profiles import confirm_reading
from recruitment.services.readings import start_revision
from tests.factories import make_actor, make_job_profile_version, make_school, make_user
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

LIST = "/job-profiles/"


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def version(school: School) -> JobProfileVersion:
    return make_job_profile_version(school=school, review_date=timezone.localdate() + timedelta(days=400))


def sign_in(client: Client, school: School, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=school))


def addresses(version: JobProfileVersion) -> list[str]:
    pk = version.job_profile_id
    return [
        reverse("recruitment:job-profile-detail", args=[pk]),
        reverse("recruitment:job-profile-version", args=[pk, 1]),
        reverse("recruitment:job-profile-compare", args=[pk, 1, 1]),
    ]


def make_second_version(version: JobProfileVersion, school: School) -> JobProfileVersion:
    hr = make_actor(Role.HR_OFFICER, school=school)
    reading = start_revision(job_profile_id=version.job_profile_id, by=hr, now=NOW)
    reading.rows[0]["text"] = "Experience of working with young children"
    reading.rows.pop(3)
    reading.save()
    review_date = timezone.localdate() + timedelta(days=365)
    return confirm_reading(reading_id=reading.pk, review_date=review_date, by=hr, now=NOW)


def test_list_names_profiles_and_offers_the_upload(client: Client, version: JobProfileVersion) -> None:
    sign_in(client, version.job_profile.school)

    page = client.get(LIST)

    assert [row.pk for row, _ in page.context["rows"]] == [version.pk]
    assert reverse("recruitment:document-upload") in page.content.decode()


def test_list_without_profiles_says_how_to_begin(client: Client, school: School) -> None:
    sign_in(client, school)

    page = client.get(LIST).content.decode()

    assert "No job profiles yet" in page
    assert page.count(reverse("recruitment:document-upload")) == 1


def test_list_says_when_a_search_finds_nothing(client: Client, version: JobProfileVersion) -> None:
    sign_in(client, version.job_profile.school)

    assert "No job profile found" in client.get(LIST, {"q": "astronaut"}).content.decode()


@pytest.mark.parametrize(("days", "word"), [(-1, "Overdue"), (0, "Due soon"), (60, "Due soon"), (61, "")])
def test_list_says_which_reviews_are_due(client: Client, school: School, days: int, word: str) -> None:
    make_job_profile_version(school=school, review_date=timezone.localdate() + timedelta(days=days))
    sign_in(client, school)

    page = client.get(LIST).content.decode()

    assert [one for one in ("Overdue", "Due soon") if one in page] == ([word] if word else [])


def test_a_line_manager_reads_and_is_offered_nothing_else(client: Client, version: JobProfileVersion) -> None:
    sign_in(client, version.job_profile.school, Role.LINE_MANAGER)

    for address in [LIST, *addresses(version)]:
        page = client.get(address)
        assert page.status_code == HTTPStatus.OK
        assert "Upload" not in page.content.decode()
        assert "Make the next version" not in page.content.decode()


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.STAFF_MEMBER, Role.INSPECTOR])
def test_a_role_too_low_is_refused(client: Client, version: JobProfileVersion, role: Role) -> None:
    sign_in(client, version.job_profile.school, role)

    statuses = {client.get(address).status_code for address in [LIST, *addresses(version)]}
    assert statuses == {HTTPStatus.FORBIDDEN}


def test_a_stranger_finds_nothing(client: Client, version: JobProfileVersion) -> None:
    sign_in(client, make_school())

    assert {client.get(address).status_code for address in addresses(version)} == {HTTPStatus.NOT_FOUND}
    assert client.get(LIST).context["rows"] == []


def test_signed_out_people_are_sent_to_sign_in(client: Client, version: JobProfileVersion) -> None:
    for address in [LIST, *addresses(version)]:
        assert client.get(address).headers["Location"] == f"/account/login/?next={address}"


def test_a_version_that_does_not_exist_is_not_found(client: Client, version: JobProfileVersion) -> None:
    sign_in(client, version.job_profile.school)

    missing = reverse("recruitment:job-profile-version", args=[version.job_profile_id, 2])
    assert client.get(missing).status_code == HTTPStatus.NOT_FOUND


def test_a_version_shows_its_criteria_its_evidence_key_and_who_confirmed_it(
    client: Client, version: JobProfileVersion
) -> None:
    sign_in(client, version.job_profile.school)

    page = client.get(addresses(version)[1]).content.decode()

    assert [text in page for text in ("Knowledge of safeguarding procedures", "ELSA training")] == [
        True,
        True,
    ]
    assert "by " + version.confirmed_by.name in page
    assert "<b>C</b> Certificate" in page


def test_an_older_version_says_that_it_was_replaced(
    client: Client, version: JobProfileVersion, school: School
) -> None:
    second = make_second_version(version, school)
    sign_in(client, school)

    old = client.get(addresses(version)[1]).content.decode()
    new = client.get(
        reverse("recruitment:job-profile-version", args=[second.job_profile_id, 2])
    ).content.decode()

    assert ["Replaced by a later version" in old, "Make the next version" in old] == [True, False]
    assert ["Replaced by a later version" in new, "Make the next version" in new] == [False, True]


def test_detail_lists_versions_with_the_newest_first(
    client: Client, version: JobProfileVersion, school: School
) -> None:
    make_second_version(version, school)
    sign_in(client, school)

    page = client.get(addresses(version)[0])

    assert [one.number for one in page.context["versions"]] == [2, 1]
    assert page.context["shown"].version.number == 2


def test_compare_shows_what_changed(client: Client, version: JobProfileVersion, school: School) -> None:
    make_second_version(version, school)
    sign_in(client, school)

    page = client.get(reverse("recruitment:job-profile-compare", args=[version.job_profile_id, 1, 2]))

    changes = page.context["compared"].changes
    assert [change.kind.value for change in changes.criteria] == ["changed", "removed"]
    assert "<del>primary-aged</del>" in page.content.decode()
    assert "<ins>young</ins>" in page.content.decode()


def test_revising_opens_the_rows_for_the_next_version(client: Client, version: JobProfileVersion) -> None:
    sign_in(client, version.job_profile.school)

    answer = client.post(reverse("recruitment:job-profile-revise", args=[version.job_profile_id]))

    reading = DocumentReading.objects.get()
    assert answer.headers["Location"] == reverse("recruitment:reading-review", args=[reading.pk])
    assert "Make the next version" in client.get(answer.headers["Location"]).content.decode()


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.LINE_MANAGER, HTTPStatus.FORBIDDEN), (Role.TRUST_ADMINISTRATOR, HTTPStatus.FOUND)],
)
def test_who_may_revise(client: Client, version: JobProfileVersion, role: Role, status: HTTPStatus) -> None:
    sign_in(client, version.job_profile.school, role)

    answer = client.post(reverse("recruitment:job-profile-revise", args=[version.job_profile_id]))
    assert answer.status_code == status


def test_a_stranger_cannot_revise(client: Client, version: JobProfileVersion) -> None:
    sign_in(client, make_school())

    answer = client.post(reverse("recruitment:job-profile-revise", args=[version.job_profile_id]))
    assert (answer.status_code, DocumentReading.objects.count()) == (HTTPStatus.NOT_FOUND, 0)


def test_an_editor_elsewhere_who_only_reads_here_cannot_revise(
    client: Client, version: JobProfileVersion
) -> None:
    user = make_user(Role.LINE_MANAGER, school=version.job_profile.school)
    user.roles.create(role=Role.HR_OFFICER, school=make_school(), granted_at=NOW)
    client.force_login(user)

    answer = client.post(reverse("recruitment:job-profile-revise", args=[version.job_profile_id]))
    assert answer.status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_much_for_many_as_for_one(
    client: Client,
    school: School,
    assert_queries: Callable[[int], AbstractContextManager[object]],
    count: int,
) -> None:
    hr = make_actor(Role.HR_OFFICER, school=school)
    for _ in range(count):
        version = make_job_profile_version(school=school)
        start_revision(job_profile_id=version.job_profile_id, by=hr, now=NOW)
    sign_in(client, school)

    with assert_queries(6):
        client.get(LIST)


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_of_a_profile_ask_as_much_for_many_versions_as_for_one(
    client: Client,
    school: School,
    assert_queries: Callable[[int], AbstractContextManager[object]],
    count: int,
) -> None:
    version = make_job_profile_version(school=school)
    for _ in range(count - 1):
        make_second_version(version, school)
    sign_in(client, school)

    for address in addresses(version):
        with assert_queries(10):
            client.get(address)


@pytest.mark.parametrize("count", [1, 8])
def test_the_list_asks_no_more_when_many_documents_wait(
    client: Client,
    school: School,
    assert_queries: Callable[[int], AbstractContextManager[object]],
    count: int,
) -> None:
    hr = make_actor(Role.HR_OFFICER, school=school)
    for _ in range(count):
        version = make_job_profile_version(school=school)
        start_revision(job_profile_id=version.job_profile_id, by=hr, now=NOW)
    sign_in(client, school)

    with assert_queries(6 if count == 1 else 7):  # they are counted once they are not all shown
        page = client.get(LIST).content.decode()
    assert (f"Show all {count}" in page) is (count > 3)


def test_a_search_without_a_hit_says_so_before_anything_that_waits(
    client: Client, school: School, version: JobProfileVersion
) -> None:
    hr = make_actor(Role.HR_OFFICER, school=school)
    start_revision(job_profile_id=version.job_profile_id, by=hr, now=NOW)
    sign_in(client, version.job_profile.school)

    page = client.get(LIST, {"q": "no such post"}).content.decode()

    assert page.index("No job profile found") < page.index("Waiting to be confirmed")
