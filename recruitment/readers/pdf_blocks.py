"""PDF files: printed lines, ruled tables, and columns anchored on a head where there are no lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.documents.refusals import refuse
from core.domain.errors import DomainError
from recruitment.domain.person_specification import SourceLine
from recruitment.readers.blocks import Block, Line
from recruitment.readers.headings import is_requirement_heading
from recruitment.readers.pdf_columns import read_columns
from recruitment.readers.pdf_density import count_pages
from recruitment.readers.pdf_extent import rows_going_on, take_rows
from recruitment.readers.pdf_heads import Head, find_head, head_over
from recruitment.readers.pdf_lines import Printed, printed_lines
from recruitment.readers.pdf_pages import append_page
from recruitment.readers.pdf_paragraphs import Column, paragraphs_of
from recruitment.readers.pdf_setting import setting_of
from recruitment.readers.pdf_tables import (
    Fill,
    PageLines,
    Ruled,
    fills_of,
    is_inside,
    read_ruled,
    ruled_tables,
)
from recruitment.readers.pdf_words import Word, words_of
from recruitment.readers.wording import split_marker

_SCAN = (
    "This PDF is a scan: its pages are pictures without text. Upload the Word file or a PDF saved from it, "
    "or type the criteria in."
)
# A whole recruitment pack has fewer; more takes longer to read than anybody waits for.
MOST_PAGES = 100
_TOO_MANY_PAGES = (
    f"This PDF has {{pages}} pages, and job documents are read up to {MOST_PAGES}. Print the pages with the "
    "job description and the person specification to a new PDF and upload that."
)
_PAGE_NUMBER = re.compile(r"^\W*(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\W*$", re.IGNORECASE)
_PAGE_ALONE = re.compile(r"^.{0,60}\bpage\s*\d+\s*of\s*\d+\W*$", re.IGNORECASE)
_ENDS_BARE = re.compile(r"[\w)] #$")  # a number behind words: that of the page, or what tells rows apart
_HEAD_OF_PAGE = 0.2  # of its height
_STEP = 4  # points: lines less far apart stand at the same height
_FEWEST_OF_FOOT = 4  # words
_PAGE_OF = re.compile(r"\bpage\s*\d+\s*(?:of\s*\d+)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Page:
    """What the PDF library found on a page."""

    width: float
    height: float
    words: list[Word]
    tables: list[Ruled]
    fills: list[Fill]


def read_pdf(path: Path) -> tuple[Block, ...]:
    """The lines and tables of all pages in order.

    Raises ``DomainError``: scan where no page has text, pdf_damaged where the file is broken,
    job_document_too_long beyond ``MOST_PAGES``, pdf_too_complex where a page draws too much.
    """
    pages = _load(path)
    words = [page.words for page in pages]
    if not any(words):
        raise DomainError("scan", _SCAN, "file")
    lines = [printed_lines(own) for own in words]
    furniture = _furniture(pages, lines)
    left = min(word.x0 for own in words for word in own)
    right = _right_edge(words, max(page.width for page in pages), left)
    column = Column(left, right, setting=setting_of([line for own in lines for line in own]))
    blocks: list[Block] = [*_running_heads(pages[0], lines[0], furniture)]
    left_open: _Open | None = None
    for number, page in enumerate(pages, 1):
        kept = [
            word
            for line in lines[number - 1]
            if not _is_furniture(line, page, number, furniture)
            for word in line.words
        ]
        found, left_open = _read_page(page, kept, _Frame(PageLines(number), column), left_open)
        append_page(blocks, found)
    return tuple(blocks)


def _load(path: Path) -> list[_Page]:
    """Everything that the library reads, in one place: on broken files it raises errors of any kind."""
    from recruitment.readers.pdf_drawing import DrawnPages  # noqa: PLC0415 - loads libraries, slowly

    try:
        count = count_pages(path)
        if count > MOST_PAGES:
            raise DomainError("job_document_too_long", _TOO_MANY_PAGES.format(pages=count), "file")
        with DrawnPages(path) as pages:
            return [_take(page) for page in pages.first(count)]
    except (MemoryError, DomainError):
        raise  # what was raised here, and what says nothing about the file
    except Exception as error:
        protected = "password" in str(error).lower()
        raise refuse("pdf_password_protected" if protected else "pdf_damaged") from error


def _take(page: Any) -> _Page:
    """What is needed of a page; the rest, every single letter and line, is given back."""
    return _Page(page.width, page.height, words_of(page.letters), ruled_tables(page), fills_of(page))


def _right_edge(words: Sequence[Sequence[Word]], width: float, left: float) -> float:
    """The right margin of running text: the longest line, unless the document has only short ones."""
    longest = max(word.x1 for own in words for word in own)
    return longest if longest > 0.7 * width else width - left


def _furniture(pages: Sequence[_Page], lines: Sequence[Sequence[Printed]]) -> set[tuple[str, int]]:
    """Running heads and feet: the same words at the same height at the edge of two pages or more.

    Rows of tables are never taken for them, and numbers must agree, except those of the pages.
    """
    edges: Counter[tuple[str, int]] = Counter()
    for number, (page, own) in enumerate(zip(pages, lines, strict=True), 1):
        outer = [line for line in {*own[:2], *own[-2:]} if not _is_in_table(line, page)]
        edges.update({_place_of(line, number) for line in outer})
    height = min(page.height for page in pages)
    return {place for place, count in edges.items() if count > (2 if _may_be_row(place, height) else 1)}


def _running_heads(page: _Page, lines: Sequence[Printed], furniture: set[tuple[str, int]]) -> Iterator[Line]:
    """What stands at the head of the first page and of others."""
    for line in lines:
        if line.bottom < _HEAD_OF_PAGE * page.height and _is_furniture(line, page, 1, furniture):
            yield Line(line.text, SourceLine(1, 0), running=True)


def _may_be_row(place: tuple[str, int], height: float) -> bool:
    """Whether the number at the end, which is that of the page, may be one that tells rows apart."""
    text, top = place
    at_edge = not 0.09 * height < top * _STEP < 0.9 * height
    named = len(text.split()) >= _FEWEST_OF_FOOT and at_edge
    return bool(_ENDS_BARE.search(text)) and not (text.endswith("page #") or named)


def _is_in_table(line: Printed, page: _Page) -> bool:
    return any(is_inside(line.words[0], table.box) for table in page.tables)


def _place_of(line: Printed, number: int) -> tuple[str, int]:
    text = re.sub(r"\d+", "#", line.text) if _PAGE_OF.search(line.text) else line.text
    text = re.sub(rf"(?<!\S){number}(?:\s*(?:of|/)\s*\d+)?\W*$", "#", text)
    return text.lower(), round(line.top / _STEP)


def _is_furniture(line: Printed, page: _Page, number: int, furniture: set[tuple[str, int]]) -> bool:
    if _is_in_table(line, page) or is_requirement_heading(line.text):
        return False
    at_edge = line.top < 0.09 * page.height or line.bottom > 0.9 * page.height
    if at_edge and (_PAGE_NUMBER.match(line.text) or _PAGE_ALONE.match(line.text)):
        return True
    return (len(line.words) > 1 or (at_edge and len(line.text) > 5)) and _place_of(line, number) in furniture


@dataclass(frozen=True, slots=True)
class _Frame:
    """The numbering of a page, and where its running text stands."""

    counter: PageLines
    column: Column


@dataclass(frozen=True, slots=True)
class _Open:
    """The head of a table that the foot of a page cut; ``printed`` are its lines where no row followed."""

    head: Head
    printed: tuple[Printed, ...] = ()

    def over(self, lines: Sequence[Printed]) -> Head:
        """The head with the columns of the lines on the next page."""
        return (head_over(self.printed, lines) if self.printed else None) or self.head


def _read_page(
    page: _Page, words: Sequence[Word], frame: _Frame, left_open: _Open | None
) -> tuple[list[Block], _Open | None]:
    """The blocks of a page, begun below the head of a table that the page before left open."""
    tables = sorted(page.tables, key=lambda table: table.box[1])
    free = [word for word in words if not any(is_inside(word, table.box) for table in tables)]
    blocks: list[Block] = []
    rest = printed_lines(free)
    for table in tables:
        above = [line for line in rest if line.top < table.box[1]]
        rest = rest[len(above) :]
        found, _ = _read_lines(above, frame, left_open)
        blocks.extend(found)
        blocks.append(read_ruled(table, words, frame.counter, frame.column.setting, page.fills))
        left_open = None
    found, left_open = _read_lines(rest, frame, left_open)
    return [*blocks, *found], left_open


def _read_lines(
    lines: Sequence[Printed], frame: _Frame, left_open: _Open | None
) -> tuple[list[Block], _Open | None]:
    """Running text and the unruled tables in it, and the head of a table that has not ended."""
    blocks: list[Block] = []
    batch: list[Printed] = []
    index = 0
    still_open: _Open | None = None
    while index < len(lines):
        head, height = find_head(lines, index) or (None, 0)
        count = take_rows(head, lines[index + height :]) if head else 0
        if index == 0 and head is None and left_open is not None:
            head = left_open.over(lines)
            count = rows_going_on(head, lines)
        at_foot = height > 0 and index + height == len(lines)
        if head and (count or at_foot):
            blocks.extend(_running(batch, frame))
            batch = []
            still_open = _Open(head, () if count else tuple(lines[index:]))
            index += height
            rows = lines[index : index + count]
            blocks.append(read_columns(head, rows, lambda _: frame.counter.next(), frame.column.setting))
            index += count
        else:
            still_open = None if batch else still_open  # the name of a section may stand last on the page
            batch.append(lines[index])
            index += 1
    blocks.extend(_running(batch, frame))
    return blocks, still_open


def _running(lines: Sequence[Printed], frame: _Frame) -> list[Block]:
    paragraphs = [own for own in paragraphs_of(lines, frame.column) if split_marker(own.text)[1]]
    made = [paragraph.as_line(frame.counter.next()) for paragraph in paragraphs]
    return [line for line in made if line]
