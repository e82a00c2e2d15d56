"""What is kept of an application: cells with their marks, and how far talking could move its total."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.scoring import (
    UNIT_BASE,
    Criterion,
    Gate,
    Requirement,
    Scale,
    Sheet,
    percent_one_decimal,
    score_application,
)
from recruitment.domain.stage_results import count_close_pairs, keep_result, points_in_words

SCALE = Scale(0, 3)
ESSENTIAL = Criterion(1, Requirement.ESSENTIAL, 3, frozenset("A"))
DESIRABLE = Criterion(2, Requirement.DESIRABLE, 1, frozenset("A"))


def keep(*sheets: list[int | None], agreed=None, noted=(), criteria=(ESSENTIAL, DESIRABLE), threshold=1):
    return keep_result(
        criteria,
        SCALE,
        threshold,
        sheets=[
            Sheet(number, "C01", submitted=True, scores=dict(zip((1, 2), points, strict=False)))
            for number, points in enumerate(sheets)
        ],
        agreed=agreed or {},
        noted=noted,
    )


@pytest.mark.parametrize(
    ("given_points", "marks"),
    [
        ([1, 1], ""),
        ([1, 2], ""),
        ([1, 3], "w"),
        ([0, 0], "f"),
        ([0, 1], "s"),
        ([0, 2], "ws"),
        ([2, None], "u"),
        ([0, None], "u"),
        ([None, None], "u"),
        ([0, 2, None], "uws"),
    ],
)
def test_marks_of_an_essential(given_points: list[int | None], marks: str) -> None:
    kept = keep(*([points, 1] for points in given_points))

    assert kept.cells[0].marks == marks


@pytest.mark.parametrize(
    ("given_points", "marks"), [([0, 1], ""), ([0, 0], ""), ([0, 2], "w"), ([0, None], "u")]
)
def test_marks_of_a_desirable_know_no_threshold(given_points: list[int | None], marks: str) -> None:
    kept = keep(*([1, points] for points in given_points))

    assert kept.cells[1].marks == marks


def test_a_note_is_marked() -> None:
    assert [cell.marks for cell in keep([1, 1], noted={2}).cells] == ["", "n"]


def test_what_is_agreed_is_no_longer_to_discuss() -> None:
    kept = keep([0, 3], [2, 0], agreed={1: 1, 2: 2})

    assert [(cell.units, cell.marks) for cell in kept.cells] == [(UNIT_BASE, "a"), (2 * UNIT_BASE, "a")]
    assert (kept.discuss_count, kept.result.total_units) == (0, 5 * UNIT_BASE)


def test_agreed_below_the_threshold_is_marked_as_not_met() -> None:
    assert keep([1, 1], [1, 1], agreed={1: 0}).cells[0].marks == "fa"


def test_discuss_count_counts_cells_and_not_their_marks() -> None:
    assert keep([0, 0], [2, 3]).discuss_count == 2


@pytest.mark.parametrize(
    ("sheets", "met"), [([[1, 0], [1, 0]], 1), ([[0, 3], [0, 3]], 0), ([[0, 3], [1, 3]], 0), ([[None, 3]], 0)]
)
def test_essentials_met_counts_the_certain_ones(sheets: list[list[int | None]], met: int) -> None:
    assert keep(*sheets).essentials_met == met


@pytest.mark.parametrize(
    ("sheets", "worst", "best"),
    [
        ([[2, 2], [2, 2]], 8, 8),
        ([[1, 2], [3, 2]], 5, 11),
        ([[0, 2], [1, 2]], None, 5),
        ([[0, 2], [0, 2]], None, None),
        ([[2, None], [2, 1]], 6, 9),
        ([[None, 1], [None, 1]], None, 10),
        ([], None, None),
    ],
)
def test_bounds_are_where_talking_could_bring_the_total(
    sheets: list[list[int | None]], worst: int | None, best: int | None
) -> None:
    kept = keep(*sheets)

    assert (kept.worst_units, kept.best_units) == tuple(
        None if bound is None else bound * UNIT_BASE for bound in (worst, best)
    )


def test_nobody_scored_leaves_every_cell_open() -> None:
    kept = keep()

    assert [(cell.units, cell.marks) for cell in kept.cells] == [(None, ""), (None, "")]
    assert (kept.result.complete, kept.result.gate, kept.discuss_count) == (False, Gate.OPEN, 0)


POINTS = st.one_of(st.none(), st.integers(0, 3))


@given(
    st.lists(st.tuples(POINTS, POINTS), min_size=1, max_size=5),
    st.dictionaries(st.sampled_from([1, 2]), st.integers(0, 3)),
    st.integers(1, 3),
)
def test_kept_results_are_those_of_the_rule(
    rows: list[tuple[int | None, int | None]], agreed: dict[int, int], threshold: int
) -> None:
    sheets = [
        Sheet(n, "C01", submitted=True, scores=dict(zip((1, 2), row, strict=True)))
        for n, row in enumerate(rows)
    ]
    rule = score_application((ESSENTIAL, DESIRABLE), SCALE, threshold, sheets, agreed)

    kept = keep_result((ESSENTIAL, DESIRABLE), SCALE, threshold, sheets=sheets, agreed=agreed)

    assert kept.result == rule
    if rule.complete:
        assert (
            sum(
                one.weight * (cell.units or 0)
                for one, cell in zip((ESSENTIAL, DESIRABLE), kept.cells, strict=True)
            )
            == rule.total_units
        )
    if rule.is_ranked:
        assert kept.best_units is not None
        assert (kept.worst_units or 0) <= rule.total_units <= kept.best_units


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (Fraction(0), "0"),
        (Fraction(2), "2"),
        (Fraction(7, 3), "2.3"),
        (Fraction(8, 3), "2.7"),
        (Fraction(5, 2), "2.5"),
        (Fraction(9, 4), "2.3"),
        (Fraction(31, 16), "1.9"),
        (Fraction(47, 16), "2.9"),
        (Fraction(29, 10), "2.9"),
        (Fraction(10), "10"),
    ],
)
def test_points_in_words(points: Fraction, words: str) -> None:
    assert points_in_words(int(points * UNIT_BASE)) == words


@given(st.fractions(0, 10, max_denominator=16).filter(lambda f: UNIT_BASE % f.denominator == 0))
def test_points_in_words_round_as_percents_do(points: Fraction) -> None:
    assert float(points_in_words(int(points * UNIT_BASE))) == percent_one_decimal(points / 100)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], (0, 0)),
        ([[2]], (0, 0)),
        ([[2, 3]], (1, 1)),
        ([[1, 3]], (1, 0)),
        ([[0, 1, 3]], (3, 1)),
        ([[2, 2], [2, 2], [0, 3]], (3, 2)),
    ],
)
def test_count_close_pairs(items: list[list[int]], expected: tuple[int, int]) -> None:
    assert count_close_pairs(items) == expected
