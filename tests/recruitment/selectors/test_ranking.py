"""Ranking by the database is the ranking of the pure rule; a page of it is a page of that."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.domain.errors import NotAllowed
from core.domain.permissions import Role
from recruitment.domain import scoring
from recruitment.models import Application, StageResult
from recruitment.selectors.grid import get_grid
from recruitment.selectors.ranking import Show, list_ranked, percent_of, rank_stage
from recruitment.selectors.stages import get_frame
from recruitment.services.moderation import agree_points
from tests.factories import make_actor, make_stage, make_vacancy
from tests.factories.people import NOW
from tests.factories.scoring import THREE_CRITERIA, alike, list_criteria, scored_stage

pytestmark = pytest.mark.django_db

type Rows = list[list[list[int | None] | None]]


# By the database and by the rule

POINTS = st.one_of(st.integers(0, 3), st.integers(1, 3), st.integers(2, 3), st.none())
SHEET = st.one_of(st.none(), *[st.lists(POINTS, min_size=3, max_size=3)] * 6)


@st.composite
def panels(draw: st.DrawFn) -> tuple[Rows, dict[int, dict[int, int]]]:
    """Up to seven candidates, two to four members of whom at least two score the first, a few agreements."""
    members = draw(st.integers(2, 4))
    rows = draw(st.lists(st.lists(SHEET, min_size=members, max_size=members), min_size=1, max_size=7))
    rows[0] = [points or [2, 1, 3] for points in rows[0]]
    agreed = draw(
        st.dictionaries(
            st.integers(0, len(rows) - 1),
            st.dictionaries(st.integers(0, 2), st.integers(0, 3), max_size=2),
            max_size=3,
        )
    )
    return rows, agreed


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(panels())
def test_ranking_by_the_database_is_the_ranking_of_the_rule(
    case: tuple[Rows, dict[int, dict[int, int]]],
) -> None:
    rows, agreed = case
    stage, applications = scored_stage(rows)
    criteria = list_criteria(stage)
    chair = make_actor(Role.HEADTEACHER, school=stage.vacancy.school)
    for candidate, cells in agreed.items():
        for place, points in cells.items():
            agree_points(
                stage_id=stage.pk,
                application_id=applications[candidate].pk,
                criterion_id=criteria[place].pk,
                points=points,
                reason="Settled in the meeting",
                by=chair,
                now=NOW,
            )

    frame = get_frame(stage)
    rule = scoring.score_stage(
        frame.criteria,
        frame.scale,
        frame.threshold,
        [
            scoring.Sheet(
                member,
                application.pk,
                submitted=True,
                scores=dict(zip([c.pk for c in criteria], points, strict=True)),
            )
            for application, row in zip(applications, rows, strict=True)
            for member, points in enumerate(row)
            if points is not None
        ],
        {
            applications[candidate].pk: {criteria[place].pk: points for place, points in cells.items()}
            for candidate, cells in agreed.items()
        },
    )
    ranks = scoring.rank(rule)

    assert rank_stage(stage) == ranks
    found = {row.application_id: row for row in list_ranked(stage).rows}
    assert {pk: row.rank for pk, row in found.items()} == {a.pk: ranks.get(a.pk) for a in applications}
    assert {pk: row.total_percent for pk, row in found.items()} == {
        a.pk: scoring.percent_one_decimal(rule[a.pk].total) if a.pk in rule else None for a in applications
    }
    assert [row.standing.rank for row in get_grid(stage).rows] == [
        row.rank for row in list_ranked(stage).rows
    ]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_missing_score_never_counts_as_nought(place: int) -> None:
    points: list[int | None] = [2, 2, 2]
    points[place] = None
    stage, (application,) = scored_stage([[points, [2, 2, 2]]])

    row = list_ranked(stage).rows[0]

    assert (row.is_complete, row.rank, row.total_percent) == (False, None, None)
    assert StageResult.objects.get(application=application).cells[place][0] is None


def test_weighted_points_are_added_exactly() -> None:
    """Weights 3, 2, 1 and scores 2, 3, 1 of 3: (6 + 6 + 1) / 18."""
    stage, _ = scored_stage([alike(2, 3, 1)])

    assert list_ranked(stage).rows[0].total_percent == 72.2


def test_what_the_stage_does_not_assess_is_in_neither_part_of_the_total() -> None:
    criteria = (*THREE_CRITERIA, ("Calm under pressure", "essential", "I", 5))
    stage, _ = scored_stage([alike(2, 3, 1)], criteria=criteria)

    ranking = list_ranked(stage)

    assert ranking.rows[0].total_percent == 72.2
    assert [row.text for row in ranking.frame.not_assessable] == ["Calm under pressure"]


# What a list shows


def test_list_ranked_shares_ranks_and_skips_the_next() -> None:
    stage, _ = scored_stage([alike(2, 2, 2), alike(3, 3, 3), alike(2, 2, 2), alike(1, 2, 2)])

    rows = list_ranked(stage).rows

    assert [(row.code, row.rank, row.total_percent) for row in rows] == [
        ("C02", 1, 100.0),
        ("C01", 2, 66.7),
        ("C03", 2, 66.7),
        ("C04", 4, 50.0),
    ]


def test_equal_totals_are_broken_by_the_essentials() -> None:
    # (3*1 + 2*2 + 1*3) and (3*2 + 2*2 + 1*0) are both 10
    stage, _ = scored_stage([alike(1, 2, 3), alike(2, 2, 0)])

    rows = list_ranked(stage).rows

    assert [(row.code, row.rank, row.essential_percent) for row in rows] == [
        ("C02", 1, 66.7),
        ("C01", 2, 46.7),
    ]


def test_who_is_not_ranked_comes_last_and_why() -> None:
    stage, _ = scored_stage(
        [[[1, 1, None], [1, 1, 1]], alike(0, 3, 3), alike(1, 1, 1), [[0, 1, 1], [1, 1, 1]]]
    )

    rows = list_ranked(stage).rows

    assert [(row.code, row.rank, row.is_complete, row.gate) for row in rows] == [
        ("C03", 1, True, "met"),
        ("C02", None, True, "not_met"),
        ("C01", None, False, "met"),
        ("C04", None, False, "open"),
    ]
    assert [row.total_percent for row in rows] == [33.3, 50.0, None, None]


def test_the_line_lies_at_the_number_to_interview() -> None:
    stage, _ = scored_stage(
        [alike(3, 3, 3), alike(2, 2, 2), alike(1, 1, 1), alike(0, 3, 3)], shortlist_size=2
    )

    ranking = list_ranked(stage)

    assert [row.is_above_line for row in ranking.rows] == [True, True, False, False]
    assert ranking.summary.above_line == 2


def test_those_who_tie_at_the_line_are_all_above_it() -> None:
    stage, _ = scored_stage([alike(3, 3, 3), alike(2, 2, 2), alike(2, 2, 2)], shortlist_size=2)

    assert list_ranked(stage).summary.above_line == 3


@pytest.mark.parametrize(("size", "above"), [(0, 0), (1, 1), (3, 3), (4, 3)])
def test_the_line_with_more_or_fewer_places_than_candidates(size: int, above: int) -> None:
    stage, _ = scored_stage([alike(3, 3, 3), alike(2, 2, 2), alike(1, 1, 1)], shortlist_size=size)

    ranking = list_ranked(stage)

    assert ranking.summary.above_line == above
    assert sum(row.is_above_line for row in ranking.rows) == above


@pytest.mark.parametrize(("percent", "above"), [(0, 3), (33, 3), (34, 2), (66, 2), (67, 1), (100, 1)])
def test_a_line_by_percent_counts_who_reaches_it_exactly(percent: int, above: int) -> None:
    # 100 %, 66.66… % and 33.33… %: the line is compared exactly, never with the rounded percent
    stage, _ = scored_stage([alike(3, 3, 3), alike(2, 2, 2), alike(1, 1, 1)])

    assert list_ranked(stage, line_percent=percent).summary.above_line == above


def test_withdrawn_candidates_leave_the_ranking_and_are_counted() -> None:
    stage, (first, *_) = scored_stage([alike(3, 3, 3), alike(2, 2, 2), alike(1, 1, 1)])
    Application.objects.filter(pk=first.pk).update(status="withdrawn")

    ranking = list_ranked(stage)

    assert [(row.code, row.rank) for row in ranking.rows] == [("C02", 1), ("C03", 2)]
    assert (ranking.summary.candidates, ranking.summary.withdrawn) == (2, 1)


def test_pages_continue_the_ranks() -> None:
    stage, _ = scored_stage([alike(3, 3, 3), alike(2, 2, 2), alike(2, 2, 2), alike(1, 1, 1), alike(0, 1, 1)])

    pages = [list_ranked(stage, page=number, page_size=2) for number in (1, 2, 3, 4)]

    assert [[row.rank for row in page.rows] for page in pages] == [[1, 2], [2, 4], [None], [None]]
    assert {page.count for page in pages} == {5}


@pytest.mark.parametrize(
    ("show", "codes"),
    [
        (Show.ALL, ["C01", "C04", "C02", "C03"]),
        (Show.MET, ["C01", "C04"]),
        (Show.NOT_MET, ["C02"]),
        (Show.INCOMPLETE, ["C03"]),
        (Show.TO_DISCUSS, ["C04", "C03"]),
    ],
)
def test_narrowing_keeps_the_ranks_of_the_whole_stage(show: Show, codes: list[str]) -> None:
    stage, _ = scored_stage([alike(3, 3, 3), alike(0, 3, 3), [[0, 1, 1], [1, 1, 1]], [[1, 1, 1], [3, 1, 1]]])

    ranking = list_ranked(stage, show=show)

    assert [row.code for row in ranking.rows] == codes
    assert {row.code: row.rank for row in ranking.rows}.items() <= {
        "C01": 1,
        "C04": 2,
        "C02": None,
        "C03": None,
    }.items()
    assert ranking.count == len(codes)


def test_names_are_not_even_asked_for_unless_wanted(django_assert_num_queries) -> None:
    stage, _ = scored_stage([alike(2, 2, 2)])

    with django_assert_num_queries(6) as asked:
        rows = list_ranked(stage).rows

    assert rows[0].name is None
    assert [query for query in asked.captured_queries if "family_name" in query["sql"]] == []


def test_names_where_they_are_wanted() -> None:
    stage, (application,) = scored_stage([alike(2, 2, 2)])

    assert list_ranked(stage, names=True).rows[0].name == application.person.full_name


@pytest.mark.parametrize("status", ["preparing", "scoring"])
def test_nothing_is_ranked_while_scores_are_sealed(status: str) -> None:
    stage = make_stage(make_vacancy(), status=status)

    with pytest.raises(NotAllowed):
        list_ranked(stage)
    with pytest.raises(NotAllowed):
        get_grid(stage)


@given(st.integers(0, 10**12), st.integers(1, 10**12))
def test_percent_of_rounds_as_the_rule_does(units: int, units_max: int) -> None:
    units = min(units, units_max)

    assert percent_of(units, units_max) == scoring.percent_one_decimal(Fraction(units, units_max))


@pytest.mark.parametrize(("units", "units_max"), [(None, 5), (0, 0), (None, 0)])
def test_percent_of_nothing_is_none(units: int | None, units_max: int) -> None:
    assert percent_of(units, units_max) is None
