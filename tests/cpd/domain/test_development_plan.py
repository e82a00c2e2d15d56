"""The first plan of a need: six days and supervision for an ELSA, a day for anything else."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.dates import is_working_day
from core.domain.errors import DomainError
from cpd.domain.development import NeedKind
from cpd.domain.development_plan import Step, check_steps, propose_steps

TODAY = date(2026, 11, 30)


def test_elsa_training_is_six_days_and_a_first_supervision() -> None:
    steps = propose_steps("ELSA training", NeedKind.TRAINING, begins=date(2026, 9, 1))
    assert [(one.text, one.due_date) for one in steps] == [
        ("ELSA training, day 1 of 6", date(2026, 9, 15)),
        ("ELSA training, day 2 of 6", date(2026, 9, 29)),
        ("ELSA training, day 3 of 6", date(2026, 10, 13)),
        ("ELSA training, day 4 of 6", date(2026, 10, 27)),
        ("ELSA training, day 5 of 6", date(2026, 11, 10)),
        ("ELSA training, day 6 of 6", date(2026, 11, 24)),
        ("First supervision with an educational psychologist", date(2027, 1, 6)),
    ]


@given(st.dates(date(2024, 1, 1), date(2035, 12, 31)))
def test_proposed_days_rise_and_no_school_is_closed_on_them(begins: date) -> None:
    days = [one.due_date for one in propose_steps("ELSA training", NeedKind.TRAINING, begins=begins)]
    assert days == sorted(set(days))
    assert days[0] > begins
    assert all(is_working_day(day) and day.month != 8 for day in days)
    assert not any((day.month, day.day) >= (12, 21) or (day.month, day.day) < (1, 6) for day in days)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            NeedKind.TRAINING,
            "Complete: first aid",
            Step("Done, with the certificate on file", date(2027, 3, 1)),
        ),
        (NeedKind.OBJECTIVE, "Work towards: ELSA", Step("Shown at work", date(2027, 6, 1))),
    ],
)
def test_anything_else_has_one_day(kind: NeedKind, text: str, expected: Step) -> None:
    assert propose_steps(text, kind, begins=date(2026, 12, 1)) == (expected,)


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ((), "plan_empty"),
        ((Step(" ", TODAY),), "step_without_words"),
        ((Step("Day 1", TODAY - timedelta(days=1)),), "plan_behind"),
        ((Step("Day 1", TODAY - timedelta(days=1)), Step("Day 2", TODAY)), None),
        ((Step("Day 1", TODAY),), None),
    ],
)
def test_plan_that_does_not_hold_is_refused(steps: tuple[Step, ...], code: str | None) -> None:
    if code is None:
        check_steps(steps, today=TODAY)
        return
    with pytest.raises(DomainError) as error:
        check_steps(steps, today=TODAY)
    assert error.value.code == code
