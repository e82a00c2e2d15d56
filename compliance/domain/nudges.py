"""Reminders ready to be sent: to the candidate about everything awaited, to others about one thing each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from compliance.domain.categories import CheckType
from compliance.domain.next_step import NextStep, Turn, list_waiting

# What a candidate is asked for, as a line of a letter.
_LINES = {
    CheckType.IDENTITY: "your passport or driving licence, a recent letter with your address, and your birth "
    "certificate if you have it",
    CheckType.RIGHT_TO_WORK: "proof of your right to work: your passport, or a share code",
    CheckType.QUALIFICATIONS: "the original certificates of your qualifications",
    CheckType.EMPLOYMENT_HISTORY_GAPS: "a word on the gaps in your employment history",
    CheckType.CRIMINAL_SELF_DECLARATION: "your self-declaration form",
    CheckType.CHILDCARE_DISQUALIFICATION: "your childcare disqualification declaration, about yourself only",
    CheckType.OVERSEAS: "the certificates of good conduct from the countries you lived in",
}


@dataclass(frozen=True, slots=True)
class Nudge:
    """A reminder. ``email`` is empty where nobody's address is known here."""

    turn: Turn
    about: str
    email: str
    subject: str
    body: str

    @property
    def mailto(self) -> str:
        """The address that opens the reminder in somebody's own mail program."""
        return f"mailto:{quote(self.email, safe='@')}?subject={quote(self.subject)}&body={quote(self.body)}"


@dataclass(frozen=True, slots=True)
class Post:
    """Who starts as what, where and when, for the words of a letter."""

    given_name: str
    full_name: str
    email: str
    job_title: str
    school: str
    start_date: date | None
    sender: str


def write_nudges(steps: Sequence[NextStep], post: Post) -> Iterator[Nudge]:
    """The reminders that would help now, the candidate's first."""
    if waiting := list_waiting(steps, Turn.CANDIDATE):
        yield _to_candidate(waiting, post)
    for step in list_waiting(steps, Turn.THIRD_PARTY):
        yield _to_third_party(step, post)


def _to_candidate(waiting: Sequence[NextStep], post: Post) -> Nudge:
    lines = "\n".join(f"- {_LINES[step.check]}" for step in waiting if step.check in _LINES)
    when = f" on {post.start_date:%d/%m/%Y}" if post.start_date else ""
    body = (
        f"Dear {post.given_name},\n\n"
        f"We look forward to welcoming you as {post.job_title} at {post.school}{when}. Before you can start "
        f"we still need:\n\n{lines}\n\n"
        f"Please bring the originals to the office, or tell us if something is unclear.\n\n"
        f"Kind regards\n{post.sender}"
    )
    return Nudge(Turn.CANDIDATE, post.full_name, post.email, f"Before you start at {post.school}", body)


def _to_third_party(step: NextStep, post: Post) -> Nudge:
    if step.check == CheckType.REFERENCES:
        what = f"the reference for {post.full_name}"
    elif step.check == CheckType.MEDICAL_FITNESS:
        what = f"confirmation that {post.full_name} is fit for the post"
    elif step.check == CheckType.ENHANCED_DBS:
        what = f"news of the DBS application of {post.full_name}"
    else:
        what = f"your written confirmation of the checks of {post.full_name}"
    when = f", who is to start on {post.start_date:%d/%m/%Y}" if post.start_date else ""
    body = (
        f"Dear colleague,\n\n"
        f"We are still waiting for {what}{when}, as {post.job_title} at {post.school}. Nobody starts here "
        f"before it is in. Could you let us know when we may expect it?\n\n"
        f"Kind regards\n{post.sender}"
    )
    return Nudge(step.turn, what, "", f"Reminder: {what}", body)
