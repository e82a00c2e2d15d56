"""From the rows of a table to drafts of criteria, column by column."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from recruitment.domain.specification_convention import read_convention
from recruitment.domain.specification_evidence import parse_evidence
from recruitment.domain.specification_key import parse_key
from recruitment.domain.specification_requirement import Requirement, requirement_of_word, split_heading
from recruitment.readers.area_evidence import speaks_by_area, speaks_once_an_area
from recruitment.readers.assessed_headings import assessment_in
from recruitment.readers.blocks import Cell, Row, Table, grid_of
from recruitment.readers.cell_facts import are_words
from recruitment.readers.column_heads import heads_evidence
from recruitment.readers.columns import Columns, Role
from recruitment.readers.drafts import Context
from recruitment.readers.gapped_rows import is_requirement, placed_row
from recruitment.readers.headings import is_section_name
from recruitment.readers.items import is_filler, items_of
from recruitment.readers.list_headings import is_notice
from recruitment.readers.part_introductions import introduced_part
from recruitment.readers.row_drafts import draft_of, read_marked, read_side_by_side
from recruitment.readers.table_heads import body_after, rows_with_heads, settle_head
from recruitment.readers.wording import join, starts_low

_FARTHEST = 8  # wordings back, of both columns, that a row may go on with
_MOST_WORDINGS = 2  # beside each other in a table whose head is not known
_LONGEST_NAME = 8  # words of what may name a section
_LONGEST_BARE = 5  # words of a numbered name that no usual word tells
_LONGEST_NUMBERED = 30  # words, where only the names of sections have numbers
_KEY_LABEL = re.compile(
    r"^(?:key|codes?|legend|abbreviations?)\b\W*(?:to \w+|used)?\W*(?:$|:)", re.IGNORECASE
)


def read_table(table: Table, context: Context) -> None:
    """Add the criteria of a table to the context; what is not used goes to its unread lines.

    A requirement heading right above the table holds for all its sections.
    """
    if context.requirement and context.is_fresh:
        context.outer = True
    index, first = 0, len(context.drafts)
    context.is_shifted = False
    rows = rows_with_heads(table)
    by_area = not table.gapped and speaks_once_an_area(rows)
    context.is_intact = table.ruled and not table.gapped
    context.above = {}
    context.lone_rows_are_sections = _begins_with_section(rows)
    while index < len(rows):
        row, columns = rows[index]
        if columns is not None:
            body = body_after(rows, index)
            context.key = {**columns.key, **context.key}
            columns = replace(columns, key=dict(context.key))
            context.columns = settle_head(columns, body, gapped=table.gapped)
            by_row = _speaks_by_row(rows[index + 1 :], context.columns)
            context.evidence_by_row = context.evidence_by_row or by_row
            context.evidence_by_area = speaks_by_area(context.columns) or by_area
            _begin_by_head(context, context.columns)
        elif (heading := _requirement_over_head(rows, index)) is not None:
            context.begin_requirement(heading, None, outer=True)
        elif _is_before_head(rows, index):
            _read_row_before_head(row, context)
        else:
            _read_row(row, table, context)
        index += 1
    if context.is_shifted:
        for draft in context.drafts[first:]:
            draft.check |= {"requirement", "evidence"}


def _speaks_by_row(below: Sequence[tuple[Row, Columns | None]], columns: Columns) -> bool:
    """Whether methods in a stack speak of their whole row: elsewhere there are more or fewer than items."""
    places = columns.at(Role.EVIDENCE)
    wordings = columns.at(Role.TEXT) or [*columns.at(Role.ESSENTIAL), *columns.at(Role.DESIRABLE)]
    if len(places) != 1 or len(wordings) != 1:
        return False
    grids = [grid_of(row) for row, _ in takewhile(lambda own: own[1] is None, below)]
    pairs = [
        (len(cells[wordings[0]].lines), cells[places[0]])
        for cells in grids
        if len(cells) > max(places[0], wordings[0])
    ]
    return any(
        items > 1 and len(cell.lines) > 1 and items != len(cell.lines) and are_words(cell.lines)
        for items, cell in pairs
    )


def _begins_with_section(rows: Sequence[tuple[Row, Columns | None]]) -> bool:
    """Whether the first row below each head is one short cell alone, and rows of more cells follow."""
    after = [rows[index + 1][0] for index, (_, columns) in enumerate(rows[:-1]) if columns]
    lone = [[cell for cell in row.cells if cell.text] for row in after]
    several = sum(len([cell for cell in row.cells if cell.text]) > 1 for row, _ in rows)
    return (
        bool(lone)
        and several * 2 > len(rows)
        and all(
            len(cells) == 1 and len(cells[0].text.split()) <= 6 and len(cells[0].lines) == 1 for cells in lone
        )
    )


def _begin_by_head(context: Context, columns: Columns) -> None:
    name = columns.section
    if name and not is_section_name(name) and split_heading(name)[0] is None and len(context.heads) < 2:
        name = None  # the same head over every table names no section
    if name is None and len(context.heads) > 1:
        name = next((own for own in columns.head_names if is_section_name(own)), None)
    requirement = None
    if name:
        requirement, rest = split_heading(name)
        name = rest or None if requirement else name
    if name or requirement:
        context.begin_section(name)
    if requirement:
        context.requirement = requirement


def _requirement_over_head(rows: Sequence[tuple[Row, Columns | None]], index: int) -> Requirement | None:
    """“Desirable criteria” alone in a row right above a head holds for all the sections below that head."""
    if index + 1 >= len(rows) or rows[index + 1][1] is None:
        return None
    filled = [cell.text for cell in rows[index][0].cells if cell.text]
    requirement, rest = split_heading(filled[0]) if len(filled) == 1 else (None, "")
    return requirement if not rest else None


def _is_before_head(rows: Sequence[tuple[Row, Columns | None]], index: int) -> bool:
    """Rows above the first head of a table (a title, a form) are no criteria."""
    return all(columns is None for _, columns in rows[:index]) and any(
        columns for _, columns in rows[index + 1 :]
    )


def _read_row_before_head(row: Row, context: Context) -> None:
    text = " ".join(cell.text for cell in row.cells if cell.text)
    if len([cell for cell in row.cells if cell.text]) != 1:
        return
    requirement, rest = split_heading(text)
    if _introduces_part(text, context):
        return
    if requirement:
        context.begin_requirement(requirement, rest or None, outer=not rest)
    elif _may_head_rows(next(cell for cell in row.cells if cell.text)):
        context.begin_section(text.strip(" :"))


def _read_row(row: Row, table: Table, context: Context) -> None:
    filled = [cell for cell in row.cells if cell.text and not cell.merged]
    if not filled:
        return
    columns = context.columns
    if _KEY_LABEL.match(filled[0].text) and any(parse_key(cell.text) for cell in filled[1:]):
        return
    if any(_is_signature(cell.text) for cell in filled):
        for cell in filled:
            context.skip(cell.text)
    elif columns is None:
        _read_row_without_head(row, context)
    elif not _heads_or_goes_on(row, filled, columns, context, table):
        _read_criteria(row, columns, context, table)


def _heads_or_goes_on(
    row: Row, filled: Sequence[Cell], columns: Columns, context: Context, table: Table
) -> bool:
    """Whether the row holds no criterion of its own, and what it holds has been taken in."""
    if _numbers_section(row, columns):
        context.begin_section(filled[1].text.strip(" :"))
        return True
    if not table.gapped and _goes_on(grid_of(row), columns, context):
        return True
    if len(filled) == 1 and _read_lone_cell(filled[0], row, columns, context, table):
        return True
    return _begins_requirement(row, columns, context)


def _read_criteria(row: Row, columns: Columns, context: Context, table: Table) -> None:
    cells = placed_row(row, columns, context.key) if table.gapped else _with_merged(row, columns, context)
    both = bool(columns.at(Role.ESSENTIAL) and columns.at(Role.DESIRABLE))
    doubtful = table.gapped and both and len(row.cells) < len(columns.roles) and columns.texts_side_by_side
    if columns.texts_side_by_side:
        read_side_by_side(cells, columns, context, doubtful=doubtful)
        return
    before = len(context.drafts)
    read_marked(cells, columns, context)
    if table.gapped and both and any(is_requirement(cell) and cell not in cells for cell in row.cells):
        for draft in context.drafts[before:]:  # a mark, of which nobody knows the column
            draft.check |= {"requirement"} if draft.requirement is None else set()


def _with_merged(row: Row, columns: Columns, context: Context) -> list[Cell]:
    """The cells of a row; what it says by a cell that reaches down from a row above is said here too."""
    cells = grid_of(row)
    for place in (*columns.at(Role.EVIDENCE), *columns.at(Role.REQUIREMENT)):
        reaches = place < len(cells) and not cells[place].text
        of_area = context.evidence_by_area and place in columns.at(Role.EVIDENCE)
        if reaches and (cells[place].merged or of_area):
            cells[place] = context.above.get(place, cells[place])
        elif place < len(cells):
            context.above[place] = cells[place]
    return cells


def _begins_requirement(row: Row, columns: Columns, context: Context) -> bool:
    """“ESSENTIAL” in the cell for the section, which reaches down over rows, beside the name of a section."""
    cells = [cell for cell in grid_of(row) if cell.text]
    places = columns.at(Role.SECTION)
    if len(cells) != 2 or not places or grid_of(row).index(cells[0]) not in places:
        return False
    requirement, rest = split_heading(cells[0].text)
    name = cells[1].text
    bare = bool(columns.at(Role.EVIDENCE)) and len(name.split()) <= _LONGEST_NAME and not name.endswith(".")
    if requirement is None or rest or not (bare or is_section_name(name) or cells[1].bold):
        return False
    context.begin_requirement(requirement, None, outer=True)
    context.begin_section(cells[1].text.strip(" :"))
    return True


def _goes_on(cells: Sequence[Cell], columns: Columns, context: Context) -> bool:
    """A row with nothing but the rest of the wording above it, which a person typed into a row of its own."""
    filled = [place for place, cell in enumerate(cells) if cell.text and not cell.merged]
    if len(filled) != 1 or filled[0] >= len(columns.roles):
        return False
    role = columns.roles[filled[0]]
    mine = [
        draft for draft in context.drafts[-_FARTHEST:] if role is Role.TEXT or draft.requirement == role.value
    ]
    last = mine[-1] if mine else None
    sided = columns.texts_side_by_side and role in {Role.ESSENTIAL, Role.DESIRABLE}
    if last is None or last.requirement is None or not (role is Role.TEXT or sided):
        return False
    text = cells[filled[0]].text
    goes_on = columns.asks_requirement and starts_low(text) and not starts_low(last.text)
    if not goes_on or last.text.endswith((".", ";")):
        return False
    last.text = join(last.text, text)
    last.check.add("text")
    return True


def _numbers_section(row: Row, columns: Columns) -> bool:
    """“2.0 | Experience” without a mark, over 2.1 and 2.2."""
    cells = grid_of(row)
    filled = [place for place, cell in enumerate(cells) if cell.text and not cell.merged]
    if not columns.asks_requirement or [
        columns.roles[place] for place in filled if place < len(columns.roles)
    ] != [
        Role.NUMBER,
        Role.TEXT,
    ]:
        return False
    name = cells[filled[1]]
    heavy = name.bold or (name.text.isupper() and len(name.text.split()) > 1)
    return is_section_name(name.text) or (heavy and not name.text.endswith("."))


def _read_lone_cell(cell: Cell, row: Row, columns: Columns, context: Context, table: Table) -> bool:
    """A row with one filled cell: a heading, a key, a note, or a criterion without marks (False)."""
    text = cell.text
    if parse_key(text) or read_convention(text) or _introduces_part(text, context):
        return True
    if len(row.cells) == 1 < len(columns.roles) and len(text.split()) > _LONGEST_NAME and is_notice(text):
        context.skip(text)
        return True
    if letters := assessment_in(text, context.key):
        context.assess_section(letters)
        return True
    numbered = _is_numbered_name(cell, row, columns, table)
    if any(line.marker for line in cell.lines) and not numbered:
        return False
    requirement, rest = split_heading(text)
    if requirement and (not rest or is_section_name(rest)):
        context.begin_requirement(requirement, rest or None, outer=False)
    elif is_filler(text):
        context.skip(text)
    elif _names_section(cell, row, columns, table, lone_are_sections=context.lone_rows_are_sections) or (
        numbered and _numbers_all_sections(table)
    ):
        context.begin_section(text.strip(" :"))
    elif len(row.cells) == 1 < len(columns.roles) and columns.texts_side_by_side and not table.gapped:
        context.skip(text)
    else:
        return False
    return True


def _introduces_part(text: str, context: Context) -> bool:
    """“All the competencies below are essential and assessed at interview”, typed into a row."""
    requirement, letters = introduced_part(text, context.key)
    if requirement is not None:
        context.begin_part_of(requirement, letters)
    return requirement is not None


def _is_numbered_name(cell: Cell, row: Row, columns: Columns, table: Table) -> bool:
    """“1. Experience” over the whole width of a table with several columns."""
    one = len(cell.lines) == 1 and cell.lines[0].marker == "number"
    wide = len(row.cells) == 1 or cell.span >= len(columns.roles)
    wide = wide or (cell is row.cells[0] and is_section_name(cell.text))
    longest = _LONGEST_NUMBERED if _numbers_all_sections(table) else _LONGEST_BARE
    name = is_section_name(cell.text) or (len(cell.text.split()) <= longest and not cell.text.endswith("."))
    listed = not table.gapped or _numbers_all_sections(table)
    return one and wide and name and len(columns.roles) > 1 and listed


def _numbers_all_sections(table: Table) -> bool:
    """Whether only lone cells have numbers, while the wordings have other marks or none."""
    numbered = [row for row in table.rows if row.cells[0].lines and row.cells[0].lines[0].marker == "number"]
    return len(numbered) > 1 and all(len(row.cells) == 1 for row in numbered)


def _names_section(cell: Cell, row: Row, columns: Columns, table: Table, *, lone_are_sections: bool) -> bool:
    """By its words, by its width or by its weight; in a column of wordings only where no lines are drawn."""
    text = cell.text
    place = grid_of(row).index(cell)
    role = columns.roles[place] if place < len(columns.roles) else Role.UNNAMED
    single = cell.span == 1 and len(row.cells) > 1
    if columns.texts_side_by_side and role in {Role.ESSENTIAL, Role.DESIRABLE} and single:
        return not table.ruled and is_section_name(text)
    if is_section_name(text):
        return True
    if (
        lone_are_sections
        and role in {Role.TEXT, Role.SECTION, Role.NUMBER, Role.UNNAMED}
        and len(text.split()) <= 6
    ):
        return not text.endswith(".")
    short = len(text.split()) <= 10 and not text.endswith(".")
    wide = not table.gapped and (len(row.cells) == 1 or cell.span >= max(2, len(columns.roles) - 1))
    heavy = cell.bold and len(text.split()) <= 8 and role in {Role.TEXT, Role.SECTION, Role.NUMBER}
    return short and (heavy or (wide and len(row.cells) < len(columns.roles)))


_SIGNATURE = re.compile(
    r"^(?:\w+\W+){0,3}\(?signatures?\W*$|\bsignatures?\s*(?:[:_…]|\.{3})|^sign(?:ed|ature)\b|"
    r"^(?:name|date|job ?holder|post ?holder|line manager|head ?teacher)\b[^.]{0,20}:",
    re.IGNORECASE,
)


def _is_signature(text: str) -> bool:
    return len(text.split()) <= _LONGEST_NAME and bool(_SIGNATURE.search(text))


def _may_head_rows(cell: Cell) -> bool:
    """One cell over the whole width that names a group, by its words or in bold."""
    short = len(cell.text.split()) <= 8 and not cell.text.endswith((".", ";", ","))
    return short and (is_section_name(cell.text) or cell.bold)


def _read_row_without_head(row: Row, context: Context) -> None:
    """A table without a head inside a specification: a section cell and wordings, or wordings alone."""
    cells = [cell for cell in grid_of(row) if cell.text]
    if len(cells) == 1 and len(row.cells) == 1 and _may_head_rows(cells[0]):
        context.begin_section(cells[0].text.strip(" :"))
        return
    if (
        len(cells) > 1
        and heads_evidence(cells[0].text)
        and (how := parse_evidence(cells[1].text, context.key))
    ):
        context.assess_section(how.letters)
        return
    said, rest = split_heading(cells[0].text) if len(cells) > 1 else (None, "")
    if said and not rest:  # “Essential” beside the wordings
        context.requirement = said
        cells = cells[1:]
    elif len(cells) > 1 and (is_section_name(cells[0].text) or cells[0].bold):
        context.begin_section(cells[0].text.strip(" :"))
        cells = cells[1:]
    needed = _needs_at_end(cells, context)
    cells = cells[:-1] if needed else cells
    evidence = parse_evidence(cells[-1].text, context.key) if len(cells) > 1 else None
    if evidence:
        cells = cells[:-1]
    requirement = needed or (requirement_of_word(cells[-1].text) if len(cells) > 1 else None)
    if requirement and not needed:
        cells = cells[:-1]
    for cell in cells:
        found = items_of(cell.lines)
        for item in found.items:
            draft = draft_of(item, context, requirement or item.requirement or context.requirement)
            draft.check |= {"text"} if len(cells) > _MOST_WORDINGS else set()
            draft.evidence = evidence.letters if evidence else context.section_evidence
            draft.check |= {"evidence"} if evidence and evidence.doubtful else set()
            context.drafts.append(draft)


def _needs_at_end(cells: Sequence[Cell], context: Context) -> Requirement | None:
    """E or D in the last of several cells, unless the key has that letter for a way to assess."""
    last = cells[-1].text.strip()
    return requirement_of_word(last) if len(cells) > 1 and last not in context.key else None
