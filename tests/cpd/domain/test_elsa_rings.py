"""Six rings a year, and the sessions that remain by them."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.terms import MONTHS
from cpd.domain.elsa import Status
from cpd.domain.elsa_rings import Entry, Provider, Record, RingState, TrainingDay, Year, judge_year
from cpd.domain.elsa_sentences import write_next, write_remaining, write_time, write_warning
from cpd.domain.elsa_sessions import ProviderRules, Session, Supervisor
from tests.core.domain.test_terms import TERMS

PROVIDER = Provider(ProviderRules())
AUTUMN_2 = date(2026, 11, 28)
TRAINED = tuple(TrainingDay(number, date(2024, 1, number), attended=True) for number in range(1, 7))


def held(day: date, *, key: int = 1, attended: bool = True, hours: str = "2") -> Entry:
    session = Session(day, attended, Fraction(hours), 8, Supervisor.EDUCATIONAL_PSYCHOLOGIST)
    return Entry(key, session, is_planned=False)


def planned(day: date, *, key: int = 1) -> Entry:
    return Entry(key, Session(day), is_planned=True)


def year_of(*entries: Entry, as_at: date = AUTUMN_2, provider: Provider = PROVIDER) -> Year:
    return judge_year(Record(True, TRAINED, entries), as_at=as_at, provider=provider)


def states(year: Year) -> list[str]:
    return [ring.state for ring in year.rings]


def test_rings_of_a_year_without_anything() -> None:
    year = year_of()
    assert states(year) == ["missed", "open", "open", "open", "open", "open"]
    assert (year.standing.status, year.planned, year.unplanned) == (Status.ON_TRACK, 0, 5)


def test_each_ring_says_what_lies_in_it() -> None:
    year = year_of(
        held(date(2026, 9, 1)),
        planned(date(2026, 11, 28), key=2),
        planned(date(2027, 1, 12), key=3),
        held(date(2026, 8, 31), key=4),
    )
    assert states(year)[:3] == ["counts", "to_confirm", "planned"]
    assert [entry.entry.key for ring in year.rings for entry in ring.entries] == [1, 2, 3]


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        (held(date(2026, 10, 31)), RingState.COUNTS),
        (held(date(2026, 10, 31), attended=False), RingState.DOES_NOT_COUNT),
        (held(date(2026, 10, 31), hours="1.5"), RingState.DOES_NOT_COUNT),
        (planned(date(2026, 10, 31)), RingState.TO_CONFIRM),
    ],
)
def test_ring_of_one_entry(entry: Entry, state: RingState) -> None:
    assert states(year_of(entry))[0] == state


def test_one_session_that_counts_fills_a_ring_of_two() -> None:
    year = year_of(held(date(2026, 10, 5), hours="1"), held(date(2026, 10, 6), key=2))
    assert (states(year)[0], year.standing.counted, len(year.standing.problems)) == ("counts", 1, 1)


@pytest.mark.parametrize(
    ("as_at", "state", "unplanned"),
    [(date(2026, 12, 30), "open", 5), (date(2026, 12, 31), "missed", 4), (date(2027, 1, 1), "missed", 4)],
)
def test_half_term_is_open_until_the_day_before_its_last(as_at: date, state: str, unplanned: int) -> None:
    year = year_of(as_at=as_at)
    assert (states(year)[1], year.unplanned) == (state, unplanned)


def test_no_more_remain_than_the_provider_offers() -> None:
    missed = [held(date(2026, 10, day), key=day, attended=False) for day in (1, 2, 5, 6)]
    year = year_of(*missed)
    assert (year.standing.remaining, year.standing.status) == (2, Status.LAPSED)
    assert states(year)[1:] == ["open", "open", "not_offered", "not_offered", "not_offered"]


def test_what_was_held_later_was_still_to_come_on_an_earlier_day() -> None:
    entries = [held(date(2026, 10, 6)), held(date(2026, 11, 10), key=2)]
    before = year_of(*entries, as_at=date(2026, 11, 9))
    after = year_of(*entries, as_at=date(2026, 11, 10))
    assert (before.standing.counted, before.planned, states(before)[1]) == (1, 1, "planned")
    assert (after.standing.counted, after.planned, states(after)[1]) == (2, 0, "counts")


def test_training_days_count_from_the_day_they_were_attended() -> None:
    training = (*TRAINED[:5], TrainingDay(6, AUTUMN_2, attended=True))
    record = Record(True, training, ())
    days = [date(2026, 11, 27), AUTUMN_2]
    found = [judge_year(record, as_at=day, provider=PROVIDER) for day in days]
    assert [(one.standing.status, one.days_attended) for one in found] == [("trainee", 5), ("on_track", 6)]


@pytest.mark.parametrize(
    ("is_employed", "status"), [(False, "not_eligible"), (True, "on_track"), (None, "on_track")]
)
def test_only_whom_the_school_employs_is_eligible(is_employed: bool | None, status: str) -> None:
    year = judge_year(Record(is_employed, TRAINED), as_at=AUTUMN_2, provider=PROVIDER)
    assert year.standing.status == status


@pytest.mark.parametrize(
    ("trained", "required"),
    [
        (date(2026, 8, 31), 4),
        (date(2026, 9, 1), 4),
        (date(2026, 11, 1), 4),
        (date(2027, 1, 10), 3),
        (date(2027, 3, 5), 2),
        (date(2027, 4, 5), 2),
        (date(2027, 6, 5), 1),
    ],
)
def test_newcomer_owes_a_part_of_the_year_where_the_provider_says_so(trained: date, required: int) -> None:
    training = (*TRAINED[:5], TrainingDay(6, trained, attended=True))
    found = [
        judge_year(
            Record(True, training),
            as_at=date(2027, 7, 1),
            provider=replace(PROVIDER, is_pro_rata=is_pro_rata),
        ).standing.required
        for is_pro_rata in (True, False)
    ]
    assert found == [required, 4]


@pytest.mark.parametrize(
    ("entries", "warning"),
    [
        ([], "4 more sessions needed, 5 left: only one may be missed."),
        ([held(date(2026, 10, 6))], ""),
        (
            [held(date(2026, 10, 6), attended=False), held(date(2026, 11, 6), key=2, attended=False)],
            "4 more sessions needed, 4 left: last chance.",
        ),
        ([held(date(2026, 10, day), key=day) for day in (1, 2, 5, 6)], ""),
    ],
)
def test_warning_comes_two_missed_sessions_before_the_end(entries: list[Entry], warning: str) -> None:
    assert write_warning(year_of(*entries)) == warning


def test_two_needed_and_two_left_is_the_last_chance() -> None:
    done = [held(date(2026, 10, 6)), held(date(2027, 1, 12), key=2)]
    year = year_of(
        *done, planned(date(2027, 5, 4), key=3), planned(date(2027, 6, 8), key=4), as_at=date(2027, 4, 30)
    )
    assert write_warning(year) == "2 more sessions needed, 2 left: last chance."


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            Record(False, TRAINED),
            "Only somebody the school employs can be its ELSA. End the registration, or correct the role.",
        ),
        (
            Record(True, TRAINED, (planned(date(2026, 11, 20)),)),
            "Say whether the session of 20/11/2026 took place.",
        ),
        (Record(True, TRAINED[:4]), "Book training day 5 of 6."),
        (
            Record(True, (*TRAINED[:4], TrainingDay(5, date(2027, 1, 13), attended=False))),
            "Training day 5 of 6 on 13/01/2027.",
        ),
        (
            Record(True, (*TRAINED[:1], TrainingDay(2, date(2026, 1, 13), attended=False))),
            "Book training day 2 of 6.",
        ),
        (Record(True, TRAINED), "Plan the session of Autumn 2: by 31/12/2026."),
        (Record(True, TRAINED, (planned(date(2026, 12, 8)),)), "Supervision on 08/12/2026."),
        (
            Record(True, TRAINED, (planned(date(2027, 1, 12)),)),
            "Plan the session of Autumn 2: by 31/12/2026.",
        ),
        (
            Record(True, TRAINED, tuple(held(date(2026, 10, day), key=day) for day in (1, 2, 5, 6))),
            "Nothing more is needed this school year.",
        ),
        (
            Record(
                True, TRAINED, tuple(held(date(2026, 10, day), key=day, attended=False) for day in (1, 2, 5))
            ),
            "Speak with the provider about how to come back: this year can no longer be met.",
        ),
    ],
)
def test_next_step_is_one_thing(record: Record, expected: str) -> None:
    year = judge_year(record, as_at=AUTUMN_2, provider=PROVIDER)
    assert write_next(year, record, 6) == expected


def test_training_days_out_of_order_are_booked_by_number() -> None:
    """Somebody may have attended as many days as there are, some of them beyond the number."""
    training = (*TRAINED[:4], TrainingDay(7, date(2024, 2, 1), attended=True))
    record = Record(True, training)
    assert (
        write_next(judge_year(record, as_at=AUTUMN_2, provider=PROVIDER), record, 6)
        == "Book training day 5 of 6."
    )


@pytest.mark.parametrize(
    ("minutes", "is_small", "expected"),
    [
        (None, False, "No time is written down; 6 hours a week recommended."),
        (360, False, "6 hours a week; 6 hours a week recommended."),
        (359, False, "5 hours 59 minutes a week; 6 hours a week recommended: 1 minute short."),
        (180, True, "3 hours a week; 3 hours a week recommended."),
        (0, True, "0 minutes a week; 3 hours a week recommended: 3 hours short."),
    ],
)
def test_time_is_set_against_what_is_recommended(minutes: int | None, is_small: bool, expected: str) -> None:
    assert write_time(minutes, 360, is_small_school=is_small) == expected


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([], "5 half terms with nothing planned yet"),
        ([planned(date(2027, 1, 12))], "1 planned, 4 half terms with nothing planned yet"),
    ],
)
def test_remaining_says_how(entries: list[Entry], expected: str) -> None:
    assert write_remaining(year_of(*entries)) == expected


ENTRIES = st.lists(
    st.tuples(
        st.dates(date(2026, 8, 20), date(2027, 9, 10)),
        st.sampled_from(["held", "missed", "short", "planned"]),
    ),
    max_size=8,
)
MAKERS = {
    "held": held,
    "missed": lambda day, key: held(day, key=key, attended=False),
    "short": lambda day, key: held(day, key=key, hours="1"),
    "planned": planned,
}


@given(ENTRIES, st.dates(date(2026, 9, 1), date(2027, 8, 31)))
def test_every_session_of_the_year_lies_in_one_ring(
    given_entries: list[tuple[date, str]], as_at: date
) -> None:
    entries = [MAKERS[kind](day, key=key) for key, (day, kind) in enumerate(given_entries)]
    year = year_of(*entries, as_at=as_at)
    shown = sorted(one.entry.key for ring in year.rings for one in ring.entries)
    inside = sorted(one.key for one in entries if date(2026, 9, 1) <= one.day <= date(2027, 8, 31))
    counting = sum(one.counts for ring in year.rings for one in ring.entries)
    assert (len(year.rings), shown, counting) == (6, inside, year.standing.counted)
    assert year.standing.remaining == year.planned + year.unplanned


@pytest.mark.parametrize(
    ("day", "by_own", "by_months"),
    [
        (date(2026, 11, 1), 0, 1),
        (date(2026, 11, 2), 1, 1),
        (date(2027, 1, 3), 1, 2),
        (date(2027, 1, 4), 2, 2),
    ],
)
def test_rings_are_the_schools_own_half_terms(day: date, by_own: int, by_months: int) -> None:
    record = Record(True, TRAINED, (held(day),))
    for terms, place in ((TERMS, by_own), (MONTHS, by_months)):
        year = judge_year(record, as_at=date(2027, 1, 31), provider=PROVIDER, terms=terms)
        assert [ring.state for ring in year.rings].index("counts") == place


@pytest.mark.parametrize(("as_at", "state"), [(date(2026, 12, 17), "open"), (date(2026, 12, 18), "missed")])
def test_a_half_term_is_over_on_its_last_school_day(as_at: date, state: str) -> None:
    year = judge_year(Record(True, TRAINED, ()), as_at=as_at, provider=PROVIDER, terms=TERMS)
    assert states(year)[1] == state
