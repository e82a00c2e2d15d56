"""Tables of pasted text given cell by cell: the wordings of a section, then as many signs, then methods."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from recruitment.domain.specification_evidence import are_methods_alone, is_codes, names_methods_only
from recruitment.domain.specification_requirement import requirement_of_word
from recruitment.readers.blocks import Row, Table
from recruitment.readers.columns import Columns, Role
from recruitment.readers.raw_lines import CellTexts, RawLine, Taken, row_of
from recruitment.readers.text_vertical import vertical_head
from recruitment.readers.wording import clean, split_marker

_FEWEST_ROWS = 3
_LONGEST_NAME = 8  # words


@dataclass(slots=True)
class _Section:
    """A name, the wordings below it, and what stands below these; ``end`` is the index behind them."""

    name: RawLine
    wordings: list[CellTexts] = field(default_factory=list)
    needs: list[RawLine] = field(default_factory=list)
    methods: list[RawLine] = field(default_factory=list)
    end: int = 0

    @property
    def is_whole(self) -> bool:
        """As many signs as wordings, and as many methods or none."""
        return len(self.needs) == len(self.wordings) > 0 and len(self.methods) in {0, len(self.wordings)}


def take_stacked(lines: Sequence[RawLine], start: int) -> Taken | None:
    """Sections below a head, each with its wordings as list items, then a sign and a method for each."""
    head, index = vertical_head(lines, start)
    if head is None or not head.at(Role.EVIDENCE):
        return None
    sections: list[_Section] = []
    over = index
    while index < len(lines) and (section := _section_from(lines, index, head)):
        sections.append(section)
        index = section.end
    if sum(len(section.wordings) for section in sections) < _FEWEST_ROWS:
        return None
    how = " ".join([head.names[head.at(Role.EVIDENCE)[0]], *_rest_of_head(lines, over, sections[0])])
    top = [[(name, lines[start].number)] for name in ("Section", "Criteria", "Essential/Desirable", how)]
    rows = [row for section in sections for row in _rows_of(section)]
    return Table((row_of(top, lines[start].number), *rows), ruled=False), index


def _section_from(lines: Sequence[RawLine], start: int, head: Columns) -> _Section | None:
    """The next section; short lines that go on with the head may stand above the first."""
    at = start
    while (below := _next(lines, at)) < len(lines) and not (_is_name(lines[at]) and _item(lines[below])):
        if split_marker(clean(lines[at].text))[0] or len(clean(lines[at].text).split()) > _LONGEST_NAME:
            return None
        at += 1
    if below >= len(lines):
        return None
    section = _Section(lines[at])
    at = below
    while at < len(lines) and (item := _item(lines[at])):
        if requirement_of_word(item):
            section.needs.append(RawLine(item, lines[at].number))
        elif section.needs and _says_methods(item, head):
            section.methods.append(RawLine(item, lines[at].number))
        elif section.needs:
            return None
        else:
            section.wordings.append([(item, lines[at].number)])
        section.end = at + 1
        at = _next(lines, at)
        while section.wordings and not section.needs and at < len(lines) and _goes_on(lines[at]):
            section.wordings[-1].append((clean(lines[at].text), lines[at].number))
            at = _next(lines, at)
    return section if section.is_whole else None


def _rest_of_head(lines: Sequence[RawLine], over: int, first: _Section) -> list[str]:
    """What stands between the names of the columns and the first section: “Interview”, “Form”, “Both”."""
    return [
        clean(line.text) for line in lines[over:] if line.number < first.name.number and not line.is_blank
    ]


def _next(lines: Sequence[RawLine], at: int) -> int:
    return next((later for later in range(at + 1, len(lines)) if not lines[later].is_blank), len(lines))


def _is_name(line: RawLine) -> bool:
    text = clean(line.text)
    return bool(text) and not split_marker(text)[0] and len(text.split()) <= _LONGEST_NAME


def _item(line: RawLine) -> str:
    """What a list item says, or nothing."""
    marker, text = split_marker(clean(line.text))
    return text if marker == "bullet" else ""


def _goes_on(line: RawLine) -> bool:
    """The rest of a printed line of a wording."""
    text = clean(line.text)
    return bool(text) and not split_marker(text)[0] and text[:1].islower()


def _says_methods(text: str, head: Columns) -> bool:
    said = is_codes(text, head.key) or are_methods_alone(text) or names_methods_only(text)
    return said or text.lower() == "both"


def _rows_of(section: _Section) -> list[Row]:
    name = [(clean(section.name.text), section.name.number)]
    made = [row_of([name], section.name.number)]
    for place, wording in enumerate(section.wordings):
        need = section.needs[place]
        how = [(one.text, one.number) for one in section.methods[place : place + 1]]
        made.append(row_of([[], wording, [(need.text, need.number)], how], wording[0][1]))
    return made
