"""What blank forms say of points, their words, and of names or codes."""

import pytest

from recruitment.domain.form_terms import USUAL_TERMS, terms_of_scale


def test_the_usual_terms_are_those_of_the_usual_scale() -> None:
    assert USUAL_TERMS.points_in_words.startswith("0 = No evidence, 1 = Mentioned only, ")
    assert USUAL_TERMS.threshold_in_words == "An essential criterion is met from 1 point on."
    assert USUAL_TERMS.origin_in_words.startswith("This is the usual scale")


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("Not met", "Fully met"), "1 = Not met, 2 = Fully met, 3"),
        ((), "1, 2, 3"),
        (("Not met", " ", "Met", "Too many"), "1 = Not met, 2, 3 = Met"),
    ],
)
def test_a_point_without_a_label_has_its_number(labels: tuple[str, ...], expected: str) -> None:
    terms = terms_of_scale(1, 3, labels, threshold=2, is_blind=False, reference="LM-1")

    assert terms.points_in_words == expected
    assert terms.threshold_in_words == "An essential criterion is met from 2 points on."
    assert (terms.origin_in_words, terms.candidate_label) == (
        "This is the scale of vacancy LM-1.",
        "Candidate",
    )
