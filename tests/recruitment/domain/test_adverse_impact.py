"""Whether a stage fell harder on one group, at the neighbours of every bound."""

from fractions import Fraction
from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.adverse_impact import Group, fisher_exact, measure_impact


def impact(*counts: tuple[int, int]) -> object:
    return measure_impact([Group(f"group {n}", *count) for n, count in enumerate(counts)])


@pytest.mark.parametrize(
    ("smallest", "is_suppressed"), [((3, 1), True), ((4, 1), True), ((5, 1), False), ((0, 0), True)]
)
def test_a_group_of_fewer_than_five_is_not_spoken_of(smallest: tuple[int, int], is_suppressed: bool) -> None:
    found = measure_impact([Group("few", *smallest), Group("many", 20, 10)])

    assert found.is_suppressed == is_suppressed
    assert (found.ratios is None, found.p_value is None) == (is_suppressed, is_suppressed)


@pytest.mark.parametrize(("selected", "is_flagged"), [(39, True), (40, False), (41, False)])
def test_under_four_fifths_of_the_highest_rate_is_flagged(selected: int, is_flagged: bool) -> None:
    found = measure_impact([Group("one", 100, 50), Group("other", 100, selected)])

    assert found.is_flagged == is_flagged
    assert [one.ratio for one in found.ratios or ()] == [1, Fraction(selected, 50)]


def test_nobody_selected_is_not_computable() -> None:
    found = measure_impact([Group("one", 9, 0), Group("other", 8, 0)])

    assert (found.ratios, found.p_value, found.is_flagged, found.is_suppressed) == (None, None, False, False)
    assert found.reason == "Not computable: nobody was selected."


def test_three_groups_have_ratios_and_no_test() -> None:
    found = measure_impact([Group("a", 10, 5), Group("b", 10, 4), Group("c", 10, 2)])

    assert [one.ratio for one in found.ratios or ()] == [1, Fraction(4, 5), Fraction(2, 5)]
    assert found.p_value is None
    assert "less than four fifths of the highest rate: c." in found.reason


def test_one_group_has_nothing_to_be_compared_with() -> None:
    found = measure_impact([Group("a", 10, 5)])

    assert (found.is_flagged, found.p_value) == (False, None)
    assert found.reason == "There is one group, so there is nothing to compare it with."


def test_ten_and_two_of_twelve_and_twelve() -> None:
    """A worked table of the textbooks: 10 of 12 against 2 of 12."""
    exact = Fraction(2 * (comb(12, 10) * comb(12, 2) + comb(12, 11) * comb(12, 1) + 1), comb(24, 12))

    assert fisher_exact(Group("one", 12, 10), Group("other", 12, 2)) == exact


counts = st.integers(1, 6).flatmap(lambda applied: st.tuples(st.just(applied), st.integers(0, applied)))


@given(one=counts, other=counts)
def test_fisher_equals_counting_every_choice(one: tuple[int, int], other: tuple[int, int]) -> None:
    """Everybody is laid out and every way of selecting as many is counted."""
    everybody, selected = one[0] + other[0], one[1] + other[1]
    tables = [sum(n < one[0] for n in chosen) for chosen in combinations(range(everybody), selected)]
    often = {chosen: tables.count(chosen) for chosen in set(tables)}
    as_rare = sum(number for number in often.values() if number <= often[one[1]])

    assert fisher_exact(Group("one", *one), Group("other", *other)) == Fraction(as_rare, len(tables))
