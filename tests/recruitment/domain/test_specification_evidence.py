"""Letters and words for the ways to assess a criterion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.specification_evidence import (
    EvidenceRead,
    evidence_of_all,
    methods_in,
    parse_evidence,
)

UNIVERSITY = {"AP": "application", "AS": "assessment", "I": "interview", "P": "presentation"}


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("A/R/I", ("A", "R", "I")),
        ("AIR", ("A", "I", "R")),
        ("A, T, I", ("A", "T", "I")),
        ("A I", ("A", "I")),
        ("AF/I/T", ("A", "I", "T")),
        ("Application and interview", ("A", "I")),
        ("Application Form; Selection procedure; References.", ("A", "T", "R")),
        ("Application formInterview", ("A", "I")),
        ("Interview and any associated tasks", ("I", "T")),
        ("Pre-employment health screening", ("D",)),
        ("Shortlisting by Application Form", ("A",)),
        ("Interview/Selection centre", ("I", "T")),
        ("Lesson observation", ("O",)),
    ],
)
def test_parse_evidence_without_a_key(text: str, letters: tuple[str, ...]) -> None:
    assert parse_evidence(text, {}) == EvidenceRead(letters)


@pytest.mark.parametrize(
    ("text", "letters"),
    [("AP, AS, I, P", ("A", "T", "I", "P")), ("AP", ("A",)), ("API", ("A", "I")), ("ASP", ("T", "P"))],
)
def test_parse_evidence_keeps_codes_of_two_letters_whole(text: str, letters: tuple[str, ...]) -> None:
    assert parse_evidence(text, UNIVERSITY) == EvidenceRead(letters)


def test_parse_evidence_doubts_a_lone_d_without_a_key() -> None:
    assert parse_evidence("D", {}) == EvidenceRead(("D",), doubtful=True)


@pytest.mark.parametrize(
    "text", ["", "E", "Enthusiastic", "Experience of interview technique in a large school"]
)
def test_parse_evidence_is_none_for_other_words(text: str) -> None:
    assert parse_evidence(text, {}) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The criteria will be assessed by application form and interview.", ("A", "I")),
        ("These criteria will first be measured at the shortlisting stage", ()),
        ("All criteria may be tested at interview", ()),
        ("We shortlist by these criteria", ()),
    ],
)
def test_evidence_of_all(text: str, expected: tuple[str, ...]) -> None:
    assert evidence_of_all(text, {}) == expected


@given(st.text(max_size=60), st.dictionaries(st.text(max_size=3), st.text(max_size=20), max_size=4))
def test_parse_evidence_answers_only_canonical_letters(text: str, key: dict[str, str]) -> None:
    read = parse_evidence(text, key)

    assert read is None or set(read.letters) <= set("AIRCTPOD")


def test_methods_in_names_each_method_once() -> None:
    assert methods_in("Interview, reference, interview") == ("I", "R")


NUMBERS = {"1": "application form", "2": "interview"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2", EvidenceRead(("I",))),
        ("1, 2", EvidenceRead(("A", "I"))),
        ("1/2", EvidenceRead(("A", "I"))),
        ("1, 3", EvidenceRead(("A",), doubtful=True)),
        ("", None),
        ("2 years", None),
    ],
)
def test_numbers_of_a_key_are_evidence(text: str, expected: EvidenceRead | None) -> None:
    assert parse_evidence(text, NUMBERS) == expected


def test_a_number_without_a_key_is_no_evidence() -> None:
    assert parse_evidence("1", {}) is None
    assert parse_evidence("1", {"A": "application form", "I": "interview"}) is None


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Certificates seen at interview", ("C",)),
        ("Original certificates brought on the selection day", ("C",)),
        ("Certificates seen at interview, references", ("C", "R")),
        ("Certificates and interview", ("C", "I")),
        ("Interview day through a task", ("T",)),
        ("Interview day", ("I",)),
        ("Pre-appointment check", ("D",)),
        ("Group exercise with pupils", ("T",)),
        ("Application form alone", ("A",)),
        ("Sight of original certificates", ("C",)),
        ("Shortlisted", ("A",)),
    ],
)
def test_the_place_where_something_is_seen_is_no_method(text: str, letters: tuple[str, ...]) -> None:
    assert parse_evidence(text, {}) == EvidenceRead(letters)


def test_the_code_of_certificates_seen_at_interview_is_certificates() -> None:
    key = {"A": "Application form", "C": "Certificates seen at interview", "I": "Interview"}

    assert [parse_evidence(code, key) for code in ("C", "AC", "CI")] == [
        EvidenceRead(("C",)),
        EvidenceRead(("A", "C")),
        EvidenceRead(("C", "I")),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The following will be assessed at interview.", ("I",)),
        ("The following will be explored through references", ("R",)),
        ("These are looked for in the application form", ("A",)),
        ("The following candidates will be interviewed", ()),
    ],
)
def test_a_sentence_over_a_list_says_how_it_is_assessed(text: str, expected: tuple[str, ...]) -> None:
    assert evidence_of_all(text, {}) == expected
