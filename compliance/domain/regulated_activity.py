"""Whether work with children is regulated activity, so that the barred list must or must not be asked for.

Decided here where the law's words leave room. A pattern, personal care and a night are claims: not made,
they do not count. Supervision took only unpaid people out, volunteers and governors, and only until
31 August 2026. Work with contact under a contract for occasional or temporary services is excepted
however often, so a contractor's is not known until that is. Where nothing at all is said about when
somebody works, that is not known either; an empty list says they never did.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import product

from compliance.domain.commencement import SUPERVISION_COUNTS_NO_MORE
from compliance.domain.frequency import Attendance, Met, Pattern, Way, first_met
from compliance.domain.sources import checks as check_sources
from compliance.domain.sources import regulated_activity as sources
from core.domain.sources import LegalSource


class Role(StrEnum):
    EMPLOYEE = "employee"
    VOLUNTEER = "volunteer"
    CONTRACTOR = "contractor"
    GOVERNOR = "governor"


class Activity(StrEnum):
    """``WORK_WITH_CONTACT`` is any other work in a school that gives the opportunity for contact."""

    TEACHING = "teaching"
    CARE = "care"
    SUPERVISION = "supervision"
    ADVICE = "advice"
    DRIVING = "driving"
    WORK_WITH_CONTACT = "work_with_contact"
    NONE = "none"


class BarredList(StrEnum):
    REQUIRED = "required"
    NOT_PERMITTED = "not_permitted"


UNPAID = frozenset({Role.VOLUNTEER, Role.GOVERNOR})
TEMPORARY_CONTRACT = "occasional_or_temporary_contract"
ATTENDANCE = "attendance"


@dataclass(frozen=True, slots=True)
class Work:
    """What somebody does with children, and when. None is not known, save for claims not made."""

    role: Role | None
    activity: Activity | None
    supervised: bool | None = None
    personal_care: bool | None = None
    pattern: Pattern | None = None
    attendance: tuple[Attendance, ...] | None = None


@dataclass(frozen=True, slots=True)
class RegulatedActivity:
    """The answer. ``regulated`` is None where an unknown decides, and then ``needs`` names it.

    ``since`` is the day it is certain from, None where no day of work is recorded.
    """

    regulated: bool | None
    reason: str
    since: date | None = None
    needs: tuple[str, ...] = ()
    sources: tuple[LegalSource, ...] = ()

    @property
    def barred_list(self) -> BarredList | None:
        """What follows for the barred list; None where it is not known."""
        if self.regulated is None:
            return None
        return BarredList.REQUIRED if self.regulated else BarredList.NOT_PERMITTED


def judge_regulated_activity(work: Work, as_at: date) -> RegulatedActivity:
    """Whether the work is regulated activity under the law of ``as_at``, by what has happened until then.

    Where a role, an activity or supervision is not known, it is judged whichever it may be: it is known
    all the same where that makes no difference. ``since`` then is the last of the days it may be.
    """
    possible = list(_completions(work))
    judged = [_judge(one, as_at) for one in possible]
    needs = _what_decides(possible, judged, work)
    if not needs:
        return _latest(judged)
    return RegulatedActivity(None, _REASON_UNKNOWN, needs=needs, sources=_sources(judged))


_REASON_UNKNOWN = (
    "This cannot be said yet: find out what is missing, and do not ask for the barred list before."
)


def _completions(work: Work) -> Iterator[Work]:
    """The work with each of its unknowns as it may be."""
    roles = [work.role] if work.role else list(Role)
    activities = [work.activity] if work.activity else list(Activity)
    supervised = [True, False] if work.supervised is None else [work.supervised]
    for role, activity, is_supervised in product(roles, activities, supervised):
        yield replace(work, role=role, activity=activity, supervised=is_supervised)


def _what_decides(
    possible: Sequence[Work], judged: Sequence[RegulatedActivity], work: Work
) -> tuple[str, ...]:
    """The unknowns that make a difference: what no completion knows, and what two differ by alone."""
    found = dict.fromkeys(need for one in judged for need in one.needs)
    outcomes = dict(zip(possible, (one.regulated for one in judged), strict=True))
    for name in ("role", "activity", "supervised"):
        if getattr(work, name) is None and _differs_by(name, outcomes):
            found[name] = None
    return tuple(found)


def _differs_by(name: str, outcomes: dict[Work, bool | None]) -> bool:
    by_rest: dict[Work, set[bool | None]] = {}
    for one, regulated in outcomes.items():
        by_rest.setdefault(replace(one, **{name: None}), set()).add(regulated)
    return any(len(found) > 1 for found in by_rest.values())


def _latest(judged: Sequence[RegulatedActivity]) -> RegulatedActivity:
    """The answer that is certain last. Either all of them have a day or, no work being recorded, none."""
    return max(judged, key=lambda one: one.since or date.min)


def _sources(judged: Sequence[RegulatedActivity]) -> tuple[LegalSource, ...]:
    return tuple(dict.fromkeys(source for one in judged for source in one.sources))


def _judge(work: Work, as_at: date) -> RegulatedActivity:
    """Judge work whose role, activity and supervision are known."""
    if work.personal_care:
        return _personal_care(work, as_at)
    if work.activity == Activity.NONE:
        return _no_activity(work)
    is_exempted = bool(work.role in UNPAID and work.supervised)
    if is_exempted and as_at < SUPERVISION_COUNTS_NO_MORE:
        return _SUPERVISED
    return _judge_time(work, as_at, counts_from=SUPERVISION_COUNTS_NO_MORE if is_exempted else None)


def _judge_time(work: Work, as_at: date, *, counts_from: date | None) -> RegulatedActivity:
    """Judge by how often; before ``counts_from`` supervision took the work out of the law."""
    if work.attendance is None and work.pattern is None:
        return RegulatedActivity(None, _REASON_UNKNOWN, needs=(ATTENDANCE,), sources=(sources.TEST,))
    met = first_met(work.pattern, work.attendance or (), as_at=as_at, counts_from=counts_from)
    if met is None:
        return _NOT_OFTEN
    if work.role == Role.CONTRACTOR and work.activity == Activity.WORK_WITH_CONTACT:
        return RegulatedActivity(
            None, _REASON_UNKNOWN, needs=(TEMPORARY_CONTRACT,), sources=(sources.CONTRACTORS, sources.TEST)
        )
    return _met(work, met, was_exempted=counts_from is not None)


def _personal_care(work: Work, as_at: date) -> RegulatedActivity:
    """Once is enough, from the first day attended."""
    return RegulatedActivity(
        regulated=True,
        reason="Personal or health care is regulated activity, even once and whoever supervises it.",
        since=min((one.day for one in work.attendance or () if one.day <= as_at), default=None),
        sources=(sources.PERSONAL_CARE,),
    )


def _no_activity(work: Work) -> RegulatedActivity:
    if work.role == Role.GOVERNOR:
        return RegulatedActivity(
            regulated=False,
            reason="Governing alone is not regulated activity; work a governor does with children can be.",
            sources=(check_sources.GOVERNORS_DBS,),
        )
    return RegulatedActivity(
        regulated=False,
        reason="Nothing here is work with children or gives contact with them.",
        sources=(sources.TEST,),
    )


_SUPERVISED = RegulatedActivity(
    regulated=False,
    reason=(
        "Until 31 August 2026 supervision takes unpaid people out of regulated activity. From 1 September "
        "2026 it no longer does: test again then."
    ),
    sources=(check_sources.SUPERVISION_EXEMPTED,),
)
_NOT_OFTEN = RegulatedActivity(
    regulated=False,
    reason=(
        "Neither weekly, nor on more than three days in any 30, nor overnight: below the threshold of "
        "regulated activity."
    ),
    sources=(sources.TEST,),
)
_REASONS = {
    Way.WEEKLY: "Work with children every week is regulated activity.",
    Way.DAYS: "Work with children on more than three days in 30, at all settings, is regulated activity.",
    Way.OVERNIGHT: "Work with children between 02:00 and 06:00 is regulated activity, even once.",
}


def _met(work: Work, met: Met, *, was_exempted: bool) -> RegulatedActivity:
    found = [sources.TEST]
    found += [sources.PAID_STAFF] if work.role == Role.EMPLOYEE else []
    found += [check_sources.SUPERVISION_EXEMPTION_ENDS] if was_exempted else []
    said = " Since 1 September 2026 supervision makes no difference." if was_exempted else ""
    return RegulatedActivity(
        regulated=True, reason=_REASONS[met.way] + said, since=met.since, sources=tuple(found)
    )
