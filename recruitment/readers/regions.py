"""Which part of the document each block belongs to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby

from recruitment.domain.specification_requirement import requirement_of_lead, split_prose
from recruitment.readers.blocks import Block, Cell, Line, Row, Table
from recruitment.readers.drafts import CONTINUED
from recruitment.readers.headings import (
    Part,
    heads_duties,
    is_document_title,
    is_requirement_heading,
    is_section_name,
    names_description,
    names_several_groups,
    names_specification,
    part_of,
    speaks_of_candidate,
    spoken_part_of,
)
from recruitment.readers.labels import label_of, label_values
from recruitment.readers.list_headings import speaks_to_reader
from recruitment.readers.prose import sentences_of
from recruitment.readers.table_heads import header_index

_FEWEST_DUTIES = 3
_LONGEST_COLUMN_NAME = 3  # words
_LONGEST_NUMBERED = 4  # words of a part with a number
# With a sentence behind it; “Conditions of service: able to work evenings” may be a criterion.
_TERMS = re.compile(
    r"^(?:terms and )?conditions of (?:service|employment)\s*:\s*(?:the|these|this|see|as)\b", re.IGNORECASE
)
_OUTLINE = re.compile(r"^(?:job|role|post) outline\W*$", re.IGNORECASE)
_REQUIREMENTS = re.compile(r"^(?:(?:key|job|post|main) )?requirements\W*$", re.IGNORECASE)
# Parts of an old model description, in capitals or numbered; sections of a specification elsewhere.
_MAY_BE_SECTION = re.compile(
    r"^(?:(?:making )?(?:problems|decisions)(?: and (?:problems|decisions))?|physical conditions|"
    r"supervision|job context)\W*$",
    re.IGNORECASE,
)
_MANAGED_BY = re.compile(r"\bmanaged by\b", re.IGNORECASE)
_LINE_MANAGEMENT = re.compile(r"^line management\W*$", re.IGNORECASE)
_ARE_NEEDED = re.compile(r"\bfollowing\b.*\bare (?:all )?(?:essential|desirable)\b", re.IGNORECASE)
_AS_FOLLOWS = re.compile(r"\b(?:is|are|mean) as follows\W*$", re.IGNORECASE)  # ends a sentence
# Also the name of a group of duties, where a list stands below.
_AMONG_DUTIES = re.compile(r"^(?:health (?:and|&) safety|safeguarding)\W*$", re.IGNORECASE)


class Kind(StrEnum):
    HEADER = "header"
    PURPOSE = "purpose"
    DUTIES = "duties"
    SPECIFICATION = "specification"
    OTHER = "other"


@dataclass(slots=True)
class Region:
    """A run of blocks below one heading; ``title`` is that heading."""

    kind: Kind
    title: str = ""
    blocks: list[Block] = field(default_factory=list)


def split_regions(blocks: Sequence[Block]) -> list[Region]:
    """The document cut at its part headings, in order, beginning with the header form."""
    flat = [piece for block in blocks for piece in _unwrap(block)]
    regions = [Region(Kind.HEADER)]
    named = any(isinstance(block, Line) and _names_part(block.text) for block in flat)
    for index, block in enumerate(flat):
        below = flat[index + 1] if index + 1 < len(flat) else None
        if isinstance(block, Table):
            _add_table(regions, block)
        else:
            _add_line(regions, block, below, named=named)
    return regions


def _names_part(text: str) -> bool:
    """Whether a heading calls the specification by its name; then nothing else may begin it."""
    return _is_short(text) and names_specification(text) and not speaks_of_candidate(text)


def _unwrap(block: Block) -> list[Block]:
    """Tables that only lay out text (no head for criteria, no form) become their lines."""
    if isinstance(block, Line):
        return [block]
    if (head := header_index(block)) is not None:
        return _above_and_below(block, head)
    widths = {len([cell for cell in row.cells if cell.text]) for row in block.rows}
    if widths <= {0, 1}:
        return [line for row in block.rows for cell in row.cells for line in cell.lines]
    if _holds_duties(block):
        return [piece for row in block.rows for piece in _duties_in(row)]
    place = next((place for place, row in enumerate(block.rows[:-1]) if _heads_rows(row)), None)
    if place is None or len(block.rows) < _FEWEST_DUTIES:
        return [block]
    named = next(cell for cell in block.rows[place].cells if cell.text)
    heading = replace(named.lines[0], bold=True)
    above = [piece for row in block.rows[:place] for piece in _pieces_of(row)]
    return [*above, heading, replace(block, rows=block.rows[place + 1 :])]


def _heads_rows(row: Row) -> bool:
    """“Main duties”, alone or with a short name such as “% of time” beside it."""
    first, *others = [cell for cell in row.cells if cell.text] or [Cell()]
    alone = len(first.lines) == 1 and heads_duties(first.text) and len(first.text.split()) <= 6
    return alone and all(len(cell.text.split()) <= _LONGEST_COLUMN_NAME for cell in others)


def _pieces_of(row: Row) -> list[Block]:
    """A row above the duties: the lines of one cell over the whole width, or else a row of the form."""
    filled = [cell for cell in row.cells if cell.text]
    return [*_lines_of_lone(replace(row, cells=(filled[0],)))] if len(filled) == 1 else [Table((row,))]


def _above_and_below(table: Table, head: int) -> list[Block]:
    """A job description in the same table as the specification: its form, its headings and its texts.

    Only where rows over the whole width are headings of parts, or duties stand beside their heading; a title
    alone stays with its table.
    """
    above = table.rows[:head]
    named = (part_of(row.cells[0].text) for row in above if len(row.cells) == 1)
    if not _holds_duties(replace(table, rows=above)) and not {Part.DUTIES, Part.PURPOSE}.intersection(named):
        return [table]
    pieces: list[Block] = []
    for is_form_row, rows in groupby(above, key=_stays_a_row):
        if is_form_row:
            pieces.append(replace(table, rows=tuple(rows)))
        else:
            pieces.extend(piece for row in rows for piece in _lines_or_duties(row))
    return [*pieces, replace(table, rows=table.rows[head:])]


def _stays_a_row(row: Row) -> bool:
    """Whether a row above a specification is one of a form: neither a heading nor duties beside theirs."""
    is_lone = len(row.cells) == 1 and bool(row.cells[0].lines)
    return not is_lone and _duties_in(row) == [Table((row,))]


def _lines_or_duties(row: Row) -> Sequence[Block]:
    return _lines_of_lone(row) if len(row.cells) == 1 else _duties_in(row)


def _lines_of_lone(row: Row) -> Sequence[Line]:
    """One line is a heading; several are a list."""
    lines = row.cells[0].lines
    if len(lines) == 1:
        return [replace(lines[0], bold=lines[0].bold or part_of(lines[0].text) is not None)]
    return [replace(line, marker=line.marker or "bullet") for line in lines]


def _holds_duties(table: Table) -> bool:
    return any(_duties_in(row) != [Table((row,))] for row in table.rows)


def _duties_in(row: Row) -> list[Block]:
    """A row of a form that holds the duties, as the lines they are: beside their heading, or below it."""
    filled = [cell for cell in row.cells if cell.text]
    lines = [line for cell in filled for line in cell.lines]
    if len(filled) == 2 and _heads_list(filled[0].lines, filled[1].lines):
        listed = [replace(line, marker=line.marker or "bullet") for line in filled[1].lines]
        return [replace(filled[0].lines[0], bold=True), *listed]
    inner = any(
        _heads_list(cell.lines[place : place + 1], cell.lines[place + 1 :])
        for cell in filled
        for place in range(len(cell.lines))
    )
    return [*lines] if inner else [Table((row,))]


def _heads_list(head: Sequence[Line], below: Sequence[Line]) -> bool:
    """“Key tasks” over several lines."""
    return (
        len(head) == 1
        and len(below) >= _FEWEST_DUTIES
        and len(head[0].text.split()) <= 6
        and heads_duties(head[0].text)
    )


def is_form(table: Table) -> bool:
    """A table whose first cells are labels of a header form."""
    firsts = [row.cells[0].text for row in table.rows if row.cells and row.cells[0].text]
    labelled = sum(label_of(text) is not None or bool(label_values(text)) for text in firsts)
    return bool(firsts) and labelled * 2 >= len(firsts)


def _add_table(regions: list[Region], table: Table) -> None:
    current = regions[-1]
    head = header_index(table)
    if head is not None:
        before = table.rows[:head]
        if before and is_form(Table(before)):
            regions[-1 if current.kind is Kind.HEADER else 0].blocks.append(Table(before))
            table = Table(table.rows[head:], gapped=table.gapped)
        if current.kind is not Kind.SPECIFICATION:
            title = _taken_heading(current, before)
            regions.append(Region(Kind.SPECIFICATION, title, _taken_name(current)))
        regions[-1].blocks.append(table)
    elif is_form(table):
        regions[0].blocks.append(table)
    else:
        current.blocks.append(table)


def _taken_heading(region: Region, before: Sequence[Row]) -> str:
    """A section name right above a table without a specification heading belongs to the table."""
    named = [row.cells[0].text for row in before if names_specification(row.cells[0].text)]
    return named[0] if named else ""


def _taken_name(region: Region) -> list[Block]:
    """The name of a section right above the table, taken out of the part before it."""
    last = region.blocks[-1] if region.blocks else None
    named = isinstance(last, Line) and bool(last.marker and last.bold) and is_section_name(last.text)
    return [region.blocks.pop()] if named else []


def _add_line(regions: list[Region], line: Line, below: Block | None, *, named: bool) -> None:
    part = _part_begun(line, below, regions[-1], named=named)
    if part is None:
        if line.marker == "number" and line.level and _ends_label_of_purpose(regions):
            regions.append(Region(Kind.SPECIFICATION))
        regions[-1].blocks.append(line)
        return
    kind = Kind(part.value)
    current = regions[-1]
    is_first = current.kind is Kind.SPECIFICATION and not current.blocks
    if kind is Kind.OTHER and is_first and not (isinstance(below, Line) and part_of(below.text)):
        current.blocks.append(line)  # “Further information”, right below the heading, ends nothing
        return
    if (
        kind is Kind.SPECIFICATION
        and current.kind is kind
        and (not current.blocks or _same_title(current.title, line.text))
    ):
        current.title = current.title or line.text
        return
    heads_specification = names_specification(line.text) and not speaks_of_candidate(line.text)
    regions.append(Region(kind, line.text if heads_specification or kind is not Kind.SPECIFICATION else ""))
    if kind is Kind.SPECIFICATION and not heads_specification and spoken_part_of(line.text) is None:
        regions[-1].blocks.append(line)
    elif kind is not Kind.SPECIFICATION and ":" in line.text and (rest := line.text.split(":", 1)[1].strip()):
        regions[-1].blocks.append(replace(line, text=rest))


def _ends_label_of_purpose(regions: Sequence[Region]) -> bool:
    """“Purpose of the job: …” in the form at the head of a specification, above 1.1, 1.2 and so on.

    Only where the document has no duties, which are what else such a list would hold.
    """
    kinds = [region.kind for region in regions]
    return (
        kinds[-2:] == [Kind.SPECIFICATION, Kind.PURPOSE]
        and Kind.DUTIES not in kinds
        and bool(label_values(regions[-1].title))
    )


def _same_title(one: str, other: str) -> bool:
    bare = [re.sub(r"\W+", "", CONTINUED.sub("", title)).lower() for title in (one, other)]
    return bare[0] == bare[1]


def _part_begun(line: Line, below: Block | None, current: Region, *, named: bool) -> Part | None:
    """The part that a line begins, if it is a heading."""
    text = line.text
    lead = text.split(":")[0]
    inside = current.kind is Kind.SPECIFICATION
    listed = any(
        isinstance(own, Line) and _are_of_one_list(own, line)
        for own in (below, current.blocks[-1] if current.blocks else None)
    )
    if inside and (_heads_description(line, below) or _tells_managers(line, below)):
        return Part.OTHER
    numbered = not inside and (_is_over(line, below) or _numbers_part(line, listed=listed))
    heavy = line.bold or text.isupper() or numbered
    begins = part_of(text) or (not inside and not named and names_several_groups(lead))
    marked = bool(line.marker) and (listed or not (heavy and begins))
    is_section = inside and _MAY_BE_SECTION.match(text) and not (line.marker == "number" or text.isupper())
    if marked or is_section or is_document_title(text) or not _is_short(lead):
        return None
    part = part_of(lead) or (Part.SPECIFICATION if names_specification(text) else None)
    if part is None or (inside and _is_of_specification(part, line)):
        spoken = None if inside else spoken_part_of(text)
        begun = _begins_unnamed(line, lead, below) or (not named and _heads_requirements(line, below))
        return spoken or (Part.SPECIFICATION if begun and not inside else None)
    if part is Part.SPECIFICATION:
        told = isinstance(below, Line) and speaks_to_reader(below.text)
        speaks = bool(_AS_FOLLOWS.search(text)) and told
        return part if len(text.split()) <= 14 and not speaks else None
    listed_below = isinstance(below, Line) and bool(below.marker)
    if current.kind in {Kind.DUTIES, Kind.PURPOSE} and listed_below and _AMONG_DUTIES.match(text):
        return None
    return part if _may_begin(part, line, lead, below, inside=inside) else None


def _numbers_part(line: Line, *, listed: bool) -> bool:
    """“2 Job Purpose”, between lists whose items have other marks."""
    return line.marker == "number" and not listed and len(line.text.split()) <= _LONGEST_NUMBERED


def _is_over(line: Line, below: Block | None) -> bool:
    """“4.0 Person specification” over “4.1 Essential”."""
    return isinstance(below, Line) and line.marker == below.marker == "number" and below.level > line.level


def _are_of_one_list(one: Line, other: Line) -> bool:
    return (one.marker, one.level, one.bold) == (other.marker, other.level, other.bold)


def _heads_description(line: Line, below: Block | None) -> bool:
    """“2. Job description” below the specification, as a heading; in mere capitals, over a form."""
    over_form = isinstance(below, Line) and bool(label_values(below.text))
    looks = bool(
        line.heading or line.bold or (line.text.isupper() and over_form) or _OUTLINE.match(line.text)
    )
    bare = looks and len(line.text.split()) <= 4
    return bare and names_description(line.text) and not names_specification(line.text)


def _tells_managers(line: Line, below: Block | None) -> bool:
    """“Line management” over “The assistant will be managed by:”, which is no list of criteria."""
    told = isinstance(below, Line) and bool(_MANAGED_BY.search(below.text))
    return told and not line.marker and bool(_LINE_MANAGEMENT.match(line.text))


def _is_of_specification(part: Part, line: Line) -> bool:
    """“Understands duties under COSHH” or “The successful candidate will:” inside a specification."""
    if part is Part.DUTIES:
        return not (line.bold or line.heading or heads_duties(line.text))
    return part is Part.SPECIFICATION and speaks_of_candidate(line.text)


def _is_short(lead: str) -> bool:
    return len(lead.split()) <= 12 and not lead.rstrip().endswith((".", ";", ","))


def _begins_unnamed(line: Line, lead: str, below: Block | None) -> bool:
    """A specification without its name.

    By a requirement heading; by the usual groups of criteria; by sentences that call things essential, in a
    section or over a list; or by the name of a section over a requirement heading.
    """
    if is_requirement_heading(line.text) or names_several_groups(lead):
        return True
    if (
        is_section_name(lead)
        and sum(split_prose(one)[0] is not None for one in _sentences_behind(line.text)) > 1
    ):
        return True
    listed = isinstance(below, Line) and bool(below.marker) and not line.marker
    if listed and _ARE_NEEDED.search(line.text) and requirement_of_lead(line.text):
        return True
    followed = isinstance(below, Line) and is_requirement_heading(below.text) and not below.marker
    return followed and is_section_name(line.text)


def _heads_requirements(line: Line, below: Block | None) -> bool:
    """“Requirements:” over a list, or over sentences that call things essential."""
    if not _REQUIREMENTS.match(line.text) or line.marker or not isinstance(below, Line):
        return False
    return bool(below.marker) or split_prose(below.text)[0] is not None


def _sentences_behind(text: str) -> Sequence[str]:
    """“Special skills: a clear hand will be essential. Shorthand would be useful.”"""
    return sentences_of(text.split(":", 1)[1]) if ":" in text else ()


def _may_begin(part: Part, line: Line, lead: str, below: Block | None, *, inside: bool) -> bool:
    """A sentence that mentions duties is no heading; nor is “Responsibility” as a section of criteria."""
    text = line.text
    has_value = ":" in text and bool(text.split(":", 1)[1].strip())
    if re.match(r"^sign(?:ed|ature)\b", text, re.IGNORECASE):
        return True
    over_need = isinstance(below, Line) and is_requirement_heading(below.text)
    if inside and over_need and (part is Part.DUTIES or (part is Part.OTHER and line.marker)):
        return False
    if _TERMS.match(text):
        return True
    if len(lead.split()) > 9 or (inside and part is Part.OTHER and has_value):
        return False
    if has_value and part is Part.DUTIES:
        return not re.search(r"^(?:supervis|responsible|direct|indirect)", lead, re.IGNORECASE)
    starts_sentence = bool(
        re.match(
            r"^(?:to|you|we|this|these|the post|the job|any|undertake|carry|support|take|your)\b",
            text,
            re.IGNORECASE,
        )
    )
    return part is Part.OTHER or not starts_sentence or bool(line.heading or line.bold)
