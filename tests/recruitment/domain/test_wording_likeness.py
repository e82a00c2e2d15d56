"""Whether two criteria ask for the same thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.wording_likeness import subject_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ELSA qualification or started ELSA training.", "ELSA training"),
        (
            "Experience as a Home Link Worker, Family Support Worker, Learning Mentor or similar role.",
            (
                "Previous experience of working as an ELSA/Home School Link Worker or "
                "Learning Support Assistant "
                "in a school environment"
            ),
        ),
        (
            "Experience of working with primary-aged children.",
            "Experience of working with children of Primary age range (4-11)",
        ),
        ("Able to build positive relationships with families", "Ability to build positive relationships"),
        ("Wide experience of academic administration", "Experience of academic administration"),
        ("First aid certificate", "A recognised certificate in first aid"),
        ("Enthusiastic", "enthusiastic."),
        ("Two years' experience in a school kitchen", "2 years of experience in a school kitchen"),
        ("NVQ level 2 in childcare", "NVQ in childcare"),
        ("NVQ level 2 in childcare", "NVQ level 2 or 3 in childcare"),
        ("GCSE mathematics at grade C", "GCSE in mathematics, grade C"),
        ("Experience of planning art clubs", "Previous experience of planning art clubs for pupils"),
        ("Experience of organising school trips", "Experience of planning school trips"),
        ("Experience of planning art clubs", "Experience of planning and leading art clubs"),
        ("Experience of leading a team of staff", "Experience of managing a team of staff"),
        (
            "Experience of teaching pupils in a primary school",
            "Experience of teaching children in primary schools",
        ),
    ],
)
def test_wordings_with_the_same_subject(one: str, other: str) -> None:
    assert subject_of(one).is_same_as(subject_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ELSA training", "Previous experience of working as an ELSA in a primary school"),
        ("Able to work in a team", "Able to work under pressure"),
        ("Experience of teaching phonics", "Knowledge of phonics"),
        ("A recognised certificate in play work", "A recognised certificate in horticulture"),
        ("Good communication skills", "Good ICT skills"),
        ("Experience of working in a primary school", "Experience of working with primary-aged children"),
        ("NVQ level 2 in childcare", "NVQ level 3 in childcare"),
        ("Two years' experience in a school kitchen", "Five years' experience in a school kitchen"),
        ("Experience of assessment in KS1", "Experience of assessment in KS2"),
        ("GCSE mathematics at grade C", "GCSE mathematics at grade A"),
        ("Experience of planning art clubs", "Experience of leading art clubs"),
        ("Experience of leading art clubs", "Experience of recording art clubs"),
        ("Experience of planning art clubs", "Experience of recording art clubs"),
        ("Experience of planning art clubs", "Experience of planning breakfast club"),
        ("Plans phonics lessons", "Records phonics lessons"),
        ("Able to write reports for governors", "Able to present reports for governors"),
        ("Able to teach mathematics in Key Stage 2", "Able to teach French in Key Stage 2"),
        ("Experience", "Experience"[:0]),
        ("", ""),
    ],
)
def test_wordings_with_different_subjects(one: str, other: str) -> None:
    assert not subject_of(one).is_same_as(subject_of(other))


@given(st.text(max_size=120), st.text(max_size=120))
def test_is_same_as_is_mutual(one: str, other: str) -> None:
    first, second = subject_of(one), subject_of(other)

    assert first.is_same_as(second) == second.is_same_as(first)
