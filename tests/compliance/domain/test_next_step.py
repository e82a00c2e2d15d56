"""The one thing that holds a start up: our own turn first, then whoever was asked longest ago."""

from datetime import date

import pytest

from compliance.domain.categories import CheckType
from compliance.domain.clearance import Clearance, Obstacle, Verdict
from compliance.domain.held_checks import HeldCheck, Outcome
from compliance.domain.next_step import NextStep, Turn, find_next_step, list_waiting, step_for
from compliance.domain.requirement import POLICY, Requirement, Status

TODAY = date(2026, 11, 2)
NEEDED = Requirement(Status.REQUIRED, "It is a must.")
VOUCHED = Requirement(Status.ASSURANCE, "The agency confirms it.")


def asked(check: CheckType, day: date, **more: object) -> HeldCheck:
    return HeldCheck(check, is_done=False, requested_date=day, **more)


def held_up_by(*checks: CheckType) -> Clearance:
    blocking = tuple(Obstacle(check, "Not done.") for check in checks)
    return Clearance(Verdict.DO_NOT_START, "Checks are missing.", blocking, (), (), ())


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 2), "asked for today"),
        (date(2026, 11, 1), "asked for 1 day ago"),
        (date(2026, 10, 31), "asked for 2 days ago"),
    ],
)
def test_step_for_what_is_asked_says_since_when(day: date, words: str) -> None:
    step = step_for(CheckType.ENHANCED_DBS, NEEDED, asked(CheckType.ENHANCED_DBS, day), today=TODAY)

    assert step == NextStep(
        CheckType.ENHANCED_DBS,
        Turn.THIRD_PARTY,
        f"Waiting for the DBS certificate, {words}.",
        is_waiting=True,
    )


def test_step_for_a_reference_names_the_referee() -> None:
    held = asked(CheckType.REFERENCES, date(2026, 10, 27), evidence="Farida Khan, Elm Road School")

    assert step_for(CheckType.REFERENCES, NEEDED, held, today=TODAY).sentence == (
        "Waiting for the references from Farida Khan, Elm Road School, asked for 6 days ago."
    )


@pytest.mark.parametrize(
    ("requirement", "sentence"),
    [
        (NEEDED, "Ask for proof of the right to work."),
        (VOUCHED, "Ask the agency or provider to confirm its checks in writing."),
        (
            Requirement(Status.DEPENDS, "It depends on where they lived.", ("lived_abroad",)),
            "Find out more about the role. It depends on where they lived.",
        ),
        (
            Requirement(Status.DEPENDS, "Your policy decides.", (POLICY,)),
            "Ask for proof of the right to work.",
        ),
    ],
)
def test_step_for_what_is_not_begun_is_ours(requirement: Requirement, sentence: str) -> None:
    step = step_for(CheckType.RIGHT_TO_WORK, requirement, None, today=TODAY)

    assert (step.turn, step.sentence, step.is_waiting) == (Turn.US, sentence, False)


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        (
            HeldCheck(CheckType.IDENTITY, is_done=True, done_date=TODAY, outcome=Outcome.CONCERN),
            "Consider what came with proof of identity, and record what is decided.",
        ),
        (
            HeldCheck(CheckType.IDENTITY, is_done=True, outcome=Outcome.CLEAR),
            "Find the day on which proof of identity was seen: it is not written down.",
        ),
    ],
)
def test_step_for_what_is_done_but_not_settled(held: HeldCheck, sentence: str) -> None:
    assert step_for(CheckType.IDENTITY, NEEDED, held, today=TODAY).sentence == sentence


def test_step_for_an_assurance_waits_for_the_agency() -> None:
    step = step_for(CheckType.IDENTITY, VOUCHED, asked(CheckType.IDENTITY, date(2026, 11, 1)), today=TODAY)

    assert (step.turn, step.sentence) == (
        Turn.THIRD_PARTY,
        "Waiting for the written confirmation, asked for 1 day ago.",
    )


def test_find_next_step_takes_our_own_turn_first_and_the_longest_of_it() -> None:
    requirements = dict.fromkeys(CheckType, NEEDED)
    held = {CheckType.REFERENCES: asked(CheckType.REFERENCES, date(2026, 9, 1))}
    clearance = held_up_by(CheckType.REFERENCES, CheckType.IDENTITY, CheckType.ENHANCED_DBS)
    step = find_next_step(clearance, requirements, held, today=TODAY)

    assert step is not None
    assert step.check == CheckType.ENHANCED_DBS


def test_find_next_step_waits_for_whoever_was_asked_longest_ago() -> None:
    requirements = dict.fromkeys(CheckType, NEEDED)
    held = {
        check: asked(check, day)
        for check, day in (
            (CheckType.ENHANCED_DBS, date(2026, 10, 20)),
            (CheckType.IDENTITY, date(2026, 10, 1)),
        )
    }
    step = find_next_step(held_up_by(*held), requirements, held, today=TODAY)

    assert step is not None
    assert (step.check, step.turn) == (CheckType.IDENTITY, Turn.CANDIDATE)


def test_find_next_step_of_somebody_clear_is_none() -> None:
    clear = Clearance(Verdict.CLEAR, "Every check is done.", (), (), (), ())

    assert find_next_step(clear, {}, {}, today=TODAY) is None


def test_list_waiting_keeps_whom_it_waits_for() -> None:
    waits = NextStep(CheckType.IDENTITY, Turn.CANDIDATE, "Waiting.", is_waiting=True)
    ours = NextStep(CheckType.IDENTITY, Turn.US, "Look.")

    assert list_waiting([ours, waits], Turn.CANDIDATE) == [waits]
    assert list_waiting([ours, waits], Turn.US) == []
