"""Line by line: what is a must first, each with its state and with what is to do."""

from datetime import date

import pytest

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.checks import required_checks
from compliance.domain.clearance import CheckOutcome, CheckRecord, judge_clearance
from compliance.domain.held_checks import HeldCheck, Outcome
from compliance.domain.requirement import Post, RoleFacts
from compliance.domain.starter_lines import Block, Line, LineState, count_done, list_lines
from core.domain.schools import SchoolType

TODAY = date(2026, 11, 2)
START = date(2026, 11, 9)
FACTS = RoleFacts(
    teaching_work=False,
    has_trn=False,
    lived_abroad=False,
    early_years_or_wraparound=False,
    manages_early_years=False,
)


def lines(
    held: dict[CheckType, HeldCheck],
    *,
    start: date = START,
    category: WorkerCategory = WorkerCategory.TA_ELSA,
) -> dict[CheckType, Line]:
    records = {
        check: CheckRecord(one.done_date, CheckOutcome(one.outcome))
        if one.is_done
        else CheckRecord(outcome=CheckOutcome.PENDING)
        for check, one in held.items()
    }
    post = Post(TODAY, SchoolType.ACADEMY, category, FACTS)
    clearance = judge_clearance(post, records, start_date=start)
    requirements = required_checks(max(TODAY, start), SchoolType.ACADEMY, category, FACTS)
    return {line.check: line for line in list_lines(clearance, requirements, held, today=TODAY)}


def done(check: CheckType, day: date | None, outcome: Outcome = Outcome.CLEAR) -> HeldCheck:
    return HeldCheck(check, is_done=True, done_date=day, outcome=outcome)


@pytest.mark.parametrize(
    ("held", "state"),
    [
        (None, LineState.MISSING),
        (HeldCheck(CheckType.IDENTITY, is_done=False, requested_date=TODAY), LineState.ASKED),
        (done(CheckType.IDENTITY, TODAY), LineState.DONE),
        (done(CheckType.IDENTITY, None), LineState.DATE_MISSING),
        (done(CheckType.IDENTITY, TODAY, Outcome.CONCERN), LineState.CONCERN),
    ],
)
def test_state_of_a_must(held: HeldCheck | None, state: LineState) -> None:
    line = lines({CheckType.IDENTITY: held} if held else {})[CheckType.IDENTITY]

    assert (line.block, line.state, line.step is None) == (Block.STATUTORY, state, state == LineState.DONE)


@pytest.mark.parametrize(("start", "state"), [(TODAY, LineState.DONE), (date(2026, 11, 1), LineState.LATE)])
def test_done_after_the_first_day_is_late(start: date, state: LineState) -> None:
    line = lines({CheckType.IDENTITY: done(CheckType.IDENTITY, TODAY)}, start=start)[CheckType.IDENTITY]

    assert (line.state, line.days_late) == (state, (TODAY - start).days)


def test_blocks_follow_what_a_check_is() -> None:
    found = lines({})

    assert [
        found[check].block for check in (CheckType.REFERENCES, CheckType.S128, CheckType.QUALIFICATIONS)
    ] == [
        Block.LOCAL,
        Block.NOT_NEEDED,
        Block.NOT_NEEDED,
    ]
    assert list(dict.fromkeys(line.block for line in found.values())) == list(Block)


def test_what_policy_decides_is_shown_once_it_is_begun() -> None:
    held = {
        CheckType.QUALIFICATIONS: HeldCheck(CheckType.QUALIFICATIONS, is_done=False, requested_date=TODAY)
    }

    assert lines(held)[CheckType.QUALIFICATIONS].block == Block.LOCAL


def test_what_must_not_be_asked_says_so() -> None:
    found = lines({}, category=WorkerCategory.TRUSTEE_ACADEMY)[CheckType.CHILDREN_BARRED_LIST]

    assert (found.block, found.state, found.state_label, found.step) == (
        Block.NOT_NEEDED,
        LineState.NOT_PERMITTED,
        "Must not be asked",
        None,
    )


def test_count_done_counts_what_is_wanted() -> None:
    none = tuple(lines({}).values())
    one = tuple(lines({CheckType.IDENTITY: done(CheckType.IDENTITY, TODAY)}).values())

    assert (count_done(none), count_done(one)) == ((0, 9), (1, 9))
