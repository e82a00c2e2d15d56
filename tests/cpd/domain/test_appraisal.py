"""Who is in a cycle of appraisal and by which rule, at every neighbour."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from compliance.domain.categories import WorkerCategory
from core.domain.schools import SchoolType
from cpd.domain.appraisal import Basis, CycleKind, Ground, Standing, Worker, judge_eligibility
from cpd.domain.sources import appraisal as sources

TODAY = date(2026, 11, 28)
TEACHER = Worker(SchoolType.MAINTAINED, WorkerCategory.TEACHER, start_date=date(2024, 9, 1))
ASSISTANT = Worker(SchoolType.MAINTAINED, WorkerCategory.TA_ELSA, start_date=date(2024, 9, 1))


def judged(worker: Worker, kind: CycleKind = CycleKind.TEACHERS) -> tuple[Standing, str, Basis]:
    found = judge_eligibility(worker, kind, as_at=TODAY)
    return found.standing, found.code, found.basis


@pytest.mark.parametrize(
    ("school_type", "basis", "source"),
    [
        (SchoolType.MAINTAINED, Basis.LAW, sources.TEACHER_APPRAISAL),
        (SchoolType.PRU, Basis.LAW, sources.TEACHER_APPRAISAL),
        (SchoolType.ACADEMY, Basis.POLICY, sources.OWN_POLICY),
        (SchoolType.INDEPENDENT, Basis.POLICY, sources.OWN_POLICY),
    ],
)
def test_law_appraises_teachers_of_maintained_schools_alone(
    school_type: SchoolType, basis: Basis, source: object
) -> None:
    found = judge_eligibility(replace(TEACHER, school_type=school_type), CycleKind.TEACHERS, as_at=TODAY)
    assert (found.standing, found.basis, found.sources) == (Standing.IN, basis, (source,))


def test_early_career_teacher_in_induction_is_out_and_capability_suspends() -> None:
    """Case 75."""
    assert judged(replace(TEACHER, ground=Ground.INDUCTION)) == (Standing.OUT, "in_induction", Basis.LAW)
    assert judged(replace(TEACHER, ground=Ground.CAPABILITY)) == (
        Standing.SUSPENDED,
        "in_capability",
        Basis.LAW,
    )
    assert judged(TEACHER) == (Standing.IN, "in", Basis.LAW)


def test_capability_cites_the_guidance_that_puts_support_first() -> None:
    found = judge_eligibility(replace(TEACHER, ground=Ground.CAPABILITY), CycleKind.TEACHERS, as_at=TODAY)
    assert found.sources == (sources.TEACHER_APPRAISAL, sources.SUPPORT_BEFORE_CAPABILITY)


@pytest.mark.parametrize(("days", "code"), [(83, "less_than_a_term"), (84, "in"), (85, "in")])
def test_a_contract_for_less_than_a_term_is_out(days: int, code: str) -> None:
    start = TODAY - timedelta(days=10)
    worker = replace(TEACHER, start_date=start, end_date=start + timedelta(days=days - 1))
    assert judged(worker)[1] == code


def test_a_contract_without_an_end_is_in_from_its_first_day() -> None:
    assert judged(replace(TEACHER, start_date=TODAY))[1] == "in"
    assert judged(replace(TEACHER, start_date=TODAY + timedelta(days=1)))[1] == "not_started"
    assert judged(replace(TEACHER, start_date=None))[1] == "not_started"


@pytest.mark.parametrize(("days_ago", "code"), [(0, "in"), (1, "has_left")])
def test_a_leaver_is_out_from_the_day_after_the_last(days_ago: int, code: str) -> None:
    assert judged(replace(TEACHER, end_date=TODAY - timedelta(days=days_ago)))[1] == code


def test_support_staff_have_a_cycle_of_their_own_by_policy() -> None:
    assert judged(ASSISTANT, CycleKind.SUPPORT_STAFF) == (Standing.IN, "in", Basis.POLICY)
    assert judged(ASSISTANT)[1] == "other_cycle"
    assert judged(TEACHER, CycleKind.SUPPORT_STAFF)[1] == "other_cycle"


@pytest.mark.parametrize(
    ("teaching_work", "teachers", "support"),
    [(True, "in", "other_cycle"), (False, "other_cycle", "in"), (None, "other_cycle", "in")],
)
def test_early_years_staff_are_teachers_where_they_teach(
    teaching_work: bool | None, teachers: str, support: str
) -> None:
    worker = replace(TEACHER, category=WorkerCategory.EY_WRAP, teaching_work=teaching_work)
    assert judged(worker)[1] == teachers
    assert judged(worker, CycleKind.SUPPORT_STAFF)[1] == support


def test_a_leader_may_be_in_either_cycle() -> None:
    leader = replace(TEACHER, category=WorkerCategory.LEADER_ACADEMY, school_type=SchoolType.ACADEMY)
    assert judged(leader)[1] == "in"
    assert judged(leader, CycleKind.SUPPORT_STAFF)[1] == "in"


@pytest.mark.parametrize(
    ("category", "code"),
    [
        (WorkerCategory.SUPPLY_AGENCY, "not_employed"),
        (WorkerCategory.VOLUNTEER_RA, "not_employed"),
        (WorkerCategory.TRAINEE_FEE, "not_employed"),
        (WorkerCategory.TRUSTEE_ACADEMY, "not_employed"),
        (None, "role_not_known"),
    ],
)
def test_whom_the_school_does_not_employ_is_out(category: WorkerCategory | None, code: str) -> None:
    assert judged(replace(TEACHER, category=category))[1] == code


@pytest.mark.parametrize("source", [sources.EQUALITY, sources.OWN_POLICY, sources.CUSTOMARY_DATES])
def test_what_nobody_has_read_is_marked(source: object) -> None:
    assert source.verified is False  # type: ignore[attr-defined]
