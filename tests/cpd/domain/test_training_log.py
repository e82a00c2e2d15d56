"""What a line of a training log says, and what is wrong with it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd.domain.training_log import (
    LogLine,
    TrainingLogReading,
    read_line,
    reading_from_json,
    reading_to_json,
)
from cpd.domain.training_log_titles import LogField, course_called, field_of

TODAY = date(2026, 11, 28)


def make_line(**changes: Any) -> LogLine:
    fields = {
        "sheet": "Log",
        "row": 2,
        "column": "B",
        "forename": "Josie",
        "surname": "Lane",
        "course": "Fire safety",
        "awarded": "2026-09-04",
    }
    return LogLine(**fields | changes)


@pytest.mark.parametrize(
    "written",
    ["2026-09-04", "04/09/2026", "4.9.26", "4 Sept 2026", "Fri 4th September 2026", "46269", "04092026"],
)
def test_dates_are_read_in_every_shape(written: str) -> None:
    read = read_line(make_line(awarded=written), today=TODAY)

    assert (read.awarded_date, read.problems) == (date(2026, 9, 4), ())


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"awarded": ""}, "The day it was completed is missing."),
        ({"awarded": "Sept 2026"}, "“Sept 2026” names no day (completed)."),
        ({"awarded": "2026"}, "“2026” names no day (completed)."),
        ({"awarded": "yes"}, "“yes” is no one date (completed)."),
        ({"awarded": "31/02/2026"}, "“31/02/2026” is no one date (completed)."),
        ({"awarded": "9/13/2026"}, "“9/13/2026” has month and day the wrong way round (completed)."),
        ({"awarded": "4/9/26 and 5/9/26"}, "“4/9/26 and 5/9/26” is no one date (completed)."),
        (
            {"awarded": "29/11/2026"},
            "That day has not come yet. Record it once the training is completed.",
        ),
        ({"expiry": "03/09/2026"}, "The certificate cannot end before the training was completed."),
        ({"expiry": "soon"}, "“soon” is no one date (expiry)."),
        ({"hours": "all day"}, "“all day” is no number of hours in quarters."),
        ({"hours": "1.1"}, "“1.1” is no number of hours in quarters."),
        ({"hours": "0"}, "“0” is no number of hours in quarters."),
        ({"cost": "tbc"}, "“tbc” is no cost in pounds."),
    ],
)
def test_what_cannot_be_is_a_problem_of_the_line(changes: dict[str, str], problem: str) -> None:
    assert read_line(make_line(**changes), today=TODAY).problems == (problem,)


@pytest.mark.parametrize(
    ("hours", "quarters"), [("6", 24), ("1.25", 5), ("1,5", 6), ("2 hours", 8), ("3hrs", 12), ("", None)]
)
def test_hours_are_read_as_quarters(hours: str, quarters: int | None) -> None:
    assert read_line(make_line(hours=hours), today=TODAY).quarter_hours == quarters


@pytest.mark.parametrize(
    ("cost", "pence"), [("95", 9500), ("£1,250.50", 125050), ("£ 12.5", 1250), ("free", None), ("", None)]
)
def test_cost_is_read_as_pence(cost: str, pence: int | None) -> None:
    assert read_line(make_line(cost=cost), today=TODAY).cost_pence == pence


@pytest.mark.parametrize("written", ["n/a", "none", "-", "No expiry"])
def test_no_expiry_in_words_is_no_problem(written: str) -> None:
    read = read_line(make_line(expiry=written), today=TODAY)

    assert (read.printed_expiry, read.problems) == (None, ())


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_any_words_at_all_are_read_or_are_a_problem(awarded: str, expiry: str, hours: str, cost: str) -> None:
    read = read_line(make_line(awarded=awarded, expiry=expiry, hours=hours, cost=cost), today=TODAY)

    assert read.problems or read.awarded_date is not None


def test_reading_is_the_same_after_it_was_kept() -> None:
    reading = TrainingLogReading((("Name", "Name"),), (make_line(), make_line(row=3)), ("Left out: Notes.",))

    assert reading_from_json(reading_to_json(reading)) == reading


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Name", LogField.NAME),
        ("Staff Member", LogField.NAME),
        ("SURNAME", LogField.SURNAME),
        ("Course Title", LogField.COURSE),
        ("Date completed (dd/mm/yyyy)", LogField.AWARDED),
        ("Expiry date (if any)", LogField.EXPIRY),
        ("Cost (£)", LogField.COST),
        ("Shoe size", None),
    ],
)
def test_headings_are_known_by_many_names(heading: str, field: LogField | None) -> None:
    assert field_of(heading) == field


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Fire safety awareness", "fire"),
        ("Fire Marshal training", "fire_warden"),
        ("KCSIE Part 1 (Sept 2026)", "kcsie_read"),
        ("Safeguarding - Level 3 (DSL)", "dsl"),
        ("Paediatric First Aid (2 day)", "paediatric_first_aid"),
        ("Emergency First Aid at Work", "efaw"),
        ("GDPR", "data_protection"),
        ("H&S induction", "health_safety"),
        ("First aid", None),
        ("Phonics refresher", None),
        ("How the fire brigade and safety in the home came to be taught", None),
        ("", None),
    ],
)
def test_courses_are_known_by_what_schools_call_them(title: str, key: str | None) -> None:
    assert course_called(title) == key


def test_course_of_the_school_comes_first() -> None:
    assert course_called("fire  SAFETY", [("12", "Fire safety")]) == "12"
