"""What may be asked only from some point of recruitment on."""

from collections.abc import Mapping
from enum import IntEnum

from compliance.domain.categories import CheckType
from compliance.domain.sources import checks as sources
from core.domain.errors import Denial
from core.domain.sources import LegalSource


class Standing(IntEnum):
    """How far somebody has come with a school. ``ENGAGED``: an offer is accepted, or they are at work."""

    APPLIED = 0
    SHORTLISTED = 1
    ENGAGED = 2


_FROM: Mapping[CheckType, tuple[Standing, str, LegalSource]] = {
    CheckType.ONLINE_SEARCH: (
        Standing.SHORTLISTED,
        "An online search is made of the shortlisted only, after telling them.",
        sources.ONLINE_SEARCH,
    ),
    CheckType.CRIMINAL_SELF_DECLARATION: (
        Standing.SHORTLISTED,
        "Only the shortlisted are asked for a self-declaration.",
        sources.SHORTLISTED,
    ),
    CheckType.MEDICAL_FITNESS: (
        Standing.ENGAGED,
        "Health and fitness are asked about after an accepted offer, never before.",
        sources.OFFER_FIRST,
    ),
}


def deny_too_early(check: CheckType, standing: Standing) -> Denial | None:
    """Whether it is too early in recruitment to ask for this check."""
    if check not in _FROM:
        return None
    needed, reason, source = _FROM[check]
    if standing >= needed:
        return None
    return Denial("too_early", f"{reason} {source.in_brief}")
