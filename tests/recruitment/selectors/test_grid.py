"""The grid as every page and file reads it: columns, cells, order."""

import pytest

from recruitment.domain import scoring
from recruitment.models import Stage
from recruitment.selectors.grid import get_grid
from recruitment.selectors.ranking import list_ranked
from recruitment.selectors.stages import get_frame
from tests.factories.scoring import alike, list_criteria, scored_stage

pytestmark = pytest.mark.django_db

SECTIONED = (
    ("Experience with primary-aged children", "essential", "A", 3),
    ("ELSA training", "desirable", "A", 1),
    ("Knowledge of safeguarding", "essential", "A", 2),
    ("Calm under pressure", "essential", "I", 2),
)


def sectioned_stage() -> Stage:
    stage, _ = scored_stage([[[2, 0, 3], [3, 1, 3]], alike(3, 3, 1), alike(1, 2, 2)], criteria=SECTIONED)
    first, second, third, fourth = stage.vacancy.criteria.order_by("position")
    for criterion, section in (
        (first, "Experience"),
        (second, "Training"),
        (third, "Training"),
        (fourth, "Self"),
    ):
        criterion.section = section
        criterion.save()
    return stage


def test_grid_stands_essentials_before_desirables_under_their_headings() -> None:
    grid = get_grid(sectioned_stage())

    assert [column.criterion.text for column in grid.columns] == [
        "Experience with primary-aged children",
        "Knowledge of safeguarding",
        "ELSA training",
    ]
    assert grid.groups == (("Experience", 1), ("Training", 1), ("Training", 1))
    assert [row.text for row in grid.frame.not_assessable] == ["Calm under pressure"]


def test_grid_cells_stand_under_their_columns() -> None:
    grid = get_grid(sectioned_stage())

    base = scoring.UNIT_BASE
    assert [[cell.units for cell in row.cells] for row in grid.rows] == [
        [5 * base // 2, 3 * base, base // 2],
        [3 * base, base, 3 * base],
        [base, 2 * base, 2 * base],
    ]


def test_grid_without_desirables_leaves_the_totals_alone() -> None:
    stage = sectioned_stage()

    grid = get_grid(stage, desirables=False)

    assert [len(row.cells) for row in grid.rows] == [2, 2, 2]
    assert [row.standing.total_percent for row in grid.rows] == [
        row.standing.total_percent for row in get_grid(stage).rows
    ]


@pytest.mark.parametrize(
    ("sort", "codes"),
    [
        ("rank", ["C01", "C02", "C03"]),
        ("code", ["C01", "C02", "C03"]),
        ("essentials", ["C01", "C02", "C03"]),
        ("ELSA training", ["C02", "C03", "C01"]),
        ("Knowledge of safeguarding", ["C01", "C03", "C02"]),
        ("nonsense", ["C01", "C02", "C03"]),
    ],
)
def test_grid_sorts_by_a_column_and_keeps_the_ranks(sort: str, codes: list[str]) -> None:
    stage = sectioned_stage()
    keys = {row.text: str(row.pk) for row in get_frame(stage).rows}

    grid = get_grid(stage, sort=keys.get(sort, sort))

    assert [row.standing.code for row in grid.rows] == codes
    assert {row.standing.code: row.standing.rank for row in grid.rows} == {"C01": 1, "C02": 2, "C03": 3}


def test_grid_sorts_who_is_not_scored_last() -> None:
    stage, _ = scored_stage([[[None, 2, 2], [1, 2, 2]], alike(0, 1, 1), alike(3, 1, 1)])

    grid = get_grid(stage, sort=str(list_criteria(stage)[0].pk))

    assert [row.standing.code for row in grid.rows] == ["C03", "C02", "C01"]


@pytest.mark.parametrize("candidates", [1, 3])
def test_lists_cost_the_same_queries_however_many_rows(candidates: int, django_assert_num_queries) -> None:
    stage, _ = scored_stage([alike(2, 2, 2)] * candidates)

    with django_assert_num_queries(6):
        list_ranked(stage)
    with django_assert_num_queries(6):
        get_grid(stage)
