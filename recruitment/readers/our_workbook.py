"""Our own workbook come back: as it was downloaded, or with what a person changed, added or sorted in it.

Its sheets and heads are ours, so each cell is what its head says, whatever its words look like.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from recruitment.domain.person_specification import (
    DocumentLine,
    Duty,
    ReadCriterion,
    Reading,
    ReadProfile,
    ReadSpecification,
    Requirement,
    SourceLine,
    find_outdated_wording,
    find_problems,
)
from recruitment.domain.rows import EVIDENCE_LETTERS, tidy
from recruitment.domain.specification_evidence import parse_evidence
from recruitment.domain.specification_requirement import is_mark, requirement_of_word
from recruitment.domain.written_specification import LABELS
from recruitment.readers.labels import label_of
from recruitment.readers.sheets import Sheet, SheetRow

CRITERIA_SHEET, POST_SHEET, DUTIES_SHEET = "Person specification", "The post", "Duties"
SECTION, CRITERION, ESSENTIAL, DESIRABLE, EVIDENCE = CRITERIA_HEADS = (
    "Section",
    "Criterion",
    "Essential",
    "Desirable",
    "Evidence",
)
POST_HEADS = LABEL, VALUE = "What", "What it says"
DUTIES_HEADS = (SECTION, "Duty")
DUTY = DUTIES_HEADS[1]
WEIGHT = "Weight"  # not written by us, but understood where somebody adds the column
PURPOSE = "Purpose"
KEY_LEAD = "Evidence:"

_TOP = 5  # rows in which the head stands
_NAMES: Mapping[str, str] = {
    PURPOSE.casefold(): "purpose",
    **{label.casefold(): name for name, label in LABELS.items()},
}
_BETWEEN_LETTERS = re.compile(r"[\s,/;&+.]+")
_BETWEEN_MEANINGS = re.compile(r",\s+(?=[A-Z] = )")
_NEEDS: tuple[tuple[str, Requirement], ...] = ((ESSENTIAL, "essential"), (DESIRABLE, "desirable"))


@dataclass(frozen=True, slots=True)
class _Record:
    """A row below a head of ours: its words by the head over them, and those below no head of ours."""

    number: int
    cells: Mapping[str, str]
    others: tuple[str, ...]

    def line(self, head: str) -> str:
        return tidy(self.cells.get(head, ""))

    @property
    def words(self) -> str:
        return " | ".join(text for text in (*map(tidy, self.cells.values()), *self.others) if text)


@dataclass(slots=True)
class _Found:
    """What was read so far."""

    fields: dict[str, str] = field(default_factory=dict)
    duties: list[Duty] = field(default_factory=list)
    criteria: list[ReadCriterion] = field(default_factory=list)
    key: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)


def read_our_workbook(sheets: Sequence[Sheet]) -> Reading | None:
    """What our workbook says; None for any other workbook."""
    named = {sheet.title: sheet for sheet in sheets}
    if not {CRITERIA_SHEET, POST_SHEET} <= named.keys():
        return None
    criteria = _records(named[CRITERIA_SHEET], CRITERIA_HEADS)
    if criteria is None:
        return None
    found = _Found()
    _take_criteria(criteria, found)
    post = _records(named[POST_SHEET], POST_HEADS)
    if post is None:
        _take_post_without_head(named[POST_SHEET], found)
    else:
        _take_post(post, found)
    for title, sheet in named.items():
        if title == DUTIES_SHEET:
            _take_duties(_records(sheet, DUTIES_HEADS) or (), found)
        elif title not in {CRITERIA_SHEET, POST_SHEET}:
            found.unread.extend(row.words for row in sheet.rows)
    return _reading(found, tuple(_lines(sheets)))


def _reading(found: _Found, lines: tuple[DocumentLine, ...]) -> Reading:
    fields = {name: value for name, value in found.fields.items() if value}
    profile = ReadProfile(**fields, duties=tuple(found.duties))
    criteria = tuple(found.criteria)
    specification = ReadSpecification(profile.title, found.key, criteria)
    findings = (*find_problems(criteria), *find_outdated_wording(lines))
    return Reading(profile, (specification,) if criteria else (), tuple(found.unread), findings, lines)


def _records(sheet: Sheet, heads: Sequence[str]) -> list[_Record] | None:
    """The rows below the head with these words, each of them once and in any order; None without it."""
    for place, row in enumerate(sheet.rows[:_TOP]):
        names = {number: tidy(text) for number, text in row.texts.items() if text.strip()}
        own = {number: name for number, name in names.items() if name in (*heads, WEIGHT)}
        if len(own) == len(set(own.values())) and set(heads) <= set(own.values()):
            return [_record(below, own) for below in sheet.rows[place + 1 :]]
    return None


def _record(row: SheetRow, heads: Mapping[int, str]) -> _Record:
    cells = {name: row.texts.get(number, "") for number, name in heads.items()}
    others = (tidy(text) for number, text in row.texts.items() if number not in heads)
    return _Record(row.number, cells, tuple(text for text in others if text))


def _take_criteria(records: Sequence[_Record], found: _Found) -> None:
    keys = [record for record in records if record.words.startswith(KEY_LEAD) and not record.line(CRITERION)]
    for record in keys:
        found.key |= dict(_meanings(record.words.removeprefix(KEY_LEAD)))
    above: str | None = None
    for record in records:
        if record.line(CRITERION):
            found.criteria.append(_criterion(record, found.key, above))
            found.unread.extend(record.others)
            above = record.line(SECTION) or None
        elif record.words and record not in keys:
            found.unread.append(record.words)


def _meanings(text: str) -> Iterator[tuple[str, str]]:
    """“A = Application form, I = Interview”."""
    for piece in _BETWEEN_MEANINGS.split(text.strip()):
        letter, _, words = piece.partition(" = ")
        if letter in EVIDENCE_LETTERS and words:
            yield letter, words


def _criterion(record: _Record, key: Mapping[str, str], above: str | None) -> ReadCriterion:
    requirement, is_clear = _requirement(record)
    letters, is_known = _evidence(record.line(EVIDENCE), key)
    section = record.line(SECTION) or None
    weight = record.line(WEIGHT)
    doubts = (
        ("section", section is None and above is not None),
        ("requirement", not is_clear),
        ("evidence", not is_known),
    )
    return ReadCriterion(
        record.line(CRITERION),
        section,
        requirement,
        letters,
        int(weight) if weight.isdecimal() else None,
        SourceLine(None, record.number),
        tuple(name for name, doubted in doubts if doubted),
    )


def _requirement(record: _Record) -> tuple[Requirement | None, bool]:
    """What is marked, and whether the marks say it clearly: one of the two, or none."""
    filled = [(need, record.line(head)) for head, need in _NEEDS if record.line(head)]
    marked = [need for need, text in filled if is_mark(text) or requirement_of_word(text) == need]
    if len(marked) == len(filled) == 1:
        return marked[0], True
    return None, not filled


def _evidence(text: str, key: Mapping[str, str]) -> tuple[tuple[str, ...], bool]:
    """The letters in a cell, and whether all of it was understood; somebody may have typed words instead."""
    parts = _BETWEEN_LETTERS.split(text)
    letters = "".join(part.upper() if len(part) == 1 else part for part in parts)
    if set(letters) <= set(EVIDENCE_LETTERS):
        return tuple(dict.fromkeys(letters)), True
    read = parse_evidence(text, key)
    return (read.letters, not read.doubtful) if read else ((), False)


def _take_post(records: Iterable[_Record], found: _Found) -> None:
    last = ""
    for record in records:
        label, value = record.line(LABEL), record.cells[VALUE]
        name = _NAMES.get(label.casefold()) or label_of(label) or ""
        if not label and last == "purpose":  # a paragraph that somebody put into a row of its own
            found.fields["purpose"] += f"\n{_paragraphs(value)}"
        elif name in _NAMES.values() and name not in found.fields:
            found.fields[name] = _paragraphs(value) if name == "purpose" else tidy(value)
            last = name
        elif value.strip():
            found.unread.append(record.words)
        found.unread.extend(record.others)


def _paragraphs(text: str) -> str:
    return "\n".join(tidy(line) for line in text.splitlines()).strip("\n")


def _take_duties(records: Iterable[_Record], found: _Found) -> None:
    for record in records:
        if record.line(DUTY):
            found.duties.append(Duty(record.line(SECTION) or None, record.line(DUTY)))
            found.unread.extend(record.others)
        elif record.words:
            found.unread.append(record.words)


def _take_post_without_head(sheet: Sheet, found: _Found) -> None:
    """As we wrote it first: the facts and the purpose, and below them the duties on the same sheet."""
    for row in sheet.rows:
        label, value = (row.texts.get(number, "") for number in (1, 2))
        name = _NAMES.get(tidy(label).casefold(), "")
        if name and name not in found.fields and not found.duties:
            found.fields[name] = _paragraphs(value) if name == "purpose" else tidy(value)
        elif tidy(value):
            section = tidy(label)
            found.duties.append(Duty(None if section in {"", DUTY} else section, tidy(value)))


def _lines(sheets: Iterable[Sheet]) -> Iterator[DocumentLine]:
    """Each row for the review page, with the need that a mark stands for."""
    for sheet in sheets:
        records = {record.number: record for record in _records(sheet, CRITERIA_HEADS) or ()}
        for row in sheet.rows:
            shown = row.words
            if record := records.get(row.number):
                marked = [
                    f"{text} ({name})" if name in {ESSENTIAL, DESIRABLE} else text
                    for name, cell in record.cells.items()
                    if (text := tidy(cell))
                ]
                shown = " | ".join([*marked, *record.others])
            yield DocumentLine(None, row.number, row.words, shown if shown != row.words else "")
