"""What may only be asked or checked once somebody has been offered the post.

Health and absence may not be asked about before an offer (Equality Act 2010, section 60), of a referee
either; vetting is settled after a conditional offer. Whoever advises on how a criterion is assessed asks
here first, so that no advice leads to a question that comes too early.
"""

import re
from collections.abc import Collection, Mapping
from enum import StrEnum

from recruitment.domain.criminal_records import asks_for_no_record, bans_every_record

PUPILS = (
    r"(?:pupils?|child(?:ren)?(?:'s)?|students?|learners?|famil(?:y|ies)|parents?|carers?|communit(?:y|ies))"
)


class AfterOffer(StrEnum):
    """What has to wait for an offer; a ban on every criminal record is no criterion at any time."""

    HEALTH = "health"
    CHECK = "check"
    BAN = "ban"


_GOOD = r"(?:good|excellent|satisfactory|low|outstanding|strong|reliable|regular|exemplary|high)"
_PUNCTUALITY = r"(?:punctuality|time[-\ ]?keeping|reliability)"
HEALTH_DEMAND = re.compile(
    rf"""\bphysically\ (?:fit|able|robust|strong)\b | \bable[- ]bodied\b | \bmedically\ fit\b
    | \b(?:physical|general)\ fitness\b | ^\s*(?:be\ |is\ )?fit\ (?:to|for)\ (?!purpose)
    | ^\s*(?:(?:be|is)\ )?(?:in\ )?(?:good|excellent|robust|sound)\ (?:(?:general|physical
        |mental)\ )?health\b(?!\ (?:and|&)\ safety)
    | \b(?:enjoys?|have|has|must\ be\ in|be\ in)\ (?:good|excellent|robust)\ (?:(?:general
        |physical|mental)\ )?health\b
    | \b{_GOOD}\ (?:(?:work|record\ of|health|sickness|punctuality|timekeeping)\ (?:and\ )?)?
        (?:attendance|sickness|absence|health)\ (?:(?:and|&)\ \w+\ )?records?\b
    | \b{_GOOD}\ attendance(?:\ (?:and|&)\ {_PUNCTUALITY}\b|\s*$)
    | \b{_GOOD}\ {_PUNCTUALITY}\ (?:and|&)\ attendance\b
    | ^\W*attendance\ (?:and|&)\ {_PUNCTUALITY}\b
    | \b(?:record\ of\ (?:good|excellent|regular)|(?:good|excellent|reliable)\ record\ of)\ (?:health
        |attendance|{_PUNCTUALITY}\ and\ attendance)\b
    | \b{_GOOD}\ sickness\ (?:absence\ )?(?:record|levels?)\b
    | \boccupational\ health\ (?:clearance|screening|assessment|check)\b
    | \b(?:health|medical)\ (?:clearance|questionnaire|examination|screening|standards?|requirements)\b""",
    re.IGNORECASE | re.VERBOSE,
)
HEALTH_OF_OTHERS = re.compile(
    rf"\b{PUPILS}\b|\bstaff (?:sickness|absence)\b|\b(?:manag|monitor|improv|promot)\w*\b", re.IGNORECASE
)

_VETTING = re.compile(
    r"""\b(?:satisfactory|enhanced|clear|clean|current|valid)\b.{0,25}\b(?:DBS|CRB|disclosure|barred)\b
    | \b(?:DBS|CRB|PVG)\ (?:check|clear(?:ance|ed)?|certificate|disclosure|scheme|membership)\b
    | \bprotecting\ vulnerable\ groups\ scheme\b
    | \b(?:clean|clear|spotless|unblemished)\ (?:criminal|police)\ (?:records?|history|check)\b
    | \b(?:right|entitled|entitlement|eligible|eligibility|permission)\ to\ (?:live\ and\ )?work\ in\b""",
    re.IGNORECASE | re.VERBOSE,
)
# The work of somebody who makes such checks, or knows how they are made.
_CHECKING_OTHERS = re.compile(
    r"\b(?:knowledge|knows?|understand\w*|experience|aware\w*|administ\w*|process\w*|maintain\w*|manag\w*|"
    r"familiar\w*|single central|safer recruitment)\b",
    re.IGNORECASE,
)
# What papers prove once somebody has been chosen: nothing that a person would be seen doing.
_ON_PAPER = re.compile(
    r"""\b(?:DBS|CRB|PVG|disclosure|barred|bar\ to|vetting|criminal|convictions?|disqualif\w+|prohibit\w+)\b
    | \b(?:pre-?employment|background|identity|online)\ (?:checks?|search\w*)\b | \bidentity\b
    | \b(?:right|entitled|entitlement|eligible|eligibility|permission)\ (?:to|of)\ (?:live\ and\ )?
        (?:work|entry|abode|remain)\b | \bvisa\b | \bpassport\b | \bcitizen(?:ship)?\b
    | \bnationality\b
    | \b(?:health|medical|medically|immunity|vaccinat\w+)\b | \bphysical(?:ly)?\b(?!\ education)
    | \bfit(?:ness)?\ (?:to|for)\b
    | \bsuitab(?:le|ility)\ to\ work\b | \breferences?\b | \bregist(?:ered|ration)\b
    | \bmember(?:ship)?\ of\b | \blicen[cs]e\b | \binsurance\b
    | \b(?:certificates?|qualifications?|qualified|degree|diploma|GCSEs?|NVQ\d?|BTEC|HN[CD]|QTS|EYTS
        |A[- ]levels?|first\ aid)\b""",
    re.IGNORECASE | re.VERBOSE,
)


_MAY_ASK: Mapping[AfterOffer, frozenset[str]] = {
    AfterOffer.HEALTH: frozenset("D"),
    AfterOffer.CHECK: frozenset("CD"),
    AfterOffer.BAN: frozenset(),
}


def matter_after_offer(text: str) -> AfterOffer | None:
    """What in this wording has to wait for an offer; None where it may be assessed like any other."""
    plain = text.replace("’", "'")
    if HEALTH_DEMAND.search(plain) and not HEALTH_OF_OTHERS.search(plain):
        return AfterOffer.HEALTH
    if bans_every_record(plain):
        return AfterOffer.BAN
    is_vetting = _VETTING.search(plain) and not _CHECKING_OTHERS.search(plain)
    return AfterOffer.CHECK if is_vetting or asks_for_no_record(plain) else None


def find_too_early(text: str, letters: Collection[str]) -> AfterOffer | None:
    """What these methods would ask before an offer, or what still needs its method: the checks (D).

    A certificate (C) may prove a check; nothing but the checks after the offer may ask about health.
    """
    matter = matter_after_offer(text)
    if matter is None or (letters and set(letters) <= _MAY_ASK[matter]):
        return None
    return matter


def is_settled_on_paper(text: str) -> bool:
    """Whether checks after the offer can settle it: vetting, health, a right, a qualification."""
    return bool(_ON_PAPER.search(text)) or matter_after_offer(text) is not None
