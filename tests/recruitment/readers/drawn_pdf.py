"""PDF files of one page, drawn by the commands that a test gives."""

from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    RectangleObject,
    StreamObject,
)

from recruitment.readers.pdf_drawing import DrawnPage, DrawnPages
from recruitment.readers.pdf_view import Letter, Thing

WIDTH, HEIGHT = 595, 842


def draw(
    path: Path,
    *streams: bytes,
    turns: int = 0,
    form: bytes = b"",
    mapped: str = "",
    visible: tuple[float, float, float, float] | None = None,
) -> Path:
    """A page drawn by these streams, one after the other, in Helvetica ``/F1`` and Helvetica-Bold ``/F2``.

    ``form`` is a drawing that the page may place with ``/Form Do``; ``turns`` are quarter turns clockwise.
    ``mapped`` is what ``/F1`` says a code stands for, and ``visible`` the part of the page that is shown.
    """
    writer = PdfWriter()
    page = writer.add_blank_page(width=WIDTH, height=HEIGHT)
    parts = ArrayObject([writer._add_object(_stream(data)) for data in streams])
    page[NameObject("/Contents")] = parts
    if visible:
        page.cropbox = RectangleObject(visible)
    plain, bold = _font("Helvetica"), _font("Helvetica-Bold")
    if mapped:
        says = f"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar {mapped} endbfchar"
        plain[NameObject("/ToUnicode")] = writer._add_object(_stream(f"begincmap {says} endcmap".encode()))
    fonts = DictionaryObject({NameObject("/F1"): plain, NameObject("/F2"): bold})
    resources = DictionaryObject({NameObject("/Font"): fonts})
    if form:
        drawing = _stream(form)
        drawing[NameObject("/Type")] = NameObject("/XObject")
        drawing[NameObject("/Subtype")] = NameObject("/Form")
        drawing[NameObject("/BBox")] = ArrayObject([FloatObject(side) for side in (0, 0, WIDTH, HEIGHT)])
        placed = writer._add_object(drawing)
        resources[NameObject("/XObject")] = DictionaryObject({NameObject("/Form"): placed})
    page[NameObject("/Resources")] = resources
    page.rotate(90 * turns)
    writer.write(path)
    return path


def page_of(path: Path) -> DrawnPage:
    with DrawnPages(path) as pages:
        [page] = pages.first(1)
    return page


def places(things: Sequence[Letter | Thing]) -> list[tuple[int, int, int, int]]:
    """Left, top, right and bottom of each in whole points."""
    named = [thing._asdict() if isinstance(thing, Letter) else thing for thing in things]
    return [
        (round(thing["x0"]), round(thing["top"]), round(thing["x1"]), round(thing["bottom"]))
        for thing in named
    ]


def _stream(data: bytes) -> StreamObject:
    stream = StreamObject()
    stream.set_data(data)
    return stream


def _font(name: str) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject(f"/{name}"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
