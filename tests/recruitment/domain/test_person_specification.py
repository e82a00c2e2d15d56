"""What a careful person would question in a list of criteria."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.person_specification import (
    DocumentLine,
    ReadCriterion,
    SourceLine,
    find_outdated_wording,
    find_problems,
)


def criterion(
    text: str, requirement: str | None = "essential", evidence: tuple[str, ...] = ("A",)
) -> ReadCriterion:
    return ReadCriterion(text, requirement=requirement, evidence=evidence)  # type: ignore[arg-type]


def codes(*criteria: ReadCriterion) -> list[tuple[str, tuple[int, ...]]]:
    return [(finding.code, finding.criteria) for finding in find_problems(criteria)]


def test_find_problems_is_quiet_about_plain_criteria() -> None:
    assert (
        codes(
            criterion("GCSE English at grade 4"), criterion("Experience of work in Key Stage 1", "desirable")
        )
        == []
    )


def test_find_problems_names_a_contradiction_with_its_two_places() -> None:
    found = codes(
        criterion("Experience of lunchtime supervision"),
        criterion("ELSA qualification or started ELSA training."),
        criterion("ELSA training", "desirable"),
    )

    assert found == [("contradiction", (1, 2))]


@pytest.mark.parametrize("other", ["essential", None])
def test_find_problems_names_a_duplicate_where_requirements_agree_or_one_is_not_stated(
    other: str | None,
) -> None:
    found = codes(
        criterion("Able to build positive relationships"),
        criterion("Ability to build positive relationships with families", other),
    )

    assert found == [("duplicate", (0, 1))]


def test_find_problems_marks_either_or_wording_as_trainable() -> None:
    [finding] = find_problems([criterion("Minibus licence, or willing to train for it")])

    assert (finding.code, finding.criteria) == ("either_or", (0,))
    assert "trainable" in finding.message


def test_find_problems_says_untestable_rather_than_compound_for_traits() -> None:
    assert codes(criterion("Enthusiastic and reliable")) == [("untestable", (0,))]


def test_find_problems_gathers_all_criteria_without_evidence_in_one_finding() -> None:
    found = codes(
        criterion("GCSE English", evidence=()),
        criterion("GCSE mathematics"),
        criterion("Swimming teacher", evidence=()),
    )

    assert found == [("no_evidence", (0, 2))]


def test_find_problems_speaks_of_one_criterion_in_the_singular() -> None:
    [finding] = find_problems([criterion("GCSE English", evidence=())])

    assert finding.message.startswith("One criterion does not say how it will be assessed")


def test_find_problems_works_on_any_object_with_the_three_facts() -> None:
    @dataclass
    class Edited:
        text: str
        requirement: str
        evidence: list[str]

    found = find_problems(
        [
            Edited("Forest school training", "essential", ["C"]),
            Edited("Forest school training", "desirable", ["C"]),
        ]
    )

    assert [finding.code for finding in found] == ["contradiction"]


def test_find_problems_passes_over_empty_wordings() -> None:
    assert codes(criterion("", evidence=()), criterion("  ", evidence=())) == []


@given(
    st.lists(
        st.builds(
            criterion, st.text(max_size=80), st.sampled_from(["essential", "desirable", None]), st.just(())
        ),
        max_size=8,
    )
)
def test_find_problems_points_only_at_criteria_that_exist(criteria: list[ReadCriterion]) -> None:
    places = {place for finding in find_problems(criteria) for place in finding.criteria}

    assert places <= set(range(len(criteria)))


def test_find_outdated_wording_points_at_the_line() -> None:
    lines = [
        DocumentLine(2, 1, "Safer recruitment"),
        DocumentLine(2, 2, "This shows cautions, reprimands or final warnings."),
    ]

    [finding] = find_outdated_wording(lines)

    assert (finding.code, finding.criteria, finding.source) == ("outdated_disclosure", (), SourceLine(2, 2))
