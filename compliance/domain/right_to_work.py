"""Whether a check of the right to work counts, how long it carries, and when it is followed up.

A check that counts gives the employer a *statutory excuse*: for good with a document of list A, for a
time with one of list B. Who has to be checked at all is answered apart from whether the check counts, for
a school may check people whom the law leaves out. Leaving decides only until when the evidence is kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from compliance.domain.right_to_work_check import RightToWorkCheck
from compliance.domain.right_to_work_documents import DocumentList
from compliance.domain.right_to_work_problems import Effect, Problem, find_problems
from compliance.domain.sources import right_to_work as sources
from core.domain.dates import last_working_day_on_or_before
from core.domain.retention import PERIODS, Record, destroy_after
from core.domain.sources import LegalSource

IN_TIME_DAYS = 28
ALERT_DAYS = (90, 60, 28, 14, 7)


class Engagement(StrEnum):
    EMPLOYEE = "employee"
    WORKER_CONTRACT = "worker_contract"
    SELF_EMPLOYED = "self_employed"
    BUSINESS = "business"


@dataclass(frozen=True, slots=True)
class Worker:
    """The person the check is of; None is not known.

    ``in_time_application``: the employer is reasonably satisfied that an application or appeal was made
    before the permission ended.
    """

    engagement: Engagement | None = None
    employed: bool | None = None
    in_time_application: bool | None = None
    left_date: date | None = None


@dataclass(frozen=True, slots=True)
class RightToWork:
    """What a check amounts to as at ``as_at``; ``accepted`` is None where an unknown decides.

    ``excuse_until`` is the last day of the excuse, None where it has no end. ``grace`` says whether an
    in-time application has moved it. ``edition`` is the day whose rules say who has to be checked.
    """

    check: RightToWorkCheck
    worker: Worker
    as_at: date
    problems: tuple[Problem, ...]

    @property
    def edition(self) -> date:
        return edition_of(self.as_at, self.check.start_date)

    @property
    def in_scope(self) -> bool | None:
        """Employees always, people on a worker's contract since 1 October 2026, businesses never."""
        if self.worker.engagement is None:
            return None
        if self.worker.engagement == Engagement.WORKER_CONTRACT:
            return self.edition >= sources.SCOPE_WIDENS_ON
        return self.worker.engagement == Engagement.EMPLOYEE

    @property
    def accepted(self) -> bool | None:
        """Whether the check counts as it was made, whatever has come to an end since."""
        gravest = self.problems[0].effect if self.problems else Effect.WARNS
        return {Effect.STOPS: False, Effect.LEAVES_OPEN: None, Effect.WARNS: True}[gravest]

    @property
    def list(self) -> DocumentList | None:
        """The list the document is on, though the check may fail; a clipped passport is on none."""
        if self.check.is_refused_as_clipped(self.check.made_on or self.edition):
            return None
        return self.check.list

    @property
    def grace(self) -> bool:
        """Whether 28 days are added to a limited permission.

        Only for somebody employed already, and only where the employer is satisfied of the application:
        what is not known does not satisfy. A verification notice is renewed, not extended.
        """
        is_permission = self.check.list == DocumentList.B1
        return is_permission and self.worker.employed is True and self.worker.in_time_application is True

    @property
    def excuse_from(self) -> date | None:
        return self.check.excuse_from if self.accepted else None

    @property
    def excuse_until(self) -> date | None:
        return self._last_day if self.accepted else None

    @property
    def excuse_now(self) -> bool | None:
        """Whether the excuse stands on ``as_at``: to the close of its last day."""
        first, last = self.check.excuse_from, self._last_day
        if self.accepted is False or (first and self.as_at < first) or (last and self.as_at > last):
            return False
        return self.accepted

    @property
    def follow_up_due(self) -> date | None:
        """The last day for a new check; an in-time application does not put it off."""
        return None if self.accepted is False else self.check.limit

    @property
    def follow_up_target(self) -> date | None:
        """The last working day on or before it, never after: a weekend does not lengthen permission."""
        due = self.follow_up_due
        return last_working_day_on_or_before(due) if due else None

    @property
    def destroy_after(self) -> date | None:
        left = self.worker.left_date
        return destroy_after(Record.RIGHT_TO_WORK, left) if left else None

    @property
    def needs(self) -> tuple[str, ...]:
        """The facts that are missing, by their names."""
        engagement = ("engagement",) if self.worker.engagement is None else ()
        return (*engagement, *(problem.needs for problem in self.problems if problem.needs))

    @property
    def sources(self) -> tuple[LegalSource, ...]:
        return tuple(self._list_sources())

    @property
    def _last_day(self) -> date | None:
        limit = self.check.limit
        return limit + timedelta(days=IN_TIME_DAYS) if limit and self.grace else limit

    def _list_sources(self) -> Iterator[LegalSource]:
        is_wider = self.edition >= sources.SCOPE_WIDENS_ON
        yield sources.WIDER_SCOPE if is_wider else sources.EMPLOYEES_IN_SCOPE
        yield sources.BEFORE_THE_FIRST_DAY
        if self.check.document:
            yield self.check.document.source
        yield from (problem.source for problem in self.problems)
        if self.follow_up_due:
            yield sources.FOLLOW_UP
        if self.grace:
            yield sources.IN_TIME_APPLICATION
        if self.worker.left_date:
            yield from PERIODS[Record.RIGHT_TO_WORK].sources


def judge_right_to_work(check: RightToWorkCheck, worker: Worker, *, as_at: date) -> RightToWork:
    """What a check amounts to as at a day.

    The check is judged as it was made, by the rules of its day; who has to be checked by those of
    ``as_at``, or of the start where that lies later.
    """
    problems = find_problems(check, edition=edition_of(as_at, check.start_date))
    return RightToWork(check, worker, as_at, problems)


def edition_of(as_at: date, start_date: date | None) -> date:
    """The day whose rules hold: the start decides what a start that lies ahead needs."""
    return max(as_at, start_date or as_at)


def list_alert_days(due: date) -> tuple[date, ...]:
    """The days on which to remind of a follow-up, first to last."""
    return tuple(due - timedelta(days=days) for days in ALERT_DAYS)
