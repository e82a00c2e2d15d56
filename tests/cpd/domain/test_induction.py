"""The days of an induction, what a list must hold, and how probation stands and is extended."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.domain.kinds import PersonKind
from core.domain.dates import add_months
from core.domain.errors import DomainError
from cpd.domain.induction import (
    PRESETS,
    ItemEntry,
    ProbationState,
    TemplateEntry,
    check_extension,
    check_template,
    date_items,
    deny_deciding,
    probation_dates,
    probation_state,
)

END = date(2027, 2, 28)


def test_days_are_counted_from_the_first_day() -> None:
    items = (ItemEntry("Code of conduct", 7, "You"), ItemEntry("Fire", 0), ItemEntry("Keys", 0))
    dated = date_items(items, first_day=date(2026, 12, 28))
    assert [(one.text, one.due_date) for one in dated] == [
        ("Fire", date(2026, 12, 28)),
        ("Keys", date(2026, 12, 28)),
        ("Code of conduct", date(2027, 1, 4)),
    ]


@pytest.mark.parametrize("kind", list(PersonKind))
def test_usual_list_of_each_kind_holds_and_begins_with_safeguarding(kind: PersonKind) -> None:
    check_template(PRESETS[kind])
    assert PRESETS[kind].items[0].text.startswith("Safeguarding induction")
    assert PRESETS[kind].items[0].due_days == 0


@pytest.mark.parametrize(
    ("months", "reviews", "code"),
    [
        (6, (2, 4), None),
        (None, (), None),
        (1, (), None),
        (24, (23,), None),
        (0, (), "probation_length"),
        (25, (), "probation_length"),
        (None, (2,), "reviews_without_probation"),
        (6, (6,), "review_outside"),
        (6, (0,), "review_outside"),
        (6, (5,), None),
    ],
)
def test_probation_of_a_list_holds_together(
    months: int | None, reviews: tuple[int, ...], code: str | None
) -> None:
    entry = TemplateEntry((ItemEntry("Fire", 0),), months, reviews)
    assert code_of_template(entry) == code


@pytest.mark.parametrize(
    ("number", "code"), [(0, "items_missing"), (1, None), (40, None), (41, "items_too_many")]
)
def test_list_is_neither_empty_nor_endless(number: int, code: str | None) -> None:
    assert code_of_template(TemplateEntry((ItemEntry("Fire", 0),) * number)) == code


def code_of_template(entry: TemplateEntry) -> str | None:
    try:
        check_template(entry)
    except DomainError as error:
        return error.code
    return None


@pytest.mark.parametrize(
    ("first_day", "months", "reviews", "end", "days"),
    [
        (date(2026, 9, 1), 6, (2, 4), date(2027, 2, 28), (date(2026, 11, 1), date(2027, 1, 1))),
        (date(2026, 8, 31), 6, (), date(2027, 2, 27), ()),
        (date(2026, 1, 31), 1, (), date(2026, 2, 27), ()),
    ],
)
def test_probation_ends_the_day_before(
    first_day: date, months: int, reviews: tuple[int, ...], end: date, days: tuple[date, ...]
) -> None:
    assert probation_dates(first_day, months=months, review_months=reviews) == (end, days)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 24))
def test_reviews_lie_within_probation(first_day: date, months: int) -> None:
    end, days = probation_dates(first_day, months=months, review_months=range(1, months))
    assert all(first_day < day <= end for day in days)


@pytest.mark.parametrize(
    ("last_outcome", "today", "state"),
    [
        (None, END - timedelta(days=28), ProbationState.RUNNING),
        (None, END - timedelta(days=27), ProbationState.TO_DECIDE),
        (None, END + timedelta(days=400), ProbationState.TO_DECIDE),
        ("extended", END - timedelta(days=28), ProbationState.RUNNING),
        ("passed", END + timedelta(days=1), ProbationState.PASSED),
        ("not_passed", END - timedelta(days=100), ProbationState.NOT_PASSED),
    ],
)
def test_probation_waits_for_somebody_to_decide(
    last_outcome: str | None, today: date, state: ProbationState
) -> None:
    assert probation_state(end_date=END, last_outcome=last_outcome, today=today) == state


START = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("new_end", "code"),
    [
        (None, "date_missing"),
        (END, "not_later"),
        (END + timedelta(days=1), None),
        (add_months(START, 24), None),
        (add_months(START, 24) + timedelta(days=1), "too_long"),
    ],
)
def test_extension_leads_further_and_not_for_ever(new_end: date | None, code: str | None) -> None:
    if code is None:
        check_extension(new_end, end_date=END, start_date=START)
        return
    with pytest.raises(DomainError) as error:
        check_extension(new_end, end_date=END, start_date=START)
    assert (error.value.code, error.value.field) == (code, "new_end_date")


@pytest.mark.parametrize("is_over", [True, False])
def test_what_is_decided_is_not_decided_again(is_over: bool) -> None:
    assert (deny_deciding(is_over=is_over) is not None) == is_over
