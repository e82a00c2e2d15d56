"""The days that come, gathered from every app that has some. A later app adds its own line here."""

from collections.abc import Callable, Collection, Mapping
from datetime import date

from compliance.domain.reminder_rules import RULES
from compliance.domain.reminders import DueThing, ReminderRule, in_order
from compliance.selectors.due_things import list_due_things
from cpd.domain.appraisal_reminders import APPRAISAL_RULES
from cpd.domain.development_reminders import DEVELOPMENT_RULES
from cpd.domain.elsa_reminders import ELSA_RULES
from cpd.domain.reading_reminders import READING_RULES
from cpd.domain.training_reminders import TRAINING_RULES
from cpd.selectors.due_appraisals import list_due_appraisals
from cpd.selectors.due_development import list_due_development
from cpd.selectors.due_elsa import list_elsa_things
from cpd.selectors.due_readings import list_due_readings
from cpd.selectors.due_training import list_training_due

type Gatherer = Callable[..., list[DueThing]]

# What gathers days, with the rules whose days it knows. No two of them share a rule.
GATHERERS: tuple[tuple[Gatherer, Mapping[str, ReminderRule]], ...] = (
    (list_due_things, RULES),
    (list_due_appraisals, APPRAISAL_RULES),
    (list_due_development, DEVELOPMENT_RULES),
    (list_due_readings, READING_RULES),
    (list_elsa_things, ELSA_RULES),
    (list_training_due, TRAINING_RULES),
)


def gather_due_things(school_ids: Collection[int], *, today: date, rule: str | None = None) -> list[DueThing]:
    """Everything with a day at these schools, in order; with a rule, only from where its days are known."""
    asked = [gather for gather, rules in GATHERERS if rule is None or rule in rules]
    return in_order(thing for gather in asked for thing in gather(school_ids, today=today))
