"""Tables of pasted text with nothing between the cells, or with one cell a line."""

import re
from collections.abc import Sequence

from recruitment.domain.specification_evidence import parse_evidence
from recruitment.domain.specification_requirement import is_mark, requirement_of_word
from recruitment.readers.blocks import Row, Table
from recruitment.readers.columns import Columns, Role, read_header
from recruitment.readers.headings import is_section_name
from recruitment.readers.raw_lines import CellTexts, RawLine, Taken, is_sign_text, row_of
from recruitment.readers.wording import clean, starts_low

_TAIL = re.compile(r"^(?P<text>.{8,}?\S)\s+(?P<sign>E|D|Essential|Desirable|[✓✔√Xx])\s+(?P<how>\S.{0,60})$")

_CODES = re.compile(r"^[A-Z]{1,3}(?:[,/ ]+[A-Z]{1,3})*$")


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
    section, text = _split_section(text)
    return row_of(
        [[(cell, number)] for cell in (section, text, sign if requirement_of_word(sign) else "", how)], number
    )


def _split_section(text: str) -> tuple[str, str]:
    """“Knowledge Knowledge of …” and “Work experience At least …”: a section name before a new sentence."""
    words = text.split()
    for count in range(min(7, len(words) - 2), 0, -1):
        head, rest = " ".join(words[:count]), words[count]
        if (
            rest[:1].isupper()
            and head[:1].isupper()
            and is_section_name(head)
            and not re.search(r"\b[A-Z]{2,}$", head)
        ):
            return head, " ".join(words[count:])
    return "", text


def take_vertical(lines: Sequence[RawLine], start: int) -> Taken | None:
    """A head and then a table with one cell a line: wordings, then marks and evidence below each."""
    head, index = _vertical_head(lines, start)
    if head is None:
        return None
    rows: list[list[CellTexts]] = []
    signed = 0
    while index < len(lines):
        line = lines[index]
        if line.is_blank:
            index += 1
            continue
        text = clean(line.text)
        sign = (
            is_sign_text(text)
            or bool(_CODES.match(text))
            or (parse_evidence(text, head.key) is not None and len(text) < 60)
        )
        if sign and rows:
            rows[-1].append([(text, line.number)])
            signed += 1
        elif not sign:
            rows.append([[(text, line.number)]])
        index += 1
    if signed < 3:
        return None
    first = row_of([[(name, lines[start].number)] for name in head.names], lines[start].number)
    made = tuple(row_of(row, row[0][0][1]) for row in rows)
    return Table((first, *made), gapped=True), index


def _vertical_head(lines: Sequence[RawLine], start: int) -> tuple[Columns | None, int]:
    """Three to six short lines that make a head when set side by side."""
    first = clean(lines[start].text)
    if len(first.split()) > 4 or is_mark(first):
        return None, start
    names: list[str] = []
    index = start
    while index < len(lines) and len(names) < 7:
        text = clean(lines[index].text)
        if text and names and starts_low(text):
            names[-1] = f"{names[-1]} {text}"
        elif text:
            if len(text.split()) > 6:
                break
            names.append(text)
        index += 1
        columns = read_header(names) if len(names) >= 3 else None
        if columns and {Role.ESSENTIAL, Role.DESIRABLE} <= set(columns.roles) and columns.at(Role.EVIDENCE):
            after = [clean(line.text) for line in lines[index : index + 3] if line.text.strip()]
            if after and starts_low(after[0]):
                continue
            return columns, index
    return None, start
