"""What a school must not ask or check, whoever wants to know. (Health before an offer is recruitment's.)

Wording is matched, not understood. A sentence that asks about a criminal record must itself keep to what
is unspent or not protected, unless another sentence tells people to leave protected matters out.
"""

import re
from collections.abc import Mapping
from datetime import date

from compliance.domain.sources import dbs as sources
from core.domain.dates import add_months
from core.domain.errors import Denial
from core.domain.sources import LegalSource

LEAST_AGE_MONTHS = 16 * 12

SOURCES_BY_CODE: Mapping[str, LegalSource] = {
    "barred_list_outside_regulated_activity": sources.BARRED_LIST_OUTSIDE,
    "regulated_activity_not_known": sources.BARRED_LIST_OUTSIDE,
    "under_16": sources.MINIMUM_AGE,
    "household_question": sources.HOUSEHOLD,
    "protected_matters": sources.PROTECTED_MATTERS,
}


def deny_barred_list(*, regulated: bool | None) -> Denial | None:
    """Deny a check of the children's barred list outside regulated activity, and while that is not known."""
    if regulated:
        return None
    if regulated is None:
        return Denial(
            "regulated_activity_not_known",
            "Decide first whether this is regulated activity: outside it nobody may check the barred list.",
        )
    return Denial(
        "barred_list_outside_regulated_activity",
        "This is not regulated activity with children, so the barred list must not be checked.",
    )


def sixteen_on(birth_date: date) -> date:
    """The first day on which somebody can be checked; for 29 February, in a year without one, the 28th."""
    return add_months(birth_date, LEAST_AGE_MONTHS)


def deny_dbs_application(birth_date: date, *, as_at: date) -> Denial | None:
    """Deny a certificate for anybody not yet 16 on the day it is asked for."""
    if as_at >= sixteen_on(birth_date):
        return None
    return Denial(
        "under_16",
        f"Nobody under 16 can be checked: the applicant turns 16 on {sixteen_on(birth_date):%d/%m/%Y}.",
    )


_HOUSEHOLD = re.compile(
    r"\bhousehold members?\b|\b(?:your|the same|the applicant's|their) household\b|\bby association\b|"
    r"\b(?:live|lives|living|reside|resides|residing|share a home|work|works|working) "
    r"(?:with you|with the applicant|(?:at|in) (?:your|the same) (?:home|house|address|premises))\b|"
    r"\byou (?:live|reside|share a home) with\b|"
    r"\byour (?:partner|husband|wife|spouse|children|family|relatives)\b"
    r".*\b(?:disqualif\w+|barred|convict\w+|caution\w*|offences?)\b"
)


def deny_household_question(text: str, *, in_domestic_setting: bool) -> Denial | None:
    """Deny a question about the people somebody lives with, but in childcare at somebody's home."""
    if in_domestic_setting or not _HOUSEHOLD.search(_plain(text)):
        return None
    return Denial(
        "household_question",
        "This asks about the people somebody lives with. Outside childcare in a home that has not been "
        "allowed since 31 August 2018: ask about the person alone.",
    )


_SENTENCES = re.compile(r"(?<=[.?!;\n])\s*")
_RECORD = re.compile(
    r"\b(?:convict(?:ed|ions?)|caution(?:s|ed)?|reprimand(?:s|ed)?|final warnings?|offences?|"
    r"criminal (?:records?|history|past|background))\b"
)
# A check or a law that only has the word in its name.
_NAMED_AFTER = re.compile(
    r"\bcriminal records? (?:checks?|bureau|certificates?|disclosures?|self-declarations?|declarations?)\b"
)
_ASKS = re.compile(
    r"\?|\b(?:have you|do you|did you|are you|were you|you must|please|list|declare|disclose|tell us|state|"
    r"give|provide|details|any|all|ever)\b"
)
_TELLS = re.compile(
    r"\b(?:will|may|does|do|would|need|should) (?:not )?(?:necessarily |always |automatically )?"
    r"(?:be (?:considered|discussed|treated|kept|checked|stored|assessed)|bar|prevent|exclude|disqualify|"
    r"rule|stop|mean)\b"
)
_NOT_PROTECTED = re.compile(
    r"\b(?:not|nor|never) (?:\w+ ){0,3}?(?:protected|filtered)\b|"
    r"\b(?:unprotected|unfiltered|non-protected)\b|"
    r"\b(?:excluding|except|excepting|other than|apart from|without) "
    r"(?:[\w,]+ ){0,8}?(?:protected|filtered)\b"
)
_UNSPENT_ONLY = re.compile(r"\bunspent\b")
_SPENT_TOO = re.compile(r"\bspent\b")
_PROTECTED_TOO = re.compile(
    r"\b(?:including|include|even (?:if|those|where)|whether or not|regardless)\b"
    r"[^.?!;]*\b(?:protected|filtered)\b"
)
_LEAVE_OUT = re.compile(
    r"\b(?:(?:do|need|should|must) not|don't|needn't|not (?:have|need|required|obliged|asked) to)\b"
    r"[^.?!;]*\b(?:protected|filtered)\b|"
    r"\b(?:protected|filtered)\b[^.?!;]*"
    r"\b(?:(?:need|do|should|must) not|not be (?:declared|disclosed|included))\b"
)


def deny_declaration_question(text: str) -> Denial | None:
    """Deny wording of a self-declaration that reaches convictions or cautions the law protects.

    "Any convictions ever" does; "unspent", "not protected", or a sentence that protected matters are left
    out, do not.
    """
    plain = _plain(text)
    if _PROTECTED_TOO.search(plain) is None and _LEAVE_OUT.search(plain):
        return None
    for sentence in _SENTENCES.split(text):
        said = _plain(sentence)
        if _asks_about_a_record(said) and not _keeps_to_what_may_be_asked(said):
            return Denial(
                "protected_matters",
                f"“{sentence.strip()}” reaches convictions and cautions that are protected, which nobody may "
                "ask about. Ask for those that are unspent, or spent but not protected.",
            )
    return None


def _plain(text: str) -> str:
    """In lower case, with straight apostrophes and no quotation marks."""
    return re.sub(r"[\"“”‘]|(?<!\w)'|'(?!\w)", "", text.lower().replace("’", "'"))


def _asks_about_a_record(sentence: str) -> bool:
    about = _NAMED_AFTER.sub(" ", sentence)
    if not _RECORD.search(about):
        return False
    return "?" in about or (_ASKS.search(about) is not None and not _TELLS.search(about))


def _keeps_to_what_may_be_asked(sentence: str) -> bool:
    if _PROTECTED_TOO.search(sentence):
        return False
    if _NOT_PROTECTED.search(sentence):
        return True
    return bool(_UNSPENT_ONLY.search(sentence)) and not _SPENT_TOO.search(sentence)
