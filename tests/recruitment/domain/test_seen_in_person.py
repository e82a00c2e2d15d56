"""What a form cannot show, and what can be written down."""

import pytest

from recruitment.domain.seen_in_person import is_seen_in_person


@pytest.mark.parametrize(
    "text",
    [
        "Ability to calm a distressed child",
        "Able to manage the behaviour of a class of 30",
        "Ability to manage challenging behaviour",
        "Good spoken English",
        "Excellent verbal communication skills",
        "Able to keep calm in an emergency",
        "Can quickly defuse a quarrel between pupils",
        "Able to hold the attention of a class",
        "Can communicate orally with parents",
        "Able to keep order",
        "Able to keep good order in a class",
    ],
)
def test_it_has_to_be_seen_or_heard(text: str) -> None:
    assert is_seen_in_person(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Good written English",
        "Good spoken and written English",
        "Experience of managing the behaviour of a class of 30",
        "Knowledge of ways to calm a distressed child",
        "Qualification in spoken English",
        "Able to speak a second language used in the area",
        "Able to manage a budget",
        "Training in de-escalation",
        "Willing to train in behaviour management",
        "Able to keep records",
        "Can communicate orally and in writing",
        "Able to communicate verbally and by e-mail",
        "Able to keep order records",
        "Able to manage behaviour logs",
    ],
)
def test_it_can_be_written_down(text: str) -> None:
    assert is_seen_in_person(text) is False
