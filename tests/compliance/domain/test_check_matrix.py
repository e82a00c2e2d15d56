"""The whole matrix of checks, written out here by hand.

The letters: R required, S should, A assurance, N not required, P not permitted, D depends.
"""

from dataclasses import fields
from datetime import date

import pytest

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.checks import required_checks
from compliance.domain.requirement import RoleFacts, Status
from core.domain.schools import SchoolType

NOW = date(2026, 11, 22)
FACTS = len(fields(RoleFacts))
STATUSES = {
    "R": Status.REQUIRED,
    "S": Status.SHOULD,
    "A": Status.ASSURANCE,
    "N": Status.NOT_REQUIRED,
    "P": Status.NOT_PERMITTED,
    "D": Status.DEPENDS,
}
COLUMNS = (
    *("teacher", "support_staff", "ta_elsa", "leader_maintained", "leader_academy", "supply_agency"),
    *("contractor_ra", "contractor_regular", "contractor_none", "volunteer_ra", "volunteer_below"),
    *("governor_maintained", "trustee_academy", "trainee_salaried", "trainee_fee", "ey_wrap"),
)
# With nothing known of the role, in an academy, from 1 October 2026.
NOTHING_KNOWN = """
identity                   R R R R R R R R R R S R R R R R
enhanced_dbs               R R R R R A R R D R D R R R A R
children_barred_list       R R R R R A R P P R P P P R A R
right_to_work              R R R R R A D D D D N N D R N R
prohibition_teaching       R D D D D A D N N D N N N R A D
s128                       D D N D R D N N N N N R R N N D
qualifications             R D D R D A D N N N N N N R A R
overseas                   D D D D D A D D N D D D D D A D
references                 S S S S S A N N N S D N N S A R
employment_history_gaps    S S S S S A N N N S N N N S A S
online_search              S S S S S D N N N D N D D S D S
criminal_self_declaration  S S S S S A N N N D D R R S A S
medical_fitness            R R R R R A N N N N N N N R A R
childcare_disqualification D D D D D A D N N D D D D D D R
"""
# Every fact known and no, in an academy.
ALL_NO = """
enhanced_dbs               R R R R R A R R D D D R R R A R
children_barred_list       P P P P P P P P P P P P P P P P
right_to_work              R R R R R A N N N D N N D R N R
prohibition_teaching       R N N S S A N N N N N N N R A N
s128                       N N N N R N N N N N N R R N N N
overseas                   N N N N N A N N N N N N N N A N
childcare_disqualification N N N N N A N N N N N N N N N R
"""
# Every fact known and yes, in an academy.
ALL_YES = """
enhanced_dbs               R R R R R A R R R R R R R R A R
children_barred_list       R R R R R A R R R R R R R R A R
right_to_work              R R R R R A R R R D N N D R N R
prohibition_teaching       R R R R R A R N N N N N N R A R
s128                       R R N R R R N N N N N R R N N R
overseas                   R R R R R A R R N R D R R R A R
childcare_disqualification R R R R R A R N N R R R R R R R
"""
UNKNOWN, NO, YES = RoleFacts(), RoleFacts(*[False] * FACTS), RoleFacts(*[True] * FACTS)


def cells(table: str) -> list[tuple[str, str, Status]]:
    rows = [row.split() for row in table.strip().splitlines()]
    return [
        (check, category, STATUSES[letter])
        for check, *letters in rows
        for category, letter in zip(COLUMNS, letters, strict=True)
    ]


def ask(check: str, category: str, facts: RoleFacts) -> Status:
    found = required_checks(NOW, SchoolType.ACADEMY, WorkerCategory(category), facts)
    return found[CheckType(check)].status


def test_the_tables_of_this_test_are_whole() -> None:
    assert len(cells(NOTHING_KNOWN)) == len(CheckType) * len(WorkerCategory) == 14 * 16


@pytest.mark.parametrize(("check", "category", "expected"), cells(NOTHING_KNOWN))
def test_matrix_where_nothing_is_known(check: str, category: str, expected: Status) -> None:
    assert ask(check, category, UNKNOWN) == expected


@pytest.mark.parametrize(("check", "category", "expected"), cells(ALL_NO))
def test_matrix_where_every_fact_is_no(check: str, category: str, expected: Status) -> None:
    assert ask(check, category, NO) == expected


@pytest.mark.parametrize(("check", "category", "expected"), cells(ALL_YES))
def test_matrix_where_every_fact_is_yes(check: str, category: str, expected: Status) -> None:
    assert ask(check, category, YES) == expected
