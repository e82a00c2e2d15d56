"""Tables copied out of a PDF: one printed line after the other, with nothing between the columns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise

from recruitment.domain.specification_evidence import are_methods_alone, is_codes, parse_evidence, parse_key
from recruitment.domain.specification_requirement import Requirement, requirement_of_word, split_heading
from recruitment.readers.bare_signs import name_of_methods
from recruitment.readers.blocks import Row, Table
from recruitment.readers.column_heads import may_head, read_header
from recruitment.readers.columns import Role, is_generic
from recruitment.readers.headings import is_section_name, part_of
from recruitment.readers.need_codes import read_need_codes
from recruitment.readers.raw_lines import RawLine, Taken, row_of
from recruitment.readers.text_dumps import split_section
from recruitment.readers.wording import clean, join, split_marker, starts_low

_FEWEST_ROWS = 3
_LONGEST_HEAD = 8  # words
_LONGEST_NAME = 4  # words
_LONGEST_ROW = 6  # printed lines of one wording
_MOST_SIGNS = 8  # words
_NEAR = 60  # lines above a head that may hold its key
_WEIGHT = re.compile(r"\b(?:weight(?:ing|s)?|score|points)\b", re.IGNORECASE)
_RANK = re.compile(
    r"^(?:rank(?:ing)?|code|category|priority|level)$", re.IGNORECASE
)  # where a note explains it
_NEED = re.compile(rf"^(?:requirement|need|status)$|{_RANK.pattern}", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"[a-z]{2}|\d")
_CODES = re.compile(r"[A-Za-z/,;&+ ]+")
_OPEN = re.compile(r"(?:\b(?:and|or|of|the|to|in|for)|[&,/])$", re.IGNORECASE)
_NOTE = re.compile(r"^\((?:NB|note)\b[^()]*\)\s*", re.IGNORECASE)  # below the name of a section
_GOES_ON = ("/", ",", ";", "&", "+")  # at the end of methods that wrap
_ROW_NUMBERS = re.compile(r"^(?:no|nr|ref|item|#)\W+(?=\w)", re.IGNORECASE)  # before the name of the wordings
_ROW_NUMBER = re.compile(r"^\d{1,2}[.)]?\s+(?=[A-Z])")
_SEPARATED = re.compile(r"[/,;&+ ]")


@dataclass(frozen=True, slots=True)
class _Head:
    """“Criteria E / D Assessed by”, “Criteria Essential M.O.A.”, or “Criteria How assessed” alone.

    ``says_need``: each row says its requirement, by one of the ``codes`` or by E and D; ``weighs``: a number
    beside it says how much it counts.
    """

    names: tuple[str, ...]
    key: dict[str, str]
    codes: Mapping[str, Requirement]
    says_need: bool
    weighs: bool

    @property
    def columns(self) -> tuple[str, ...]:
        """The heads of the table that is made of the rows."""
        wording, *need, how = self.names
        named = ["Essential/Desirable"] if self.says_need else need
        return ("Section", wording or "Criteria", *named, "Weighting", how)


def take_copied(lines: Sequence[RawLine], start: int) -> Taken | None:
    """Lines below such a head, gathered until one ends in the letters of its row."""
    head = _head_at(lines, start)
    if head is None or _heads_section(head, lines):
        return None
    rows: list[Row] = []
    pending: list[str] = []
    index = end = start + 1
    while index < len(lines) and len(pending) < _LONGEST_ROW:
        line = lines[index]
        text = clean(line.text)
        index += 1
        if not text:
            continue
        if len(head.names) == 2 and split_marker(text)[0]:
            return None
        found = _signs_at_end(text, head)
        if _head_at(lines, index - 1) or (not found and not pending and _ends_table(text)):
            break
        if found is None:
            pending.append(text)
            continue
        wording, signs = found
        if (
            signs[-1].endswith(_GOES_ON)
            and index < len(lines)
            and are_methods_alone(lines[index].text.strip())
        ):
            signs = (*signs[:2], f"{signs[-1]} {lines[index].text.strip()}")
            index += 1
        if _ROW_NUMBERS.match(head.names[0]):
            pending, wording = [*map(_without_number, pending)], _without_number(wording)
        rows.append(_row_of([*pending, wording], signs if len(head.names) > 2 else signs[1:], line.number))
        pending, end = [], index
    again = len(head.names) == 2 and any(
        line.text.strip() == lines[start].text.strip() for line in lines[:start]
    )
    if len(rows) < (1 if again else _FEWEST_ROWS):
        return None
    top = row_of([[(name, lines[start].number)] for name in head.columns], lines[start].number)
    return Table((top, *rows), ruled=False), end


def _head_at(lines: Sequence[RawLine], place: int) -> _Head | None:
    text = clean(lines[place].text)
    words = _WEIGHT.sub(" ", text).split()
    if not 2 <= len(words) <= _LONGEST_HEAD or not may_head(text) or "\t" in lines[place].text:
        return None
    for names in _parted(words):
        if (says_need := _says_need(names)) is not None:
            above = [line.text for line in lines[max(place - _NEAR, 0) : place]]
            codes = _codes_in(above) if says_need else {}
            if codes or not _RANK.match(names[1]):
                return _Head(names, parse_key("\n".join(above)), codes, says_need, bool(_WEIGHT.search(text)))
    return None


def _heads_section(head: _Head, lines: Sequence[RawLine]) -> bool:
    """“Attributes  Stage” where “Education  Stage” too stands over a list."""
    names = {
        name_of_methods(clean(line.text)) for line in lines if line.text.rstrip().endswith(head.names[-1])
    }
    return len(head.names) == 2 and is_section_name(head.names[0]) and bool(names - {""})


def _codes_in(texts: Sequence[str]) -> Mapping[str, Requirement]:
    """What a note on one or two lines says that other letters than E and D mean."""
    notes = (read_need_codes(f"{one} {two}") for one, two in pairwise([*texts, ""]))
    return next((codes for codes in notes if codes), {})


def _parted(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words of a head as the names of three columns, of which the first may be lost, or of two."""
    for first in range(len(words) - 1):
        for second in range(first + 1, len(words)):
            yield " ".join(words[:first]), " ".join(words[first:second]), " ".join(words[second:])
    for first in range(1, len(words)):
        yield " ".join(words[:first]), " ".join(words[first:])


def _says_need(names: tuple[str, ...]) -> bool | None:
    """Whether the second of three names stands over E and D; None where they are no head."""
    if len(names) == 2:
        read = read_header(names) if is_generic(names[0]) else None
        return False if read and read.roles == (Role.UNNAMED, Role.EVIDENCE) else None
    joint = "Essential/Desirable" if _NEED.match(names[1]) else names[1]
    read = read_header([names[0] or "Criteria", joint, names[2]])
    if not read or read.roles[2] is not Role.EVIDENCE or read.roles[0] is not Role.UNNAMED:
        return None
    return read.roles[1] is Role.REQUIREMENT if _is_need(read.roles[1]) else None


def _is_need(role: Role) -> bool:
    return role in {Role.REQUIREMENT, Role.ESSENTIAL, Role.DESIRABLE}


def _methods_wrapped(how: str, below: Sequence[RawLine]) -> str:
    """“Interview”, on a line of its own below “Application form /”."""
    text = clean(below[0].text) if below else ""
    return text if how.endswith(_GOES_ON) and are_methods_alone(text) else ""


def _ends_table(text: str) -> bool:
    return part_of(text) is not None or bool(split_heading(text)[0])


def _signs_at_end(text: str, head: _Head) -> tuple[str, tuple[str, str, str]] | None:
    """What a printed line says before its signs, and those; None where it has none at its end."""
    words = text.split()
    for place in range(max(len(words) - _MOST_SIGNS, 0), len(words)):
        signs = _signs_in(words[place:], head)
        before = " ".join(words[:place])
        if signs and (_WORD_BEFORE.search(before) if before else not is_section_name(text)):
            return before, signs
    return None


def _signs_in(words: Sequence[str], head: _Head) -> tuple[str, str, str] | None:
    """Requirement, weight and methods, where the words are nothing else."""
    rest = list(words)
    need = rest.pop(0) if head.says_need else ""
    if head.says_need and need not in head.codes and requirement_of_word(need) is None:
        return None
    weights = [word for word in rest[:1] + rest[-1:] if head.weighs and word.isdigit()]
    if weights:
        rest.remove(weights[0])
    how = " ".join(rest)
    whole = _are_methods(how, head) if how else head.says_need and (len(words) > 1 or not head.weighs)
    return (need, weights[0] if weights else "", how) if whole else None


def _are_methods(text: str, head: _Head) -> bool:
    """Codes of the key, or common ones that cannot be an abbreviation at the end of a wording."""
    if not _CODES.fullmatch(text):
        return False
    if not is_codes(text, head.key):
        read = parse_evidence(text, head.key)
        told = head.says_need or (len(head.names) == 2 and are_methods_alone(text))
        return told and read is not None and bool(read.letters) and not read.doubtful
    return head.says_need or bool(_SEPARATED.search(text)) or text in head.key or len(text) == 1


def _row_of(texts: Sequence[str], signs: Sequence[str], number: int) -> Row:
    """A row from its printed lines and its signs, of which the last two are weight and methods."""
    filled = [text for text in texts if text]
    section, wording = _section_before(filled)
    guessed = not section and _may_begin_with_name(filled)
    if guessed:
        section, wording = filled[0], reduce(join, filled[1:])
    *need, weight, how = signs
    cells = (section, wording, *(said or "✓" for said in need), weight, how)
    row = row_of([[(cell, number)] for cell in cells], number)
    return _doubted(row) if guessed else row


def _may_begin_with_name(texts: Sequence[str]) -> bool:
    """A few words on a line of their own before a new sentence: the name of a section in unusual words."""
    return (
        len(texts) > 1
        and len(texts[0].split()) <= _LONGEST_NAME
        and texts[1][:1].isupper()
        and not _OPEN.search(texts[0])
        and not texts[0].endswith((".", ",", ";"))
    )


def _without_number(text: str) -> str:
    return _ROW_NUMBER.sub("", text)


def _doubted(row: Row) -> Row:
    """The row with its wording to be looked at."""
    wording = row.cells[1]
    lines = tuple(replace(line, doubtful=True) for line in wording.lines)
    return replace(row, cells=(row.cells[0], replace(wording, lines=lines), *row.cells[2:]))


def _section_before(texts: Sequence[str]) -> tuple[str, str]:
    """The name of a section on printed lines of its own, or on the same line, and the wording after it."""
    for count in range(len(texts) - 1, 0, -1):
        name = reduce(join, texts[:count])
        if is_section_name(name) and not starts_low(texts[count]) and not _OPEN.search(name):
            return name, _NOTE.sub("", reduce(join, texts[count:]))
    return split_section(reduce(join, texts, ""))
