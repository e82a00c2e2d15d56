"""Diagnoses cells that hold no date: names, numbers, yes or no, words."""

import re
from datetime import date, datetime

from compliance.domain.central_record_cells import Context, Diagnosis, Finding, RawCell
from compliance.domain.central_record_dates import find_dates
from compliance.domain.central_record_names import read_full_name, repair_name, strip_title, without_nee
from compliance.domain.central_record_numbers import (
    CERTIFICATE_DIGITS,
    TEACHER_DIGITS,
    ReadNumber,
    number_in_quantity,
    number_in_text,
)
from compliance.domain.central_record_words import Said, Saying, read_words, reason_in

_YES = re.compile(
    r"^\W*(?:y|yes|x|true|qts|qtls|eyts|held|subscribed|on (?:us|update service))\b|[✓✔☑√]", re.IGNORECASE
)
_NO = re.compile(
    r"^\W*(?:n|no|none|false|nil|uk only|never|unqualified|uqt)\b(?!\s*/)|^[✗✘❌✕✖]", re.IGNORECASE
)
_COUNTRY = re.compile(r"^\W*(?:[Yy]|[Yy]es|YES|[Xx])\b[\s\-–:,(]*(?P<where>[A-Z][a-zé]+(?:\s[A-Z][a-z]+)?)")


_OLDER = "From before today’s checks. It stays as history."


def diagnose_name(cell: RawCell, context: Context) -> Finding:
    """A name put right in case and order; titles, former names and nicknames told apart."""
    if not cell.text or read_words(cell.text).saying is Saying.NOT_REQUIRED:
        return Finding(None)
    if context.field.id != "person.full_name":
        return Finding(repair_name(strip_title(without_nee(cell.text))))
    name = read_full_name(cell.text, surname_first=context.surname_first)
    parts = {"person.former_names": name.former, "person.known_as": name.known_as}
    return Finding(name.full, parts={field: text for field, text in parts.items() if text})


def diagnose_text(cell: RawCell, _context: Context) -> Finding:
    """Words as they stand; a lone dash or N/A is no word."""
    if isinstance(cell.value, datetime | date):
        return Finding(cell.value.isoformat()[:10])
    said = read_words(cell.text)
    if said.saying is Saying.NOT_REQUIRED and not said.reason:
        return Finding(None)
    return Finding(cell.text or None)


def diagnose_certificate_number(cell: RawCell, context: Context) -> Finding:
    """Twelve figures, or what is wrong; a date in the same cell is told as the certificate's."""
    if cell.is_empty:
        return _empty_number(context)
    read = _number(cell, CERTIFICATE_DIGITS)
    if read is None or (read.digits is None and isinstance(cell.value, datetime | date)):
        return _number_in_words(cell, context)
    dates = [one.iso for one in find_dates(cell.text) if one.iso and len(one.iso) == 10]
    parts = {"dbs.issue_date": dates[0]} if dates and read.digits else {}
    return _number_found(read, CERTIFICATE_DIGITS, "A DBS certificate number has 12 figures.", parts)


def diagnose_teacher_number(cell: RawCell, context: Context) -> Finding:
    """Seven figures, or what is wrong."""
    if cell.is_empty:
        return Finding(None)
    read = _number(cell, TEACHER_DIGITS)
    if read is None:
        said = read_words(cell.text)
        if said.saying in {Saying.NOT_REQUIRED, Saying.NOT_DONE} and context.person.category != "teaching":
            return Finding("not_required")
        return _number_in_words(cell, context)
    return _number_found(read, TEACHER_DIGITS, "A teacher reference number has 7 figures.", {})


def diagnose_yes_no(cell: RawCell, context: Context) -> Finding:
    """Yes, no or not required; anything else says nothing."""
    if cell.is_empty:
        return _empty_number(context)
    said = read_words(cell.text)
    if said.saying is Saying.IN_PROGRESS:
        return Finding(None).as_(Diagnosis.IN_PROGRESS, "Under way. Record the outcome when it is known.")
    if said.saying is Saying.LEGACY:
        return Finding(None).as_(Diagnosis.LEGACY, _OLDER)
    answer = _answer(cell, said, context)
    if answer is None:
        return Finding(None).as_(Diagnosis.UNREADABLE, "This is neither yes nor no. Write which it is.")
    where = _COUNTRY.match(cell.text) if context.field.id == "overseas.required" and answer == "yes" else None
    return Finding(answer, parts={"overseas.country": where["where"]} if where else {})


def _answer(cell: RawCell, said: Said, context: Context) -> str | None:
    """yes, no, not_required, or None for what is none of them. A date or a year says that it was so."""
    if _NO.match(cell.text) or said.saying is Saying.NOT_DONE or cell.text in {"0", "False"}:
        return "no"
    if said.saying is Saying.NOT_REQUIRED:
        # *UK only* answers the question whether somebody lived abroad.
        return "no" if said.reason and context.field.id == "overseas.required" else "not_required"
    dated = isinstance(cell.value, datetime | date) or bool(find_dates(cell.text))
    says_so = said.saying is Saying.DONE or _YES.search(cell.text) or cell.text in {"1", "True"}
    return "yes" if dated or says_so else None


def _number(cell: RawCell, length: int) -> ReadNumber | None:
    if isinstance(cell.value, bool):
        return None
    if isinstance(cell.value, int | float):
        return number_in_quantity(cell.value, length, shown_with_zeros=cell.zeros >= length)
    if isinstance(cell.value, datetime | date):
        return ReadNumber(None)
    return number_in_text(cell.text, length)


def _number_found(read: ReadNumber, length: int, rule: str, parts: dict[str, str]) -> Finding:
    if read.digits is None:
        return Finding(None).as_(Diagnosis.WRONG_DIGITS, f"{rule} Read it again from the document.")
    found = Finding(read.digits, parts=parts)
    if not read.repaired:
        return found
    message = f"{rule} Leading zeros were lost, or a letter typed for a figure: it should read {read.digits}."
    return Finding(read.digits, Diagnosis.WRONG_DIGITS, message, read.digits, parts)


def _empty_number(context: Context) -> Finding:
    if context.is_required and not context.beside.told_elsewhere:
        return Finding(None).as_(Diagnosis.BLANK, "Needed for this person, and nothing is recorded.")
    return Finding(None)


def _number_in_words(cell: RawCell, context: Context) -> Finding:
    """Words where a number should stand."""
    said = read_words(cell.text)
    if said.saying is Saying.NOT_REQUIRED:
        found = Finding("not_required")
        if said.reason or reason_in(cell.note):
            return found
        return found.as_(
            Diagnosis.NA_WITHOUT_REASON,
            "Marked as not needed, and nothing says why. Write the reason beside it.",
        )
    if said.saying is Saying.IN_PROGRESS:
        return Finding(None).as_(Diagnosis.IN_PROGRESS, "Under way. Record the number when it arrives.")
    if said.saying is Saying.LEGACY:
        return Finding(None).as_(Diagnosis.LEGACY, _OLDER)
    if said.saying is Saying.NOT_DONE and not context.is_required:
        return Finding("no")
    return Finding(None).as_(Diagnosis.UNREADABLE, "There is no number in this. Read it from the document.")
