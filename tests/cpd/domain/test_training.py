"""Renewal and expiry at every neighbour of their boundaries."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd.domain.training import (
    DUE_SOON_DAYS,
    Award,
    Interval,
    TrainingStatus,
    due_date_of,
    interval_in_force,
    judge_training,
    status_on,
)
from cpd.domain.training_rules import RULES, Basis, CourseKey, CourseRule

LEAD = RULES[CourseKey.DSL]
AWARDED = Award(date(2024, 11, 30))


@pytest.mark.parametrize(
    ("as_at", "status"),
    [
        (date(2024, 11, 29), "missing"),
        (date(2024, 11, 30), "valid"),
        (date(2026, 9, 30), "valid"),
        (date(2026, 10, 1), "due_soon"),
        (date(2026, 11, 29), "due_soon"),
        (date(2026, 11, 30), "expired"),
        (date(2026, 12, 1), "expired"),
    ],
)
def test_lead_trained_on_30_november_2024_is_due_on_30_november_2026(as_at: date, status: str) -> None:
    judged = judge_training(LEAD, AWARDED, as_at=as_at)

    assert judged.status == status
    if status != "missing":
        assert (judged.due_date, judged.valid_until) == (date(2026, 11, 30), date(2026, 11, 29))


@pytest.mark.parametrize(
    ("as_at", "status"),
    [
        (date(2026, 4, 2), "valid"),
        (date(2026, 4, 3), "due_soon"),
        (date(2026, 6, 1), "due_soon"),
        (date(2026, 6, 2), "expired"),
    ],
)
def test_printed_expiry_is_the_last_valid_day_whatever_is_reckoned(as_at: date, status: str) -> None:
    judged = judge_training(LEAD, Award(date(2024, 11, 30), date(2026, 6, 1)), as_at=as_at)

    assert (judged.status, judged.due_date, judged.valid_until) == (
        status,
        date(2026, 6, 2),
        date(2026, 6, 1),
    )


@pytest.mark.parametrize(
    ("awarded", "months", "due"),
    [
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
    ],
)
def test_due_date_keeps_the_day_or_takes_the_last_of_the_month(awarded: date, months: int, due: date) -> None:
    assert due_date_of(Award(awarded), months) == due


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.renewal_months is None])
def test_what_nothing_ends_never_expires(rule: CourseRule) -> None:
    judged = judge_training(rule, AWARDED, as_at=date(2100, 1, 1))

    assert (judged.status, judged.due_date, judged.valid_until) == (TrainingStatus.NO_EXPIRY, None, None)


@pytest.mark.parametrize(
    ("as_at", "words"),
    [
        (date(2027, 8, 31), "Law wants it by 1 September 2027"),
        (date(2027, 9, 1), "Law wanted it by 1 September 2027"),
    ],
)
def test_senco_appointed_on_1_september_2024_is_to_be_qualified_by_1_september_2027(
    as_at: date, words: str
) -> None:
    judged = judge_training(RULES[CourseKey.SENCO_NPQ], None, as_at=as_at, appointed_date=date(2024, 9, 1))

    assert (judged.status, judged.due_date, judged.valid_until) == ("missing", date(2027, 9, 1), None)
    assert words in judged.reason


def test_appointment_sets_no_day_for_other_training() -> None:
    judged = judge_training(LEAD, None, as_at=date(2026, 9, 1), appointed_date=date(2024, 9, 1))

    assert (judged.status, judged.due_date) == ("missing", None)


@pytest.mark.parametrize(
    ("key", "policy", "expected"),
    [
        (CourseKey.DSL, None, Interval(24, Basis.GUIDANCE)),
        (CourseKey.DSL, 23, Interval(23, Basis.POLICY)),
        (CourseKey.DSL, 24, Interval(24, Basis.GUIDANCE)),
        (CourseKey.DSL, 25, Interval(24, Basis.GUIDANCE)),
        (CourseKey.PAEDIATRIC_FIRST_AID, 37, Interval(36, Basis.STATUTORY)),
        (CourseKey.PAEDIATRIC_FIRST_AID, 35, Interval(35, Basis.POLICY)),
        (CourseKey.FIRE, None, Interval(12, Basis.POLICY)),
        (CourseKey.FIRE, 24, Interval(24, Basis.POLICY)),
        (CourseKey.ASBESTOS, 24, Interval(24, Basis.POLICY)),
        (CourseKey.SAFER_RECRUITMENT, None, Interval(None, Basis.STATUTORY)),
        (CourseKey.SAFER_RECRUITMENT, 60, Interval(60, Basis.POLICY)),
        (CourseKey.ELSA_INITIAL, None, Interval(None, Basis.NETWORK_RULE)),
    ],
)
def test_policy_shortens_what_law_or_guidance_sets_and_never_lengthens_it(
    key: CourseKey, policy: int | None, expected: Interval
) -> None:
    assert interval_in_force(RULES[key], policy, as_at=date(2026, 9, 1)) == expected


@pytest.mark.parametrize(
    ("as_at", "basis"), [(date(2025, 8, 31), Basis.POLICY), (date(2025, 9, 1), Basis.STATUTORY)]
)
def test_early_years_interval_is_law_from_1_september_2025(as_at: date, basis: Basis) -> None:
    judged = judge_training(RULES[CourseKey.EYFS_SAFEGUARDING], AWARDED, as_at=as_at)

    assert (judged.basis, judged.due_date) == (basis, date(2026, 11, 30))


def test_reason_says_who_sets_the_interval() -> None:
    judged = judge_training(RULES[CourseKey.FIRE], AWARDED, as_at=date(2025, 10, 31))

    assert judged.reason == (
        "Awarded on 30 November 2024, renewed after 12 months by policy, as law asks for the training but "
        "names no interval: due on 30 November 2025. That is in 30 days. "
        "Law: on induction and periodically. 12 months is policy."
    )


def reckon_slowly(awarded: date, months: int) -> date:
    """Month by month along the calendar, without the arithmetic under test."""
    year, month = awarded.year, awarded.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    day = awarded.day
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


DAYS = st.dates(date(1990, 1, 1), date(2080, 12, 31))


@given(
    rule=st.sampled_from([None, *RULES.values()]),
    awarded=st.none() | DAYS,
    printed_after=st.none() | st.integers(0, 3000),
    policy=st.integers(1, 80),
    as_at=DAYS,
    soon=st.integers(0, 200),
)
def test_any_question_is_answered_as_an_oracle_answers_it(
    *,
    rule: CourseRule | None,
    awarded: date | None,
    printed_after: int | None,
    policy: int,
    as_at: date,
    soon: int,
) -> None:
    printed = awarded + timedelta(days=printed_after) if awarded and printed_after is not None else None
    award = Award(awarded, printed) if awarded else None
    judged = judge_training(
        rule,
        award,
        as_at=as_at,
        policy_months=policy if rule is None else None,
        due_soon_days=soon,
    )

    months = policy if rule is None else rule.renewal_months
    if awarded is None or awarded > as_at:
        expected = ("missing", None, None)
    elif printed is None and months is None:
        expected = ("no_expiry", None, None)
    else:
        last = printed or reckon_slowly(awarded, months) - timedelta(days=1)
        days_left = (last - as_at).days + 1
        word = "expired" if days_left <= 0 else "due_soon" if days_left <= soon else "valid"
        expected = (word, last + timedelta(days=1), last)

    assert (judged.status, judged.due_date, judged.valid_until) == expected


@given(due=DAYS, ahead=st.integers(-400, 400))
def test_status_changes_only_at_the_due_date_and_sixty_days_before(due: date, ahead: int) -> None:
    status = status_on(due, due - timedelta(days=ahead))

    assert status == ("expired" if ahead <= 0 else "due_soon" if ahead <= DUE_SOON_DAYS else "valid")
