"""How ratings spread, and what is held back from others than the head."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from cpd.domain.appraisal import FEWEST_SHOWN, Rating
from cpd.domain.appraisal_moderation import Rated, by_appraiser, spread_of


def rated(appraiser: int, *ratings: Rating) -> list[Rated]:
    return [Rated(appraiser, f"Appraiser {appraiser}", rating) for rating in ratings]


def test_each_appraiser_has_a_line_with_every_rating() -> None:
    found = by_appraiser(
        [*rated(1, Rating.MET, Rating.MET, Rating.UNRATED), *rated(2, Rating.EXCEEDED)], is_for_moderator=True
    )
    assert [(one.label, one.total, list(one.cells)) for one in found] == [
        ("Appraiser 1", 3, [0, 0, 2, 0, 1]),
        ("Appraiser 2", 1, [0, 0, 0, 1, 0]),
    ]


def test_fewer_than_five_are_held_back_from_others() -> None:
    five, four = [Rating.MET] * FEWEST_SHOWN, [Rating.MET] * (FEWEST_SHOWN - 1)
    found = by_appraiser([*rated(1, *five), *rated(2, *four), *rated(3, *four)], is_for_moderator=False)
    assert [one.counts is not None for one in found] == [True, False, False]


def test_one_alone_is_not_told_by_the_total() -> None:
    five, four = [Rating.MET] * FEWEST_SHOWN, [Rating.NOT_MET] * (FEWEST_SHOWN - 1)
    found = by_appraiser([*rated(1, *five), *rated(2, *four)], is_for_moderator=False)
    assert [one.counts for one in found] == [None, None]


@given(st.lists(st.sampled_from(Rating)))
def test_a_spread_counts_every_rating_once(ratings: list[Rating]) -> None:
    spread = spread_of("All", ratings)
    assert spread.total == len(ratings)
    assert spread.counts == dict(Counter(ratings))


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(Rating))))
def test_nothing_held_back_can_be_worked_out_from_the_total(pairs: list[tuple[int, Rating]]) -> None:
    rows = [Rated(key, f"Appraiser {key}", rating) for key, rating in pairs]
    found = by_appraiser(rows, is_for_moderator=False)
    hidden = [one.total for one in found if one.counts is None]
    assert len(hidden) != 1 or len(found) == 1
    assert all(one.total >= FEWEST_SHOWN for one in found if one.counts is not None)
