"""Tables of pasted text given cell by cell: the wordings of a section, then as many signs, then methods."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from recruitment.domain.specification_evidence import (
    are_methods_alone,
    is_codes,
    methods_in,
    names_methods_only,
)
from recruitment.domain.specification_requirement import requirement_of_word
from recruitment.readers.blocks import Row, Table
from recruitment.readers.column_heads import heads_evidence, read_header
from recruitment.readers.columns import Columns, Role, is_generic
from recruitment.readers.raw_lines import CellTexts, RawLine, Taken, row_of
from recruitment.readers.text_vertical import vertical_head
from recruitment.readers.wording import clean, join, split_marker, starts_low

_FEWEST_ROWS = 3
_FEWEST_SECTIONS = 2  # where no column says the need
_LONGEST_HEAD = 40  # lines, with all that goes on with it
_LONGEST_NAME = 8  # words
_LONGEST_METHOD = 3  # words
_PLAIN_HEAD = 3  # names: of the section, the wordings, the methods


@dataclass(slots=True)
class _Section:
    """A name, the wordings below it, and what stands below these; ``end`` is the index behind them."""

    name: list[RawLine]
    wordings: list[CellTexts] = field(default_factory=list)
    needs: list[RawLine] = field(default_factory=list)
    methods: list[RawLine] = field(default_factory=list)
    end: int = 0

    def is_whole(self, head: Columns) -> bool:
        """As many signs as wordings, and as many methods; these may be missing beside signs."""
        count = len(self.wordings)
        if self.needs:
            return len(self.needs) == count > 0 and len(self.methods) in {0, count}
        if _has_sides(head):
            return len(self.methods) == 1 <= count
        return not head.asks_requirement and len(self.methods) == count > 0


def take_stacked(lines: Sequence[RawLine], start: int) -> Taken | None:
    """Sections below a head, each with its wordings as list items, then a sign and a method for each."""
    head, index = _head_at(lines, start)
    if head is None or not head.at(Role.EVIDENCE):
        return None
    sections: list[_Section] = []
    over = index
    while index < len(lines) and (section := _section_from(lines, index, head, is_first=not sections)):
        sections.append(section)
        index = section.end
    count = sum(len(section.wordings) for section in sections)
    if count < _FEWEST_ROWS or (not head.asks_requirement and len(sections) < _FEWEST_SECTIONS):
        return None
    how = " ".join([head.names[head.at(Role.EVIDENCE)[0]], *_rest_of_head(lines, over, sections[0])])
    run_on = _has_sides(head) and not any(section.needs for section in sections)
    need = ["Essential/Desirable"] if head.asks_requirement else []
    need = ["Essential", "Desirable"] if run_on else need
    top = [[(name, lines[start].number)] for name in ("Section", "Criteria", *need, how)]
    rows = [row for section in sections for row in _rows_of(section, head)]
    return Table((row_of(top, lines[start].number), *rows), gapped=run_on, ruled=False), index


def _has_sides(head: Columns) -> bool:
    """Columns for both needs, whose wordings, where no signs stand below, have run into one list."""
    return bool(head.at(Role.ESSENTIAL) and head.at(Role.DESIRABLE))


def _head_at(lines: Sequence[RawLine], start: int) -> tuple[Columns | None, int]:
    """A head one name a line; “Factor”, “Criteria”, “Method of assessment” where a heading says the need."""
    if is_generic(clean(lines[start].text)):
        filled = [
            at for at in range(start, min(start + 2 * _PLAIN_HEAD, len(lines))) if not lines[at].is_blank
        ]
        names = [clean(lines[at].text) for at in filled[:_PLAIN_HEAD]]
        columns = read_header(names) if heads_evidence(names[-1]) else None
        if columns and is_generic(names[1]) and columns.roles[-1] is Role.EVIDENCE:
            return columns, filled[_PLAIN_HEAD - 1] + 1
    return vertical_head(lines, start)


def _section_from(lines: Sequence[RawLine], start: int, head: Columns, *, is_first: bool) -> _Section | None:
    """The next section; short lines that go on with the head may stand above the first."""
    at = start if not lines[start].is_blank else _next(lines, start)
    while (below := _next(lines, at)) < len(lines) and not (_is_name(lines[at]) and _is_item(lines[below])):
        long = below - start > _LONGEST_HEAD or len(clean(lines[at].text).split()) > _LONGEST_NAME
        if long or split_marker(clean(lines[at].text))[0]:
            return None
        if not is_first and not starts_low(clean(lines[below].text)):  # a name may wrap
            return None
        at = below
    if below >= len(lines):
        return None
    section = _Section(_name_ending(lines, at, start))
    at = below
    while at < len(lines) and not _is_over(section, lines, at, head) and _take(section, lines[at], head):
        section.end = at + 1
        at = _next(lines, at)
    return section if section.is_whole(head) else None


def _is_over(section: _Section, lines: Sequence[RawLine], at: int, head: Columns) -> bool:
    """Whether a blank line parts what stands here from a section that has all it needs: “Qualifications”."""
    return (
        bool(section.methods)
        and section.is_whole(head)
        and lines[at - 1].is_blank
        and not _is_item(lines[at])
    )


def _take(section: _Section, line: RawLine, head: Columns) -> bool:
    """Whether a line belongs to the section: a wording, or more of one, a sign, or methods."""
    marker, text = split_marker(clean(line.text))
    listed = marker and not section.needs and _has_sides(head)  # a wording, though it speaks of references
    wanted = not head.asks_requirement or _has_sides(head) or bool(section.needs)
    told = section.methods if wanted else []
    if marker not in {"", "bullet"}:
        return False
    if requirement_of_word(text) and not section.methods:
        section.needs.append(RawLine(text, line.number))
    elif wanted and not listed and _says_methods(text, head, section):
        section.methods.append(RawLine(text, line.number))
    elif section.needs or section.methods:
        if marker or not (told and starts_low(text) and names_methods_only(text)):
            return False
        told[-1] = RawLine(join(told[-1].text, text), told[-1].number)
    elif marker:
        section.wordings.append([(text, line.number)])
    elif section.wordings:
        section.wordings[-1].append((text, line.number))
    return True


def _name_ending(lines: Sequence[RawLine], at: int, start: int) -> list[RawLine]:
    """The printed lines of a name, of which the last stands at this index."""
    first = at
    while first > start and not lines[first - 1].is_blank and starts_low(clean(lines[first].text)):
        first -= 1
    return [*lines[first : at + 1]]


def _rest_of_head(lines: Sequence[RawLine], over: int, first: _Section) -> list[str]:
    """What stands between the names of the columns and the first section: “Interview”, “Form”, “Both”."""
    return [
        clean(line.text) for line in lines[over:] if line.number < first.name[0].number and not line.is_blank
    ]


def _next(lines: Sequence[RawLine], at: int) -> int:
    return next((later for later in range(at + 1, len(lines)) if not lines[later].is_blank), len(lines))


def _is_name(line: RawLine) -> bool:
    text = clean(line.text)
    return bool(text) and not split_marker(text)[0] and len(text.split()) <= _LONGEST_NAME


def _is_item(line: RawLine) -> bool:
    return split_marker(clean(line.text))[0] == "bullet"


def _says_methods(text: str, head: Columns, section: _Section) -> bool:
    """Below other methods also “Typing test”, of which one word says nothing."""
    said = is_codes(text, head.key) or are_methods_alone(text) or names_methods_only(text)
    among = bool(section.methods) and len(text.split()) <= _LONGEST_METHOD and bool(methods_in(text))
    return said or among or text.lower() == "both"


def _rows_of(section: _Section, head: Columns) -> list[Row]:
    name = [(" ".join(clean(line.text) for line in section.name), section.name[0].number)]
    made = [row_of([name], section.name[0].number)]
    for place, wording in enumerate(section.wordings):
        needs = [[(one.text, one.number) for one in section.needs[place : place + 1]]]
        methods = section.methods[place : place + 1] if len(section.methods) > 1 else section.methods
        if _has_sides(head) and not section.needs:
            needs = [[("✓", wording[0][1])]]
        how = [(one.text, one.number) for one in methods]
        made.append(row_of([[], wording, *(needs if head.asks_requirement else []), how], wording[0][1]))
    return made
