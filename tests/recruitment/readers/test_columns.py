"""What the columns of a table are for."""

import pytest

from recruitment.readers.column_contents import settle
from recruitment.readers.column_heads import read_header
from recruitment.readers.columns import Role, is_generic
from recruitment.readers.signs import is_sign


def roles(*names: str) -> list[str] | None:
    found = read_header(names)
    return [role.value for role in found.roles] if found else None


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            ("Skills and Abilities", "Essential", "Desirable", "Assessed by"),
            ["unnamed", "essential", "desirable", "evidence"],
        ),
        (
            ("No", "Criteria", "E", "D", "Evidence"),
            ["number", "unnamed", "essential", "desirable", "evidence"],
        ),
        (
            ("Area", "Criterion", "E / D", "Weighting", "How assessed"),
            ["unnamed", "unnamed", "requirement", "weight", "evidence"],
        ),
        (("Factor", "Essential Criteria", "Method of Assessment"), ["unnamed", "essential", "evidence"]),
        (("Qualifications", "ESSENTIAL", "DESIRABLE"), ["unnamed", "essential", "desirable"]),
        (("Criteria", "Essenti al", "Desira ble"), ["unnamed", "essential", "desirable"]),
        (
            ("Criteria", "Essential", "Desirable", "A", "I", "R"),
            ["unnamed", "essential", "desirable", "method", "method", "method"],
        ),
        (("Essential", "Desirable"), ["essential", "desirable"]),
        (
            ("Criteria", "Essential", "Desirable", "A=Application I=Interview"),
            ["unnamed", "essential", "desirable", "evidence"],
        ),
    ],
)
def test_heads_give_their_columns(names: tuple[str, ...], expected: list[str]) -> None:
    assert roles(*names) == expected


@pytest.mark.parametrize(
    "names",
    [
        ("GCSE mathematics", "Essential", "Application"),
        ("Skills", "Accurate and methodical under pressure", "Essential", "Task"),
        ("A practising Catholic", "E", "", "AIR"),
        ("Job title", "Caretaker"),
        ("Essential",),
        ("", ""),
    ],
)
def test_rows_of_content_are_no_heads(names: tuple[str, ...]) -> None:
    assert roles(*names) is None


def test_tick_columns_keep_the_method_they_stand_for() -> None:
    found = read_header(["Criteria", "Essential", "Desirable", "Application", "Interview"])

    assert found is not None
    assert found.methods == (None, None, None, "A", "I")


def settled(names: list[str], *body: list[str]) -> list[str]:
    found = read_header(names)
    assert found is not None
    return [role.value for role in settle(found, body).roles]


def test_settle_finds_numbers_sections_and_texts_by_what_stands_in_them() -> None:
    names = ["Ref", "Area", "Criteria", "Essential", "Desirable"]

    assert settled(names, ["1.1", "Skills", "Able to type at speed", "X", ""]) == [
        "number",
        "section",
        "text",
        "essential",
        "desirable",
    ]


def test_settle_knows_wordings_that_stand_side_by_side() -> None:
    found = read_header(["Factor", "Essential", "Desirable", "How identified"])
    assert found is not None

    columns = settle(found, [["Skills", "Can drive a minibus", "Can swim well", "Application"]])

    assert (columns.texts_side_by_side, columns.roles[0]) == (True, Role.SECTION)


def test_settle_finds_requirement_and_evidence_columns_without_a_telling_name() -> None:
    names = ["Criteria", "Essential/Desirable", "Where"]

    assert settled(names, ["Types", "E", "A"], ["Files", "D", "A/I"]) == ["text", "requirement", "evidence"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Selection Criteria", True),
        ("CATEGORY", True),
        ("Attributes", True),
        ("Personal Attributes", False),
        ("Experience", False),
    ],
)
def test_is_generic(name: str, expected: bool) -> None:
    assert is_generic(name) is expected


def test_a_head_that_names_a_section_opens_it() -> None:
    found = read_header(["Skills and Abilities", "Essential", "Desirable"])
    assert found is not None

    assert settle(found, [["Can sing", "X", ""]]).section == "Skills and Abilities"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("✓", True), ("E", True), ("A/R/I", True), ("-", True), ("Degree", False), ("Can sing", False)],
)
def test_is_sign(cell: str, expected: bool) -> None:
    assert is_sign(cell, {}) is expected
