"""Whether somebody may start: every check missing in turn, early starts, late checks, unknowns."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.checks import possible_statuses, required_checks
from compliance.domain.clearance import (
    CheckOutcome,
    CheckRecord,
    Clearance,
    EarlyStart,
    LateCheck,
    Verdict,
    judge_clearance,
)
from compliance.domain.requirement import Post, RoleFacts, Status
from core.domain.schools import SchoolType

AS_AT = date(2026, 11, 22)
START = date(2026, 11, 23)
NO = RoleFacts(*[False] * 11)
# An ELSA under direction, of whom everything that decides is known.
ELSA = Post(
    AS_AT, SchoolType.ACADEMY, WorkerCategory.TA_ELSA, replace(NO, regulated_activity=True, supervised=None)
)
DONE = CheckRecord(date(2026, 11, 16), CheckOutcome.CLEAR)
PENDING = CheckRecord(None, CheckOutcome.PENDING)
CONCERN = CheckRecord(date(2026, 11, 16), CheckOutcome.CONCERN)
ALL_DONE = dict.fromkeys(CheckType, DONE)
PLAN = EarlyStart(has_supervision_plan=True, risk_assessment_by="Noor Haddad", review_date=date(2026, 12, 7))
MUST = [
    CheckType.IDENTITY,
    CheckType.ENHANCED_DBS,
    CheckType.CHILDREN_BARRED_LIST,
    CheckType.RIGHT_TO_WORK,
    CheckType.MEDICAL_FITNESS,
]
SHOULD = [
    CheckType.REFERENCES,
    CheckType.EMPLOYMENT_HISTORY_GAPS,
    CheckType.ONLINE_SEARCH,
    CheckType.CRIMINAL_SELF_DECLARATION,
]


def judge(
    changes: Mapping[CheckType, CheckRecord] | None = None,
    *,
    post: Post = ELSA,
    start_date: date | None = START,
    early_start: EarlyStart | None = None,
) -> Clearance:
    return judge_clearance(
        post, ALL_DONE | dict(changes or {}), start_date=start_date, early_start=early_start
    )


def blocking(judged: Clearance) -> list[CheckType]:
    return [one.check for one in judged.blocking]


def advisory(judged: Clearance) -> list[CheckType]:
    return [one.check for one in judged.advisory]


def test_all_done_is_clear() -> None:
    judged = judge()

    assert (judged.verdict, judged.blocking, judged.advisory, judged.late) == (Verdict.CLEAR, (), (), ())


@pytest.mark.parametrize("check", MUST)
@pytest.mark.parametrize(
    ("record", "said"),
    [
        (CheckRecord(), "not done"),
        (PENDING, "asked for, the answer is still to come"),
        (CONCERN, "there is a concern"),
        (CheckRecord(None, CheckOutcome.CLEAR), "recorded without a date"),
        (CheckRecord(date(2026, 11, 23), CheckOutcome.CLEAR), "recorded only for 23/11/2026"),
        (CheckRecord(date(2026, 11, 16), None), "not done"),
    ],
)
def test_check_that_is_a_must_blocks_until_it_is_clear(
    check: CheckType, record: CheckRecord, said: str
) -> None:
    judged = judge({check: record})

    assert (judged.verdict, blocking(judged)) == (Verdict.DO_NOT_START, [check])
    assert said in judged.blocking[0].reason


@pytest.mark.parametrize("check", SHOULD)
@pytest.mark.parametrize("record", [CheckRecord(), PENDING, CONCERN])
def test_check_that_should_be_done_advises(check: CheckType, record: CheckRecord) -> None:
    judged = judge({check: record})

    assert (judged.verdict, blocking(judged), advisory(judged)) == (Verdict.CLEAR, [], [check])


def test_what_only_the_policy_decides_advises() -> None:
    judged = judge({CheckType.QUALIFICATIONS: CheckRecord()})

    assert (judged.verdict, advisory(judged)) == (Verdict.CLEAR, [CheckType.QUALIFICATIONS])


@pytest.mark.parametrize("check", [CheckType.S128, CheckType.OVERSEAS, CheckType.PROHIBITION_TEACHING])
def test_check_that_is_not_required_may_be_missing(check: CheckType) -> None:
    judged = judge({check: CheckRecord()})

    assert (judged.verdict, judged.advisory) == (Verdict.CLEAR, ())


def test_concern_about_a_check_nobody_requires_is_said() -> None:
    judged = judge({CheckType.OVERSEAS: CONCERN})

    assert (judged.verdict, advisory(judged)) == (Verdict.CLEAR, [CheckType.OVERSEAS])


def test_barred_list_of_somebody_outside_regulated_activity_is_said_and_holds_nothing_up() -> None:
    governor = replace(ELSA, category=WorkerCategory.GOVERNOR_MAINTAINED, facts=replace(NO, governor=True))

    assert advisory(judge({CheckType.CHILDREN_BARRED_LIST: CheckRecord()}, post=governor)) == []
    for record in (DONE, PENDING):
        judged = judge({CheckType.CHILDREN_BARRED_LIST: record}, post=governor)
        assert (judged.verdict, advisory(judged)) == (Verdict.CLEAR, [CheckType.CHILDREN_BARRED_LIST])


def test_assurance_that_has_not_come_blocks() -> None:
    agency = replace(ELSA, category=WorkerCategory.SUPPLY_AGENCY)

    assert blocking(judge({CheckType.REFERENCES: CheckRecord()}, post=agency)) == [CheckType.REFERENCES]


# Early start


def test_early_start_on_a_pending_certificate_with_a_plan() -> None:
    judged = judge({CheckType.ENHANCED_DBS: PENDING}, early_start=PLAN)

    assert (judged.verdict, blocking(judged)) == (Verdict.EARLY_START_ONLY, [CheckType.ENHANCED_DBS])


@pytest.mark.parametrize(
    "plan",
    [
        None,
        EarlyStart(),
        replace(PLAN, has_supervision_plan=False),
        replace(PLAN, has_supervision_plan=None),
        replace(PLAN, risk_assessment_by=None),
        replace(PLAN, review_date=None),
        replace(PLAN, review_date=date(2026, 11, 22)),
    ],
)
def test_early_start_lacks_something(plan: EarlyStart | None) -> None:
    judged = judge({CheckType.ENHANCED_DBS: PENDING}, early_start=plan)

    assert judged.verdict == Verdict.DO_NOT_START
    assert judged.reason.startswith("Only the certificate is still to come. A start before it needs ")


@pytest.mark.parametrize("check", [check for check in MUST if check != CheckType.ENHANCED_DBS])
def test_early_start_needs_every_other_check(check: CheckType) -> None:
    judged = judge({CheckType.ENHANCED_DBS: PENDING, check: CheckRecord()}, early_start=PLAN)

    assert judged.verdict == Verdict.DO_NOT_START


@pytest.mark.parametrize("record", [CheckRecord(), CONCERN, CheckRecord(None, CheckOutcome.CLEAR)])
def test_early_start_is_for_a_pending_certificate_only(record: CheckRecord) -> None:
    judged = judge({CheckType.ENHANCED_DBS: record}, early_start=PLAN)

    assert judged.verdict == Verdict.DO_NOT_START


def test_early_start_may_leave_open_what_only_should_be_done() -> None:
    judged = judge({CheckType.ENHANCED_DBS: PENDING, CheckType.REFERENCES: PENDING}, early_start=PLAN)

    assert (judged.verdict, advisory(judged)) == (Verdict.EARLY_START_ONLY, [CheckType.REFERENCES])


@pytest.mark.parametrize("category", WorkerCategory)
def test_early_start_is_for_everybody_but_agency_workers(category: WorkerCategory) -> None:
    post = replace(ELSA, category=category)
    needs_certificate = required_checks(START, post.school_type, category, post.facts)
    expected = {
        WorkerCategory.SUPPLY_AGENCY: Verdict.DO_NOT_START,
    }.get(category, Verdict.EARLY_START_ONLY)

    assert needs_certificate[CheckType.ENHANCED_DBS].status in {Status.REQUIRED, Status.ASSURANCE}
    assert judge({CheckType.ENHANCED_DBS: PENDING}, post=post, early_start=PLAN).verdict == expected


@pytest.mark.parametrize(
    ("as_at", "verdict"),
    [
        (date(2026, 12, 6), Verdict.EARLY_START_ONLY),
        (date(2026, 12, 7), Verdict.EARLY_START_ONLY),
        (date(2026, 12, 8), Verdict.DO_NOT_START),
    ],
)
def test_early_start_ends_when_the_day_of_its_review_has_passed(as_at: date, verdict: Verdict) -> None:
    post = replace(ELSA, as_at=as_at)

    assert judge({CheckType.ENHANCED_DBS: PENDING}, post=post, early_start=PLAN).verdict == verdict


# Late checks


@pytest.mark.parametrize(
    ("done", "late"), [(date(2026, 11, 2), []), (date(2026, 11, 3), [1]), (date(2026, 11, 20), [18])]
)
@pytest.mark.parametrize("check", [CheckType.RIGHT_TO_WORK, CheckType.REFERENCES])
def test_check_done_after_the_start_is_listed_and_blocks_nothing(
    check: CheckType, done: date, late: list[int]
) -> None:
    started = date(2026, 11, 2)
    earlier = dict.fromkeys(CheckType, CheckRecord(date(2026, 10, 5), CheckOutcome.CLEAR))
    judged = judge(earlier | {check: CheckRecord(done, CheckOutcome.CLEAR)}, start_date=started)

    assert (judged.verdict, judged.late) == (Verdict.CLEAR, tuple(LateCheck(check, days) for days in late))


def test_nothing_is_late_that_is_not_wanted_or_without_a_start() -> None:
    started = date(2026, 11, 2)

    assert {one.check for one in judge(start_date=started).late} == {
        *MUST,
        *SHOULD,
        CheckType.QUALIFICATIONS,
    }
    assert judge(start_date=None).late == ()


# Editions and unknowns


@pytest.mark.parametrize(
    ("as_at", "start", "expected"),
    [
        (date(2026, 8, 20), date(2026, 8, 31), []),
        (date(2026, 8, 20), date(2026, 9, 1), [CheckType.CHILDREN_BARRED_LIST]),
        (date(2026, 8, 31), date(2026, 6, 9), []),
        (date(2026, 9, 1), date(2026, 6, 9), [CheckType.CHILDREN_BARRED_LIST]),
    ],
)
def test_supervised_volunteer_needs_the_barred_list_from_the_change(
    as_at: date, start: date, expected: list[CheckType]
) -> None:
    post = Post(
        as_at,
        SchoolType.MAINTAINED,
        WorkerCategory.VOLUNTEER_RA,
        replace(NO, regulated_activity=None, supervised=True),
    )
    done = dict.fromkeys(CheckType, CheckRecord(date(2026, 6, 1), CheckOutcome.CLEAR))
    judged = judge(done | {CheckType.CHILDREN_BARRED_LIST: CheckRecord()}, post=post, start_date=start)

    assert blocking(judged) == expected


def test_fact_not_known_holds_a_start_up_where_it_may_make_a_check_a_must() -> None:
    unknown = replace(ELSA, facts=replace(ELSA.facts, lived_abroad=None))

    assert blocking(judge({CheckType.OVERSEAS: CheckRecord()}, post=unknown)) == [CheckType.OVERSEAS]
    assert judge(post=unknown).verdict == Verdict.CLEAR


def test_fact_not_known_advises_where_it_may_only_be_good_practice() -> None:
    unknown = replace(ELSA, facts=replace(ELSA.facts, has_trn=None))
    judged = judge({CheckType.PROHIBITION_TEACHING: CheckRecord()}, post=unknown)

    assert (judged.verdict, advisory(judged)) == (Verdict.CLEAR, [CheckType.PROHIBITION_TEACHING])


def test_school_not_known_holds_a_manager_up() -> None:
    manager = Post(AS_AT, None, WorkerCategory.SUPPORT_STAFF, replace(ELSA.facts, management_role=True))

    assert blocking(judge({CheckType.S128: CheckRecord()}, post=manager)) == [CheckType.S128]


@pytest.mark.parametrize(
    ("check", "facts", "expected"),
    [
        (CheckType.IDENTITY, RoleFacts(), {Status.REQUIRED}),
        (CheckType.QUALIFICATIONS, RoleFacts(), {Status.DEPENDS}),
        (
            CheckType.PROHIBITION_TEACHING,
            RoleFacts(),
            {Status.REQUIRED, Status.SHOULD, Status.NOT_REQUIRED},
        ),
        (
            CheckType.PROHIBITION_TEACHING,
            RoleFacts(teaching_work=False),
            {Status.SHOULD, Status.NOT_REQUIRED},
        ),
    ],
)
def test_possible_statuses(check: CheckType, facts: RoleFacts, expected: set[Status]) -> None:
    assert possible_statuses(check, replace(ELSA, facts=facts)) == expected


RECORDS = st.builds(
    CheckRecord,
    st.none() | st.dates(date(2026, 11, 1), date(2026, 11, 30)),
    st.sampled_from([*CheckOutcome, None]),
)
POSTS = st.builds(
    Post,
    as_at=st.just(AS_AT),
    school_type=st.sampled_from([*SchoolType, None]),
    category=st.sampled_from(WorkerCategory),
    facts=st.builds(RoleFacts, *[st.sampled_from([True, False, None])] * 11),
)


@given(
    post=POSTS, records=st.dictionaries(st.sampled_from(CheckType), RECORDS), check=st.sampled_from(CheckType)
)
def test_one_more_check_done_never_blocks_more(
    post: Post, records: dict[CheckType, CheckRecord], check: CheckType
) -> None:
    before = judge_clearance(post, records, start_date=START)
    after = judge_clearance(post, records | {check: DONE}, start_date=START)

    assert set(blocking(after)) <= set(blocking(before))
    assert check not in blocking(after)


@given(post=POSTS, records=st.dictionaries(st.sampled_from(CheckType), RECORDS))
def test_verdict_is_clear_only_where_nothing_blocks(
    post: Post, records: dict[CheckType, CheckRecord]
) -> None:
    judged = judge_clearance(post, records, start_date=START, early_start=PLAN)

    assert (judged.verdict == Verdict.CLEAR) is (judged.blocking == ())
    assert set(blocking(judged)) & set(advisory(judged)) == set()
