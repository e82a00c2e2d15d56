"""Gaps and overlaps: the boundaries by hand, everything else against every choice of days."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.dates import DayOrMonth
from recruitment.domain.history import Gap, Kind, Occupation, Overlap, find_gaps, find_overlaps

FIRST_DAY = date(2024, 1, 1)


def entry(start: str, end: str | None = None, kind: Kind = Kind.EMPLOYMENT) -> Occupation:
    return Occupation(DayOrMonth.parse(start), DayOrMonth.parse(end) if end else None, kind)


def gaps_of(
    *history: Occupation,
    education_ended: str | None = None,
    until: str = "2026-11-22",
    threshold_days: int = 28,
) -> tuple[Gap, ...]:
    return find_gaps(
        history,
        education_ended=DayOrMonth.parse(education_ended) if education_ended else None,
        until=DayOrMonth.parse(until),
        threshold_days=threshold_days,
    )


def gap(start: str, end: str, least: int, most: int, *, certain: bool) -> Gap:
    return Gap(date.fromisoformat(start), date.fromisoformat(end), least, most, certain)


def overlaps_of(*history: Occupation, until: str = "2026-11-22") -> tuple[Overlap, ...]:
    return find_overlaps(history, until=DayOrMonth.parse(until))


def overlap(start: str, end: str) -> Overlap:
    return Overlap(date.fromisoformat(start), date.fromisoformat(end))


def test_gap_between_one_day_and_the_next_is_none() -> None:
    assert gaps_of(entry("2020-09-01", "2025-08-31"), entry("2025-09-01"), threshold_days=1) == ()


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2025-09-28", ()),
        ("2025-09-29", (gap("2025-09-01", "2025-09-28", 28, 28, certain=True),)),
        ("2025-09-30", (gap("2025-09-01", "2025-09-29", 29, 29, certain=True),)),
    ],
)
def test_gap_of_days_is_listed_from_the_threshold_on(start: str, expected: tuple[Gap, ...]) -> None:
    assert gaps_of(entry("2020-09-01", "2025-08-31"), entry(start)) == expected


@pytest.mark.parametrize(
    ("until", "expected"),
    [("2026-09-27", ()), ("2026-09-28", (gap("2026-09-01", "2026-09-28", 28, 28, certain=True),))],
)
def test_gap_after_the_last_entry_counts_the_last_day(until: str, expected: tuple[Gap, ...]) -> None:
    assert gaps_of(entry("2020-09-01", "2026-08-31"), until=until) == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [("2018-08-11", ()), ("2018-08-12", (gap("2018-07-15", "2018-08-11", 28, 28, certain=True),))],
)
def test_gap_after_education_begins_the_day_after(start: str, expected: tuple[Gap, ...]) -> None:
    assert gaps_of(entry(start), education_ended="2018-07-14") == expected


def test_gap_before_the_first_entry_is_not_sought_when_education_is_not_known() -> None:
    assert gaps_of(entry("2018-09-01")) == ()


def test_gap_before_the_end_of_education_is_not_sought() -> None:
    history = entry("2015-06-01", "2015-08-31"), entry("2018-09-01")

    assert gaps_of(*history, education_ended="2018-08-31") == ()


def test_nothing_recorded_since_education_is_one_gap() -> None:
    assert gaps_of(education_ended="2026-10-22") == (gap("2026-10-23", "2026-11-22", 31, 31, certain=True),)


def test_nothing_recorded_at_all_shows_no_gap() -> None:
    assert gaps_of() == ()


def test_overlapping_entries_are_merged_before_gaps_are_sought() -> None:
    history = (
        entry("2015-09-01", "2020-08-31"),
        entry("2016-01-01", "2017-12-31", Kind.EDUCATION),
        entry("2020-09-01"),
    )

    assert gaps_of(*history, threshold_days=1) == ()
    assert overlaps_of(*history) == (overlap("2016-01-01", "2017-12-31"),)


def test_every_kind_covers_its_time() -> None:
    history = (
        entry("2015-09-01", "2020-08-31"),
        entry("2020-09-01", "2021-08-31", Kind.OTHER),
        entry("2021-09-01"),
    )

    assert gaps_of(*history, threshold_days=1) == ()


def test_month_next_to_month_may_hide_a_gap() -> None:
    history = entry("2020-09", "2025-06"), entry("2025-08")

    assert gaps_of(*history) == (gap("2025-06-02", "2025-08-30", 31, 90, certain=True),)


def test_month_that_may_or_may_not_leave_a_gap_is_uncertain() -> None:
    history = entry("2020-09-01", "2025-06"), entry("2025-07-06")

    assert gaps_of(*history) == (gap("2025-06-02", "2025-07-05", 5, 34, certain=False),)


def test_month_shared_by_two_entries_may_hide_a_short_gap() -> None:
    history = entry("2020-09", "2025-06"), entry("2025-06")

    assert gaps_of(*history) == (gap("2025-06-02", "2025-06-29", 0, 28, certain=False),)
    assert gaps_of(*history, threshold_days=29) == ()


def test_entry_within_one_month_parts_two_gaps() -> None:
    history = entry("2020-01-01", "2024-06-30"), entry("2024-09", "2024-09"), entry("2024-12-01")

    assert gaps_of(*history) == (
        gap("2024-07-01", "2024-09-29", 62, 91, certain=True),
        gap("2024-09-02", "2024-11-30", 61, 90, certain=True),
    )


def test_gap_within_a_longer_one_is_not_listed_again() -> None:
    """The second entry may lie wholly after the twentieth, so the longer gap holds the shorter."""
    history = entry("2020-01-01", "2024-06-30"), entry("2024-09", "2024-09"), entry("2024-09-20")

    assert gaps_of(*history, threshold_days=10) == (gap("2024-07-01", "2024-09-19", 62, 81, certain=True),)


def test_gap_ends_with_a_month_given_as_until() -> None:
    assert gaps_of(entry("2020-01-01", "2026-08-31"), until="2026-09") == (
        gap("2026-09-01", "2026-09-30", 1, 30, certain=False),
    )


def test_entry_of_the_future_covers_nothing_yet() -> None:
    history = entry("2020-01-01", "2026-08-31"), entry("2027-01-04")

    assert gaps_of(*history) == (gap("2026-09-01", "2026-11-22", 83, 83, certain=True),)


def test_current_entry_covers_to_the_end_of_the_calendar() -> None:
    assert gaps_of(entry("2020-01-01"), until="9999-12-31", threshold_days=1) == ()


@pytest.mark.parametrize(
    ("second_start", "expected"),
    [("2020-07-01", ()), ("2020-06-30", (overlap("2020-06-30", "2020-06-30"),))],
)
def test_overlap_needs_a_day_in_common(second_start: str, expected: tuple[Overlap, ...]) -> None:
    assert overlaps_of(entry("2019-01-01", "2020-06-30"), entry(second_start, "2020-12-31")) == expected


def test_overlap_of_current_entries_ends_with_until() -> None:
    assert overlaps_of(entry("2019-01-01"), entry("2026-11-01")) == (overlap("2026-11-01", "2026-11-22"),)


def test_overlap_of_a_month_in_common_is_not_certain() -> None:
    assert overlaps_of(entry("2019-01-01", "2020-06"), entry("2020-06", "2020-12-31")) == ()


def test_overlap_of_three_entries_is_listed_once() -> None:
    history = (
        entry("2020-01-01", "2020-12-31"),
        entry("2020-03-01", "2020-05-31"),
        entry("2020-05-01", "2020-06-30"),
    )

    assert overlaps_of(*history) == (overlap("2020-03-01", "2020-06-30"),)


def test_overlaps_that_touch_without_sharing_a_day_are_one_stretch_of_two_jobs() -> None:
    history = (
        entry("2020-01-01", "2020-12-31"),
        entry("2020-03-01", "2020-03-31"),
        entry("2020-04-01", "2020-04-30"),
    )

    assert overlaps_of(*history) == (overlap("2020-03-01", "2020-04-30"),)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-09-15", "2024-09", False),
        ("2024-09-15", "2024-09-15", False),
        ("2024-09-15", "2024-09-14", True),
        ("2024-09", "2024-08", True),
        ("2024-09", None, False),
    ],
)
def test_is_reversed_only_when_no_choice_of_days_is_in_order(
    start: str, end: str | None, *, expected: bool
) -> None:
    assert entry(start, end).is_reversed is expected


# --- against every choice of days: "months" of up to three days keep the number of choices small


def days(first: int, length: int) -> DayOrMonth:
    start = FIRST_DAY + timedelta(days=first)
    return DayOrMonth(start, start + timedelta(days=length))


spells = st.builds(days, st.integers(0, 16), st.integers(0, 2))
occupations = st.builds(Occupation, spells, st.none() | spells).filter(lambda entry: not entry.is_reversed)
histories = st.lists(occupations, max_size=3)

type Run = tuple[int, int]


def each_day(spell: DayOrMonth) -> range:
    return range(spell.earliest.toordinal(), spell.latest.toordinal() + 1)


def choices_of(entry: Occupation, last: int) -> list[Run]:
    """Every pair of days the entry may stand for."""
    ends = each_day(entry.end) if entry.end else (max(last, entry.start.latest.toordinal()),)
    return [(start, end) for start in each_day(entry.start) for end in ends if start <= end]


def runs_of(days: set[int]) -> list[Run]:
    runs: list[Run] = []
    for day in sorted(days):
        if runs and runs[-1][1] == day - 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def empty_days(
    history: list[Occupation], education: DayOrMonth | None, until: DayOrMonth
) -> Iterator[set[int]]:
    """The uncovered days of every choice there is."""
    last = until.latest.toordinal()
    educations = each_day(education) if education else [None]
    per_entry = [choices_of(entry, last) for entry in history]
    for ended, end, *chosen in product(educations, each_day(until), *per_entry):
        if ended is None and not chosen:
            continue
        first = min(start for start, _ in chosen) if ended is None else ended + 1
        covered = {day for start, finish in chosen for day in range(start, finish + 1)}
        yield {day for day in range(first, end + 1) if day not in covered}


def gaps_by_trial(
    history: list[Occupation], education: DayOrMonth | None, until: DayOrMonth, threshold: int
) -> set[tuple[int, int, int, int, bool]]:
    every_choice = list(empty_days(history, education, until))
    stretches = {run for empty in every_choice for run in runs_of(empty)}
    longest = {
        (a, b)
        for a, b in stretches
        if not any((c <= a and b <= d) and (a, b) != (c, d) for c, d in stretches)
    }
    found = set()
    for a, b in longest:
        least = min(
            max((d - c + 1 for c, d in runs_of({day for day in empty if a <= day <= b})), default=0)
            for empty in every_choice
        )
        if b - a + 1 >= threshold:
            found.add((a, b, least, b - a + 1, least >= threshold))
    return found


@given(histories, st.none() | spells, spells, st.integers(1, 6))
def test_gaps_equal_a_trial_of_every_choice_of_days(
    history: list[Occupation], education: DayOrMonth | None, until: DayOrMonth, threshold: int
) -> None:
    found = find_gaps(history, education_ended=education, until=until, threshold_days=threshold)

    assert {
        (g.from_date.toordinal(), g.to_date.toordinal(), g.days_least, g.days_most, g.certain) for g in found
    } == gaps_by_trial(history, education, until, threshold)
    assert len(found) == len({(g.from_date, g.to_date) for g in found})
    assert list(found) == sorted(found, key=lambda g: g.from_date)


@settings(max_examples=15)
@given(
    st.dates(date(2023, 12, 1), date(2024, 1, 1)),
    st.integers(1, 12),
    st.integers(-1, 2),
    st.integers(20, 40),
)
def test_gaps_between_real_months_equal_a_trial_of_every_choice(
    first: date, ended: int, later: int, threshold: int
) -> None:
    history = [
        Occupation(DayOrMonth.on(first), DayOrMonth.in_month(2024, ended)),
        Occupation(DayOrMonth.in_month(2024, min(max(ended + later, 1), 12)), None),
    ]
    until = DayOrMonth.on(date(2025, 1, 31))

    found = find_gaps(history, education_ended=None, until=until, threshold_days=threshold)

    assert {
        (g.from_date.toordinal(), g.to_date.toordinal(), g.days_least, g.days_most, g.certain) for g in found
    } == gaps_by_trial(history, None, until, threshold)


@given(histories, spells)
def test_overlaps_equal_a_trial_of_every_choice_of_days(history: list[Occupation], until: DayOrMonth) -> None:
    last = until.latest.toordinal()
    certain: set[int] | None = None
    for end, *chosen in product(each_day(until), *[choices_of(entry, last) for entry in history]):
        held = [day for start, finish in chosen for day in range(start, min(finish, end) + 1)]
        twice = {day for day in held if held.count(day) > 1}
        certain = twice if certain is None else certain & twice

    found = find_overlaps(history, until=until)

    assert [(o.from_date.toordinal(), o.to_date.toordinal()) for o in found] == runs_of(certain or set())


@given(histories, st.none() | spells, spells, st.integers(1, 6))
def test_gaps_do_not_depend_on_the_order_of_the_entries(
    history: list[Occupation], education: DayOrMonth | None, until: DayOrMonth, threshold: int
) -> None:
    forwards = find_gaps(history, education_ended=education, until=until, threshold_days=threshold)
    backwards = find_gaps(history[::-1], education_ended=education, until=until, threshold_days=threshold)

    assert forwards == backwards
