"""The days that come, gathered from every app that has some. A later app adds its own line here."""

from collections.abc import Collection
from datetime import date

from compliance.domain.reminders import DueThing, in_order
from compliance.selectors.due_things import list_due_things
from cpd.selectors.due_appraisals import list_due_appraisals
from cpd.selectors.due_development import list_due_development
from cpd.selectors.due_elsa import list_elsa_things
from cpd.selectors.due_readings import list_due_readings
from cpd.selectors.due_training import list_training_due

GATHERED = (
    list_due_things,
    list_due_appraisals,
    list_due_development,
    list_due_readings,
    list_elsa_things,
    list_training_due,
)


def gather_due_things(school_ids: Collection[int], *, today: date) -> list[DueThing]:
    """Everything with a day at these schools, in order."""
    return in_order(thing for gather in GATHERED for thing in gather(school_ids, today=today))
