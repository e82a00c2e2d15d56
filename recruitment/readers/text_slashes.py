"""Tables of pasted text whose cells are parted by slashes; empty cells have vanished."""

import re
from collections.abc import Sequence

from recruitment.domain.specification_evidence import parse_evidence, parse_key
from recruitment.readers.blocks import Table
from recruitment.readers.column_heads import read_header
from recruitment.readers.columns import Columns, Role
from recruitment.readers.headings import is_section_name
from recruitment.readers.raw_lines import CellTexts, RawLine, Taken, is_sign_text, row_of
from recruitment.readers.wording import clean, split_marker, starts_low

_LONGEST_EVIDENCE = 300


def take_slashes(lines: Sequence[RawLine], start: int) -> Taken | None:
    """Cells parted by “ / ” below a head; empty cells have vanished."""
    columns = read_header(_slash_parts(lines[start].text))
    if columns is None:
        return None
    rows: list[list[CellTexts]] = []
    numbers: list[int] = []
    index = start
    while index < len(lines):
        line = lines[index]
        if line.is_blank:
            after = next((later for later in lines[index:] if not later.is_blank), None)
            if after is None or not _goes_on_after_blank(after.text, rows, columns):
                break
            index += 1
            continue
        parts = _slash_parts(line.text)
        if index > start and not _begins_row(line.text, parts, rows[-1], columns):
            rows[-1][-1].append((parts[0], line.number))
            rows[-1].extend([(part, line.number)] for part in parts[1:])
        else:
            rows.append([[(part, line.number)] for part in parts])
            numbers.append(line.number)
        index += 1
    return Table(
        tuple(row_of(row, number) for row, number in zip(rows, numbers, strict=True)), gapped=True
    ), index


def _slash_parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"(?:(?<=\s)|^)/(?=\s|$)", text)]


def _goes_on_after_blank(
    text: str, rows: Sequence[Sequence[Sequence[tuple[str, int]]]], columns: Columns
) -> bool:
    """After a blank line only a line with a separator, or more of an open cell, belongs to the table."""
    if len(_slash_parts(text)) > 1:
        return True
    return bool(split_marker(clean(text))[0]) and not _row_is_full(rows[-1], columns)


def _begins_row(
    text: str, parts: Sequence[str], row: Sequence[Sequence[tuple[str, int]]], columns: Columns
) -> bool:
    first = parts[0]
    if not first or split_marker(clean(first))[0] or parse_key(first) or re.match(r"^[A-Z]{1,2}\s*=", first):
        return False
    if len(parts) == 1 and (
        is_sign_text(first) or (parse_evidence(first, columns.key) and not is_section_name(first))
    ):
        return len(row) == 1 and not is_sign_text(first)
    if len(parts) == 1 and all(is_sign_text(text) for text, _ in row[-1]):
        return True
    if len(row) == 1 and not (len(parts) > 1 and not row[0][-1][0]):
        return not starts_low(clean(first))
    return _row_is_full(row, columns) and not (is_sign_text(first) and len(parts) > 1)


def _row_is_full(row: Sequence[Sequence[tuple[str, int]]], columns: Columns) -> bool:
    last = " ; ".join(text for text, _ in row[-1] if text.strip())
    if not last:
        return False
    if columns.at(Role.EVIDENCE):
        signs = all(is_sign_text(text) for text, _ in row[-1] if text.strip())
        return len(row) >= len(columns.roles) or (
            not signs and len(row) > 1 and _names_methods(last, columns)
        )
    return True


def _names_methods(text: str, columns: Columns) -> bool:
    """Whether a cell says how something is assessed; one that grew this long says something else."""
    return len(text) <= _LONGEST_EVIDENCE and parse_evidence(text, columns.key) is not None
