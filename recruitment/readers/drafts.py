"""Criteria on their way: facts as read, before the notes and keys of the specification are applied."""

from dataclasses import dataclass, field

from recruitment.domain.person_specification import SourceLine
from recruitment.domain.specification_requirement import Convention, Requirement
from recruitment.readers.columns import Columns


@dataclass(slots=True)
class Draft:
    """One wording and what its place says about it. ``evidence`` None: its place says nothing."""

    text: str
    source: SourceLine
    section: str | None = None
    requirement: Requirement | None = None
    evidence: tuple[str, ...] | None = None
    weight: int | None = None
    bold: bool = False
    italic: bool = False
    check: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Context:
    """What holds where the reader stands in a specification.

    ``outer`` is true where the requirement heads several sections, so that a new section keeps it.
    """

    key: dict[str, str] = field(default_factory=dict)
    convention: Convention | None = None
    section: str | None = None
    requirement: Requirement | None = None
    outer: bool = False
    section_evidence: tuple[str, ...] | None = None
    columns: Columns | None = None
    drafts: list[Draft] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def begin_section(self, name: str | None) -> None:
        """A new section forgets the requirement, unless that heads the sections."""
        self.section = name
        self.section_evidence = None
        if not self.outer:
            self.requirement = None

    def begin_requirement(self, requirement: Requirement, section: str | None, *, outer: bool) -> None:
        """A requirement heading; with a name of its own it opens that section too."""
        if section:
            self.section, self.section_evidence = section, None
        elif outer or self.outer:
            self.section, self.section_evidence = None, None
        self.requirement, self.outer = requirement, outer

    def skip(self, text: str) -> None:
        if text.strip():
            self.unread.append(text.strip())
