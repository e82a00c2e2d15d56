"""The list of job profiles, the versions to advertise, a version as it is printed."""

from datetime import date

import pytest

from core.domain.permissions import Permission, Role
from recruitment.domain.review_dates import ReviewState
from recruitment.models import JobProfileVersion
from recruitment.selectors.job_profiles import (
    get_version_page,
    list_job_profiles,
    list_open_readings,
    list_versions_to_advertise,
    version_pages,
)
from recruitment.services.readings import discard_reading, start_reading
from tests.factories import make_actor, make_job_profile_version, make_school
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 2)


def next_version(first: JobProfileVersion, **fields: object) -> JobProfileVersion:
    defaults = {"number": first.number + 1, "title": first.title, "confirmed_at": NOW}
    return JobProfileVersion.objects.create(
        job_profile=first.job_profile, confirmed_by=first.confirmed_by, **defaults | fields
    )


def test_only_the_newest_version_is_listed_with_its_counts() -> None:
    school = make_school()
    newest = make_job_profile_version(school=school)
    old = make_job_profile_version(school=school)
    replaced_by = next_version(old, title="Senior Learning Mentor")

    listed = list_job_profiles(make_actor(Role.HR_OFFICER, school=school))

    assert [(one.pk, one.essential_count, one.desirable_count) for one in listed] == [
        (newest.pk, 4, 1),
        (replaced_by.pk, 0, 0),
    ]


def test_other_schools_are_not_listed() -> None:
    make_job_profile_version()
    actor = make_actor(Role.HR_OFFICER, school=make_school())

    assert list(list_job_profiles(actor)) == []
    assert list(list_versions_to_advertise(actor)) == []


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("", ["Caretaker", "Teaching Assistant"]),
        ("assist", ["Teaching Assistant"]),
        ("assistant harbour", ["Teaching Assistant"]),
        ("24", ["Caretaker"]),
        ("head", []),
    ],
)
def test_search(search: str, expected: list[str]) -> None:
    school = make_school()
    make_job_profile_version(school=school, title="Teaching Assistant", employer="Harbour Learning Trust")
    make_job_profile_version(school=school, title="Caretaker", model_number="24")

    listed = list_job_profiles(make_actor(Role.HR_OFFICER, school=school), search=search)

    assert [one.title for one in listed] == expected


@pytest.mark.parametrize(
    ("sort", "expected"),
    [("title", ["A", "B", "C"]), ("review", ["C", "A", "B"]), ("unheard of", ["A", "B", "C"])],
)
def test_sort(sort: str, expected: list[str]) -> None:
    school = make_school()
    for title, review_date in (("B", None), ("A", date(2027, 5, 1)), ("C", date(2027, 1, 1))):
        make_job_profile_version(school=school, title=title, review_date=review_date)

    listed = list_job_profiles(make_actor(Role.HR_OFFICER, school=school), sort=sort)

    assert [one.title for one in listed] == expected


@pytest.mark.parametrize(
    "role",
    [Role.HR_OFFICER, Role.HEADTEACHER, Role.LINE_MANAGER, Role.PANEL_MEMBER, Role.TRUST_ADMINISTRATOR],
)
def test_versions_to_advertise_are_for_those_who_run_vacancies(role: Role) -> None:
    school = make_school()
    version = make_job_profile_version(school=school)
    actor = make_actor(role, school=school)

    expected = [version] if actor.holds(Permission.EDIT_VACANCIES, school.pk) else []
    assert list(list_versions_to_advertise(actor)) == expected


def test_versions_to_advertise_are_the_newest() -> None:
    school = make_school()
    second = next_version(make_job_profile_version(school=school))

    assert list(list_versions_to_advertise(make_actor(Role.HR_OFFICER, school=school))) == [second]


def test_open_readings_are_for_those_who_may_edit_them() -> None:
    school = make_school()
    hr = make_actor(Role.HR_OFFICER, school=school)
    words = "Job title: Cook\n\nPerson specification\nEssential\n- Food hygiene certificate\n"
    waiting = start_reading(school_id=school.pk, by=hr, now=NOW, source_name="cook", text=words)
    gone = start_reading(school_id=school.pk, by=hr, now=NOW, source_name="again", text=words)
    discard_reading(reading_id=gone.pk, by=hr, now=NOW)

    assert list(list_open_readings(hr)) == [waiting]
    assert list(list_open_readings(make_actor(Role.LINE_MANAGER, school=school))) == []


def test_version_page() -> None:
    school = make_school()
    version = make_job_profile_version(
        school=school,
        criteria=(
            ("Knowledge of phonics and ability to teach reading", "essential", "AI", 1),
            ("Food hygiene", "desirable", "C", 1),
        ),
        duties=[{"section": "Kitchen", "text": "Cook"}, {"section": "Kitchen", "text": "Clean"}],
        review_date=TODAY,
    )
    shown = version_pages(make_actor(Role.LINE_MANAGER, school=school)).get(pk=version.pk)

    page = get_version_page(shown, today=TODAY)

    assert [(one.title, len(one.criteria)) for one in page.sections] == [("", 2)]
    assert [(one.section, one.texts) for one in page.duties] == [("Kitchen", ("Cook", "Clean"))]
    assert page.evidence_key == (("A", "Application form"), ("I", "Interview"), ("C", "Certificate"))
    assert [note.code for note in page.notes] == ["compound"]
    assert (page.essential_count, page.desirable_count, page.review) == (1, 1, ReviewState.SOON)
