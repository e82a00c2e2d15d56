"""Reminders: one to the candidate about everything, one to each of the others."""

from datetime import date

from compliance.domain.categories import CheckType
from compliance.domain.next_step import NextStep, Turn
from compliance.domain.nudges import Post, write_nudges

POST = Post(
    given_name="Rowan",
    full_name="Rowan Ashdown",
    email="rowan@example.org",
    job_title="Teaching assistant",
    school="Mill Lane Primary School",
    start_date=date(2027, 1, 4),
    sender="Nia Owen",
)


def waiting(check: CheckType, turn: Turn) -> NextStep:
    return NextStep(check, turn, "Waiting.", is_waiting=True)


def test_the_candidate_gets_one_letter_about_everything() -> None:
    steps = [waiting(CheckType.IDENTITY, Turn.CANDIDATE), waiting(CheckType.RIGHT_TO_WORK, Turn.CANDIDATE)]
    (nudge,) = write_nudges(steps, POST)

    assert nudge.body == (
        "Dear Rowan,\n\n"
        "We look forward to welcoming you as Teaching assistant at Mill Lane Primary School on 04/01/2027. "
        "Before you can start we still need:\n\n"
        "- your passport or driving licence, a recent letter with your address, and your birth certificate "
        "if you have it\n"
        "- proof of your right to work: your passport, or a share code\n\n"
        "Please bring the originals to the office, or tell us if something is unclear.\n\n"
        "Kind regards\nNia Owen"
    )


def test_the_letter_opens_in_a_mail_program() -> None:
    (nudge,) = write_nudges([waiting(CheckType.IDENTITY, Turn.CANDIDATE)], POST)

    assert nudge.mailto.startswith(
        "mailto:rowan@example.org?subject=Before%20you%20start%20at%20Mill%20Lane%20Primary%20School"
        "&body=Dear%20Rowan%2C%0A%0AWe%20look"
    )


def test_others_get_a_letter_each_and_we_get_none() -> None:
    steps = [
        waiting(CheckType.REFERENCES, Turn.THIRD_PARTY),
        waiting(CheckType.MEDICAL_FITNESS, Turn.THIRD_PARTY),
        waiting(CheckType.ENHANCED_DBS, Turn.THIRD_PARTY),
        waiting(CheckType.PROHIBITION_TEACHING, Turn.THIRD_PARTY),
        NextStep(CheckType.S128, Turn.US, "Look it up."),
    ]

    assert [nudge.subject for nudge in write_nudges(steps, POST)] == [
        "Reminder: the reference for Rowan Ashdown",
        "Reminder: confirmation that Rowan Ashdown is fit for the post",
        "Reminder: news of the DBS application of Rowan Ashdown",
        "Reminder: your written confirmation of the checks of Rowan Ashdown",
    ]
