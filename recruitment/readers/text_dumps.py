"""Tables of pasted text with nothing between the cells of a row."""

import re
from collections.abc import Sequence

from recruitment.domain.specification_evidence import parse_evidence
from recruitment.domain.specification_requirement import requirement_of_word
from recruitment.readers.blocks import Row, Table
from recruitment.readers.headings import is_section_name
from recruitment.readers.raw_lines import RawLine, Taken, row_of
from recruitment.readers.wording import clean

_OPEN_NAME = re.compile(r"(?:\b(?:and|or|of|to|in|for|the)|&)$", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\b[A-Z]{2,}$")
_TAIL = re.compile(
    r"^(?P<text>.{8,}?[^\s–—-])\s+(?P<sign>E|D|Essential|Desirable|[✓✔√Xx])\s+(?P<how>\S.{0,60})$"
)


def _flat_parts(text: str) -> tuple[str, str, str] | None:
    found = _TAIL.match(clean(text))
    if not found or not parse_evidence(found["how"], {}):
        return None
    return found["text"], found["sign"], found["how"]


def take_flat(lines: Sequence[RawLine], start: int) -> Taken | None:
    """Lines that end in a requirement and its evidence, with nothing between the cells."""
    if _flat_parts(lines[start].text) is None:
        return None
    rows: list[Row] = []
    index = start
    while index < len(lines):
        if lines[index].is_blank:
            index += 1
            continue
        parts = _flat_parts(lines[index].text)
        if parts is None:
            break
        rows.append(_flat_row(parts, lines[index].number))
        index += 1
    if len(rows) < 3:
        return None
    head = row_of(
        [
            [(name, lines[start].number)]
            for name in ("Section", "Criteria", "Essential/Desirable", "Evidence")
        ],
        lines[start].number,
    )
    return Table((head, *rows)), index


def _flat_row(parts: tuple[str, str, str], number: int) -> Row:
    text, sign, how = parts
    section, text = split_section(text)
    return row_of(
        [[(cell, number)] for cell in (section, text, sign if requirement_of_word(sign) else "", how)], number
    )


def split_section(text: str) -> tuple[str, str]:
    """“Knowledge Knowledge of …” and “Work experience At least …”: the shortest name before them.

    Several words in capitals before a sentence are a name whatever they say.
    """
    words = text.split()
    for count in range(1, min(8, len(words) - 1)):
        head, rest = " ".join(words[:count]), words[count]
        if not (rest[:1].isupper() and head[:1].isupper()) or _OPEN_NAME.search(head):
            continue
        shouted = head.isupper() and count > 1 and not rest.isupper()
        if shouted or (is_section_name(head) and (head.isupper() or not _ABBREVIATION.search(head))):
            return head, " ".join(words[count:])
    return "", text
