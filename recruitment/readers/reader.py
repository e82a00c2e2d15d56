"""From a file or pasted text to a reading: the stages in order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from core.documents.refusals import refuse
from core.documents.text import NotTextError, decode_text
from core.domain.errors import DomainError
from recruitment.domain.person_specification import (
    Finding,
    Reading,
    ReadSpecification,
    find_outdated_wording,
    find_problems,
)
from recruitment.domain.specification_convention import (
    evidence_beside_sign,
    read_convention,
    read_evidence_sign,
)
from recruitment.domain.specification_evidence import evidence_of_all
from recruitment.domain.specification_key import key_of_lines, parse_key
from recruitment.domain.specification_requirement import explains_letters
from recruitment.readers.blocks import Block, Line, Table, without_running_heads
from recruitment.readers.criteria import finish
from recruitment.readers.document_lines import document_lines, lines_of
from recruitment.readers.doubts import doubt_what_all_lack, may_be_lost_head
from recruitment.readers.drafts import Context
from recruitment.readers.headings import is_section_name
from recruitment.readers.html_blocks import read_html_blocks
from recruitment.readers.leftovers import lines_left_over
from recruitment.readers.list_rows import read_lines
from recruitment.readers.list_signs import take_list_signs
from recruitment.readers.need_codes import with_needs_in_words
from recruitment.readers.part_introductions import assessed_part, introduced_part, part_named
from recruitment.readers.profile import read_profile
from recruitment.readers.prose import sentences_of
from recruitment.readers.regions import Kind, Region, split_regions
from recruitment.readers.table_heads import header_index, heads_of
from recruitment.readers.table_rows import read_table
from recruitment.readers.table_shapes import in_usual_shape
from recruitment.readers.text_blocks import read_text_blocks
from recruitment.readers.titles import title_in_heading

_LONG = 30  # words
MAX_TEXT = 400_000
MAX_PAGE = 2_000_000
_MARKUP = re.compile(
    r"\s*<(?:!doctype|html|body|div|p|h[1-6]|table|ul|ol|section|article|main)\b[^<>]*>", re.IGNORECASE
)
# “These will be assessed by …” below a section; not “these essential criteria …”.
_OF_A_SECTION = re.compile(
    r"\bthese(?: criteria)? (?:will|are|is)\b|\bwe(?: will|['’]ll)\b.*\b(?:these|this|them|it)\b",
    re.IGNORECASE,
)


def read_specification(path: Path, *, kind: str) -> Reading:
    """Read a job document of the given kind (docx, pdf, xlsx, html or txt) in this process.

    Raises ``DomainError`` for files that cannot be read: unreadable, scan, empty, unknown_kind.
    """
    if kind == "docx":
        from recruitment.readers.docx_blocks import read_docx  # noqa: PLC0415 - slow to load

        return read_blocks(read_docx(path))
    if kind == "pdf":
        from recruitment.readers.pdf_blocks import read_pdf  # noqa: PLC0415 - slow to load

        return read_blocks(read_pdf(path))
    if kind == "xlsx":
        from recruitment.readers.our_workbook import read_our_workbook  # noqa: PLC0415 - slow to load
        from recruitment.readers.sheets import read_sheets  # noqa: PLC0415
        from recruitment.readers.xlsx_blocks import blocks_of  # noqa: PLC0415

        sheets = read_sheets(path)
        return read_our_workbook(sheets) or read_blocks(blocks_of(sheets))
    if kind == "html":
        return read_page(_decode(path.read_bytes()))
    if kind == "txt":
        return read_text(_decode(path.read_bytes()))
    raise DomainError(
        "unknown_kind",
        "This kind of file cannot be read. Upload a Word (.docx), PDF, Excel (.xlsx) or text file.",
        "file",
    )


def read_text(text: str) -> Reading:
    """Read pasted text. Raises ``DomainError`` only where it is longer than any job document."""
    if len(text) > MAX_TEXT:
        raise DomainError(
            "too_long", "This text is longer than a job document can be. Paste only the document.", "text"
        )
    if _MARKUP.match(text):
        return read_page(text)
    return read_blocks(read_text_blocks(text))


def read_page(text: str) -> Reading:
    """Read a web page. Raises ``DomainError`` only where it is longer than any job document."""
    if len(text) > MAX_PAGE:
        raise DomainError("too_long", "This page is longer than a job document can be.", "file")
    return read_blocks(read_html_blocks(text))


def _decode(data: bytes) -> str:
    try:
        return decode_text(data)
    except NotTextError as error:
        raise refuse("document_unreadable") from error


def read_blocks(blocks: Sequence[Block]) -> Reading:
    """The reading of a document that is already in lines and tables."""
    blocks, letterhead = without_running_heads(blocks)
    lines = document_lines(blocks)
    if not lines:
        raise DomainError(
            "empty", "There is no text in this document. Check that it is the right file.", "file"
        )
    blocks = with_needs_in_words([in_usual_shape(block) for block in take_list_signs(blocks)])
    regions = split_regions(blocks)
    shows_looks = any(line.bold or line.italic for line in lines_of(blocks))
    specifications: list[ReadSpecification] = []
    unread: list[str] = []
    outside = _keys_outside(regions)
    for region in regions:
        if region.kind is Kind.SPECIFICATION:
            specification, left = _read_region(region, outside, shows_looks=shows_looks)
            unread.extend(left)
            unread.extend(lines_left_over(region, specification, left))
            if specification.criteria:
                specifications.append(specification)
    unread += _take_names(specifications)
    profile = read_profile(regions, blocks, letterhead)
    unread = [text for text in unread if text not in {profile.title, profile.employer}]
    specifications = [
        _named(_without_title(specification, profile.title), profile.title)
        for specification in specifications
    ]
    criteria = [criterion for part in specifications for criterion in part.criteria]
    findings: tuple[Finding, ...] = (*find_problems(criteria), *find_outdated_wording(lines))
    return Reading(profile, tuple(specifications), tuple(unread), findings, lines)


def _take_names(specifications: list[ReadSpecification]) -> list[str]:
    """Takes out what only names the post between two headings of a specification; answers what it said."""
    names = [
        specification
        for specification in specifications
        if len(specification.criteria) == 1 and _only_names(specification.criteria[0].text, specifications)
    ]
    specifications[:] = [one for one in specifications if one not in names]
    return [name.criteria[0].text for name in names]


def _only_names(text: str, specifications: Sequence[ReadSpecification]) -> bool:
    return any((one.title or "").lower() == text.lower() for one in specifications if len(one.criteria) > 1)


def _without_title(specification: ReadSpecification, title: str | None) -> ReadSpecification:
    """The title of the post, right below the heading, is no criterion."""
    first, *others = specification.criteria
    if title and others and first.text.strip(" .:").lower() == title.strip(" .:").lower():
        return replace(specification, criteria=tuple(others))
    return specification


def _named(specification: ReadSpecification, title: str | None) -> ReadSpecification:
    return replace(specification, title=specification.title or title)


def _read_region(
    region: Region, outside: dict[str, str], *, shows_looks: bool
) -> tuple[ReadSpecification, list[str]]:
    """One specification: keys and notes first, since they may stand below what they explain."""
    tables = [block for block in region.blocks if isinstance(block, Table)]
    heads = frozenset(name for table in tables for name in heads_of(table))
    lost = any(isinstance(block, Line) and _is_lost_head(block.text) for block in region.blocks)
    context = Context(shows_looks=shows_looks, heads=heads, lost_head=lost)
    _take_notes(region, context)
    if not context.key:
        context.key = dict(outside)
    batch: list[Line] = []
    tabled = any(_holds_rows(table) for table in tables)
    for index, block in enumerate(region.blocks):
        if isinstance(block, Line):
            if tabled and _names_table(block, region.blocks[index + 1 :]):
                read_lines(batch, context, strict=tabled)
                batch = []
                context.begin_section(block.text.strip(" :*"))
            else:
                batch.append(block)
            continue
        read_lines(batch, context, strict=tabled)
        batch = []
        read_table(block, context)
    read_lines(batch, context, strict=tabled)
    key = dict(context.key)
    criteria = doubt_what_all_lack(finish(context), key, context.unread)
    return ReadSpecification(title_in_heading(region.title), key, criteria), context.unread


def _holds_rows(table: Table) -> bool:
    """Whether anything but “Essential  Desirable” stands below the head of a table for criteria."""
    head = header_index(table)
    below = table.rows[head + 1 :] if head is not None else ()
    return any(cell.text and not may_be_lost_head(cell.text) for row in below for cell in row.cells)


def _is_lost_head(text: str) -> bool:
    return may_be_lost_head(text) and not (read_convention(text) or explains_letters(text))


def _names_table(line: Line, after: Sequence[Block]) -> bool:
    """A short line right above a table with a head names the section of that table."""
    from recruitment.domain.specification_requirement import split_heading  # noqa: PLC0415

    if not after or not isinstance(after[0], Table) or header_index(after[0]) != 0:
        return False
    if line.marker and not (line.text.isupper() or is_section_name(line.text)):
        return False
    short = len(line.text.split()) <= 8 and not line.text.rstrip().endswith((".", "?"))
    explains = bool(parse_key(line.text)) or explains_letters(line.text)
    return short and split_heading(line.text)[0] is None and not explains


def _take_notes(region: Region, context: Context) -> None:
    said: dict[str, tuple[str, ...]] = {}
    context.key = key_of_lines([block.text for block in region.blocks if isinstance(block, Line)])
    above = ""
    for block in region.blocks:
        for text in with_sentences(_texts_of(block)):
            for code, words in parse_key(text).items():
                context.key.setdefault(code, words)
            told = read_convention(text)
            context.convention = context.convention.completed_by(told) if context.convention else told
            introduces = introduced_part(text, context.key)[0] is not None
            of_part = introduces or bool(assessed_part(text, context.key) or part_named(above))
            is_note = not text.endswith(":") and not of_part and not parse_key(text)
            signed = read_evidence_sign(text)
            context.evidence_sign = context.evidence_sign or signed
            letters = evidence_beside_sign(text) if signed else evidence_of_all(text, context.key)
            if is_note and letters:
                said[text] = letters
        above = block.text if isinstance(block, Line) else ""
    are_these = all(_OF_A_SECTION.search(text) for text in said)
    context.is_assessed_by_section = are_these and len(set(said.values())) > 1
    context.general_evidence = next(iter(said.values()), ()) if not context.is_assessed_by_section else ()


def _texts_of(block: Block) -> Sequence[str]:
    """What a line or the cells of a table say, each thing once: a table says “A, I” in every row."""
    if isinstance(block, Line):
        return [block.text]
    return list(dict.fromkeys(cell.text for row in block.rows for cell in row.cells))


def with_sentences(texts: Sequence[str]) -> Iterator[str]:
    """Each text, and the sentences of a long one: a note may stand among others."""
    for text in texts:
        yield text
        if len(text.split()) > _LONG:
            yield from sentences_of(text)


def _keys_outside(regions: Sequence[Region]) -> dict[str, str]:
    """A key on another page than the criteria serves those that have none of their own."""
    key: dict[str, str] = {}
    for region in regions:
        if region.kind is not Kind.SPECIFICATION:
            lines = [block.text for block in region.blocks if isinstance(block, Line)]
            key.update(key_of_lines(lines))
            for text in lines:
                key.update(parse_key(text))
    return key
