"""Which edition is in force when, and what each one changes for whom."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.check_matrix import MATRIX
from compliance.domain.checks import required_checks
from compliance.domain.editions import EDITIONS, changed_answers, edition_on
from compliance.domain.requirement import RoleFacts
from core.domain.schools import SchoolType

SUPERVISION, RIGHT_TO_WORK = date(2026, 9, 1), date(2026, 10, 1)
CONFIRMED = [one for one in EDITIONS if one.is_confirmed]
EVE = timedelta(days=1)


def changes(
    earlier: date, later: date, category: WorkerCategory, facts: RoleFacts
) -> list[tuple[str, str, str, date, str]]:
    found = changed_answers(earlier, later, school_type=SchoolType.MAINTAINED, category=category, facts=facts)
    return [
        (one.check, one.before.status, one.after.status, one.changed_on, one.edition.name) for one in found
    ]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 8, 31), None),
        (date(2025, 9, 1), "KCSIE 2025 and the early years framework 2025"),
        (date(2026, 8, 31), "KCSIE 2025 and the early years framework 2025"),
        (date(2026, 9, 1), "Crime and Policing Act 2026: supervision"),
        (date(2026, 9, 30), "Crime and Policing Act 2026: supervision"),
        (date(2026, 10, 1), "Right to work: the wider scheme"),
        (date(2030, 1, 1), "Right to work: the wider scheme"),
    ],
)
def test_newest_confirmed_edition_holds(day: date, name: str | None) -> None:
    found = edition_on(day)

    assert (found.name if found else None) == name


def test_editions_are_in_order_and_the_unconfirmed_come_last() -> None:
    days = [one.in_force_from or date.max for one in EDITIONS]

    assert days == sorted(days)


def test_unconfirmed_editions_are_marked_unverified_and_confirmed_ones_verified() -> None:
    verified = {one.name: {source.verified for source in one.sources} for one in EDITIONS}

    assert verified == {one.name: {one.is_confirmed} for one in EDITIONS}


def test_every_rule_that_begins_has_its_edition() -> None:
    begun = {rule.in_force_from for rules in MATRIX.values() for rule in rules if rule.in_force_from}

    assert begun == {one.in_force_from for one in CONFIRMED}


def test_end_of_the_exemption_asks_the_barred_list_of_a_supervised_volunteer() -> None:
    found = changes(SUPERVISION - EVE, SUPERVISION, WorkerCategory.VOLUNTEER_RA, RoleFacts(supervised=True))

    name = "Crime and Policing Act 2026: supervision"
    assert found == [
        ("enhanced_dbs", "depends", "required", SUPERVISION, name),
        ("children_barred_list", "not_permitted", "required", SUPERVISION, name),
    ]


def test_end_of_the_exemption_changes_nothing_for_an_unsupervised_volunteer() -> None:
    facts = RoleFacts(supervised=False)

    assert changes(SUPERVISION - EVE, SUPERVISION, WorkerCategory.VOLUNTEER_RA, facts) == []


@pytest.mark.parametrize("category", [one for one in WorkerCategory if one != WorkerCategory.VOLUNTEER_RA])
def test_end_of_the_exemption_changes_nothing_for_anybody_else(category: WorkerCategory) -> None:
    assert changes(SUPERVISION - EVE, SUPERVISION, category, RoleFacts(supervised=True)) == []


@pytest.mark.parametrize(("individual", "expected"), [(True, ["required"]), (None, ["depends"]), (False, [])])
def test_wider_scheme_asks_the_right_to_work_of_individual_contractors(
    individual: bool | None, expected: list[str]
) -> None:
    found = changes(
        date(2026, 6, 1),
        date(2027, 6, 1),
        WorkerCategory.CONTRACTOR_REGULAR,
        RoleFacts(individual_contract=individual),
    )

    name = "Right to work: the wider scheme"
    assert found == [("right_to_work", "not_required", status, RIGHT_TO_WORK, name) for status in expected]


def test_two_days_under_the_same_edition_change_nothing() -> None:
    later = date(2026, 12, 31)

    assert changes(RIGHT_TO_WORK, later, WorkerCategory.CONTRACTOR_RA, RoleFacts()) == []


@given(
    category=st.sampled_from(WorkerCategory),
    days=st.tuples(
        st.dates(date(2025, 1, 1), date(2027, 1, 1)), st.dates(date(2025, 1, 1), date(2027, 1, 1))
    ),
    facts=st.builds(RoleFacts, *[st.sampled_from([True, False, None])] * 11),
)
def test_changes_are_exactly_the_answers_that_differ(
    category: WorkerCategory, days: tuple[date, date], facts: RoleFacts
) -> None:
    earlier, later = sorted(days)
    before = required_checks(earlier, SchoolType.ACADEMY, category, facts)
    after = required_checks(later, SchoolType.ACADEMY, category, facts)
    found = list(
        changed_answers(earlier, later, school_type=SchoolType.ACADEMY, category=category, facts=facts)
    )

    assert [one.check for one in found] == [
        check for check in CheckType if before[check].status != after[check].status
    ]
    assert all(earlier < one.changed_on <= later for one in found)
