"""Tables of pasted text with the sections over the columns and “Essential” at the left, held by spaces."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from recruitment.readers.blocks import Row, Table
from recruitment.readers.column_heads import names_requirement, read_header
from recruitment.readers.columns import Role, is_generic
from recruitment.readers.raw_lines import CellTexts, RawLine, Taken, row_of
from recruitment.readers.wording import clean, join, split_marker, starts_low

_CHUNK = re.compile(r"\S+(?: \S+)*")
_INDENT = re.compile(r"^ {6,}\S")
_FEWEST_COLUMNS = 2
_LONGEST_NAME = 5  # words
_MOST_HEAD_LINES = 3
_OPEN_END = re.compile(r"(?:\b(?:and|or|of|the|to|in|for|with|a|an)|[,;/&])$", re.IGNORECASE)


@dataclass(slots=True)
class _Band:
    """The lines between two blank ones: what stands at the left, and the printed lines of each column."""

    left: CellTexts
    columns: list[CellTexts] = field(default_factory=list)


def take_turned(lines: Sequence[RawLine], start: int) -> Taken | None:
    """Names alone over the columns, and below them bands that begin with essential, desirable and so on."""
    names = list(_CHUNK.finditer(lines[start].text))
    if not _INDENT.match(lines[start].text) or len(names) < _FEWEST_COLUMNS:
        return None
    if any(len(name[0].split()) > _LONGEST_NAME or split_marker(name[0])[0] for name in names):
        return None
    starts = [name.start() for name in names]
    heads, height = _heads(lines, start, starts)
    if any(is_generic(name) for name in heads) or read_header(["Criteria", *heads]):
        return None  # “Criteria” and “How assessed” stand over rows that are not turned
    bands, end = _bands(lines, start + height, starts)
    head = read_header(["", *(_left_of(band) for band in bands)])
    if head is None or not (head.at(Role.ESSENTIAL) and head.at(Role.DESIRABLE)):
        return None
    number = lines[start].number
    first = row_of([[], *([(name, number)] for name in heads)], number)
    return Table((first, *(_as_row(band, starts) for band in bands)), ruled=False), end


def _heads(lines: Sequence[RawLine], start: int, starts: Sequence[int]) -> tuple[list[str], int]:
    """The names, which may wrap on to further lines, and how many lines they take."""
    heads = _parted(lines[start], starts)[1]
    height = 1
    for line in lines[start + 1 : start + _MOST_HEAD_LINES]:
        if line.is_blank or not _INDENT.match(line.text):
            break
        heads = [join(head, text) for head, text in zip(heads, _parted(line, starts)[1], strict=True)]
        height += 1
    return heads, height


def _bands(lines: Sequence[RawLine], index: int, starts: Sequence[int]) -> tuple[list[_Band], int]:
    """The bands, up to one with nothing of a head at its left, and the index behind the last."""
    bands: list[_Band] = []
    end = index
    opens = True
    while index < len(lines):
        line = lines[index]
        index += 1
        if line.is_blank:
            opens = True
            continue
        left, cells = _parted(line, starts)
        if opens and left:
            if not (names_requirement(left) or read_header(["Criteria", left])):
                break
            bands.append(_Band([], [[] for _ in starts]))
        if any(_is_cut(line.text, start) for start in starts):
            return [], end  # the names stand over the middle of their columns
        if not bands or (not left and not any(cells)):
            break
        bands[-1].left += [(left, line.number)] if left else []
        for own, text in zip(bands[-1].columns, cells, strict=True):
            own += [(text, line.number)] if text else []
        opens, end = False, index
    return bands, end


def _parted(line: RawLine, starts: Sequence[int]) -> tuple[str, list[str]]:
    """What stands left of the first column, and in each column."""
    edges = [*starts, max(len(line.text), starts[-1] + 1)]
    cells = [line.text[begin:end].strip() for begin, end in pairwise(edges)]
    return line.text[: starts[0]].strip(), cells


def _is_cut(text: str, place: int) -> bool:
    """Whether a column that begins here would cut a word in two."""
    return not text[place - 1 : place].isspace() and bool(text[place : place + 1].strip())


def _left_of(band: _Band) -> str:
    return " ".join(text for text, _ in band.left)


def _as_row(band: _Band, starts: Sequence[int]) -> Row:
    number = band.left[0][1]
    widths = [end - begin for begin, end in pairwise(starts)]
    cells = [_wordings(cell, width) for cell, width in zip(band.columns, [*widths, widths[-1]], strict=True)]
    return row_of([[(_left_of(band), number)], *cells], number)


def _wordings(cell: CellTexts, width: int) -> CellTexts:
    """The printed lines of a cell joined where they wrap: by their bullets, else by the room they had."""
    listed = any(split_marker(clean(text))[0] for text, _ in cell)
    made: CellTexts = []
    before = ""
    for text, number in cell:
        begins = bool(split_marker(clean(text))[0]) if listed else not _goes_on(before, text, width)
        if begins or not made:
            made.append((text, number))
        else:
            made[-1] = (join(made[-1][0], text), made[-1][1])
        before = text
    return made


def _goes_on(before: str, text: str, width: int) -> bool:
    lacks_room = len(before) + 1 + len(text.split(maxsplit=1)[0]) > width - 2
    return starts_low(text) or bool(_OPEN_END.search(before)) or lacks_room
