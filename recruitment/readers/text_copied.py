"""Tables copied out of a PDF: one printed line after the other, with nothing between the columns."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import reduce

from recruitment.domain.specification_evidence import are_methods_alone
from recruitment.domain.specification_key import parse_key
from recruitment.domain.specification_requirement import explains_letters, split_heading
from recruitment.readers.blocks import Row, Table
from recruitment.readers.copied_heads import CopiedHead, copied_head, heads_section, signs_at_end
from recruitment.readers.headings import begins_part, is_section_name
from recruitment.readers.raw_lines import RawLine, Taken, row_of
from recruitment.readers.text_dumps import split_section
from recruitment.readers.wording import clean, ends_abbreviated, join, split_marker, starts_low

_FEWEST_ROWS = 3
_LONGEST_NAME = 4  # words
_LONGEST_ROW = 6  # printed lines of one wording
_OPEN = re.compile(r"(?:\b(?:and|or|of|the|to|in|for)|[&,/])$", re.IGNORECASE)
_KEY = re.compile(r"^(?:key|legend|abbreviations)\W*:", re.IGNORECASE)
_NOTE = re.compile(r"^\((?:NB|note)\b[^()]*\)\s*", re.IGNORECASE)  # below the name of a section
_GOES_ON = ("/", ",", ";", "&", "+")  # at the end of methods that wrap
_ROW_NUMBER = re.compile(r"^\d{1,2}[.)]?\s+(?=[A-Z])")

# The rows below a head and the index after the last of them.
_Rows = tuple[list[Row], int]


def take_copied(lines: Sequence[RawLine], start: int) -> Taken | None:
    """The rows below such a head: their signs end the last of their printed lines, or the first."""
    head = copied_head(lines, start)
    if head is None or heads_section(head, lines):
        return None
    gather: Callable[[Sequence[RawLine], int, CopiedHead], _Rows]
    begin = start + head.lines
    gather = _rows_signed_first if _signs_come_first(lines, begin, head) else _rows_signed_last
    rows, end = gather(lines, begin, head)
    heading = lines[start].text.strip()
    times = sum(line.text.strip() == heading for line in (lines if len(rows) < _FEWEST_ROWS else ()))
    if len(rows) < (1 if times > 1 else _FEWEST_ROWS):
        return None
    top = row_of([[(name, lines[start].number)] for name in head.columns], lines[start].number)
    return Table((top, *rows), ruled=False), end


def _rows_signed_last(lines: Sequence[RawLine], start: int, head: CopiedHead) -> _Rows:
    """Printed lines gathered until one ends in the signs of its row."""
    rows: list[Row] = []
    pending: list[str] = []
    apart = 0  # groups of wordings whose methods have a line of their own
    index = end = start
    while index < len(lines) and len(pending) < _LONGEST_ROW:
        line = lines[index]
        text = clean(line.text)
        index += 1
        if not text:
            continue
        marker, bare = split_marker(text)
        if head.is_plain and marker:
            if pending and not is_section_name(reduce(join, pending)):
                return [], start  # a list of its own, of which no item says how it is assessed
            text = bare
        found = signs_at_end(text, head)
        if explains_letters(text):
            continue
        if copied_head(lines, index - 1) or (not found and not pending and _ends_table(text, head)):
            break
        if found is None:
            pending.append(text)
            continue
        wording, signs = found
        apart += not wording and len(pending) > 1 and all(_is_sentence(own) for own in pending)
        if more := _methods_wrapped(signs[-1], lines[index : index + 1]):
            signs = (*signs[:2], f"{signs[-1]} {more}")
            index += 1
        rows.append(_row_of(head, [*pending, wording], signs, line.number))
        pending, end = [], index
    return ([], start) if apart > 1 else (rows, end)


def _is_sentence(text: str) -> bool:
    """A wording of its own, not the rest of one."""
    return text[:1].isupper() and len(text.split()) > _LONGEST_NAME


def _rows_signed_first(lines: Sequence[RawLine], start: int, head: CopiedHead) -> _Rows:
    """A printed line that ends in signs begins a row; others go on with its wording, or name a section."""
    gathered: list[tuple[list[str], tuple[str, str, str], int]] = []
    before: list[str] = []  # the name of a section, or a wording whose signs stand below its first line
    end = start
    blank = False
    for index in range(start, len(lines)):
        text = clean(lines[index].text)
        found = signs_at_end(text, head) if text else None
        if found:
            gathered.append(([*before, found[0]], found[1], lines[index].number))
            before, end = [], index + 1
        elif text:
            begins = not gathered or (blank and not starts_low(text)) or len(gathered[-1][0]) == _LONGEST_ROW
            if copied_head(lines, index) or _ends_table(text, head):
                break
            if not before and (_names_section(text) or _has_signs_below(text, lines[index + 1 :], head)):
                before = [text]
            elif begins or before or _is_other_sentence(text, gathered[-1][0]):
                break
            else:
                gathered[-1][0].append(text)
                end = index + 1
        blank = not text
    return [_row_of(head, texts, signs, number) for texts, signs, number in gathered], end


def _names_section(text: str) -> bool:
    return is_section_name(text) and not starts_low(text)


def _has_signs_below(text: str, below: Sequence[RawLine], head: CopiedHead) -> bool:
    """Whether a wording begins here that is not at its end, and the signs of its row end the next line."""
    is_begun = not starts_low(text) and bool(_OPEN.search(text) or ends_abbreviated(text))
    return is_begun and bool(below) and signs_at_end(clean(below[0].text), head) is not None


def _is_other_sentence(text: str, row: Sequence[str]) -> bool:
    """A whole sentence below a wording that is at its end: what the document says after its table."""
    is_open = bool(_OPEN.search(row[-1])) or ends_abbreviated(row[-1])
    return text.endswith(".") and _is_sentence(text) and not is_open


def _signs_come_first(lines: Sequence[RawLine], start: int, head: CopiedHead) -> bool:
    """Whether the lines right below signs go on in small letters, not with a wording of their own."""
    low = high = 0
    signed = False
    for index in range(start, len(lines)):
        text = clean(lines[index].text)
        found = bool(text) and signs_at_end(text, head) is not None
        if signed and text and not found:
            if copied_head(lines, index) or _ends_table(text, head):
                break
            if _names_section(text) or _are_more_methods(text):
                continue
            low, high = low + starts_low(text), high + (not starts_low(text))
        signed = found
    return low > high


def _methods_wrapped(how: str, below: Sequence[RawLine]) -> str:
    """“Interview”, on a line of its own below “Application form /”."""
    text = clean(below[0].text) if below else ""
    return text if how.endswith(_GOES_ON) and _are_more_methods(text) else ""


def _are_more_methods(text: str) -> bool:
    return are_methods_alone(f"{text[:1].upper()}{text[1:]}")


def _ends_table(text: str, head: CopiedHead) -> bool:
    """A part, a key, or “Essential skills”; where each row says its need, “Essentials scheme” goes on."""
    requirement, rest = split_heading(text)
    heads = requirement is not None and not (head.says_need and rest)
    return begins_part(text) or heads or bool(_KEY.match(text) or parse_key(text))


def _row_of(head: CopiedHead, texts: Sequence[str], signs: tuple[str, str, str], number: int) -> Row:
    """A row from its printed lines and its signs: requirement, weight and methods."""
    filled = [text for text in texts if text]
    if head.numbers_rows:
        filled = [_ROW_NUMBER.sub("", text) for text in filled]
    section, wording = _section_before(filled)
    guessed = not section and _may_begin_with_name(filled)
    if guessed:
        section, wording = filled[0], reduce(join, filled[1:])
    need, weight, how = signs
    needs = [] if head.is_plain else [need or "✓"]
    cells = (section, wording, *needs, weight, how)
    row = row_of([[(cell, number)] for cell in cells], number)
    return _doubted(row) if guessed else row


def _may_begin_with_name(texts: Sequence[str]) -> bool:
    """A few words on a line of their own before a new sentence: the name of a section in unusual words."""
    return (
        len(texts) > 1
        and len(texts[0].split()) <= _LONGEST_NAME
        and texts[1][:1].isupper()
        and not _OPEN.search(texts[0])
        and not texts[0].endswith((".", ",", ";"))
    )


def _doubted(row: Row) -> Row:
    """The row with its wording to be looked at."""
    wording = row.cells[1]
    lines = tuple(replace(line, doubtful=True) for line in wording.lines)
    return replace(row, cells=(row.cells[0], replace(wording, lines=lines), *row.cells[2:]))


def _section_before(texts: Sequence[str]) -> tuple[str, str]:
    """The name of a section on printed lines of its own, or on the same line, and the wording after it."""
    for count in range(len(texts) - 1, 0, -1):
        name = reduce(join, texts[:count])
        if is_section_name(name) and not starts_low(texts[count]) and not _OPEN.search(name):
            return name, _NOTE.sub("", reduce(join, texts[count:]))
    return split_section(reduce(join, texts, ""))
