"""The record read from the tables, and from their history for any past moment."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta

import pytest

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.central_record import COLUMNS, Cell, CellState
from compliance.domain.record_lines import Line, Standing
from compliance.domain.requirement import RoleFacts
from compliance.models import CompliancePolicy
from compliance.selectors.central_record import get_central_record, list_central_records
from compliance.services.engagements import RoleEntry, change_engagement, create_person, describe_role, engage
from core.domain.permissions import Actor, Role
from core.models import Engagement, School
from core.services.history import save_with_reason
from tests.factories import make_actor, make_person, make_school, make_trust
from tests.factories.compliance import make_certificate, make_check, make_engagement
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

type AssertQueries = Callable[..., AbstractContextManager[object]]
HOUR = timedelta(hours=1)


def lines_of(school: School, at: datetime | None = None, **more: object) -> tuple[Line, ...]:
    return get_central_record(school_id=school.pk, at=at, now=NOW, **more).lines


def cell_of(line: Line, check: CheckType) -> Cell:
    return line.cells[[column.check for column in COLUMNS].index(check)]


def taken_on(school: School, by: Actor, now: datetime, **fields: object) -> Engagement:
    person = create_person(school_id=school.pk, given_name="Rowan", family_name="Ashdown", by=by, now=now)
    given = {"job_title": "Teacher", "start_date": date(2026, 9, 1), "end_date": None} | fields
    role = RoleEntry(WorkerCategory.TEACHER, RoleFacts(teaching_work=True, lived_abroad=False))
    return engage(person_id=person.pk, school_id=school.pk, role=role, by=by, now=now, **given)


def test_record_is_told_from_roles_and_checks() -> None:
    school = make_school()
    engagement = make_engagement(
        school=school,
        category=WorkerCategory.TEACHER,
        person=make_person(given_name="Rowan", family_name="Ashdown", birth_date=date(1990, 3, 4)),
        role={"teaching_work": True, "lived_abroad": False},
    )
    make_check(engagement, CheckType.IDENTITY)
    make_certificate(engagement)

    (line,) = lines_of(school)

    assert (line.engaged.name, line.engaged.birth_date, line.engaged.job_title) == (
        "Ashdown, Rowan",
        date(1990, 3, 4),
        "Teaching assistant",
    )
    assert [cell.state.value for cell in line.cells[:8]] == [
        "complete",
        "complete",
        "complete",
        "missing",
        "not_required",
        "missing",
        "missing",
        "undecided",
    ]


@pytest.mark.parametrize("people", [1, 3])
@pytest.mark.parametrize("at", [None, NOW], ids=["now", "as at"])
def test_record_takes_as_many_queries_for_one_as_for_three(
    people: int,
    at: datetime | None,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    school = make_school(trust=make_trust())
    for _ in range(people):
        engagement = make_engagement(school=school)
        make_check(engagement, CheckType.IDENTITY)
        make_certificate(engagement)

    with django_assert_num_queries(6 if at is None else 7):
        list_central_records(school_ids=[school.pk], at=at, now=NOW)


def test_schools_of_a_trust_share_what_they_hold_and_others_do_not() -> None:
    trust = make_trust()
    first, second, stranger = make_school(trust=trust), make_school(trust=trust), make_school()
    person = make_person()
    engagements = [make_engagement(school=school, person=person) for school in (first, second, stranger)]
    make_check(engagements[0], CheckType.IDENTITY)

    states = {
        record.school.pk: cell_of(record.lines[0], CheckType.IDENTITY).state
        for record in list_central_records(school_ids=[first.pk, second.pk, stranger.pk], at=None, now=NOW)
    }

    assert states == {
        first.pk: CellState.COMPLETE,
        second.pk: CellState.COMPLETE,
        stranger.pk: CellState.MISSING,
    }


def test_a_check_asked_for_by_another_school_of_the_trust_hides_none_that_was_made() -> None:
    trust = make_trust()
    first, second = make_school(trust=trust), make_school(trust=trust)
    person = make_person()
    mine = make_engagement(school=first, person=person)
    theirs = make_engagement(school=second, person=person)
    make_check(mine, CheckType.IDENTITY)
    make_check(
        theirs,
        CheckType.IDENTITY,
        state="requested",
        done_date=None,
        requested_date=date(2026, 10, 1),
        outcome="pending",
    )

    assert cell_of(lines_of(first)[0], CheckType.IDENTITY).state == CellState.COMPLETE


@pytest.mark.parametrize(("end", "expected"), [(date(2026, 11, 1), []), (date(2026, 11, 2), ["here"])])
def test_those_who_left_are_hidden_from_the_day_after_their_last(end: date, expected: list[str]) -> None:
    school = make_school()
    make_engagement(school=school, end_date=end)

    assert [line.standing.value for line in lines_of(school)] == expected
    assert [line.standing for line in lines_of(school, left=True)] == [
        Standing.LEFT for _ in range(1 - len(expected))
    ]


def test_a_role_nobody_described_is_in_the_record_and_says_so() -> None:
    school = make_school()
    engagement = make_engagement(school=school, category=None)
    make_check(engagement, CheckType.IDENTITY)

    (line,) = lines_of(school)

    assert line.kind.value == "not_described"
    assert {cell.state for cell in line.cells} == {CellState.COMPLETE, CellState.UNDECIDED}


def test_as_at_tells_names_titles_roles_and_checks_of_then() -> None:
    school = make_school()
    by = make_actor(Role.HR_OFFICER, school=school)
    engagement = taken_on(school, by, NOW)
    make_check(engagement, CheckType.IDENTITY, recorded_at=NOW + HOUR)
    change_engagement(
        engagement_id=engagement.pk,
        job_title="Office manager",
        start_date=date(2026, 9, 1),
        end_date=None,
        reason="new post",
        by=by,
        now=NOW + 2 * HOUR,
    )
    describe_role(
        engagement_id=engagement.pk,
        role=RoleEntry(WorkerCategory.SUPPORT_STAFF),
        by=by,
        now=NOW + 3 * HOUR,
    )
    engagement.person.family_name = "Ashdown-Hale"
    save_with_reason(engagement.person, by=by, now=NOW + 4 * HOUR)

    def told(moment: datetime) -> list[tuple[str, str, str, str]]:
        return [
            (
                line.engaged.family_name,
                line.engaged.job_title,
                line.kind.value,
                cell_of(line, CheckType.IDENTITY).state.value,
            )
            for line in lines_of(school, moment)
        ]

    assert [told(NOW + hours * HOUR - timedelta(seconds=1)) for hours in range(6)] == [
        [],
        [("Ashdown", "Teacher", "teaching", "missing")],
        [("Ashdown", "Teacher", "teaching", "complete")],
        [("Ashdown", "Office manager", "teaching", "complete")],
        [("Ashdown", "Office manager", "support", "complete")],
        [("Ashdown-Hale", "Office manager", "support", "complete")],
    ]


def test_of_two_changes_at_one_moment_the_last_counts() -> None:
    school = make_school()
    by = make_actor(Role.HR_OFFICER, school=school)
    engagement = taken_on(school, by, NOW)
    for title in ("Class teacher", "Year 3 teacher"):
        engagement.job_title = title
        save_with_reason(engagement, by=by, now=NOW)

    assert [line.engaged.job_title for line in lines_of(school, NOW)] == ["Year 3 teacher"]


def test_as_at_keeps_what_was_superseded_later() -> None:
    school = make_school()
    engagement = taken_on(school, make_actor(Role.HR_OFFICER, school=school), NOW)
    first = make_check(engagement, CheckType.IDENTITY, recorded_at=NOW, superseded_at=NOW + 2 * HOUR)
    make_check(
        engagement,
        CheckType.IDENTITY,
        recorded_at=NOW + 2 * HOUR,
        done_date=date(2026, 10, 30),
        supersedes=first,
        reason="checked again",
    )

    def told(moment: datetime) -> date | None:
        return cell_of(lines_of(school, moment)[0], CheckType.IDENTITY).day

    assert told(NOW + HOUR) == date(2026, 8, 20)
    assert told(NOW + 2 * HOUR) == date(2026, 10, 30)


@pytest.mark.parametrize(
    ("first_recorded", "expected"),
    [
        pytest.param(datetime(2026, 8, 20, 12, tzinfo=NOW.tzinfo), CellState.COMPLETE, id="renewed"),
        pytest.param(datetime(2026, 9, 9, 12, tzinfo=NOW.tzinfo), CellState.COMPLETE, id="the day before"),
        pytest.param(datetime(2026, 9, 10, 12, tzinfo=NOW.tzinfo), CellState.LATE, id="corrected"),
    ],
)
def test_a_renewal_is_not_late_and_a_corrected_date_is(first_recorded: datetime, expected: CellState) -> None:
    """Done on 10 September for a start on the first: what had been recorded before that day is renewed."""
    school = make_school()
    engagement = make_engagement(school=school)
    first = make_check(engagement, CheckType.IDENTITY, recorded_at=first_recorded, superseded_at=NOW)
    make_check(engagement, CheckType.IDENTITY, done_date=date(2026, 9, 10), supersedes=first, reason="anew")

    assert cell_of(lines_of(school)[0], CheckType.IDENTITY).state == expected


def test_as_at_uses_the_policy_and_the_type_of_school_of_then() -> None:
    school = make_school(school_type="maintained")
    school.history.update(history_date=NOW)
    by = make_actor(Role.HR_OFFICER, school=school)
    engagement = make_engagement(
        school=school,
        category=WorkerCategory.TEACHER,
        role={"teaching_work": True, "management_role": True, "governor": False},
    )
    for one in (engagement, engagement.person, engagement.role):
        one.history.update(history_date=NOW)
    make_check(engagement, CheckType.IDENTITY, recheck_date=date(2026, 12, 1))
    save_with_reason(CompliancePolicy(school=school, expiring_soon_days=10), by=by, now=NOW + HOUR)
    school.school_type = "academy"
    save_with_reason(school, by=by, now=NOW + 2 * HOUR)

    def told(moment: datetime | None) -> tuple[str, str]:
        (line,) = lines_of(school, moment)
        return cell_of(line, CheckType.IDENTITY).state.value, cell_of(line, CheckType.S128).state.value

    assert [told(NOW), told(NOW + HOUR), told(NOW + 2 * HOUR), told(None)] == [
        ("expiring", "not_required"),
        ("complete", "not_required"),
        ("complete", "missing"),
        ("complete", "missing"),
    ]


def test_before_anything_is_known_of_a_school_what_was_known_first_holds() -> None:
    school = make_school(name="Mill Lane Primary School")
    by = make_actor(Role.HR_OFFICER, school=school)
    school.history.update(history_date=NOW)
    school.name = "Mill Lane Academy"
    save_with_reason(school, by=by, now=NOW + HOUR)

    def name_at(moment: datetime | None) -> str:
        return get_central_record(school_id=school.pk, at=moment, now=NOW).school.name

    assert [name_at(NOW - HOUR), name_at(NOW), name_at(NOW + HOUR), name_at(None)] == [
        "Mill Lane Primary School",
        "Mill Lane Primary School",
        "Mill Lane Academy",
        "Mill Lane Academy",
    ]


@pytest.mark.parametrize(("shows", "expected"), [(True, "to_consider"), (False, "complete")])
def test_outcomes_are_told_only_where_they_may_be(shows: bool, expected: str) -> None:
    school = make_school()
    make_certificate(make_engagement(school=school), outcome="concern")

    (line,) = lines_of(school, shows_outcomes=shows)

    assert cell_of(line, CheckType.ENHANCED_DBS).state.value == expected


def test_the_trusts_own_team_is_added_where_it_may_be_seen() -> None:
    trust = make_trust()
    school, team = make_school(trust=trust), make_school(trust=trust, is_central_team=True)
    make_engagement(school=school, person=make_person(family_name="Birch"))
    make_engagement(school=team, person=make_person(family_name="Alder"))

    lines = lines_of(school, teams={team.pk, school.pk})

    assert [(line.engaged.family_name, line.kind.value) for line in lines] == [
        ("Alder", "trust_central"),
        ("Birch", "support"),
    ]
    assert [line.engaged.family_name for line in lines_of(school)] == ["Birch"]
    assert lines_of(make_school(), teams={team.pk}) == ()
    assert lines_of(make_school(trust=make_trust()), teams={team.pk, school.pk}) == ()
