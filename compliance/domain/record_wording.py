"""Words that have no place in the record of a check, each refused with what to write instead.

Words are matched, not understood, and only what plainly is such a detail is refused: that there was
nothing is not a detail, nor is the name of the check.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compliance.domain.categories import CheckType
from compliance.domain.forbidden_questions import deny_declaration_question
from compliance.domain.offence_words import tells_offence, without_denials
from compliance.domain.sources import dbs as dbs_sources
from compliance.domain.sources import entries as sources
from core.domain.sources import LegalSource

_HEALTH = re.compile(
    r"\b(?:diagnos(?:ed|is)|depress(?:ion|ed)|anxiety|epilep(?:sy|tic)|diabet(?:es|ic)|asthma|cancer|"
    r"pregnan(?:t|cy)|medication|surgery|disab(?:led|ility)|migraines?|back pain|mental health|dyslexi[ac]|"
    r"autis(?:m|tic)|adhd|hospital)\b",
    re.IGNORECASE,
)
_HOUSEHOLD = re.compile(
    r"\bhousehold\b|\b(?:partner|spouse|husband|wife|flatmate|lodger|housemate)s?\b|"
    r"\b(?:lives|living|resid(?:es|ing)) with\b|\bunder the same roof\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What must not be written, and what to write instead."""

    code: str
    reason: str
    source: LegalSource


OFFENCE = Refusal(
    "offence_details",
    "Details of offences do not belong in this record. Write only that there is something to consider, and "
    "keep the decision with the risk assessment.",
    sources.OFFENCE_DETAILS,
)
HEALTH = Refusal(
    "health_details",
    "Details of somebody's health do not belong in this record. Write only whether they are fit for the "
    "post, with adjustments or without.",
    sources.HEALTH_DETAILS,
)
PROTECTED = Refusal(
    "protected_matters",
    "Nobody may be asked about every conviction they ever had. Ask for unspent convictions, and for others "
    "only where they are not protected.",
    dbs_sources.PROTECTED_MATTERS,
)
HOUSEHOLD = Refusal(
    "household_members",
    "Ask about the person only. Nothing is asked or written about others in their household.",
    dbs_sources.HOUSEHOLD,
)


def find_refusal(check: CheckType, text: str) -> Refusal | None:
    """The first thing in a text about a check that must not be there; None where all is well."""
    return next(_find(check, text), None)


def _find(check: CheckType, text: str) -> Iterator[Refusal]:
    if check == CheckType.CRIMINAL_SELF_DECLARATION and _asks_for_everything(text):
        yield PROTECTED
    if check == CheckType.CHILDCARE_DISQUALIFICATION and _HOUSEHOLD.search(text):
        yield HOUSEHOLD
    if tells_offence(text):
        yield OFFENCE
    if check == CheckType.MEDICAL_FITNESS and _HEALTH.search(text):
        yield HEALTH


def _asks_for_everything(text: str) -> bool:
    return deny_declaration_question(without_denials(text)) is not None
