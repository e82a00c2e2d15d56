"""Which edition is asked, of whom, by when; what may be changed and signed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.errors import DomainError
from cpd.domain.policies import (
    Edition,
    ReadingState,
    check_paper_date,
    deny_change,
    deny_signing,
    due_date,
    edition_in_force,
    is_asked,
    reading_state,
    write_chase,
)

FIRST = Edition(1, date(2025, 9, 1), date(2025, 9, 30), frozenset())
SECOND = Edition(2, date(2026, 9, 1), date(2026, 9, 30), frozenset({"teaching", "support"}))
ONE_DAY = timedelta(days=1)
MAY_SIGN = {
    "is_in_force": True,
    "has_begun": True,
    "is_withdrawn": False,
    "is_asked": True,
    "is_signed": False,
}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 8, 31), None),
        (date(2025, 9, 1), FIRST),
        (date(2026, 8, 31), FIRST),
        (date(2026, 9, 1), SECOND),
        (date(2030, 1, 1), SECOND),
    ],
)
def test_edition_in_force_begins_on_its_day(day: date, expected: Edition | None) -> None:
    assert edition_in_force([SECOND, FIRST], day) == expected


def test_edition_entered_later_holds_where_two_begin_on_a_day() -> None:
    twin = Edition(3, SECOND.in_force_from, SECOND.read_by, frozenset())
    assert edition_in_force([twin, SECOND], date(2026, 9, 2)) == twin


@given(
    st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), max_size=6),
    st.dates(date(2019, 1, 1), date(2031, 1, 1)),
)
def test_edition_in_force_has_begun_and_none_begun_is_later(begins: list[date], day: date) -> None:
    editions = [Edition(key, begun, begun, frozenset()) for key, begun in enumerate(begins)]
    found = edition_in_force(editions, day)
    begun = [one.in_force_from for one in editions if one.in_force_from <= day]
    assert (found.in_force_from if found else None) == max(begun, default=None)


@pytest.mark.parametrize(
    ("edition", "held", "expected"),
    [
        (FIRST, set(), True),
        (FIRST, {"governance"}, True),
        (SECOND, set(), False),
        (SECOND, {"governance"}, False),
        (SECOND, {"governance", "support"}, True),
    ],
)
def test_edition_is_asked_of_everybody_or_of_its_kinds(
    edition: Edition, held: set[str], expected: bool
) -> None:
    assert is_asked(edition, held) is expected


@pytest.mark.parametrize(
    ("first_day", "expected"),
    [
        (date(2020, 1, 6), date(2026, 9, 30)),
        (date(2026, 9, 30), date(2026, 9, 30)),
        (date(2026, 10, 1), date(2026, 10, 1)),
    ],
)
def test_who_comes_later_reads_on_their_first_day(first_day: date, expected: date) -> None:
    assert due_date(SECOND, first_day) == expected


@pytest.mark.parametrize(
    ("is_signed", "days_after_due", "expected"),
    [
        (False, -1, ReadingState.TO_READ),
        (False, 0, ReadingState.TO_READ),
        (False, 1, ReadingState.OVERDUE),
        (True, 1, ReadingState.SIGNED),
    ],
)
def test_reading_is_overdue_from_the_day_after(
    is_signed: bool, days_after_due: int, expected: ReadingState
) -> None:
    today = SECOND.read_by + timedelta(days=days_after_due)
    assert reading_state(is_signed=is_signed, due=SECOND.read_by, today=today) == expected


def test_edition_may_be_corrected_until_the_first_signature() -> None:
    denials = [deny_change(number) for number in (0, 1, 2)]
    assert denials[0] is None
    assert [one and one.message.partition(" signed")[0] for one in denials[1:]] == [
        "Somebody has",
        "2 people have",
    ]


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        ({}, None),
        ({"is_signed": True, "is_in_force": False}, "already_signed"),
        ({"is_withdrawn": True}, "withdrawn"),
        ({"is_in_force": False, "has_begun": False}, "not_in_force"),
        ({"is_in_force": False}, "replaced"),
        ({"is_asked": False}, "not_asked"),
    ],
)
def test_only_who_is_asked_signs_the_edition_in_force_once(fact: dict[str, bool], code: str | None) -> None:
    denial = deny_signing(**MAY_SIGN | fact)
    assert (denial.code if denial else None) == code


@pytest.mark.parametrize(
    ("signed_date", "code"),
    [
        (SECOND.in_force_from - ONE_DAY, "before_edition"),
        (SECOND.in_force_from, None),
        (date(2026, 11, 28), None),
        (date(2026, 11, 29), "date_ahead"),
    ],
)
def test_paper_is_signed_while_the_edition_holds_and_not_ahead(signed_date: date, code: str | None) -> None:
    found = None
    try:
        check_paper_date(signed_date, in_force_from=SECOND.in_force_from, today=date(2026, 11, 28))
    except DomainError as error:
        found = (error.code, error.field)
    assert found == (None if code is None else (code, "signed_date"))


@pytest.mark.parametrize(
    ("today", "sentence"),
    [
        (SECOND.read_by, "Please do so by 30/09/2026."),
        (SECOND.read_by + ONE_DAY, "It was to be read by 30/09/2026."),
    ],
)
def test_chase_says_by_when_and_names_nobody(today: date, sentence: str) -> None:
    chase = write_chase(
        title="Staff code of conduct",
        edition="Fourth edition",
        due=SECOND.read_by,
        today=today,
        address="https://school.example/my-record/",
        sender="Nia Owen",
    )
    assert chase.subject == "To read and sign: Staff code of conduct (Fourth edition)"
    assert chase.body.splitlines()[2] == (
        f"You have not yet read and signed “Staff code of conduct” (Fourth edition). {sentence}"
    )
