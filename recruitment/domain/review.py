"""What is still to settle in a document under review, and what stands in the way of confirming it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.domain.errors import DomainError
from core.domain.sources import LegalSource
from recruitment.domain.linter.dismissals import Dismissal
from recruitment.domain.linter.lint import BASIS, NAMES
from recruitment.domain.person_specification import (
    DocumentLine,
    Finding,
    SourceLine,
    find_outdated_wording,
    find_problems,
)
from recruitment.domain.profile_draft import LONGEST, SECTION_LONGEST, ProfileDraft
from recruitment.domain.review_remarks import DraftRemark, remark_on
from recruitment.domain.row_decisions import is_accepted, list_groups
from recruitment.domain.row_undo import Step
from recruitment.domain.rows import CUT_MARK, Row, Rows, cut_in_parts, find_row, list_kept
from recruitment.domain.wording_checks import name_trainable


@dataclass(frozen=True, slots=True)
class ListHead:
    """One person specification of the document: its title and its own key to the evidence letters."""

    title: str
    evidence_key: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """What was typed or ticked beside buttons and not used yet, as it was; ``reasons`` by question.

    ``ticked`` are the keys of rows to keep, of several that ask for the same thing.
    """

    review_date: str = ""
    next_version_of: str = ""
    reasons: tuple[tuple[str, str], ...] = ()
    ticked: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A document under review: its lines, what was read from it, and what was corrected since."""

    profile: ProfileDraft
    lists: tuple[ListHead, ...]
    rows: Rows
    lines: tuple[DocumentLine, ...] = ()
    unread: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    answers: Answers = Answers()
    steps: tuple[Step, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()


class Weight(StrEnum):
    """Whether a question must be answered before confirming, may be, or has been."""

    MUST = "must"
    MAY = "may"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Question:
    """A finding or a remark about rows by their keys (or about a line), with how it stands."""

    code: str
    message: str
    weight: Weight
    keys: tuple[int, ...] = ()
    source: SourceLine | None = None
    parts: tuple[str, ...] = ()
    noticed: DraftRemark | None = None

    @property
    def basis(self) -> LegalSource:
        """What stands behind it: law, guidance or good practice."""
        return self.noticed.remark.source if self.noticed else BASIS[self.code]

    @property
    def rests_on_law(self) -> bool:
        """Whether law or guidance stands behind it, and not good practice alone."""
        return self.basis.kind in _LAW

    @property
    def name(self) -> str:
        """What it is called, in a few words."""
        return self.noticed.remark.name if self.noticed else NAMES[self.code]

    @property
    def anchor(self) -> str:
        """Its name in links: the same as long as it is about the same rows or line."""
        places = [str(key) for key in self.keys] if len(self.keys) <= 2 else []
        if self.code in _ALIKE and len(self.keys) > 2:  # no row is in two of these questions
            places = [str(self.keys[0]), "and", str(len(self.keys) - 1)]
        return "-".join(
            ["question", self.code.replace("_", "-"), *places, *filter(None, [mark_of_line(self.source)])]
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """Why the document cannot be confirmed yet, and the field where it can be mended.

    ``row`` is the number the page gives the row it is about; 0 where it is about none.
    """

    field: str
    what: str
    row: int = 0

    @property
    def message(self) -> str:
        return f"Row {self.row}: {self.what}" if self.row else self.what


_ORDER = {weight: place for place, weight in enumerate(Weight)}
_BLOCKING = frozenset({"contradiction", "no_evidence", "no_requirement", "two_lists"})
_LAW = frozenset({"statute", "guidance"})
_ALIKE = frozenset({"contradiction", "duplicate"})
_SETTLED_AT_CONFIRMING = frozenset({"no_evidence", "no_requirement"})  # there the rows are named one by one


def list_questions(draft: Draft) -> tuple[Question, ...]:
    """Everything to settle: first what must be, then what may be, then what has been."""
    kept = list_kept(draft.rows)
    keys = [row.key for row in kept]
    questions = [*_about_lists(draft), *_about_requirement(draft.rows)]
    questions += [_as_question(draft.rows, finding, keys) for finding in find_problems(kept)]
    questions += [_about_line(draft, finding) for finding in find_outdated_wording(draft.lines)]
    questions += [_about_remark(one) for one in remark_on(kept, draft.lines, draft.dismissals)]
    return tuple(sorted(questions, key=lambda question: _ORDER[question.weight]))


def _as_question(rows: Rows, finding: Finding, keys: Sequence[int]) -> Question:
    chosen = tuple(keys[place] for place in finding.criteria)
    message = finding.message
    parts: tuple[str, ...] = ()
    settled = finding.code != "no_evidence" and is_accepted(rows, finding.code, chosen)
    if finding.code == "either_or":
        settled = settled or find_row(rows, chosen[0]).is_trainable
        message = _either_or_message(rows, chosen[0])
    elif finding.code == "compound":
        cut = cut_in_parts(find_row(rows, chosen[0]).text)
        parts = cut if len(cut) > 1 else ()
    weight = Weight.MUST if finding.code in _BLOCKING else Weight.MAY
    return Question(finding.code, message, Weight.SETTLED if settled else weight, chosen, None, parts)


def _either_or_message(rows: Rows, key: int) -> str:
    row = find_row(rows, key)
    what = name_trainable(row.text) or row.text
    start = f"“{what}” can be met in two ways: by having it, or by being ready to gain it."
    if row.is_trainable:
        return (
            f"{start} It is marked as trainable, so a candidate who is willing to train is not marked down."
        )
    return f"{start} Mark it as trainable, so that a candidate who is willing to train is not marked down."


def _about_requirement(rows: Rows) -> list[Question]:
    missing = tuple(row.key for row in list_kept(rows) if row.text and row.requirement is None)
    if not missing:
        return []
    who = "One row does" if len(missing) == 1 else f"{len(missing)} rows do"
    message = f"{who} not say whether it is essential or desirable. Choose one for each."
    if len(missing) == 1:
        message = message.replace("Choose one for each.", "Choose one.")
    return [Question("no_requirement", message, Weight.MUST, missing)]


def _about_lists(draft: Draft) -> list[Question]:
    groups = list_groups(draft.rows)
    if len(groups) < 2:
        return []
    message = (
        f"This document holds {len(groups)} person specifications. A job profile has one: make one list of "
        "them, or leave out the one that does not belong to this post."
    )
    return [Question("two_lists", message, Weight.MUST)]


def _about_line(draft: Draft, finding: Finding) -> Question:
    mark = mark_of_line(finding.source)
    weight = Weight.SETTLED if mark in draft.noted else Weight.MAY
    return Question(finding.code, finding.message, weight, (), finding.source)


def _about_remark(one: DraftRemark) -> Question:
    weight = Weight.SETTLED if one.reason else Weight.MAY
    return Question(one.remark.code, one.message, weight, one.keys, one.remark.line, noticed=one)


def mark_of_line(source: SourceLine | DocumentLine | None) -> str:
    """The name of a line in links and buttons: page (0 where there are none) and line."""
    return f"{source.page or 0}-{source.line}" if source else ""


def list_faults(
    draft: Draft, *, review_date: date | None, today: date, misread: Sequence[Fault] = ()
) -> tuple[Fault, ...]:
    """Why this cannot be confirmed yet, in the order of the page; empty where it can.

    ``misread`` are fields whose words could not be understood: said in place of anything else about them.
    """
    kept = list_kept(draft.rows)
    faults = [*_faults_of_profile(draft.profile)]
    if not kept:
        faults.append(Fault("add-last", "Add at least one row, or put one back."))
    for number, row in enumerate(kept, start=1):
        faults += [Fault(f"row-{row.key}-{name}", what, number) for name, what in _faults_of_row(row)]
    faults += [
        Fault(question.anchor, question.message)
        for question in list_questions(draft)
        if question.weight == Weight.MUST and question.code not in _SETTLED_AT_CONFIRMING
    ]
    if review_date is None:
        faults.append(Fault("review_date", "Enter the date on which this job profile is due for review."))
    elif review_date <= today:
        faults.append(Fault("review_date", "The review date must be later than today."))
    named = {fault.field for fault in misread}
    return (*(fault for fault in faults if fault.field not in named), *misread)


def list_beside_questions(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """The faults that no question of the page asks about: a missing title, an empty row, a bad date."""
    return tuple(
        fault
        for fault in faults
        if not fault.field.startswith("question-")
        and not (fault.row and fault.field.endswith(("-requirement", "-evidence")))
    )


def _faults_of_profile(profile: ProfileDraft) -> list[Fault]:
    faults = []
    if not profile.title.strip():
        faults.append(Fault("profile-title", "Enter the title of the post."))
    for name, longest in LONGEST.items():
        if len(getattr(profile, name)) > longest:
            label = name.replace("_", " ").capitalize()
            faults.append(
                Fault(f"profile-{name}", f"{label}: shorten this to {longest} characters or fewer.")
            )
    return faults


def _faults_of_row(row: Row) -> list[tuple[str, str]]:
    """The field of a row and what is wrong with it."""
    if not row.text:
        return [("text", "type its words, or leave the row out.")]
    faults = []
    if CUT_MARK in row.text:
        faults.append(("text", f"choose Split to cut it at the {CUT_MARK}, or take the {CUT_MARK} out."))
    if len(row.section) > SECTION_LONGEST:
        faults.append(("section", f"shorten the section to {SECTION_LONGEST} characters or fewer."))
    if row.requirement is None:
        faults.append(("requirement", "choose essential or desirable."))
    if not row.evidence:
        faults.append(("evidence", "choose how it will be assessed, with at least one letter."))
    return faults


class NotReadyError(DomainError):
    """Confirming was asked for too early; ``faults`` name what is still to do, field by field."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        count = "One thing is" if len(faults) == 1 else f"{len(faults)} things are"
        super().__init__("not_ready", f"{count} still to settle: {faults[0].message}", faults[0].field)
        self.faults = faults
