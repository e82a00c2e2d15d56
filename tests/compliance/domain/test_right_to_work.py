"""How long a check carries, whom it has to be made of, and when it is followed up."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.domain.right_to_work import (
    Engagement,
    RightToWork,
    Worker,
    judge_right_to_work,
    list_alert_days,
)
from compliance.domain.right_to_work_check import RightToWorkCheck
from compliance.domain.right_to_work_documents import DocumentId, DocumentList, Route
from compliance.domain.right_to_work_reasons import reason_for
from compliance.domain.sources import right_to_work as sources
from core.domain.dates import add_months, is_working_day

AS_AT = date(2026, 11, 22)
PASSPORT = RightToWorkCheck(
    document_id=DocumentId.A1,
    document_expiry=date(2019, 5, 1),
    route=Route.MANUAL,
    original_seen=True,
    clipped=False,
    checked_date=date(2026, 8, 24),
    start_date=date(2026, 9, 1),
)
PERMISSION = RightToWorkCheck(
    document_id=DocumentId.B1_ONLINE,
    route=Route.ONLINE,
    checked_date=date(2026, 8, 24),
    start_date=date(2026, 9, 1),
    permission_end=date(2028, 2, 29),
    share_code="W12345678",
    share_code_created=date(2026, 8, 20),
)
NOTICE = RightToWorkCheck(
    document_id=DocumentId.B2_3,
    route=Route.EMPLOYER_CHECKING_SERVICE,
    checked_date=date(2026, 8, 31),
    start_date=date(2026, 9, 1),
    pvn_date=date(2026, 8, 31),
)
WITH_APPLICATION = Worker(employed=True, in_time_application=True)


def judge(check: RightToWorkCheck, as_at: date = AS_AT, worker: Worker | None = None) -> RightToWork:
    return judge_right_to_work(check, worker or Worker(), as_at=as_at)


@pytest.mark.parametrize(
    ("engagement", "as_at", "start", "in_scope"),
    [
        (Engagement.EMPLOYEE, date(2026, 9, 30), None, True),
        (Engagement.EMPLOYEE, date(2026, 10, 1), None, True),
        (Engagement.WORKER_CONTRACT, date(2026, 9, 30), None, False),
        (Engagement.WORKER_CONTRACT, date(2026, 10, 1), None, True),
        (Engagement.WORKER_CONTRACT, date(2026, 9, 1), date(2026, 9, 30), False),
        (Engagement.WORKER_CONTRACT, date(2026, 9, 1), date(2026, 10, 1), True),
        (Engagement.WORKER_CONTRACT, date(2026, 11, 22), date(2026, 9, 1), True),
        (Engagement.SELF_EMPLOYED, date(2026, 9, 30), None, False),
        (Engagement.SELF_EMPLOYED, date(2026, 10, 1), None, False),
        (Engagement.BUSINESS, date(2026, 9, 30), None, False),
        (Engagement.BUSINESS, date(2026, 10, 1), None, False),
        (None, date(2026, 9, 30), None, None),
        (None, date(2026, 10, 1), None, None),
    ],
)
def test_scope_depends_on_the_engagement_and_the_edition(
    engagement: Engagement | None, as_at: date, start: date | None, in_scope: bool | None
) -> None:
    judged = judge(replace(PASSPORT, start_date=start), as_at, Worker(engagement=engagement))

    assert judged.in_scope is in_scope
    assert ("engagement" in judged.needs) is (engagement is None)


@pytest.mark.parametrize(
    ("as_at", "source"),
    [(date(2026, 9, 30), sources.EMPLOYEES_IN_SCOPE), (date(2026, 10, 1), sources.WIDER_SCOPE)],
)
def test_scope_cites_the_edition_in_force(as_at: date, source: object) -> None:
    assert judge(PASSPORT, as_at).sources[0] == source


@pytest.mark.parametrize("engagement", [None, *Engagement])
def test_check_counts_whether_or_not_it_had_to_be_made(engagement: Engagement | None) -> None:
    judged = judge(PASSPORT, worker=Worker(engagement=engagement))

    assert (judged.accepted, judged.excuse_from, judged.excuse_now) == (True, date(2026, 9, 1), True)


@pytest.mark.parametrize(
    ("as_at", "now"), [(date(2026, 8, 31), False), (date(2026, 9, 1), True), (date(2099, 1, 1), True)]
)
def test_expired_british_passport_carries_for_good_from_the_start(as_at: date, now: bool) -> None:
    judged = judge(PASSPORT, as_at)

    assert (judged.list, judged.excuse_from, judged.excuse_until, judged.excuse_now) == (
        DocumentList.A,
        date(2026, 9, 1),
        None,
        now,
    )
    assert (judged.follow_up_due, judged.follow_up_target) == (None, None)


def test_clipped_passport_is_on_no_list() -> None:
    judged = judge(replace(PASSPORT, clipped=True))

    assert (judged.accepted, judged.list, judged.excuse_now) == (False, None, False)


@pytest.mark.parametrize(("checked", "listed"), [(date(2025, 2, 11), "A"), (date(2025, 2, 12), None)])
def test_clipped_passport_was_on_the_list_before(checked: date, listed: str | None) -> None:
    assert judge(replace(PASSPORT, clipped=True, checked_date=checked)).list == listed


@pytest.mark.parametrize(
    ("as_at", "now"), [(date(2026, 8, 23), False), (date(2026, 8, 24), True), (date(2026, 11, 22), True)]
)
def test_excuse_without_a_start_begins_with_the_check(as_at: date, now: bool) -> None:
    judged = judge(replace(PASSPORT, start_date=None), as_at)

    assert (judged.excuse_from, judged.excuse_now) == (date(2026, 8, 24), now)


@pytest.mark.parametrize(
    ("as_at", "now"), [(date(2028, 2, 28), True), (date(2028, 2, 29), True), (date(2028, 3, 1), False)]
)
def test_permission_carries_to_the_close_of_its_last_day(as_at: date, now: bool) -> None:
    judged = judge(PERMISSION, as_at)

    assert (judged.accepted, judged.excuse_until, judged.excuse_now) == (True, date(2028, 2, 29), now)


@pytest.mark.parametrize(
    ("end", "target"),
    [
        (date(2028, 2, 29), date(2028, 2, 29)),
        (date(2028, 2, 27), date(2028, 2, 25)),
        (date(2028, 2, 26), date(2028, 2, 25)),
        (date(2028, 4, 17), date(2028, 4, 13)),
        (date(2027, 12, 28), date(2027, 12, 24)),
        (date(2028, 1, 3), date(2027, 12, 31)),
    ],
)
def test_follow_up_is_aimed_at_a_working_day_and_never_later(end: date, target: date) -> None:
    judged = judge(replace(PERMISSION, permission_end=end))

    assert (judged.follow_up_due, judged.follow_up_target) == (end, target)


@pytest.mark.parametrize(
    ("notice", "due"),
    [
        (date(2026, 8, 30), date(2027, 2, 28)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2026, 6, 30), date(2026, 12, 30)),
    ],
)
def test_notice_carries_six_months_from_its_date(notice: date, due: date) -> None:
    judged = judge(replace(NOTICE, pvn_date=notice))

    assert (judged.list, judged.excuse_until, judged.follow_up_due) == (DocumentList.B2, due, due)


@pytest.mark.parametrize(("as_at", "now"), [(date(2027, 2, 28), True), (date(2027, 3, 1), False)])
def test_notice_ends_at_the_close_of_its_last_day(as_at: date, now: bool) -> None:
    assert judge(NOTICE, as_at).excuse_now is now


def test_check_by_notice_alone_is_dated_by_it() -> None:
    judged = judge(replace(NOTICE, checked_date=None, start_date=None))

    assert (judged.accepted, judged.excuse_from) == (True, date(2026, 8, 31))


def test_excuse_does_not_begin_before_the_notice_came() -> None:
    check = replace(NOTICE, checked_date=date(2026, 8, 20), start_date=None)

    assert judge(check).excuse_from == date(2026, 8, 31)


@pytest.mark.parametrize(
    ("employed", "applied", "until"),
    [
        (True, True, date(2028, 3, 28)),
        (True, False, date(2028, 2, 29)),
        (True, None, date(2028, 2, 29)),
        (False, True, date(2028, 2, 29)),
        (None, True, date(2028, 2, 29)),
        (None, None, date(2028, 2, 29)),
    ],
)
def test_application_in_time_adds_28_days_for_somebody_employed(
    employed: bool | None, applied: bool | None, until: date
) -> None:
    judged = judge(PERMISSION, worker=Worker(employed=employed, in_time_application=applied))

    assert (judged.excuse_until, judged.follow_up_due) == (until, date(2028, 2, 29))
    assert (sources.IN_TIME_APPLICATION in judged.sources) is (until > date(2028, 2, 29))


@pytest.mark.parametrize(
    ("as_at", "now"), [(date(2028, 3, 1), True), (date(2028, 3, 28), True), (date(2028, 3, 29), False)]
)
def test_excuse_runs_on_for_28_days(as_at: date, now: bool) -> None:
    assert judge(PERMISSION, as_at, WITH_APPLICATION).excuse_now is now


@pytest.mark.parametrize("check", [PASSPORT, NOTICE])
def test_application_in_time_adds_nothing_to_what_has_no_permission_that_ends(
    check: RightToWorkCheck,
) -> None:
    assert judge(check, worker=WITH_APPLICATION).excuse_until == judge(check).excuse_until


def test_application_in_time_saves_no_check_made_after_the_end() -> None:
    check = replace(PERMISSION, permission_end=date(2026, 8, 23), start_date=None)

    assert judge(check, worker=WITH_APPLICATION).accepted is False


def test_pre_settled_status_is_not_followed_up() -> None:
    check = replace(
        PERMISSION,
        document_id=DocumentId.A_PRESETTLED,
        checked_date=date(2026, 9, 1),
        start_date=date(2026, 9, 7),
    )
    judged = judge(check)

    assert (judged.accepted, judged.list) == (True, DocumentList.A)
    assert (judged.excuse_until, judged.follow_up_due, judged.follow_up_target) == (None, None, None)


def test_unknown_that_decides_leaves_the_answer_open_but_the_follow_up_known() -> None:
    judged = judge(replace(PERMISSION, checked_date=None))

    assert (judged.accepted, judged.excuse_now, judged.needs) == (None, None, ("engagement", "checked_date"))
    assert (judged.excuse_from, judged.excuse_until) == (None, None)
    assert judged.follow_up_due == date(2028, 2, 29)


@pytest.mark.parametrize("as_at", [date(2026, 8, 31), date(2028, 3, 1)])
def test_excuse_is_certainly_none_outside_the_days_it_could_cover(as_at: date) -> None:
    assert judge(replace(PERMISSION, checked_date=None), as_at).excuse_now is False


@pytest.mark.parametrize(
    ("left", "day"),
    [
        (date(2026, 8, 31), date(2028, 8, 31)),
        (date(2028, 2, 29), date(2030, 2, 28)),
        (date(2026, 9, 1), date(2028, 9, 1)),
        (None, None),
    ],
)
def test_evidence_is_destroyed_two_years_after_leaving(left: date | None, day: date | None) -> None:
    for check in (PASSPORT, PERMISSION, RightToWorkCheck()):
        assert judge(check, worker=Worker(left_date=left)).destroy_after == day


def test_leaving_changes_nothing_else() -> None:
    left, stays = judge(PERMISSION, worker=Worker(left_date=date(2026, 10, 1))), judge(PERMISSION)

    assert (left.excuse_now, left.follow_up_due) == (stays.excuse_now, stays.follow_up_due)


def test_alerts_come_90_60_28_14_and_7_days_before() -> None:
    assert list_alert_days(date(2028, 2, 29)) == (
        date(2027, 12, 1),
        date(2027, 12, 31),
        date(2028, 2, 1),
        date(2028, 2, 15),
        date(2028, 2, 22),
    )


DAYS = st.dates(date(2022, 4, 6), date(2030, 12, 31))
CHECKS = st.builds(
    RightToWorkCheck,
    document_id=st.none() | st.sampled_from(list(DocumentId)),
    document_expiry=st.none() | DAYS,
    route=st.none() | st.sampled_from(list(Route)),
    original_seen=st.sampled_from([True, True, False, None]),
    clipped=st.sampled_from([True, False, False, None]),
    checked_date=st.none() | DAYS,
    start_date=st.none() | DAYS,
    permission_end=st.none() | DAYS,
    pvn_date=st.none() | DAYS,
    share_code=st.sampled_from(["W12345678", "S12345678", None]),
    share_code_created=st.none() | DAYS,
)
SOUND = st.builds(
    replace,
    st.sampled_from([PASSPORT, PERMISSION, NOTICE]),
    start_date=st.none() | st.dates(date(2026, 8, 24), date(2026, 12, 31)),
    permission_end=st.dates(date(2026, 9, 1), date(2030, 12, 31)),
    pvn_date=st.dates(date(2026, 6, 1), date(2026, 9, 1)),
)
BOOLEANS = st.sampled_from([True, False, None])
WORKERS = st.builds(
    Worker,
    engagement=st.none() | st.sampled_from(list(Engagement)),
    employed=BOOLEANS,
    in_time_application=BOOLEANS,
    left_date=st.none() | DAYS,
)


@given(CHECKS | SOUND, WORKERS, DAYS)
def test_answer_agrees_with_itself(check: RightToWorkCheck, worker: Worker, as_at: date) -> None:
    judged = judge(check, as_at, worker)

    assert (judged.excuse_from is not None) is (judged.accepted is True)
    assert (judged.excuse_until is None) or judged.accepted is True
    if judged.accepted is not None:
        covers = judged.excuse_from is not None and judged.excuse_from <= as_at
        assert judged.excuse_now is (covers and (judged.excuse_until is None or as_at <= judged.excuse_until))
    assert reason_for(judged) != ""
    assert len(judged.sources) > 1


@given(CHECKS | SOUND, WORKERS)
def test_excuse_holds_exactly_between_its_ends(check: RightToWorkCheck, worker: Worker) -> None:
    first = judge(check, worker=worker).excuse_from
    last = judge(check, worker=worker).excuse_until
    if first:
        around = [first - timedelta(days=1), first]
        assert [judge(check, day, worker).excuse_now for day in around] == [False, True]
    if first and last:
        assert first <= last
        around = [last, last + timedelta(days=1)]
        assert [judge(check, day, worker).excuse_now for day in around] == [True, False]


@given(CHECKS | SOUND, WORKERS, DAYS)
def test_follow_up_is_never_after_the_end(check: RightToWorkCheck, worker: Worker, as_at: date) -> None:
    judged = judge(check, as_at, worker)
    due, target = judged.follow_up_due, judged.follow_up_target

    if due is None or target is None:
        assert (due, target) == (None, None)
        return
    ends = {"B1": check.permission_end, "B2": check.pvn_date and add_months(check.pvn_date, 6)}
    assert due == ends[str(check.list)]
    assert target <= due
    assert is_working_day(target)
    assert (due - target).days <= 5


@given(CHECKS, WORKERS, DAYS, st.data())
def test_learning_a_fact_never_contradicts_a_certain_answer(
    check: RightToWorkCheck, worker: Worker, as_at: date, data: st.DataObject
) -> None:
    """What is decided while a fact of the check is unknown stays so, whatever that fact turns out to be."""
    name = data.draw(st.sampled_from(["original_seen", "route", "document_id"]))
    values: dict[str, list[Any]] = {
        "original_seen": [True, False],
        "route": list(Route),
        "document_id": list(DocumentId),
    }
    before = judge(replace(check, **{name: None}), as_at, worker)  # type: ignore[arg-type]
    value = data.draw(st.sampled_from(values[name]))
    after = judge(replace(check, **{name: value}), as_at, worker)  # type: ignore[arg-type]

    if before.accepted is False:
        assert after.accepted is False
    if before.accepted is True:
        assert after.accepted is True
