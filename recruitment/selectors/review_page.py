"""The review page in the order in which it is read: questions, lists of rows, what was left out, lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Max, QuerySet
from django.db.models.functions import Coalesce

from core.domain.permissions import Actor, Permission
from recruitment.domain.evidence_key import joined_key, meaning_of
from recruitment.domain.profile_draft import DutyGroup, find_word_of_command, group_duties
from recruitment.domain.review import (
    Draft,
    Fault,
    Question,
    Weight,
    list_beside_questions,
    list_questions,
    mark_of_line,
)
from recruitment.domain.review_edit import find_line, list_unread
from recruitment.domain.review_merge import list_typed
from recruitment.domain.row_decisions import list_groups
from recruitment.domain.rows import EVIDENCE_LETTERS, Row, Rows, list_kept
from recruitment.enums import ReadingStatus
from recruitment.models import DocumentReading, JobProfile
from recruitment.selectors.drafts import draft_of
from recruitment.selectors.job_profiles import list_profiles_to_continue
from recruitment.selectors.review_clashes import ClashView, clash_views
from recruitment.selectors.review_lines import DocumentPage, document_pages
from recruitment.selectors.review_rows import ListView, list_views, title_of


def readings_to_edit(actor: Actor) -> QuerySet[DocumentReading]:
    """Readings at schools where the actor sees job profiles (whether they may edit is asked apart)."""
    return DocumentReading.objects.visible_to(actor).select_related(
        "school", "document", "revises", "created_by", "version__confirmed_by"
    )


def list_continuable(reading: DocumentReading) -> QuerySet[JobProfile]:
    """What it may become the next version of (the one it revises), each with the number of that version."""
    newest = Coalesce(Max("versions__number"), 0)
    profiles = list_profiles_to_continue(reading.school_id).annotate(next_number=newest + 1)
    return profiles.filter(pk=reading.revises_id) if reading.revises_id else profiles


def may_edit(actor: Actor, reading: DocumentReading) -> bool:
    return actor.holds(Permission.EDIT_JOB_PROFILES, reading.school_id)


def find_same_open(actor: Actor, reading: DocumentReading) -> DocumentReading | None:
    """The same file, uploaded before and still open, where the actor may edit it."""
    if reading.document is None or reading.status != ReadingStatus.OPEN:
        return None
    others = DocumentReading.objects.filter(
        school_id__in=actor.schools_with(Permission.EDIT_JOB_PROFILES),
        status=ReadingStatus.OPEN,
        document__sha256=reading.document.sha256,
        pk__lt=reading.pk,
    )
    found = others.select_related("created_by").only("source_name", "changed_at", "created_by__name")
    return found.order_by("-changed_at", "-pk").first()


@dataclass(frozen=True, slots=True)
class ProblemView:
    """One line of the summary of what is to be put right; rows with the same problem share a line."""

    text: str
    field: str = ""
    rows: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class RowLink:
    """A row that a question is about; ``is_ticked``: to keep, of several that ask for the same."""

    key: int
    number: int
    text: str
    requirement: str = ""
    is_ticked: bool = False


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with the rows it is about; ``reason`` and ``fault`` are what was typed and what is wrong."""

    question: Question
    rows: tuple[RowLink, ...]
    mark: str
    reason: str = ""
    fault: str = ""

    @property
    def is_about_several(self) -> bool:
        """More than two rows that ask for the same thing: one answer settles them all."""
        return len(self.rows) > 2

    @property
    def joined_keys(self) -> str:
        """The rows as the buttons name them."""
        return ":".join(str(link.key) for link in self.rows)


@dataclass(frozen=True, slots=True)
class LeftOutGroup:
    group: int
    title: str
    rows: tuple[Row, ...]
    is_whole_list: bool


@dataclass(frozen=True, slots=True)
class UnreadView:
    number: int
    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class KeyLetter:
    """A letter of the key, what it stands for, and in how many kept rows it is used."""

    letter: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class KeyView:
    """The key to the letters; ``as_printed`` where the document has codes of its own."""

    letters: tuple[KeyLetter, ...]
    as_printed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Everything the review page shows about a draft."""

    draft: Draft
    lists: tuple[ListView, ...]
    questions: tuple[QuestionView, ...]
    pages: tuple[DocumentPage, ...]
    left_out: tuple[LeftOutGroup, ...]
    unread: tuple[UnreadView, ...]
    duties: tuple[DutyGroup, ...]
    sections: tuple[str, ...]
    kept_count: int
    essential_count: int
    desirable_count: int
    doubtful_count: int
    key: KeyView
    unsettled: tuple[ProblemView, ...] = ()

    @property
    def must(self) -> tuple[QuestionView, ...]:
        return tuple(view for view in self.questions if view.question.weight == Weight.MUST)

    @property
    def left_count(self) -> int:
        """How many things are to be settled before confirming."""
        return len(self.must) + len(self.unsettled)

    @property
    def stops(self) -> tuple[str, ...]:
        """Where they are settled, in the order in which the page lists them."""
        fields = [fault.field for view in self.unsettled for fault in view.rows or (view,)]
        return (*fields, *(view.question.anchor for view in self.must))

    @property
    def may(self) -> tuple[QuestionView, ...]:
        return tuple(view for view in self.questions if view.question.weight == Weight.MAY)

    @property
    def by_law(self) -> tuple[QuestionView, ...]:
        """What may be settled and rests on law or guidance: it comes first."""
        return tuple(view for view in self.may if view.question.rests_on_law)

    @property
    def by_practice(self) -> tuple[QuestionView, ...]:
        return tuple(view for view in self.may if not view.question.rests_on_law)

    @property
    def settled(self) -> tuple[QuestionView, ...]:
        return tuple(view for view in self.questions if view.question.weight == Weight.SETTLED)

    @property
    def word_of_command(self) -> str:
        """What the document calls whom the post reports to; empty where it does not say, or says both."""
        profile = self.draft.profile
        return "" if profile.responsible_to else find_word_of_command(self.draft.lines, profile.reports_to)

    @property
    def undo_label(self) -> str:
        return self.draft.steps[-1].label if self.draft.steps else ""


@dataclass(frozen=True, slots=True)
class ClosedPage:
    """A document that cannot be changed any more, and what somebody typed on a page opened before."""

    draft: Draft
    rows: Rows
    typed: tuple[ClashView, ...]


def get_closed_page(shown: Draft, reading: DocumentReading) -> ClosedPage:
    """What is on record, and what ``shown`` says otherwise."""
    saved = draft_of(reading)
    return ClosedPage(saved, list_kept(saved.rows), clash_views(shown, list_typed(saved, shown)))


def group_problems(faults: Sequence[Fault]) -> tuple[ProblemView, ...]:
    """The lines of the summary, in the order of the page."""
    by_text: dict[str, list[Fault]] = {}
    for fault in faults:
        by_text.setdefault(fault.what, []).append(fault)
    return tuple(_problem(what, found) for what, found in by_text.items())


def _problem(what: str, found: Sequence[Fault]) -> ProblemView:
    if len(found) == 1:
        return ProblemView(found[0].message, found[0].field)
    return ProblemView(what[:1].upper() + what[1:], rows=tuple(found))


def get_review_page(
    draft: Draft, *, faults: Mapping[str, str] | None = None, blocking: Sequence[Fault] = ()
) -> ReviewPage:
    """Shape a draft for the review page; asks the database nothing.

    ``faults`` are messages by field, ``blocking`` is what would stand in the way of confirming it now.
    """
    kept = list_kept(draft.rows)
    numbers = {row.key: number for number, row in enumerate(kept, start=1)}
    questions = list_questions(draft)
    unread = _unread(draft)
    lists = list_views(draft, questions, numbers, faults or {})
    return ReviewPage(
        draft=draft,
        lists=lists,
        questions=_questions(draft, questions, numbers, faults or {}),
        pages=document_pages(draft, numbers, unread={view.mark for view in unread} - {""}),
        left_out=_left_out(draft),
        unread=unread,
        duties=group_duties(draft.profile.duties),
        sections=tuple(dict.fromkeys(row.section for row in draft.rows if row.section)),
        kept_count=len(kept),
        essential_count=sum(row.requirement == "essential" for row in kept),
        desirable_count=sum(row.requirement == "desirable" for row in kept),
        doubtful_count=sum(view.is_doubtful for one in lists for view in one.rows),
        key=_key(draft),
        unsettled=group_problems(list_beside_questions(blocking)),
    )


def _questions(
    draft: Draft, questions: Sequence[Question], numbers: Mapping[int, int], faults: Mapping[str, str]
) -> tuple[QuestionView, ...]:
    rows = {row.key: row for row in draft.rows}
    ticked = set(draft.answers.ticked)
    links = {
        key: RowLink(key, number, rows[key].text, rows[key].requirement or "", key in ticked)
        for key, number in numbers.items()
    }
    reasons = dict(draft.answers.reasons)
    return tuple(
        QuestionView(
            question,
            tuple(links[key] for key in question.keys),
            mark_of_line(question.source),
            reasons.get(question.anchor, ""),
            _fault_of(question, faults),
        )
        for question in questions
    )


def _fault_of(question: Question, faults: Mapping[str, str]) -> str:
    """What is wrong with what was typed or ticked in a question."""
    ticks = f"keep-row-{question.keys[0]}" if question.keys else ""
    return faults.get(f"reason-{question.anchor}", "") or faults.get(ticks, "")


def _key(draft: Draft) -> KeyView:
    words = joined_key(draft.lists)
    kept = list_kept(draft.rows)
    letters = [
        KeyLetter(letter, meaning_of(letter, words), sum(letter in row.evidence for row in kept))
        for letter in EVIDENCE_LETTERS
    ]
    own = tuple((code, meaning) for code, meaning in words.items() if code not in EVIDENCE_LETTERS)
    return KeyView(tuple(letters), own)


def _left_out(draft: Draft) -> tuple[LeftOutGroup, ...]:
    kept_groups = list_groups(draft.rows)
    out = [row for row in draft.rows if row.is_left_out]
    groups = sorted({row.group for row in out})
    return tuple(
        LeftOutGroup(
            group,
            title_of(draft, group),
            tuple(row for row in out if row.group == group),
            is_whole_list=group not in kept_groups,
        )
        for group in groups
    )


def _unread(draft: Draft) -> tuple[UnreadView, ...]:
    views = []
    for number, text in list_unread(draft):
        place = find_line(draft, text)
        views.append(UnreadView(number, text, f"{place[0] or 0}-{place[1]}" if place else ""))
    return tuple(views)
