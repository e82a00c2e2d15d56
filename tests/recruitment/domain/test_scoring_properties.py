"""What always holds of scores, gates and ranks, whatever the stage."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from recruitment.domain.scoring import (
    MOST_ASSESSORS,
    UNIT_BASE,
    ApplicationResult,
    Criterion,
    Key,
    Requirement,
    Scale,
    Sheet,
    rank,
    score_stage,
)

SCALE = Scale(0, 3)
THRESHOLD = 1

criteria_lists = st.lists(
    st.tuples(st.sampled_from(Requirement), st.integers(0, 5)), min_size=1, max_size=6
).map(
    lambda rows: [Criterion(f"c{n}", kind, weight, frozenset("A")) for n, (kind, weight) in enumerate(rows)]
)
points = st.integers(0, 3)


@st.composite
def stages(
    draw: st.DrawFn, given: st.SearchStrategy[int | None] = points
) -> tuple[list[Criterion], list[Sheet]]:
    """A stage of up to four applications, each scored by its own number of people."""
    criteria = draw(criteria_lists)
    sheets = [
        Sheet(
            f"A{assessor}",
            f"C{application}",
            draw(st.booleans()) if assessor else True,
            {criterion.id: draw(given) for criterion in criteria},
        )
        for application in range(draw(st.integers(1, 4)))
        for assessor in range(draw(st.integers(1, 4)))
    ]
    return criteria, sheets


def results_of(stage: tuple[list[Criterion], list[Sheet]]) -> dict[Key, ApplicationResult]:
    criteria, sheets = stage
    return score_stage(criteria, SCALE, THRESHOLD, sheets, {})


@given(stages(), st.data())
def test_unscored_criterion_only_ever_makes_it_incomplete(
    stage: tuple[list[Criterion], list[Sheet]], data: st.DataObject
) -> None:
    criteria, sheets = stage
    before = results_of(stage)
    emptied = data.draw(st.sampled_from([one for one in sheets if one.submitted]))
    left_out = data.draw(st.sampled_from(criteria)).id

    after = results_of(
        (criteria, [replace(s, scores={**s.scores, left_out: None}) if s is emptied else s for s in sheets])
    )

    assert not after[emptied.application].complete
    assert after[emptied.application].total is None
    assert {key: r for key, r in after.items() if key != emptied.application} == {
        key: r for key, r in before.items() if key != emptied.application
    }


@given(stages(st.none() | points), st.integers(2, 50))
def test_weights_on_another_scale_change_no_percent_and_no_rank(
    stage: tuple[list[Criterion], list[Sheet]], factor: int
) -> None:
    criteria, sheets = stage
    before = results_of(stage)
    after = results_of(([replace(c, weight=c.weight * factor) for c in criteria], sheets))

    assert {k: (r.complete, r.gate, r.total, r.essential, r.desirable) for k, r in after.items()} == {
        k: (r.complete, r.gate, r.total, r.essential, r.desirable) for k, r in before.items()
    }
    assert rank(after) == rank(before)


@given(stages(st.none() | points), st.randoms(use_true_random=False))
def test_order_of_sheets_is_irrelevant(stage: tuple[list[Criterion], list[Sheet]], random: object) -> None:
    criteria, sheets = stage
    shuffled = sheets[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert results_of((criteria, shuffled)) == results_of(stage)
    assert rank(results_of((criteria, shuffled))) == rank(results_of(stage))


@given(stages(st.none() | points))
def test_sheets_that_are_not_submitted_count_for_nothing(stage: tuple[list[Criterion], list[Sheet]]) -> None:
    criteria, sheets = stage

    assert results_of((criteria, [one for one in sheets if one.submitted])) == results_of(stage)


@given(stages())
def test_units_equal_fractions_taken_the_long_way(stage: tuple[list[Criterion], list[Sheet]]) -> None:
    criteria, sheets = stage

    for key, result in results_of(stage).items():
        given_points = [one.scores for one in sheets if one.application == key and one.submitted]
        mean = {c.id: Fraction(sum(s[c.id] or 0 for s in given_points), len(given_points)) for c in criteria}
        counted = sum((c.weight * mean[c.id] for c in criteria), Fraction())
        essentials = sum((c.weight * mean[c.id] for c in criteria if c.is_essential), Fraction())
        assert (result.total_units, result.essential_units) == (UNIT_BASE * counted, UNIT_BASE * essentials)
        weights = sum(c.weight for c in criteria)
        assert result.total_units_max == UNIT_BASE * weights * 3
        if result.complete and weights:
            assert result.total == counted / (weights * 3)


@given(stages())
def test_ranks_equal_the_count_of_those_who_did_better(stage: tuple[list[Criterion], list[Sheet]]) -> None:
    results = results_of(stage)
    marks = {k: (r.total, r.essential or Fraction()) for k, r in results.items() if r.is_ranked}

    assert rank(results) == {
        key: 1 + sum(other > mark for other in marks.values())  # type: ignore[operator]
        for key, mark in marks.items()
    }


@given(stages(), st.data())
def test_more_points_for_a_desirable_never_open_a_closed_gate(
    stage: tuple[list[Criterion], list[Sheet]], data: st.DataObject
) -> None:
    criteria, sheets = stage
    wishes = [c.id for c in criteria if not c.is_essential]
    assume(wishes)
    raised = [replace(s, scores={**s.scores, **dict.fromkeys(wishes, 3)}) for s in sheets]

    before, after = results_of(stage), results_of((criteria, raised))

    assert {k: (r.gate, r.failing, r.undecided) for k, r in after.items()} == {
        k: (r.gate, r.failing, r.undecided) for k, r in before.items()
    }
    assert set(rank(after)) == set(rank(before))


def test_unit_base_holds_the_mean_of_every_panel_size() -> None:
    assert UNIT_BASE == 720_720
    assert [n for n in range(1, MOST_ASSESSORS + 1) if UNIT_BASE % n] == []
