"""Whether a start may be confirmed, and whether somebody may start before the certificate."""

from datetime import date

from compliance.domain.clearance import Clearance, Verdict
from core.domain.errors import Denial, DomainError


def deny_early_start(planned: Clearance | None, *, is_running: bool) -> Denial | None:
    """Whether one may be signed; ``planned`` is the verdict with everything arranged for it."""
    if is_running:
        return Denial("early_start_running", "A risk assessment is signed already. Review it on its day.")
    if planned is None:
        return _ROLE_MISSING
    if planned.verdict == Verdict.CLEAR:
        return Denial("no_need", "Every check that is a must is done: no early start is needed.")
    if planned.verdict == Verdict.DO_NOT_START:
        return Denial(
            "not_possible",
            "An early start is only for somebody whose DBS certificate is applied for and whose other checks "
            f"are all done, the separate barred-list check among them. {_what_blocks(planned)}",
        )
    return None


def deny_confirmation(clearance: Clearance | None, *, is_confirmed: bool) -> Denial | None:
    """Whether the start may be confirmed, by the verdict on the day it is confirmed."""
    if is_confirmed:
        return Denial("start_confirmed", "The start is confirmed already.")
    if clearance is None:
        return _ROLE_MISSING
    if clearance.verdict == Verdict.DO_NOT_START:
        return Denial("not_clear", f"Do not start. {clearance.reason} {_what_blocks(clearance)}".strip())
    return None


def check_review_date(review_date: date, *, first_day: date) -> None:
    """Raise ``DomainError`` for a review before the day from which the early start runs."""
    if review_date < first_day:
        raise DomainError(
            "date_behind",
            f"The review comes after the early start begins, so on {first_day:%d/%m/%Y} or later.",
            "review_date",
        )


def check_started_date(started_date: date, *, today: date, last_day: date | None) -> None:
    """Raise ``DomainError`` for a first day that has not come, or after the last one."""
    if started_date > today:
        raise DomainError(
            "date_ahead", "This day has not come yet. Confirm the start on the day itself.", "started_date"
        )
    if last_day and started_date > last_day:
        raise DomainError(
            "dates_out_of_order",
            f"The last day on the staff record is {last_day:%d/%m/%Y}. Correct that first, or the first day.",
            "started_date",
        )


_ROLE_MISSING = Denial("role_missing", "Describe the role first: it decides which checks are needed.")


def _what_blocks(clearance: Clearance) -> str:
    return " ".join(one.reason for one in clearance.blocking)
