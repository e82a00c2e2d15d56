"""Under which tab somebody stands, when, and what an agency answered for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.central_record import COLUMNS, CellState, Terms
from compliance.domain.checks import required_checks
from compliance.domain.held_checks import HeldCheck, Outcome
from compliance.domain.record_lines import (
    KIND_LABELS,
    Confirmation,
    Engaged,
    Kind,
    Line,
    Standing,
    build_line,
    count_states,
    kind_of,
    rules_for,
    standing_of,
)
from compliance.domain.requirement import RoleFacts
from core.domain.schools import SchoolType

DAY = date(2026, 11, 2)
ENGAGED = Engaged(
    engagement_id=1,
    person_id=2,
    school_id=3,
    given_name="Rowan",
    family_name="Ashdown",
    birth_date=None,
    job_title="Teacher",
    start_date=date(2026, 9, 1),
    end_date=None,
    school_type=SchoolType.ACADEMY,
    category=WorkerCategory.TEACHER,
)


def line_of(engaged: Engaged, *held: HeldCheck) -> Line:
    return build_line(engaged, rules_for(engaged, DAY), {one.check: one for one in held}, Terms(DAY))


@pytest.mark.parametrize(
    ("category", "kind"),
    [
        (WorkerCategory.TEACHER, Kind.TEACHING),
        (WorkerCategory.LEADER_MAINTAINED, Kind.TEACHING),
        (WorkerCategory.LEADER_ACADEMY, Kind.TEACHING),
        (WorkerCategory.TRAINEE_SALARIED, Kind.TEACHING),
        (WorkerCategory.SUPPORT_STAFF, Kind.SUPPORT),
        (WorkerCategory.TA_ELSA, Kind.SUPPORT),
        (WorkerCategory.EY_WRAP, Kind.SUPPORT),
        (WorkerCategory.SUPPLY_AGENCY, Kind.AGENCY),
        (WorkerCategory.GOVERNOR_MAINTAINED, Kind.GOVERNANCE),
        (WorkerCategory.TRUSTEE_ACADEMY, Kind.GOVERNANCE),
        (WorkerCategory.VOLUNTEER_RA, Kind.VOLUNTEERS),
        (WorkerCategory.VOLUNTEER_BELOW, Kind.VOLUNTEERS),
        (WorkerCategory.CONTRACTOR_RA, Kind.CONTRACTORS),
        (WorkerCategory.CONTRACTOR_REGULAR, Kind.CONTRACTORS),
        (WorkerCategory.CONTRACTOR_NONE, Kind.CONTRACTORS),
        (WorkerCategory.TRAINEE_FEE, Kind.TEACHING),
        (None, Kind.NOT_DESCRIBED),
    ],
)
def test_kind_follows_the_category(category: WorkerCategory | None, kind: Kind) -> None:
    assert kind_of(replace(ENGAGED, category=category)) == kind


@pytest.mark.parametrize(
    ("teaching", "kind"), [(True, Kind.TEACHING), (None, Kind.TEACHING), (False, Kind.SUPPORT)]
)
def test_a_leader_without_teaching_work_is_support_staff(teaching: bool | None, kind: Kind) -> None:
    facts = RoleFacts(teaching_work=teaching)

    assert kind_of(replace(ENGAGED, category=WorkerCategory.LEADER_ACADEMY, facts=facts)) == kind
    assert kind_of(replace(ENGAGED, category=WorkerCategory.TEACHER, facts=facts)) == Kind.TEACHING


def test_the_trusts_own_team_has_a_tab_of_its_own() -> None:
    assert kind_of(replace(ENGAGED, is_central_team=True)) == Kind.TRUST_CENTRAL


def test_every_kind_has_its_label() -> None:
    assert set(KIND_LABELS) == set(Kind)


@pytest.mark.parametrize(
    ("start", "end", "standing"),
    [
        (DAY + timedelta(days=1), None, Standing.COMING),
        (DAY, None, Standing.HERE),
        (None, None, Standing.HERE),
        (date(2020, 9, 1), DAY, Standing.HERE),
        (date(2020, 9, 1), DAY - timedelta(days=1), Standing.LEFT),
        (None, DAY - timedelta(days=1), Standing.LEFT),
    ],
)
def test_standing_counts_the_first_and_the_last_day(
    start: date | None, end: date | None, standing: Standing
) -> None:
    assert standing_of(replace(ENGAGED, start_date=start, end_date=end), DAY) == standing


@pytest.mark.parametrize(
    ("day", "start", "status"),
    [
        (date(2026, 8, 31), date(2026, 8, 31), "depends"),
        (date(2026, 8, 31), date(2026, 9, 1), "required"),
        (date(2026, 9, 1), date(2024, 9, 1), "required"),
    ],
)
def test_rules_are_those_of_the_day_or_of_a_first_day_to_come(day: date, start: date, status: str) -> None:
    engaged = replace(ENGAGED, category=WorkerCategory.VOLUNTEER_RA, start_date=start)

    assert rules_for(engaged, day)[CheckType.CHILDREN_BARRED_LIST].status == status


def test_a_line_has_a_cell_for_each_column_with_its_rule() -> None:
    line = line_of(ENGAGED)

    rules = required_checks(DAY, SchoolType.ACADEMY, WorkerCategory.TEACHER, RoleFacts())
    assert [cell.requirement for cell in line.cells] == [rules[column.check] for column in COLUMNS]
    assert line.trouble == sum(cell.state in {CellState.MISSING, CellState.UNDECIDED} for cell in line.cells)
    assert line.confirmation is None


ASSURED = (
    CheckType.CHILDREN_BARRED_LIST,
    CheckType.ENHANCED_DBS,
    CheckType.PROHIBITION_TEACHING,
    CheckType.OVERSEAS,
    CheckType.QUALIFICATIONS,
    CheckType.RIGHT_TO_WORK,
)


def confirmed(check: CheckType, day: date | None = date(2026, 8, 28), number: str = "") -> HeldCheck:
    return HeldCheck(
        check, is_done=True, done_date=day, outcome=Outcome.CLEAR, is_assurance=True, number=number
    )


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([], Confirmation(0, 6, None, False)),
        ([confirmed(check) for check in ASSURED[1:]], Confirmation(5, 6, None, False)),
        ([confirmed(check) for check in ASSURED], Confirmation(6, 6, date(2026, 8, 28), False)),
        (
            [
                confirmed(ASSURED[0], date(2026, 8, 31)),
                confirmed(ASSURED[1], number="001234567890"),
                *map(confirmed, ASSURED[2:]),
            ],
            Confirmation(6, 6, date(2026, 8, 31), True),
        ),
        ([confirmed(ASSURED[0], None), *map(confirmed, ASSURED[1:])], Confirmation(6, 6, None, False)),
    ],
    ids=["nothing", "one short", "all", "the last day, with a certificate", "one undated"],
)
def test_an_agency_has_confirmed_when_every_check_of_its_own_is(
    held: list[HeldCheck], expected: Confirmation
) -> None:
    line = line_of(replace(ENGAGED, category=WorkerCategory.SUPPLY_AGENCY), *held)

    assert line.confirmation == expected
    assert expected.is_received is (expected.confirmed == 6)


def test_count_states_counts_the_first_columns_only_where_told() -> None:
    lines = (line_of(ENGAGED), line_of(replace(ENGAGED, category=WorkerCategory.GOVERNOR_MAINTAINED)))

    assert sum(count_states(lines).values()) == 28
    assert sum(count_states(lines, 8).values()) == 16
    assert count_states(lines, 8)[CellState.MISSING] == sum(
        cell.state == CellState.MISSING for line in lines for cell in line.cells[:8]
    )
