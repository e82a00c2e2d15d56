"""Whether work with children is regulated: the cases, the days around the change, and every unknown."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.domain.frequency import Attendance, Pattern
from compliance.domain.regulated_activity import (
    Activity,
    BarredList,
    RegulatedActivity,
    Role,
    Work,
    judge_regulated_activity,
)

TODAY = date(2026, 11, 22)
OLD = date(2026, 8, 31)
NEW = date(2026, 9, 1)
TUESDAYS = tuple(Attendance(date(2026, 9, 8) + timedelta(days=7 * week)) for week in range(8))
READER = Work(Role.VOLUNTEER, Activity.TEACHING, supervised=True, pattern=Pattern.WEEKLY, attendance=TUESDAYS)
UNPAID = [Role.VOLUNTEER, Role.GOVERNOR]
PAID = [Role.EMPLOYEE, Role.CONTRACTOR]


def judge(as_at: date = TODAY, **changes: object) -> RegulatedActivity:
    return judge_regulated_activity(replace(READER, **changes), as_at)


def days(*texts: str, is_overnight: bool = False) -> tuple[Attendance, ...]:
    return tuple(Attendance(date.fromisoformat(text), is_overnight=is_overnight) for text in texts)


def test_supervised_reader_every_tuesday_is_regulated_from_the_first() -> None:
    found = judge()

    assert (found.regulated, found.since, found.barred_list) == (
        True,
        date(2026, 9, 8),
        BarredList.REQUIRED,
    )
    assert found.reason == (
        "Work with children every week is regulated activity. Since 1 September 2026 supervision makes no "
        "difference."
    )


@pytest.mark.parametrize("role", UNPAID)
@pytest.mark.parametrize(
    ("as_at", "supervised", "regulated", "since"),
    [
        (date(2026, 6, 9), True, False, None),
        (OLD, True, False, None),
        (OLD, False, True, date(2026, 6, 9)),
        (NEW, True, True, NEW),
        (NEW, False, True, date(2026, 6, 9)),
        (NEW, None, True, NEW),
    ],
)
def test_reader_engaged_in_june_is_regulated_from_the_change(
    role: Role, as_at: date, supervised: bool | None, regulated: bool, since: date | None
) -> None:
    found = judge(as_at, role=role, supervised=supervised, attendance=days("2026-06-09", "2026-06-16"))

    assert (found.regulated, found.since) == (regulated, since)


@pytest.mark.parametrize("role", UNPAID)
def test_unknown_supervision_decides_until_the_change(role: Role) -> None:
    found = judge(OLD, role=role, supervised=None)

    assert (found.regulated, found.barred_list, found.since, found.needs) == (
        None,
        None,
        None,
        ("supervised",),
    )


@pytest.mark.parametrize("role", PAID)
@pytest.mark.parametrize("supervised", [True, False, None])
@pytest.mark.parametrize("as_at", [OLD, NEW])
def test_supervision_never_took_paid_people_out(role: Role, supervised: bool | None, as_at: date) -> None:
    found = judge(as_at, role=role, supervised=supervised, attendance=days("2026-06-09"))

    assert (found.regulated, found.since) == (True, date(2026, 6, 9))


def test_supervised_june_long_past_the_change_leaves_the_answer_to_supervision() -> None:
    june = days("2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04")

    assert judge(pattern=None, attendance=june).regulated is False
    assert judge(pattern=None, attendance=june, supervised=False).since == date(2026, 6, 4)
    assert judge(pattern=None, attendance=june, supervised=None).needs == ("supervised",)


def test_one_residential_night_is_regulated() -> None:
    found = judge(pattern=None, attendance=days("2026-11-14", is_overnight=True))

    assert (found.regulated, found.since) == (True, date(2026, 11, 14))
    assert judge(pattern=None, attendance=days("2026-11-14")).regulated is False


def test_supervised_night_before_the_change_is_not() -> None:
    august = days("2026-08-31", is_overnight=True)

    assert judge(pattern=None, attendance=august).regulated is False
    assert judge(pattern=None, attendance=august, supervised=False).since == date(2026, 8, 31)
    assert judge(pattern=None, attendance=days("2026-09-01", is_overnight=True)).since == NEW


@pytest.mark.parametrize("role", [*Role, None])
@pytest.mark.parametrize("activity", [*Activity, None])
@pytest.mark.parametrize("supervised", [True, None])
@pytest.mark.parametrize("as_at", [date(2026, 6, 9), TODAY])
def test_one_episode_of_personal_care_is_regulated_whoever_when_and_watched(
    role: Role | None, activity: Activity | None, supervised: bool | None, as_at: date
) -> None:
    changes = {"role": role, "activity": activity, "supervised": supervised, "personal_care": True}
    found = judge(as_at, pattern=None, attendance=days("2026-06-09"), **changes)

    assert (found.regulated, found.since) == (True, date(2026, 6, 9))


def test_personal_care_on_no_recorded_day_is_since_no_day() -> None:
    assert judge(personal_care=True, pattern=None, attendance=None).since is None
    assert judge(OLD, personal_care=True).since is None  # all of it comes later


def test_governor_only_is_not_regulated_and_one_who_reads_weekly_is() -> None:
    only = judge(role=Role.GOVERNOR, activity=Activity.NONE)

    assert (only.regulated, only.barred_list) == (False, BarredList.NOT_PERMITTED)
    assert only.reason == (
        "Governing alone is not regulated activity; work a governor does with children can be."
    )
    assert judge(role=Role.GOVERNOR).barred_list == BarredList.REQUIRED


def test_office_clerk_paid_daily_is_regulated() -> None:
    found = judge(role=Role.EMPLOYEE, activity=Activity.WORK_WITH_CONTACT, attendance=None)

    assert (found.regulated, found.since) == (True, None)


@pytest.mark.parametrize("role", Role)
def test_no_activity_is_not_regulated_however_often(role: Role) -> None:
    assert judge(role=role, activity=Activity.NONE).regulated is False


@pytest.mark.parametrize(
    "changes",
    [{}, {"pattern": None}, {"pattern": None, "attendance": days("2026-11-14", is_overnight=True)}],
)
def test_contractor_with_contact_depends_on_the_kind_of_contract(changes: dict[str, object]) -> None:
    found = judge(role=Role.CONTRACTOR, activity=Activity.WORK_WITH_CONTACT, **changes)

    assert (found.regulated, found.needs) == (None, ("occasional_or_temporary_contract",))


@pytest.mark.parametrize("activity", [one for one in Activity if one not in {"work_with_contact", "none"}])
def test_contractor_who_teaches_or_cares_is_regulated_under_any_contract(activity: Activity) -> None:
    assert judge(role=Role.CONTRACTOR, activity=activity).regulated is True


def test_contractor_with_contact_below_the_threshold_is_not_regulated() -> None:
    found = judge(
        role=Role.CONTRACTOR, activity=Activity.WORK_WITH_CONTACT, pattern=None, attendance=TUESDAYS[:3]
    )

    assert found.regulated is False


@pytest.mark.parametrize(("count", "regulated"), [(0, False), (3, False), (4, True)])
def test_three_days_are_below_the_threshold_and_four_are_not(count: int, regulated: bool) -> None:
    assert judge(pattern=None, attendance=TUESDAYS[:count]).regulated is regulated


@pytest.mark.parametrize("as_at", [date(2026, 9, 28), date(2026, 9, 29)])
def test_days_after_the_day_asked_for_have_not_happened(as_at: date) -> None:
    assert judge(as_at, pattern=None).regulated is (as_at >= TUESDAYS[3].day)


def test_nothing_said_of_when_is_not_known() -> None:
    found = judge(pattern=None, attendance=None)

    assert (found.regulated, found.needs) == (None, ("attendance",))


@pytest.mark.parametrize(
    ("changes", "needs"),
    [
        ({"activity": None}, ("activity",)),
        (
            {"role": None, "activity": Activity.WORK_WITH_CONTACT},
            ("occasional_or_temporary_contract", "role"),
        ),
    ],
)
def test_unknown_role_or_activity_is_named_where_it_decides(
    changes: dict[str, object], needs: tuple[str, ...]
) -> None:
    assert judge(**changes).needs == needs


def test_unknown_role_and_activity_decide_nothing_below_the_threshold() -> None:
    assert judge(role=None, activity=None, supervised=None, pattern=None, attendance=()).regulated is False


def test_unknown_role_is_certain_from_the_last_of_the_days_it_may_be() -> None:
    found = judge(role=None, attendance=days("2026-06-09", "2026-06-16"))

    assert (found.regulated, found.since) == (True, NEW)


def test_paid_staff_have_a_source_of_their_own() -> None:
    titles = {role: [one.title for one in judge(role=role).sources] for role in (Role.EMPLOYEE, *UNPAID)}

    assert ["EPM: what regulated activity in schools is" in found for found in titles.values()] == [
        True,
        False,
        False,
    ]


WORKS = st.builds(
    Work,
    role=st.sampled_from([*Role, None]),
    activity=st.sampled_from([*Activity, None]),
    supervised=st.sampled_from([True, False, None]),
    personal_care=st.sampled_from([True, False, None]),
    pattern=st.sampled_from([Pattern.WEEKLY, None]),
    attendance=st.none()
    | st.lists(
        st.builds(Attendance, st.dates(date(2026, 7, 20), date(2026, 10, 20)), is_overnight=st.booleans()),
        max_size=8,
    ).map(tuple),
)
DAYS = st.dates(date(2026, 7, 20), date(2026, 10, 20))


@given(work=WORKS, as_at=DAYS)
def test_an_answer_stays_whatever_an_unknown_turns_out_to_be(work: Work, as_at: date) -> None:
    found = judge_regulated_activity(work, as_at)
    told = [
        judge_regulated_activity(replace(work, **{name: value}), as_at)
        for name, values in {"role": Role, "activity": Activity, "supervised": (True, False)}.items()
        if getattr(work, name) is None
        for value in values
    ]

    assert (found.needs == ()) is (found.regulated is not None)
    if found.regulated is not None:
        assert {one.regulated for one in told} - {found.regulated} == set()
        assert all((one.since or date.min) <= (found.since or date.max) for one in told)


@given(work=WORKS, as_at=DAYS, more=st.lists(st.builds(Attendance, DAYS), max_size=4))
def test_more_attendance_never_takes_anybody_out(work: Work, as_at: date, more: list[Attendance]) -> None:
    if judge_regulated_activity(work, as_at).regulated:
        longer = replace(work, attendance=(*(work.attendance or ()), *more))
        assert judge_regulated_activity(longer, as_at).regulated is True


@given(work=WORKS, as_at=DAYS)
def test_every_answer_has_a_reason_and_sources(work: Work, as_at: date) -> None:
    found = judge_regulated_activity(work, as_at)

    assert (found.reason == "", found.sources == ()) == (False, False)
    assert found.since is None or (found.regulated is True and found.since <= as_at)
