"""PDF pages as they are looked at: read by PDFium, their tables found by pdfplumber.

pdfplumber's own reading of a page takes more than twice as long, and finds no words where a file moves on in
place of a space. Imported only where a PDF is read: both libraries are slow to load.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pypdfium2
import pypdfium2.raw as pdfium
from pdfplumber.container import Container
from pdfplumber.table import TableFinder, TableSettings

from recruitment.readers.pdf_bullets import part_bullets
from recruitment.readers.pdf_closing import closing_edges
from recruitment.readers.pdf_letters import letters_of
from recruitment.readers.pdf_shapes import shapes_of
from recruitment.readers.pdf_view import Thing, View


class DrawnPage(Container):
    """What is drawn on one page, in points from its upper left corner."""

    def __init__(self, page: Any) -> None:
        view = _view_of(page)
        self.width, self.height = view.size
        self.bbox = (0.0, 0.0, self.width, self.height)
        with closing(page.get_textpage()) as text_page:
            self.letters, shapes = letters_of(text_page.raw, view), shapes_of(page.raw, view)
        for kind in ("rect", "curve"):
            shapes[kind], bullets = part_bullets(shapes[kind], self.letters)
            self.letters += bullets
        self._drawn = shapes

    @property
    def objects(self) -> dict[str, list[Thing]]:
        """Lines and rectangles under the names that pdfplumber looks for."""
        return self._drawn

    def tables(self) -> list[Any]:
        """The tables that lines and rectangles rule."""
        page: Any = self  # a page to the library, which asks it for nothing but its edges
        found = TableFinder(page, TableSettings.resolve(None))
        missing = closing_edges(found.edges)
        if missing:
            upright = [edge for edge in missing if edge["orientation"] == "v"]
            level = [edge for edge in missing if edge["orientation"] == "h"]
            settings = {"explicit_vertical_lines": upright, "explicit_horizontal_lines": level}
            found = TableFinder(page, TableSettings.resolve(settings))
        return list(found.tables)


class DrawnPages:
    """The pages of a file in order, each read when it is asked for."""

    def __init__(self, path: Path) -> None:
        self._document = pypdfium2.PdfDocument(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._document.close()

    def first(self, count: int) -> Iterator[DrawnPage]:
        """So many pages. How many a file says to have can be wrong, and is not asked for here."""
        for number in range(count):
            with closing(self._document[number]) as page:
                yield DrawnPage(page)


def _view_of(page: Any) -> View:
    """What is shown of a page; where that is nothing, because the file is wrong, the whole of it."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    sides = box.left, box.bottom, box.right, box.top
    if box.left >= box.right or box.bottom >= box.top:
        sides = page.get_mediabox()
    return View(*sides, pdfium.FPDFPage_GetRotation(page))
