"""Which criterion does not read as it should, and what of it."""

from dataclasses import replace

import pytest

from recruitment.domain.person_specification import ReadCriterion
from recruitment.domain.written_specification import WrittenCriterion
from recruitment.exports.specification.reading_back import Difference, find_difference

WANTED = [
    WrittenCriterion("Plans lessons", "Skills", "essential", "AI"),
    WrittenCriterion("Leads singing", "", "desirable", "O"),
]
FOUND = [
    ReadCriterion("Plans lessons", "Skills", "essential", ("I", "A")),
    ReadCriterion("Leads singing", None, "desirable", ("O",)),
]


@pytest.mark.parametrize("in_order", [True, False])
def test_what_reads_as_it_should_differs_in_nothing(*, in_order: bool) -> None:
    assert find_difference(FOUND, WANTED, in_order=in_order) is None


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"text": "Leads songs"}, "text"),
        ({"section": "Skills"}, "section"),
        ({"requirement": None}, "requirement"),
        ({"evidence": ("A",)}, "evidence"),
    ],
)
def test_the_first_that_differs_is_named_with_its_field(changed: dict[str, object], field: str) -> None:
    found = [FOUND[0], replace(FOUND[1], **changed)]  # type: ignore[arg-type]

    assert find_difference(found, WANTED, in_order=False) == Difference(2, "Leads singing", field)


def test_order_counts_where_it_is_asked_for() -> None:
    assert find_difference(FOUND[::-1], WANTED, in_order=False) is None
    assert find_difference(FOUND[::-1], WANTED, in_order=True) == Difference(1, "Plans lessons", "order")


def test_one_that_nobody_wanted_is_named() -> None:
    found = [*FOUND, ReadCriterion("Headteacher’s signature")]

    assert find_difference(found, WANTED, in_order=True) == Difference(0, "Headteacher’s signature", "added")
