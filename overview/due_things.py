"""The days that come, gathered from every app that has some. A later app adds its own line here."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from compliance.domain.reminder_rules import RULES
from compliance.domain.reminders import DueThing, ReminderRule, in_order
from compliance.selectors.due_things import list_due_things
from compliance.selectors.people_here import people_here
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
from cpd.selectors.elsa import with_elsa

type ListDays = Callable[..., list[DueThing]]


@dataclass(frozen=True, slots=True)
class Gatherer:
    """What lists days of an app, with the rules whose days it knows. No two of them share a rule.

    ``takes_people`` says that it looks at everybody who works there, so that they are read once for all.
    """

    list_days: ListDays
    rules: Mapping[str, ReminderRule]
    takes_people: bool = False


GATHERERS = (
    Gatherer(list_due_things, RULES, takes_people=True),
    Gatherer(list_due_appraisals, APPRAISAL_RULES),
    Gatherer(list_due_development, DEVELOPMENT_RULES),
    Gatherer(list_due_readings, READING_RULES, takes_people=True),
    Gatherer(list_elsa_things, ELSA_RULES, takes_people=True),
    Gatherer(list_training_due, TRAINING_RULES, takes_people=True),
)


def gather_due_things(school_ids: Collection[int], *, today: date, rule: str | None = None) -> list[DueThing]:
    """Everything with a day at these schools, in order; with a rule, only from where its days are known.

    Eight queries, however many schools and people there are.
    """
    if rule is not None:
        asked = [one for one in GATHERERS if rule in one.rules]
        return in_order(thing for one in asked for thing in one.list_days(school_ids, today=today))
    people = {"people": list(with_elsa(people_here(school_ids, today)))}
    return in_order(
        thing
        for one in GATHERERS
        for thing in one.list_days(school_ids, today=today, **(people if one.takes_people else {}))
    )
