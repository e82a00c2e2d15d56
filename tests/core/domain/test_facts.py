from datetime import date
from enum import StrEnum
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.dates import DayOrMonth
from core.domain.errors import DomainError
from core.domain.facts import MOST_CHARACTERS, Fact, Facts


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
READINGS = [
    Fact.text,
    Fact.yes_or_no,
    Fact.whole_number,
    Fact.number,
    Fact.months,
    Fact.day,
    Fact.day_or_month,
    Fact.items,
    Fact.entries,
]


def refusal(
    reading: object, value: object, path: str = "weight", **bounds: int
) -> tuple[str, str | None, str]:
    with pytest.raises(DomainError) as caught:
        reading(Fact(value, path), **bounds)  # type: ignore[operator]
    return caught.value.code, caught.value.field, caught.value.message


@pytest.mark.parametrize("reading", READINGS)
def test_every_reading_refuses_null_as_needed(reading: object) -> None:
    code, field, message = refusal(reading, None)

    assert (code, field) == ("invalid", "weight")
    assert message.startswith("This is needed to answer: give ")


def fault_of(reading: object, value: object) -> DomainError | None:
    try:
        reading(Fact(value, "criteria[2].weight"))  # type: ignore[operator]
    except DomainError as refused:
        return refused
    return None


@given(st.sampled_from(READINGS), json_values)
def test_every_reading_answers_or_refuses_with_the_place(reading: object, value: object) -> None:
    fault = fault_of(reading, value)

    assert fault is None or (fault.code, fault.field, fault.message[-1]) == (
        "invalid",
        "criteria[2].weight",
        ".",
    )


@pytest.mark.parametrize(
    ("reading", "value", "expected"),
    [
        (Fact.text, "Siân Pryce", "Siân Pryce"),
        (Fact.text, "x" * MOST_CHARACTERS, "x" * MOST_CHARACTERS),
        (Fact.yes_or_no, False, False),
        (Fact.whole_number, 0, 0),
        (Fact.number, 1.1, Fraction(11, 10)),
        (Fact.number, 2, Fraction(2)),
        (Fact.months, 1, 1),
        (Fact.months, 1200, 1200),
        (Fact.day, "2024-02-29", date(2024, 2, 29)),
        (Fact.day, "1900-01-01", date(1900, 1, 1)),
        (Fact.day, "2999-12-31", date(2999, 12, 31)),
        (Fact.day_or_month, "2024-02", DayOrMonth(date(2024, 2, 1), date(2024, 2, 29))),
    ],
)
def test_reading_answers_what_was_given(reading: object, value: object, expected: object) -> None:
    assert reading(Fact(value, "field")) == expected  # type: ignore[operator]


@pytest.mark.parametrize(
    ("reading", "value", "message"),
    [
        (Fact.text, 7, "This must be a text in quotation marks."),
        (Fact.text, " \t", "Leave this out or give it a text; it must not be blank."),
        (Fact.text, "x" * (MOST_CHARACTERS + 1), "Keep this to 500 characters."),
        (Fact.yes_or_no, 1, "This must be true or false."),
        (Fact.yes_or_no, "yes", "This must be true or false."),
        (Fact.whole_number, True, "This must be a whole number."),
        (Fact.whole_number, 2.0, "This must be a whole number."),
        (Fact.whole_number, "3", "This must be a whole number."),
        (Fact.number, True, "This must be a number."),
        (Fact.number, float("nan"), "This must be a number."),
        (Fact.number, float("-inf"), "This must be a number."),
        (Fact.months, 0, "This must be 1 or more."),
        (Fact.months, 1201, "This must be 1200 or less."),
        (Fact.day, "01/09/2026", "This must be a date written YYYY-MM-DD, such as 2026-09-01."),
        (Fact.day, "2026-02-29", "This must be a date written YYYY-MM-DD, such as 2026-09-01."),
        (Fact.day, "1899-12-31", "Check the year: it must lie between 1900 and 2999."),
        (Fact.day, "3000-01-01", "Check the year: it must lie between 1900 and 2999."),
        (
            Fact.day_or_month,
            "2026",
            "This must be a date written YYYY-MM-DD or a month written YYYY-MM, such as 2026-09.",
        ),
        (Fact.day_or_month, "0001-01", "Check the year: it must lie between 1900 and 2999."),
        (Fact.items, {"a": 1}, "This must be a list in square brackets."),
        (Fact.entries, [1], "This must be an object in curly brackets."),
    ],
)
def test_reading_refuses_the_wrong_shape(reading: object, value: object, message: str) -> None:
    assert refusal(reading, value) == ("invalid", "weight", message)


@pytest.mark.parametrize(
    ("value", "message"), [(-1, "This must be 0 or more."), (4, "This must be 3 or less.")]
)
def test_whole_number_refuses_what_lies_outside(value: int, message: str) -> None:
    assert refusal(Fact.whole_number, value, least=0, most=3) == ("invalid", "weight", message)


@pytest.mark.parametrize("value", [0, 3])
def test_whole_number_takes_both_bounds(value: int) -> None:
    assert Fact(value, "weight").whole_number(least=0, most=3) == value


def test_number_refuses_a_fraction_outside() -> None:
    assert refusal(Fact.number, -0.1, least=0) == ("invalid", "weight", "This must be 0 or more.")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-10_000, max_value=10_000))
def test_number_is_the_decimal_that_was_written(written: object) -> None:
    assert Fact(float(str(written)), "hours").number() == Fraction(str(written))


def test_one_of_takes_a_choice() -> None:
    assert Fact("green", "colour").one_of(Colour) is Colour.GREEN


@pytest.mark.parametrize("value", ["blue", "RED", 1, ["red"], {"red": 1}])
def test_one_of_refuses_any_other_value(value: object) -> None:
    with pytest.raises(DomainError) as caught:
        Fact(value, "colour").one_of(Colour)

    assert (caught.value.field, caught.value.message) == ("colour", "This must be one of: red, green.")


def test_items_number_their_places() -> None:
    assert Fact([7, None], "sheets").items() == [Fact(7, "sheets[0]"), Fact(None, "sheets[1]")]


def test_items_may_be_limited() -> None:
    assert refusal(Fact.items, [1, 2, 3], most=2) == ("invalid", "weight", "Give at most 2 entries.")


def test_entries_name_their_places() -> None:
    assert Fact({"c1": 2}, "sheets[0].scores").entries() == {"c1": Fact(2, "sheets[0].scores.c1")}


def test_facts_refuse_an_unknown_field_by_its_place() -> None:
    with pytest.raises(DomainError) as caught:
        Fact({"weight": 1, "wieght": 2}, "criteria[2]").facts(("id", "weight"))

    assert caught.value.field == "criteria[2].wieght"
    assert caught.value.message == "There is no such field here. The fields are: id, weight."


def test_facts_read_the_whole_of_what_was_sent() -> None:
    facts = Facts.read({"id": "c1", "weight": None}, ("id", "weight", "evidence"))

    assert facts.need("id") == Fact("c1", "id")
    assert (facts.get("weight"), facts.get("evidence")) == (None, None)


@pytest.mark.parametrize("value", [None, [], "facts", 3])
def test_facts_refuse_what_is_no_object(value: object) -> None:
    with pytest.raises(DomainError) as caught:
        Facts.read(value, ("id",))

    assert caught.value.field is None


def test_absent_and_null_are_not_no() -> None:
    facts = Facts.read({"known": False}, ("known", "unknown"))

    assert facts.get("known") == Fact(value=False, path="known")
    assert facts.get("unknown") is None
