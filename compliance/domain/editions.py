"""The editions of law and guidance our rules know, and what a new one changes for somebody.

An edition whose beginning is not confirmed has no day, is in force on none, and changes no rule.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.checks import required_checks, rule_in_force
from compliance.domain.commencement import (
    EARLY_YEARS_REFERENCES,
    RIGHT_TO_WORK_WIDENS,
    SUPERVISION_COUNTS_NO_MORE,
)
from compliance.domain.requirement import Requirement, RoleFacts
from compliance.domain.sources import checks, editions
from core.domain.schools import SchoolType
from core.domain.sources import LegalSource


@dataclass(frozen=True, slots=True)
class Edition:
    """``changes`` says in plain words what is new; ``in_force_from`` is None where that is not confirmed."""

    name: str
    in_force_from: date | None
    changes: tuple[str, ...]
    sources: tuple[LegalSource, ...]

    @property
    def is_confirmed(self) -> bool:
        return self.in_force_from is not None


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """What a check was for a post, and what it is from ``changed_on``; ``edition`` brought it about."""

    check: CheckType
    before: Requirement
    after: Requirement
    changed_on: date
    edition: Edition


# In order of their days; those without one come last.
EDITIONS: tuple[Edition, ...] = (
    Edition(
        "KCSIE 2025 and the early years framework 2025",
        EARLY_YEARS_REFERENCES,
        (
            "In early years a reference must be obtained before somebody starts; until then it was guidance.",
            "Two people who shortlist, the online search and other steps of recruitment stay guidance.",
        ),
        (editions.KCSIE_2025, checks.EARLY_YEARS_REFERENCES),
    ),
    Edition(
        "Crime and Policing Act 2026: supervision",
        SUPERVISION_COUNTS_NO_MORE,
        (
            "Supervision no longer takes volunteers out of regulated activity.",
            "Whoever meets the test needs an enhanced certificate with the children's barred list.",
            "Below the threshold, and for paid staff, nothing changes.",
        ),
        (checks.SUPERVISION_EXEMPTION_ENDS, checks.SUPERVISION_EXEMPTED),
    ),
    Edition(
        "Right to work: the wider scheme",
        RIGHT_TO_WORK_WIDENS,
        (
            "People on a worker's contract and individual sub-contractors are checked beforehand too.",
            "Ordinary contracts between businesses, and people truly self-employed, stay outside.",
        ),
        (checks.RIGHT_TO_WORK_WIDENED,),
    ),
    Edition(
        "KCSIE 2026",
        None,
        ("The text consulted on in spring 2026 may change part three. We have not seen the final one.",),
        (editions.KCSIE_2026,),
    ),
    Edition(
        "Children's Wellbeing and Schools Act 2026",
        None,
        ("Academies are to need qualified teachers and induction, from a day not yet confirmed.",),
        (editions.CHILDRENS_WELLBEING_ACT,),
    ),
    Edition(
        "Employment Rights Act 2025: time limit of tribunals",
        None,
        ("Six months to claim instead of three, from October 2026 or later: keep records accordingly.",),
        (editions.TRIBUNAL_TIME_LIMIT,),
    ),
)


def edition_on(day: date) -> Edition | None:
    """The newest confirmed edition in force on a day, or None before the first."""
    begun = [one for one in EDITIONS if one.in_force_from is not None and one.in_force_from <= day]
    return begun[-1] if begun else None


def changed_answers(
    earlier: date,
    later: date,
    *,
    school_type: SchoolType | None,
    category: WorkerCategory,
    facts: RoleFacts,
) -> Iterator[ChangedAnswer]:
    """Which checks of a post have another answer on ``later`` than on ``earlier``, and by which edition.

    An answer that only has another reason counts as the same.
    """
    before = required_checks(earlier, school_type, category, facts)
    after = required_checks(later, school_type, category, facts)
    for check in CheckType:
        changed_on = rule_in_force(check, category, later).in_force_from
        edition = edition_on(changed_on) if changed_on else None
        if changed_on and edition and _answer(before[check]) != _answer(after[check]):
            yield ChangedAnswer(check, before[check], after[check], changed_on, edition)


def _answer(one: Requirement) -> tuple[object, ...]:
    return one.status, one.needs
