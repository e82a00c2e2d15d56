"""Tabs of development by role, and links between the pages of one person."""

from typing import Any

import pytest

from core.domain.permissions import Role
from cpd.templatetags.development import development_tabs, person_pages
from tests.factories import make_actor, make_school
from tests.factories.compliance import make_engagement
from tests.factories.elsa import make_elsa

pytestmark = pytest.mark.django_db

SCHOOL_TABS = ["People", "Appraisals", "Training", "ELSA ledger", "Policies to read", "Settings", "My record"]
TRAINING_PAGES = ["Who is trained in what", "To confirm", "CPD hours"]


def shown(role: Role, current: str, part: str = "tabs") -> list[dict[str, Any]]:
    actor = make_actor(role, school=make_school())
    return development_tabs({"actor": actor}, current=current)[part]


def labels(links: list[dict[str, Any]]) -> list[str]:
    return [one["label"] for one in links]


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.HR_OFFICER, SCHOOL_TABS),
        (Role.HEADTEACHER, SCHOOL_TABS),
        (Role.LINE_MANAGER, ["People", "Appraisals", "Training", "ELSA ledger", "My record"]),
        (Role.STAFF_MEMBER, []),
        (Role.PANEL_MEMBER, []),
        (Role.TRUST_ADMINISTRATOR, []),
    ],
)
def test_tabs_are_those_of_the_role(role: Role, expected: list[str]) -> None:
    assert labels(shown(role, "cpd:development")) == expected


@pytest.mark.parametrize(
    ("role", "current", "expected"),
    [
        (Role.HR_OFFICER, "cpd:hours", TRAINING_PAGES),
        (Role.HR_OFFICER, "cpd:training-list", TRAINING_PAGES),
        (Role.HR_OFFICER, "cpd:elsa-ledger", []),
        (Role.LINE_MANAGER, "cpd:training-list", []),
    ],
)
def test_a_subject_of_several_pages_lists_them_below(role: Role, current: str, expected: list[str]) -> None:
    assert labels(shown(role, current, "below")) == expected


def test_a_page_below_marks_its_subject_and_itself() -> None:
    marked = [
        [one["label"] for one in shown(Role.HR_OFFICER, "cpd:hours", part) if one["is_current"]]
        for part in ("tabs", "below")
    ]
    assert marked == [["Training"], ["CPD hours"]]


@pytest.mark.parametrize(("category", "is_elsa"), [("ta_elsa", True), ("teacher", False), (None, False)])
def test_the_ledger_is_linked_for_those_it_can_be_about(category: str | None, is_elsa: bool) -> None:
    engagement = make_engagement(school=make_school(), category=category)
    always = ["Development", "Appraisals", "Training"]
    expected = [*always, "ELSA ledger"] if is_elsa else always
    assert labels(person_pages(engagement=engagement)["pages"]) == expected


def test_the_ledger_is_linked_for_whoever_is_on_it_whatever_their_role() -> None:
    engagement = make_elsa(engagement=make_engagement(category="teacher")).engagement
    assert labels(person_pages(engagement=engagement)["pages"])[-1] == "ELSA ledger"


def test_ones_own_pages_begin_with_ones_record() -> None:
    engagement = make_engagement(school=make_school(), category=None)
    pages = person_pages(engagement=engagement, current="cpd:training-person", is_own=True)["pages"]
    assert [(one["label"], one["is_current"]) for one in pages] == [
        ("My record", False),
        ("Development", False),
        ("Appraisals", False),
        ("Training", True),
    ]
