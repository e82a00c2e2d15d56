from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.domain.reminder_rules import RIGHT_TO_WORK, RULES
from compliance.domain.reminders import (
    LADDER,
    Basis,
    DueThing,
    ReminderRule,
    deny_snooze,
    in_digest,
    in_order,
    step_due,
    week_of,
)
from compliance.domain.sources.reminders import RECHECK_BY_POLICY

DUE = date(2027, 3, 31)
DAYS = st.dates(DUE - timedelta(days=200), DUE + timedelta(days=60))


def before(days: int) -> date:
    return DUE - timedelta(days=days)


def thing(basis: Basis = Basis.LAW, due: date = DUE, **fields: str) -> DueThing:
    rule = ReminderRule("a_rule", "A rule", basis, (RECHECK_BY_POLICY,))
    defaults = {"record_key": "check-1", "title": "To do", "href": "/", "school_name": "Mill Lane"}
    return DueThing(rule=rule, due_date=due, school_id=1, **defaults | fields)  # type: ignore[arg-type]


def send(runs: Iterable[date], steps: tuple[int, ...] = LADDER) -> list[tuple[date, int]]:
    """What goes out over these runs, each told what went before."""
    sent: list[tuple[date, int]] = []
    for day in runs:
        step = step_due(DUE, today=day, sent=[one for _, one in sent], steps=steps)
        if step is not None:
            sent.append((day, step))
    return sent


@pytest.mark.parametrize(
    ("days_left", "step"),
    [
        (91, None),
        (90, 90),
        (89, 90),
        (61, 90),
        (60, 60),
        (59, 60),
        (31, 60),
        (30, 30),
        (29, 30),
        (15, 30),
        (14, 14),
        (13, 14),
        (8, 14),
        (7, 7),
        (6, 7),
        (1, 7),
        (0, 0),
        (-1, 0),
        (-400, 0),
    ],
)
def test_step_due_is_the_nearest_reached(days_left: int, step: int | None) -> None:
    assert step_due(DUE, today=before(days_left)) == step


@pytest.mark.parametrize(("days_left", "step"), [(30, 60), (29, 60), (28, 28), (27, 28)])
def test_right_to_work_asks_at_28_days_and_not_at_30(days_left: int, step: int) -> None:
    assert step_due(DUE, today=before(days_left), steps=RIGHT_TO_WORK.steps) == step


def test_ladder_run_every_day_sends_each_step_on_its_day() -> None:
    runs = [before(days) for days in range(100, -30, -1)]

    assert send(runs) == [(before(step), step) for step in LADDER]


def test_ladder_run_five_times_a_day_sends_each_step_once() -> None:
    runs = [before(days) for days in range(100, -30, -1) for _ in range(5)]

    assert [step for _, step in send(runs)] == list(LADDER)


def test_ladder_never_run_sends_nothing() -> None:
    assert send([]) == []


def test_missed_week_is_caught_up_with_by_the_nearest_step_alone() -> None:
    runs = [before(days) for days in (31, 13, 12, 0)]

    assert send(runs) == [(before(31), 60), (before(13), 14), (before(0), 0)]


def test_first_run_long_after_the_day_sends_one() -> None:
    assert send([before(-50), before(-51)]) == [(before(-50), 0)]


@pytest.mark.parametrize(("days", "step"), [(1, None), (0, 14), (-1, 14)])
def test_snooze_ends_on_its_day(days: int, step: int | None) -> None:
    today = before(14)

    assert step_due(DUE, today=today, snoozed_until=today + timedelta(days=days)) == step


@given(st.lists(DAYS, max_size=40).map(sorted), st.none() | st.tuples(DAYS, DAYS))
def test_over_any_runs_a_step_goes_once_in_order_and_never_while_snoozed(
    runs: list[date], snooze: tuple[date, date] | None
) -> None:
    sent: list[tuple[date, int]] = []
    for day in runs:
        until = snooze[1] if snooze and day >= snooze[0] else None
        step = step_due(DUE, today=day, sent=[one for _, one in sent], snoozed_until=until)
        if step is not None:
            sent.append((day, step))

    steps = [step for _, step in sent]
    assert steps == sorted(set(steps), reverse=True)
    assert [day for day, _ in sent if snooze and snooze[0] <= day < snooze[1]] == []
    assert [day for day, step in sent if (DUE - day).days > step] == []


@given(st.lists(DAYS, min_size=1, max_size=40).map(sorted))
def test_whatever_was_missed_the_last_run_leaves_the_nearest_step_sent(runs: list[date]) -> None:
    nearest = step_due(DUE, today=runs[-1])

    assert min((step for _, step in send(runs)), default=None) == nearest


@pytest.mark.parametrize(
    ("basis", "until", "today", "code"),
    [
        (Basis.LAW, before(10), before(10), "not_ahead"),
        (Basis.LAW, before(9), before(10), None),
        (Basis.LAW, DUE, before(10), None),
        (Basis.LAW, before(-1), before(10), "law_sets_the_day"),
        (Basis.GUIDANCE, before(-1), before(10), None),
        (Basis.POLICY, before(10) + timedelta(days=180), before(10), None),
        (Basis.POLICY, before(10) + timedelta(days=181), before(10), "too_far"),
        (Basis.LAW, before(-5), before(-4), "law_sets_the_day"),
        (Basis.POLICY, before(-5), before(-4), None),
    ],
)
def test_snooze_is_bounded(basis: Basis, until: date, today: date, code: str | None) -> None:
    denial = deny_snooze(thing(basis), until=until, today=today)

    assert (denial.code if denial else None) == code


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2026, 11, 29), date(2026, 11, 23)),
        (date(2026, 11, 30), date(2026, 11, 30)),
        (date(2026, 12, 1), date(2026, 11, 30)),
        (date(2026, 12, 6), date(2026, 11, 30)),
        (date(2026, 12, 7), date(2026, 12, 7)),
    ],
)
def test_week_of_begins_on_monday(day: date, monday: date) -> None:
    assert week_of(day) == monday


def test_digest_holds_what_is_past_and_two_weeks_ahead() -> None:
    things = [thing(due=before(days)) for days in (-15, -14, 0, 40)]

    assert in_digest(things, today=DUE) == [things[3], things[2], things[1]]


def test_order_puts_law_before_guidance_before_policy_on_a_day() -> None:
    policy, guidance, law = (thing(basis) for basis in (Basis.POLICY, Basis.GUIDANCE, Basis.LAW))
    earlier = thing(Basis.POLICY, due=before(1))

    assert in_order([policy, guidance, law, earlier]) == [earlier, law, guidance, policy]


def test_every_rule_ends_on_its_day_and_cites_a_source() -> None:
    assert {key for key, rule in RULES.items() if rule.steps[-1] != 0 or not rule.sources} == set()
    assert {key: rule.key for key, rule in RULES.items()} == {key: key for key in RULES}


@pytest.mark.parametrize(
    ("key", "basis"),
    [
        ("right_to_work", "law"),
        ("early_start_review", "guidance"),
        ("fixed_term_end", "policy"),
        ("dbs_renewal", "policy"),
        ("recheck", "policy"),
        ("destroy_dbs_copy", "guidance"),
        ("destroy_right_to_work", "guidance"),
        ("destroy_applications", "policy"),
        ("destroy_personnel_file", "policy"),
    ],
)
def test_rules_say_who_says_so(key: str, basis: str) -> None:
    assert RULES[key].basis == basis
