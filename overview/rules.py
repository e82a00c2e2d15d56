"""Every rule of the toolkit by its topic: facts in, an answer out, nothing stored.

The page, the API and the command only translate. An app that can be asked adds its topics here.
"""

from collections.abc import Callable, Mapping
from datetime import date

from core.domain.facts import invalid
from recruitment.domain.questions import agreement, employment_gaps, panel, ranking

type Answer = Callable[[object, date], dict[str, object]]

TOPICS: Mapping[str, Answer] = {
    "employment-gaps": employment_gaps.answer,
    "ranking": ranking.answer,
    "panel": panel.answer,
    "agreement": agreement.answer,
}


def get_rule(topic: str) -> Answer:
    """The function that answers a topic. Raises ``DomainError`` for one that does not exist."""
    if topic not in TOPICS:
        raise invalid("topic", f"There is no rule “{topic}”. The topics are: {', '.join(TOPICS)}.")
    return TOPICS[topic]
