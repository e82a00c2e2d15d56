from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.application_form import HistoryData
from recruitment.domain.history import Gap
from recruitment.domain.history_line import WIDTH, draw_history, gap_dates, gap_days

UNTIL = date(2026, 11, 2)


def job(started: str, ended: str = "", title: str = "Teaching assistant") -> HistoryData:
    return HistoryData("employment", started, ended, "Elm Grove School", title)


def test_draw_history_lists_entries_and_gaps_in_order_of_time() -> None:
    line = draw_history(
        [job("2022-09-01"), job("2019-09-01", "2021-08-31", "Midday supervisor")],
        education_ended="2019-08-31",
        until=UNTIL,
    )

    assert [(item.kind, item.dates, item.title, item.place) for item in line.items] == [
        ("employment", "01/09/2019 to 31/08/2021", "Midday supervisor", "Elm Grove School"),
        ("gap", "01/09/2021 to 31/08/2022", "Gap of about 1 year", ""),
        ("employment", "01/09/2022 to now", "Teaching assistant", "Elm Grove School"),
    ]
    assert len(line.gaps) == 1


def test_draw_history_tells_possible_gaps_apart() -> None:
    line = draw_history([job("2019-09", "2021-08"), job("2021-09")], education_ended="", until=UNTIL)

    assert line.gaps == ()
    assert [gap.days_most for gap in line.possible_gaps] == [59]
    assert [item.kind for item in line.items] == ["employment", "employment"]


def test_draw_history_puts_what_overlaps_on_another_lane() -> None:
    line = draw_history(
        [job("2019-01-01", "2021-12-31"), job("2020-01-01", "2020-12-31"), job("2022-01-01")],
        education_ended="",
        until=UNTIL,
    )

    assert [bar.lane for bar in line.bars] == [0, 1, 0]
    assert line.lanes == 2


def test_draw_history_of_nothing() -> None:
    line = draw_history([], education_ended="", until=UNTIL)

    assert (line.bars, line.items, line.gaps, line.lanes) == ((), (), (), 1)


def test_draw_history_of_nothing_since_education_is_one_gap() -> None:
    line = draw_history([], education_ended="2026-07-31", until=UNTIL)

    assert [(bar.kind, bar.x, bar.width) for bar in line.bars] == [("gap", 0, WIDTH)]


def test_draw_history_marks_a_few_years_of_a_long_life() -> None:
    line = draw_history([job("1975-09-01")], education_ended="", until=UNTIL)

    years = [tick.year for tick in line.ticks]
    assert years == list(range(1976, 2027, 5))
    assert [tick.is_minor for tick in line.ticks[:4]] == [False, True, True, False]


def test_the_heading_of_an_entry_without_a_title_is_its_place() -> None:
    line = draw_history([job("2020-01-01", title="")], education_ended="", until=UNTIL)

    assert [(item.title, item.place) for item in line.items] == [("Elm Grove School", "")]


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [
        (31, 31, "31 days"),
        (30, 90, "30 to 90 days"),
        (100, 100, "100 days"),
        (101, 101, "about 3 months"),
        (365, 365, "about 1 year"),
        (396, 455, "about 1 year and 2 months"),
        (730, 731, "about 2 years"),
    ],
)
def test_gap_days(least: int, most: int, expected: str) -> None:
    gap = Gap(date(2020, 1, 1), date(2020, 2, 1), least, most, certain=True)

    assert gap_days(gap) == expected


@pytest.mark.parametrize(
    ("least", "expected"), [(62, "01/07/2018 to 31/08/2018"), (30, "07/2018 to 08/2018")]
)
def test_gap_dates_are_as_exact_as_they_are_known(least: int, expected: str) -> None:
    gap = Gap(date(2018, 7, 1), date(2018, 8, 31), least, 62, certain=True)

    assert gap_dates(gap) == expected


@given(
    st.lists(
        st.tuples(st.dates(date(1980, 1, 1), UNTIL), st.integers(0, 4000), st.booleans()).map(
            lambda made: job(
                made[0].isoformat(),
                "" if made[2] else date.fromordinal(made[0].toordinal() + made[1]).isoformat(),
            )
        ),
        max_size=8,
    )
)
def test_every_bar_lies_on_the_line_and_lanes_do_not_overlap(history: list[HistoryData]) -> None:
    line = draw_history(history, education_ended="", until=UNTIL)

    entries = [bar for bar in line.bars if bar.kind != "gap"]
    assert len(entries) == len(history)
    assert all(0 <= bar.x <= WIDTH and 0 < bar.width <= WIDTH for bar in line.bars)
    for lane in range(line.lanes):
        in_lane = sorted((bar.x, bar.width) for bar in entries if bar.lane == lane)
        assert all(x + width <= after + 2 for (x, width), (after, _) in pairwise(in_lane))
