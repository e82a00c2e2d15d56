"""The menu: one way into development for everybody who has one, and which entry a page belongs to."""

import pytest

from core.context_processors import is_active, menu_of, section_of
from core.domain.permissions import Role
from tests.factories import make_actor, make_school

DEVELOPMENT = ("Development", "cpd:development")
MY_RECORD = ("My record", "cpd:my-record")
SETTINGS = ("Development", "cpd:development-settings")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ([Role.HR_OFFICER], [DEVELOPMENT]),
        ([Role.HEADTEACHER], [DEVELOPMENT]),
        ([Role.LINE_MANAGER], [DEVELOPMENT]),
        ([Role.STAFF_MEMBER], [MY_RECORD]),
        ([Role.PANEL_MEMBER, Role.LINE_MANAGER], [DEVELOPMENT]),
        ([Role.TRUST_ADMINISTRATOR], [SETTINGS]),
        ([Role.TRUST_ADMINISTRATOR, Role.STAFF_MEMBER], [MY_RECORD]),
        ([Role.INSPECTOR], []),
    ],
)
def test_there_is_one_way_into_development(roles: list[Role], expected: list[tuple[str, str]]) -> None:
    actor = make_actor(*roles, school=make_school())
    found = [(label, name) for label, name, _ in menu_of(actor) if name.startswith("cpd:")]
    assert found == expected


@pytest.mark.parametrize(
    "path",
    [
        "/development/people/3/",
        "/development/settings/",
        "/appraisals/3/",
        "/objectives/3/",
        "/training/people/3/",
        "/elsa/people/3/",
        "/elsa-providers/3/",
        "/supervision-sessions/3/",
        "/policies/3/",
        "/cpd-hours/",
        "/my-record/",
    ],
)
@pytest.mark.parametrize("url", ["/development/", "/my-record/", "/development/settings/"])
def test_every_page_of_development_marks_its_entry(path: str, url: str) -> None:
    assert is_active(section_of(path), section_of(url))


def test_the_schools_policy_belongs_to_the_calendar() -> None:
    assert is_active(section_of("/policy/"), section_of("/calendar/"))
    assert not is_active(section_of("/policy/"), section_of("/development/"))
