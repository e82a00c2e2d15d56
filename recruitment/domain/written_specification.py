"""A confirmed version as it leaves Appoint: the same facts for every kind of file."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from recruitment.domain.evidence_key import meaning_of
from recruitment.domain.profile_draft import LONGEST, DutyGroup, ProfileDraft, group_duties

FORMAT = "appoint-person-specification"
FORMAT_VERSION = 1
LABELS: Mapping[str, str] = {
    "title": "Job title",
    "employer": "Employer",
    "grade": "Grade",
    "salary": "Salary",
    "hours": "Hours",
    "contract": "Contract",
    "responsible_to": "Responsible to",
    "reports_to": "Reports to",
    "model_number": "Model number",
}


@dataclass(frozen=True, slots=True)
class WrittenCriterion:
    """One criterion; ``evidence`` holds letters in the order of the key."""

    text: str
    section: str
    requirement: str
    evidence: str
    is_trainable: bool = False


@dataclass(frozen=True, slots=True)
class WrittenSpecification:
    """What every file says; ``key`` explains the letters that are used, in the school's words."""

    profile: ProfileDraft
    number: int
    key: tuple[tuple[str, str], ...]
    criteria: tuple[WrittenCriterion, ...]

    @property
    def name(self) -> str:
        return f"{self.profile.title}, version {self.number}"

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """The stated facts of the post with their labels."""
        stated = ((label, getattr(self.profile, name)) for name, label in LABELS.items())
        return tuple((label, value) for label, value in stated if value)

    @property
    def sections(self) -> tuple[tuple[str, tuple[WrittenCriterion, ...]], ...]:
        """Criteria under the heading they stand below, in order."""
        return tuple((title, tuple(one for _, one in found)) for title, found in self.numbered_sections)

    @property
    def numbered_sections(self) -> tuple[tuple[str, tuple[tuple[int, WrittenCriterion], ...]], ...]:
        """The same, each criterion with its number."""
        return tuple(
            (title, tuple(found)) for title, found in groupby(self.numbered, lambda pair: pair[1].section)
        )

    @property
    def numbered(self) -> tuple[tuple[int, WrittenCriterion], ...]:
        """Criteria with the numbers, from 1, by which every page and form calls them."""
        return tuple(enumerate(self.criteria, start=1))

    @property
    def duties(self) -> tuple[DutyGroup, ...]:
        return group_duties(self.profile.duties)

    @property
    def key_in_words(self) -> str:
        """As in: A = Application form, I = Interview."""
        return ", ".join(f"{letter} = {words}" for letter, words in self.key)


def explain_letters(evidence: Sequence[str], key: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The letters that these criteria use, each with what it stands for."""
    used = set("".join(evidence))
    return tuple((letter, meaning_of(letter, key)) for letter in "AITPORCD" if letter in used)


def as_json(written: WrittenSpecification) -> dict[str, Any]:
    """The specification as plain JSON values, in the shape in which a reading is printed."""
    profile = {name: getattr(written.profile, name) or None for name in (*LONGEST, "purpose")}
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "version": written.number,
        "profile": {**profile, "duties": [asdict(duty) for duty in written.profile.duties]},
        "specifications": [
            {
                "title": written.profile.title,
                "evidence_key": dict(written.key),
                "criteria": [_criterion_as_json(one) for one in written.criteria],
            }
        ],
    }


def _criterion_as_json(criterion: WrittenCriterion) -> dict[str, Any]:
    return {
        "text": criterion.text,
        "section": criterion.section or None,
        "requirement": criterion.requirement,
        "evidence": list(criterion.evidence),
        "trainable": criterion.is_trainable,
    }
