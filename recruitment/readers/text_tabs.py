"""Tables of pasted text whose columns are held by tabs."""

import re
from collections.abc import Sequence

from recruitment.domain.specification_evidence import parse_evidence
from recruitment.domain.specification_key import parse_key
from recruitment.domain.specification_requirement import explains_letters
from recruitment.readers.blocks import Table
from recruitment.readers.column_heads import explains_head, read_header
from recruitment.readers.columns import Role
from recruitment.readers.headings import is_section_name
from recruitment.readers.raw_lines import CellTexts, RawLine, Taken, row_of
from recruitment.readers.signs import is_stackable
from recruitment.readers.text_pipes import take_open_pipes
from recruitment.readers.wording import clean, split_marker, starts_low

_LONGEST_METHOD = 6  # words
_LONGEST_NAME = 4  # words of a section
_MOST_HEAD_LINES = 6
_CODE_AND_WORD = re.compile(r"^\(?[A-Z][A-Za-z]{0,3}\)?\s*[=:–—-]\s*[A-Za-z]")
# The cells of each row, the numbers of their lines, and the index behind the last.
type _Rows = tuple[list[list[CellTexts]], list[int], int]


def is_tabbed_key(text: str) -> bool:
    """“E – Essential <tab> D – Desirable”, or a key to the methods, with tabs between its codes."""
    parts = [clean(part) for part in text.split("\t") if part.strip()]
    explained = all(_CODE_AND_WORD.match(part) for part in parts)
    return explained and (explains_letters(" ".join(parts)) or len(parse_key("  ".join(parts))) > 1)


def take_tabs(lines: Sequence[RawLine], start: int) -> Taken:
    """Rows of tabbed lines; where every row has all its tabs, lines between them stack inside cells."""
    lines = _with_head_over_wordings(lines, start)
    head = read_header(lines[start].text.split("\t")) if lines[start].text.count("\t") == 1 else None
    if head and head.at(Role.ESSENTIAL) and head.at(Role.DESIRABLE):
        if sides := _two_lists(lines, start):
            return sides
        piped = [RawLine(line.text.replace("\t", " | "), line.number) for line in lines]
        if taken := take_open_pipes(piped, start):
            return taken
    found = _below_explained_head(lines, start)
    rows, numbers, index = (
        found or _counted_rows(lines, start, lines[start].text.count("\t") + 1) or _loose_rows(lines, start)
    )
    made = tuple(row_of(row, number) for row, number in zip(rows, numbers, strict=True))
    return Table(made, ruled=False), index


def _with_head_over_wordings(lines: Sequence[RawLine], start: int) -> Sequence[RawLine]:
    """A head with nothing over the wordings, whose numbers have no column of their own any more."""
    head, below = lines[start], lines[start + 1] if start + 1 < len(lines) else lines[start]
    numbered = bool(split_marker(clean(below.text))[0])
    if not numbered or head.text.count("\t") != below.text.count("\t") + 1 or "\t\t" not in head.text:
        return lines
    return [*lines[:start], RawLine(head.text.replace("\t\t", "\t", 1), head.number), *lines[start + 1 :]]


def _two_lists(lines: Sequence[RawLine], start: int) -> Taken | None:
    """Two lists under “Essential <tab> Desirable”, with nothing but a tab between them."""
    cells: list[CellTexts] = [[], []]
    place, index = 0, start + 1
    while index < len(lines):
        line = lines[index]
        if line.is_blank and "\t" in line.text and place == 0:
            place = 1
        elif split_marker(clean(line.text))[0] and "\t" not in line.text.strip():
            cells[place].append((line.text, line.number))
        elif not line.is_blank or place == 1 or cells[0]:
            break
        index += 1
    if place == 0 or not cells[0]:
        return None
    first = [[(name, lines[start].number)] for name in lines[start].text.split("\t")]
    rows = (row_of(first, lines[start].number), row_of(cells, cells[0][0][1]))
    return Table(rows, ruled=False), index


def _below_explained_head(lines: Sequence[RawLine], start: int) -> _Rows | None:
    """Rows below “Essential”, a line that explains it, “Desirable”, a line that explains that, and so on."""
    cells: list[CellTexts] = [[]]
    index = start
    while index < min(start + _MOST_HEAD_LINES, len(lines)) and not lines[index].is_blank:
        number = lines[index].number
        first, *rest = lines[index].text.split("\t")
        explained = index > start and explains_head(_joined([*cells[-1], (first, number)]))
        if index > start and not explained:
            break
        cells[-1].append((first, number))
        cells += [[(text, number)] for text in rest]
        index += 1
    if index == start + 1 or len(cells) < 3 or read_header([_joined(cell) for cell in cells]) is None:
        return None
    below = _counted_rows(lines, index, len(cells))
    return ([cells, *below[0]], [lines[start].number, *below[1]], below[2]) if below else None


def _joined(cell: CellTexts) -> str:
    return " ".join(text for text, _ in cell)


def _counted_rows(lines: Sequence[RawLine], start: int, width: int) -> _Rows | None:
    """Rows by counting tabs up to those of the head; None where the counts do not come out even."""
    rows: list[list[CellTexts]] = []
    numbers: list[int] = []
    stacked = False
    index = start
    while index < len(lines):
        line = lines[index]
        if line.is_blank and _tab_follows(lines, index):
            index += 1
            continue
        is_open = bool(rows) and 1 < len(rows[-1]) < width
        is_more = _stacks(line.text) or (bool(rows) and _adds_method(rows[-1], line.text))
        if line.is_blank or not ("\t" in line.text or is_open or is_more or _tab_follows(lines, index + 1)):
            break
        parts: list[CellTexts] = [[(part, line.number)] for part in line.text.split("\t")]
        if rows and _completes(rows[-1], line.text, len(parts), width):
            stacked = True
            rows[-1][-1].extend(parts[0])
            rows[-1].extend(parts[1:])
        else:
            rows.append(parts)
            numbers.append(line.number)
        if len(rows[-1]) > width:
            return None
        index += 1
    is_even = all(len(row) in {1, width} for row in rows)
    wide = width > 2 or bool(read_header(lines[start].text.split("\t")))
    return (rows, numbers, index) if stacked and is_even and wide else None


def _completes(row: Sequence[CellTexts], text: str, parts: int, width: int) -> bool:
    """Whether a line goes on with the open row; a line without tabs over a whole row is a row of its own."""
    if len(row) == width:
        is_more = _stacks(text) or _adds_method(row, text)
        return parts == 1 and is_more and bool(row[-1][-1][0].strip())
    return not (len(row) == 1 and parts in {1, width})


def _adds_method(row: Sequence[CellTexts], text: str) -> bool:
    """“Interview” below a row that ends in “Application form”."""
    return not is_section_name(text) and all(_is_method(part) for part in (text, row[-1][-1][0]))


def _is_method(text: str) -> bool:
    read = parse_evidence(clean(text), {})
    short = len(text.split()) <= _LONGEST_METHOD and "\t" not in text
    return short and read is not None and bool(read.letters) and not read.doubtful


def _stacks(text: str) -> bool:
    """A list item, or letters alone, as they stand below each other in one cell."""
    text = clean(text)
    return bool(split_marker(text)[0]) or (bool(text) and is_stackable(text))


def _loose_rows(lines: Sequence[RawLine], start: int) -> _Rows:
    """A line without a tab is a section row, or goes on with an unfinished cell."""
    width = max(
        line.text.rstrip("\n").count("\t") + 1 for line in lines[start : start + 12] if "\t" in line.text
    )
    rows: list[list[CellTexts]] = []
    numbers: list[int] = []
    index = start
    while index < len(lines):
        line = lines[index]
        if line.is_blank:
            if not _tab_follows(lines, index):
                break
            index += 1
            continue
        if is_tabbed_key(line.text) or ("\t" not in line.text and not _belongs(lines, index, rows, width)):
            break
        parts = [[(part, line.number)] for part in line.text.split("\t")]
        if rows and _goes_on(line.text, rows[-1], width):
            rows[-1][-1].extend(parts[0])
            rows[-1].extend(parts[1:])
        else:
            rows.append(parts)
            numbers.append(line.number)
        index += 1
    return rows, numbers, index


def _tab_follows(lines: Sequence[RawLine], blank: int) -> bool:
    """After a blank line the table goes on with a tabbed line."""
    after = next((line for line in lines[blank : blank + 6] if not line.is_blank), None)
    return after is not None and "\t" in after.text and not is_tabbed_key(after.text)


def _belongs(lines: Sequence[RawLine], index: int, rows: Sequence[object], width: int) -> bool:
    """A line without a tab inside a table: a bullet of a cell, or a row above further tabbed lines."""
    text = lines[index].text.strip()
    if not rows:
        return False
    if split_marker(clean(text))[0] or starts_low(text):
        return True
    after = [line for line in lines[index + 1 : index + 4] if not line.is_blank]
    return bool(after) and "\t" in after[0].text


def _may_name_section(text: str, below: str) -> bool:
    """Whether a line without a tab stands over rows; else a break in its wording parts it from its signs."""
    is_short = len(text.split()) <= _LONGEST_NAME or is_section_name(text)
    return is_short and not below.startswith("(")


def _goes_on(text: str, row: Sequence[Sequence[tuple[str, int]]], width: int) -> bool:
    first = clean(text.split("\t", maxsplit=1)[0])
    whole = len(row) == 1 and "\t" in text and _may_name_section(row[0][-1][0], first)
    if len(row) >= width or not first or whole:
        return False
    return bool(split_marker(first)[0]) or starts_low(first)
