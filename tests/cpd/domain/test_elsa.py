"""Where an ELSA stands: each rule at its neighbours, and the whole against a second telling of it."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd.domain.elsa import Employment, Ledger, Standing, Status, judge_elsa
from cpd.domain.elsa_sessions import (
    Fault,
    ProviderRules,
    SchoolYear,
    Session,
    Supervisor,
    find_faults,
    hours_in_words,
)

YEAR = SchoolYear.of(date(2026, 11, 28))
AS_AT = date(2027, 3, 1)
RULES = ProviderRules()
GOOD = Session(
    held_on=date(2026, 10, 6),
    attended=True,
    hours=Fraction(2),
    group_size=8,
    supervisor=Supervisor.EDUCATIONAL_PSYCHOLOGIST,
)


def codes(session: Session, rules: ProviderRules = RULES) -> list[Fault]:
    return [one.code for one in find_faults(session, as_at=AS_AT, year=YEAR, rules=rules)]


def standing(held: int, ahead: int, *, days: int = 6, rules: ProviderRules = RULES) -> Standing:
    ledger = Ledger(
        employment=Employment.EMPLOYED,
        training_days=days,
        sessions=(GOOD,) * held,
        planned=(date(2027, 4, 20),) * ahead,
    )
    return judge_elsa(ledger, as_at=AS_AT, year=YEAR, rules=rules)


@pytest.mark.parametrize(
    ("held", "ahead", "expected"),
    [
        (0, 3, Status.LAPSED),
        (0, 4, Status.LAST_CHANCE),
        (0, 5, Status.ON_TRACK),
        (2, 1, Status.LAPSED),
        (2, 2, Status.LAST_CHANCE),
        (2, 3, Status.ON_TRACK),
        (3, 0, Status.LAPSED),
        (3, 1, Status.LAST_CHANCE),
        (4, 0, Status.MET),
        (4, 2, Status.MET),
        (6, 0, Status.MET),
    ],
)
def test_status_follows_from_what_counts_and_what_remains(held: int, ahead: int, expected: Status) -> None:
    found = standing(held, ahead)
    assert (found.status, found.counted, found.remaining) == (expected, held, ahead)


@pytest.mark.parametrize(("days", "expected"), [(0, "trainee"), (5, "trainee"), (6, "met"), (7, "met")])
def test_somebody_is_a_trainee_until_the_last_day(days: int, expected: str) -> None:
    assert standing(4, 0, days=days).status == expected


def test_a_provider_of_five_days_ends_the_training_a_day_earlier() -> None:
    rules = replace(RULES, training_days=5)
    assert [standing(4, 0, days=days, rules=rules).status for days in (4, 5)] == ["trainee", "met"]


def test_self_employed_is_not_eligible_whatever_was_attended() -> None:
    ledger = Ledger(Employment.SELF_EMPLOYED, 6, (GOOD,) * 6, ())
    assert judge_elsa(ledger, as_at=AS_AT, year=YEAR).status == Status.NOT_ELIGIBLE


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"held_on": date(2026, 8, 31)}, [Fault.OUTSIDE_YEAR]),
        ({"held_on": date(2026, 9, 1)}, []),
        ({"held_on": AS_AT}, []),
        ({"held_on": AS_AT + timedelta(days=1)}, [Fault.AFTER_AS_AT]),
        ({"held_on": date(2027, 9, 1)}, [Fault.OUTSIDE_YEAR]),
        ({"attended": False}, [Fault.NOT_ATTENDED]),
        ({"attended": None}, [Fault.ATTENDANCE_UNKNOWN]),
        ({"attended": False, "hours": None}, [Fault.NOT_ATTENDED]),
        ({"hours": Fraction("1.99")}, [Fault.TOO_SHORT]),
        ({"hours": Fraction("2.01")}, []),
        ({"hours": None}, [Fault.HOURS_UNKNOWN]),
        ({"group_size": 1}, []),
        ({"group_size": 9}, [Fault.GROUP_TOO_LARGE]),
        ({"group_size": None}, [Fault.GROUP_UNKNOWN]),
        ({"supervisor": Supervisor.TRAINEE_YEAR_3}, []),
        ({"supervisor": Supervisor.TRAINEE_YEAR_1_2}, [Fault.SUPERVISOR_NOT_ACCEPTED]),
        ({"supervisor": None}, [Fault.SUPERVISOR_UNKNOWN]),
        ({"hours": Fraction(1), "group_size": 12}, [Fault.TOO_SHORT, Fault.GROUP_TOO_LARGE]),
    ],
)
def test_session_counts_only_if_it_conforms(change: dict[str, object], expected: list[Fault]) -> None:
    assert codes(replace(GOOD, **change)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rules", "change", "expected"),
    [
        (
            {"accepts_trainee_year_3": False},
            {"supervisor": Supervisor.TRAINEE_YEAR_3},
            [Fault.SUPERVISOR_NOT_ACCEPTED],
        ),
        ({"accepts_trainee_year_3": False}, {}, []),
        ({"group_max": 12}, {"group_size": 12}, []),
        ({"group_max": 12}, {"group_size": 13}, [Fault.GROUP_TOO_LARGE]),
        ({"session_min_hours": Fraction("1.5")}, {"hours": Fraction("1.5")}, []),
        ({"session_min_hours": Fraction("1.5")}, {"hours": Fraction("1.49")}, [Fault.TOO_SHORT]),
    ],
)
def test_providers_rules_decide(
    rules: dict[str, object], change: dict[str, object], expected: list[Fault]
) -> None:
    assert codes(replace(GOOD, **change), replace(RULES, **rules)) == expected  # type: ignore[arg-type]


def test_two_sessions_of_one_day_both_count() -> None:
    assert standing(2, 0).counted == 2


def test_planned_dates_count_from_the_day_after_and_within_the_year() -> None:
    days = (AS_AT, AS_AT + timedelta(days=1), date(2027, 8, 31), date(2027, 9, 1), date(2026, 9, 1))
    ledger = Ledger(Employment.EMPLOYED, 6, (), days)
    assert judge_elsa(ledger, as_at=AS_AT, year=YEAR).remaining == 2


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 8, 31), date(2025, 9, 1), date(2026, 8, 31)),
        (date(2026, 9, 1), date(2026, 9, 1), date(2027, 8, 31)),
        (date(2027, 1, 1), date(2026, 9, 1), date(2027, 8, 31)),
    ],
)
def test_school_year_runs_from_september_to_august(day: date, first: date, last: date) -> None:
    assert SchoolYear.of(day) == SchoolYear(first, last)


@pytest.mark.parametrize(
    ("ledger", "expected"),
    [
        (Ledger(), ("employment", "training_days")),
        (Ledger(Employment.EMPLOYED, 6), ("sessions", "planned")),
        (Ledger(Employment.EMPLOYED, 6, (), None), ("planned",)),
        (Ledger(Employment.EMPLOYED, 6, (GOOD,) * 4, None), ()),
        (Ledger(Employment.EMPLOYED, 5), ()),
        (Ledger(None, 6, (), ()), ("employment",)),
        (Ledger(Employment.SELF_EMPLOYED), ()),
    ],
)
def test_needs_names_what_could_change_the_answer(ledger: Ledger, expected: tuple[str, ...]) -> None:
    assert judge_elsa(ledger, as_at=AS_AT, year=YEAR).needs == expected


@pytest.mark.parametrize(
    ("held", "ahead", "needed", "may_miss", "reason"),
    [
        (
            2,
            2,
            2,
            0,
            (
                "2 of the 4 sessions wanted this year count; 2 more needed, 2 left: "
                "last chance, none may be missed."
            ),
        ),
        (1, 4, 3, 1, "1 of the 4 sessions wanted this year counts; 3 more needed, 4 left."),
        (
            1,
            0,
            3,
            -3,
            (
                "1 of the 4 sessions wanted this year counts; 3 more needed, none left: "
                "the year can no longer be met."
            ),
        ),
        (5, 0, 0, 1, "5 of the 4 sessions wanted this year count: the year's supervision is met."),
    ],
)
def test_reason_counts_in_words(held: int, ahead: int, needed: int, may_miss: int, reason: str) -> None:
    found = standing(held, ahead)
    assert (found.needed, found.may_miss, found.reason) == (needed, may_miss, reason)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (Fraction(1), "1 hour"),
        (Fraction(2), "2 hours"),
        (Fraction("1.75"), "1.75 hours"),
        (Fraction("1.9999999999"), "1.9999999999 hours"),
        (Fraction(0), "0 hours"),
    ],
)
def test_hours_are_never_rounded_up(hours: Fraction, expected: str) -> None:
    assert hours_in_words(hours) == expected


DAYS = st.dates(date(2026, 8, 25), date(2027, 9, 8))
SESSIONS = st.builds(
    Session,
    held_on=DAYS,
    attended=st.sampled_from([True, True, True, False, None]),
    hours=st.sampled_from([None, *map(Fraction, ("1.99", "2", "2.5", "3"))]),
    group_size=st.sampled_from([None, 1, 7, 8, 9, 12]),
    supervisor=st.sampled_from([None, *Supervisor]),
)
LEDGERS = st.builds(
    Ledger,
    employment=st.sampled_from([None, *Employment]),
    training_days=st.sampled_from([None, 4, 5, 6, 7]),
    sessions=st.none() | st.lists(SESSIONS, max_size=8).map(tuple),
    planned=st.none() | st.lists(DAYS, max_size=6).map(tuple),
)
PROVIDERS = st.builds(
    ProviderRules,
    training_days=st.sampled_from([5, 6]),
    sessions_required=st.integers(0, 6),
    session_min_hours=st.sampled_from([Fraction(2), Fraction("2.5")]),
    group_max=st.sampled_from([8, 12]),
    accepts_trainee_year_3=st.booleans(),
)


def told_again(ledger: Ledger, as_at: date, rules: ProviderRules) -> tuple[str, int, int]:
    """The rule in one breath, from its text and not from the code."""
    leaders = {"educational_psychologist"} | ({"trainee_year_3"} if rules.accepts_trainee_year_3 else set())
    counted = len(
        [
            1
            for one in ledger.sessions or []
            if date(2026, 9, 1) <= one.held_on <= min(as_at, date(2027, 8, 31))
            and one.attended is True
            and (one.hours or 0) >= rules.session_min_hours
            and one.hours is not None
            and 0 < (one.group_size or 0) <= rules.group_max
            and one.supervisor in leaders
        ]
    )
    ahead = [
        day for day in ledger.planned or [] if as_at < day < date(2027, 9, 1) and day >= date(2026, 9, 1)
    ]
    total = counted + len(ahead)
    by_sum = {True: "on_track", False: "lapsed"}[total > rules.sessions_required]
    status = "last_chance" if total == rules.sessions_required else by_sum
    if counted >= rules.sessions_required:
        status = "met"
    if ledger.training_days is None or ledger.training_days < rules.training_days:
        status = "trainee"
    if ledger.employment == "self_employed":
        status = "not_eligible"
    return status, counted, len(ahead)


@given(LEDGERS, DAYS, PROVIDERS)
def test_status_is_what_the_text_says(ledger: Ledger, as_at: date, rules: ProviderRules) -> None:
    found = judge_elsa(ledger, as_at=as_at, year=YEAR, rules=rules)
    assert (found.status, found.counted, found.remaining) == told_again(ledger, as_at, rules)


@given(LEDGERS, DAYS)
def test_one_more_good_session_never_makes_it_worse(ledger: Ledger, as_at: date) -> None:
    order = [Status.LAPSED, Status.LAST_CHANCE, Status.ON_TRACK, Status.MET]
    more = replace(ledger, sessions=(*(ledger.sessions or ()), replace(GOOD, held_on=as_at)))
    before = judge_elsa(ledger, as_at=as_at, year=YEAR).status
    after = judge_elsa(more, as_at=as_at, year=YEAR).status
    if before in order:
        assert order.index(after) >= order.index(before)
    else:
        assert after == before
