"""What is said of a check of the right to work, in sentences a school office uses."""

from compliance.domain.right_to_work import Engagement, RightToWork
from compliance.domain.right_to_work_documents import DocumentList
from core.domain.dates import in_words

_SCOPE = {
    (Engagement.EMPLOYEE, True): "An employee has to be checked.",
    (Engagement.WORKER_CONTRACT, True): "Since 1 October 2026 somebody on a worker's contract has to be "
    "checked too.",
    (Engagement.WORKER_CONTRACT, False): "Until 30 September 2026 somebody on a worker's contract did not "
    "have to be checked.",
    (Engagement.SELF_EMPLOYED, False): "Somebody truly self-employed, with clients of their own, does not "
    "have to be checked.",
    (Engagement.BUSINESS, False): "An ordinary contract with a business needs no check of its people by the "
    "school.",
}
_SCOPE_NOT_KNOWN = "Who has to be checked depends on the engagement, which is not known."
_WHAT = {
    DocumentList.A: "is on list A, for good: nothing has to be repeated",
    DocumentList.B1: "is on list B, group 1: until the permission ends",
    DocumentList.B2: "is on list B, group 2: for six months from the verification notice",
}


def reason_for(found: RightToWork) -> str:
    """Whether the person has to be checked, whether the check counts, until when, and what to do then."""
    return " ".join(
        sentence
        for sentence in (_scope(found), _check(found), _excuse(found), _follow_up(found), _keeping(found))
        if sentence
    )


def _scope(found: RightToWork) -> str:
    if found.worker.engagement is None or found.in_scope is None:
        return _SCOPE_NOT_KNOWN
    return _SCOPE[found.worker.engagement, found.in_scope]


def _check(found: RightToWork) -> str:
    if found.accepted is False:
        return "The check does not count, for the problems named."
    if found.accepted is None or found.check.document is None or found.list is None:
        return "Whether the check counts cannot be said yet: record what is missing."
    title = found.check.document.title
    return f"The check counts. {title[0].upper()}{title[1:]} {_WHAT[found.list]}."


def _excuse(found: RightToWork) -> str:
    if not found.accepted or found.excuse_from is None:
        return ""
    day = in_words(found.as_at)
    if found.excuse_now:
        return f"On {day} the statutory excuse stands."
    if found.as_at < found.excuse_from:
        return f"The statutory excuse begins on {in_words(found.excuse_from)}."
    return f"On {day} the statutory excuse has ended."


def _follow_up(found: RightToWork) -> str:
    due, target, until = found.follow_up_due, found.follow_up_target, found.excuse_until
    if due is None or target is None:
        return ""
    said = f"Check again by {in_words(due)}."
    if target != due:
        said += f" That is no working day: aim for {in_words(target)}."
    if found.grace and until:
        said += (
            f" The application made in time carries the excuse to {in_words(until)}, to obtain a Positive "
            "Verification Notice."
        )
    return said


def _keeping(found: RightToWork) -> str:
    if found.destroy_after is None:
        return ""
    return f"The evidence is kept until {in_words(found.destroy_after)}, then destroyed."
