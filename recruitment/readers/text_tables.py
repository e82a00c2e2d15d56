"""Tables as they arrive in pasted text: tabs, pipes, wide spaces, slashes, or one cell a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recruitment.domain.person_specification import SourceLine
from recruitment.domain.specification_evidence import parse_evidence, parse_key
from recruitment.domain.specification_requirement import is_mark, requirement_of_word
from recruitment.readers.blocks import Cell, Line, Row, Table
from recruitment.readers.columns import Columns, Role, read_header
from recruitment.readers.headings import is_section_name
from recruitment.readers.wording import clean, split_marker, starts_low


@dataclass(frozen=True, slots=True)
class RawLine:
    """A physical line, tabs kept, with its number in the text."""

    text: str
    number: int

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


Taken = tuple[Table, int]


def take_table(lines: Sequence[RawLine], start: int) -> Taken | None:
    """The table that begins at a line and the index after it, or None."""
    text = lines[start].text
    if "\t" in text.strip():
        return _take_tabs(lines, start)
    if text.lstrip().startswith("|"):
        return _take_pipes(lines, start)
    if re.search(r"\S {2,}\S", text.strip()) and (taken := _take_wide_spaces(lines, start)):
        return taken
    if re.search(r"(?:^|\s)/(?:\s|$)", text) and (taken := _take_slashes(lines, start)):
        return taken
    return _take_flat(lines, start) or _take_vertical(lines, start)


def make_cell(texts: Sequence[tuple[str, int]]) -> Cell:
    lines = []
    for text, number in texts:
        marker, rest = split_marker(clean(text))
        if rest and rest != "☐":
            lines.append(Line(rest, SourceLine(None, number), marker=marker, soft=True))
    return Cell(tuple(lines))


def _row(cells: Sequence[Sequence[tuple[str, int]]], number: int) -> Row:
    return Row(tuple(make_cell(cell) for cell in cells), SourceLine(None, number))


# Tabs


def _take_tabs(lines: Sequence[RawLine], start: int) -> Taken:
    """Rows of tabbed lines. A line without a tab is a section row, or goes on with an unfinished cell."""
    width = max(
        line.text.rstrip("\n").count("\t") + 1 for line in lines[start : start + 12] if "\t" in line.text
    )
    rows: list[list[list[tuple[str, int]]]] = []
    numbers: list[int] = []
    index = start
    while index < len(lines):
        line = lines[index]
        if line.is_blank:
            if not _tab_follows(lines, index):
                break
            index += 1
            continue
        if "\t" not in line.text and not _belongs(lines, index, rows, width):
            break
        parts = [[(part, line.number)] for part in line.text.split("\t")]
        if rows and _goes_on(line.text, rows[-1], width):
            rows[-1][-1].extend(parts[0])
            rows[-1].extend(parts[1:])
        else:
            rows.append(parts)
            numbers.append(line.number)
        index += 1
    return Table(tuple(_row(row, number) for row, number in zip(rows, numbers, strict=True))), index


def _tab_follows(lines: Sequence[RawLine], blank: int) -> bool:
    """After a blank line the table goes on with a tabbed line, or a section row above one."""
    after = [line for line in lines[blank : blank + 6] if not line.is_blank][:2]
    if not after:
        return False
    if "\t" in after[0].text:
        return True
    return False


def _belongs(lines: Sequence[RawLine], index: int, rows: Sequence[object], width: int) -> bool:
    """A line without a tab inside a table: a bullet of a cell, or a row above further tabbed lines."""
    text = lines[index].text.strip()
    if not rows:
        return False
    if split_marker(clean(text))[0] or starts_low(text):
        return True
    after = [line for line in lines[index + 1 : index + 4] if not line.is_blank]
    return bool(after) and "\t" in after[0].text


def _goes_on(text: str, row: Sequence[Sequence[tuple[str, int]]], width: int) -> bool:
    first = clean(text.split("\t", maxsplit=1)[0])
    if len(row) >= width or not first:
        return False
    return bool(split_marker(first)[0]) or starts_low(first)


# Pipes


def _take_pipes(lines: Sequence[RawLine], start: int) -> Taken:
    """Cells closed by pipes, over one or several lines; a lone pipe is an empty cell or closes an open one."""
    rows: list[list[list[tuple[str, int]]]] = []
    numbers: list[int] = []
    is_open = False
    index = start
    width = 0
    while index < len(lines):
        line = lines[index]
        text = line.text.strip()
        if line.is_blank or re.fullmatch(r"[|:\s-]*-{2,}[|:\s-]*", text):
            if not _pipe_follows(lines, index):
                break
            index += 1
            continue
        begins = (
            text.startswith("|")
            and not is_open
            and (not rows or _is_complete(rows[-1], width) or len(text) > 1)
        )
        if text.startswith("|") and not is_open and begins:
            rows.append([])
            numbers.append(line.number)
            text = text[1:].strip() if len(text) > 1 else "|"
        elif not is_open and not text.endswith("|") and not _pipe_soon(lines, index):
            break
        is_open = _add_pipe_cells(rows[-1], text, line.number, is_open=is_open)
        width = max(width, len(rows[-1])) if len(rows) == 1 else width
        index += 1
    return _pipe_table(rows, numbers), index


def _add_pipe_cells(row: list[list[tuple[str, int]]], text: str, number: int, *, is_open: bool) -> bool:
    """Put the parts of a line into the row; answers whether its last cell is still open."""
    parts = text.split("|")
    for place, part in enumerate(parts[:-1]):
        if place == 0 and is_open:
            row[-1].append((part, number))
        else:
            row.append([(part, number)])
    if parts[-1].strip():
        if len(parts) == 1 and is_open:
            row[-1].append((parts[-1], number))
        else:
            row.append([(parts[-1], number)])
        return True
    return False


def _is_complete(row: Sequence[Sequence[tuple[str, int]]], width: int) -> bool:
    last = " ".join(text for text, _ in row[-1]) if row else ""
    return len(row) >= width or bool(row and parse_evidence(last, {}) and len(row) > 1)


def _pipe_follows(lines: Sequence[RawLine], index: int) -> bool:
    after = next((line for line in lines[index + 1 :] if not line.is_blank), None)
    return after is not None and after.text.lstrip().startswith("|")


def _pipe_soon(lines: Sequence[RawLine], index: int) -> bool:
    """A cell of several lines: a later line closes it before a new row begins."""
    for line in lines[index + 1 : index + 12]:
        if line.is_blank or (line.text.lstrip().startswith("|") and len(line.text.strip()) > 1):
            return False
        if line.text.rstrip().endswith("|"):
            return True
    return False


def _pipe_table(rows: Sequence[list[list[tuple[str, int]]]], numbers: Sequence[int]) -> Table:
    """A row one cell short lost the section cell that spans it; shorter ones are read by content."""
    made = [_row(row, number) for row, number in zip(rows, numbers, strict=True)]
    heads = [read_header([cell.text for cell in row.cells]) for row in made]
    width = max((len(head.roles) for head in heads if head), default=0)
    fixed = []
    for row in made:
        cells = row.cells
        if width and len(cells) == width - 1 and len(cells) > 1:
            cells = (Cell(merged=True), *cells)
        fixed.append(Row(cells, row.source))
    return Table(tuple(fixed), gapped=any(len(row.cells) != width for row in fixed))


# Wide spaces


def _take_wide_spaces(lines: Sequence[RawLine], start: int) -> Taken | None:
    """Columns held by spaces: cells stand below the words of the head."""
    head = [(found.start(), found[0]) for found in re.finditer(r"\S+(?: \S+)*", lines[start].text)]
    if len(head) < 3 or read_header([text for _, text in head]) is None:
        return None
    places = [place for place, _ in head]
    rows = [_row([[(text, lines[start].number)] for _, text in head], lines[start].number)]
    index = start + 1
    while index < len(lines):
        line = lines[index]
        parts = [(found.start(), found[0]) for found in re.finditer(r"\S+(?: \S+)*", line.text)]
        if line.is_blank:
            after = next((later for later in lines[index:] if not later.is_blank), None)
            if after is None or not re.search(r"\S {2,}\S", after.text):
                break
        elif len(parts) == 1 and len(parts[0][1]) > 60 and "  " not in line.text:
            break
        else:
            cells: list[list[tuple[str, int]]] = [[] for _ in places]
            for place, text in parts:
                middle = place + (len(text) / 2 if len(text) < 8 else 0)
                column = max((i for i, left in enumerate(places) if left <= middle + 3), default=0)
                cells[column].append((text, line.number))
            rows.append(_row(cells, line.number))
        index += 1
    return (Table(tuple(rows)), index) if len(rows) > 1 else None


# Slashes


def _take_slashes(lines: Sequence[RawLine], start: int) -> Taken | None:
    """Cells parted by “ / ” below a head; empty cells have vanished."""
    columns = read_header(_slash_parts(lines[start].text))
    if columns is None:
        return None
    rows: list[list[list[tuple[str, int]]]] = []
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
        tuple(_row(row, number) for row, number in zip(rows, numbers, strict=True)), gapped=True
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
        _is_sign_text(first) or (parse_evidence(first, columns.key) and not is_section_name(first))
    ):
        return len(row) == 1 and not _is_sign_text(first)
    if len(parts) == 1 and all(_is_sign_text(text) for text, _ in row[-1]):
        return True
    if len(row) == 1 and not (len(parts) > 1 and not row[0][-1][0]):
        return not starts_low(clean(first))
    return _row_is_full(row, columns) and not (_is_sign_text(first) and len(parts) > 1)


def _row_is_full(row: Sequence[Sequence[tuple[str, int]]], columns: Columns) -> bool:
    last = " ; ".join(text for text, _ in row[-1] if text.strip())
    if not last:
        return False
    if columns.at(Role.EVIDENCE):
        signs = all(_is_sign_text(text) for text, _ in row[-1] if text.strip())
        return len(row) >= len(columns.roles) or (
            not signs and parse_evidence(last, columns.key) is not None and len(row) > 1
        )
    return True


def _is_sign_text(text: str) -> bool:
    return bool(requirement_of_word(text)) or is_mark(text)


# Flat lines and vertical dumps

_TAIL = re.compile(r"^(?P<text>.{8,}?\S)\s+(?P<sign>E|D|Essential|Desirable|[✓✔√Xx])\s+(?P<how>\S.{0,60})$")


def _flat_parts(text: str) -> tuple[str, str, str] | None:
    found = _TAIL.match(clean(text))
    if not found or not parse_evidence(found["how"], {}):
        return None
    return found["text"], found["sign"], found["how"]


def _take_flat(lines: Sequence[RawLine], start: int) -> Taken | None:
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
    head = _row(
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
    return _row(
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


def _take_vertical(lines: Sequence[RawLine], start: int) -> Taken | None:
    """A head and then a table with one cell a line: wordings, then marks and evidence below each."""
    head, index = _vertical_head(lines, start)
    if head is None:
        return None
    rows: list[list[list[tuple[str, int]]]] = []
    signed = 0
    while index < len(lines):
        line = lines[index]
        if line.is_blank:
            index += 1
            continue
        text = clean(line.text)
        sign = _is_sign_text(text) or (parse_evidence(text, head.key) is not None and len(text) < 60)
        if sign and rows:
            rows[-1].append([(text, line.number)])
            signed += 1
        elif not sign and not parse_key(text):
            rows.append([[(text, line.number)]])
        index += 1
    if signed < 3:
        return None
    first = _row([[(name, lines[start].number)] for name in head.names], lines[start].number)
    made = tuple(_row(row, row[0][0][1]) for row in rows)
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
