"""A first guess at the kind of worker, from the title of a post; a person confirms it."""

import re

from compliance.domain.categories import WorkerCategory
from core.domain.schools import SchoolType

_LEADERS = (
    "head teacher",
    "headteacher",
    "headmaster",
    "headmistress",
    "principal",
    "deputy head",
    "assistant head",
    "executive head",
    "head of school",
    "business manager",
    "chief executive",
    "chief financial officer",
    "chief operating officer",
)
# In the order in which they are tried: "governor" before "teacher", "assistant" before "teacher".
_WORDS: tuple[tuple[WorkerCategory, tuple[str, ...]], ...] = (
    (WorkerCategory.TRUSTEE_ACADEMY, ("trustee", "member of the trust")),
    (WorkerCategory.GOVERNOR_MAINTAINED, ("governor",)),
    (WorkerCategory.SUPPLY_AGENCY, ("supply", "agency")),
    (WorkerCategory.VOLUNTEER_RA, ("volunteer", "parent helper", "reading helper")),
    (WorkerCategory.CONTRACTOR_RA, ("contractor", "coach", "peripatetic")),
    (WorkerCategory.TRAINEE_FEE, ("trainee teacher", "student teacher")),
    (
        WorkerCategory.EY_WRAP,
        ("nursery", "early years", "breakfast club", "after school club", "after-school club", "wraparound"),
    ),
    (
        WorkerCategory.TA_ELSA,
        (
            "teaching assistant",
            "classroom assistant",
            "hlta",
            "elsa",
            "learning mentor",
            "learning support",
            "home link",
            "home school link",
        ),
    ),
    (WorkerCategory.TEACHER, ("teacher", "senco", "tutor")),
)


def _speaks_of(title: str, words: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", title, re.IGNORECASE) for word in words)


def propose_category(job_title: str, school_type: SchoolType) -> WorkerCategory:
    """The likeliest kind of worker for a title; support staff where nothing in it says more."""
    if _speaks_of(job_title, _LEADERS):
        is_maintained = school_type in {SchoolType.MAINTAINED, SchoolType.PRU}
        return WorkerCategory.LEADER_MAINTAINED if is_maintained else WorkerCategory.LEADER_ACADEMY
    found = next((category for category, words in _WORDS if _speaks_of(job_title, words)), None)
    if found == WorkerCategory.GOVERNOR_MAINTAINED and school_type not in {
        SchoolType.MAINTAINED,
        SchoolType.PRU,
    }:
        return WorkerCategory.TRUSTEE_ACADEMY
    return found or WorkerCategory.SUPPORT_STAFF
