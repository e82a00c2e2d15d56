"""Agreement against worked examples, against the definitions taken the long way, and what always holds."""

from collections import Counter
from fractions import Fraction
from itertools import permutations
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.agreement import Label, Method, measure_agreement, students_t
from recruitment.domain.scoring import Key

type Ratings = dict[Key, dict[Key, int | None]]


def ratings(*assessors: list[int | None]) -> Ratings:
    return {
        f"Assessor {n}": {f"C{item:02}": points for item, points in enumerate(given)}
        for n, given in enumerate(assessors)
    }


# --- worked examples


def test_alpha_equals_krippendorffs_own_example() -> None:
    """Four observers, twelve units, ordinal: 0.815 in his paper on computing the coefficient."""
    found = measure_agreement(
        ratings(
            [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
            [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
        )
    )

    assert (found.method, found.value, found.rated_items) == (Method.KRIPPENDORFF_ALPHA, 0.8154, 11)
    assert (found.label, found.reason) == (Label.FIRM, "The assessors agree well enough to rely on.")


def test_kappa_of_a_table_worked_by_hand() -> None:
    """Seen 4 times 1 + 1; expected 3 + 3 + 1 + 7, each rating of the one against all of the other."""
    found = measure_agreement(ratings([0, 0, 1, 2], [0, 1, 1, 1]))

    assert (found.method, found.value) == (Method.WEIGHTED_KAPPA, round(1 - 8 / 14, 4))


def test_kappa_weighs_a_difference_by_its_square() -> None:
    """Seen 4 of 32 expected, and 36 of 40."""
    near = measure_agreement(ratings([0, 1, 2, 3], [1, 1, 2, 3])).value
    far = measure_agreement(ratings([0, 1, 2, 3], [3, 1, 2, 3])).value

    assert (near, far) == (0.875, 0.1)


# --- which method


@pytest.mark.parametrize(
    ("given", "method"),
    [
        (([0, 1, 2], [0, 1, 3]), Method.WEIGHTED_KAPPA),
        (([0, 1, None], [0, 1, 3]), Method.KRIPPENDORFF_ALPHA),
        (([0, 1], [0, 1, 3]), Method.KRIPPENDORFF_ALPHA),
        (([0, 1, 2], [0, 1, 3], [0, 1, 2]), Method.KRIPPENDORFF_ALPHA),
        (([0, 1, 2],), Method.KRIPPENDORFF_ALPHA),
        ((), Method.KRIPPENDORFF_ALPHA),
    ],
)
def test_method_follows_the_number_of_assessors_and_what_is_missing(
    given: tuple[list[int | None], ...], method: Method
) -> None:
    assert measure_agreement(ratings(*given)).method == method


# --- not computable


@pytest.mark.parametrize("assessors", [2, 3])
def test_identical_constant_ratings_are_not_computable(assessors: int) -> None:
    found = measure_agreement(ratings(*[[2] * 12 for _ in range(assessors)]))

    assert (found.value, found.computable, found.interval, found.label) == (None, False, None, None)
    assert found.reason == (
        "Not computable: every rating is the same, so nothing shows whether the assessors would tell "
        "candidates apart alike."
    )


def test_constant_but_different_ratings_are_computable() -> None:
    found = measure_agreement(ratings([2] * 12, [3] * 12))

    assert (found.value, found.computable) == (0.0, True)


def test_one_rating_that_differs_makes_it_computable() -> None:
    found = measure_agreement(ratings([2] * 12, [2] * 11 + [3]))

    assert (found.value, found.computable) == (0.0, True)


@pytest.mark.parametrize("given", [(), ([1, 2],), ([1, None], [None, 2]), ([None], [None])])
def test_nothing_rated_twice_is_not_computable(given: tuple[list[int | None], ...]) -> None:
    found = measure_agreement(ratings(*given))

    assert (found.computable, found.rated_items) == (False, 0)
    assert found.reason == "Not computable: no item was rated by two assessors."


# --- labels


@pytest.mark.parametrize(("items", "label"), [(9, None), (10, Label.FIRM)])
def test_label_needs_ten_items_rated_twice(items: int, label: Label | None) -> None:
    points = [n % 3 for n in range(items)]

    found = measure_agreement(ratings([*points, 1, None], [*points, None, 1], [*points, None, None]))

    assert (found.rated_items, found.value, found.label) == (items, 1.0, label)


def test_under_ten_items_says_to_read_the_interval() -> None:
    assert measure_agreement(ratings([0, 1, 2], [0, 1, 3])).reason == (
        "Only 3 of the items have two ratings or more: read the interval and draw no conclusion from fewer "
        "than 10."
    )


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [([0], [1], "Only 1 of the items has"), ([1, 3], [2, 3], "Only 2 of the items have")],
)
def test_too_few_items_for_an_interval_does_not_send_to_one(
    first: list[int | None], second: list[int | None], said: str
) -> None:
    found = measure_agreement(ratings(first, second))

    assert (found.computable, found.interval) == (True, None)
    assert found.reason == (
        f"{said} two ratings or more, too few for an interval: draw no conclusion from fewer than 10."
    )


@pytest.mark.parametrize(
    ("first", "value", "label"),
    [
        ([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], 1.0, Label.FIRM),
        ([0, 0, 0, 0, 1, 1, 1, 1, 1, 1], 0.8, Label.FIRM),
        ([0, 0, 0, 1, 1, 1, 1, 1, 1, 1], 0.6, Label.WEAK),
        ([1, 1, 0, 0, 0, 1, 1, 1, 1, 1], 0.6, Label.WEAK),
    ],
)
def test_label_begins_at_its_bound(first: list[int | None], value: float, label: Label) -> None:
    found = measure_agreement(ratings(first, [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]))

    assert (found.value, found.label) == (value, label)


@pytest.mark.parametrize(
    ("wrong", "value", "label"), [(3, 0.6998, Label.TENTATIVE), (4, 0.6, Label.WEAK), (2, 0.8, Label.FIRM)]
)
def test_label_between_the_bounds_is_tentative(wrong: int, value: float, label: Label) -> None:
    right = [0] * 10 + [1] * 10
    first = [1 - points if n < wrong else points for n, points in enumerate(right)]

    found = measure_agreement(ratings(list(first), list(right)))

    assert (found.value, found.label) == (pytest.approx(value, abs=0.002), label)


# --- the interval


@pytest.mark.parametrize(("items", "students_t"), [(5, 2.776), (10, 2.262), (20, 2.093), (200, 1.972)])
def test_interval_is_the_jackknifes(items: int, students_t: float) -> None:
    """Each item left out in turn, and Student's t as printed in tables."""
    first: list[int | None] = [n % 4 for n in range(items)]
    second = [2 if n == 3 else points for n, points in enumerate(first)]
    left_out = [
        measure_agreement(ratings(first[:n] + first[n + 1 :], second[:n] + second[n + 1 :])).value or 0
        for n in range(items)
    ]
    mean = sum(left_out) / items
    reach = students_t * sqrt(sum((one - mean) ** 2 for one in left_out) * (items - 1) / items)

    found = measure_agreement(ratings(first, second))

    assert found.value is not None
    assert found.interval == pytest.approx((found.value - reach, min(found.value + reach, 1)), abs=2e-3)
    assert found == measure_agreement(ratings(first, second))


@pytest.mark.parametrize(
    ("freedom", "printed"), [(3, 3.182), (4, 2.776), (5, 2.571), (9, 2.262), (30, 2.042), (199, 1.972)]
)
def test_students_t_is_within_one_percent_of_the_tables(freedom: int, printed: float) -> None:
    assert students_t(freedom) == pytest.approx(printed, rel=0.01)


def test_interval_of_few_items_stays_between_minus_one_and_one() -> None:
    assert measure_agreement(ratings([0, 1, 2], [0, 1, 1])).interval == (-1.0, 1.0)


def test_interval_of_perfect_agreement_is_a_point() -> None:
    assert measure_agreement(ratings([0, 1, 2, 3], [0, 1, 2, 3])).interval == (1.0, 1.0)


def test_interval_is_unknown_where_all_rests_on_one_item() -> None:
    found = measure_agreement(ratings([2] * 11 + [0], [2] * 11 + [0]))

    assert (found.value, found.interval) == (1.0, None)


# --- against the definitions

columns = st.integers(2, 5).flatmap(
    lambda assessors: st.lists(
        st.lists(st.none() | st.integers(0, 4), min_size=assessors, max_size=assessors), max_size=9
    )
)


def turned(items: list[list[int | None]]) -> Ratings:
    """Items by assessor, as the rule takes them."""
    return ratings(*[list(given) for given in zip(*items, strict=True)])


def alpha_by_definition(items: list[list[int | None]]) -> Fraction | None:
    units = [[given for given in item if given is not None] for item in items]
    values = [given for unit in units if len(unit) > 1 for given in unit]
    count = Counter(values)

    def distance(a: int, b: int) -> Fraction:
        low, high = min(a, b), max(a, b)
        between = sum(count[g] for g in range(low, high + 1))
        return (between - Fraction(count[a] + count[b], 2)) ** 2

    expected = sum((distance(a, b) for a, b in permutations(values, 2)), Fraction())
    if not expected:
        return None
    seen = sum(
        (
            distance(a, b) / (len(unit) - 1)
            for unit in units
            if len(unit) > 1
            for a, b in permutations(unit, 2)
        ),
        Fraction(),
    )
    n = len(values)
    return 1 - (seen / n) / (expected / (n * (n - 1)))


@given(columns)
def test_alpha_equals_its_definition(items: list[list[int | None]]) -> None:
    found = measure_agreement(turned([*items, [None] * len(items[0])] if items else []))
    by_definition = alpha_by_definition(items)

    assert found.method == Method.KRIPPENDORFF_ALPHA
    assert found.value == (None if by_definition is None else pytest.approx(float(by_definition), abs=5.1e-5))


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_kappa_equals_its_definition(pairs: list[tuple[int, int]]) -> None:
    found = measure_agreement(ratings([a for a, _ in pairs], [b for _, b in pairs]))
    n = len(pairs)
    seen = sum((a - b) ** 2 for a, b in pairs) * n
    expected = sum((a - b) ** 2 for a, _ in pairs for _, b in pairs)

    assert found.value == (pytest.approx(1 - seen / expected, abs=5.1e-5) if expected else None)


@given(columns, st.randoms(use_true_random=False))
def test_agreement_does_not_depend_on_order(items: list[list[int | None]], random: object) -> None:
    shuffled = items[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    backwards = [item[::-1] for item in shuffled]

    first, second = measure_agreement(turned(items)), measure_agreement(turned(backwards))

    assert (first.value, first.label) == (second.value, second.label)
    assert first.interval == pytest.approx(second.interval, abs=1e-4)


@given(columns)
def test_interval_holds_the_value_and_stays_within_one(items: list[list[int | None]]) -> None:
    found = measure_agreement(turned(items))

    if found.interval is not None and found.value is not None:
        low, high = found.interval
        assert low <= found.value <= high <= 1
        assert low >= min(found.value, -1)
    assert found.value is None or found.value <= 1


@given(st.lists(st.integers(0, 4), min_size=2, max_size=20).filter(lambda given: len(set(given)) > 1))
def test_perfect_agreement_is_one(given: list[int]) -> None:
    assert measure_agreement(ratings(list(given), list(given))).value == 1.0
    assert measure_agreement(ratings(list(given), list(given), list(given))).value == 1.0
