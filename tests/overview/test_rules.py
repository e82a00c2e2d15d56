from datetime import date

import pytest

from core.domain.errors import DomainError
from overview.rules import TOPICS, get_rule

TODAY = date(2026, 11, 22)
# The least each topic can be asked with.
LEAST_FACTS: dict[str, object] = {
    "ranking": {
        "stage": "application",
        "scale": {"min": 0, "max": 3},
        "essential_threshold": 1,
        "criteria": [],
        "sheets": [],
    },
    "panel": {"stage": "shortlist", "members": []},
    "employment-gaps": {"history": []},
    "required-checks": {"category": "teacher"},
    "regulated-activity": {},
    "dbs": {},
    "clear-to-start": {"category": "teacher"},
    "agreement": {"scale": {"min": 0, "max": 3}, "ratings": {}},
    "right-to-work": {},
    "retention": {"record": "right_to_work", "event_date": "2026-08-31"},
    "deadline": {"kind": "subject_access_request", "received_date": "2026-01-31"},
    "adverse-impact": {"groups": [{"group": "men", "applied": 5, "selected": 1}]},
    "training-renewal": {"training": "dsl"},
}


def test_topics_with_facts_are_open() -> None:
    assert set(LEAST_FACTS) - set(TOPICS) == set()


@pytest.mark.parametrize("topic", LEAST_FACTS)
def test_every_answer_carries_its_sources(topic: str) -> None:
    sources = get_rule(topic)(LEAST_FACTS[topic], TODAY)["sources"]

    assert isinstance(sources, list)
    assert sources != []
    assert {frozenset(source) for source in sources} == {
        frozenset({"title", "provision", "url", "in_force_from", "in_force_until", "verified"})
    }


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("facts", [None, [], "facts", 3, {"no_such_fact": 1}])
def test_every_topic_refuses_what_it_cannot_read(topic: str, facts: object) -> None:
    with pytest.raises(DomainError) as caught:
        get_rule(topic)(facts, TODAY)

    assert caught.value.code == "invalid"


@pytest.mark.parametrize("topic", ["rankings", "", "__class__"])
def test_unknown_topic_is_refused(topic: str) -> None:
    with pytest.raises(DomainError) as caught:
        get_rule(topic)

    assert (caught.value.code, caught.value.field) == ("invalid", "topic")
    assert caught.value.message.startswith(f"There is no rule “{topic}”. The topics are: ")
