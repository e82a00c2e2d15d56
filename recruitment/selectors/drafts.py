"""Drafts out of what is stored: a reading under review, or a confirmed version to be revised."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from recruitment.domain.linter.dismissals import LONGEST_WORDS, Dismissal, find_dismissal
from recruitment.domain.linter.remarks import shorten
from recruitment.domain.person_specification import DocumentLine, Duty, Requirement, find_problems
from recruitment.domain.profile_draft import LONGEST, ProfileDraft
from recruitment.domain.review import Draft, ListHead, Question, Weight, mark_of_line
from recruitment.domain.review_storage import draft_from_json
from recruitment.domain.row_decisions import accept
from recruitment.domain.rows import Row, Rows, find_row, list_kept
from recruitment.models import Criterion, DocumentReading, JobProfile, JobProfileVersion


def draft_of(reading: DocumentReading) -> Draft:
    """The draft that a reading holds."""
    return draft_from_json(
        {
            "profile": reading.profile,
            "rows": reading.rows,
            "undo_stack": reading.undo_stack,
            "lines": reading.lines,
            "unread": reading.unread,
        }
    )


def get_newest_version(profile: JobProfile) -> JobProfileVersion:
    """The newest version of a profile with its person specification."""
    versions = profile.versions.select_related("person_specification", "reading").order_by("-number", "-pk")
    return versions[0]


def profile_of_version(version: JobProfileVersion) -> ProfileDraft:
    """What a version says at its head, as a form."""
    fields = {name: getattr(version, name) for name in (*LONGEST, "purpose")}
    duties = tuple(Duty(duty["section"], duty["text"]) for duty in version.duties)
    return ProfileDraft(**fields, duties=duties)


def row_of(criterion: Criterion, key: int) -> Row:
    """A confirmed criterion as a row that can be edited."""
    return Row(
        key=key,
        text=criterion.text,
        section=criterion.section,
        requirement=cast("Requirement", criterion.requirement),
        evidence=criterion.evidence,
        is_trainable=criterion.is_trainable,
    )


def draft_of_version(version: JobProfileVersion) -> Draft:
    """A confirmed version, to be changed into the next; its own words stand where a document's would."""
    criteria = version.person_specification.criteria.order_by("position", "pk")
    return _draft_of_criteria(version, list(criteria))


def draft_for_findings(version: JobProfileVersion, criteria: Sequence[Criterion]) -> Draft:
    """A confirmed version with the lines of its document, to say what is worth knowing about it."""
    draft = _draft_of_criteria(version, criteria)
    return replace(draft, lines=draft_of(version.reading).lines) if version.reading else draft


def words_of_question(question: Question, draft: Draft) -> str:
    """The wording a question is about, by which it is found again once it was let stand."""
    if question.noticed:
        return question.noticed.words
    if question.source:
        mark = mark_of_line(question.source)
        texts = [line.text for line in draft.lines if mark_of_line(line) == mark]
        return shorten(" ".join(texts), LONGEST_WORDS)
    return _words_of_rows([find_row(draft.rows, key).text for key in question.keys])


def is_let_stand(question: Question, draft: Draft) -> bool:
    """Whether somebody let it stand and said why."""
    return bool(find_dismissal(draft.dismissals, question.code, words_of_question(question, draft)))


def is_open(question: Question, draft: Draft) -> bool:
    """Whether it is still to be thought about in a confirmed version.

    A notice that was promised to be replaced stays until the next version replaces it.
    """
    is_unsettled = question.weight != Weight.SETTLED or question.code == "outdated_disclosure"
    return is_unsettled and not is_let_stand(question, draft)


def _words_of_rows(texts: Sequence[str]) -> str:
    return shorten(" / ".join(shorten(text) for text in texts), LONGEST_WORDS)


def _draft_of_criteria(version: JobProfileVersion, criteria: Sequence[Criterion]) -> Draft:
    lines: list[DocumentLine] = []
    rows: list[Row] = []
    for criterion, before in zip(criteria, _rows_before(version, len(criteria)), strict=True):
        if criterion.section and (not rows or rows[-1].section != criterion.section):
            lines.append(DocumentLine(None, len(lines) + 1, criterion.section))
        lines.append(DocumentLine(None, len(lines) + 1, criterion.text))
        row = row_of(criterion, before.key)
        rows.append(replace(row, line=len(lines), accepted=before.accepted))
    evidence_key = tuple(version.person_specification.evidence_key.items())
    let_stand = sorted(version.dismissed_remarks.all(), key=lambda one: one.pk)
    dismissals = [Dismissal(one.code, one.words, one.reason) for one in let_stand]
    return Draft(
        profile_of_version(version),
        (ListHead("", evidence_key),),
        _accept_dismissed(tuple(rows), dismissals),
        tuple(lines),
        dismissals=tuple(dismissals),
    )


def _accept_dismissed(rows: Rows, dismissals: Sequence[Dismissal]) -> Rows:
    """What was let stand about a version is no question in the next one either."""
    for finding in find_problems(rows) if dismissals else ():
        words = _words_of_rows([rows[place].text for place in finding.criteria])
        if find_dismissal(dismissals, finding.code, words):
            rows = accept(rows, finding.code, [rows[place].key for place in finding.criteria])
    return rows


def _rows_before(version: JobProfileVersion, count: int) -> Rows:
    """The rows the version was confirmed from: what was let stand then need not be let stand again."""
    kept = list_kept(draft_of(version.reading).rows) if version.reading else ()
    return kept if len(kept) == count else tuple(Row(key, "") for key in range(1, count + 1))
