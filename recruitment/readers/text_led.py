"""Copied tables whose rows begin with a sign: “Measured by Criterion Essential/Desirable”, “E/D Criteria”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from recruitment.domain.specification_evidence import are_methods_alone, is_codes
from recruitment.domain.specification_key import parse_key
from recruitment.domain.specification_requirement import requirement_of_word
from recruitment.readers.blocks import Table
from recruitment.readers.column_heads import may_head, read_header
from recruitment.readers.columns import Role, is_generic
from recruitment.readers.copied_heads import CopiedHead, key_above, signs_at_end
from recruitment.readers.headings import begins_part, is_section_name
from recruitment.readers.raw_lines import RawLine, Taken, row_of
from recruitment.readers.wording import clean

_FEWEST_ROWS = 3
_MOST = 0.8  # of the rows have all their signs
_LONGEST_HEAD = 8  # words
_LONGEST_NAME = 5  # words of a section
_LONGEST_LEAD = 5  # words of a sign
_LONGEST_ROW = 6  # printed lines
_BEGINS = re.compile(r"[A-Z\d“‘\"'(]")  # a wording
_OPEN_SIGNS = ("/", ",", ";", "&", "+")  # at the end of signs that wrap
_COLUMNS = {
    (Role.EVIDENCE, Role.UNNAMED, Role.REQUIREMENT),
    (Role.REQUIREMENT, Role.UNNAMED, Role.EVIDENCE),
    (Role.EVIDENCE, Role.UNNAMED),
    (Role.REQUIREMENT, Role.UNNAMED),
}


@dataclass(frozen=True, slots=True)
class _LedHead:
    """What leads each row and, where a third column stands behind the wordings, the signs that end it."""

    names: tuple[str, ...]
    lead: Role
    key: dict[str, str]

    @property
    def ending(self) -> CopiedHead | None:
        """The same head without its first column, where signs stand behind the wordings too."""
        _, wording, *end = self.names
        if not end:
            return None
        need = ("Essential/Desirable",) if self.lead is Role.EVIDENCE else ()
        return CopiedHead((wording, *need, *end), self.key, {}, says_need=bool(need), weighs=False)


@dataclass(slots=True)
class _LedRow:
    section: str
    lead: str
    number: int
    texts: list[str] = field(default_factory=list)
    end: str = ""


def take_led(lines: Sequence[RawLine], start: int) -> Taken | None:
    """The rows below such a head: most have all their signs, and only names of sections stand between."""
    head = _head_of(lines, start)
    if head is None:
        return None
    rows, end = _rows_below(lines, start + 1, head)
    whole = sum(bool(row.texts and (row.end or not head.ending)) for row in rows)
    articles = {row.lead for row in rows} == {"A"}  # “A good command of English”
    if len(rows) < _FEWEST_ROWS or whole < len(rows) * _MOST or articles:
        return None
    number = lines[start].number
    top = row_of([[(name, number)] for name in ("Section", *head.names)], number)
    made = [
        row_of([[(cell, row.number)] for cell in _cells(row)[: len(head.names) + 1]], row.number)
        for row in rows
    ]
    return Table((top, *made), ruled=False), end


def _cells(row: _LedRow) -> tuple[str, ...]:
    return row.section, row.lead, " ".join(row.texts), row.end


def _head_of(lines: Sequence[RawLine], start: int) -> _LedHead | None:
    text = clean(lines[start].text)
    words = text.split()
    if not 2 <= len(words) <= _LONGEST_HEAD or not may_head(text) or "\t" in lines[start].text:
        return None
    for names in _parted(words):
        read = read_header(names)
        if read and read.roles in _COLUMNS and is_generic(names[1]):
            return _LedHead(names, read.roles[0], key_above(lines, start))
    return None


def _parted(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words of a head as the names of three columns, or of two."""
    for first in range(1, len(words) - 1):
        for second in range(first + 1, len(words)):
            yield " ".join(words[:first]), " ".join(words[first:second]), " ".join(words[second:])
    for first in range(1, len(words)):
        yield " ".join(words[:first]), " ".join(words[first:])


def _rows_below(lines: Sequence[RawLine], start: int, head: _LedHead) -> tuple[list[_LedRow], int]:
    rows: list[_LedRow] = []
    section = ""
    end = start
    for index in range(start, len(lines)):
        text = clean(lines[index].text)
        lead, rest = _led(text, head)
        last = rows[-1] if rows else None
        is_whole = last is None or bool(last.end) or not head.ending
        if not text:
            continue
        if lead:
            rows.append(_LedRow(section, lead, lines[index].number))
            _add(rows[-1], rest, head)
        elif last and last.end and last.end.endswith(_OPEN_SIGNS) and is_codes(text, head.key):
            last.end = f"{last.end} {text}"
        elif is_whole and (is_section_name(text) or _stands_over_row(text, lines[index + 1 :], head)):
            section = text
            continue
        elif last and _goes_on(last, text, lines[index - 1], head):
            _add(last, text, head)
        else:
            break
        end = index + 1
    return rows, end


def _led(text: str, head: _LedHead) -> tuple[str, str]:
    """The sign at the start of a line and the wording behind it; nothing where it has none."""
    words = text.split()
    if len(words) <= _LONGEST_NAME and is_section_name(text):
        return "", text
    for count in range(min(_LONGEST_LEAD, len(words) - 1), 0, -1):
        sign, rest = " ".join(words[:count]), " ".join(words[count:])
        if _BEGINS.match(rest) and _is_sign(sign, head):
            return sign, rest
    return "", text


def _is_sign(text: str, head: _LedHead) -> bool:
    if head.lead is Role.REQUIREMENT:
        return requirement_of_word(text) is not None
    return is_codes(text, head.key) or are_methods_alone(text)


def _add(row: _LedRow, text: str, head: _LedHead) -> None:
    """One more printed line of a row, of which the last ends in its signs."""
    found = signs_at_end(text, head.ending) if head.ending else None
    if not found:
        row.texts.append(text)
        return
    wording, (need, _, how) = found
    row.end = need or how
    row.texts += [wording] if wording else []


def _stands_over_row(text: str, below: Sequence[RawLine], head: _LedHead) -> bool:
    """“Working with others”, between rows that say where they end."""
    next_line = next((clean(line.text) for line in below if not line.is_blank), "")
    return bool(head.ending and len(text.split()) <= _LONGEST_NAME and _led(next_line, head)[0])


def _goes_on(row: _LedRow, text: str, above: RawLine, head: _LedHead) -> bool:
    """Whether a line without a sign at its start is the next printed line of the row."""
    if row.end or len(row.texts) >= _LONGEST_ROW or begins_part(text) or parse_key(text):
        return False
    return bool(head.ending) or not above.is_blank
