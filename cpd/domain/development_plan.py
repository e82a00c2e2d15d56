"""A need becomes a plan with dates: what is to be done, and by when."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.domain.dates import add_months, next_working_day_on_or_after
from core.domain.errors import DomainError
from cpd.domain.development import NeedKind, is_elsa_training

ELSA_TRAINING_DAYS = 6
DAYS_BETWEEN = 14
SUPERVISION_AFTER_DAYS = 28
SUMMER_MONTH = 8
# No school is open between these; the rest of the holidays are each school's own.
CHRISTMAS_BEGINS, CHRISTMAS_OVER = (12, 21), (1, 6)
MONTHS_TO_SHOW_IT = 6
MONTHS_TO_TRAIN = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One dated part of a plan."""

    text: str
    due_date: date


def propose_steps(text: str, kind: NeedKind, *, begins: date) -> tuple[Step, ...]:
    """A first plan for a need, counted from a day; a person sets the real days before it is saved.

    ELSA training is six days, here two weeks apart on working days outside August and Christmas, and the
    first supervision four weeks after the last of them (network rules: a provider may have others). Other
    training is done within three months, an objective shown within six, unless somebody sets another day.
    """
    if kind == NeedKind.TRAINING and is_elsa_training(text):
        return _elsa_steps(begins)
    months = MONTHS_TO_TRAIN if kind == NeedKind.TRAINING else MONTHS_TO_SHOW_IT
    word = "Done, with the certificate on file" if kind == NeedKind.TRAINING else "Shown at work"
    return (Step(word, next_working_day_on_or_after(add_months(begins, months))),)


def _elsa_steps(begins: date) -> tuple[Step, ...]:
    steps: list[Step] = []
    day = begins
    for number in range(1, ELSA_TRAINING_DAYS + 1):
        day = _in_school(day + timedelta(days=DAYS_BETWEEN))
        steps.append(Step(f"ELSA training, day {number} of {ELSA_TRAINING_DAYS}", day))
    first = _in_school(day + timedelta(days=SUPERVISION_AFTER_DAYS))
    return (*steps, Step("First supervision with an educational psychologist", first))


def _in_school(day: date) -> date:
    """The day itself or the next working day; after them where it falls in the holidays of every school."""
    if day.month == SUMMER_MONTH:
        day = date(day.year, SUMMER_MONTH + 1, 1)
    elif (day.month, day.day) >= CHRISTMAS_BEGINS:
        day = date(day.year + 1, *CHRISTMAS_OVER)
    elif (day.month, day.day) < CHRISTMAS_OVER:
        day = date(day.year, *CHRISTMAS_OVER)
    return next_working_day_on_or_after(day)


def check_steps(steps: tuple[Step, ...], *, today: date) -> None:
    """Raise ``DomainError`` for a plan without a step, without words, or that lies wholly behind."""
    if not steps:
        raise DomainError("plan_empty", "Write down at least one step with a day.", "step_1_text")
    for number, step in enumerate(steps, start=1):
        if not step.text.strip():
            raise DomainError("step_without_words", "Say what is done on this day.", f"step_{number}_text")
    if all(step.due_date < today for step in steps):
        raise DomainError(
            "plan_behind", "Every day of this plan is past. Set days that are still to come.", "step_1_date"
        )
