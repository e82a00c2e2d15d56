"""What the wording of one criterion gives away."""

import pytest

from recruitment.domain.wording_checks import (
    is_compound,
    is_trainable,
    is_trait_only,
    mentions_ended_disclosure,
    name_trainable,
)


@pytest.mark.parametrize(
    "text",
    [
        "Knowledge and understanding of the EYFS, or willingness to learn",
        "Skills and experience in SIMS, or willingness to learn",
    ],
)
def test_two_words_for_one_thing_ask_for_one_thing(text: str) -> None:
    assert name_trainable(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "To have completed, or a willingness to undertake, the national induction training",
        "Paediatric first aid training is desirable but can be provided.",
        "Minibus licence or willing to work towards it",
        "Holds the certificate or is committed to gaining it",
        "Has completed the training or undertakes to do so before starting",
        "A childcare qualification or working towards one",
        "First aid (training will be given)",
    ],
)
def test_is_trainable_where_being_ready_to_learn_is_enough(text: str) -> None:
    assert is_trainable(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "",
        "GCSE English at grade 4 or equivalent",
        "Willing to take part in suitable training",
        "A degree or equivalent and a commitment to further study",
        "First aid training, which cannot be provided",
        "References will not be provided by relatives",
        "Experience of early years or primary settings",
    ],
)
def test_is_trainable_is_false_without_an_either_or(text: str) -> None:
    assert is_trainable(text) is False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "GCSE maths and a first aid certificate, or willing to gain it",
            "a first aid certificate, or willing to gain it",
        ),
        ("Makaton or willing to learn it; knowledge of phonics", "Makaton or willing to learn it"),
        ("Knowledge of phonics and first aid (training will be given)", "first aid (training will be given)"),
        ("Experience of English and mathematics, or willing to learn", ""),
        ("First aid, or willing to undertake training and refresh it", ""),
        ("Minibus licence or willing to work towards it", ""),
        ("Knowledge of phonics and experience of Makaton", ""),
        ("First aid or willing to train; Makaton or willing to learn", ""),
        ("", ""),
    ],
)
def test_of_several_things_the_one_to_train_for_is_named(text: str, expected: str) -> None:
    assert name_trainable(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Enthusiastic", True),
        ("Professional and courteous", True),
        ("Empathetic, approachable and resilient.", True),
        ("A sense of humour", True),
        ("Enthusiastic about teaching phonics", False),
        ("Able to work as one of a team", False),
        ("Reliable record keeping", False),
        ("Pressure", False),
        ("", False),
    ],
)
def test_is_trait_only(text: str, expected: bool) -> None:
    assert is_trait_only(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Understanding of relevant policies and awareness of relevant legislation", True),
        ("Experience of leading a team; ability to manage a budget", True),
        ("Knowledge of phonics. Experience of guided reading", True),
        ("Planning lessons, managing behaviour and leading a team", True),
        ("Able to work on own initiative and manage own work load", True),
        ("Ability to plan, deliver and evaluate interventions", False),
        ("Good numeracy and literacy skills", False),
        ("Experience of working with children and families", False),
        ("Ability to keep calm", False),
        ("", False),
    ],
)
def test_is_compound(text: str, expected: bool) -> None:
    assert is_compound(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Disclosures include details of cautions, reprimands or final warnings.", True),
        ("All warnings, cautions and reprimands must be declared.", True),
        ("Reprimands and final warnings are no longer shown on certificates.", False),
        ("No criminal convictions, reprimands, warnings or bind-overs", False),
        ("A formal warning was given to the contractor.", False),
        ("", False),
    ],
)
def test_mentions_ended_disclosure(text: str, expected: bool) -> None:
    assert mentions_ended_disclosure(text) is expected
