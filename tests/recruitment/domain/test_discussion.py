import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.discussion import WIDE_SPREAD, Consequence, Discussion, list_discussions
from recruitment.domain.scoring import Criterion, Key, Requirement, Scale, Sheet, score_stage

SCALE = Scale(0, 3)
DIVIDED = "The panel is divided on this essential: 1 of 3 gave fewer than the 1 point it takes."
APART = "Points from 0 to 2, 2 points apart."


def essential(name: str = "e", weight: int = 1) -> Criterion:
    return Criterion(name, Requirement.ESSENTIAL, weight, frozenset("A"))


def desirable(name: str = "d", weight: int = 1) -> Criterion:
    return Criterion(name, Requirement.DESIRABLE, weight, frozenset("A"))


def sheets_of(application: str, *, submitted: bool = True, **points: tuple[int | None, ...]) -> list[Sheet]:
    """One sheet an assessor; each criterion lists what the first, the second and so on gave."""
    assessors = max(len(given) for given in points.values())
    return [
        Sheet(f"A{n}", application, submitted, {criterion: given[n] for criterion, given in points.items()})
        for n in range(assessors)
    ]


def discuss(
    criteria: list[Criterion],
    sheets: list[Sheet],
    agreed: dict[Key, dict[Key, int | None]] | None = None,
    threshold: int = 1,
) -> tuple[Discussion, ...]:
    results = score_stage(criteria, SCALE, threshold, sheets, agreed or {})
    return list_discussions(criteria, threshold, sheets, agreed or {}, results)


@pytest.mark.parametrize(
    ("points", "listed"),
    [((1, 1), False), ((1, 2), False), ((1, 3), True), ((0, 2), True), ((2, 3, 3), False), ((1, 2, 3), True)],
)
def test_spread_of_two_points_is_worth_a_word(points: tuple[int, ...], *, listed: bool) -> None:
    assert bool(discuss([desirable()], sheets_of("C01", d=points))) is listed


@pytest.mark.parametrize(
    ("points", "threshold", "listed"),
    [((0, 1), 1, True), ((0, 0), 1, False), ((1, 2), 1, False), ((1, 2), 2, True), ((2, 3), 2, False)],
)
def test_essential_split_across_the_threshold_is_worth_a_word(
    points: tuple[int, ...], threshold: int, *, listed: bool
) -> None:
    assert bool(discuss([essential()], sheets_of("C01", e=points), threshold=threshold)) is listed


def test_desirable_across_the_threshold_is_not_split() -> None:
    assert discuss([desirable()], sheets_of("C01", d=(0, 1))) == ()


@pytest.mark.parametrize(
    ("agreed", "listed"), [({"d": 2}, False), ({"d": 1}, False), ({"d": None}, True), ({"x": 2}, True)]
)
def test_what_has_been_agreed_is_no_longer_listed(agreed: dict[Key, int | None], *, listed: bool) -> None:
    assert bool(discuss([desirable()], sheets_of("C01", d=(1, 3)), {"C01": agreed})) is listed


def test_agreement_on_one_application_leaves_the_others_listed() -> None:
    sheets = [*sheets_of("C01", d=(1, 3)), *sheets_of("C02", d=(1, 3))]

    assert [one.application for one in discuss([desirable()], sheets, {"C01": {"d": 2}})] == ["C02"]


def test_sheets_that_are_not_submitted_are_not_talked_about() -> None:
    assert discuss([desirable()], sheets_of("C01", submitted=False, d=(0, 3))) == ()


def test_scores_left_out_do_not_widen_the_spread() -> None:
    assert discuss([desirable()], sheets_of("C01", d=(3, None))) == ()
    assert [one.points for one in discuss([desirable()], sheets_of("C01", d=(3, None, 1)))] == [(1, 3)]


def test_list_begins_with_what_could_change_who_is_above_the_line() -> None:
    """C01 hangs on one essential; C02 fails another whatever is agreed; C03 meets all of them."""
    criteria = [essential("e1"), essential("e2"), desirable("d", 5)]
    sheets = [
        *sheets_of("C03", e1=(3, 3), e2=(1, 1), d=(0, 3)),
        *sheets_of("C02", e1=(0, 0), e2=(0, 1), d=(0, 3)),
        *sheets_of("C01", e1=(0, 1), e2=(1, 1), d=(1, 1)),
    ]

    assert [(one.application, one.criterion, one.consequence) for one in discuss(criteria, sheets)] == [
        ("C01", "e1", Consequence.DECIDES_THE_GATE),
        ("C02", "e2", Consequence.DIVIDED_ON_AN_ESSENTIAL),
        ("C03", "d", Consequence.MOVES_THE_TOTAL),
        ("C02", "d", Consequence.CHANGES_NOTHING_NOW),
    ]


def test_larger_swing_comes_first_among_equals() -> None:
    criteria = [desirable("light", 1), desirable("heavy", 3), desirable("wide", 2)]

    found = discuss(criteria, sheets_of("C01", light=(1, 3), heavy=(1, 3), wide=(0, 3)))

    assert [(one.criterion, one.spread, one.swing) for one in found] == [
        ("heavy", 2, 6),
        ("wide", 3, 6),
        ("light", 2, 2),
    ]


@pytest.mark.parametrize(
    ("criteria", "points", "threshold", "reason"),
    [
        (
            [desirable("c")],
            (1, 3),
            1,
            "Points from 1 to 3, 2 points apart. What you agree can change the total and the rank.",
        ),
        (
            [essential("c")],
            (0, 1, 3),
            1,
            f"{DIVIDED} What you agree decides whether the essentials are met.",
        ),
        (
            [essential("c")],
            (0, 2),
            3,
            f"{APART} An essential is not met, so this changes the total but not the rank.",
        ),
    ],
)
def test_reason_says_what_differs_and_what_may_come_of_it(
    criteria: list[Criterion], points: tuple[int, ...], threshold: int, reason: str
) -> None:
    assert [one.reason for one in discuss(criteria, sheets_of("C01", c=points), threshold=threshold)] == [
        reason
    ]


@given(
    st.lists(st.tuples(st.sampled_from(Requirement), st.integers(1, 3)), min_size=1, max_size=4),
    st.data(),
)
def test_everything_divided_is_listed_once_and_nothing_else(
    rows: list[tuple[Requirement, int]], data: st.DataObject
) -> None:
    criteria = [Criterion(f"c{n}", kind, weight, frozenset("A")) for n, (kind, weight) in enumerate(rows)]
    points = st.lists(st.none() | st.integers(0, 3), min_size=3, max_size=3).map(tuple)
    given_points = {name: {c.id: data.draw(points) for c in criteria} for name in ("C01", "C02")}
    sheets = [
        sheet for name, per_criterion in given_points.items() for sheet in sheets_of(name, **per_criterion)
    ]

    found = discuss(criteria, sheets)

    expected = set()
    for name, per_criterion in given_points.items():
        for criterion in criteria:
            known = [given for given in per_criterion[criterion.id] if given is not None]
            split = criterion.is_essential and 0 in known and any(known)
            if known and (split or max(known) - min(known) >= WIDE_SPREAD):
                expected.add((name, criterion.id))
    assert {(one.application, one.criterion) for one in found} == expected
    assert len(found) == len(expected)
    assert [one.consequence for one in found] == sorted(one.consequence for one in found)
