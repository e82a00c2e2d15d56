"""Diagnoses a cell that should hold the date of a check."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from compliance.domain.central_record_cells import Context, Diagnosis, Finding, Legacy, RawCell
from compliance.domain.central_record_dates import (
    FIRST_YEAR,
    DateFault,
    DateRole,
    WrittenDate,
    bounds_of,
    date_of_figures,
    date_of_serial,
    find_dates,
)
from compliance.domain.central_record_fields import FieldKind
from compliance.domain.central_record_numbers import CERTIFICATE_DIGITS, number_in_text
from compliance.domain.central_record_parts import names_document, read_beside
from compliance.domain.central_record_since import barred_list_began, existed_on
from compliance.domain.central_record_words import (
    Said,
    Saying,
    read_words,
    reason_in,
    says_legacy,
    says_under_way,
)

BARRED = "barred.date"
FIRST_CHECKS = 1940
# Fields whose date may lie ahead: what ends, and when somebody starts.
_MAY_LIE_AHEAD = frozenset({"role.start_date"})
_ISSUED = re.compile(r"\b(?:issued?|dated)\W*$", re.IGNORECASE)
_SEEN = re.compile(
    r"\b(?:seen|checked|sighted|verified|received|rec'?d|clear(?:ed)?)\W*(?:on\W*)?$", re.IGNORECASE
)
_ISSUE_FIELDS = frozenset({"dbs.issue_date"})
_MARK = re.compile(r"^\W*(?:n\s?[/\\.]?\s?a\b|not (?:req|app|need)|n\s?/\s?r\b|exempt\b)", re.IGNORECASE)
_NOT_ABROAD = re.compile(r"^\W*no\b(?! (?:record|date|info))", re.IGNORECASE)
_LARGEST_COUNT = 99  # a count such as 2 references, not a date


@dataclass(frozen=True, slots=True)
class ReadDates:
    """The dates of a cell, the one that counts among them, and the words without any date."""

    chosen: WrittenDate | None
    others: tuple[WrittenDate, ...] = ()
    words: str = ""


def diagnose_date(cell: RawCell, context: Context) -> Finding:
    """What a cell of a date field says, and what is wrong with it for this person."""
    if cell.is_empty:
        return _diagnose_empty(context)
    read = read_dates(cell, context)
    if isinstance(cell.value, str) and says_under_way(cell.text):
        return _with_parts(_in_progress(context), read, context)
    if isinstance(cell.value, str) and says_legacy(cell.text) and not _holds_later_day(read, context):
        return Finding(_day_in(read)).as_(Diagnosis.LEGACY, _LEGACY)
    if read.chosen is not None and not _MARK.match(cell.text):
        return _with_parts(_diagnose_written(read.chosen, context), read, context)
    return _with_parts(_diagnose_words(read_words(cell.text), cell, context), read, context)


def read_dates(cell: RawCell, context: Context) -> ReadDates:
    """The dates in a cell, whatever Excel holds it as."""
    value = cell.value
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
        known = day.year >= FIRST_YEAR and day.isoformat() != "1900-01-01"
        return ReadDates(WrittenDate(day.isoformat()) if known else WrittenDate(None, DateFault.NO_SUCH_DATE))
    if isinstance(value, bool) or value is None:
        return ReadDates(None)
    if isinstance(value, int | float):
        return ReadDates(date_of_serial(value) or date_of_figures(cell.text) or _year_in(cell.text))
    if alone := date_of_figures(cell.text):
        return ReadDates(alone)
    found = find_dates(cell.text)
    words = cell.text
    for one in reversed(found):
        words = f"{words[: one.start]} {words[one.end :]}"
    chosen = _choose(found, words, cell.text, context)
    return ReadDates(chosen, tuple(one for one in found if one is not chosen), words.strip())


def _year_in(text: str) -> WrittenDate | None:
    found = find_dates(text)
    return found[0] if found else None


def _choose(found: Sequence[WrittenDate], words: str, text: str, context: Context) -> WrittenDate | None:
    """The date that is the field's own: by the words before it, then the most exact, then the first."""
    wanted = {DateRole.DONE}
    if context.field.kind is FieldKind.EXPIRY:
        ends = [one for one in found if one.role is DateRole.EXPIRY]
        return ends[0] if ends else next(iter(found), None)
    if context.field.id == "person.dob":
        wanted.add(DateRole.BIRTH)
    own = [one for one in found if one.role in wanted]
    # A year among other words is the year of an award or an event, not the day of a check.
    if re.search(r"[^\W\d_]{2,}", _without_marks(words)):
        own = [one for one in own if one.iso is None or len(one.iso) > 4]
    before = _ISSUED if context.field.id in _ISSUE_FIELDS else _SEEN
    named = [one for one in own if before.search(text[: one.start])]
    ranked = sorted(named or own, key=lambda one: -len(one.iso or ""))
    return ranked[0] if ranked else None


def _without_marks(words: str) -> str:
    return re.sub(
        r"\b(?:yes|seen|done|checked|circa|approx\w*|about|term|autumn|spring|summer)\b",
        " ",
        words,
        flags=re.IGNORECASE,
    )


def _diagnose_empty(context: Context) -> Finding:
    """Nothing in the cell: enough where it need not be there or stands elsewhere."""
    beside = context.beside
    done, required = read_words(beside.done).saying, read_words(beside.required).saying
    if beside.told_elsewhere or required in {Saying.NOT_DONE, Saying.NOT_REQUIRED}:
        return Finding(None)
    if done is Saying.DONE and (context.is_required or context.field.core):
        return Finding(None).as_(Diagnosis.DATE_MISSING, _DATE_MISSING)
    if done is Saying.NOT_REQUIRED and not context.is_required:
        return Finding(None)
    if context.is_required or (required is Saying.DONE and context.field.check):
        return Finding(None).as_(Diagnosis.BLANK, "Needed for this person, and nothing is recorded.")
    return Finding(None)


def _diagnose_words(said: Said, cell: RawCell, context: Context) -> Finding:
    """A cell without a date of its own."""
    if said.saying is Saying.NOT_REQUIRED:
        return _diagnose_not_required(said, cell, context)
    if context.field.id == "overseas.date" and _NOT_ABROAD.match(cell.text) and not context.is_required:
        return Finding("not_required")
    if said.saying is Saying.WITH_CERTIFICATE and context.field.id == BARRED:
        return _diagnose_with_certificate(context)
    if said.saying in _WITHOUT_DATE:
        return _WITHOUT_DATE[said.saying](context)
    tells_nothing = said.saying is Saying.OTHER and not names_document(cell.text) and not _is_count(cell)
    return _unreadable(context) if tells_nothing else _diagnose_done(context)


def _diagnose_done(context: Context) -> Finding:
    """Done, and no date says when."""
    if context.is_not_permitted:
        return _not_permitted(Finding(None))
    if context.legacy is Legacy.EEA:
        return _legacy(context)
    return Finding(None).as_(Diagnosis.DATE_MISSING, _DATE_MISSING)


def _unreadable(_context: Context) -> Finding:
    return Finding(None).as_(Diagnosis.UNREADABLE, _UNREADABLE)


def _legacy(_context: Context) -> Finding:
    return Finding(None).as_(Diagnosis.LEGACY, _LEGACY)


def _is_count(cell: RawCell) -> bool:
    """Whether a cell says how many were seen, such as 2 references, or only *true*."""
    return cell.value is True or (cell.text.isdigit() and 0 < int(cell.text) <= _LARGEST_COUNT)


def _diagnose_not_required(said: Said, cell: RawCell, context: Context) -> Finding:
    found = Finding("not_required")
    reason = said.reason or reason_in(cell.note)
    settled = read_words(context.beside.required).saying in {Saying.NOT_DONE, Saying.NOT_REQUIRED}
    without = not context.field.check and context.field.kind is FieldKind.EXPIRY
    if reason or settled or without:
        return found
    return found.as_(
        Diagnosis.NA_WITHOUT_REASON,
        "Marked as not needed, and nothing says why. Write the reason beside it, such as “N/A not a "
        "teacher”.",
    )


def _diagnose_not_done(context: Context) -> Finding:
    if context.field.id == "overseas.date" and not context.is_required:
        return Finding("not_required")
    if context.is_required:
        return Finding(None).as_(Diagnosis.BLANK, "Needed for this person, and not done.")
    return Finding("no")


def _diagnose_with_certificate(context: Context) -> Finding:
    """The barred list was part of the certificate, and is as old as that."""
    iso = context.beside.certificate_date
    if iso is None:
        found = Finding(None).as_(
            Diagnosis.DATE_MISSING, "Said to come with the DBS certificate, whose date cannot be read either."
        )
        return _not_permitted(found) if context.is_not_permitted else found
    return _diagnose_written(WrittenDate(iso, DateFault.NO_DAY if len(iso) < 10 else None), context)


def _diagnose_written(written: WrittenDate, context: Context) -> Finding:
    """A date, held against the start, the day of the reading and what was permitted."""
    found = Finding(written.iso)
    if context.is_not_permitted:
        return _not_permitted(found)
    fault = next(_faults(written, context), None)
    return found.as_(*fault) if fault else found


def _faults(written: WrittenDate, context: Context) -> Iterator[tuple[Diagnosis, str]]:
    """What is wrong with a date, the gravest first. Where it may be swapped nothing else is certain."""
    if written.fault is DateFault.NO_SUCH_DATE or _is_before_living_memory(written, context):
        yield Diagnosis.IMPOSSIBLE, "There is no such date. Look it up and write it again."
    if context.swapped:
        yield Diagnosis.AMBIGUOUS_DATE, _SWAPPED
    bounds = bounds_of(written.iso)
    if bounds and _lies_ahead(bounds.earliest, context):
        yield Diagnosis.FUTURE, f"Dated after {context.as_at:%d/%m/%Y}: nothing can have been checked then."
    if bounds and _is_late(bounds.earliest, context):
        yield Diagnosis.LATE, _late_message(context)
    if legacy := _legacy_by_heading(written, context):
        yield Diagnosis.LEGACY, legacy
    if written.fault in _AMBIGUOUS:
        yield Diagnosis.AMBIGUOUS_DATE, _AMBIGUOUS[written.fault]


def _is_before_living_memory(written: WrittenDate, context: Context) -> bool:
    """A year such as 1922 for 2022: nobody checked anything then."""
    bounds = bounds_of(written.iso)
    return bounds is not None and bounds.latest.year < FIRST_CHECKS and context.field.id != "person.dob"


def _lies_ahead(day: date, context: Context) -> bool:
    field = context.field
    return field.kind is not FieldKind.EXPIRY and field.id not in _MAY_LIE_AHEAD and day > context.as_at


def _is_late(day: date, context: Context) -> bool:
    start = context.person.start
    if not context.field.before_start or start is None or day <= start.latest:
        return False
    if context.beside.in_time_elsewhere:
        return False
    return existed_on(context.field.check, start.latest)


def _late_message(context: Context) -> str:
    start = context.person.start
    began = f"{start.latest:%d/%m/%Y}" if start and start.is_exact else str(start)
    return f"Dated after the start ({began}). Never backdate it: note what was done since, and date the note."


def _legacy_by_heading(written: WrittenDate, context: Context) -> str:
    """Why a date under the heading of an older check counts as of older days; empty where it does not."""
    bounds = bounds_of(written.iso)
    if context.legacy is Legacy.EEA:
        return "EEA sanction checks ended on 31 December 2020. Keep it as history; it proves nothing today."
    if context.legacy is Legacy.LIST_99 and bounds and bounds.latest < barred_list_began():
        return _LEGACY
    return ""


def _in_progress(context: Context) -> Finding:
    if context.is_not_permitted:
        return _not_permitted(Finding(None))
    return Finding(None).as_(
        Diagnosis.IN_PROGRESS, "Under way, not done. Chase it, and record the date when it arrives."
    )


def _not_permitted(found: Finding) -> Finding:
    return found.as_(
        Diagnosis.NOT_PERMITTED,
        "This person is not in regulated activity, so the barred list must not be checked. Note why the "
        "record has it, and do not repeat it.",
    )


def _day_in(read: ReadDates) -> str | None:
    """The date of a cell where it is known to the day."""
    iso = read.chosen.iso if read.chosen else None
    return iso if iso and len(iso) == 10 else None


def _holds_later_day(read: ReadDates, context: Context) -> bool:
    """Whether words name an old check and the date is of its successor, such as *List 99/barred 3/9/19*."""
    day = _day_in(read)
    return context.field.id != "overseas.eea" and day is not None and day >= barred_list_began().isoformat()


def _with_parts(found: Finding, read: ReadDates, context: Context) -> Finding:
    """Adds what stood beside the date: the document, the initials, the country, when a permission ends."""
    subject = context.field.subject
    if not read.words and not read.others:
        return found
    beside = read_beside(read.words, with_country=subject == "overseas")
    parts = dict(beside.as_parts(subject)) if found.value != "not_required" else {}
    if not names_document(beside.evidence):
        parts.pop(f"{subject}.evidence", None)
    if subject == "qualification" and re.search(r"\bqts\b", read.words, re.IGNORECASE):
        years = [one.iso for one in read.others if one.iso and len(one.iso) == 4]
        parts |= {"qualification.qts": "yes"} | ({"qualification.qts_year": years[0]} if years else {})
    if subject == "dbs" and (number := number_in_text(read.words, CERTIFICATE_DIGITS)) and number.digits:
        parts["dbs.number"] = number.digits
    ends = next((one.iso for one in read.others if one.role is DateRole.EXPIRY and one.iso), None)
    if ends and context.field.kind is not FieldKind.EXPIRY:
        parts[f"{subject}.expiry"] = ends
    return replace(found, parts=parts)


_WITHOUT_DATE: Mapping[Saying, Callable[[Context], Finding]] = {
    Saying.NOT_DONE: _diagnose_not_done,
    Saying.IN_PROGRESS: _in_progress,
    Saying.LEGACY: _legacy,
    Saying.UNKNOWN: _unreadable,
}
_SWAPPED = "Day and month look swapped in this column, as American settings do. Look this date up."
_DATE_MISSING = (
    "Recorded as done, without a date. Find the evidence and write the date it shows; never a guess."
)
_UNREADABLE = "Nothing can be told from this. Look at the evidence and write the date it shows."
_LEGACY = (
    "From before today’s checks. It stays as history: note which check was made under the rules of that time."
)
_AMBIGUOUS: Mapping[DateFault | None, str] = {
    DateFault.NO_DAY: "No day is given, so it cannot be held against the start date. Look up the full date.",
    DateFault.NO_YEAR: "The year or month is left open. Look up the full date.",
    DateFault.MONTH_FIRST: "Written with the month first, as in America. Check it, and write the day first.",
}
