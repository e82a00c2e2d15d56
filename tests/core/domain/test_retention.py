from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.dates import add_months
from core.domain.retention import (
    PERIODS,
    Basis,
    PolicyMay,
    Record,
    Retention,
    destroy_after,
    judge_retention,
)
from core.domain.retention_sources import SCHOOL_POLICY

EVENT = date(2026, 8, 31)
REPLACE, LENGTHEN, SHORTEN = PolicyMay.REPLACE, PolicyMay.LENGTHEN, PolicyMay.SHORTEN
RECORDS = st.sampled_from(list(Record))
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
HOLDS = st.sampled_from([True, False, None])


def judge(record: Record, as_at: date, **facts: object) -> Retention:
    return judge_retention(record, EVENT, as_at=as_at, **{"legal_hold": False} | facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("record", "day", "basis", "policy_may"),
    [
        ("unsuccessful_application", date(2027, 8, 31), "policy", REPLACE),
        ("interview_notes", date(2027, 8, 31), "policy", REPLACE),
        ("self_declaration_unsuccessful", date(2027, 8, 31), "policy", REPLACE),
        ("online_search_unsuccessful", date(2027, 8, 31), "policy", REPLACE),
        ("equality_monitoring", date(2026, 8, 31), "policy", REPLACE),
        ("dbs_copy", date(2027, 2, 28), "guidance", SHORTEN),
        ("right_to_work", date(2028, 8, 31), "guidance", LENGTHEN),
        ("personnel_file", date(2032, 8, 31), "policy", REPLACE),
        ("appraisal", date(2032, 8, 31), "policy", REPLACE),
        ("allegation", date(2036, 8, 31), "guidance", LENGTHEN),
        ("central_record_line", date(2026, 8, 31), "guidance", SHORTEN),
        ("training", date(2032, 8, 31), "policy", REPLACE),
    ],
)
def test_every_record_has_its_period(record: str, day: date, basis: str, policy_may: PolicyMay) -> None:
    judged = judge(Record(record), EVENT)

    assert (judged.destroy_after, judged.basis) == (day, basis)
    assert PERIODS[Record(record)].policy_may == policy_may


def test_every_record_has_a_period_and_a_source() -> None:
    assert set(PERIODS) == set(Record)
    assert [record for record, period in PERIODS.items() if not period.sources] == []


@pytest.mark.parametrize("record", [record for record in Record if record != Record.ALLEGATION])
@pytest.mark.parametrize(("days", "due"), [(-1, False), (0, True), (1, True)])
def test_record_is_due_from_the_day_on(record: Record, days: int, due: bool) -> None:
    assert judge(record, destroy_after(record, EVENT) + timedelta(days=days)).due is due


@pytest.mark.parametrize(
    ("hold", "due", "needs"), [(True, False, ()), (False, True, ()), (None, True, ("legal_hold",))]
)
def test_hold_makes_it_not_due_and_an_unknown_one_is_to_be_ruled_out(
    hold: bool | None, due: bool, needs: tuple[str, ...]
) -> None:
    judged = judge(Record.RIGHT_TO_WORK, date(2028, 8, 31), legal_hold=hold)

    assert (judged.due, judged.needs) == (due, needs)


def test_hold_says_so() -> None:
    assert judge(Record.RIGHT_TO_WORK, date(2030, 1, 1), legal_hold=True).reason == (
        "This is kept 24 months from the day the person leaves: until 31 August 2028. "
        "A legal hold is on it: nothing is destroyed until the hold is lifted."
    )


@pytest.mark.parametrize(
    ("record", "policy_months", "day", "basis"),
    [
        (Record.RIGHT_TO_WORK, 0, date(2028, 8, 31), Basis.GUIDANCE),
        (Record.RIGHT_TO_WORK, 23, date(2028, 8, 31), Basis.GUIDANCE),
        (Record.RIGHT_TO_WORK, 24, date(2028, 8, 31), Basis.GUIDANCE),
        (Record.RIGHT_TO_WORK, 25, date(2028, 9, 30), Basis.POLICY),
        (Record.ALLEGATION, 119, date(2036, 8, 31), Basis.GUIDANCE),
        (Record.ALLEGATION, 121, date(2036, 9, 30), Basis.POLICY),
        (Record.DBS_COPY, 5, date(2027, 1, 31), Basis.POLICY),
        (Record.DBS_COPY, 6, date(2027, 2, 28), Basis.GUIDANCE),
        (Record.DBS_COPY, 7, date(2027, 2, 28), Basis.GUIDANCE),
        (Record.CENTRAL_RECORD_LINE, 6, date(2026, 8, 31), Basis.GUIDANCE),
        (Record.UNSUCCESSFUL_APPLICATION, 6, date(2027, 2, 28), Basis.POLICY),
        (Record.UNSUCCESSFUL_APPLICATION, 18, date(2028, 2, 29), Basis.POLICY),
        (Record.EQUALITY_MONITORING, 1, date(2026, 9, 30), Basis.POLICY),
        (Record.PERSONNEL_FILE, 84, date(2033, 8, 31), Basis.POLICY),
        (Record.PERSONNEL_FILE, 12, date(2027, 8, 31), Basis.POLICY),
    ],
)
def test_policy_moves_the_day_only_where_it_may(
    record: Record, policy_months: int, day: date, basis: Basis
) -> None:
    judged = judge(record, EVENT, policy_months=policy_months)

    assert (judged.destroy_after, judged.basis) == (day, basis)


@pytest.mark.parametrize(
    ("record", "policy_months", "sentence"),
    [
        (Record.RIGHT_TO_WORK, 12, "The 12 months of the school's policy cannot shorten that."),
        (Record.DBS_COPY, 12, "The 12 months of the school's policy cannot lengthen that."),
    ],
)
def test_policy_that_does_not_count_is_named(record: Record, policy_months: int, sentence: str) -> None:
    assert sentence in judge(record, EVENT, policy_months=policy_months).reason


def test_policy_that_counts_is_cited() -> None:
    judged = judge(Record.RIGHT_TO_WORK, EVENT, policy_months=36)

    assert judged.sources[-1] == SCHOOL_POLICY
    assert judge(Record.RIGHT_TO_WORK, EVENT, policy_months=12).sources == (
        PERIODS[Record.RIGHT_TO_WORK].sources
    )


@pytest.mark.parametrize(
    ("as_at", "due", "needs"),
    [
        (date(2036, 8, 30), False, ()),
        (date(2036, 8, 31), None, ("normal_pension_age_date",)),
        (date(2060, 1, 1), None, ("normal_pension_age_date",)),
    ],
)
def test_allegation_is_never_due_by_the_ten_years_alone(
    as_at: date, due: bool | None, needs: tuple[str, ...]
) -> None:
    judged = judge(Record.ALLEGATION, as_at)

    assert (judged.due, judged.needs) == (due, needs)


def test_allegation_under_hold_is_certainly_not_due() -> None:
    assert judge(Record.ALLEGATION, date(2060, 1, 1), legal_hold=True).due is False


def test_record_left_on_the_last_day_of_february_clamps() -> None:
    assert destroy_after(Record.RIGHT_TO_WORK, date(2028, 2, 29)) == date(2030, 2, 28)


@given(RECORDS, DAYS, DAYS, HOLDS, st.none() | st.integers(0, 1200))
def test_due_never_comes_under_a_hold_or_before_the_day(
    record: Record, event: date, as_at: date, hold: bool | None, policy: int | None
) -> None:
    judged = judge_retention(record, event, as_at=as_at, legal_hold=hold, policy_months=policy)

    assert (judged.due is False) is (hold is True or as_at < judged.destroy_after)


@given(DAYS, st.integers(0, 1200))
def test_policy_never_shortens_right_to_work_nor_lengthens_a_dbs_copy(event: date, policy: int) -> None:
    assert destroy_after(Record.RIGHT_TO_WORK, event, policy) >= add_months(event, 24)
    assert destroy_after(Record.DBS_COPY, event, policy) <= add_months(event, 6)
