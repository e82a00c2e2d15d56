"""Criteria on their way: facts as read, before the notes and keys of the specification are applied."""

import re
from dataclasses import dataclass, field

from recruitment.domain.person_specification import SourceLine
from recruitment.domain.specification_convention import Convention, EvidenceSign
from recruitment.domain.specification_requirement import Requirement
from recruitment.readers.assessed_headings import split_assessed
from recruitment.readers.blocks import Cell
from recruitment.readers.columns import Columns

CONTINUED = re.compile(r"\s*[\(\[–—-]?\s*\b(?:contd?|cont['’]d|continued)\b\.?\s*[\)\]]?\s*$", re.IGNORECASE)


@dataclass(slots=True)
class Draft:
    """One wording and what its place says about it. ``evidence`` None: its place says nothing.

    ``blank``: its place for the requirement is there and empty; ``is_intact``: the lines of its table are
    drawn, so that an empty cell is one that the author left empty; ``only_expected``: the line over its list
    says “you will have”, which is essential only beside what is desirable.
    """

    text: str
    source: SourceLine
    section: str | None = None
    requirement: Requirement | None = None
    evidence: tuple[str, ...] | None = None
    weight: int | None = None
    bold: bool = False
    italic: bool = False
    colour: str = ""
    number: str = ""
    blank: bool = False
    is_intact: bool = False
    only_expected: bool = False
    check: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Context:
    """What holds where the reader stands in a specification.

    ``outer`` is true where the requirement heads several sections, so that a new section keeps it;
    ``shows_looks``: the file keeps bold and italics, so that a wording without them says something too;
    ``heads`` are the names over the wordings of all its tables; ``lost_head``: a line looks like the head of
    a table that could not be read; ``is_assessed_by_section``: “these will be assessed by …” stands there
    several times and says different things, so each speaks of its own section; ``part_evidence``: a heading
    over several sections says how all of them are assessed; ``is_unsure``: a line that was not understood
    stands over the wordings that come, so what held before may not hold for them; ``above``: the cells of the
    rows before by their column, for those that go on in the row below; ``lost_sign``: a note speaks of
    shading that the file does not show; ``is_shifted``: marks of the table stand beside their columns;
    ``evidence_by_row``: methods below each other speak of all wordings of their row; ``evidence_by_area``:
    those in the first row of an area speak of all its rows.
    """

    key: dict[str, str] = field(default_factory=dict)
    convention: Convention | None = None
    section: str | None = None
    requirement: Requirement | None = None
    outer: bool = False
    section_evidence: tuple[str, ...] | None = None
    part_evidence: tuple[str, ...] | None = None
    is_unsure: bool = False
    assessed_in_brackets: bool = False
    lost_sign: bool = False
    above: dict[int, Cell] = field(default_factory=dict)
    only_expects: bool = False
    columns: Columns | None = None
    drafts: list[Draft] = field(default_factory=list)
    drafts_before_requirement: int = 0
    general_evidence: tuple[str, ...] = ()
    evidence_sign: EvidenceSign | None = None
    is_assessed_by_section: bool = False
    unread: list[str] = field(default_factory=list)
    shows_looks: bool = False
    heads: frozenset[str] = frozenset()
    lone_rows_are_sections: bool = False
    is_intact: bool = False
    is_shifted: bool = False
    evidence_by_row: bool = False
    evidence_by_area: bool = False
    lost_head: bool = False

    @property
    def is_fresh(self) -> bool:
        """Whether no wording has come since the last requirement heading."""
        return len(self.drafts) == self.drafts_before_requirement

    @property
    def is_lettered(self) -> bool:
        """A note says that wordings without a letter are the other requirement."""
        return self.convention is not None and self.convention.sign == "letter"

    def begin_section(self, name: str | None) -> None:
        """A new section forgets the requirement, unless that heads the sections.

        “Knowledge (application, interview)” also says how the section is assessed.
        """
        bare, letters = split_assessed(CONTINUED.sub("", name or ""), self.key)
        self.section_evidence = letters or self.part_evidence
        self.section = bare or None
        self.is_unsure = self.only_expects = False
        if not self.outer:
            self.requirement = None

    def assess_section(self, letters: tuple[str, ...]) -> None:
        """“Assessed by …” serves the whole section, above and below it."""
        self.section_evidence = letters
        for draft in reversed(self.drafts):
            if draft.section != self.section:
                break
            if draft.evidence is None:
                draft.evidence = letters

    def begin_part(self, letters: tuple[str, ...]) -> None:
        """A heading over several sections that says how they are assessed."""
        self.part_evidence = letters
        self.begin_section(None)

    def assess_part(self, letters: tuple[str, ...] | None) -> None:
        """A sentence that says how its part is assessed; whether it is essential was said, or will be.

        None: another part begins, of which nothing is known yet.
        """
        self.part_evidence = self.section_evidence = letters

    def begin_part_of(self, requirement: Requirement, letters: tuple[str, ...]) -> None:
        """A paragraph that speaks for all sections below it; the heading of a section may stand above it."""
        begun = self.section and all(draft.section != self.section for draft in self.drafts)
        self.part_evidence = letters or None
        self.begin_requirement(requirement, self.section if begun else None, outer=True)

    def begin_requirement(self, requirement: Requirement, section: str | None, *, outer: bool) -> None:
        """A requirement heading; with a name of its own it opens that section too."""
        if section:
            self.section, self.section_evidence = section, self.part_evidence
        elif outer or self.outer:
            self.section, self.section_evidence = None, self.part_evidence
        self.requirement, self.outer = requirement, outer
        self.is_unsure = self.only_expects = False
        self.drafts_before_requirement = len(self.drafts)

    def skip(self, text: str) -> None:
        if text.strip():
            self.unread.append(text.strip())
