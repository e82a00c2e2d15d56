"""The header form, the purpose and the duties of a job description."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recruitment.domain.person_specification import Duty, ReadProfile
from recruitment.readers.blocks import Block, Line, Table
from recruitment.readers.headings import heads_duties, is_section_name, names_specification, part_of
from recruitment.readers.labels import label_of, label_values
from recruitment.readers.pay import one_line, split_pay, starts_with_amount
from recruitment.readers.prose import sentences_of
from recruitment.readers.purpose import listed_below, read_purpose, value_in_cell, without_lead
from recruitment.readers.regions import Kind, Region
from recruitment.readers.titles import (
    employer_at_top,
    employer_mentioned,
    employer_named,
    find_title,
    grade_beside_title,
    is_organisation,
    is_title_like,
)

_FIELDS = (
    "title",
    "employer",
    "model_number",
    "grade",
    "salary",
    "hours",
    "contract",
    "responsible_to",
    "reports_to",
)
_ABOUT_DUTIES = re.compile(
    r"\b(?:exhaustive|exclusive|rigid or inflexible|subject to review|may be (?:varied|amended|changed)|"
    r"is committed to safeguarding)\b",
    re.IGNORECASE,
)
_NO_SCHOOL = re.compile(r"^(?:all|any|various)\b(?: schools?)?\W*$", re.IGNORECASE)
_UNIVERSITY = re.compile(r"\b(?:University|College)\b", re.IGNORECASE)  # of which a school may be a part
# A post in the place of hours: labels and values have come apart.
_NAMES_POST = re.compile(
    r"^(?:[A-Z][\w’'-]* |of |and |to |the )*(?:Leader|Manager|Officer|Assistant|Teacher|Headteacher|"
    r"Co-?ordinator|Supervisor|Director|Technician|Worker|Principal)$"
)
_LINES_OF_TOP = 12
_LONGEST_GROUP = 7  # words of the name of a group of duties
_BEFORE_NUMBER = re.compile(r"(?:^|\s+)(?=\d{1,2}\. [A-Z])")
_NUMBER_FIRST = re.compile(r"^\d{1,2}(?=\. [A-Z])")
_DUTY_CODE = re.compile(r"^[A-Z]\d{1,2}[.)]?\s+(?=[A-Z])")
_LONGEST_COLUMN_NAME = 3  # words
_FEWEST = 3  # items
_DESCRIBES = frozenset([Kind.HEADER, Kind.PURPOSE])


def read_profile(
    regions: Sequence[Region], blocks: Sequence[Block], letterhead: Sequence[str] = ()
) -> ReadProfile:
    """The fields by their labels, then by the layout; what the document does not say stays None."""
    values = _labelled_values(regions)
    lines = [line for block in blocks for line in _lines_of(block)]
    named = {name: values.get(name) for name in _FIELDS}
    profile = replace(ReadProfile(), **named)  # type: ignore[arg-type]
    profile = split_pay(profile)
    headings = [
        (region.title, [block for block in region.blocks[:1] if isinstance(block, Line)])
        for region in regions
        if region.kind is Kind.SPECIFICATION
    ]
    before = [block for block in regions[0].blocks if isinstance(block, Line)]
    named_parts = [heading for heading, _ in headings]
    top = [line.text for line in lines[:_LINES_OF_TOP]] + named_parts
    headed = list(_headed_duties(regions))
    listed = [] if headed else list(_listed_duties(regions))
    return replace(
        profile,
        title=profile.title
        or _bare_title(values, lines)
        or find_title(before, [pair for pair in headings if pair[0]], _top_of_page(blocks)),
        employer=_employer(values, (top, letterhead), lines),
        grade=profile.grade or grade_beside_title([*(line.text for line in before[:3]), *named_parts]),
        # A single line of command says whom the post reports to, whatever it is called; it fills one field.
        reports_to=profile.reports_to or profile.responsible_to,
        responsible_to=profile.responsible_to if profile.reports_to else None,
        purpose=values.get("purpose") or read_purpose(regions, lists_are_duties=bool(listed)),
        duties=_without_codes(headed or listed),
    )


def _top_of_page(blocks: Sequence[Block]) -> list[Line]:
    """The first lines of all, above the first table and whatever names a specification."""
    top: list[Line] = []
    for block in blocks[:_LINES_OF_TOP]:
        if not isinstance(block, Line) or names_specification(block.text):
            break
        top.append(block)
    return top


def _bare_title(values: dict[str, str], lines: Sequence[Line]) -> str | None:
    """“Title: Finance Officer” at the top; further down that is the title of who signs."""
    value = values.get("bare_title", "")
    near = any(value in line.text for line in lines[:_LINES_OF_TOP])
    return value if value and near and is_title_like(value) else None


def _employer(values: dict[str, str], tops: Sequence[Sequence[str]], lines: Sequence[Line]) -> str | None:
    """By its own label, else the school, else a name at the top, a place of work that is one, any name."""
    named = next((name for texts in tops if (name := employer_named(texts))), None)
    school = values.get("school", "")
    in_university = school.startswith("School of ") and bool(_UNIVERSITY.search(named or ""))
    labelled = values.get("employer") or ("" if _NO_SCHOOL.match(school) or in_university else school)
    if labelled or named:
        return labelled or named
    place = values.get("place", "")
    if is_organisation(place):
        return place
    texts = [line.text for line in lines]
    return employer_mentioned(texts) or employer_at_top(texts)


def _lines_of(block: Block) -> Iterator[Line]:
    if isinstance(block, Line):
        yield block
    else:
        yield from (line for row in block.rows for cell in row.cells for line in cell.lines)


def _labelled_values(regions: Sequence[Region]) -> dict[str, str]:
    """The first value of each label, in the lines and form tables outside the criteria."""
    values: dict[str, str] = {}
    for region in regions:
        if region.kind in {Kind.HEADER, Kind.OTHER, Kind.SPECIFICATION, Kind.PURPOSE}:
            for name, value in _values_in(region):
                if name == "hours" and _NAMES_POST.match(value):
                    continue
                if name and value and (name not in values or _counts_hours(name, value, values[name])):
                    values[name] = value
    return values


def _counts_hours(name: str, value: str, known: str) -> bool:
    """“Hours: 37” after “Working pattern: term time only”."""
    return name == "hours" and not re.search(r"\d", known) and bool(re.search(r"\d", value))


def _values_in(region: Region) -> Iterator[tuple[str, str]]:
    blocks = region.blocks
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            yield from _values_in_table(block)
            continue
        pairs = label_values(block.text) or (
            [(label_of(block.text) or "", "")] if label_of(block.text) is not None else []
        )
        for place, (name, value) in enumerate(pairs):
            if value or place < len(pairs) - 1:
                yield (
                    name,
                    _with_amount(
                        name,
                        one_line(value),
                        blocks[index + 1 : index + 2] if place == len(pairs) - 1 else (),
                    ),
                )
            else:
                yield name, _value_below(blocks[index + 1 : index + 3], name)


def _with_amount(name: str, value: str, below: Sequence[Block]) -> str:
    """A grade whose amount stands on the next line."""
    if (
        name in {"grade", "salary"}
        and below
        and isinstance(below[0], Line)
        and starts_with_amount(below[0].text)
    ):
        return f"{value} {below[0].text}"
    return value


def _value_below(blocks: Sequence[Block], name: str) -> str:
    """The line under an empty label, unless that is a label or heading itself."""
    if not blocks or not isinstance(blocks[0], Line):
        return ""
    first = blocks[0]
    if (
        first.marker
        or label_values(first.text)
        or label_of(first.text) is not None
        or part_of(first.text)
        or first.text.endswith(":")
    ):
        return ""
    if (
        is_section_name(first.text)
        or first.heading
        or len(first.text.split()) > (60 if name == "purpose" else 14)
    ):
        return ""
    second = blocks[1] if len(blocks) > 1 else None
    if name in {"grade", "salary"} and isinstance(second, Line) and starts_with_amount(second.text):
        return f"{first.text}\n{second.text}"
    return first.text


def _values_in_table(table: Table) -> Iterator[tuple[str, str]]:
    """Label and value in neighbouring cells, in rows below each other, or both in one cell."""
    if _labels_over_values(table):
        over, under = table.rows
        for named, told in zip(over.cells, under.cells, strict=True):
            yield label_of(named.text) or "", one_line(told.text)
        return
    for row in table.rows:
        cells = [
            cell for cell in row.cells if cell.text or len(row.cells) < 3
        ]  # without those that only part
        index = 0
        while index < len(cells):
            text = cells[index].text
            name = label_of(text)
            if name is None:
                yield from _values_stacked(cells[index].lines)
                index += 1
                continue
            beside = cells[index + 1].lines if index + 1 < len(cells) else ()
            value = "\n".join(line.text for line in beside)
            if label_of(value.replace("\n", " ")) is None or not value:
                yield name, _value_beside(name, beside)
                index += 2
            else:
                index += 1


def _value_beside(name: str, lines: Sequence[Line]) -> str:
    if name == "purpose":
        return value_in_cell(lines)
    value = "\n".join(line.text for line in lines)
    return value if name in {"grade", "salary"} else one_line(value)


def _labels_over_values(table: Table) -> bool:
    """Two rows, of which the upper holds nothing but labels and the lower none."""
    known = [[label_of(cell.text) is not None for cell in row.cells] for row in table.rows]
    if len(known) != 2 or len(known[0]) != len(known[1]) or len(known[0]) < 2:
        return False
    return all(known[0]) and not any(known[1])


def _values_stacked(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Labels and values in one cell: on one line, or each value under its label."""
    for place, line in enumerate(lines):
        yield from ((label, one_line(value)) for label, value in label_values(line.text) if value)
        name = label_of(line.text)
        below = lines[place + 1] if place + 1 < len(lines) else None
        if name and below and label_of(below.text) is None and not label_values(below.text):
            yield name, below.text


def _without_codes(duties: Sequence[Duty]) -> tuple[Duty, ...]:
    """“A1 Makes entries”, “A2 Seats candidates” without the codes that most of them have."""
    coded = sum(bool(_DUTY_CODE.match(duty.text)) for duty in duties)
    if coded < max(_FEWEST, len(duties) // 2 + 1):
        return tuple(duties)
    return tuple(replace(duty, text=_DUTY_CODE.sub("", duty.text)) for duty in duties)


def _listed_duties(regions: Sequence[Region]) -> Iterator[Duty]:
    """Where no heading says duties: the lists of the description under any heading."""
    for region in regions:
        if region.kind in _DESCRIBES:
            yield from _duties_of(Region(Kind.DUTIES, blocks=_lists_in(region)))


def _lists_in(region: Region) -> list[Block]:
    """List items under the headings right above them, and tables of responsibilities."""
    kept: list[Block] = []
    for place, block in enumerate(region.blocks):
        below = region.blocks[place + 1 : place + 2]
        if isinstance(block, Table):
            kept.extend([replace(block, rows=block.rows[1:])] if _lists_duties(block) else [])
        elif block.marker or (below and isinstance(below[0], Line) and below[0].marker and block.bold):
            kept.append(block)
    listed = sum(isinstance(block, Line) and bool(block.marker) for block in kept)
    return kept if listed >= _FEWEST or any(isinstance(block, Table) for block in kept) else []


def _lists_duties(table: Table) -> bool:
    """“Area of work | Responsibilities” at the head."""
    first = table.rows[0].cells if len(table.rows) > 1 else ()
    return len(first) > 1 and any(heads_duties(cell.text) for cell in first[1:])


def _headed_duties(regions: Sequence[Region]) -> Iterator[Duty]:
    for region in regions:
        if region.kind is Kind.DUTIES:
            yield from _duties_of(region)
        elif region.kind is Kind.PURPOSE:
            yield from _duties_of(Region(Kind.DUTIES, blocks=listed_below(region)))


def _duties_of(region: Region) -> Iterator[Duty]:
    """List items under their sub-headings; where there is no list, each sentence is a duty."""
    blocks = [piece for block in region.blocks for piece in _duty_lines(block)]
    marked = any(line.marker for line in blocks)
    section: str | None = None
    for index, line in enumerate(blocks):
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        if marked and not line.marker:
            if _is_subheading(line, below):
                section = line.text.strip(" :")
        elif marked and _numbers_group(line, below):
            section = line.text.strip(" :")
        elif marked:
            yield Duty(section, line.text)
        elif (
            _is_subheading(line, below)
            and below is not None
            and len(line.text.split()) <= 6
            and (line.bold or line.heading)
        ):
            section = line.text.strip(" :")
        else:
            for sentence in sentences_of(without_lead(line.text)):
                if not _ABOUT_DUTIES.search(sentence):
                    yield Duty(section, sentence)


def _numbers_group(line: Line, below: Line | None) -> bool:
    """“2.1 Learning and care” over 2.1.1."""
    numbered = below is not None and line.marker == below.marker == "number" and below.level > line.level
    return numbered and len(line.text.split()) <= _LONGEST_GROUP and not line.text.endswith((".", ";", ","))


def _duty_lines(block: Block) -> list[Line]:
    """A table of duties: its longest cell in each row, as list items."""
    if isinstance(block, Line):
        return [block]
    lines: list[Line] = []
    for row in block.rows[1 if _names_columns(block) else 0 :]:
        longest = max(row.cells, key=lambda cell: len(cell.text), default=None)
        if longest is not None and longest.text:
            first, *others = [part for line in longest.lines for part in _numbered_parts(line)]
            names = not first.marker and bool(others) and all(line.marker for line in others)
            lines.append(first if names else replace(first, marker=first.marker or "bullet"))
            lines.extend(replace(line, marker=line.marker or "bullet") for line in others)
    return lines


def _numbered_parts(line: Line) -> list[Line]:
    """“Finance 1. Prepares budgets. 2. Pays bills.”, without its breaks, as a name and two list items."""
    parts = _BEFORE_NUMBER.split(line.text)
    numbers = [int(found[0]) for part in parts if (found := _NUMBER_FIRST.match(part))]
    if numbers != list(range(1, len(numbers) + 1)) or len(numbers) < max(len(parts) - 1, 2):
        return [line]
    return [
        replace(line, text=_NUMBER_FIRST.sub("", part).lstrip(". "), marker="number" if found else "")
        for part in parts
        if (found := _NUMBER_FIRST.match(part)) or part.strip()
    ]


def _names_columns(table: Table) -> bool:
    """Whether the first row is a head: “Accountability | % of time” over longer texts."""
    longest = [max((len(cell.text.split()) for cell in row.cells), default=0) for row in table.rows]
    return len(longest) > 1 and longest[0] <= _LONGEST_COLUMN_NAME < min(longest[1:])


def _is_subheading(line: Line, below: Line | None) -> bool:
    short = len(line.text.split()) <= 9 and not line.text.endswith((".", ";", ","))
    return (
        short
        and below is not None
        and (line.bold or bool(line.heading) or bool(below.marker) or line.text.endswith(":"))
    )
