"""Pages that draw more than any page of a document does, told before a library works through them.

Everything on a page takes some tenths of a millisecond and 5 KB. A full page of a job document has
150 texts and 100 lines; a file of four kilobytes can hold a page of hundreds of thousands.
"""

import re
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from core.documents.pdf import drawing_streams
from core.documents.refusals import refuse

MOST_TEXTS, MOST_LINES = 20_000, 50_000  # on a page
_TEXT_SHOWN = re.compile(rb"[)>\]]\s*(?:T[jJ]|['\"])(?=\s|$)")
_LINE_DRAWN = re.compile(rb"\d\s+(?:l|c|v|y|re)(?=\s|$)")


def refuse_dense(path: Path) -> None:
    """Raises ``DomainError`` pdf_too_complex where a page of the file would take too long to read."""
    with PdfReader(path) as reader:
        if any(_is_too_dense(page) for page in reader.pages):
            raise refuse("pdf_too_complex")


def _is_too_dense(page: DictionaryObject) -> bool:
    """The guard bounds what the drawing of a page inflates to."""
    drawing = b" ".join(part.get_data() for part in drawing_streams(page))
    return len(_TEXT_SHOWN.findall(drawing)) > MOST_TEXTS or len(_LINE_DRAWN.findall(drawing)) > MOST_LINES
