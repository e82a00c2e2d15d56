"""PDF pages by pdfplumber, whose letters carry what is read of them and nothing else.

The library resolves some twenty attributes of every letter, colours and marks among them, which takes a third
of the time that a page of text costs. Imported only where a PDF is read: pdfplumber is slow to load.
"""

from collections.abc import Iterator
from typing import Any

from pdfminer.layout import LTChar, LTItem
from pdfplumber.page import Page, fix_fontname_bytes
from pdfplumber.pdf import PDF

from core.documents.refusals import refuse
from recruitment.readers.pdf_density import is_too_dense


class LetterPage(Page):
    def process_object(self, obj: LTItem) -> dict[str, Any]:
        """One thing on the page as pdfplumber describes it, a letter in fewer words."""
        if not isinstance(obj, LTChar):
            return super().process_object(obj)
        left, above = self.mediabox[:2]  # pdfminer's places are relative to this corner
        top = self.height - obj.y1 + above
        font = obj.fontname
        return {
            "object_type": "char",
            "page_number": self.page_number,
            "text": obj.get_text(),
            "fontname": fix_fontname_bytes(font) if isinstance(font, bytes) else font,
            "size": obj.size,
            "upright": obj.upright,
            "matrix": obj.matrix,
            "x0": obj.x0 + left,
            "x1": obj.x1 + left,
            "top": top,
            "bottom": self.height - obj.y0 + above,
            "doctop": self.initial_doctop + top,
            "width": obj.width,
            "height": obj.height,
        }


def letter_pages(document: PDF) -> Iterator[LetterPage]:
    """The pages in order; each must be closed, or its letters stay in memory.

    Raises ``DomainError`` pdf_too_complex at a page that draws too much.
    """
    for page in document.pages:
        if is_too_dense(page.page_obj):
            raise refuse("pdf_too_complex")
        yield LetterPage(document, page.page_obj, page.page_number, page.initial_doctop)
