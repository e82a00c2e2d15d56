"""Word files: an own walk over paragraphs and cells, since plain text loses ticks and check boxes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.documents.refusals import refuse
from recruitment.domain.person_specification import SourceLine
from recruitment.readers.blocks import Block, Cell, Line, Row, Table
from recruitment.readers.cell_colours import colour_name
from recruitment.readers.docx_styles import Style, Styles, W, child_of, is_on, value_of
from recruitment.readers.docx_tabs import join_tabbed, tabbed_row
from recruitment.readers.labels import label_with_colon
from recruitment.readers.wording import clean, depth_of, split_marker, starts_low

if TYPE_CHECKING:
    from lxml.etree import _Element

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SYMBOLS = {
    "F0FC": "✓", "FC": "✓", "F050": "✓", "F0FB": "✗", "FB": "✗", "F0FE": "☑", "FE": "☑", "F052": "☑",
    "F0FD": "☒", "FD": "☒", "F054": "☒", "F0A8": "☐", "A8": "☐", "F06F": "☐", "6F": "☐",
    "F0B7": "•", "F0A7": "•",
}  # fmt: skip
_WINGDINGS = {
    "ü": "✓",
    "û": "✗",
    "þ": "☑",
    "ý": "☒",
    "¨": "☐",
    "o": "☐",
    "§": "•",
    "P": "✓",
    "O": "✗",
    "R": "☑",
}
_WINGDINGS_ONE = {key: _WINGDINGS[key] for key in "üûþý¨o§"}
_WINGDINGS_TWO = {key: _WINGDINGS[key] for key in "POR"}
_MOST_IN_HEADING = 8  # words
_RUN, _PARAGRAPH, _TABLE = W + "r", W + "p", W + "tbl"
_SPACED = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "noBreakHyphen": "-"}
_WRAPS = {W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "smartTag"}
_SKIPPED = {W + "del", W + "moveFrom", W + "instrText", W + "pPr", W + "rPr", W + "txbxContent"}

type _Run = tuple[str, bool, bool]  # text, bold, italic


@dataclass(slots=True)
class _Counter:
    """Numbers lines over the whole document, as the review page lists them."""

    line: int = 0

    def next(self) -> SourceLine:
        self.line += 1
        return SourceLine(None, self.line)


class _RowNumber(_Counter):
    """Gives every line of a row the number of the row."""

    def next(self) -> SourceLine:
        return SourceLine(None, self.line)


def read_docx(path: Path) -> tuple[Block, ...]:
    """Paragraphs and tables of the body in order, with what sits in text boxes after their paragraph."""
    import docx  # noqa: PLC0415 - slow to load, and only needed for this format

    try:
        document = docx.Document(str(path))
    except Exception as error:
        raise refuse("office_damaged") from error
    styles = Styles(document)
    body = join_tabbed(list(_blocks_in(document.element.body, styles, _Counter())))
    return (*_running_heads(document), *body)


def _running_heads(document: Any) -> Iterator[Line]:
    """What the first section has at the head of its pages."""
    section = document.sections[0] if len(document.sections) else None
    heads = [section.first_page_header, section.header] if section else []
    for head in heads:
        if head.is_linked_to_previous:  # there is none, and to ask for its text would make one
            continue
        for paragraph in head._element.iter(_PARAGRAPH):  # those in tables too
            text = clean("".join(own.text or "" for own in paragraph.iter(W + "t")))
            if text:
                yield Line(text, SourceLine(None, 0), running=True)


def _blocks_in(parent: "_Element", styles: Styles, counter: _Counter) -> Iterator[Block]:
    for element in _flow(parent):
        if element.tag == _PARAGRAPH:
            yield from _paragraph_or_row(element, styles, counter)
            for box in _text_boxes(element):
                yield from _blocks_in(box, styles, counter)
        elif _lays_out(element):
            yield from _laid_out(element, styles, counter)
        else:
            yield Table(tuple(_rows(element, styles, counter)))


def _flow(parent: "_Element") -> Iterator["_Element"]:
    """Paragraphs and tables, also those wrapped in content controls or tracked insertions."""
    for child in parent:
        tag = child.tag
        if tag in {_PARAGRAPH, _TABLE}:
            yield child
        elif tag in _WRAPS:
            yield from _flow(child)


def _lays_out(table: "_Element") -> bool:
    """Whether cells hold tables of their own: with several rows and columns, not a line of boxes."""
    inner = (found for found in table.iter(_TABLE) if found is not table)
    return any(
        len(rows := list(found.iter(W + "tr"))) > 1 and max(len(list(_cells_of(row))) for row in rows) > 1
        for found in inner
    )


def _laid_out(table: "_Element", styles: Styles, counter: _Counter) -> Iterator[Block]:
    """A table that only lays out the page: its cells one after the other, as if it were not there.

    What stands alone beside a table, or over it, is the heading of it.
    """
    for row in table.iterchildren(W + "tr"):
        cells = list(_cells_of(row))
        holds = [any(True for _ in cell.iter(_TABLE)) for cell in cells]
        if not any(holds) and len(cells) > 1:
            yield Table((_row(cells, styles, counter),))
            continue
        for cell, holds_table in zip(cells, holds, strict=True):
            for block in _blocks_in(cell, styles, counter):
                heads = (
                    isinstance(block, Line)
                    and not holds_table
                    and len(block.text.split()) <= _MOST_IN_HEADING
                )
                yield replace(block, bold=True) if isinstance(block, Line) and heads else block


def _text_boxes(paragraph: "_Element") -> list["_Element"]:
    """Text boxes anchored here; Word stores each twice (drawing and fallback), so each wording once."""
    seen: set[str] = set()
    boxes = []
    for box in paragraph.iter(W + "txbxContent"):
        wording = "".join(text.text or "" for text in box.iter(W + "t"))
        if wording.strip() and wording not in seen:
            seen.add(wording)
            boxes.append(box)
    return boxes


def _rows(table: "_Element", styles: Styles, counter: _Counter) -> Iterator[Row]:
    for element in table.iter(W + "tr"):
        if next(element.iterancestors(_TABLE)) is not table:
            continue
        yield _row(_cells_of(element), styles, counter)


def _cells_of(row: "_Element") -> Iterator["_Element"]:
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag in {W + "sdt", W + "sdtContent", W + "customXml"}:
            yield from _cells_of(child)


def _cell(element: "_Element", styles: Styles, counter: _Counter) -> Cell:
    properties = child_of(element, "tcPr")
    span = int(value_of(child_of(properties, "gridSpan")) or 1)
    merge = child_of(properties, "vMerge")
    merged = merge is not None and merge.get(W + "val") != "restart"
    lines: list[Line] = []
    for block in _blocks_in(element, styles, counter):
        if isinstance(block, Line):
            lines.append(block)
        else:
            lines.extend(line for row in block.rows for cell in row.cells for line in cell.lines)
    shading = child_of(properties, "shd")
    colour = colour_name(shading.get(W + "fill") if shading is not None else None)
    made = tuple(
        replace(line, colour=colour) if colour != line.colour else line for line in lines if line.text
    )
    return Cell(made, span, merged, _places_of(made, element))


def _places_of(lines: Sequence[Line], cell: "_Element") -> tuple[int, ...]:
    """Where the lines stand among the paragraphs of a cell; nothing where one paragraph holds several."""
    if not lines:
        return ()
    filled = tuple(place for place, part in enumerate(_flow(cell)) if _says_something(part))
    return filled if len(filled) == len(lines) else ()


def _says_something(paragraph: "_Element") -> bool:
    """Whether a paragraph holds letters or a symbol."""
    typed = "".join(text.text or "" for text in paragraph.iter(W + "t"))
    return bool(typed.strip()) or next(paragraph.iter(W + "sym"), None) is not None


def _row(elements: Iterable["_Element"], styles: Styles, counter: _Counter) -> Row:
    """A row of single lines is one line of the document; where cells hold more, each line counts."""
    source = counter.next()
    cells = tuple(_cell(element, styles, _RowNumber(source.line)) for element in elements)
    if any(len(cell.lines) > 1 for cell in cells):
        counter.line -= 1
        cells = tuple(_counted(cell, counter) for cell in cells)
    return Row(cells, source)


def _counted(cell: Cell, counter: _Counter) -> Cell:
    lines = tuple(replace(line, source=counter.next()) for line in cell.lines)
    return Cell(lines, cell.span, cell.merged, cell.places)


def _paragraph_or_row(element: "_Element", styles: Styles, counter: _Counter) -> Iterator[Block]:
    style, marker, level = _paragraph_style(child_of(element, "pPr"), styles)
    runs = list(_runs(element, style))
    lines = list(_lines_of(runs, _Setting(style.heading, marker, level), counter))
    typed = "".join(text for text, _, _ in runs).split("\n")
    row = tabbed_row(lines[0], typed) if lines and any("\t" in text.strip() for text in typed) else None
    yield from [row] if row else lines


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the style of a paragraph says about its lines."""

    heading: int
    marker: str
    level: int


def _lines_of(runs: Sequence[_Run], setting: _Setting, counter: _Counter) -> Iterator[Line]:
    """The lines of one paragraph: a manual line break starts a new one; blank ones are dropped."""
    parts: list[list[_Run]] = [[]]
    for text, bold, italic in runs:
        for index, piece in enumerate(text.split("\n")):
            if index:
                parts.append([])
            parts[-1].append((piece, bold, italic))
    for place, part in enumerate(parts):
        text = clean(label_with_colon("".join(piece for piece, _, _ in part)))
        if not text:
            continue
        depth = depth_of(text)
        own, text = split_marker(text)
        goes_on = place > 0 and not own and (starts_low(text) or text.startswith("("))
        solid = [(bold, italic) for piece, bold, italic in part if piece.strip(" :\t.*")]
        yield Line(
            text,
            counter.next(),
            bold=bool(solid) and all(bold for bold, _ in solid),
            italic=bool(solid) and all(italic for _, italic in solid),
            heading=setting.heading,
            marker=own or ("" if goes_on else setting.marker),
            level=max(setting.level, depth),
            soft=goes_on,
        )


def _paragraph_style(properties: "_Element | None", styles: Styles) -> tuple[Style, str, int]:
    """The style of a paragraph, the kind of list it is in, and how deep."""
    style = styles.style_of(value_of(child_of(properties, "pStyle")))
    marker, level = style.marker, 0
    number = child_of(properties, "numPr")
    if number is not None:
        level = int(value_of(child_of(number, "ilvl")) or 0)
        list_id = value_of(child_of(number, "numId"))
        kind = styles.numbered.get((list_id, str(level)), "bullet")
        marker = "" if list_id == "0" else ("bullet" if kind in {"bullet", "none"} else "number")
    return style, marker, level


def _runs(paragraph: "_Element", style: Style) -> Iterator[_Run]:
    """Text, bold, italic of each run in order; check boxes of forms count as text."""
    for element in _walk(paragraph):
        tag = element.tag
        if tag == _RUN:
            properties = child_of(element, "rPr")
            yield (
                _run_text(element, properties),
                _is_styled(properties, "b", style.bold),
                _is_styled(properties, "i", style.italic),
            )
        elif tag == _W14 + "checkbox":
            checked = element.find(_W14 + "checked")
            yield ("☒" if is_on(checked, _W14) else ""), False, False
        elif tag == W + "checkBox":
            mark = child_of(element, "checked")
            state = mark if mark is not None else child_of(element, "default")
            yield ("☒" if is_on(state) else ""), False, False


def _walk(parent: "_Element") -> Iterator["_Element"]:
    """Runs and check boxes below a paragraph, past hyperlinks, content controls and insertions."""
    for child in parent:
        tag = child.tag
        if tag == _RUN:
            yield from child.iter(W + "checkBox")
            yield child
        elif tag in _SKIPPED:
            continue
        elif tag == W + "sdt":
            boxes = list(child.iter(_W14 + "checkbox"))
            if boxes:
                yield boxes[0]
            else:
                yield from _walk(child)
        else:
            yield from _walk(child)


def _run_text(run: "_Element", properties: "_Element | None") -> str:
    fonts = child_of(properties, "rFonts")
    font = ((fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "") if fonts is not None else "").lower()
    symbols = (
        _WINGDINGS_TWO if font == "wingdings 2" else _WINGDINGS_ONE if font.startswith("wingdings") else {}
    )
    pieces = []
    for child in run:
        tag = child.tag
        if tag == W + "t":
            typed = child.text or ""
            pieces.append("".join(symbols.get(letter, letter) for letter in typed) if symbols else typed)
        elif tag == W + "sym":
            pieces.append(_SYMBOLS.get((child.get(W + "char") or "").upper(), "✓"))
        elif tag in _SPACED:
            pieces.append(_SPACED[tag])
    return "".join(pieces)


def _is_styled(properties: "_Element | None", name: str, default: bool) -> bool:  # noqa: FBT001 - an XML toggle with its inherited value
    element = child_of(properties, name)
    return default if element is None else is_on(element)
