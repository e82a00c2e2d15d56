"""Points, the gate, totals and ranks: the contract's cases, their neighbours, and what always holds."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from recruitment.domain.scoring import (
    EVIDENCE_LETTERS,
    UNIT_BASE,
    ApplicationResult,
    Criterion,
    Gate,
    Key,
    Requirement,
    Scale,
    Sheet,
    Stage,
    percent_one_decimal,
    rank,
    score_application,
    score_stage,
    split_by_stage,
)

SCALE = Scale(0, 3)
THRESHOLD = 1


def essential(name: str = "e", weight: int = 1) -> Criterion:
    return Criterion(name, Requirement.ESSENTIAL, weight, frozenset("A"))


def desirable(name: str = "d", weight: int = 1) -> Criterion:
    return Criterion(name, Requirement.DESIRABLE, weight, frozenset("A"))


def sheet(
    assessor: str = "Okafor", application: str = "C01", *, submitted: bool = True, **scores: int | None
) -> Sheet:
    return Sheet(assessor, application, submitted, scores)


def score(
    criteria: list[Criterion],
    *sheets: Sheet,
    agreed: Mapping[Key, int | None] | None = None,
    threshold: int = THRESHOLD,
    scale: Scale = SCALE,
) -> ApplicationResult:
    return score_application(criteria, scale, threshold, sheets, agreed or {})


def percents(result: ApplicationResult) -> tuple[float | None, float | None, float | None]:
    return (
        percent_one_decimal(result.essential),
        percent_one_decimal(result.desirable),
        percent_one_decimal(result.total),
    )


# --- what a stage can assess


@pytest.mark.parametrize(
    ("stage", "letters"),
    [
        (Stage.APPLICATION, "A"),
        (Stage.INTERVIEW, "I"),
        (Stage.REFERENCE, "R"),
        (Stage.CERTIFICATE, "C"),
        (Stage.TASK, "TPO"),
    ],
)
def test_stage_assesses_the_criteria_with_its_letters(stage: Stage, letters: str) -> None:
    criteria = [
        Criterion(letter, Requirement.ESSENTIAL, 1, frozenset(letter)) for letter in sorted(EVIDENCE_LETTERS)
    ]

    applicable, not_assessable = split_by_stage(criteria, stage)

    assert {criterion.id for criterion in applicable} == set(letters)
    assert {criterion.id for criterion in not_assessable} == EVIDENCE_LETTERS - set(letters)


def test_criterion_without_evidence_can_be_assessed_at_no_stage() -> None:
    bare = replace(essential(), evidence=frozenset())

    assert [split_by_stage([bare], stage) for stage in Stage] == [((), (bare,))] * len(Stage)


def test_criterion_of_another_stage_changes_neither_numerator_nor_denominator() -> None:
    interview_only = Criterion("i", Requirement.ESSENTIAL, 5, frozenset("I"))
    criteria, left_out = split_by_stage([essential(), interview_only], Stage.APPLICATION)

    result = score_application(criteria, SCALE, THRESHOLD, [sheet(e=2)], {})

    assert left_out == (interview_only,)
    assert (result.complete, result.total) == (True, Fraction(2, 3))


# --- totals


def test_total_weighs_points_against_the_most_there_could_be() -> None:
    criteria = [essential("a", 3), essential("b", 2), essential("c", 1)]

    result = score(criteria, sheet(a=2, b=3, c=1))

    assert result.total == Fraction(13, 18)
    assert percents(result) == (72.2, None, 72.2)


@pytest.mark.parametrize(("c", "expected"), [(0, 66.7), (1, 72.2), (2, 77.8)])
def test_total_moves_with_one_point(c: int, expected: float) -> None:
    criteria = [desirable("a", 3), desirable("b", 2), desirable("c", 1)]

    assert percents(score(criteria, sheet(a=2, b=3, c=c)))[2] == expected


def test_essentials_and_desirables_have_percents_of_their_own() -> None:
    assert percents(score([essential(weight=2), desirable()], sheet(e=2, d=1))) == (66.7, 33.3, 55.6)


@pytest.mark.parametrize(("sheets", "base"), [(1, UNIT_BASE), (16, UNIT_BASE), (17, UNIT_BASE * 17)])
def test_units_keep_one_base_up_to_sixteen_sheets(sheets: int, base: int) -> None:
    result = score([essential()], *(sheet(f"A{n}", e=2) for n in range(sheets)))

    assert (result.total_units, result.total_units_max) == (2 * base, 3 * base)


def test_points_are_the_mean_of_the_submitted_sheets() -> None:
    result = score(
        [essential()], sheet("Okafor", e=1), sheet("Lindqvist", e=3), sheet("Pryce", submitted=False, e=0)
    )

    assert (result.submitted_sheets, result.total) == (2, Fraction(2, 3))


def test_agreed_points_stand_in_place_of_the_mean() -> None:
    result = score([essential()], sheet("Okafor", e=1), sheet("Lindqvist", e=3), agreed={"e": 3})

    assert result.total == Fraction(1)


def test_percent_with_no_criterion_of_its_kind_is_unknown() -> None:
    assert percents(score([essential()], sheet(e=3))) == (100.0, None, 100.0)
    assert percents(score([desirable()], sheet(d=3))) == (None, 100.0, 100.0)


def test_total_of_nothing_to_assess_is_unknown_and_not_ranked() -> None:
    result = score([], sheet())

    assert (result.complete, result.gate, percents(result)) == (True, Gate.MET, (None, None, None))
    assert rank({"C01": result}) == {}


def test_weight_of_nothing_gates_but_does_not_count() -> None:
    criteria = [essential("e", 0), desirable("d", 1)]

    assert percents(score(criteria, sheet(e=1, d=3))) == (None, 100.0, 100.0)
    assert score(criteria, sheet(e=0, d=3)).gate == Gate.NOT_MET


def test_scale_that_begins_above_zero_is_measured_against_its_highest() -> None:
    assert percents(score([essential()], sheet(e=1), scale=Scale(1, 7), threshold=4)) == (14.3, None, 14.3)


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (None, None),
        (Fraction(0), 0.0),
        (Fraction(1), 100.0),
        (Fraction(13, 18), 72.2),
        (Fraction(1, 2000), 0.1),
        (Fraction(9, 20000), 0.0),
        (Fraction(1445, 2000), 72.3),
        (Fraction(14449, 20000), 72.2),
        (Fraction(3, 2000), 0.2),
        (Fraction(-1, 2000), -0.1),
        (Fraction(1, 3), 33.3),
        (Fraction(2, 3), 66.7),
    ],
)
def test_percent_is_rounded_half_away_from_zero(share: Fraction | None, expected: float | None) -> None:
    assert percent_one_decimal(share) == expected


# --- complete


def test_score_left_out_is_not_zero() -> None:
    unscored, failed = score([essential()], sheet(e=None)), score([essential()], sheet(e=0))

    assert (unscored.complete, unscored.gate, unscored.failing) == (False, Gate.OPEN, ())
    assert (unscored.unscored, unscored.undecided) == (("e",), ("e",))
    assert (failed.complete, failed.gate, failed.failing) == (True, Gate.NOT_MET, ("e",))


def test_score_missing_from_the_sheet_is_a_score_left_out() -> None:
    assert score([essential()], sheet()) == score([essential()], sheet(e=None))


def test_score_left_out_by_one_of_two_keeps_it_incomplete() -> None:
    result = score([desirable()], sheet("Okafor", d=2), sheet("Lindqvist", d=None))

    assert (result.complete, result.unscored, percents(result)) == (False, ("d",), (None, None, None))


def test_score_left_out_but_agreed_completes_it() -> None:
    result = score([essential()], sheet("Okafor", e=2), sheet("Lindqvist", e=None), agreed={"e": 2})

    assert (result.complete, result.gate, result.total) == (True, Gate.MET, Fraction(2, 3))


def test_agreed_null_is_not_agreed() -> None:
    assert score([essential()], sheet(e=2), agreed={"e": None}) == score([essential()], sheet(e=2))


def test_no_submitted_sheet_is_incomplete_even_when_all_is_agreed() -> None:
    result = score([essential()], sheet(submitted=False, e=3), agreed={"e": 3})

    assert (result.complete, result.submitted_sheets, result.gate) == (False, 0, Gate.MET)


def test_no_sheet_at_all_leaves_the_gate_open() -> None:
    assert score([essential()]).gate == Gate.OPEN


def test_failing_application_with_a_score_left_out_stays_incomplete() -> None:
    result = score([essential("e"), desirable("d")], sheet(e=0, d=None))

    assert (result.gate, result.failing, result.complete, result.total) == (Gate.NOT_MET, ("e",), False, None)


def test_failing_application_scored_throughout_shows_percents_and_no_rank() -> None:
    result = score([essential("e"), desirable("d")], sheet(e=0, d=3))

    assert (result.complete, percents(result)) == (True, (0.0, 100.0, 50.0))
    assert rank({"C01": result}) == {}


# --- the gate


@pytest.mark.parametrize(
    ("points", "gate", "failing", "undecided"),
    [
        ((1,), Gate.MET, (), ()),
        ((0,), Gate.NOT_MET, ("e",), ()),
        ((1, 1), Gate.MET, (), ()),
        ((0, 0), Gate.NOT_MET, ("e",), ()),
        ((0, 1), Gate.OPEN, (), ("e",)),
        ((0, 3, 3), Gate.OPEN, (), ("e",)),
        ((0, None), Gate.OPEN, (), ("e",)),
        ((3, None), Gate.OPEN, (), ("e",)),
        ((), Gate.OPEN, (), ("e",)),
    ],
)
def test_gate_asks_every_assessor(
    points: tuple[int | None, ...], gate: Gate, failing: tuple[str, ...], undecided: tuple[str, ...]
) -> None:
    result = score([essential()], *(sheet(f"Assessor {n}", e=given) for n, given in enumerate(points)))

    assert (result.gate, result.failing, result.undecided) == (gate, failing, undecided)


@pytest.mark.parametrize(("agreed", "gate"), [(0, Gate.NOT_MET), (1, Gate.MET), (2, Gate.MET)])
def test_gate_follows_agreed_points_over_the_sheets(agreed: int, gate: Gate) -> None:
    assert (
        score([essential()], sheet("Okafor", e=0), sheet("Lindqvist", e=3), agreed={"e": agreed}).gate == gate
    )


def test_gate_closes_on_one_certain_failure_whatever_else_is_split() -> None:
    criteria = [essential("e1"), essential("e2"), essential("e3")]

    result = score(criteria, sheet("Okafor", e1=0, e2=0, e3=3), sheet("Lindqvist", e1=0, e2=3, e3=3))

    assert (result.gate, result.failing, result.undecided) == (Gate.NOT_MET, ("e1",), ("e2",))
    assert result.complete


def test_gate_split_and_not_agreed_leaves_it_incomplete() -> None:
    result = score([essential()], sheet("Okafor", e=0), sheet("Lindqvist", e=3))

    assert (result.complete, result.unscored, result.total) == (False, (), None)


def test_gate_is_met_where_no_essential_can_be_assessed() -> None:
    assert score([desirable()], sheet(d=0)).gate == Gate.MET


def test_threshold_compares_points_not_means() -> None:
    result = score([essential()], sheet("Okafor", e=1), sheet("Lindqvist", e=3), threshold=2)

    assert result.gate == Gate.OPEN


# --- ranks


def ranks_of(criteria: list[Criterion], sheets: list[Sheet]) -> dict[Key, int]:
    return rank(score_stage(criteria, SCALE, THRESHOLD, sheets, {}))


def test_rank_is_shared_and_the_next_one_skipped() -> None:
    sheets = [sheet(application="C01", e=2), sheet(application="C02", e=3), sheet(application="C03", e=3)]

    assert ranks_of([essential()], sheets) == {"C01": 3, "C02": 1, "C03": 1}


def test_rank_breaks_equal_totals_by_the_essentials() -> None:
    sheets = [
        sheet(application="C01", e=1, d=3),
        sheet(application="C02", e=3, d=1),
        sheet(application="C03", e=2, d=2),
    ]

    assert ranks_of([essential(), desirable()], sheets) == {"C01": 3, "C02": 1, "C03": 2}


def test_rank_leaves_out_who_is_incomplete_or_fails() -> None:
    sheets = [
        sheet(application="C01", e=3, d=None),
        sheet(application="C02", e=0, d=3),
        sheet(application="C03", e=1, d=0),
    ]

    assert ranks_of([essential(), desirable()], sheets) == {"C03": 1}


def test_rank_of_different_numbers_of_sheets_is_exact() -> None:
    """One third and three ninths are the same total, and 6 of 7 is more than 11 of 13."""
    thirds = [sheet(f"A{n}", "C01", e=1) for n in range(3)]
    sevenths = [sheet(f"A{n}", "C02", e=3 if n else 2) for n in range(7)]
    thirteenths = [sheet(f"A{n}", "C03", e=3 if n else 2) for n in range(13)]
    alone = [sheet("A0", "C04", e=1)]

    assert ranks_of([essential()], thirds + sevenths + thirteenths + alone) == {
        "C01": 3,
        "C02": 2,
        "C03": 1,
        "C04": 3,
    }


def test_rank_beyond_sixteen_assessors_stays_exact() -> None:
    """Seventeen sheets are counted in another base, so these compare as fractions."""
    many = [sheet(f"A{n}", "C01", e=2) for n in range(17)]
    alone = [sheet("A0", "C02", e=2)]
    better = [sheet(f"A{n}", "C03", e=2 if n else 3) for n in range(16)]

    assert ranks_of([essential()], many + alone + better) == {"C01": 2, "C02": 2, "C03": 1}


def test_rank_beyond_sixteen_assessors_breaks_equal_totals_by_the_essentials() -> None:
    many = [sheet(f"A{n}", "C01", e=1, d=3) for n in range(17)]
    others = [
        sheet("A0", "C02", e=3, d=1),
        sheet("A0", "C03", e=3, d=2),
        sheet("A0", "C04", e=1, d=0),
    ]

    assert ranks_of([essential(), desirable()], many + others) == {"C01": 3, "C02": 2, "C03": 1, "C04": 4}


def test_desirable_never_lifts_over_an_essential_not_met() -> None:
    sheets = [sheet(application="C01", e=0, d=3), sheet(application="C02", e=1, d=0)]

    assert ranks_of([essential(), desirable("d", 100)], sheets) == {"C02": 1}


def test_score_stage_lists_who_has_a_sheet_or_agreed_points() -> None:
    results = score_stage(
        [essential()],
        SCALE,
        THRESHOLD,
        [sheet(application="C02", e=3), sheet(application="C01", e=3)],
        {"C03": {"e": 0}},
    )

    assert list(results) == ["C02", "C01", "C03"]
    assert (results["C03"].complete, results["C03"].gate) == (False, Gate.NOT_MET)
