"""The matrix of a school: who is in it, what counts, and at how many queries."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from compliance.domain.categories import WorkerCategory
from core.models import Engagement, School
from cpd.domain.training_matrix import Cell, CellState
from cpd.models import CoursePolicy
from cpd.selectors.training_matrix import get_training_matrix, list_training_matrices
from tests.factories import make_person, make_school, make_trust
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW
from tests.factories.training import make_courses, make_requirement, make_training

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 28)


def cell_of(engagement: Engagement, key: str, as_at: date = DAY) -> Cell:
    matrix = get_training_matrix(school_id=engagement.school_id, as_at=as_at)
    row = next(row for row in matrix.rows if row.engagement_id == engagement.pk)
    place = next(
        place for place, column in enumerate(matrix.columns) if column.rule and column.rule.key == key
    )
    return row.cells[place]


def test_cell_counts_what_the_school_recorded() -> None:
    engagement, courses = make_engagement(), make_courses()
    make_training(engagement, courses["fire"], awarded_date=date(2026, 9, 4))

    cell = cell_of(engagement, "fire")

    assert (cell.state, cell.due_date) == (CellState.VALID, date(2027, 9, 4))
    assert cell_of(engagement, "kcsie_read").state == CellState.MISSING
    assert cell_of(engagement, "faw").state == CellState.NOT_REQUIRED


@pytest.mark.parametrize(
    "fields",
    [
        {"withdrawn_at": NOW, "withdrawn_reason": "Wrong person"},
        {"confirmed_at": None, "confirmed_by": None, "origin": "self"},
    ],
)
def test_cell_does_not_count_what_is_withdrawn_or_waits(fields: dict[str, Any]) -> None:
    engagement, courses = make_engagement(), make_courses()
    if "withdrawn_at" in fields:
        fields = fields | {"withdrawn_by": engagement.created_by}
    make_training(engagement, courses["fire"], **fields)

    assert cell_of(engagement, "fire").state == CellState.MISSING


def test_training_counts_at_every_school_of_the_trust_and_at_no_other() -> None:
    trust, courses, person = make_trust(), make_courses(), make_person()
    first, second, stranger = make_school(trust=trust), make_school(trust=trust), make_school()
    here, beside, elsewhere = (
        make_engagement(school=school, person=person) for school in (first, second, stranger)
    )
    make_training(here, courses["fire"])

    states = {one.school_id: cell_of(one, "fire").state for one in (here, beside, elsewhere)}

    assert states == {
        first.pk: CellState.VALID,
        second.pk: CellState.VALID,
        stranger.pk: CellState.MISSING,
    }


@pytest.mark.parametrize(
    ("as_at", "state"),
    [
        (date(2026, 9, 3), CellState.MISSING),
        (date(2026, 9, 4), CellState.VALID),
        (date(2027, 9, 3), CellState.DUE_SOON),
        (date(2027, 9, 4), CellState.EXPIRED),
    ],
)
def test_matrix_is_told_for_a_day(as_at: date, state: CellState) -> None:
    engagement, courses = make_engagement(), make_courses()
    make_training(engagement, courses["fire"], awarded_date=date(2026, 9, 4))

    assert cell_of(engagement, "fire", as_at).state == state


@pytest.mark.parametrize(
    ("as_at", "count"),
    [(date(2026, 8, 31), 0), (date(2026, 9, 1), 1), (date(2026, 12, 31), 1), (date(2027, 1, 1), 0)],
)
def test_matrix_holds_who_works_there_on_the_day(as_at: date, count: int) -> None:
    engagement = make_engagement(start_date=date(2026, 9, 1), end_date=date(2026, 12, 31))

    assert len(get_training_matrix(school_id=engagement.school_id, as_at=as_at).rows) == count


def test_policy_of_the_school_shortens_its_own_interval_alone() -> None:
    first, second, courses = make_engagement(), make_engagement(), make_courses()
    for one in (first, second):
        make_training(one, courses["fire"], awarded_date=date(2026, 9, 4))
    CoursePolicy.objects.create(
        school=first.school,
        course=courses["fire"],
        renewal_months=2,
        reason="After the fire of 2025",
        set_at=NOW,
        set_by=first.created_by,
    )

    assert [cell_of(one, "fire").due_date for one in (first, second)] == [
        date(2026, 11, 4),
        date(2027, 9, 4),
    ]


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, CellState.MISSING),
        ({"valid_from": date(2026, 11, 28)}, CellState.MISSING),
        ({"valid_from": date(2026, 11, 29)}, CellState.NOT_REQUIRED),
        ({"valid_until": date(2026, 11, 28)}, CellState.MISSING),
        ({"valid_until": date(2026, 11, 27)}, CellState.NOT_REQUIRED),
        ({"required_of": "kind", "kind": "support"}, CellState.MISSING),
        ({"required_of": "kind", "kind": "teaching"}, CellState.NOT_REQUIRED),
    ],
)
def test_requirement_of_the_school_is_asked_while_it_runs(fields: dict[str, Any], state: CellState) -> None:
    engagement, courses = make_engagement(category=WorkerCategory.TA_ELSA), make_courses()
    make_requirement(courses["faw"], engagement.school, **fields)

    assert cell_of(engagement, "faw").state == state


def test_named_requirement_is_asked_of_that_person_alone() -> None:
    school, courses = make_school(), make_courses()
    named, other = make_engagement(school=school), make_engagement(school=school)
    make_requirement(courses["faw"], school, required_of="person", engagement=named)

    assert [cell_of(one, "faw").state for one in (named, other)] == [
        CellState.MISSING,
        CellState.NOT_REQUIRED,
    ]


def test_requirement_of_another_school_asks_nobody_here() -> None:
    engagement, courses = make_engagement(), make_courses()
    make_requirement(courses["faw"], make_school())

    assert cell_of(engagement, "faw").state == CellState.NOT_REQUIRED


def fill(school: School, people: int) -> None:
    courses = make_courses()
    for _ in range(people):
        engagement = make_engagement(school=school)
        make_training(engagement, courses["fire"])
        make_requirement(courses["faw"], school, required_of="person", engagement=engagement)


@pytest.mark.parametrize("people", [1, 3])
def test_matrix_asks_as_many_questions_however_many_people(people: int) -> None:
    schools = [make_school(), make_school()]
    for school in schools:
        fill(school, people)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        matrices = list_training_matrices(school_ids=[one.pk for one in schools], as_at=DAY)

    assert [len(matrix.rows) for matrix in matrices] == [people, people]
    assert len(queries) == 4


def test_interval_that_policy_sets_is_told_as_policy() -> None:
    engagement, courses = make_engagement(), make_courses()
    CoursePolicy.objects.create(
        school=engagement.school,
        course=courses["safer_recruitment"],
        renewal_months=60,
        reason="Agreed by the governors",
        set_at=NOW,
        set_by=engagement.created_by,
    )

    matrix = get_training_matrix(school_id=engagement.school_id, as_at=DAY)

    bases = {column.rule.key: (column.months, column.basis) for column in matrix.columns if column.rule}
    assert bases["safer_recruitment"] == (60, "policy")
    assert bases["senco_npq"] == (None, "statutory")
