"""The checks that a row of a workbook tells of, as entries for the record."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from compliance.domain.categories import CHECK_LABELS, VOUCHED_FOR, CheckType, WorkerCategory
from compliance.domain.central_record import STATUTORY
from compliance.domain.check_entry import CertificateEntry, CheckEntry, QualificationEntry
from compliance.domain.checks import required_checks
from compliance.domain.held_checks import Outcome
from compliance.domain.record_wording import find_refusal
from compliance.domain.requirement import RoleFacts, Status
from compliance.domain.workbook_right_to_work import with_route, without_share_code
from compliance.domain.workbook_rows import NOT_RECORDED, Skipped, Told, WorkbookRow
from core.domain.schools import SchoolType

# Checks that a workbook shows by one date, and the subject whose other columns speak of it.
DATED: Mapping[str, tuple[CheckType, str]] = {
    "identity.date": (CheckType.IDENTITY, "identity"),
    "rtw.date": (CheckType.RIGHT_TO_WORK, "rtw"),
    "prohibition.date": (CheckType.PROHIBITION_TEACHING, "prohibition"),
    "s128.date": (CheckType.S128, "s128"),
    "overseas.date": (CheckType.OVERSEAS, "overseas"),
    "qualification.date": (CheckType.QUALIFICATIONS, "qualification"),
    "references.first": (CheckType.REFERENCES, "references"),
    "references.second": (CheckType.REFERENCES, "references"),
    "gaps.date": (CheckType.EMPLOYMENT_HISTORY_GAPS, "gaps"),
    "online_search.date": (CheckType.ONLINE_SEARCH, "online_search"),
    "medical.date": (CheckType.MEDICAL_FITNESS, "medical"),
    "childcare_disqualification.date": (
        CheckType.CHILDCARE_DISQUALIFICATION,
        "childcare_disqualification",
    ),
}
_NOT_ENHANCED = re.compile(r"\b(?:basic|standard)\b", re.IGNORECASE)
_NOT_SEEN = (
    "The workbook has the date printed on the certificate, {issued:%d/%m/%Y}, not the day on which somebody "
    "saw it. It is taken as done, date missing. Ask who saw the original and when, then record that day; "
    "where nobody knows, ask to see the certificate again or apply for a new one."
)
_EVIDENCE_LENGTH, _WHO_LENGTH, _TITLE_LENGTH = 300, 150, 200


@dataclass(frozen=True, slots=True)
class RowChecks:
    """What of a row's checks is brought in, and what is left out with the reason."""

    entries: tuple[CheckEntry, ...]
    skipped: tuple[Skipped, ...]


def read_checks(row: WorkbookRow, *, category: WorkerCategory, school: SchoolType, as_at: date) -> RowChecks:
    """The checks of a row for somebody of a category, and what is set aside.

    A letter by which an agency or provider vouches stands for each check of the statutory columns that it has
    to make; of references and the like the workbook says nothing.
    """
    skipped = list(row.skipped())
    entries = [_dated(row, field) for field in DATED if row.told(field)]
    certificate = _certificate(row)
    if certificate and _NOT_ENHANCED.search(row.value("dbs.level")):
        why = "This is not an enhanced certificate, so it does not answer for one. Ask for an enhanced check."
        skipped.append(Skipped(row.place, row.person.name, CHECK_LABELS[CheckType.ENHANCED_DBS], why))
        certificate = None
    entries += [one for one in (certificate, _barred(row, certificate)) if one]
    if category in VOUCHED_FOR and (letter := row.told("supply.confirmation_date")):
        entries = list(_vouched(row, entries, letter, category=category, school=school, as_at=as_at))
    if issued := next((day for one in entries if (day := _only_printed(one))), None):
        why = _NOT_SEEN.format(issued=issued)
        skipped.append(Skipped(row.place, row.person.name, "DBS certificate seen", why))
    told = [_without_refused_words(row, one, skipped) for one in entries]
    return RowChecks(tuple(told), tuple(skipped))


def _entry(row: WorkbookRow, check: CheckType, subject: str, day: date | None) -> CheckEntry:
    who = row.value(f"{subject}.by") or row.value("meta.checked_by") or NOT_RECORDED
    return CheckEntry(
        check,
        is_done=True,
        done_date=day,
        outcome=Outcome.CLEAR,
        done_by=who[:_WHO_LENGTH],
        evidence_seen=without_share_code(row.value(f"{subject}.evidence"))[:_EVIDENCE_LENGTH],
    )


def _dated(row: WorkbookRow, field: str) -> CheckEntry:
    check, subject = DATED[field]
    told = row.told(field)
    entry = _entry(row, check, subject, told.day if told else None)
    if check == CheckType.QUALIFICATIONS:
        return replace(entry, qualification=_qualification(row))
    if check == CheckType.OVERSEAS and (country := row.value("overseas.country")):
        seen = ", ".join(filter(None, (entry.evidence_seen, country)))
        return replace(entry, evidence_seen=seen[:_EVIDENCE_LENGTH])
    if check == CheckType.RIGHT_TO_WORK:
        return with_route(entry, row.value("rtw.evidence"), row.day("rtw.expiry"))
    return entry


def _qualification(row: WorkbookRow) -> QualificationEntry | None:
    is_teacher = row.value("qualification.qts") == "yes"
    title = row.value("qualification.name") or ("Qualified teacher status" if is_teacher else "")
    return QualificationEntry(title[:_TITLE_LENGTH]) if title else None


def _certificate(row: WorkbookRow) -> CheckEntry | None:
    """The certificate, on the day it was seen; the date printed on it is not that day."""
    seen, issued, number = row.told("dbs.seen_date"), row.told("dbs.issue_date"), row.digits("dbs.number")
    if not (seen or issued or number):
        return None
    return replace(
        _entry(row, CheckType.ENHANCED_DBS, "dbs", seen.day if seen else None),
        reference_number=number,
        certificate=CertificateEntry(
            name="",
            includes_barred_list=_came_with_certificate(row),
            issued_date=issued.day if issued else None,
        ),
    )


def _only_printed(entry: CheckEntry) -> date | None:
    """The date printed on the school's own certificate, where no other is known."""
    shown = entry.certificate
    return None if shown is None or entry.is_assurance or entry.done_date else shown.issued_date


def _came_with_certificate(row: WorkbookRow) -> bool:
    """Whether the barred list bears the date of the certificate, which then includes it."""
    barred, issued = row.told("barred.date"), row.told("dbs.issue_date")
    return bool(barred and issued and barred.day and barred.day == issued.day)


def _barred(row: WorkbookRow, certificate: CheckEntry | None) -> CheckEntry | None:
    """The list, where it was not checked with the certificate."""
    told = row.told("barred.date")
    if told is None or (certificate and _came_with_certificate(row)):
        return None
    return _entry(row, CheckType.CHILDREN_BARRED_LIST, "barred", told.day)


def _vouched(
    row: WorkbookRow,
    entries: list[CheckEntry],
    letter: Told,
    *,
    category: WorkerCategory,
    school: SchoolType,
    as_at: date,
) -> Iterator[CheckEntry]:
    """The row's own checks, those in the letter confirmed by it on its day."""
    agency = row.value("supply.agency")
    evidence = f"Written confirmation{f', {agency}' if agency else ''}"[:_EVIDENCE_LENGTH]
    found = required_checks(as_at, school, category, RoleFacts())
    vouched = [one.check for one in STATUTORY if found[one.check].status == Status.ASSURANCE]
    own = {one.check: one for one in entries if one.check in vouched}
    yield from (one for one in entries if one.check not in vouched)
    for check in vouched:
        entry = own.get(check) or _entry(row, check, "supply", None)
        yield replace(
            entry, done_date=letter.day, is_assurance=True, evidence_seen=evidence, right_to_work=None
        )


def _without_refused_words(row: WorkbookRow, entry: CheckEntry, skipped: list[Skipped]) -> CheckEntry:
    """The entry without words that have no place in the record; that they were left out is listed."""
    refusal = find_refusal(entry.check, entry.evidence_seen)
    if refusal is None:
        return entry
    label = CHECK_LABELS[entry.check]
    skipped.append(Skipped(row.place, row.person.name, f"{label}: what was seen", refusal.reason))
    return replace(entry, evidence_seen="")
