from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from core.domain.errors import DomainError
from recruitment.domain.vacancy_terms import VacancyTerms, check_terms, find_faults, is_fixed_term

TERMS = VacancyTerms(
    title="Learning Mentor",
    reference="LM-26-01",
    opens_date=date(2026, 11, 2),
    closes_date=date(2026, 11, 20),
    scale_labels=("Not shown", "Partly shown", "Shown", "Strongly shown"),
)
FIXED = {"contract_type": "fixed_term", "fixed_term_reason": "Maternity cover"}
LONG = "x" * 100


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"closes_date": date(2026, 11, 2)}, []),
        ({"closes_date": date(2026, 11, 1)}, ["closes_date"]),
        (
            {"summary": "How many days have you been absent this year? Tell us in your statement."},
            ["summary"],
        ),
        ({"summary": "Do you need any adjustments for the interview?"}, []),
        ({"summary": "You will look after the mental health of our pupils. Does that sound like you?"}, []),
        ({"interview_date": date(2026, 11, 21)}, []),
        ({"interview_date": date(2026, 11, 20)}, ["interview_date"]),
        ({"interview_date": date(2026, 11, 2)}, ["interview_date"]),
        ({"start_date": date(2026, 11, 21)}, []),
        ({"start_date": date(2026, 11, 20)}, ["start_date"]),
        (FIXED, []),
        (FIXED | {"fixed_term_reason": "  "}, ["fixed_term_reason"]),
        ({"end_date": date(2027, 8, 31)}, ["end_date"]),
        (FIXED | {"end_date": date(2027, 8, 31)}, []),
        (FIXED | {"start_date": date(2027, 1, 4), "end_date": date(2027, 1, 5)}, []),
        (FIXED | {"start_date": date(2027, 1, 4), "end_date": date(2027, 1, 4)}, ["end_date"]),
        ({"scale_max": 4}, ["scale"]),
        ({"scale_labels": ("Not shown", "Partly shown", "Shown", " ")}, ["scale"]),
        ({"scale_labels": ("Not shown", "Partly shown", "Shown", "shown ")}, ["scale"]),
        ({"scale_labels": ("a", "b", "c", LONG)}, []),
        ({"scale_labels": ("a", "b", "c", LONG + "x")}, ["scale"]),
        ({"scale_min": 3}, ["scale_max"]),
        ({"scale_max": 11}, ["scale_max"]),
        ({"essential_threshold": 0}, ["essential_threshold"]),
        ({"essential_threshold": 3}, []),
        ({"essential_threshold": 4}, ["essential_threshold"]),
        ({"scale_min": 1, "essential_threshold": 1, "scale_max": 4}, ["essential_threshold"]),
        ({"shortlist_size": 0}, ["shortlist_size"]),
        ({"shortlist_size": 1}, []),
        ({"shortlist_size": 50}, []),
        ({"shortlist_size": 51}, ["shortlist_size"]),
        (
            {"closes_date": date(2026, 11, 1), "shortlist_size": 0, "end_date": date(2027, 1, 1)},
            ["closes_date", "end_date", "shortlist_size"],
        ),
    ],
)
def test_find_faults(changes: dict[str, Any], expected: list[str]) -> None:
    assert [fault.field for fault in find_faults(replace(TERMS, **changes))] == expected


def test_check_terms_raises_the_first_fault() -> None:
    with pytest.raises(DomainError) as raised:
        check_terms(replace(TERMS, closes_date=date(2026, 11, 1)))

    assert (raised.value.code, raised.value.field) == ("dates_out_of_order", "closes_date")


def test_check_terms_is_silent_where_all_is_well() -> None:
    check_terms(TERMS)


@pytest.mark.parametrize(
    ("contract", "expected"),
    [
        ("Fixed term for 1 year", True),
        ("fixed-term", True),
        ("Temporary, to cover maternity leave", True),
        ("Maternity cover", True),
        ("Permanent, term time only", False),
        ("Permanent; hours fixed", False),
        ("", False),
    ],
)
def test_is_fixed_term(contract: str, expected: bool) -> None:
    assert is_fixed_term(contract) is expected
