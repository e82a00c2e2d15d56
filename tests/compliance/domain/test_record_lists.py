"""Tabs, groups, samples: what somebody asks of the record."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from compliance.domain.categories import WorkerCategory
from compliance.domain.central_record import COLUMNS, TROUBLE, CellState
from compliance.domain.record_lines import Engaged, Kind, Line, Standing
from compliance.domain.record_lists import (
    GROUPS,
    TAB_LABELS,
    USUAL_GROUPS,
    WITHOUT_OUTCOMES,
    count_tabs,
    in_tab,
    place_of,
)
from compliance.domain.record_parts import list_parts
from compliance.domain.record_sample import pick_sample
from compliance.domain.requirement import RoleFacts
from tests.compliance.domain.test_record_lines import DAY, ENGAGED, line_of


def line(number: int, category: WorkerCategory = WorkerCategory.TEACHER, **fields: object) -> Line:
    engaged: Engaged = replace(ENGAGED, engagement_id=number, category=category, **fields)
    return line_of(engaged)


def test_every_state_is_counted_by_one_figure_and_only_one() -> None:
    counted = [state for group in GROUPS.values() for state in group.states]

    assert sorted(counted) == sorted(CellState)
    assert set(GROUPS) >= USUAL_GROUPS
    assert {state for group in WITHOUT_OUTCOMES for state in group.states} == set(CellState) - {
        CellState.TO_CONSIDER
    }


def test_a_late_check_is_no_trouble_because_nothing_can_be_done() -> None:
    assert set(CellState) - set(TROUBLE) == {
        CellState.COMPLETE,
        CellState.LATE,
        CellState.POLICY,
        CellState.NOT_REQUIRED,
    }


def test_somebody_is_in_the_tab_of_their_standing_or_of_their_kind() -> None:
    here, coming = line(1), line(2, start_date=DAY + timedelta(days=1))
    left = line(3, end_date=DAY - timedelta(days=1))
    lines = [here, coming, left]

    found = {tab: [one.engaged.engagement_id for one in in_tab(lines, tab)] for tab in TAB_LABELS}

    assert {tab: ids for tab, ids in found.items() if ids} == {
        "everybody": [1],
        "teaching": [1],
        "coming": [2],
        "left": [3],
    }
    assert count_tabs([here, coming], left=4) == {
        tab: {"everybody": 1, "teaching": 1, "coming": 1, "left": 4}.get(tab, 0) for tab in TAB_LABELS
    }


def test_parts_come_in_the_order_of_the_tabs_without_leavers() -> None:
    lines = [
        line(1, WorkerCategory.VOLUNTEER_BELOW),
        line(2, start_date=DAY + timedelta(days=1)),
        line(3),
        line(4, end_date=DAY - timedelta(days=1)),
    ]

    parts = list_parts(lines)

    assert [(label, [one.engaged.engagement_id for one in part]) for label, part in parts] == [
        ("Teaching", [3]),
        ("Volunteers", [1]),
        ("Yet to start", [2]),
    ]


@pytest.mark.parametrize(
    ("check", "width", "place"),
    [
        ("identity", 14, 0),
        ("s128", 8, 7),
        ("references", 14, 8),
        ("references", 8, None),
        ("nonsense", 14, None),
    ],
)
def test_a_check_that_is_not_shown_has_no_place(check: str, width: int, place: int | None) -> None:
    assert place_of(check, width) == place
    assert len(COLUMNS) == 14


def school() -> list[Line]:
    teachers = [line(number, start_date=date(2010 + number, 9, 1)) for number in range(1, 13)]
    governors = [line(20 + number, WorkerCategory.TRUSTEE_ACADEMY, start_date=None) for number in range(4)]
    agency = [line(30 + number, WorkerCategory.SUPPLY_AGENCY, start_date=None) for number in range(3)]
    abroad = [line(40 + number, start_date=None, facts=RoleFacts(lived_abroad=True)) for number in range(2)]
    gone = [line(50, end_date=DAY - timedelta(days=1)), line(51, start_date=DAY + timedelta(days=1))]
    return [*teachers, *governors, *agency, *abroad, *gone]


@pytest.mark.parametrize("seed", range(5))
def test_a_sample_holds_those_an_inspector_asks_for_and_nobody_twice(seed: int) -> None:
    picked = pick_sample(school(), seed=seed, at_random=3)

    ids = [one.line.engaged.engagement_id for one in picked]
    whys = [one.why for one in picked]
    assert ids[:5] == [12, 11, 10, 9, 8]
    assert [whys.count(why) for why in dict.fromkeys(whys)] == [5, 2, 2, 1, 3]
    assert [one.line.kind for one in picked[5:9]] == [Kind.GOVERNANCE] * 2 + [Kind.AGENCY] * 2
    assert picked[9].line.engaged.facts.lived_abroad is True
    assert len(set(ids)) == len(ids)
    assert {one.line.standing for one in picked} == {Standing.HERE}


def test_a_seed_picks_the_same_people_again_and_another_seed_others() -> None:
    lines = school()

    def ids(seed: int) -> list[int]:
        return [one.line.engaged.engagement_id for one in pick_sample(lines, seed=seed)]

    assert ids(7) == ids(7)
    assert len({tuple(ids(seed)) for seed in range(10)}) > 1


def test_a_sample_of_a_small_school_is_the_school() -> None:
    assert [one.line.engaged.engagement_id for one in pick_sample([line(1), line(2)], seed=1)] == [1, 2]
    assert pick_sample([], seed=1) == []
