"""What waits for whom in somebody's development, worked out for a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from compliance.domain.kinds import PersonKind
from cpd.domain.induction import DECIDE_SOON_DAYS

REVIEW_SOON_DAYS = 14
JOB_DESCRIPTION_SOON_DAYS = 30
# Induction is asked for of somebody who came within these days, or is still to come.
NEW_DAYS = 90
# Whom the school itself manages; others have their own employer, or none.
MANAGED_KINDS = frozenset({PersonKind.TEACHING, PersonKind.SUPPORT})


class Turn(StrEnum):
    MANAGER = "manager"
    SCHOOL = "school"


TURN_LABELS: Mapping[Turn, str] = {
    Turn.MANAGER: "Line manager",
    Turn.SCHOOL: "HR or headteacher",
}


class WaitKind(StrEnum):
    NO_MANAGER = "no_manager"
    NEEDS = "needs"
    STEP = "step"
    INDUCTION = "induction"
    PROBATION = "probation"
    JOB_DESCRIPTION = "job_description"


WAIT_LABELS: Mapping[WaitKind, str] = {
    WaitKind.NO_MANAGER: "No line manager",
    WaitKind.NEEDS: "Development needs",
    WaitKind.STEP: "Plan",
    WaitKind.INDUCTION: "Induction",
    WaitKind.PROBATION: "Probation",
    WaitKind.JOB_DESCRIPTION: "Job description",
}


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is known of one person, as one row of a query tells it. A day is None where there is none.

    ``is_head`` where they are headteacher there: the governing board manages them, and nobody who signs in.
    """

    kind: PersonKind | None
    start_date: date | None
    has_manager: bool
    is_head: bool
    proposed_needs: int
    next_step_date: date | None
    has_induction: bool
    items_overdue: int
    review_date: date | None
    probation_end: date | None
    job_description_date: date | None


@dataclass(frozen=True, slots=True)
class Wait:
    """One thing that waits, whose turn it is, and since or until when."""

    kind: WaitKind
    label: str
    turn: Turn
    due_date: date | None = None
    is_late: bool = False


def list_waits(facts: PersonFacts, *, today: date) -> tuple[Wait, ...]:
    """Everything that waits for somebody to act, in the order of ``WaitKind``."""
    found = (
        _manager(facts),
        _needs(facts),
        _step(facts, today),
        _induction(facts, today),
        _probation(facts, today),
        _job_description(facts, today),
    )
    return tuple(one for one in found if one is not None)


def _manager(facts: PersonFacts) -> Wait | None:
    if facts.has_manager or facts.is_head or facts.kind not in MANAGED_KINDS:
        return None
    return Wait(WaitKind.NO_MANAGER, "No line manager", Turn.SCHOOL)


def _needs(facts: PersonFacts) -> Wait | None:
    number = facts.proposed_needs
    if not number:
        return None
    word = "need" if number == 1 else "needs"
    return Wait(WaitKind.NEEDS, f"{number} proposed {word}", Turn.MANAGER)


def _step(facts: PersonFacts, today: date) -> Wait | None:
    day = facts.next_step_date
    if day is None or day >= today:
        return None
    return Wait(WaitKind.STEP, "Step of a plan", Turn.MANAGER, day, is_late=True)


def _induction(facts: PersonFacts, today: date) -> Wait | None:
    if facts.items_overdue:
        word = "item" if facts.items_overdue == 1 else "items"
        return Wait(WaitKind.INDUCTION, f"{facts.items_overdue} induction {word}", Turn.MANAGER, is_late=True)
    is_new = facts.start_date is not None and facts.start_date >= today - timedelta(days=NEW_DAYS)
    if facts.has_induction or not is_new or facts.kind is None:
        return None
    is_late = facts.start_date is not None and facts.start_date < today
    return Wait(WaitKind.INDUCTION, "Induction to begin", Turn.MANAGER, facts.start_date, is_late=is_late)


def _probation(facts: PersonFacts, today: date) -> Wait | None:
    """The review that comes first; the decision once its four weeks have begun."""
    end, review = facts.probation_end, facts.review_date
    if end is not None and today > end - timedelta(days=DECIDE_SOON_DAYS):
        return Wait(WaitKind.PROBATION, "Probation to decide", Turn.MANAGER, end, is_late=end < today)
    if review is None or review > today + timedelta(days=REVIEW_SOON_DAYS):
        return None
    return Wait(WaitKind.PROBATION, "Probation review", Turn.MANAGER, review, is_late=review < today)


def _job_description(facts: PersonFacts, today: date) -> Wait | None:
    day = facts.job_description_date
    if day is None or day > today + timedelta(days=JOB_DESCRIPTION_SOON_DAYS):
        return None
    return Wait(WaitKind.JOB_DESCRIPTION, "Job description review", Turn.MANAGER, day, is_late=day < today)
