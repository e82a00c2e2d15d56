"""Whatever the rules of checks need to know of a role is asked of whom they need it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.checks import required_checks
from compliance.domain.requirement import POLICY, RoleFacts, Status
from compliance.domain.role_questions import ROLE_QUESTIONS, questions_for
from core.domain.schools import SchoolType

FACTS = tuple(RoleFacts.__dataclass_fields__)
ANSWERS = st.sampled_from([True, False, None])


def test_every_fact_but_the_decision_has_a_question() -> None:
    assert set(ROLE_QUESTIONS) | {"regulated_activity"} == set(FACTS)


@given(
    category=st.sampled_from(list(WorkerCategory)),
    school_type=st.sampled_from(list(SchoolType)),
    day=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    facts=st.builds(RoleFacts, **dict.fromkeys(FACTS, ANSWERS)),
)
def test_what_a_check_depends_on_is_asked(
    category: WorkerCategory, school_type: SchoolType, day: date, facts: RoleFacts
) -> None:
    needed = {
        name for one in required_checks(day, school_type, category, facts).values() for name in one.needs
    }

    assert needed - {POLICY} - set(questions_for(category)) == set()


def answers(
    day: date, school_type: SchoolType, category: WorkerCategory, facts: RoleFacts
) -> dict[CheckType, tuple[Status, tuple[str, ...]]]:
    found = required_checks(day, school_type, category, facts)
    return {check: (one.status, one.needs) for check, one in found.items()}


@given(
    category=st.sampled_from(list(WorkerCategory)),
    school_type=st.sampled_from(list(SchoolType)),
    facts=st.builds(RoleFacts, **dict.fromkeys(FACTS, ANSWERS)),
    other=st.builds(RoleFacts, **dict.fromkeys(FACTS, ANSWERS)),
)
def test_what_is_not_asked_makes_no_difference(
    category: WorkerCategory, school_type: SchoolType, facts: RoleFacts, other: RoleFacts
) -> None:
    """In the answer itself; a reason may tell somebody to ask for a second role too."""
    asked = {*questions_for(category), "regulated_activity"}
    mixed = RoleFacts(**{name: getattr(facts if name in asked else other, name) for name in FACTS})
    day = date(2026, 10, 1)

    assert answers(day, school_type, category, mixed) == answers(day, school_type, category, facts)


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        (
            WorkerCategory.CONTRACTOR_NONE,
            {"individual_contract", "personal_care"},
        ),
        (
            WorkerCategory.TEACHER,
            {
                "management_role",
                "governor",
                "early_years_or_wraparound",
                "manages_early_years",
                "lived_abroad",
            },
        ),
    ],
)
def test_questions_for_a_kind(category: WorkerCategory, expected: set[str]) -> None:
    assert set(questions_for(category)) == expected
