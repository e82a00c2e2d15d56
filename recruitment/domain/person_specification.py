"""What was read in a job document, and what a careful person would question in it.

The readers fill these records; the review page shows them; a person confirms them. Everything here
is pure: the same list of criteria always gives the same findings, also after somebody edited it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from recruitment.domain.alike_criteria import AlikeGroup, group_alike
from recruitment.domain.wording_checks import (
    is_compound,
    is_trainable,
    is_trait_only,
    mentions_ended_disclosure,
)

__all__ = [
    "CriterionLike",
    "DocumentLine",
    "Duty",
    "Finding",
    "ReadCriterion",
    "ReadProfile",
    "ReadSpecification",
    "Reading",
    "Requirement",
    "SourceLine",
    "find_outdated_wording",
    "find_problems",
    "is_trainable",
]

Requirement = Literal["essential", "desirable"]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where a fact stands: page (PDF only) and line, both counted from 1."""

    page: int | None
    line: int


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One line of the document; ``shown`` only where the review page says more than the words."""

    page: int | None
    line: int
    text: str
    shown: str = ""


@dataclass(frozen=True, slots=True)
class ReadCriterion:
    """One criterion; None and empty mean that the document does not say.

    ``check`` names the fields (text, section, requirement, evidence) a person should look at.
    """

    text: str
    section: str | None = None
    requirement: Requirement | None = None
    evidence: tuple[str, ...] = ()
    weight: int | None = None
    source: SourceLine | None = None
    check: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadSpecification:
    """One person specification; ``evidence_key`` maps the document's letters to its own words."""

    title: str | None = None
    evidence_key: Mapping[str, str] = field(default_factory=dict)
    criteria: tuple[ReadCriterion, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of the job description, under the sub-heading it stands below."""

    section: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ReadProfile:
    """The form at the head of the job description, its purpose and its duties."""

    title: str | None = None
    employer: str | None = None
    model_number: str | None = None
    grade: str | None = None
    salary: str | None = None
    hours: str | None = None
    contract: str | None = None
    responsible_to: str | None = None
    reports_to: str | None = None
    purpose: str | None = None
    duties: tuple[Duty, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to settle before the specification is used.

    ``criteria`` holds positions, counted from 0, over all criteria of all specifications in the
    order of the document (the JSON of the command counts from 1).
    """

    code: str
    message: str
    criteria: tuple[int, ...] = ()
    source: SourceLine | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read in one document, with the lines it was read from."""

    profile: ReadProfile
    specifications: tuple[ReadSpecification, ...] = ()
    unread: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    lines: tuple[DocumentLine, ...] = ()

    @property
    def criteria(self) -> tuple[ReadCriterion, ...]:
        """All criteria in the order that the positions of findings refer to."""
        return tuple(criterion for part in self.specifications for criterion in part.criteria)


class CriterionLike(Protocol):
    """What the checks need to know; read and edited criteria both have it."""

    @property
    def text(self) -> str: ...
    @property
    def requirement(self) -> str | None: ...
    @property
    def evidence(self) -> Sequence[str]: ...


def find_problems(criteria: Sequence[CriterionLike]) -> tuple[Finding, ...]:
    """What to settle in these criteria, in the order of their first criterion.

    Codes: contradiction, duplicate, either_or, compound, untestable, no_evidence. Positions count
    from 0 over the list given; criteria without words are passed over. Criteria that ask for the same
    thing make one finding, however many they are.
    """
    alike = (_alike_finding(criteria, group) for group in group_alike(criteria))
    found = [*alike, *_find_wordings(criteria), *_find_missing_evidence(criteria)]
    return tuple(sorted(found, key=lambda finding: (finding.criteria[0], finding.code, finding.criteria)))


def find_outdated_wording(lines: Sequence[DocumentLine]) -> tuple[Finding, ...]:
    """Sentences about the disclosure of reprimands and final warnings, which ended [S37].

    Reprimands, warnings and other youth cautions have not been disclosed automatically on any
    certificate since 28 November 2020.
    """
    message = (
        "This notice says that reprimands or final warnings will be disclosed. Since 28 November 2020 they "
        "are no longer disclosed automatically. Cautions and convictions that are protected need not be "
        "disclosed and may not be relied on. Replace the sentence with your current disclosure wording "
        "before you advertise."
    )
    return tuple(
        Finding("outdated_disclosure", message, (), SourceLine(line.page, line.line))
        for line in lines
        if mentions_ended_disclosure(line.text)
    )


def _alike_finding(criteria: Sequence[CriterionLike], group: AlikeGroup) -> Finding:
    own = [criteria[place] for place in group.places]
    quoted = [f"“{_short(one.text)}”" for one in own[:2]]
    if len(own) > 2:
        return _finding_of_many(own, quoted, group)
    if group.is_contradiction:
        message = (
            f"{quoted[0]} is {own[0].requirement}, but {quoted[1]} is {own[1].requirement}. "
            "They seem to ask for the same thing. Decide which one holds before the post is advertised, "
            "and keep only that one."
        )
        return Finding("contradiction", message, group.places)
    message = (
        f"{quoted[0]} and {quoted[1]} seem to ask for the same thing, so it would be "
        "scored twice. Keep the clearer one, or join them."
    )
    return Finding("duplicate", message, group.places)


def _finding_of_many(own: Sequence[CriterionLike], quoted: Sequence[str], group: AlikeGroup) -> Finding:
    who = f"{', '.join(quoted)} and {len(own) - 2} more seem to ask for the same thing"
    if group.is_contradiction:
        essential = sum(one.requirement == "essential" for one in own)
        desirable = sum(one.requirement == "desirable" for one in own)
        message = (
            f"{who}, but essential is said {_times(essential)} and desirable {_times(desirable)}. Decide "
            "which holds before the post is advertised, and keep only the rows that say so."
        )
        return Finding("contradiction", message, group.places)
    message = f"{who}, so it would be scored {len(own)} times. Keep the clearest, or those that differ."
    return Finding("duplicate", message, group.places)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _find_wordings(criteria: Sequence[CriterionLike]) -> Iterator[Finding]:
    for index, criterion in enumerate(criteria):
        quoted = f"“{_short(criterion.text)}”"
        if is_trainable(criterion.text):
            yield Finding(
                "either_or",
                f"{quoted} can be met in two ways: by having it, or by being ready to gain it. It is marked "
                "as trainable, so that a candidate who is willing to train is not marked down.",
                (index,),
            )
        if is_trait_only(criterion.text):
            yield Finding(
                "untestable",
                f"{quoted} names a quality without saying how anyone would show it. Say what the person "
                "would do in the job, so that the panel can score it on evidence.",
                (index,),
            )
        elif is_compound(criterion.text):
            yield Finding(
                "compound",
                f"{quoted} asks for more than one thing, so one score cannot be fair to a candidate who "
                "meets only part of it. Split it, or accept it as it stands.",
                (index,),
            )


def _find_missing_evidence(criteria: Sequence[CriterionLike]) -> Iterator[Finding]:
    missing = tuple(
        index for index, criterion in enumerate(criteria) if criterion.text.strip() and not criterion.evidence
    )
    if missing:
        count = "One criterion does" if len(missing) == 1 else f"{len(missing)} criteria do"
        yield Finding(
            "no_evidence",
            f"{count} not say how they will be assessed, so no stage would score them. "
            "Choose application, interview, reference or another method for each."
            if len(missing) > 1
            else f"{count} not say how it will be assessed, so no stage would score it. "
            "Choose application, interview, reference or another method.",
            missing,
        )


def _short(text: str, longest: int = 90) -> str:
    """Enough of a wording to recognise it, cut between words."""
    text = " ".join(text.split()).rstrip(".;,")
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"
