"""Whether somebody may start: by which checks are done, and which are not.

Decided here where the rules leave room. A check is done when it is clear on a day that has come; *clear*
without a date proves nothing. What others confirm in writing holds a start up as what the school does
itself. Where a fact that is not known may make a check a must, it holds the start up too, until the check
is done or the fact known; what can only turn out good practice or policy does not. A check that must not be
made never holds a start up: where it was made all the same, that is said.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from compliance.domain.categories import CHECK_LABELS, CheckType, WorkerCategory
from compliance.domain.checks import possible_statuses, required_checks
from compliance.domain.requirement import MUST, Post, Requirement, Status
from compliance.domain.sources import dbs as sources
from core.domain.sources import LegalSource

WANTED = MUST | {Status.SHOULD, Status.DEPENDS}


class CheckOutcome(StrEnum):
    CLEAR = "clear"
    PENDING = "pending"
    CONCERN = "concern"


class Verdict(StrEnum):
    CLEAR = "clear"
    EARLY_START_ONLY = "early_start_only"
    DO_NOT_START = "do_not_start"


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """What became of a check; ``done_date`` is the day it was done or confirmed, not that of a document."""

    done_date: date | None = None
    outcome: CheckOutcome | None = None
    note: str = ""

    @property
    def is_begun(self) -> bool:
        """Whether anything at all was done about it."""
        return self.outcome is not None or self.done_date is not None

    def is_done(self, as_at: date) -> bool:
        """Whether it was clear by that day; without a date it is not."""
        return self.outcome == CheckOutcome.CLEAR and self.done_date is not None and self.done_date <= as_at


@dataclass(frozen=True, slots=True)
class EarlyStart:
    """What a start before the certificate needs: supervision, a risk assessment, and its review."""

    has_supervision_plan: bool | None = None
    risk_assessment_by: str | None = None
    review_date: date | None = None


@dataclass(frozen=True, slots=True)
class Obstacle:
    check: CheckType
    reason: str


@dataclass(frozen=True, slots=True)
class LateCheck:
    """A check done ``days_late`` days after the start, which cannot be undone, only noted."""

    check: CheckType
    days_late: int


@dataclass(frozen=True, slots=True)
class Clearance:
    """``blocking`` names what stands in the way of a start without conditions."""

    verdict: Verdict
    reason: str
    blocking: tuple[Obstacle, ...]
    advisory: tuple[Obstacle, ...]
    late: tuple[LateCheck, ...]
    sources: tuple[LegalSource, ...]


NO_RECORD = CheckRecord()


def judge_clearance(
    post: Post,
    checks: Mapping[CheckType, CheckRecord],
    *,
    start_date: date | None,
    early_start: EarlyStart | None = None,
) -> Clearance:
    """Whether the person may start, as things stand on ``post.as_at``.

    What the start needs follows the rules of ``start_date`` where that lies later. A check done on the day
    of the start is not late. Without a day of start nothing is late.
    """
    start = replace(post, as_at=max(post.as_at, start_date or post.as_at))
    needed = required_checks(start.as_at, start.school_type, start.category, start.facts)
    records = {check: checks.get(check, NO_RECORD) for check in CheckType}
    blocking = tuple(
        Obstacle(check, _why_open(check, one, records[check], post.as_at))
        for check, one in needed.items()
        if not records[check].is_done(post.as_at) and possible_statuses(check, start) & MUST
    )
    missing = _missing_for_early_start(start, blocking, records, early_start)
    verdict = _verdict(blocking, missing)
    return Clearance(
        verdict=verdict,
        reason=_reason(verdict, missing),
        blocking=blocking,
        advisory=tuple(_advisory(needed, records, {one.check for one in blocking}, post.as_at)),
        late=tuple(_late(needed, records, start_date, post.as_at)),
        sources=(
            sources.START_BEFORE_CERTIFICATE,
            *(source for one in blocking for source in needed[one.check].sources),
        ),
    )


def _why_open(check: CheckType, needed: Requirement, record: CheckRecord, as_at: date) -> str:
    """Why a check is not done, and why it is wanted."""
    label = CHECK_LABELS[check]
    if record.outcome == CheckOutcome.CONCERN:
        return f"{label}: there is a concern. Hold the start, assess the risk and record what is decided."
    if record.outcome == CheckOutcome.PENDING:
        return f"{label}: asked for, the answer is still to come. {needed.reason}"
    if record.outcome == CheckOutcome.CLEAR:
        when = "without a date" if record.done_date is None else f"only for {record.done_date:%d/%m/%Y}"
        return f"{label}: recorded {when}, which on {as_at:%d/%m/%Y} is not done yet. {needed.reason}"
    return f"{label}: not done. {needed.reason}"


def _missing_for_early_start(
    start: Post,
    blocking: Sequence[Obstacle],
    records: Mapping[CheckType, CheckRecord],
    early_start: EarlyStart | None,
) -> tuple[str, ...] | None:
    """What an early start still lacks; None where there can be none, whatever is arranged."""
    pending = records[CheckType.ENHANCED_DBS].outcome == CheckOutcome.PENDING
    only_the_certificate = [one.check for one in blocking] == [CheckType.ENHANCED_DBS]
    if start.category == WorkerCategory.SUPPLY_AGENCY or not pending or not only_the_certificate:
        return None
    plan = early_start or EarlyStart()
    over = plan.review_date is not None and plan.review_date < start.as_at
    lacking = {
        "a plan of supervision": not plan.has_supervision_plan,
        "the name of whoever assessed the risk": plan.risk_assessment_by is None,
        "a day on which that is reviewed": plan.review_date is None,
        "a review, for its day has passed": over,
    }
    return tuple(name for name, is_lacking in lacking.items() if is_lacking)


def _verdict(blocking: Sequence[Obstacle], missing: tuple[str, ...] | None) -> Verdict:
    if not blocking:
        return Verdict.CLEAR
    return Verdict.EARLY_START_ONLY if missing == () else Verdict.DO_NOT_START


def _reason(verdict: Verdict, missing: tuple[str, ...] | None) -> str:
    if verdict == Verdict.CLEAR:
        return "Every check that is a must is done."
    if verdict == Verdict.EARLY_START_ONLY:
        return (
            "Only the certificate is still to come: the person may start under the supervision planned, "
            "until the day of the review."
        )
    if missing:
        return f"Only the certificate is still to come. A start before it needs {', '.join(missing)}."
    return "Checks that are a must are not done: see what stands in the way."


def _advisory(
    needed: Mapping[CheckType, Requirement],
    records: Mapping[CheckType, CheckRecord],
    blocking: Container[CheckType],
    as_at: date,
) -> Iterator[Obstacle]:
    """What should be done or decided, what must not have been made, and every other concern."""
    for check, one in needed.items():
        record = records[check]
        if check in blocking:
            continue
        if one.status == Status.NOT_PERMITTED and record.is_begun:
            yield Obstacle(
                check, f"{CHECK_LABELS[check]}: recorded, and must not be made. {one.reason} Remove it."
            )
        elif _is_worth_a_word(one, record, as_at):
            yield Obstacle(check, _why_open(check, one, record, as_at))


def _is_worth_a_word(needed: Requirement, record: CheckRecord, as_at: date) -> bool:
    if record.outcome == CheckOutcome.CONCERN:
        return True
    return needed.status in {Status.SHOULD, Status.DEPENDS} and not record.is_done(as_at)


def _late(
    needed: Mapping[CheckType, Requirement],
    records: Mapping[CheckType, CheckRecord],
    start_date: date | None,
    as_at: date,
) -> Iterator[LateCheck]:
    """Checks that are wanted and were done after the start."""
    for check, record in records.items():
        is_wanted = needed[check].status in WANTED
        if start_date and record.done_date and is_wanted and record.is_done(as_at):
            days = (record.done_date - start_date).days
            if days > 0:
                yield LateCheck(check, days)
