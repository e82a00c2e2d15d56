"""The rows of the review page, list by list, each with what is doubtful about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recruitment.domain.evidence_key import joined_key, meaning_of
from recruitment.domain.review import Draft, Question, Weight
from recruitment.domain.row_decisions import list_groups
from recruitment.domain.rows import EVIDENCE_LETTERS, Row, list_kept
from recruitment.domain.wording_checks import is_compound, name_trainable

_FIELDS = ("text", "section", "requirement", "evidence")
_CHECK_WORDS = {
    "text": "Check the words against the document.",
    "section": "Check the section: the document does not say it clearly.",
    "requirement": "Check whether it is essential or desirable.",
    "evidence": "Check the evidence letters.",
}
_SAID_IN_FLAGS = frozenset({"no_evidence", "no_requirement"})


@dataclass(frozen=True, slots=True)
class RowView:
    """A row as the page shows it; ``number`` counts the kept rows from 1."""

    row: Row
    number: int
    mark: str
    flags: tuple[str, ...]
    is_first: bool
    is_last: bool
    starts_section: bool
    source_title: str
    letters: tuple[tuple[str, str, bool], ...]
    questions: tuple[Question, ...]
    faults: Mapping[str, str]

    @property
    def trains_for(self) -> str:
        """Of several requirements in the row, the one that can be trained for."""
        return name_trainable(self.row.text)

    @property
    def is_compound(self) -> bool:
        return is_compound(self.row.text)

    @property
    def is_doubtful(self) -> bool:
        return is_doubtful(self.row)


@dataclass(frozen=True, slots=True)
class ListView:
    """One list of rows with its title."""

    group: int
    title: str
    rows: tuple[RowView, ...]


def list_views(
    draft: Draft, questions: Sequence[Question], numbers: Mapping[int, int], faults: Mapping[str, str]
) -> tuple[ListView, ...]:
    """The lists that have kept rows; ``numbers`` count the rows, ``faults`` are messages by field."""
    kept = list_kept(draft.rows)
    words = joined_key(draft.lists)
    views = []
    for group in list_groups(draft.rows):
        rows = [row for row in kept if row.group == group]
        is_merged = len({row.specification for row in rows}) > 1
        title = "One list of both" if is_merged else title_of(draft, rows[0].specification)
        shown = tuple(
            RowView(
                row=row,
                number=numbers[row.key],
                mark=mark_of_row(row),
                flags=flags_of(row),
                is_first=place == 0,
                is_last=place == len(rows) - 1,
                starts_section=place == 0 or rows[place - 1].section != row.section,
                source_title=title_of(draft, row.specification) if is_merged else "",
                letters=_letters(row, words),
                questions=_own_questions(questions, row.key),
                faults=_own_faults(faults, row.key),
            )
            for place, row in enumerate(rows)
        )
        views.append(ListView(group, title, shown))
    return tuple(views)


def title_of(draft: Draft, specification: int) -> str:
    """What the document calls one of its lists; a number where it has several without a title."""
    given = draft.lists[specification].title if specification < len(draft.lists) else ""
    return given or (f"List {specification + 1}" if len(draft.lists) > 1 else "")


def mark_of_row(row: Row) -> str:
    """The name of the line that a row was read from; empty where there is none."""
    return f"{row.page or 0}-{row.line}" if row.line else ""


def flags_of(row: Row) -> tuple[str, ...]:
    """What the reader was unsure of in a row, in words; what is missing shows at its own place."""
    missing = {"requirement": row.requirement is None, "evidence": not row.evidence}
    return tuple(_CHECK_WORDS[name] for name in row.check if name in _CHECK_WORDS and not missing.get(name))


def is_doubtful(row: Row) -> bool:
    """Whether somebody should look at the row: flagged, or a requirement or evidence is missing."""
    return bool(flags_of(row)) or row.requirement is None or not row.evidence


def _letters(row: Row, words: Mapping[str, str]) -> tuple[tuple[str, str, bool], ...]:
    """Each letter with what it stands for in the document's own words, and whether the row has it."""
    return tuple((letter, meaning_of(letter, words), letter in row.evidence) for letter in EVIDENCE_LETTERS)


def _own_questions(questions: Sequence[Question], key: int) -> tuple[Question, ...]:
    """Open questions about one row or a pair; those about many rows are said in its flags."""
    return tuple(
        question
        for question in questions
        if key in question.keys and question.weight != Weight.SETTLED and question.code not in _SAID_IN_FLAGS
    )


def _own_faults(faults: Mapping[str, str], key: int) -> dict[str, str]:
    return {name: faults[field] for name in _FIELDS if (field := f"row-{key}-{name}") in faults}
