"""Letting a remark stand with a reason while a document is reviewed, and looking at it again."""

from dataclasses import replace

from core.domain.errors import DomainError
from recruitment.domain.linter.dismissals import LONGEST_REASON, Dismissal
from recruitment.domain.review import Draft, list_questions
from recruitment.domain.review_remarks import DraftRemark


def dismiss(draft: Draft, anchor: str) -> Draft:
    """The draft with a remark let stand for the reason typed beside it.

    Raises ``DomainError`` ``reason_missing`` or ``reason_too_long`` at the box of the reason, and
    ``no_such_remark`` where the wording has changed meanwhile.
    """
    noticed = _find(draft, anchor)
    reason = " ".join(dict(draft.answers.reasons).get(anchor, "").split())
    if problem := fault_of_reason(reason):
        raise DomainError(problem.code, problem.message, f"reason-{anchor}")
    given = Dismissal(noticed.remark.code, noticed.words, reason)
    kept = tuple((name, words) for name, words in draft.answers.reasons if name != anchor)
    return replace(
        draft,
        dismissals=(*_without(draft, noticed), given),
        answers=replace(draft.answers, reasons=kept),
    )


def look_again(draft: Draft, anchor: str) -> Draft:
    """The draft with a remark open again. Raises ``DomainError`` ``no_such_remark``."""
    return replace(draft, dismissals=_without(draft, _find(draft, anchor)))


def fault_of_reason(reason: str) -> DomainError | None:
    """What is wrong with a reason for letting a remark stand; None where it will do."""
    if not reason:
        return DomainError(
            "reason_missing", "Say in a sentence why the wording stays as it is; it goes on the record."
        )
    if len(reason) > LONGEST_REASON:
        return DomainError("reason_too_long", f"Shorten the reason to {LONGEST_REASON} characters or fewer.")
    return None


def _find(draft: Draft, anchor: str) -> DraftRemark:
    for question in list_questions(draft):
        if question.noticed and question.anchor == anchor:
            return question.noticed
    raise DomainError(
        "no_such_remark", "This remark is not in the list any more: the wording has changed. Look again."
    )


def _without(draft: Draft, noticed: DraftRemark) -> tuple[Dismissal, ...]:
    known = (noticed.remark.code, noticed.words)
    return tuple(one for one in draft.dismissals if (one.code, one.words) != known)
