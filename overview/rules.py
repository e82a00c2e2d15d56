"""Every rule of the toolkit by its topic: facts in, an answer out, nothing stored.

The page, the API and the command only translate. An app that can be asked adds its topics here.
"""

from collections.abc import Callable, Mapping
from datetime import date

from compliance.domain.questions import (
    clear_to_start,
    dbs,
    deadline,
    regulated_activity,
    required_checks,
    retention,
    right_to_work,
)
from core.domain.errors import DomainError
from core.domain.facts import invalid
from cpd.domain.questions import training_renewal
from recruitment.domain.questions import adverse_impact, agreement, employment_gaps, panel, ranking

type Answer = Callable[[object, date], dict[str, object]]

TOPICS: Mapping[str, Answer] = {
    "employment-gaps": employment_gaps.answer,
    "ranking": ranking.answer,
    "panel": panel.answer,
    "agreement": agreement.answer,
    "adverse-impact": adverse_impact.answer,
    "required-checks": required_checks.answer,
    "right-to-work": right_to_work.answer,
    "retention": retention.answer,
    "deadline": deadline.answer,
    "regulated-activity": regulated_activity.answer,
    "dbs": dbs.answer,
    "clear-to-start": clear_to_start.answer,
    "training-renewal": training_renewal.answer,
}


def get_rule(topic: str) -> Answer:
    """The function that answers a topic. Raises ``DomainError`` for one that does not exist."""
    if topic not in TOPICS:
        raise invalid("topic", f"There is no rule “{topic}”. The topics are: {', '.join(TOPICS)}.")
    return TOPICS[topic]


def answer_all(rule: Answer, facts: object, today: date) -> tuple[object, bool]:
    """What a rule says of facts, or of each of a list of them, and whether all of them were good.

    What cannot be answered has its problem in the place of its answer; the rest is answered.
    """
    items = facts if isinstance(facts, list) else [facts]
    answers = [_answer_one(rule, item, today) for item in items]
    shown = [shown for shown, _ in answers]
    return (shown if isinstance(facts, list) else shown[0]), all(is_good for _, is_good in answers)


def as_problem(error: DomainError) -> dict[str, object]:
    """The body every door answers with for a fault."""
    return {"error": {"code": error.code, "field": error.field, "message": error.message}}


def _answer_one(rule: Answer, facts: object, today: date) -> tuple[dict[str, object], bool]:
    try:
        return rule(facts, today), True
    except DomainError as error:
        return as_problem(error), False
