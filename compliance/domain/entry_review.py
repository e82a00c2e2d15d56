"""An entry held against the rules at the moment it is written down: what stops it, and what to mind.

The rules speak of a check as it was made. Where a check was late the entry is taken all the same, with the
note that says why: a check that is refused would be dated back, or never written down.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from compliance.domain.categories import CheckType
from compliance.domain.check_entry import CertificateEntry, CheckEntry, RightToWorkEntry
from compliance.domain.dbs import (
    CheckReason,
    DbsCase,
    DbsVerdict,
    SeparateCheck,
    UpdateCheck,
    UpdateResult,
    judge_dbs,
)
from compliance.domain.dbs import Outcome as DbsOutcome
from compliance.domain.dbs_certificate import Applicant, Certificate, Level, Workforce
from compliance.domain.record_wording import find_refusal
from compliance.domain.requirement import Requirement, Status
from compliance.domain.right_to_work import RightToWork, Worker, judge_right_to_work
from compliance.domain.right_to_work_check import RightToWorkCheck
from compliance.domain.right_to_work_documents import DocumentId, Route
from compliance.domain.right_to_work_problems import Effect, Problem
from core.domain.dates import add_months
from core.domain.errors import DomainError

CERTIFICATE_FIELDS: Mapping[str, str] = {
    "number_malformed": "reference_number",
    "wrong_level": "level",
    "wrong_workforce": "workforce",
    "barred_list_missing": "includes_barred_list",
    "regulated_activity_not_known": "includes_barred_list",
    "name_mismatch": "name_on_certificate",
    "original_not_seen": "done_date",
    "update_without_consent": "update_service_consent_date",
    "update_without_original": "status_checked_date",
    "not_portable": "is_own",
    "no_longer_current": "status_result",
    "start_not_known": "is_own",
    "barred_list_check_not_permitted": "permitted_reason",
}
RIGHT_TO_WORK_FIELDS: Mapping[str, str] = {
    "wrong_route": "route",
    "clipped": "is_clipped",
    "document_expired": "document_expiry",
    "expiry_not_known": "document_expiry",
    "share_code_missing": "share_code",
    "share_code_malformed": "share_code",
    "share_code_expired": "share_code_created",
    "share_code_not_yet_created": "share_code_created",
    "permission_end_missing": "permission_end",
    "permission_ended": "permission_end",
    "verification_missing": "pvn_date",
    "verification_lapsed": "pvn_date",
}
LATE = "checked_late"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the person at the moment of an entry.

    ``regulated_activity`` is None where it is not known; ``is_repeat`` says that a check of the kind stands
    already, so that this one is a follow-up.
    """

    name: str
    former_names: tuple[str, ...] = ()
    birth_date: date | None = None
    start_date: date | None = None
    worked_with_children_until: date | None = None
    regulated_activity: bool | None = None
    is_repeat: bool = False
    renewal_months: int | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What stops an entry: at which field, in the rule's words, with its source."""

    code: str
    message: str
    field: str


@dataclass(frozen=True, slots=True)
class Review:
    faults: tuple[Fault, ...] = ()
    warnings: tuple[str, ...] = ()

    def require(self) -> None:
        """Raise ``DomainError`` for the first thing that stops the entry."""
        for fault in self.faults:
            raise DomainError(fault.code, fault.message, fault.field)


def review_entry(entry: CheckEntry, known: Known, *, today: date, reason: str = "") -> Review:
    """What the rules say of an entry, and of the ``reason`` why it follows an earlier one.

    Wording is looked at whatever the check; the rest where it is done.
    """
    found = [*_wording(entry), *refused_words(entry.check, reason, "reason")]
    warnings: list[str] = []
    if entry.check == CheckType.RIGHT_TO_WORK and entry.right_to_work and entry.is_done:
        judged = judge_entry(entry.right_to_work, entry.done_date, known, as_at=today)
        found += _right_to_work_faults(judged, entry)
        warnings += _right_to_work_warnings(judged)
    if entry.check in {CheckType.ENHANCED_DBS, CheckType.CHILDREN_BARRED_LIST} and not entry.is_assurance:
        verdict = judge_dbs(_dbs_case(entry, known, today))
        found += _dbs_faults(verdict, entry)
        warnings += _dbs_warnings(verdict, entry)
    return Review(tuple(found), tuple(warnings))


def with_policy_recheck(entry: CheckEntry, renewal_months: int | None) -> CheckEntry:
    """The entry of a certificate with the day on which the school's policy renews it, where none is given.

    Counted from the day it was issued; a day that had passed when it was seen is not written down.
    """
    issued = entry.certificate.issued_date if entry.certificate else None
    if entry.recheck_date or not renewal_months or issued is None or not entry.done_date:
        return entry
    due = add_months(issued, renewal_months)
    return replace(entry, recheck_date=due) if due > entry.done_date else entry


def _wording(entry: CheckEntry) -> Iterator[Fault]:
    for field in ("note", "evidence_seen", "done_by", "reference_number"):
        yield from refused_words(entry.check, getattr(entry, field), field)


def refused_words(check: CheckType, text: str, field: str) -> Iterator[Fault]:
    """What must not be written of a check, at the field that has it; nothing where all is well."""
    refusal = find_refusal(check, text)
    if refusal is not None:
        yield Fault(refusal.code, f"{refusal.reason} {refusal.source.in_brief}", field)


def judge_entry(
    shown: RightToWorkEntry, checked_date: date | None, known: Known, *, as_at: date
) -> RightToWork:
    """What a check of the right to work amounts to. A follow-up is judged without the first day.

    Raises ``DomainError`` for a document or route nobody has heard of. The manual route is by originals.
    """
    if shown.document not in set(DocumentId):
        raise DomainError("document_missing", "Choose the document or service that showed it.", "document")
    if shown.route not in set(Route):
        raise DomainError("route_missing", "Say how it was checked.", "route")
    check = RightToWorkCheck(
        document_id=DocumentId(shown.document),
        document_expiry=shown.document_expiry,
        route=Route(shown.route),
        original_seen=True if shown.route == Route.MANUAL else None,
        clipped=shown.is_clipped,
        checked_date=checked_date,
        start_date=None if known.is_repeat else known.start_date,
        permission_end=shown.permission_end,
        pvn_date=shown.pvn_date,
        share_code=shown.share_code.strip().upper() or None,
        share_code_created=shown.share_code_created,
    )
    return judge_right_to_work(check, Worker(), as_at=as_at)


def _right_to_work_faults(judged: RightToWork, entry: CheckEntry) -> Iterator[Fault]:
    for problem in judged.problems:
        if problem.code == LATE:
            if not entry.note.strip():
                yield Fault(LATE, f"{_said(problem)} Say in the note why it was late.", "note")
        elif problem.effect != Effect.WARNS:
            yield Fault(problem.code, _said(problem), RIGHT_TO_WORK_FIELDS.get(problem.code, "document"))


def _right_to_work_warnings(judged: RightToWork) -> Iterator[str]:
    for problem in judged.problems:
        if problem.effect == Effect.WARNS or problem.code == LATE:
            yield _said(problem)
    due, target = judged.check.limit, judged.follow_up_target
    if due:
        working = f" Aim for {target:%d/%m/%Y}, the last working day." if target and target != due else ""
        yield f"Check the right to work again by {due:%d/%m/%Y}.{working}"


def _said(problem: Problem) -> str:
    return f"{problem.reason} {problem.source.in_brief}"


def _dbs_case(entry: CheckEntry, known: Known, today: date) -> DbsCase:
    return DbsCase(
        as_at=today,
        regulated_activity=known.regulated_activity,
        applicant=Applicant(known.name, known.former_names, known.birth_date),
        start_date=known.start_date,
        certificate=_certificate(entry, entry.certificate) if entry.is_done and entry.certificate else None,
        worked_until=known.worked_with_children_until,
        update_check=_update_check(entry.certificate) if entry.is_done else None,
        check_reason=CheckReason(entry.permitted_reason) if entry.permitted_reason else None,
        renewal_months=known.renewal_months,
    )


def _certificate(entry: CheckEntry, shown: CertificateEntry) -> Certificate:
    return Certificate(
        number=entry.reference_number.replace("-", ""),
        issued_date=shown.issued_date,
        level=Level(shown.level),
        workforce=Workforce(shown.workforce),
        barred_list=shown.includes_barred_list,
        name=shown.name.strip() or None,
        original_seen_date=entry.done_date,
        own_school=shown.is_own,
    )


def _update_check(shown: CertificateEntry | None) -> UpdateCheck | None:
    if shown is None or not shown.status_result:
        return None
    return UpdateCheck(
        consent=shown.update_service_consent_date is not None,
        result=UpdateResult(shown.status_result),
        checked_date=shown.status_checked_date,
    )


def _dbs_faults(verdict: DbsVerdict, entry: CheckEntry) -> Iterator[Fault]:
    """Of a separate look at the list, and of a certificate only asked for, few things can be wrong yet."""
    judged = None if entry.certificate and entry.is_done else {"under_16", "barred_list_check_not_permitted"}
    for problem in verdict.problems:
        if judged is None or problem.code in judged:
            field = CERTIFICATE_FIELDS.get(problem.code, "requested_date")
            yield Fault(problem.code, f"{problem.reason} {problem.source.in_brief}", field)


def _dbs_warnings(verdict: DbsVerdict, entry: CheckEntry) -> Iterator[str]:
    if not entry.is_done or entry.certificate is None:
        return
    yield from (f"{one.reason} {one.source.in_brief}" for one in verdict.warnings)
    if verdict.outcome == DbsOutcome.VALID_BY_CONTINUITY:
        yield verdict.reason
        if verdict.barred_list_check == SeparateCheck.REQUIRED:
            yield verdict.barred_list_reason


def regulated_by(barred_list: Requirement | None) -> bool | None:
    """Whether somebody is in regulated activity, by what the barred list is for their roles."""
    if barred_list is None or barred_list.status == Status.DEPENDS:
        return None
    return barred_list.status != Status.NOT_PERMITTED
