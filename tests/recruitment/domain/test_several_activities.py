"""Several activities in one wording, and one activity in several steps."""

import pytest

from recruitment.domain.several_activities import forms_of, names_several_activities


@pytest.mark.parametrize(
    "text",
    [
        "Planning lessons, managing behaviour and leading a team",
        "Ability to develop and maintain effective relationships and contribute to the work of the team",
        "Able to work on own initiative and manage own work load",
        "Able to work as part of a team and to use own initiative",
        "Ability to build trust with young people and set clear boundaries",
        "Dealing with rent arrears and preparing cases for court",
        "Planning a rota and keeping to a small budget",
    ],
)
def test_each_activity_has_something_of_its_own(text: str) -> None:
    assert names_several_activities(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plan, deliver and evaluate interventions",
        "Ability to plan, deliver and evaluate interventions for small groups",
        "Develop and maintain effective relationships",
        "Ability to prioritise workload and meet deadlines",
        "Ability to listen to children and respond to their needs",
        "Able to plan lessons and adapt them to the needs of each pupil",
        "Experience of working with children and families",
        "Work with children in a health, care or school setting",
        "Good relations with pupils, support staff and families",
        "Able to read and write clear reports",
        "Knowledge of phonics and early reading",
        "Excellent planning, organising and leading",
        "Able to use word processors, spreadsheets and databases",
        "Working knowledge of the curriculum and assessment",
    ],
)
def test_steps_of_one_activity_are_one(text: str) -> None:
    assert names_several_activities(text) is False


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("plan", "planning"),
        ("set", "setting"),
        ("run", "running"),
        ("meet", "meeting"),
        ("help", "helping"),
        ("handle", "handling"),
        ("ensure", "ensuring"),
        ("oversee", "overseeing"),
        ("develop", "developing"),
        ("monitor", "monitoring"),
        ("follow", "following"),
        ("relay", "relaying"),
    ],
)
def test_a_verb_has_the_forms_that_are_written(verb: str, form: str) -> None:
    assert forms_of(verb) == (verb, form)
