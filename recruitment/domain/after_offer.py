"""What may only be asked or checked once somebody has been offered the post.

Health and absence may not be asked about before an offer (Equality Act 2010, section 60), of a referee
either; vetting is settled after a conditional offer. Whoever advises on how a criterion is assessed asks
here first, so that no advice leads to a question that comes too early.
"""

import re
from collections.abc import Collection, Mapping
from enum import StrEnum

from recruitment.domain.criminal_records import asks_for_no_record, bans_every_record
from recruitment.domain.wording_context import OTHERS, WORK_FOR_OTHERS, about_others, clause_before


class AfterOffer(StrEnum):
    """What has to wait for an offer; a ban on every criminal record is no criterion at any time."""

    HEALTH = "health"
    CHECK = "check"
    BAN = "ban"


_GOOD = r"(?:good|excellent|satisfactory|low|outstanding|strong|reliable|regular|exemplary|high)"
_PUNCTUALITY = r"(?:punctuality|time[-\ ]?keeping|reliability)"
_HEALTH = r"""health\b(?!\ (?:(?:and|&)\ (?:safety|social|hygiene)|first|care|aware\w*|educat\w*|knowledge
    |literacy|support|skills?|training|promotion|practi\w*))"""
_ILLNESS = r"""(?:(?:mental\ |physical\ )?(?:illness(?:es)?|disabilit(?:y|ies)|impairments?|breakdowns?)
    | diseases?|depression|anxiety|epilepsy|disorders?
    | (?:(?:mental\ |physical\ )?health|medical|back|heart)\ (?:problems?|issues?|conditions?|concerns?
        |complaints?|troubles?)|allerg(?:y|ies)
    | sick(?:ness)?\ (?:leave|records?|absences?|days)|sickness|absences?)"""
HEALTH_DEMAND = re.compile(
    rf"""\bphysically\ (?:fit|able|robust|strong)\b | \bable[- ]bodied\b | \bmedically\ fit\b
    | \bmentally\ (?:fit|stable|well|healthy)\b | \bof\ sound\ mind\b | \bnon-?disabled\b
    | \b(?:physical|general)\ fitness\b | ^\s*(?:be\ |is\ )?fit\ (?:to|for)\ (?!purpose)
    | \bfit(?:,|\ and)\ (?:healthy|well|active|strong)\b | \bhealthy\ and\ fit\b
    | ^\W*(?:must\ be\ |be\ |is\ )?healthy\W*$
    | ^\s*(?:(?:be|is)\ )?(?:in\ )?(?:good|excellent|robust|sound)\ (?:(?:general|physical
        |mental)\ )?{_HEALTH}
    | \b(?:enjoys?|have|has|must\ be\ in|be\ in)\ (?:good|excellent|robust)\ (?:(?:general
        |physical|mental)\ )?{_HEALTH}
    | \bin\ (?:good|excellent|top)\ physical\ (?:condition|shape|health)\b
    | \b(?:good|excellent|perfect|normal|unimpaired)\ (?:eyesight\b|hearing(?=\W*$|\ (?:and|or)\b))
    | \b20/20\ vision\b | \bfull\ use\ of\ (?:both|all)\ (?:hands|arms|legs|limbs)\b
    | (?:^\W*|\bmust\ )not\ (?:be\ )?(?:registered\ )?disabled\b
    | \bmust\ not\ (?:have|suffer\ (?:from|with))\ (?:\w+\ ){{0,2}}?{_ILLNESS}\b
    | (?:^\W*(?:must\ )?(?:(?:have|has|be)\ )?|\b(?:with|and|has|have|be|having)\ )
        (?:no|without(?:\ any)?|free\ (?:of|from)(?:\ any)?)\ (?:(?:known|previous|past|current|serious
        |long[- ]term|underlying|chronic|or|history\ of|record\ of|any)\ ){{0,4}}?
        {_ILLNESS}\b(?!\ (?:of|discriminat\w*|bias|prejudice|awareness))
    | \bnever\ (?:been\ )?(?:ill|absent|sick|off\ sick)\b | \b(?:no|little)\ time\ off\ sick\b
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
_OF_OTHERS = about_others(
    before=rf"{OTHERS} | {WORK_FOR_OTHERS} | \bqualif\w+\ (?:in|to)\b",
    after=rf"""\W*(?:of|among|in|for)\ (?:\w+\ ){{0,2}}?{OTHERS}
        | \ (?:experience|knowledge|skills?|process\w*|procedures?|referrals?|qualifications?|instruct\w*
            |coach\w*|class(?:es)?|lessons?|sessions?|programmes?)\b""",
)
_KEEPS = re.compile(r"\b(?:keep|maintain|hold|check|updat|compil|produc|complet)\w*\b", re.IGNORECASE)


def is_health_of_others(place: re.Match[str]) -> bool:
    """Whether the health or absence named at this place is not the applicant's.

    Many records that somebody keeps are those of others; the one record that somebody maintains is their own.
    """
    keeps_records = place.group().lower().endswith("records") and _KEEPS.search(clause_before(place))
    return bool(keeps_records) or _OF_OTHERS(place)


def asks_about_health(plain: str) -> bool:
    """Whether the applicant's own health or absence is asked about; apostrophes are straight."""
    return not all(map(is_health_of_others, HEALTH_DEMAND.finditer(plain)))


_VETTING = re.compile(
    r"""(?<!make\ a\ )(?<!give\ a\ )\b(?:satisfactory|enhanced|clear|clean|current|valid)\b
        (?:(?!\b(?:of|on|to|about|how|when|account
        |records?|reports?)\b).){0,25}\b(?:DBS|CRB|barred|disclosure(?!s|\ (?:by|from|made|of
        \ (?!(?:\w+\ )?(?:criminal|convictions?|cautions?)))))\b
    | \b(?:DBS|CRB|PVG)\ (?:check|clear(?:ance|ed)?|certificate|disclosure|scheme|membership)\b
    | \bdisclosure\ (?:check|certificate)\b
    | \bprotecting\ vulnerable\ groups\ scheme\b
    | \b(?:clean|clear)\ (?:criminal|police)\ (?:records?\ )?checks?\b
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
    if asks_about_health(plain):
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
