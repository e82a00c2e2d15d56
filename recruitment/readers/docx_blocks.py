"""Word files: an own walk over paragraphs and cells, since plain text loses ticks and check boxes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.documents.refusals import refuse
from recruitment.domain.person_specification import SourceLine
from recruitment.readers.blocks import Block, Cell, Line, Row, Table
from recruitment.readers.cell_colours import colour_name
from recruitment.readers.docx_tabs import join_tabbed, tabbed_row
from recruitment.readers.labels import label_with_colon
from recruitment.readers.wording import clean, depth_of, split_marker, starts_low

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
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
_SKIPPED = {_W + "del", _W + "moveFrom", _W + "instrText", _W + "pPr", _W + "rPr", _W + "txbxContent"}

type _Run = tuple[str, bool, bool]  # text, bold, italic


@dataclass(slots=True)
class _Counter:
    """Numbers lines over the whole document, as the review page lists them."""

    line: int = 0

    def next(self) -> SourceLine:
        self.line += 1
        return SourceLine(None, self.line)


def read_docx(path: Path) -> tuple[Block, ...]:
    """Paragraphs and tables of the body in order, with what sits in text boxes after their paragraph."""
    import docx  # noqa: PLC0415 - slow to load, and only needed for this format

    try:
        document = docx.Document(str(path))
    except Exception as error:
        raise refuse("office_damaged") from error
    styles = _Styles(document)
    body = join_tabbed(list(_blocks_in(document.element.body, styles, _Counter())))
    return (*_running_heads(document), *body)


def _running_heads(document: Any) -> Iterator[Line]:
    """What the first section has at the head of its pages."""
    section = document.sections[0] if len(document.sections) else None
    heads = [section.first_page_header, section.header] if section else []
    for head in heads:
        if head.is_linked_to_previous:  # there is none, and to ask for its text would make one
            continue
        for paragraph in head._element.iter(_W + "p"):  # those in tables too
            text = clean("".join(own.text or "" for own in paragraph.iter(_W + "t")))
            if text:
                yield Line(text, SourceLine(None, 0), running=True)


class _Styles:
    """Heading level and list kind of each paragraph style, worked out once."""

    def __init__(self, document: Any) -> None:
        self.names: dict[str, str] = {}
        self.bold: set[str] = set()
        self.italic: set[str] = set()
        for style in document.styles.element.iter(_W + "style"):
            key = style.get(_W + "styleId") or ""
            name = style.find(_W + "name")
            self.names[key] = (name.get(_W + "val") if name is not None else key).lower()
            if _is_on(style.find(f"{_W}rPr/{_W}b")):
                self.bold.add(key)
            if _is_on(style.find(f"{_W}rPr/{_W}i")):
                self.italic.add(key)
        self.numbered = _number_formats(document)

    def heading(self, key: str) -> int:
        name = self.names.get(key, key.lower())
        if name == "title":
            return 1
        return int(name[-1]) if name.startswith("heading") and name[-1].isdigit() else 0

    def marker(self, key: str) -> str:
        name = self.names.get(key, key.lower())
        if "list number" in name:
            return "number"
        return "bullet" if "bullet" in name else ""


def _number_formats(document: Any) -> dict[tuple[str, str], str]:
    """Whether a list (numId, level) is numbered or bulleted."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - slow to load, as above

    try:
        element = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:  # a document without lists has no such part
        return {}
    abstract: dict[str, dict[str, str]] = {}
    for item in element.iter(_W + "abstractNum"):
        levels = abstract.setdefault(item.get(_W + "abstractNumId") or "", {})
        for level in item.iter(_W + "lvl"):
            kind = level.find(_W + "numFmt")
            levels[level.get(_W + "ilvl") or "0"] = kind.get(_W + "val") if kind is not None else "bullet"
    formats: dict[tuple[str, str], str] = {}
    for item in element.iter(_W + "num"):
        reference = item.find(_W + "abstractNumId")
        key = reference.get(_W + "val") if reference is not None else ""
        for level, kind in abstract.get(key, {}).items():
            formats[item.get(_W + "numId") or "", level] = kind
    return formats


def _blocks_in(parent: "_Element", styles: _Styles, counter: _Counter) -> Iterator[Block]:
    for element in _flow(parent):
        if element.tag == _W + "p":
            yield from _paragraph_or_row(element, styles, counter)
            for box in _text_boxes(element):
                yield from _blocks_in(box, styles, counter)
        elif element.tag == _W + "tbl" and _lays_out(element):
            yield from _laid_out(element, styles, counter)
        elif element.tag == _W + "tbl":
            yield Table(tuple(_rows(element, styles, counter)))


def _flow(parent: "_Element") -> Iterator["_Element"]:
    """Paragraphs and tables, also those wrapped in content controls or tracked insertions."""
    for child in parent:
        if child.tag in {_W + "p", _W + "tbl"}:
            yield child
        elif child.tag in {_W + "sdt", _W + "sdtContent", _W + "ins", _W + "customXml", _W + "smartTag"}:
            yield from _flow(child)


def _lays_out(table: "_Element") -> bool:
    """Whether cells hold tables of their own: with several rows and columns, not a line of boxes."""
    inner = (found for found in table.iter(_W + "tbl") if found is not table)
    return any(
        len(rows := list(found.iter(_W + "tr"))) > 1 and max(len(list(_cells_of(row))) for row in rows) > 1
        for found in inner
    )


def _laid_out(table: "_Element", styles: _Styles, counter: _Counter) -> Iterator[Block]:
    """A table that only lays out the page: its cells one after the other, as if it were not there.

    What stands alone beside a table, or over it, is the heading of it.
    """
    for row in table.iterchildren(_W + "tr"):
        cells = list(_cells_of(row))
        holds = [any(True for _ in cell.iter(_W + "tbl")) for cell in cells]
        if not any(holds) and len(cells) > 1:
            made = tuple(_cell(cell, styles, _Counter()) for cell in cells)
            yield Table((_numbered(made, counter),))
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
    for box in paragraph.iter(_W + "txbxContent"):
        wording = "".join(text.text or "" for text in box.iter(_W + "t"))
        if wording.strip() and wording not in seen:
            seen.add(wording)
            boxes.append(box)
    return boxes


def _rows(table: "_Element", styles: _Styles, counter: _Counter) -> Iterator[Row]:
    for element in table.iter(_W + "tr"):
        if next(element.iterancestors(_W + "tbl")) is not table:
            continue
        cells = tuple(_cell(cell, styles, counter) for cell in _cells_of(element))
        yield _numbered(cells, counter)


def _cells_of(row: "_Element") -> Iterator["_Element"]:
    for child in row:
        if child.tag == _W + "tc":
            yield child
        elif child.tag in {_W + "sdt", _W + "sdtContent", _W + "customXml"}:
            yield from _cells_of(child)


def _cell(element: "_Element", styles: _Styles, counter: _Counter) -> Cell:
    properties = element.find(_W + "tcPr")
    span, merged = 1, False
    if properties is not None:
        width, merge = properties.find(_W + "gridSpan"), properties.find(_W + "vMerge")
        span = int(width.get(_W + "val") or 1) if width is not None else 1
        merged = merge is not None and merge.get(_W + "val") != "restart"
    unnumbered = _Counter()
    lines: list[Line] = []
    for block in _blocks_in(element, styles, unnumbered):
        if isinstance(block, Line):
            lines.append(block)
        else:
            lines.extend(line for row in block.rows for cell in row.cells for line in cell.lines)
    shading = properties.find(_W + "shd") if properties is not None else None
    colour = colour_name(shading.get(_W + "fill") if shading is not None else None)
    made = tuple(
        replace(line, colour=colour) if colour != line.colour else line for line in lines if line.text
    )
    filled = tuple(place for place, part in enumerate(_flow(element)) if _says_something(part))
    return Cell(made, span, merged, filled if len(filled) == len(made) else ())


def _says_something(paragraph: "_Element") -> bool:
    """Whether a paragraph holds letters or a symbol."""
    typed = "".join(text.text or "" for text in paragraph.iter(_W + "t"))
    return bool(typed.strip()) or next(paragraph.iter(_W + "sym"), None) is not None


def _numbered(cells: tuple[Cell, ...], counter: _Counter) -> Row:
    """A row of single lines is one line of the document; where cells hold more, each line counts."""
    if all(len(cell.lines) <= 1 for cell in cells):
        source = counter.next()
        return Row(tuple(_placed(cell, lambda: source) for cell in cells), source)
    counted = tuple(_placed(cell, counter.next) for cell in cells)
    first = next(line.source for cell in counted for line in cell.lines)
    return Row(counted, first)


def _placed(cell: Cell, place: Callable[[], SourceLine]) -> Cell:
    lines = tuple(replace(line, source=place()) for line in cell.lines)
    return replace(cell, lines=lines) if lines else cell


def _paragraph_or_row(element: "_Element", styles: _Styles, counter: _Counter) -> Iterator[Block]:
    key, marker, level = _paragraph_style(element.find(_W + "pPr"), styles)
    runs = list(_runs(element, styles, key))
    lines = list(_lines_of(runs, _Setting(styles.heading(key), marker, level), counter))
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


def _paragraph_style(properties: "_Element | None", styles: _Styles) -> tuple[str, str, int]:
    if properties is None:
        return "", "", 0
    style = properties.find(_W + "pStyle")
    key = (style.get(_W + "val") or "") if style is not None else ""
    marker, level = styles.marker(key), 0
    number = properties.find(_W + "numPr")
    if number is not None:
        identity, depth = number.find(_W + "numId"), number.find(_W + "ilvl")
        level = int(depth.get(_W + "val") or 0) if depth is not None else 0
        list_id = (identity.get(_W + "val") or "") if identity is not None else ""
        kind = styles.numbered.get((list_id, str(level)), "bullet")
        marker = "" if list_id == "0" else ("bullet" if kind in {"bullet", "none"} else "number")
    return key, marker, level


def _runs(paragraph: "_Element", styles: _Styles, key: str) -> Iterator[_Run]:
    """Text, bold, italic of each run in order; check boxes of forms count as text."""
    for element in _walk(paragraph):
        if element.tag == _W14 + "checkbox":
            checked = element.find(_W14 + "checked")
            yield ("☒" if _is_on(checked, _W14) else ""), False, False
        elif element.tag == _W + "checkBox":
            mark = element.find(_W + "checked")
            state = mark if mark is not None else element.find(_W + "default")
            yield ("☒" if _is_on(state) else ""), False, False
        elif element.tag == _W + "r":
            properties = element.find(_W + "rPr")
            yield (
                _run_text(element, properties),
                _is_styled(properties, "b", key in styles.bold),
                _is_styled(properties, "i", key in styles.italic),
            )


def _walk(parent: "_Element") -> Iterator["_Element"]:
    """Runs and check boxes below a paragraph, past hyperlinks, content controls and insertions."""
    for child in parent:
        if child.tag in _SKIPPED:
            continue
        if child.tag == _W + "r":
            yield from child.iter(_W + "checkBox")
            yield child
        elif child.tag == _W + "sdt":
            boxes = list(child.iter(_W14 + "checkbox"))
            if boxes:
                yield boxes[0]
            else:
                yield from _walk(child)
        else:
            yield from _walk(child)


def _run_text(run: "_Element", properties: "_Element | None") -> str:
    fonts = properties.find(_W + "rFonts") if properties is not None else None
    font = ((fonts.get(_W + "ascii") or fonts.get(_W + "hAnsi") or "") if fonts is not None else "").lower()
    symbols = (
        _WINGDINGS_TWO if font == "wingdings 2" else _WINGDINGS_ONE if font.startswith("wingdings") else {}
    )
    pieces = []
    for child in run:
        if child.tag == _W + "t":
            typed = child.text or ""
            pieces.append("".join(symbols.get(letter, letter) for letter in typed) if symbols else typed)
        elif child.tag == _W + "sym":
            pieces.append(_SYMBOLS.get((child.get(_W + "char") or "").upper(), "✓"))
        elif child.tag in {_W + "br", _W + "cr"}:
            pieces.append("\n")
        elif child.tag == _W + "tab":
            pieces.append("\t")
        elif child.tag == _W + "noBreakHyphen":
            pieces.append("-")
    return "".join(pieces)


def _is_styled(properties: "_Element | None", name: str, default: bool) -> bool:  # noqa: FBT001 - an XML toggle with its inherited value
    element = properties.find(_W + name) if properties is not None else None
    return default if element is None else _is_on(element)


def _is_on(element: "_Element | None", namespace: str = _W) -> bool:
    """An XML toggle: present means on, unless its value says otherwise."""
    return element is not None and (element.get(namespace + "val") or "1").lower() not in {
        "0",
        "false",
        "off",
        "none",
    }
