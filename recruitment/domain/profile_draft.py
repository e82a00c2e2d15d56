"""The form at the head of a job description while it is being corrected."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recruitment.domain.person_specification import DocumentLine, Duty, ReadProfile

# The most a job profile keeps of each field, in characters.
LONGEST: Mapping[str, int] = {
    "title": 200,
    "employer": 200,
    "model_number": 40,
    "grade": 100,
    "salary": 200,
    "hours": 200,
    "contract": 200,
    "responsible_to": 200,
    "reports_to": 200,
}
SECTION_LONGEST = 200

_OF_COMMAND = re.compile(
    r"(?:^|\|)\s*((?:immediate |direct )?line manage(?:r|d by)|immediate supervisor|"
    r"(?:you will )?report(?:s|ing)? (?:in)?to|"
    r"(?:directly )?responsible to|accountable to|managed by|supervised by)"
    r"(?=\s*(?:[:|–—-]|$)|(?: \S+){1,6}$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ProfileDraft:
    """What the job profile will say; an empty text where the document does not state it."""

    title: str = ""
    employer: str = ""
    model_number: str = ""
    grade: str = ""
    salary: str = ""
    hours: str = ""
    contract: str = ""
    responsible_to: str = ""
    reports_to: str = ""
    purpose: str = ""
    duties: tuple[Duty, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """Duties under one sub-heading."""

    section: str
    texts: tuple[str, ...]

    @property
    def as_lines(self) -> str:
        return "\n".join(self.texts)


def from_read_profile(read: ReadProfile) -> ProfileDraft:
    """The form as the reader filled it."""
    fields = {name: getattr(read, name) or "" for name in (*LONGEST, "purpose")}
    return ProfileDraft(**fields, duties=read.duties)


def group_duties(duties: tuple[Duty, ...]) -> tuple[DutyGroup, ...]:
    """Duties in a row that share a sub-heading, together."""
    groups: list[DutyGroup] = []
    for duty in duties:
        section = duty.section or ""
        if groups and groups[-1].section == section:
            groups[-1] = DutyGroup(section, (*groups[-1].texts, duty.text))
        else:
            groups.append(DutyGroup(section, (duty.text,)))
    return tuple(groups)


def ungroup_duties(groups: tuple[DutyGroup, ...]) -> tuple[Duty, ...]:
    """The duties one by one, empty ones left away."""
    return tuple(
        Duty(group.section.strip() or None, text.strip())
        for group in groups
        for text in group.texts
        if text.strip()
    )


def find_word_of_command(lines: Sequence[DocumentLine], who: str) -> str:
    """What the document calls its line to ``who`` the post reports to: “Responsible to”; else empty.

    A single line of command fills one field of the form, whatever the document calls it. The name stands
    behind the word, or on the line below it.
    """
    texts = [line.text for line in lines]
    for text, below in zip(texts, [*texts[1:], ""], strict=False):
        match = _OF_COMMAND.search(text)
        if match and who:
            beside = text[match.end() :].strip(" :|–—-") or below
            if who.casefold() in beside.casefold():
                return match[1].strip().capitalize()
    return ""
