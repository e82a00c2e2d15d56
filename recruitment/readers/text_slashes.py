"""Tables of pasted text whose cells are parted by slashes; empty cells have vanished."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from recruitment.domain.specification_evidence import are_methods_alone, is_codes, parse_evidence
from recruitment.domain.specification_key import explains_code, parse_key
from recruitment.domain.specification_requirement import is_mark, requirement_of_word
from recruitment.readers.assessed_headings import assessment_in
from recruitment.readers.blocks import Table
from recruitment.readers.column_heads import heads_evidence, names_requirement, read_header
from recruitment.readers.columns import Columns, Role, is_generic
from recruitment.readers.headings import is_requirement_heading, is_section_name, lists_duties
from recruitment.readers.labels import label_values
from recruitment.readers.list_headings import is_notice
from recruitment.readers.raw_lines import CellTexts, RawLine, Taken, is_sign_text, row_of
from recruitment.readers.signs import CODES
from recruitment.readers.ticked_boxes import EMPTIED
from recruitment.readers.wording import clean, split_marker, starts_low

_LONGEST_EVIDENCE = 300
_LONGEST_HEAD = 3  # printed lines
_NAMES_AND_END = 3  # parts
_LETTER_AND_NAME = 2  # cells
_LETTERED = 3  # cells of a row: its wording, E or D, its letters
_FEWEST_OPEN = 3
_CODE = re.compile(r"^[A-Z]{1,2}\s*=")
_BEGINS_CELL = re.compile(r"^\s*/\s+\S")
_ENDS_OPEN = re.compile(r"\S\s+/\s*$")


def take_slashes(lines: Sequence[RawLine], start: int) -> Taken | None:
    """Cells parted by “ / ” below a head; empty cells have vanished."""
    names, height = _head_of(lines, start)
    columns = read_header(names)
    if columns is None:
        return None
    columns = _with_numbers(columns, lines[start:])
    rows: list[list[CellTexts]] = [[[(name, lines[start].number)] for name in names]]
    numbers: list[int] = [lines[start].number]
    index = start + height
    while index < len(lines):
        line = lines[index]
        if line.is_blank:
            after = next((later for later in lines[index:] if not later.is_blank), None)
            if after is None or not _goes_on_after_blank(after.text, rows, columns):
                break
            index += 1
            continue
        parts = _with_slash_in_name(_slash_parts(line.text), lines[index + 1 : index + 2])
        if len(rows) > 1 and (_ends_table(line.text, parts) or _stands_over_head(lines, index, start)):
            break
        if not _begins_row(parts, rows[-1], columns):
            rows[-1][-1].append((parts[0], line.number))
            rows[-1].extend([(part, line.number)] for part in parts[1:])
        else:
            rows.append([[(part, line.number)] for part in parts])
            numbers.append(line.number)
        index += 1
    return Table(
        tuple(row_of(row, number) for row, number in zip(rows, numbers, strict=True)), gapped=True
    ), index


def _with_numbers(columns: Columns, lines: Sequence[RawLine]) -> Columns:
    """The columns with the key below the table, “1 = form 2 = letter”, without which numbers say nothing."""
    if not columns.at(Role.EVIDENCE) or columns.key:
        return columns
    key = parse_key("\n".join(line.text for line in lines if "=" in line.text))
    return replace(columns, key=key) if key and all(code.isdigit() for code in key) else columns


def _head_of(lines: Sequence[RawLine], start: int) -> tuple[list[str], int]:
    """The names of the columns and how many printed lines they take.

    Behind an empty first cell: “/ Essential”, “to be identified by: form / Desirable”, “to be …”.
    """
    if lines[start].text.lstrip().startswith("/"):
        for height in range(2, _LONGEST_HEAD + 1):
            parts = _slash_parts("\n".join(line.text for line in lines[start : start + height]))
            columns = read_header([part.replace("\n", " ") for part in parts])
            if columns and columns.roles[1:] == (Role.ESSENTIAL, Role.DESIRABLE):
                below = "".join(line.text for line in lines[start + height : start + height + 1])
                more = assessment_in(below.strip(), {}) != ()
                told = [*parts[:-1], f"{parts[-1]} {below.strip()}"] if more else parts
                return [part.replace("\n", " ") for part in told], height + more
    return _names_of(lines, start), 1


def _names_of(lines: Sequence[RawLine], start: int) -> list[str]:
    """The names of the columns; “Desirable / Evidence” over wordings, E or D, and letters lost one."""
    names = _slash_parts(lines[start].text)
    below = next((_slash_parts(line.text) for line in lines[start + 1 :] if not line.is_blank), [])
    lost = len(names) + 1 == len(below) == _LETTERED and requirement_of_word(below[1])
    if lost and names_requirement(names[0]) and heads_evidence(names[1]):
        return ["Criteria", "Essential/Desirable", names[1]]
    return names


def _stands_over_head(lines: Sequence[RawLine], index: int, start: int) -> bool:
    """The name of a section, over which the head stands again."""
    after = next((line.text.strip() for line in lines[index + 1 :] if not line.is_blank), "")
    return len(_slash_parts(lines[index].text)) == 1 and after == lines[start].text.strip()


def with_their_cells(texts: Sequence[str]) -> list[str]:
    """Physical lines with a cell that begins, or a row that ends, at a slash drawn up to the line above.

    Only in a text with several such slashes; a list below the name of a section keeps its lines.
    """
    made = list(texts)
    filled = [place for place, text in enumerate(texts) if text.strip() and text != EMPTIED]
    open_ends = [
        (at, below)
        for at, below in pairwise(filled)
        if (_BEGINS_CELL.match(texts[below]) and not _lacks_section(_slash_parts(texts[below])))
        or (_is_open_row(texts[at]) and _is_bare_cell(texts[below]))
    ]
    if len(open_ends) < _FEWEST_OPEN:
        return made
    for at, below in reversed(open_ends):
        made[at] = f"{made[at].strip()} {made[below].strip()}"
        made[at + 1 : below + 1] = [EMPTIED] * (below - at)
    return made


def _lacks_section(parts: Sequence[str]) -> bool:
    """“/ Leads a team / Essential / Interview”: a whole row, whose section stands in a row above."""
    first, wording, *signs = [*parts, ""][: max(len(parts), 2)]
    told = is_sign_text(wording) or is_codes(wording, {}) or are_methods_alone(wording)
    return not first and bool(wording) and not told and any(map(is_sign_text, signs))


def _is_open_row(text: str) -> bool:
    """A row with a slash behind it; a label and its value stay on their line."""
    return bool(_ENDS_OPEN.search(text)) and not label_values(text.strip())


def _is_bare_cell(text: str) -> bool:
    """No list item, and no row of its own."""
    return not split_marker(clean(text))[0] and len(_slash_parts(text.rstrip(" /"))) == 1


def _with_slash_in_name(parts: list[str], below: Sequence[RawLine]) -> list[str]:
    """“Qualifications / Training /” over a list: a name that has a slash itself, and an open cell."""
    listed = bool(below) and bool(split_marker(clean(below[0].text))[0])
    if listed and len(parts) == _NAMES_AND_END and not parts[-1] and all(map(is_section_name, parts[:-1])):
        return [" / ".join(parts[:-1]), ""]
    return parts


def _slash_parts(text: str) -> list[str]:
    parts = [part.strip() for part in re.split(r"(?:(?<=\s)|^)/(?=\s|$)", text)]
    letters = [part for part in parts if len(part) == 1 and part.isupper()]
    return [part.upper() if letters and len(part) == 1 else part for part in parts]  # “A / R / i”


def _ends_table(text: str, parts: Sequence[str]) -> bool:
    """A key, a sentence to the reader, or the heading of the duties, below the last row."""
    noted = bool(parse_key(text)) or explains_code(text) or is_notice(text)
    return len(parts) == 1 and (noted or lists_duties(text))


def _goes_on_after_blank(
    text: str, rows: Sequence[Sequence[Sequence[tuple[str, int]]]], columns: Columns
) -> bool:
    """After a blank line only a line with a separator, or more of an open cell, belongs to the table."""
    if len(_slash_parts(text)) > 1:
        return True
    return bool(split_marker(clean(text))[0]) and not _row_is_full(rows[-1], columns)


def _begins_row(parts: Sequence[str], row: Sequence[Sequence[tuple[str, int]]], columns: Columns) -> bool:
    first = parts[0]
    if columns.roles[0] in {Role.REQUIREMENT, Role.EVIDENCE}:  # “E / I / Lone working”
        return len(parts) == len(columns.roles) or is_section_name(first)
    if _surely_begins(parts, row, columns):
        return True
    if not first or _explains(first) or _goes_on_beside(parts, row, columns):
        return False
    if len(parts) == 1 and _says_methods(first, columns):
        return len(row) == 1 and not is_sign_text(first)
    signed = len(parts) == 1 and all(is_sign_text(text) for text, _ in row[-1])
    if signed or (len(row) == 1 and not (len(parts) > 1 and not row[0][-1][0])):
        return signed or not starts_low(clean(first))
    return _row_is_full(row, columns) and not (is_sign_text(first) and len(parts) > 1)


def _surely_begins(parts: Sequence[str], row: Sequence[Sequence[tuple[str, int]]], columns: Columns) -> bool:
    """A heading, the number and name of a section, a whole row behind a slash, or a list item."""
    above = [cell[0][0] if cell else "" for cell in row]
    lettered = _is_lettered_section(parts, columns) or _is_lettered_section(above, columns)
    heads = len(parts) == 1 and not columns.asks_requirement and is_requirement_heading(parts[0])
    is_whole = _lacks_section(parts) and _row_is_full(row, columns)
    return lettered or heads or is_whole or _begins_with_item(parts[0], row, columns)


def _says_methods(text: str, columns: Columns) -> bool:
    told = parse_evidence(text, columns.key) and not is_section_name(text)
    return is_sign_text(text) or bool(told)


def _is_lettered_section(parts: Sequence[str], columns: Columns) -> bool:
    """“E / Personal qualities”, where a column has numbers such as E1."""
    if len(parts) != _LETTER_AND_NAME or columns.roles[0] is not Role.NUMBER:
        return False
    letter, name = parts
    return bool(re.fullmatch(r"[A-Z][.)]?", letter)) and is_section_name(name)


def _explains(text: str) -> bool:
    """A list item, or a key to the letters."""
    return bool(split_marker(clean(text))[0] or parse_key(text) or _CODE.match(text))


def _goes_on_beside(parts: Sequence[str], row: Sequence[Sequence[tuple[str, int]]], columns: Columns) -> bool:
    """More of a wording in “Factor / Essential / Desirable”: the row has room, and no section is named."""
    beside = columns.roles[1:] == (Role.ESSENTIAL, Role.DESIRABLE) and (
        not columns.names[0] or is_generic(columns.names[0])
    )
    shouted = row[0][0][0].isupper()  # the names of sections can be told from wordings
    if columns.names[0] and not shouted and len(row) == len(parts) < len(columns.roles):
        return False  # two rows, neither with anything desirable
    named = parts[0].isupper() or is_section_name(parts[0])
    has_room = len(row) > 1 and len(row) + len(parts) - 1 <= len(columns.roles)
    signed = any(is_sign_text(text) for cell in row[1:] for text, _ in cell) or any(map(is_sign_text, parts))
    return beside and has_room and not (named or signed)


def _begins_with_item(first: str, row: Sequence[Sequence[tuple[str, int]]], columns: Columns) -> bool:
    """A list item behind a row that has its methods, or below “(i) Experience”."""
    marker = split_marker(clean(first))[0]
    if not marker or not columns.at(Role.EVIDENCE):
        return False
    said = " / ".join(text for text, _ in row[-1])
    is_signed = len(row) > 1 and (is_codes(said, columns.key) or are_methods_alone(said))
    over = split_marker(clean(row[0][0][0]))[0] if len(row) == 1 else ""
    return is_signed or over == "number" != marker


def _row_is_full(row: Sequence[Sequence[tuple[str, int]]], columns: Columns) -> bool:
    last = " ; ".join(text for text, _ in row[-1] if text.strip())
    if not last:
        return len(row) >= len(columns.roles)
    if columns.at(Role.EVIDENCE):
        signs = all(is_sign_text(text) for text, _ in row[-1] if text.strip()) and not _is_behind_mark(row)
        return len(row) >= len(columns.roles) or (
            not signs and len(row) > 1 and (_names_methods(last, columns) or bool(CODES.match(last)))
        )
    return True


def _is_behind_mark(row: Sequence[Sequence[tuple[str, int]]]) -> bool:
    """“√ / D”: the mark says the need, so that the letter is a method."""
    return len(row) >= _LETTERED and all(is_mark(text) for text, _ in row[-2]) and len(row[-1]) == 1


def _names_methods(text: str, columns: Columns) -> bool:
    """Whether a cell says how something is assessed; one that grew this long says something else."""
    return len(text) <= _LONGEST_EVIDENCE and parse_evidence(text, columns.key) is not None
