"""The workbook of the matrix: its words, who sets what, and what lapses."""

from datetime import date

import pytest
from openpyxl import load_workbook

from cpd.exports.training_matrix import write_training_matrix
from cpd.models import CoursePolicy
from cpd.selectors.training_matrix import list_training_matrices
from tests.factories import make_person, make_school
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW
from tests.factories.training import make_courses, make_training

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 28)


def test_workbook_of_two_schools_says_where_they_differ() -> None:
    courses, schools = make_courses(), [make_school(name="Ashcombe"), make_school(name="Birchfield")]
    people = [
        make_engagement(school=school, person=make_person(given_name="Rowan", family_name=name))
        for school, name in zip(schools, ("Ash", "Beech"), strict=True)
    ]
    make_training(people[0], courses["fire"], awarded_date=date(2025, 12, 1))
    CoursePolicy.objects.create(
        school=schools[1],
        course=courses["safer_recruitment"],
        renewal_months=60,
        reason="Agreed",
        set_at=NOW,
        set_by=people[1].created_by,
    )
    matrices = list_training_matrices(school_ids=[one.pk for one in schools], as_at=DAY)

    with write_training_matrix(matrices, now=NOW) as file:
        book = load_workbook(file)

    sets, heads, *rows = book["Training"].iter_rows(min_row=3, values_only=True)
    by_course = dict(zip(heads, sets, strict=True))
    assert (by_course["Safer recruitment training"], by_course["Fire safety awareness"]) == (
        "Law or Policy",
        "Policy",
    )
    assert [row[:3] for row in rows] == [("Ashcombe", "Ash", "Rowan"), ("Birchfield", "Beech", "Rowan")]
    assert [row[:2] + row[3:] for row in book["Lapses this term"].iter_rows(min_row=3, values_only=True)] == [
        ("Ashcombe", "Ash, Rowan", "Fire safety awareness", "Policy", "Due soon", "01/12/2026")
    ]
    assert book["Summary"]["B4"].value == 1


def test_workbook_without_a_course_names_the_people() -> None:
    school = make_school(name="Ashcombe")
    make_engagement(school=school, person=make_person(given_name="Rowan", family_name="Ash"))

    with write_training_matrix(list_training_matrices(school_ids=[school.pk], as_at=DAY), now=NOW) as file:
        rows = list(load_workbook(file)["Training"].iter_rows(min_row=5, values_only=True))

    assert [row[:3] for row in rows] == [("Ashcombe", "Ash", "Rowan")]
