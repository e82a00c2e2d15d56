"""Tables of pasted text with one cell a line: wordings, then the marks and evidence of each below it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from recruitment.domain.specification_evidence import are_methods_alone, parse_evidence
from recruitment.domain.specification_key import explains_code, parse_key
from recruitment.domain.specification_requirement import explains_letters, is_mark, requirement_of_word
from recruitment.readers.blocks import Cell, Row, Table
from recruitment.readers.column_heads import heads_evidence, heads_numbers, names_requirement, read_header
from recruitment.readers.columns import Columns, Role, is_generic
from recruitment.readers.headings import is_section_name, names_specification
from recruitment.readers.labels import label_values
from recruitment.readers.raw_lines import METHOD_NUMBERS, CellTexts, RawLine, Taken, is_sign_text, row_of
from recruitment.readers.text_gaps import with_empty_cells
from recruitment.readers.whole_rows import (
    FEWEST_ROWS,
    begins_whole_row,
    goes_on_with_methods,
    heads_need,
    holds_marks,
    is_bare_head,
    is_whole,
    lines_of_head_again,
    says_one_need,
)
from recruitment.readers.wording import clean, join, split_marker, starts_low

_CODES = re.compile(r"^[A-Z]{1,3}(?:[,/; &]+[A-Z]{1,3})*$")
_SEVERAL_NUMBERS = re.compile(r"^\d(?:\s*(?:[,/;&+]|and)\s*\d)+$")
_NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,2})?[.)]?$")
_SEVERAL_CELLS = re.compile(r"\t|\S {3,}\S|\s\|\s")
_BEGINS_KEY = re.compile(r"^\W*[A-Z]{1,4}\s*[=–—-]\s*[A-Za-z]")
_MOST_HEADS = 8
_LONGEST_SIGN = 60  # letters, where it is more than methods
_SEVERAL_NAMES = 4  # of which the first may stand where a section is named
_MOST_BEFORE_NEED = 14  # lines from a head to the first “Essential”
_NEED = re.compile(r"^(?:requirement|status|need)$", re.IGNORECASE)  # over words, where the head has none
_MOST_BLANK = 6  # lines for each name of a head that stands again, blank ones too
_LONGEST = 800  # lines of one table
_MOST_UNSIGNED = 40  # wordings in a row without a mark: by then the table has ended


def take_vertical(lines: Sequence[RawLine], start: int) -> Taken | None:
    """A head and then a table with one cell a line. What follows the last marked wording is no part of it."""
    head, index = vertical_head(lines, start)
    explains = "=" in lines[start].text and explains_letters(clean(lines[start].text))
    if head is None or explains:
        return None
    spaced = any(line.is_blank for line in lines[start:index])
    rows, ends = _without_heads(*_rows(lines, index, head, spaced=spaced), head)
    signed = [place for place, row in enumerate(rows) if len(row) > 1]
    few = len(signed) < FEWEST_ROWS and not _may_be_short(lines, start, head)
    if not signed or few or not holds_marks(rows, head):
        return None
    rows = rows[: signed[-1] + 1]
    first = row_of([[(name, lines[start].number)] for name in head.names], lines[start].number)
    always = len(signed) * 3 >= len(rows) * 2
    made = [row_of(row, row[0][0][1]) for row in with_empty_cells(rows, lines[start:], head)]
    named = [_as_section(row) if always and len(row.cells) == 1 else row for row in made]
    return Table((first, *named), gapped=True), ends[signed[-1]]


def _rows(
    lines: Sequence[RawLine], index: int, head: Columns, *, spaced: bool
) -> tuple[list[list[CellTexts]], list[int]]:
    """The cells of each row, and the index behind its last line, up to where marks have stopped.

    ``spaced``: blank lines stand between cells, so lines that touch are one cell.
    """
    rows: list[list[CellTexts]] = []
    ends: list[int] = []
    numbered = False
    unsigned = 0
    begin = index
    for place in range(index, min(index + _LONGEST, len(lines))):
        text, number = clean(lines[place].text), lines[place].number
        if not text or place < begin:
            continue
        begin = place + (skipped := _lines_of_head(lines, place, text, head))
        if skipped < 0 or (rows and _heads_key(lines, place)):
            break
        if skipped:
            continue
        touches = spaced and place > index and not lines[place - 1].is_blank
        weighs = bool(_NUMBER.match(text)) and bool(rows) and _awaits_weight(rows[-1], head)
        is_rest = bool(rows) and not numbered and _goes_on(rows[-1], text, head, touches=touches)
        if rows and goes_on_with_methods(rows[-1], text, head):
            rows[-1][-1].append((text, number))
        elif is_rest and (touches or bool(head.at(Role.NUMBER))) and not _is_bare_sign(text):
            rows[-1][-1] = _with_rest(rows[-1][-1], text, number)
        elif (
            rows
            and not begins_whole_row(rows[-1], text, _next_text(lines, place), head)
            and (weighs or numbered or _is_sign(text, head) or _are_numbers_of_key(rows[-1], text, head))
        ):
            rows[-1].append([(text, number)])
            if not is_whole(rows[-1][1][0][0], head):
                return rows[:-1], ends[:-1]
        elif is_rest:
            rows[-1][-1].append((text, number))
        else:
            unsigned = unsigned + 1 if rows and len(rows[-1]) == 1 else 0
            if unsigned > _MOST_UNSIGNED:
                break
            rows.append([[(text, number)]])
            ends.append(place + 1)
        numbered = bool(_NUMBER.match(text)) and len(rows[-1]) == 1
        if rows:
            ends[-1] = place + 1
    return rows, ends


def _are_numbers_of_key(row: Sequence[CellTexts], text: str, head: Columns) -> bool:
    """“1, 2, 3” behind a requirement, or “2” where no other column has numbers: ways to assess."""
    numbered = head.at(Role.NUMBER) or head.at(Role.WEIGHT) or not head.at(Role.EVIDENCE)
    are = _SEVERAL_NUMBERS if numbered else METHOD_NUMBERS
    return len(row) > 1 and bool(are.match(text)) and is_sign_text(row[-1][-1][0])


def _goes_on(row: Sequence[CellTexts], text: str, head: Columns, *, touches: bool) -> bool:
    """Whether a line is the rest of the wording above it: never a number, which begins a row.

    Where each row has its number, another wording would have one too.
    """
    above = row[-1][-1][0]
    if _NUMBER.match(text) or _NUMBER.match(above):
        return False
    numbered = len(row) == 2 and bool(_NUMBER.match(row[0][0][0]))
    rest = numbered and bool(head.at(Role.NUMBER)) and not (text.isupper() or is_section_name(text))
    return (len(row) == 1 or numbered) and (starts_low(text) or touches or rest)


def _is_bare_sign(text: str) -> bool:
    return is_sign_text(text) or bool(_CODES.match(text))


def _with_rest(cell: CellTexts, text: str, number: int) -> CellTexts:
    """A printed line goes on with the sentence above it; a list item is a line of its own."""
    if split_marker(text)[0]:
        return [*cell, (text, number)]
    above, first = cell[-1]
    return [*cell[:-1], (join(above, text), first)]


def _without_heads(
    rows: list[list[CellTexts]], ends: list[int], head: Columns
) -> tuple[list[list[CellTexts]], list[int]]:
    """The rows without the heads that stand again over each section; the line above them names it."""
    numbers = heads_numbers(head.names[0])
    generic = numbers or (is_generic(head.names[0]) and len(head.names) < _SEVERAL_NAMES)
    names = [name for name in head.names[0 if generic else 1 :] if name]
    texts = [" ".join(text for text, _ in row[0]) if len(row) == 1 else "" for row in rows]
    again = {
        place + step
        for place in range(len(texts))
        if names and texts[place : place + len(names)] == names
        for step in range(len(names))
    }
    kept = [place for place in range(len(rows)) if place not in again]
    return [rows[place] for place in kept], [ends[place] for place in kept]


def _is_sign(text: str, head: Columns) -> bool:
    if is_sign_text(text) or _CODES.match(text):
        return True
    if _BEGINS_KEY.match(text) and parse_key(text):
        return False
    if is_section_name(text) and not are_methods_alone(text):  # “Qualifications & Training”
        return False
    short = len(text) < _LONGEST_SIGN or are_methods_alone(text)
    return short and parse_evidence(text, head.key) is not None


def _awaits_weight(row: Sequence[CellTexts], head: Columns) -> bool:
    return bool(head.at(Role.WEIGHT)) and len(row) > 1 and is_sign_text(row[-1][0][0])


def _as_section(row: Row) -> Row:
    """Where every wording has its marks, a short line without any names the section."""
    (cell,) = row.cells
    if len(cell.text.split()) > 6 or cell.text.endswith("."):
        return row
    return Row((Cell(tuple(replace(line, bold=True) for line in cell.lines)),), row.source)


def vertical_head(lines: Sequence[RawLine], start: int) -> tuple[Columns | None, int]:
    """Short lines that make a head when set side by side, and the index behind them."""
    first = clean(lines[start].text)
    if len(first.split()) > 6 or is_mark(first) or names_specification(first) or _is_no_head(first):
        return None, start
    if parse_key(first) or explains_code(first):  # the first column never says how a criterion is assessed
        return None, start
    above = clean(lines[start - 1].text) if start else ""
    if above and (starts_low(first) or above.endswith("=")):  # the rest of a sentence, or of a key
        return None, start
    if not _may_begin(lines, start) or heads_numbers(_next_text(lines, start)):
        return None, start  # what stands over “No.” names the section
    names: list[str] = []
    found: tuple[Columns | None, int] = (None, start)
    index = start
    while index < len(lines) and len(names) < _MOST_HEADS:
        text = clean(lines[index].text)
        if _SEVERAL_CELLS.search(lines[index].text.strip()):
            break
        index += 1
        if text and names and (starts_low(text) or names[-1].endswith("/")):
            names[-1] = f"{names[-1]} {text}"
        elif text:
            if (len(text.split()) > 7 and not parse_key(text)) or (names and _is_no_head(text)):
                break
            names.append(text)
        columns = _columns(names)
        if columns and columns.roles[-1] is not Role.UNNAMED:
            found = columns, index
        elif found[0] is not None:
            break
    return found


def _is_no_head(text: str) -> bool:
    """A bullet, a field of the form or the title of the document stands over no column."""
    titled = names_specification(text) and len(text.split()) > 1
    return titled or bool(split_marker(text)[0]) or bool(label_values(text))


def _may_be_short(lines: Sequence[RawLine], start: int, head: Columns) -> bool:
    """Whether a head may stand over one row alone: it says one need, or it stands elsewhere too."""
    first = lines[start].text.strip()
    near = (*lines[max(start - _LONGEST, 0) : start], *lines[start + 1 : start + _LONGEST])
    again = not head.asks_requirement and any(line.text.strip() == first for line in near)
    return says_one_need(head) or again


def _is_other_head(lines: Sequence[RawLine], place: int, head: Columns) -> bool:
    """“Criteria | Desirable | Method of assessment” below the rows of “Criteria | Essential | …”."""
    other, _ = vertical_head(lines, place)
    return other is not None and other.names != head.names


def _texts_below(lines: Sequence[RawLine], place: int, head: Columns) -> list[str]:
    """The next lines, as many as a head may take that stands again."""
    return [clean(line.text) for line in lines[place + 1 : place + 2 + _MOST_BLANK * len(head.names)]]


def _lines_of_head(lines: Sequence[RawLine], place: int, text: str, head: Columns) -> int:
    """How many lines the same head takes where it stands again; -1 where a table of its own begins."""
    every = says_one_need(head) or not head.asks_requirement
    if every and text == head.names[0]:
        again = lines_of_head_again(_texts_below(lines, place - 1, head), head)
        return again or -int(says_one_need(head) and _is_other_head(lines, place, head))
    if every and split_marker(text)[0] == "bullet":
        return -1  # a list
    other = heads_need(text, head) and lines_of_head_again(_texts_below(lines, place, head), head)
    return -1 if other else 0


def _heads_key(lines: Sequence[RawLine], place: int) -> bool:
    """“Method of assessment (MOA)” over the key."""
    return heads_evidence(clean(lines[place].text)) and bool(parse_key(_next_text(lines, place)))


def _next_text(lines: Sequence[RawLine], place: int) -> str:
    """What the next line says that is not blank, where it is near."""
    return next((text for line in lines[place + 1 : place + 4] if (text := clean(line.text))), "")


def _may_begin(lines: Sequence[RawLine], start: int) -> bool:
    """Whether one of the next short lines says essential or desirable in the way of a head.

    “Criterion | Assessed via” says none: a heading above does.
    """
    if is_generic(clean(lines[start].text)) and heads_evidence(_next_text(lines, start)):
        return True
    texts = [clean(line.text) for line in lines[start : start + _MOST_HEADS]]
    if any(len(text) < 60 and names_requirement(text) for text in texts):
        return True
    below = [clean(line.text) for line in lines[start : start + _MOST_BEFORE_NEED]]
    return any(_NEED.match(text) for text in texts) and any(requirement_of_word(text) for text in below)


def _columns(names: Sequence[str]) -> Columns | None:
    """A head that says where essential and desirable stand; its first name may be missing."""
    if not any(names_requirement(name) for name in names):
        names = ["Essential/Desirable" if _NEED.match(name) else name for name in names]
    for tried in (names, ["", *names]):
        columns = read_header(tried) if len(tried) > 1 else None
        if columns is None:
            continue
        roles = set(columns.roles)
        sides = {Role.ESSENTIAL, Role.DESIRABLE} <= roles and bool(columns.at(Role.EVIDENCE))
        if Role.REQUIREMENT in roles or sides or is_bare_head(tried, columns):
            return columns
    return None
