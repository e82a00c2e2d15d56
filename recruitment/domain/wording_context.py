"""Whom a place in a wording is about: the applicant, or those the applicant works for and with.

“Must be over 25” asks it of the applicant, “pupils who are over 16” does not. A wording may hold both
(“physically fit and able to lift children”), so each place is judged by its own clause.
"""

import re
from collections.abc import Callable

type IsAboutOthers = Callable[[re.Match[str]], bool]

PUPILS = (
    r"(?:pupils?|child(?:ren)?(?:'s)?|students?|learners?|famil(?:y|ies)|parents?|carers?|communit(?:y|ies))"
)
OTHERS = rf"\b(?:{PUPILS}|young\ (?:people|person)|boys?|girls?|staff|colleagues?|clients?|those)\b"
# What somebody does for others, knows of them, or has done.
WORK_FOR_OTHERS = r"""\b(?:support|advis|mentor|coach|teach|instruct|train|induct|encourag|inspir|promot
    |improv|manag|monitor|process|administ|develop|recruit)\w*\b
    | \bwork\w*\ (?:with|for)\b
    | \b(?:experience|knowledge|understanding|awareness|familiar\w*)\ (?:of|in|with|about)\b"""

# A clause ends at a stop or where another thing is asked for.
_CLAUSE = re.compile(r"[.;:,()]|\b(?:and|but|must|should|needs?|requires?|requiring)\b", re.IGNORECASE)


def clause_before(place: re.Match[str]) -> str:
    """The words of the same clause that stand before the place."""
    return _CLAUSE.split(place.string[: place.start()])[-1]


def about_others(before: str = "", after: str = "") -> IsAboutOthers:
    """Whether the clause before a place, or what follows it at once, shows that others are meant.

    Both are patterns, with spaces that mean nothing; an empty one is found nowhere.
    """
    earlier = re.compile(before or r"(?!)", re.IGNORECASE | re.VERBOSE)
    later = re.compile(after or r"(?!)", re.IGNORECASE | re.VERBOSE)

    def is_about_others(place: re.Match[str]) -> bool:
        found = earlier.search(clause_before(place)) or later.match(place.string, place.end())
        return found is not None

    return is_about_others
