"""What the cells beside a wording say of it: requirement, evidence and weight, paired by count."""

import re
from collections.abc import Sequence

from recruitment.domain.specification_evidence import parse_evidence
from recruitment.domain.specification_requirement import (
    Requirement,
    is_mark,
    requirement_of_word,
    split_heading,
)
from recruitment.readers.blocks import Cell, Line
from recruitment.readers.columns import Columns, Role
from recruitment.readers.drafts import Context
from recruitment.readers.items import is_filler
from recruitment.readers.seams import part_by_count
from recruitment.readers.signs import is_stackable

# Letters (None: no place for them), and whether they are doubtful.
EvidenceFact = tuple[tuple[str, ...] | None, bool]

_SIDES: tuple[tuple[Role, Requirement], ...] = (
    (Role.ESSENTIAL, "essential"),
    (Role.DESIRABLE, "desirable"),
)
_LISTED = re.compile(r"[,;/&+|]|\band\b|^[A-Z ]+$|[()]", re.IGNORECASE)
EMPTY = re.compile(r"^(?:[-–—.☐\s]*|n/?a|no|none)$", re.IGNORECASE)


def spread(signs: Sequence[str], count: int) -> list[str] | None:
    """The nth sign for the nth wording; one sign for all; None where the numbers do not agree."""
    if len(signs) == count:
        return list(signs)
    if len(signs) == 1:
        return list(signs) * count
    return None if signs else [""] * count


def lines_at(cells: Sequence[Cell], index: int) -> tuple[Line, ...]:
    return cells[index].lines if index < len(cells) and not cells[index].merged else ()


def signs_beside(cells: Sequence[Cell], columns: Columns) -> int:
    """How many signs are stacked beside the wordings of a row, where the columns agree; else 0."""
    counts = set()
    for role in (Role.REQUIREMENT, Role.NUMBER, Role.WEIGHT, Role.EVIDENCE):
        for index in columns.at(role):
            lines = lines_at(cells, index)
            if lines and all(is_stackable(line.text) for line in lines):
                counts.add(len(lines))
    several = counts - {1} or counts
    return several.pop() if len(several) == 1 else 0


def requirements_of(
    cells: Sequence[Cell], columns: Columns, context: Context, count: int
) -> list[tuple[Requirement | None, bool]]:
    """The requirement of each of ``count`` wordings, and whether it is doubtful."""
    if placed := _by_their_places(cells, columns, count):
        return placed
    options: list[list[Requirement | None]] = [[] for _ in range(count)]
    doubtful = False
    for role, requirement in _SIDES:
        for index in columns.at(role):
            signs = [line.text for line in lines_at(cells, index) if not EMPTY.match(line.text)]
            shared = spread(signs, count)
            doubtful = doubtful or shared is None
            for place, sign in enumerate(shared or []):
                if sign:
                    options[place].append(requirement)
                    known = is_mark(sign) or requirement_of_word(sign) or parse_evidence(sign, context.key)
                    doubtful = doubtful or not known or _says_other(sign, requirement, context)
    for index in columns.at(Role.REQUIREMENT):
        signs = [line.text for line in lines_at(cells, index)]
        words = [part for sign in signs for part in (re.split(r"[\s,]+", sign) if count > 1 else [sign])]
        shared = spread(words, count)
        doubtful = doubtful or (shared is None and bool(words))
        for place, word in enumerate(shared or []):
            if word:
                said = requirement_of_word(word)
                options[place].append(said)
                doubtful = doubtful or (said is None and not EMPTY.match(word))
    return [
        (found[0], doubtful) if len(set(found)) == 1 else (None, doubtful or bool(found)) for found in options
    ]


def _by_their_places(
    cells: Sequence[Cell], columns: Columns, count: int
) -> list[tuple[Requirement | None, bool]]:
    """Marks of both columns that empty paragraphs hold beside their wordings, as a Word file shows them.

    Nothing where they do not, or where the file keeps no empty paragraphs.
    """
    columns_of = (columns.at(Role.TEXT), columns.at(Role.ESSENTIAL), columns.at(Role.DESIRABLE))
    if any(len(places) != 1 or places[0] >= len(cells) for places in columns_of):
        return []
    text, essential, desirable = (cells[places[0]] for places in columns_of)
    marks = [*essential.lines, *desirable.lines]
    if count < 2 or len(text.lines) != count or not all(is_mark(line.text) for line in marks):
        return []
    if not (essential.places and desirable.places) or sorted(essential.places + desirable.places) != sorted(
        text.places
    ):
        return []
    return [("essential" if place in essential.places else "desirable", False) for place in text.places]


def _says_other(sign: str, requirement: Requirement, context: Context) -> bool:
    """A D below “Essential”, unless the key has it as a method."""
    said = requirement_of_word(sign)
    return said is not None and said != requirement and sign.strip(" .:;()[]*").upper() not in context.key


def evidence_of(cells: Sequence[Cell], columns: Columns, context: Context, count: int) -> list[EvidenceFact]:
    """The evidence of each of ``count`` wordings, whether it is doubtful; None: there is no column."""
    if methods := columns.at(Role.METHOD):
        ticked = [
            columns.methods[index]
            for index in methods
            if index < len(cells) and not EMPTY.match(cells[index].text)
        ]
        letters = tuple(dict.fromkeys(letter for letter in ticked if letter))
        return [(letters, None in ticked)] * count
    places = columns.at(Role.EVIDENCE)
    if not places:
        return _evidence_in_marks(cells, columns, context, count)
    return evidence_at(places, cells, context, count)


def evidence_at(
    places: Sequence[int], cells: Sequence[Cell], context: Context, count: int
) -> list[EvidenceFact]:
    """Evidence in these cells for ``count`` wordings: line by line where the numbers agree, else for all."""
    lines = [
        line
        for index in places
        if index < len(cells)
        for line in cells[index].lines
        if not is_filler(line.text)
    ]
    parted = part_by_count(lines, count)
    if len(parted) == count and all(parse_evidence(line.text, context.key) for line in parted):
        lines = parted
    reads = [parse_evidence(line.text, context.key) for line in lines]
    whole = parse_evidence(" ; ".join(line.text for line in lines), context.key)
    if count > 1 and len(lines) == count and all(reads) and not context.evidence_by_row:
        # Words below each other may all be of the whole row, unless one of them stands there twice.
        once = len({line.text.lower() for line in lines}) == len(lines)
        words = once and any(re.search(r"[a-z]{4}", line.text) for line in lines)
        return [(read.letters, read.doubtful or words) for read in reads if read]
    if whole is None:
        return [((), bool(lines))] * count
    if count > 1 and len(lines) == 1 and len(whole.letters) == count and not _LISTED.search(lines[0].text):
        return [
            ((letter,), True) for letter in whole.letters
        ]  # methods stacked line by line, their breaks lost
    uneven = (
        count > 1
        and len(lines) > 1
        and len({read.letters for read in reads if read}) > 1
        and not are_words(lines)
    )
    return [(whole.letters, whole.doubtful or uneven)] * count


def evidence_by_need(
    cells: Sequence[Cell], columns: Columns, context: Context
) -> dict[Requirement | None, EvidenceFact]:
    """The evidence in a cell that has “Essential” and “Desirable” over its parts, as its wordings have."""
    parts: dict[Requirement, list[str]] = {}
    need: Requirement | None = None
    for line in (line for index in columns.at(Role.EVIDENCE) for line in lines_at(cells, index)):
        said, rest = split_heading(line.text)
        if said and not rest:
            need = said
        elif need:
            parts.setdefault(need, []).append(line.text)
    reads = {need: parse_evidence(" ; ".join(texts), context.key) for need, texts in parts.items()}
    return {need: (read.letters, read.doubtful) if read else ((), True) for need, read in reads.items()}


def are_words(lines: Sequence[Line]) -> bool:
    return all(re.search(r"[a-z]{4}", line.text) for line in lines)


def _evidence_in_marks(
    cells: Sequence[Cell], columns: Columns, context: Context, count: int
) -> list[EvidenceFact]:
    """Evidence letters standing in the essential or desirable column in place of a tick."""
    if columns.texts_side_by_side:
        return [(None, False)] * count
    letters = [
        line.text
        for role, need in _SIDES
        for index in columns.at(role)
        for line in lines_at(cells, index)
        if not is_mark(line.text)
        and not EMPTY.match(line.text)
        and not _only_repeats(line.text, need, context)
    ]
    shared = spread(letters, count)
    if shared is None:
        return [(None, True)] * count
    reads = [parse_evidence(sign, context.key) if sign else None for sign in shared]
    return [
        (read.letters, read.doubtful) if read else (None, bool(sign))
        for read, sign in zip(reads, shared, strict=True)
    ]


def _only_repeats(sign: str, need: Requirement, context: Context) -> bool:
    """“E” below “Essential”; a D there is the disclosure that the key has it for."""
    said = requirement_of_word(sign)
    return said is not None and (said == need or sign.strip().upper() not in context.key)


def weights_of(cells: Sequence[Cell], columns: Columns, count: int) -> list[int | None]:
    texts = [line.text for index in columns.at(Role.WEIGHT) for line in lines_at(cells, index)]
    shared = spread(texts, count) or [""] * count
    return [
        int(found[0]) if (found := re.match(r"^\D{0,2}(\d{1,3})\b", text)) and found[1] else None
        for text in shared
    ]
