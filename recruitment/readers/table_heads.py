"""Which rows of a table are heads, and the columns that they give to the rows below them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from recruitment.domain.remembering import remembered
from recruitment.domain.specification_evidence import methods_in, parse_evidence
from recruitment.domain.specification_requirement import requirement_of_word
from recruitment.readers.blocks import Row, Table, grid_of
from recruitment.readers.column_contents import settle
from recruitment.readers.column_heads import is_for_panel, read_header
from recruitment.readers.columns import Columns, Role, is_generic
from recruitment.readers.gapped_rows import is_evidence
from recruitment.readers.signs import is_sign

_FEWEST_WHOLE = 3  # rows with a cell in every column, which show what each is for
_SIDES = {Role.ESSENTIAL, Role.DESIRABLE}
_MOST_TRIED = 5  # rows of a form may hold such letters too: “Grade”, “E”
_SEE_KEY = re.compile(r"^\(?(?:see )?(?:key|below|note)\)?\W*$", re.IGNORECASE)
_PLAIN_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?[.)]?")
_CODED_NUMBER = re.compile(rf"[A-Z]{{0,2}}{_PLAIN_NUMBER.pattern}")
_CODE = re.compile(r"^[ED]\s?\d{1,2}[.)]?$")


def header_index(table: Table) -> int | None:
    """The first row that is a head for criteria, or None."""
    named = any(header_of(row) for row in table.rows)
    return 0 if not named and _head_by_content(table) else first_head(table.rows)


def first_head(rows: Sequence[Row]) -> int | None:
    """The row at which a table with a head for criteria begins: by its words, else by what is below."""
    if (named := next((index for index, row in enumerate(rows) if header_of(row)), None)) is not None:
        return named
    tried = 0
    over: int | None = None
    for index, row in enumerate(rows):
        texts = [cell.text for cell in row.cells if cell.text]
        if len(texts) < 2:
            continue
        if over is not None and any(_CODE.match(text) or requirement_of_word(text) for text in texts):
            if _head_by_content(Table(tuple(rows[over:]))):
                return over
            tried += 1
            if tried == _MOST_TRIED:
                return None
        over = index
    return None


def _head_by_content(table: Table) -> Columns | None:
    """The columns of a table whose head uses no usual word, by a column of E and D, or of E1 and D2."""
    grids = [[cell.text for cell in grid_of(row)] for row in table.rows if len(row.cells) > 1]
    if len(grids) < 4 or not table.rows or len(table.rows[0].cells) < 2:
        return None
    names = grids[0]
    for index in range(len(names)):
        shared = [row for row in grids[1:] if sum(bool(cell) for cell in row) > 1]
        below = [row[index] for row in shared if index < len(row) and row[index]]
        if len(below) * 2 <= len(grids):
            continue
        if index and names[index] and not _are_needs([names[index]]) and _are_needs(below):
            return _columns_with(names, index, Role.REQUIREMENT)
        if all(_CODE.match(text) for text in below) and not _CODE.match(names[index]) and any(names):
            return _columns_with(names, index, Role.NUMBER)
    return None


def _are_needs(texts: Sequence[str]) -> bool:
    return all(requirement_of_word(text) for text in texts)


def _columns_with(names: Sequence[str], index: int, role: Role) -> Columns:
    read = read_header([*names, "Criteria"])  # what the other names say
    roles = list(read.roles[:-1]) if read else [Role.UNNAMED] * len(names)
    roles[index] = role
    return Columns(tuple(roles), (None,) * len(names), tuple(names))


def heads_of(table: Table) -> set[str]:
    """What stands over the wordings in the heads of a table."""
    rows = rows_with_heads(table)
    heads = [settle(columns, body_after(rows, index)) for index, (_, columns) in enumerate(rows) if columns]
    return {columns.section for columns in heads if columns.section}


def header_of(row: Row) -> Columns | None:
    return _header(tuple(cell.text for cell in grid_of(row)))


@remembered
def _header(texts: tuple[str, ...]) -> Columns | None:
    return read_header(texts)


def rows_with_heads(table: Table) -> list[tuple[Row, Columns | None]]:
    rows = _with_second_heads(table.rows)
    if any(columns for _, columns in rows) or (place := header_index(table)) is None:
        return rows
    rows[place] = (rows[place][0], _head_by_content(Table(table.rows[place:])))
    return rows


def _with_second_heads(rows: Sequence[Row]) -> list[tuple[Row, Columns | None]]:
    """Each row with its columns if it is a head; a second row of methods below a head is taken into it."""
    found: list[tuple[Row, Columns | None]] = []
    for row in rows:
        columns = header_of(row)
        above = found[-1][1] if found else None
        settled = next((head for _, head in reversed(found) if head), None)
        own = [cell for cell in row.cells if cell.text and not cell.merged]
        if columns is not None and above is not None and _is_second_head(row, columns):
            columns = _with_methods_in_order(columns, above)
        elif columns is not None and settled is not None and (len(own) == 1 or _is_content(row, settled)):
            columns = None
        adds = columns is None or set(columns.roles) <= {Role.UNNAMED, Role.METHOD}
        if adds and above is not None and (joined := _join_heads(above, row)):
            found[-1] = (found[-1][0], joined)
        elif columns is None and above is not None and _only_names_columns(row):
            continue
        else:
            found.append((row, columns))
    return found


def _is_second_head(row: Row, columns: Columns) -> bool:
    """“E | D | A | I” right below a head: both needs, and no wording beside them."""
    first = grid_of(row)[0].text
    return set(columns.roles) >= _SIDES and (not first or is_generic(first))


def _with_methods_in_order(columns: Columns, above: Columns) -> Columns:
    """“AF | L | I” below “Assessed by: application form / letter / interview”, which explains them."""
    places = above.at(Role.EVIDENCE)
    codes = (
        [index for index in range(places[0], len(columns.names)) if columns.names[index]] if places else []
    )
    listed = re.split(r"\s*[/,]\s*", above.names[places[0]].split(":")[-1]) if places else []
    letters = [methods_in(words) for words in listed]
    if len(codes) != len(listed) or not all(len(one) == 1 for one in letters):
        return columns
    roles, methods = list(columns.roles), list(columns.methods)
    for index, (letter,) in zip(codes, letters, strict=True):
        roles[index], methods[index] = Role.METHOD, letter
    return replace(columns, roles=tuple(roles), methods=tuple(methods))


def _only_names_columns(row: Row) -> bool:
    """A second row of heads that adds nothing: “Category | Criterion | See key | Criterion | See key”."""
    texts = [cell.text.strip() for cell in row.cells if cell.text]
    return len(texts) > 1 and all(is_generic(text) or _SEE_KEY.match(text) for text in texts)


def _is_content(row: Row, above: Columns) -> bool:
    """A row below a head whose cell for the requirement holds one is no further head."""
    cells = grid_of(row)
    places = [index for index in above.at(Role.REQUIREMENT) if index < len(cells)]
    both = [*above.at(Role.ESSENTIAL), *above.at(Role.DESIRABLE)]
    # “Clear background | E | | D”: a letter of evidence stands in the place of the second need.
    apart = len(both) > 1 and any(index >= len(cells) or not cells[index].text for index in both)
    letters = any(requirement_of_word(cells[index].text) for index in both if index < len(cells))
    return (apart and letters) or any(requirement_of_word(cells[index].text) for index in places)


def _join_heads(above: Columns, row: Row) -> Columns | None:
    """“Method of assessment” over three columns, with A, I and R in the row below."""
    cells = [cell.text.strip() for cell in grid_of(row)]
    if len(cells) > len(above.roles) and above.roles[-1] is Role.EVIDENCE:
        above = _widened(above, len(cells) - len(above.roles))
    if len(cells) != len(above.roles):
        return None
    roles, methods = list(above.roles), list(above.methods or [None] * len(cells))
    filled = [
        index
        for index, cell in enumerate(cells)
        if cell and cell != above.names[index] and not is_for_panel(cell)
    ]
    if not filled:
        return None
    assessed = [*above.at(Role.EVIDENCE), *above.at(Role.METHOD)]
    if any(is_generic(above.names[index]) for index in filled) or (assessed and filled[0] < min(assessed)):
        return None  # a wording, not the name of a way to assess
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


def _widened(columns: Columns, count: int) -> Columns:
    """The columns with as many more at the end, over which the last name stood before its text was copied."""
    unnamed = [Role.UNNAMED] * count
    methods = (*(columns.methods or [None] * len(columns.roles)), *[None] * count)
    return replace(
        columns, roles=(*columns.roles, *unnamed), methods=methods, names=(*columns.names, *[""] * count)
    )


def body_after(rows: Sequence[tuple[Row, Columns | None]], start: int) -> list[list[str]]:
    """The grids of the rows under a head, until the next; rows of one wide cell say nothing of columns."""
    body = []
    for row, columns in rows[start + 1 :]:
        if columns is not None:
            break
        if len(row.cells) > 1:
            body.append([cell.text for cell in grid_of(row)])
    return body


def _are_numbered(body: Sequence[Sequence[str]], number: re.Pattern[str]) -> bool:
    return sum(bool(number.fullmatch(row[0])) for row in body) * 2 > len(body)


def settle_head(columns: Columns, body: list[list[str]], *, gapped: bool) -> Columns:
    """In pasted tables the head may lack its empty cells: above numbers, wordings or evidence."""
    if gapped and body:
        if _are_numbered(body, _PLAIN_NUMBER) and not columns.at(Role.NUMBER):
            columns = columns.with_first(Role.NUMBER)
        elif columns.roles[0] is Role.NUMBER and not _are_numbered(body, _CODED_NUMBER):
            body = [["", *row] for row in body]  # numbers alone on a line were taken for those of pages
        ends = [row[-1] for row in body if len(row) > 1 and is_evidence(row[-1], columns.key)]
        if not columns.at(Role.EVIDENCE) and not columns.at(Role.METHOD) and len(ends) * 2 > len(body):
            columns = columns.with_last(Role.EVIDENCE)
    if gapped and Role.UNNAMED not in columns.roles:
        key = columns.key
        texts = [sum(not is_sign(cell, key) and not is_evidence(cell, key) for cell in row) for row in body]
        if texts.count(1) * 2 >= len(texts):
            columns = columns.with_first(Role.TEXT)
    whole = [row for row in body if len(row) == len(columns.roles)]
    return settle(columns, whole if gapped and len(whole) >= _FEWEST_WHOLE else body)
