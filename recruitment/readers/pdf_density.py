"""Pages that draw more than any page of a document does, told before a library works through them.

A full page of a job document has 150 texts and 100 lines; a file of four kilobytes can hold a page of
hundreds of thousands, or drawings that each place the next one twice.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from core.documents.pdf import drawing_streams
from core.documents.refusals import refuse

MOST_TEXTS, MOST_LINES, MOST_DRAWINGS = 20_000, 50_000, 2_000  # on a page
DEEPEST = 30  # drawings inside drawings
_TEXT_SHOWN = re.compile(rb"[)>\]]\s*(?:T[jJ]|['\"])(?=\s|$)")
_LINE_DRAWN = re.compile(rb"\d\s+(?:l|c|v|y|re)(?=\s|$)")
_PLACED = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do(?=\s|$)")


class _Count(NamedTuple):
    """How many texts, lines and placed drawings a page or a drawing has, those inside of it counted."""

    texts: int = 0
    lines: int = 0
    drawings: int = 0

    @property
    def is_too_much(self) -> bool:
        return self.texts > MOST_TEXTS or self.lines > MOST_LINES or self.drawings > MOST_DRAWINGS


def count_pages(path: Path) -> int:
    """The pages of a file. Raises ``DomainError`` pdf_too_complex where one would take too long to read."""
    with PdfReader(path) as reader:
        for page in reader.pages:
            drawing = b" ".join(part.get_data() for part in drawing_streams(page))
            if _count_of(page, drawing, {}).is_too_much:
                raise refuse("pdf_too_complex")
        return len(reader.pages)


def _count_of(holder: DictionaryObject, drawing: bytes, known: dict[int, _Count], depth: int = 0) -> _Count:
    """Of a page or a placed drawing; ``known`` keeps those of drawings, by the number of their object."""
    if depth > DEEPEST:
        raise refuse("pdf_too_complex")
    texts, lines, drawings = len(_TEXT_SHOWN.findall(drawing)), len(_LINE_DRAWN.findall(drawing)), 0
    for number, form in _placed(holder, drawing):
        if number not in known:
            known[number] = _Count()  # one that places itself is drawn once
            known[number] = _count_of(form, form.get_data(), known, depth + 1)
        inside = known[number]
        texts, lines, drawings = texts + inside.texts, lines + inside.lines, drawings + inside.drawings + 1
    return _Count(texts, lines, drawings)


def _placed(holder: DictionaryObject, drawing: bytes) -> Iterator[tuple[int, StreamObject]]:
    """The drawings that are placed, as often as they are, with the numbers of their objects."""
    names = _PLACED.findall(drawing)
    resources = holder.get("/Resources") if names else None
    things = resources.get_object().get("/XObject") if resources is not None else None
    if things is None:
        return
    things = things.get_object()
    for name in names:
        key = f"/{name.decode('latin-1')}"
        reference = things.raw_get(key) if key in things else None
        if not isinstance(reference, IndirectObject):
            continue
        form = reference.get_object()
        if isinstance(form, StreamObject) and form.get("/Subtype") == "/Form":
            yield reference.idnum, form
