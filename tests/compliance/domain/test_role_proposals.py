"""The kind of worker a job title suggests; somebody confirms it."""

import pytest

from compliance.domain.categories import WorkerCategory
from compliance.domain.role_proposals import propose_category
from core.domain.schools import SchoolType

W = WorkerCategory


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Class teacher, Year 3", W.TEACHER),
        ("SENCO", W.TEACHER),
        ("Teaching Assistant (Level 2)", W.TA_ELSA),
        ("ELSA and Home Link Worker", W.TA_ELSA),
        ("Nursery teacher", W.EY_WRAP),
        ("After-school club assistant", W.EY_WRAP),
        ("Supply teacher", W.SUPPLY_AGENCY),
        ("Trainee teacher", W.TRAINEE_FEE),
        ("Reading helper", W.VOLUNTEER_RA),
        ("Football coach", W.CONTRACTOR_RA),
        ("Site manager", W.SUPPORT_STAFF),
        ("Midday supervisor", W.SUPPORT_STAFF),
        ("", W.SUPPORT_STAFF),
        ("Elsanta farm helper", W.SUPPORT_STAFF),
    ],
)
def test_propose_category_by_title(title: str, expected: WorkerCategory) -> None:
    assert propose_category(title, SchoolType.ACADEMY) == expected


@pytest.mark.parametrize(
    ("title", "school_type", "expected"),
    [
        ("Headteacher", SchoolType.MAINTAINED, W.LEADER_MAINTAINED),
        ("Deputy head", SchoolType.PRU, W.LEADER_MAINTAINED),
        ("Headteacher", SchoolType.ACADEMY, W.LEADER_ACADEMY),
        ("School business manager", SchoolType.INDEPENDENT, W.LEADER_ACADEMY),
        ("Parent governor", SchoolType.MAINTAINED, W.GOVERNOR_MAINTAINED),
        ("Parent governor", SchoolType.ACADEMY, W.TRUSTEE_ACADEMY),
        ("Trustee", SchoolType.ACADEMY, W.TRUSTEE_ACADEMY),
    ],
)
def test_propose_category_by_kind_of_school(
    title: str, school_type: SchoolType, expected: WorkerCategory
) -> None:
    assert propose_category(title, school_type) == expected
