"""Days and months swapped by American settings are noticed, and late or odd dates are not taken for them."""

from datetime import date
from pathlib import Path

import pytest

from tests.compliance.readers.sheets import HEADINGS, book_of, diagnoses_of, person, read_book

SWAPPED = [
    date(2020, 7, 3),
    date(2020, 6, 4),
    date(2020, 8, 5),
    date(2020, 1, 2),
    date(2020, 3, 7),
    date(2020, 2, 9),
]
TEXTS = ["25/8/2020", "19/8/2020", "27/8/2020"]


@pytest.mark.parametrize(
    ("checked", "doubtful"),
    [
        ([*SWAPPED, *TEXTS], {"E2", "E3", "E4", "E5", "E6", "E7"}),
        ([*SWAPPED, *TEXTS, date(2020, 8, 13)], set()),
        ([*SWAPPED, *TEXTS, "5/8/2020"], set()),
        ([date(2020, 7, 7), *SWAPPED, *TEXTS], {"E3", "E4", "E5", "E6", "E7", "E8"}),
        ([*SWAPPED[:2], *TEXTS[:1]], set()),
        (["08/25/2020", "08/05/2020", "07/19/2020"], {"E2", "E3", "E4"}),
    ],
)
def test_swapped_days_and_months_are_noticed(
    tmp_path: Path, checked: list[object], doubtful: set[str]
) -> None:
    book = book_of(HEADINGS, *[person(number, day) for number, day in enumerate(checked)])

    assert set(diagnoses_of(read_book(book, tmp_path))) == doubtful


def test_checks_made_days_after_a_start_in_september_are_late_not_swapped(tmp_path: Path) -> None:
    checked = [date(2020, 9, day) for day in (3, 4, 7, 8, 10, 11)]
    book = book_of(HEADINGS, *[person(number, day) for number, day in enumerate(checked)])

    assert {found[0] for found in diagnoses_of(read_book(book, tmp_path)).values()} == {"late"}


def test_checks_near_the_start_only_when_swapped_back_are_swapped(tmp_path: Path) -> None:
    swapped = [date(2020, day, month) for day, month in ((3, 8), (4, 8), (5, 7), (2, 8))]
    in_order = [date(2020, 8, 20), date(2020, 7, 17)]
    book = book_of(HEADINGS, *[person(number, day) for number, day in enumerate([*swapped, *in_order])])

    found = diagnoses_of(read_book(book, tmp_path))
    assert {place: diagnosis for place, (diagnosis, _) in found.items()} == dict.fromkeys(
        ("E2", "E3", "E4", "E5"), "ambiguous_date"
    )
