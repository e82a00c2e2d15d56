"""Letting remarks about a confirmed version's wording stand, and taking that back.

The version itself is never edited: what should be written otherwise is written in the next version.
"""

from datetime import datetime

from django.db import transaction

from core.domain.errors import DomainError
from core.domain.permissions import Actor
from core.services.history import delete_with_reason, save_with_reason
from recruitment.domain.review import list_questions
from recruitment.domain.review_dismissals import fault_of_reason
from recruitment.models import DismissedRemark, JobProfileVersion
from recruitment.selectors.drafts import draft_for_findings, is_let_stand, words_of_question
from recruitment.services.readings import require_editor


@transaction.atomic
def let_remark_stand(
    *, version_id: int, anchor: str, reason: str, by: Actor, now: datetime
) -> DismissedRemark:
    """Keep on record that a remark was looked at and why the wording stays.

    Raises ``DomainError`` ``reason_missing`` or ``reason_too_long`` (field ``reason``), ``no_such_remark``
    for one that is not made about this version, ``already_let_stand`` where somebody was quicker, and
    ``NotAllowed`` where the actor may not edit job profiles at the school.
    """
    version = JobProfileVersion.objects.select_for_update(of=("self",)).get(pk=version_id)
    require_editor(by=by, school_id=version.job_profile.school_id)
    words = " ".join(reason.split())
    if problem := fault_of_reason(words):
        raise DomainError(problem.code, problem.message, "reason")
    code, about, is_known = _find_remark(version, anchor)
    if is_known:
        raise DomainError(
            "already_let_stand", "Somebody has already let this remark stand. Load the page again."
        )
    dismissed = DismissedRemark(
        version=version,
        code=code,
        words=about,
        reason=words,
        dismissed_at=now,
        dismissed_by_id=by.acting_id,
    )
    save_with_reason(dismissed, by=by, reason=words, now=now)
    return dismissed


@transaction.atomic
def look_at_remark_again(*, dismissed_id: int, by: Actor, now: datetime) -> None:
    """Open a remark again; that it was let stand, by whom and why, stays in the history."""
    dismissed = DismissedRemark.objects.select_related("version__job_profile").get(pk=dismissed_id)
    require_editor(by=by, school_id=dismissed.version.job_profile.school_id)
    delete_with_reason(dismissed, by=by, reason="To be looked at again", now=now)


def _find_remark(version: JobProfileVersion, anchor: str) -> tuple[str, str, bool]:
    """The code of a remark, the wording it is about, and whether it was let stand before."""
    criteria = list(version.person_specification.criteria.order_by("position", "pk"))
    draft = draft_for_findings(version, criteria)
    for question in list_questions(draft):
        if question.anchor == anchor:
            return question.code, words_of_question(question, draft), is_let_stand(question, draft)
    raise DomainError("no_such_remark", "This remark is not made about this version. Load the page again.")
