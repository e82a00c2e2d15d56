"""Who is offered an interview under the scheme for disabled applicants who meet the essentials.

The list stands beside the ranking and is never a score. In a very large field the number may be limited;
then the best qualified of those who asked are taken, and the reason is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.domain.errors import Denial, DomainError
from core.domain.sources import LegalSource
from recruitment.domain.decisions import deny_decision
from recruitment.domain.scoring import ApplicationResult, Gate, Key, rank
from recruitment.domain.sources import GUARANTEED_INTERVIEW, MORE_FAVOURABLE_TREATMENT

GUARANTEED_INTERVIEW_SOURCES: tuple[LegalSource, ...] = (GUARANTEED_INTERVIEW, MORE_FAVOURABLE_TREATMENT)


@dataclass(frozen=True, slots=True)
class Applicant:
    """An application, whether its applicant asked for the scheme, and how it stands at this stage."""

    application: Key
    opted_in: bool
    result: ApplicationResult


@dataclass(frozen=True, slots=True)
class GuaranteedInterviews:
    """``unsettled`` asked for the scheme, but their scores are not complete: nobody can say yet.

    ``reason`` is what to keep on the record.
    """

    invited: tuple[Key, ...]
    beyond_limit: tuple[Key, ...]
    unsettled: tuple[Key, ...]
    reason: str


def deny_limit(*, stage_kind: str, stage_status: str) -> Denial | None:
    """A limit picks the best qualified by score, so it needs open scores, and a stage before interviews."""
    if stage_kind == "interview":
        return Denial("after_interview", "Guaranteed interviews are settled before the interviews.")
    return deny_decision(stage_status)


def check_limit(limit: int | None) -> None:
    """Raise ``DomainError`` for a limit under one; None is no limit."""
    if limit is not None and limit < 1:
        raise DomainError("limit_too_low", "Set aside one interview at least, or set no limit.", "limit")


def check_limit_reason(reason: str) -> str:
    """The reason without blanks around it; raises ``DomainError`` where there is none.

    A limit is lawful only where the field is very large, so somebody must be able to say afterwards why.
    """
    if not reason.strip():
        raise DomainError("reason_missing", "Say why, in a sentence; it goes on the record.", "reason")
    return reason.strip()


def guarantee_interviews(
    applicants: Sequence[Applicant], *, limit: int | None = None, applied: int | None = None
) -> GuaranteedInterviews:
    """The applications of everybody who opted in and meets every essential, the best qualified first.

    With a ``limit``, those of the best qualified by score, and everybody equal to the last of them: the
    scheme never parts people with the same result. ``applied`` is how many applied in all, where
    ``applicants`` are not all of them. Raises ``DomainError`` for a limit under one.
    """
    check_limit(limit)
    opted_in = {one.application: one.result for one in applicants if one.opted_in}
    qualifying = {key: result for key, result in opted_in.items() if _qualifies(result)}
    ranks = rank(qualifying)
    places = {key: ranks.get(key, 1) for key in qualifying}
    ordered = sorted(qualifying, key=places.__getitem__)
    invited = tuple(key for key in ordered if limit is None or places[key] <= limit)
    return GuaranteedInterviews(
        invited=invited,
        beyond_limit=tuple(ordered[len(invited) :]),
        unsettled=tuple(
            key for key, result in opted_in.items() if not result.complete and result.gate != Gate.NOT_MET
        ),
        reason=_reason(len(applicants) if applied is None else applied, len(ordered), len(invited), limit),
    )


def _qualifies(result: ApplicationResult) -> bool:
    return result.complete and result.gate == Gate.MET


def _reason(applied: int, qualifying: int, invited: int, limit: int | None) -> str:
    met = "meets" if qualifying == 1 else "meet"
    said = f"{_number(applied, 'application')}; {qualifying} opted in and {met} every essential criterion."
    if not qualifying:
        return f"{_number(applied, 'application')}; nobody who opted in meets every essential criterion yet."
    if limit is None or qualifying <= limit:
        return f"{said} {'All of them are' if qualifying > 1 else 'That one is'} offered an interview."
    tied = " The last of them have the same result, so none of these is left out." if invited > limit else ""
    return (
        f"{said} The field is very large and {_number(limit, 'guaranteed interview')} can be held: the best "
        f"qualified by score are taken, {invited} in all.{tied}"
    )


def _number(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
