"""The days that come, gathered from every app that has some. A later app adds its own line here."""

from collections.abc import Collection
from datetime import date

from compliance.domain.reminders import DueThing, in_order
from compliance.selectors.due_things import list_due_things
from cpd.selectors.due_training import list_training_due


def gather_due_things(school_ids: Collection[int], *, today: date) -> list[DueThing]:
    """Everything with a day at these schools, in order."""
    return in_order([*list_due_things(school_ids, today=today), *list_training_due(school_ids, today=today)])
