"""What may be told of a check on the central record, and what an inspector sees of a person.

Never on it: offences, what a certificate says, notes, health, share codes, passport numbers. Words typed in
as evidence are told only of checks whose evidence is a document or a place, and without any number in them.
"""

import re
from datetime import date

from compliance.domain.categories import CheckType

_WITH_NUMBER = frozenset({CheckType.ENHANCED_DBS, CheckType.CHILDREN_BARRED_LIST})
_WITH_EVIDENCE = frozenset(
    {
        CheckType.IDENTITY,
        CheckType.RIGHT_TO_WORK,
        CheckType.QUALIFICATIONS,
        CheckType.REFERENCES,
        CheckType.OVERSEAS,
    }
)
# A passport has nine digits, a share code nine letters and digits, a national insurance number nine of both.
_NUMBER = re.compile(r"\b(?=[A-Z]*\d)(?:[A-Z0-9]{3}[ -]?){2}[A-Z0-9]{2,}\b|\b[A-Z]{0,3}\d{6,}[A-Z]?\b", re.I)
HIDDEN = "•"
LEFT_OUT = "(number left out)"
BIRTH_DATE_HIDDEN = f"{HIDDEN * 2}/{HIDDEN * 2}/{HIDDEN * 4}"
DIGITS_SHOWN = 4


def number_told(check: CheckType, number: str, *, masked: bool) -> str:
    """The certificate's number, in inspection mode its last four digits; of other checks none at all."""
    if check not in _WITH_NUMBER or not number:
        return ""
    if not masked:
        return number
    shown = number[-DIGITS_SHOWN:] if len(number) > DIGITS_SHOWN else ""
    return HIDDEN * (len(number) - len(shown)) + shown


def evidence_told(check: CheckType, evidence: str) -> str:
    """What was seen, where saying so gives nothing away; anything that looks like a number is left out."""
    return _NUMBER.sub(LEFT_OUT, evidence) if check in _WITH_EVIDENCE else ""


def birth_date_told(birth_date: date | None, *, masked: bool) -> str:
    """A date of birth as schools write it, or that there is one, hidden; empty where none is known."""
    if birth_date is None:
        return ""
    return BIRTH_DATE_HIDDEN if masked else f"{birth_date:%d/%m/%Y}"


def destruction_told(check: CheckType, day: date | None) -> str:
    """That the evidence behind a check was destroyed, and what is kept of it; empty where it was not."""
    if day is None:
        return ""
    if check == CheckType.RIGHT_TO_WORK:
        return (
            f"Copy, document and any number destroyed on {day:%d/%m/%Y}, when the time to keep them was up. "
            "That the check was made, by whom, when and until when it counted is kept."
        )
    return (
        f"The copy was destroyed on {day:%d/%m/%Y}, when the time to keep it was up. That the original was "
        "seen is kept."
    )
