"""What somebody enters of one check, and what must hold of it before it becomes evidence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from compliance.domain.categories import CheckType
from compliance.domain.dbs_certificate import normalise_number
from compliance.domain.held_checks import Outcome
from compliance.domain.requirement import Requirement, Status, strongest
from core.domain.errors import Denial, DomainError

SHARE_CODE_KEPT = 3


@dataclass(frozen=True, slots=True)
class CertificateEntry:
    """What the DBS certificate says of itself, and the status looked up when it was shown, if it was."""

    name: str
    includes_barred_list: bool
    issued_date: date | None = None
    level: str = "enhanced"
    workforce: str = "child"
    is_own: bool = True
    update_service_consent_date: date | None = None
    status_checked_date: date | None = None
    status_result: str = ""


@dataclass(frozen=True, slots=True)
class RightToWorkEntry:
    """How the right to work was checked. ``share_code`` is used to check it and never kept whole."""

    route: str
    document: str
    document_expiry: date | None = None
    is_clipped: bool = False
    permission_end: date | None = None
    pvn_date: date | None = None
    share_code: str = ""
    share_code_created: date | None = None
    is_copy_kept: bool = False


@dataclass(frozen=True, slots=True)
class QualificationEntry:
    """One certificate seen in the original."""

    title: str
    awarding_body: str = ""
    awarded: str = ""
    demanded_by: str = ""


@dataclass(frozen=True, slots=True)
class CheckEntry:
    """One check as entered. ``is_done`` False: only asked for, on ``requested_date``."""

    check: CheckType
    is_done: bool
    requested_date: date | None = None
    done_date: date | None = None
    outcome: Outcome = Outcome.PENDING
    done_by: str = ""
    is_assurance: bool = False
    reference_number: str = ""
    evidence_seen: str = ""
    permitted_reason: str = ""
    recheck_date: date | None = None
    note: str = ""
    certificate: CertificateEntry | None = None
    right_to_work: RightToWorkEntry | None = None
    qualification: QualificationEntry | None = None


def deny_check(
    entry: CheckEntry, requirements: Iterable[Requirement], *, from_workbook: bool = False
) -> Denial | None:
    """Whether this check may be made of somebody at all, by what it is for each of their roles.

    Permitted in one role is permitted. An agency's or provider's word counts only where the rules ask for it.
    The barred list on its own is checked for one of two reasons only; a workbook (``from_workbook``) has no
    place to say which.
    """
    several = list(requirements)
    if several and all(one.status == Status.NOT_PERMITTED for one in several):
        cited = " ".join(source.in_brief for source in several[0].sources)
        return Denial("not_permitted", f"{several[0].reason} {cited}".strip())
    if entry.is_assurance and not _is_vouched_for(several, from_workbook=from_workbook):
        return Denial(
            "assurance_not_enough",
            "The school makes this check itself: what an agency or provider confirms in writing counts only "
            "for people whom they send. Look at the kind of worker, or record what you have seen.",
        )
    has_reason = entry.permitted_reason or entry.is_assurance or from_workbook
    if entry.check == CheckType.CHILDREN_BARRED_LIST and not has_reason:
        return Denial(
            "reason_missing",
            "The barred list is checked on its own for one of two reasons only: the certificate is still "
            "pending, or the person worked in a school within three months. Otherwise it comes with the "
            "DBS certificate.",
        )
    return None


def _is_vouched_for(several: list[Requirement], *, from_workbook: bool) -> bool:
    """Whether somebody else makes the check. A workbook also tells of people whose roles have ended."""
    asked = strongest(several)
    return from_workbook if asked is None else asked.status == Status.ASSURANCE


def check_entry(entry: CheckEntry, *, today: date, from_workbook: bool = False) -> None:
    """Raise ``DomainError`` naming the field for an entry that cannot be, or that proves nothing.

    What a school's workbook knows may be less: done without a date stays *done, date missing*, and what the
    document was may be unknown. That it was done, by whom and that it was clear has to be said all the same.
    """
    _check_dates(entry, today, may_lack_date=from_workbook)
    if not entry.is_done:
        return
    if not entry.done_by.strip():
        raise DomainError("who_missing", "Say who saw it or made the check.", "done_by")
    if entry.outcome == Outcome.PENDING:
        raise DomainError("outcome_missing", "Say whether it was satisfactory.", "outcome")
    if not from_workbook:
        _check_evidence(entry)


def _check_evidence(entry: CheckEntry) -> None:
    if entry.check == CheckType.ENHANCED_DBS and not entry.is_assurance:
        _check_certificate(entry)
    if entry.check == CheckType.RIGHT_TO_WORK and not entry.is_assurance and entry.right_to_work is None:
        raise DomainError("document_missing", "Say which document or service showed it.", "document")
    if entry.check == CheckType.QUALIFICATIONS and not entry.is_assurance and entry.qualification is None:
        raise DomainError("title_missing", "Say which certificate was seen.", "title")


def _check_dates(entry: CheckEntry, today: date, *, may_lack_date: bool) -> None:
    if entry.is_done and entry.done_date is None and not may_lack_date:
        raise DomainError("date_missing", "Give the day on which it was done or seen.", "done_date")
    if not entry.is_done and entry.requested_date is None:
        raise DomainError("date_missing", "Give the day on which it was asked for.", "requested_date")
    for name in ("requested_date", "done_date"):
        day = getattr(entry, name)
        if day and day > today:
            raise DomainError("date_ahead", "This date has not come yet. Enter the day it happened.", name)
    if entry.requested_date and entry.done_date and entry.done_date < entry.requested_date:
        raise DomainError("dates_out_of_order", "It cannot be done before it was asked for.", "done_date")
    if entry.recheck_date and entry.done_date and entry.recheck_date <= entry.done_date:
        raise DomainError("dates_out_of_order", "The next check comes after this one.", "recheck_date")


def _check_certificate(entry: CheckEntry) -> None:
    if entry.certificate is None:
        raise DomainError("certificate_missing", "Fill in what the certificate says.", "reference_number")
    if normalise_number(entry.reference_number) is None:
        raise DomainError(
            "wrong_digits",
            "A DBS certificate number has 12 digits. Look at the certificate again.",
            "reference_number",
        )
    issued = entry.certificate.issued_date
    if issued is None:
        raise DomainError("date_missing", "Give the day the certificate was issued.", "issued_date")
    if entry.done_date and issued > entry.done_date:
        raise DomainError("dates_out_of_order", "It cannot have been seen before it was issued.", "done_date")
