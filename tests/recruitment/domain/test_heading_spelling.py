"""Misspelt headings, and the words beside them that are right as they are."""

import pytest

from recruitment.domain.heading_spelling import as_meant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Essental", "Essential"),
        ("Desireable criteria", "Desirable criteria"),
        ("QULAIFICATIONS", "QUALIFICATIONS"),
        ("qualfications and expereince", "qualifications and experience"),
        ("Knowlege and understanding", "Knowledge and understanding"),
        ("Person Specfication", "Person Specification"),
        ("Interveiw", "Interview"),
        ("Knowlegde", "Knowledge"),
        ("Responsiblities:", "Responsibilities:"),
        ("Method of assesment", "Method of assessment"),
    ],
)
def test_a_misspelt_heading_is_put_right_in_its_own_case(text: str, expected: str) -> None:
    assert as_meant(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Experienced teacher",
        "Qualified",
        "Qualified Teacher Status",
        "Equalities",
        "Abilities",
        "Disabilities",
        "Capabilities",
        "Facilities",
        "Essentially",
        "Interviewer",
        "Requirement",
        "Experiment",
        "Experimental",
        "Responsive",
    ],
)
def test_a_word_that_only_looks_like_a_heading_stays(text: str) -> None:
    assert as_meant(text) == text


def test_a_text_is_put_right_up_to_ten_words_and_a_sentence_is_not() -> None:
    nine = "we hope that you bring all that we call"

    assert as_meant(f"{nine} essental") == f"{nine} essential"
    assert as_meant(f"{nine} quite essental") == f"{nine} quite essental"
