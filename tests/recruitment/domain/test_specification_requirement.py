"""The words, letters, marks and notes that say essential or desirable."""

import pytest

from recruitment.domain.specification_requirement import (
    is_mark,
    only_expects,
    requirement_of_lead,
    requirement_of_word,
    split_heading,
    split_lead,
    split_prose,
    split_statement,
    split_suffix,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("E", "essential"),
        ("(D)", "desirable"),
        ("Essential", "essential"),
        ("desirable.", "desirable"),
        ("Preferred", "desirable"),
        ("A", None),
        ("ED", None),
        ("Essential skills", None),
        ("", None),
    ],
)
def test_requirement_of_word(text: str, expected: str | None) -> None:
    assert requirement_of_word(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("✓", True), ("√ √", True), ("X", True), ("Yes", True), ("☐", False), ("A", False), ("", False)],
)
def test_is_mark(text: str, expected: bool) -> None:
    assert is_mark(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Essential", ("essential", "")),
        ("Desirable criteria:", ("desirable", "")),
        ("SECTION 1 – ESSENTIAL CRITERIA", ("essential", "")),
        ("Essential Qualifications and Experience", ("essential", "Qualifications and Experience")),
        ("Qualifications (Essential)", ("essential", "Qualifications")),
        ("Desirable (but not essential)", ("desirable", "")),
        ("It would be desirable to have:", ("desirable", "")),
        ("Essential / Desirable", (None, "Essential / Desirable")),
        ("Qualifications", (None, "Qualifications")),
    ],
)
def test_split_heading(text: str, expected: tuple[str | None, str]) -> None:
    assert split_heading(text) == expected


def test_split_lead_takes_the_word_before_a_colon() -> None:
    assert split_lead("Essential: a full driving licence") == ("essential", "a full driving licence")
    assert split_lead("Essential skills of a teacher") == (None, "Essential skills of a teacher")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A criminal record (DBS) check (E)", ("A criminal record (DBS) check", "E")),
        ("First aid - D", ("First aid", "D")),
        ("Children aged 4-11", ("Children aged 4-11", None)),
    ],
)
def test_split_suffix(text: str, expected: tuple[str, str | None]) -> None:
    assert split_suffix(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A first aid qualification would be an advantage.", ("desirable", "A first aid qualification")),
        ("A driving licence is essential", ("essential", "A driving licence")),
        ("No qualification is required", (None, "No qualification is required")),
        ("Able to swim", (None, "Able to swim")),
    ],
)
def test_split_prose(text: str, expected: tuple[str | None, str]) -> None:
    assert split_prose(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Essental criteria:", ("essential", "")),
        ("Desireable Qualifications", ("desirable", "Qualifications")),
        ("Essental or desirable", (None, "Essental or desirable")),
    ],
)
def test_split_heading_of_a_misspelt_heading(text: str, expected: tuple[str | None, str]) -> None:
    assert split_heading(text) == expected


def test_split_suffix_takes_up_to_sixty_characters_in_brackets() -> None:
    sixty = "application form, certificates, references and the interview"

    assert len(sixty) == 60
    assert split_suffix(f"A degree ({sixty})") == ("A degree", sixty)
    assert split_suffix(f"A degree ({sixty}s)") == (f"A degree ({sixty}s)", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You will have:", "essential"),
        ("You’ll bring:", "essential"),
        ("The ideal candidate should be able to:", "essential"),
        ("You must have:", "essential"),
        ("The following are essential:", "essential"),
        ("It is desirable that candidates have:", "desirable"),
        ("Although not essential, it would help if you have:", "desirable"),
        ("Though not strictly required, we would welcome:", "desirable"),
        ("It is not essential to have:", None),
        ("You will not have:", None),
        ("You will have a degree", None),
        ("You will work with:", None),
        ("The post holder will:", None),
    ],
)
def test_requirement_of_lead(text: str, expected: str | None) -> None:
    assert requirement_of_lead(text) == expected


def test_requirement_of_lead_says_nothing_of_a_long_sentence() -> None:
    eighteen = "If you come to teach at Oakfield from this September, as we all hope, then you will need"

    assert requirement_of_lead(f"{eighteen}:") == "essential"
    assert requirement_of_lead(f"{eighteen} these:") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You will have:", True),
        ("You should have the following:", True),
        ("The successful candidate will:", True),
        ("The successful candidate must:", False),
        ("You will need to have:", False),
        ("You will have a degree", False),
        ("The following are essential:", False),
        ("You may also have:", False),
    ],
)
def test_only_expects(text: str, expected: bool) -> None:
    assert only_expects(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clean driving licence is desirable", ("desirable", "A clean driving licence")),
        ("Past experience as an ELSA is essential.", ("essential", "Past experience as an ELSA")),
        ("Experience of Lego therapy would be an advantage", ("desirable", "Experience of Lego therapy")),
        (
            "Understands why confidentiality is essential",
            (None, "Understands why confidentiality is essential"),
        ),
        ("Punctuality is essential", ("essential", "Punctuality")),
        ("This is essential", (None, "This is essential")),
        ("A clean driving licence", (None, "A clean driving licence")),
    ],
)
def test_a_statement_in_a_list(text: str, expected: tuple[str | None, str]) -> None:
    assert split_statement(text) == expected
