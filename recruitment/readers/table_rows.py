"""From the rows of a table to drafts of criteria, column by column."""

import re
from collections.abc import Sequence
from dataclasses import replace

from recruitment.domain.specification_evidence import parse_evidence, parse_key
from recruitment.domain.specification_requirement import (
    Requirement,
    is_mark,
    read_convention,
    requirement_of_word,
    split_heading,
)
from recruitment.readers.blocks import Cell, Line, Row, Table, grid_of
from recruitment.readers.columns import Columns, Role, is_sign, read_header, settle
from recruitment.readers.drafts import Context, Draft
from recruitment.readers.gapped_rows import placed_row
from recruitment.readers.headings import is_section_name
from recruitment.readers.items import Item, is_filler, items_of

_LISTED = re.compile(r"[,;/&+|]|\band\b|^[A-Z ]+$|[()]", re.IGNORECASE)
_EMPTY = re.compile(r"^(?:[-–—.☐\s]*|n/?a|no|none)$", re.IGNORECASE)


def header_index(table: Table) -> int | None:
    """The first row that is a head for criteria, or None."""
    return next((index for index, row in enumerate(table.rows) if header_of(row)), None)


def header_of(row: Row) -> Columns | None:
    return read_header([cell.text for cell in grid_of(row)])


def read_table(table: Table, context: Context) -> None:
    """Add the criteria of a table to the context; what is not used goes to its unread lines."""
    index = 0
    rows = _with_second_heads(table.rows)
    while index < len(rows):
        row, columns = rows[index]
        if columns is not None:
            body = _body_after(rows, index)
            context.columns = _settled(columns, body, gapped=table.gapped)
            context.key = {**columns.key, **context.key}
            _begin_by_head(context, context.columns)
        elif _is_before_head(rows, index):
            _read_row_before_head(row, context)
        else:
            _read_row(row, table, context)
        index += 1


def _with_second_heads(rows: Sequence[Row]) -> list[tuple[Row, Columns | None]]:
    """Each row with its columns if it is a head; a second row of methods below a head is taken into it."""
    found: list[tuple[Row, Columns | None]] = []
    for row in rows:
        columns = header_of(row)
        above = found[-1][1] if found else None
        if columns is None and above is not None and (joined := _join_heads(above, row)):
            found[-1] = (found[-1][0], joined)
        else:
            found.append((row, columns))
    return found


def _join_heads(above: Columns, row: Row) -> Columns | None:
    """“Method of assessment” over three columns, with A, I and R in the row below."""
    cells = [cell.text.strip() for cell in grid_of(row)]
    if len(cells) != len(above.roles):
        return None
    roles, methods = list(above.roles), list(above.methods or [None] * len(cells))
    filled = [index for index, cell in enumerate(cells) if cell and cell != above.names[index]]
    open_places = [
        index for index in filled if above.roles[index] in {Role.EVIDENCE, Role.UNNAMED, Role.METHOD}
    ]
    reads = {index: parse_evidence(cells[index], above.key) for index in open_places}
    single = [index for index, read in reads.items() if read and len(read.letters) == 1]
    if len(single) < 2 or len(single) != len(filled):
        return None
    for index in single:
        read = reads[index]
        roles[index], methods[index] = Role.METHOD, read.letters[0] if read else None
    return replace(above, roles=tuple(roles), methods=tuple(methods))


def _body_after(rows: Sequence[tuple[Row, Columns | None]], start: int) -> list[list[str]]:
    """The grids of the rows under a head, until the next head; rows of one wide cell say nothing of columns."""
    body = []
    for row, columns in rows[start + 1 :]:
        if columns is not None:
            break
        if len(row.cells) > 1:
            body.append([cell.text for cell in grid_of(row)])
    return body


def _settled(columns: Columns, body: list[list[str]], *, gapped: bool) -> Columns:
    """In pasted tables the head may lack its empty first cell, above the wordings."""
    if gapped and Role.UNNAMED not in columns.roles:
        texts = [sum(not is_sign(cell, columns.key) for cell in row) for row in body]
        if texts.count(1) * 2 >= len(texts):
            columns = columns.with_first(Role.TEXT)
    return settle(columns, body)


def _begin_by_head(context: Context, columns: Columns) -> None:
    name = columns.section
    requirement = None
    if name:
        requirement, rest = split_heading(name)
        name = rest or None if requirement else name
    if name or requirement:
        context.begin_section(name)
    if requirement:
        context.requirement = requirement


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
    if requirement:
        context.begin_requirement(requirement, rest or None, outer=not rest)
    elif is_section_name(text):
        context.begin_section(text.strip(" :"))


def _read_row(row: Row, table: Table, context: Context) -> None:
    filled = [cell for cell in row.cells if cell.text and not cell.merged]
    if not filled:
        return
    columns = context.columns
    if columns is None:
        _read_row_without_head(row, context)
        return
    if len(filled) == 1 and _read_lone_cell(filled[0], row, columns, context, gapped=table.gapped):
        return
    cells = placed_row(row, columns, context.key) if table.gapped else grid_of(row)
    both = bool(columns.at(Role.ESSENTIAL) and columns.at(Role.DESIRABLE))
    doubtful = table.gapped and both and len(row.cells) < len(columns.roles) and columns.texts_side_by_side
    if columns.texts_side_by_side:
        _read_side_by_side(cells, columns, context, doubtful=doubtful)
    else:
        _read_marked(cells, columns, context)


def _read_lone_cell(cell: Cell, row: Row, columns: Columns, context: Context, *, gapped: bool) -> bool:
    """A row with one filled cell: a heading, a key, a note, or a criterion without marks (False)."""
    text = cell.text
    wide = not gapped and (len(row.cells) == 1 or cell.span >= max(2, len(columns.roles) - 1))
    if parse_key(text) or read_convention(text):
        return True
    if any(line.marker for line in cell.lines):
        return False
    requirement, rest = split_heading(text)
    if requirement and (not rest or is_section_name(rest)):
        context.begin_requirement(requirement, rest or None, outer=False)
        return True
    if is_filler(text):
        context.skip(text)
        return True
    place = grid_of(row).index(cell)
    role = columns.roles[place] if place < len(columns.roles) else Role.UNNAMED
    if (
        columns.texts_side_by_side
        and role in {Role.ESSENTIAL, Role.DESIRABLE}
        and cell.span == 1
        and len(row.cells) > 1
    ):
        return False
    if is_section_name(text) or (
        wide and len(row.cells) < len(columns.roles) and len(text.split()) <= 10 and not text.endswith(".")
    ):
        context.begin_section(text.strip(" :"))
        return True
    if (
        cell.bold
        and len(text.split()) <= 8
        and not text.endswith(".")
        and role in {Role.TEXT, Role.SECTION, Role.NUMBER}
    ):
        context.begin_section(text.strip(" :"))
        return True
    if wide and len(row.cells) == 1 and len(columns.roles) > 1 and columns.texts_side_by_side:
        context.skip(text)
        return True
    return False


def _read_row_without_head(row: Row, context: Context) -> None:
    """A table without a head inside a specification: a section cell and wordings, or wordings alone."""
    cells = [cell for cell in grid_of(row) if cell.text]
    if len(cells) > 1 and (is_section_name(cells[0].text) or cells[0].bold):
        context.begin_section(cells[0].text.strip(" :"))
        cells = cells[1:]
    evidence = parse_evidence(cells[-1].text, context.key) if len(cells) > 1 else None
    if evidence:
        cells = cells[:-1]
    requirement = requirement_of_word(cells[-1].text) if len(cells) > 1 else None
    if requirement:
        cells = cells[:-1]
    for cell in cells:
        found = items_of(cell.lines)
        for item in found.items:
            draft = _draft(item, context, requirement or item.requirement or context.requirement)
            draft.evidence = evidence.letters if evidence else None
            draft.check |= {"evidence"} if evidence and evidence.doubtful else set()
            context.drafts.append(draft)


def _draft(item: Item, context: Context, requirement: Requirement | None) -> Draft:
    return Draft(item.text, item.source, context.section, requirement, bold=item.bold, italic=item.italic)


def _read_side_by_side(cells: Sequence[Cell], columns: Columns, context: Context, *, doubtful: bool) -> None:
    """Essential and desirable wordings beside each other; the row's evidence serves both."""
    _take_section(cells, columns, context)
    groups: list[tuple[Requirement, list[Item]]] = []
    for role, requirement in ((Role.ESSENTIAL, "essential"), (Role.DESIRABLE, "desirable")):
        lines = [line for index in columns.at(role) for line in _lines_at(cells, index)]
        found = items_of([line for line in lines if not _EMPTY.match(line.text)])
        context.unread.extend(found.fillers)
        groups.append((requirement, found.items))  # type: ignore[arg-type]
    filled = [items for _, items in groups if items]
    alone = filled[0] if len(filled) == 1 else []
    evidence = _evidence_of_row(cells, columns, context, len(alone) or 1)
    for requirement, items in groups:
        for place, item in enumerate(items):
            draft = _draft(item, context, item.requirement or requirement)
            letters, unsure = (
                evidence[place] if items is alone and len(evidence) == len(items) else evidence[0]
            )
            draft.evidence = letters
            draft.check |= ({"evidence"} if unsure else set()) | ({"requirement"} if doubtful else set())
            context.drafts.append(draft)


def _take_section(cells: Sequence[Cell], columns: Columns, context: Context) -> None:
    for index in columns.at(Role.SECTION):
        if index < len(cells) and cells[index].text and not cells[index].merged:
            requirement, rest = split_heading(cells[index].text)
            name = rest if requirement else cells[index].text
            if name.strip(" :") != context.section:
                context.begin_section(name.strip(" :") or context.section)
            context.requirement = requirement or context.requirement


def _lines_at(cells: Sequence[Cell], index: int) -> tuple[Line, ...]:
    return cells[index].lines if index < len(cells) and not cells[index].merged else ()


def _read_marked(cells: Sequence[Cell], columns: Columns, context: Context) -> None:
    """One text column with marks, letters, evidence and weights beside it, paired by count."""
    _take_section(cells, columns, context)
    lines = [line for index in columns.at(Role.TEXT) for line in _lines_at(cells, index)]
    found = items_of(lines)
    context.unread.extend(found.fillers)
    items = found.items
    count = len(items)
    if not count:
        _read_wordless(cells, context)
        return
    requirements = _requirements_of_row(cells, columns, context, count)
    evidence = _evidence_of_row(cells, columns, context, count)
    weights = _weights_of_row(cells, columns, count)
    for place, item in enumerate(items):
        requirement, unsure = requirements[place]
        draft = _draft(item, context, item.requirement or requirement or context.requirement)
        draft.evidence, doubtful = evidence[place]
        draft.weight = weights[place]
        draft.check |= ({"requirement"} if unsure else set()) | ({"evidence"} if doubtful else set())
        context.drafts.append(draft)


def _read_wordless(cells: Sequence[Cell], context: Context) -> None:
    """A row of marks whose wording is lost, or only a section name, leaves a trace."""
    left = [cell.text for cell in cells if cell.text and not cell.merged and cell.text != context.section]
    if left:
        context.skip(" | ".join(left))


def _requirements_of_row(
    cells: Sequence[Cell], columns: Columns, context: Context, count: int
) -> list[tuple[Requirement | None, bool]]:
    """The requirement of each of ``count`` wordings, and whether it is doubtful."""
    options: list[list[Requirement | None]] = [[] for _ in range(count)]
    doubtful = False
    sides: tuple[tuple[Role, Requirement], ...] = (
        (Role.ESSENTIAL, "essential"),
        (Role.DESIRABLE, "desirable"),
    )
    for role, requirement in sides:
        for index in columns.at(role):
            signs = [line.text for line in _lines_at(cells, index) if not _EMPTY.match(line.text)]
            spread = _spread(signs, count)
            doubtful = doubtful or spread is None
            for place, sign in enumerate(spread or []):
                if sign:
                    options[place].append(requirement)
                    known = is_mark(sign) or requirement_of_word(sign) or parse_evidence(sign, context.key)
                    doubtful = doubtful or not known
    for index in columns.at(Role.REQUIREMENT):
        signs = [line.text for line in _lines_at(cells, index)]
        words = [part for sign in signs for part in (re.split(r"[\s,]+", sign) if count > 1 else [sign])]
        spread = _spread(words, count)
        doubtful = doubtful or (spread is None and bool(words))
        for place, word in enumerate(spread or []):
            options[place].append(requirement_of_word(word))
    return [
        (found[0], doubtful) if len(set(found)) == 1 else (None, doubtful or bool(found)) for found in options
    ]


def _spread(signs: Sequence[str], count: int) -> list[str] | None:
    """The nth sign for the nth wording; one sign for all; None where the numbers do not agree."""
    if len(signs) == count:
        return list(signs)
    if len(signs) == 1:
        return list(signs) * count
    return None if signs else [""] * count


def _evidence_of_row(
    cells: Sequence[Cell], columns: Columns, context: Context, count: int
) -> list[tuple[tuple[str, ...] | None, bool]]:
    """The evidence of each of ``count`` wordings, and whether it is doubtful; None where there is no column."""
    if methods := columns.at(Role.METHOD):
        ticked = [
            columns.methods[index]
            for index in methods
            if index < len(cells) and not _EMPTY.match(cells[index].text)
        ]
        letters = tuple(dict.fromkeys(letter for letter in ticked if letter))
        return [(letters, False)] * count
    places = columns.at(Role.EVIDENCE)
    if not places:
        return _evidence_in_marks(cells, columns, context, count)
    lines = [
        line
        for index in places
        if index < len(cells)
        for line in cells[index].lines
        if not is_filler(line.text)
    ]
    reads = [parse_evidence(line.text, context.key) for line in lines]
    whole = parse_evidence(" ; ".join(line.text for line in lines), context.key)
    if count > 1 and len(lines) == count and all(reads):
        words = any(re.search(r"[a-z]{4}", line.text) for line in lines)
        return [(read.letters, read.doubtful or words) for read in reads if read]
    if whole is None:
        return [((), bool(lines))] * count
    if count > 1 and len(lines) == 1 and len(whole.letters) == count and not _LISTED.search(lines[0].text):
        return [
            ((letter,), True) for letter in whole.letters
        ]  # methods stacked line by line, their breaks lost
    uneven = (
        count > 1
        and len(lines) > 1
        and len({read.letters for read in reads if read}) > 1
        and not _are_words(lines)
    )
    return [(whole.letters, whole.doubtful or uneven)] * count


def _are_words(lines: Sequence[Line]) -> bool:
    return all(re.search(r"[a-z]{4}", line.text) for line in lines)


def _evidence_in_marks(
    cells: Sequence[Cell], columns: Columns, context: Context, count: int
) -> list[tuple[tuple[str, ...] | None, bool]]:
    """Evidence letters standing in the essential or desirable column in place of a tick."""
    if columns.texts_side_by_side:
        return [(None, False)] * count
    signs = [
        line.text
        for role in (Role.ESSENTIAL, Role.DESIRABLE)
        for index in columns.at(role)
        for line in _lines_at(cells, index)
    ]
    letters = [
        sign
        for sign in signs
        if not is_mark(sign) and not requirement_of_word(sign) and not _EMPTY.match(sign)
    ]
    spread = _spread(letters, count)
    if spread is None:
        return [(None, True)] * count
    reads = [parse_evidence(sign, context.key) if sign else None for sign in spread]
    return [(read.letters, read.doubtful) if read else (None, False) for read in reads]


def _weights_of_row(cells: Sequence[Cell], columns: Columns, count: int) -> list[int | None]:
    texts = [line.text for index in columns.at(Role.WEIGHT) for line in _lines_at(cells, index)]
    spread = _spread(texts, count) or [""] * count
    return [
        int(found[0]) if (found := re.match(r"^\D{0,2}(\d{1,3})\b", text)) and found[1] else None
        for text in spread
    ]
