"""Criteria that ask for the same thing come as one group, however many they are."""

from string import ascii_lowercase

import pytest

from recruitment.domain.alike_criteria import MOST_COMPARED, group_alike
from recruitment.domain.person_specification import ReadCriterion, Requirement, find_problems

# The first is like the second, the second like the third, the first and third are not alike.
CHAIN = (
    "Able to plan phonics lessons",
    "Able to plan phonics lessons and nursery pupils’ trips",
    "Able to arrange nursery pupils’ trips",
)


def criteria(*wanted: tuple[str, Requirement | None]) -> list[ReadCriterion]:
    return [ReadCriterion(text, requirement=requirement, evidence=("A",)) for text, requirement in wanted]


def groups(*wanted: tuple[str, Requirement | None]) -> list[tuple[tuple[int, ...], bool]]:
    return [(group.places, group.is_contradiction) for group in group_alike(criteria(*wanted))]


def test_none_alike_make_no_group() -> None:
    assert groups(("Able to swim", "essential"), ("Holds a first aid certificate", "essential")) == []
    assert groups() == []
    assert groups(("", "essential"), ("", "desirable"), (" - ", "essential")) == []


@pytest.mark.parametrize("count", [2, 3, 40])
def test_however_many_are_alike_they_make_one_group(count: int) -> None:
    towns = [first + second for first in ascii_lowercase for second in ascii_lowercase][:count]
    alike = [(f"Experience of primary teaching in {town}", "essential") for town in towns]

    assert groups(*alike, ("Able to swim", "desirable")) == [(tuple(range(count)), False)]


def test_two_subjects_make_two_groups_in_the_order_of_their_first_members() -> None:
    assert groups(
        ("Able to swim", None),
        ("Forest school training", "essential"),
        ("able to swim.", None),
        ("Forest school training", "desirable"),
    ) == [((0, 2), False), ((1, 3), True)]


def test_likeness_is_handed_on() -> None:
    first, second, third = CHAIN

    assert groups((first, "essential"), (third, "essential")) == []
    assert groups((first, "essential"), (third, "essential"), (second, "essential")) == [((0, 1, 2), False)]


@pytest.mark.parametrize(
    ("stated", "is_contradiction"),
    [
        (("essential", "essential", "desirable"), True),
        (("essential", "desirable", "desirable"), True),
        (("essential", None, "desirable"), False),  # the two that differ are not alike themselves
        (("essential", "essential", None), False),
        ((None, None, None), False),
    ],
)
def test_a_contradiction_is_between_two_that_are_alike(
    stated: tuple[Requirement | None, ...], is_contradiction: bool
) -> None:
    assert groups(*zip(CHAIN, stated, strict=True)) == [((0, 1, 2), is_contradiction)]


def test_the_same_words_with_both_requirements_contradict() -> None:
    words = "Able to swim"

    assert groups((words, "essential"), (words, "essential"), (words, "desirable")) == [((0, 1, 2), True)]


@pytest.mark.parametrize(
    ("essential", "desirable"),
    [
        ("Interested in and enjoys working with children", "Interests that would enrich what children learn"),
        (
            "Willingness to take part in training, including first aid",
            "A current first aid at work certificate",
        ),
        (
            "Ready to study for the certificate in council administration",
            "Certificate in council administration",
        ),
        ("Basic food hygiene certificate", "Intermediate food hygiene certificate"),
        ("Sympathetic to the Catholic ethos of the school", "Working in a Catholic or other church school"),
        ("Able to work as part of a team", "Experience of teamwork"),
    ],
)
def test_what_may_well_be_essential_here_and_desirable_there_is_no_contradiction(
    essential: str, desirable: str
) -> None:
    assert groups((essential, "essential"), (desirable, "desirable")) == []
    assert groups((desirable, "desirable"), (essential, "essential")) == []


@pytest.mark.parametrize(
    ("essential", "desirable"),
    [
        ("ELSA qualification or started ELSA training.", "ELSA training"),
        (
            "Experience of working with primary-aged children",
            "Experience of children of Primary age range (4-11)",
        ),
        ("Able to plan phonics lessons", "Able to plan good phonics lessons with others"),
        ("Willing to train in Makaton signing", "Willingness to train in Makaton signing"),
    ],
)
def test_the_same_thing_asked_in_other_words_contradicts(essential: str, desirable: str) -> None:
    assert groups((essential, "essential"), (desirable, "desirable")) == [((0, 1), True)]


@pytest.mark.parametrize("stated", ["essential", "desirable"])
def test_planning_leading_and_recording_are_three_things(stated: Requirement) -> None:
    assert (
        groups(
            ("Experience of planning art clubs", "essential"),
            ("Experience of leading art clubs", stated),
            ("Experience of recording art clubs", "essential"),
            ("Experience of planning breakfast club", stated),
        )
        == []
    )


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        ("Works well as part of a team", "Experience of teamwork", True),
        ("Able to work in a team", "Good teamworking skills", True),
        ("Works well as part of a team", "Experience of leading a team", False),
        ("Experience of teamwork", "Experience of building a team of tutors", False),
        ("Experience of phonics", "Knowledge of phonics", False),
    ],
)
def test_teamwork_is_one_thing_however_it_is_asked_for(one: str, other: str, are_alike: bool) -> None:
    assert groups((one, "essential"), (other, "essential")) == ([((0, 1), False)] if are_alike else [])


@pytest.mark.parametrize("place", [MOST_COMPARED - 1, MOST_COMPARED])
def test_only_so_many_are_compared(place: int) -> None:
    words = [(f"{number} apples", None) for number in range(place)]

    found = groups(*words, ("0 apples", None))

    assert found == ([((0, place), False)] if place < MOST_COMPARED else [])


def test_one_finding_names_two_of_them_and_counts_the_rest() -> None:
    same = criteria(*[("Forest school training", "essential")] * 4)

    [finding] = find_problems(same)

    assert (finding.code, finding.criteria) == ("duplicate", (0, 1, 2, 3))
    assert finding.message == (
        "“Forest school training”, “Forest school training” and 2 more seem to ask for the same thing, so it "
        "would be scored 4 times. Keep the clearest, or those that differ."
    )


def test_one_finding_says_how_often_each_requirement_stands() -> None:
    words = "Forest school training"

    [finding] = find_problems(criteria((words, "essential"), (words, "desirable"), (words, "essential")))

    assert (finding.code, finding.criteria) == ("contradiction", (0, 1, 2))
    assert "and 1 more seem to ask for the same thing, but essential is said twice and desirable once." in (
        finding.message
    )
