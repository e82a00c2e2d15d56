"""What a DBS certificate is worth for a start, and whether the barred list may be checked by itself.

Decided here where the rules leave room. A certificate this school applied for stands by itself; another's
stands by the Update Service, or the person by three months' continuity. What is not known never speaks for
a certificate. A certificate that cannot be accepted is refused even where continuity would need none, and
news at the Update Service asks for a new one, continuity or not. Without a day of start there is no
continuity to speak of. A pending certificate is one the asker says has been applied for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.checks import required_checks
from compliance.domain.dbs_certificate import (
    NOTHING_KNOWN,
    Applicant,
    Certificate,
    certificate_problems,
    certificate_warnings,
    normalise_number,
)
from compliance.domain.findings import Finding
from compliance.domain.forbidden_questions import deny_dbs_application
from compliance.domain.requirement import RoleFacts, Status
from compliance.domain.sources import dbs as sources
from core.domain.dates import add_months
from core.domain.schools import SchoolType
from core.domain.sources import LegalSource

CONTINUITY_MONTHS = 3


class Outcome(StrEnum):
    VALID = "valid"
    VALID_BY_CONTINUITY = "valid_by_continuity"
    NEW_CHECK_REQUIRED = "new_check_required"
    REFUSED = "refused"


class SeparateCheck(StrEnum):
    """Whether the barred list is to be checked by itself, apart from a certificate."""

    REQUIRED = "required"
    PERMITTED = "permitted"
    NOT_PERMITTED = "not_permitted"


class CheckReason(StrEnum):
    PENDING = "pending"
    THREE_MONTH = "three_month"


class UpdateResult(StrEnum):
    BLANK_NO_NEW = "blank_no_new"
    CONTENT_NO_NEW = "content_no_new"
    NO_LONGER_CURRENT = "no_longer_current"
    NOT_FOUND = "not_found"


NOTHING_NEW = frozenset({UpdateResult.BLANK_NO_NEW, UpdateResult.CONTENT_NO_NEW})


@dataclass(frozen=True, slots=True)
class UpdateCheck:
    """A status check at the Update Service; ``result`` is None where it has not been made."""

    consent: bool | None = None
    original_seen: bool | None = None
    result: UpdateResult | None = None
    checked_date: date | None = None


@dataclass(frozen=True, slots=True)
class DbsCase:
    """All that is known. ``worked_until`` is the last day of regular contact in a school or college."""

    as_at: date
    category: WorkerCategory | None = None
    school_type: SchoolType | None = None
    regulated_activity: bool | None = None
    applicant: Applicant = NOTHING_KNOWN
    start_date: date | None = None
    certificate: Certificate | None = None
    worked_until: date | None = None
    update_check: UpdateCheck | None = None
    check_reason: CheckReason | None = None
    renewal_months: int | None = None

    @property
    def edition_day(self) -> date:
        """The day whose rules decide what the start needs."""
        return max(self.as_at, self.start_date or self.as_at)

    @property
    def has_continuity(self) -> bool:
        """Whether the start comes within three months of the last such work, the last day included."""
        if self.worked_until is None or self.start_date is None:
            return False
        return self.start_date <= add_months(self.worked_until, CONTINUITY_MONTHS)


@dataclass(frozen=True, slots=True)
class DbsVerdict:
    """``number`` is None without a well-formed one. The dates are those of policy and of a stored copy."""

    number: str | None
    outcome: Outcome
    reason: str
    barred_list_check: SeparateCheck
    barred_list_reason: str
    problems: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    policy_due: date | None
    copy_destroy_by: date | None
    sources: tuple[LegalSource, ...]


def judge_dbs(case: DbsCase) -> DbsVerdict:
    """What the certificate is worth for the start, and whether the barred list may be checked by itself."""
    regulated = _regulated(case)
    problems = list(_problems(case, regulated=regulated))
    outcome = _outcome(case, problems)
    if outcome == Outcome.NEW_CHECK_REQUIRED:
        problems.append(_why_new(case))
    separate, why = _separate_check(case, outcome, regulated=regulated)
    if case.check_reason and separate == SeparateCheck.NOT_PERMITTED:
        problems.append(Finding("barred_list_check_not_permitted", why, sources.CONTINUITY))
    warnings = list(_warnings(case, regulated=regulated))
    certificate = case.certificate
    return DbsVerdict(
        number=normalise_number(certificate.number) if certificate and certificate.number else None,
        outcome=outcome,
        reason=_REASONS[outcome],
        barred_list_check=separate,
        barred_list_reason=why,
        problems=tuple(problems),
        warnings=tuple(warnings),
        policy_due=certificate.policy_due(case.renewal_months) if certificate else None,
        copy_destroy_by=certificate.copy_destroy_by if certificate else None,
        sources=(
            sources.LEVEL_AND_WORKFORCE,
            sources.CONTINUITY,
            *(one.source for one in (*problems, *warnings)),
        ),
    )


def _regulated(case: DbsCase) -> bool | None:
    """What the school decided, else what the category implies under the edition of the start."""
    if case.category is None:
        return case.regulated_activity
    facts = RoleFacts(regulated_activity=case.regulated_activity)
    needed = required_checks(case.edition_day, case.school_type, case.category, facts)
    status = needed[CheckType.CHILDREN_BARRED_LIST].status
    return None if status == Status.DEPENDS else status != Status.NOT_PERMITTED


def _problems(case: DbsCase, *, regulated: bool | None) -> Iterator[Finding]:
    """What makes the answer *refused*: something is wrong with what was shown or done."""
    birth_date = case.applicant.birth_date
    if birth_date and (denial := deny_dbs_application(birth_date, as_at=case.as_at)):
        yield Finding(denial.code, denial.message, sources.MINIMUM_AGE)
    if case.update_check:
        yield from _update_problems(case.update_check, case.certificate)
    if case.certificate:
        without_it = case.has_continuity and not case.certificate.own_school
        yield from certificate_problems(
            case.certificate, case.applicant, regulated=regulated, must_be_seen=not without_it
        )


def _update_problems(update: UpdateCheck, certificate: Certificate | None) -> Iterator[Finding]:
    """Consent and the original come first. A day on which the original was seen says that it was."""
    seen = update.original_seen
    if seen is None and certificate and certificate.original_seen_date:
        seen = update.checked_date is None or certificate.original_seen_date <= update.checked_date
    if not update.consent:
        yield Finding(
            "update_without_consent",
            "The Update Service may be asked only with the person's consent: record it first.",
            sources.UPDATE_SERVICE,
        )
    if not seen:
        yield Finding(
            "update_without_original",
            "The Update Service may be asked only after the original certificate was seen.",
            sources.UPDATE_SERVICE,
        )


def _outcome(case: DbsCase, problems: Sequence[Finding]) -> Outcome:
    result = case.update_check.result if case.update_check else None
    if problems:
        return Outcome.REFUSED
    if result == UpdateResult.NO_LONGER_CURRENT:
        return Outcome.NEW_CHECK_REQUIRED
    if case.certificate and (case.certificate.own_school or result in NOTHING_NEW):
        return Outcome.VALID
    return Outcome.VALID_BY_CONTINUITY if case.has_continuity else Outcome.NEW_CHECK_REQUIRED


_REASONS = {
    Outcome.VALID: "The certificate is in order: this school's own, or one with nothing newer.",
    Outcome.VALID_BY_CONTINUITY: (
        "Worked with children in a school or college in the three months before the start: no new "
        "certificate is needed."
    ),
    Outcome.NEW_CHECK_REQUIRED: "Apply for a new enhanced certificate.",
    Outcome.REFUSED: "This cannot be relied on as it stands: see the problems.",
}


def _why_new(case: DbsCase) -> Finding:
    """Why a new certificate is needed though nothing is wrong with what was shown."""
    if case.update_check and case.update_check.result == UpdateResult.NO_LONGER_CURRENT:
        return Finding(
            "no_longer_current",
            "There is new information, so the certificate is no longer current: do not rely on it.",
            sources.UPDATE_SERVICE_RESULTS,
        )
    if case.worked_until and case.start_date is None:
        return Finding(
            "start_not_known",
            "Give the day of the start: whether a new certificate is needed depends on it.",
            sources.CONTINUITY,
        )
    if case.certificate is None:
        return Finding("no_certificate", "There is no certificate to rely on.", sources.LEVEL_AND_WORKFORCE)
    if case.certificate.own_school is None:
        return Finding(
            "origin_not_known",
            "Record whether this school applied for the certificate. Another's needs an Update Service check "
            "or three months' continuity.",
            sources.CONTINUITY,
        )
    return Finding(
        "not_portable",
        "Another organisation applied for this certificate, and neither the Update Service nor three months' "
        "continuity lets you rely on it.",
        sources.CONTINUITY,
    )


def _separate_check(case: DbsCase, outcome: Outcome, *, regulated: bool | None) -> tuple[SeparateCheck, str]:
    """Two reasons there are and no third: a start on a pending certificate, and continuity."""
    if not regulated:
        return SeparateCheck.NOT_PERMITTED, _NOT_REGULATED if regulated is False else _REGULATED_UNKNOWN
    if outcome == Outcome.VALID_BY_CONTINUITY:
        return SeparateCheck.REQUIRED, "Starting without a new certificate: the list is checked by itself."
    pending = case.check_reason == CheckReason.PENDING
    if outcome == Outcome.NEW_CHECK_REQUIRED and pending:
        return SeparateCheck.REQUIRED, _PENDING
    continuous = case.check_reason == CheckReason.THREE_MONTH and case.has_continuity
    if outcome == Outcome.VALID and (pending or continuous):
        return SeparateCheck.PERMITTED, "The reason stands, but a valid certificate makes this needless."
    return SeparateCheck.NOT_PERMITTED, _NO_REASON


_NOT_REGULATED = "This is not regulated activity, so nobody may ask for the list."
_REGULATED_UNKNOWN = (
    "Whether this is regulated activity is not known: decide that before anybody asks for the list."
)
_PENDING = "Starting while the certificate is pending: the list is checked by itself before the first day."
_NO_REASON = (
    "The list is checked by itself only for a start on a pending certificate, or by three months' "
    "continuity. Otherwise it comes with the certificate."
)


def _warnings(case: DbsCase, *, regulated: bool | None) -> Iterator[Finding]:
    result = case.update_check.result if case.update_check else None
    if result == UpdateResult.CONTENT_NO_NEW:
        yield Finding(
            "certificate_has_content",
            "The certificate stands, and it discloses something: consider it and record the decision.",
            sources.UPDATE_SERVICE_RESULTS,
        )
    if result == UpdateResult.NOT_FOUND:
        yield Finding(
            "update_not_found",
            "The Update Service does not know the certificate: check the details you gave.",
            sources.UPDATE_SERVICE_RESULTS,
        )
    if case.certificate:
        yield from certificate_warnings(
            case.certificate,
            case.applicant,
            as_at=case.as_at,
            start_date=case.start_date,
            renewal_months=case.renewal_months,
            regulated=regulated,
        )
