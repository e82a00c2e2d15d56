"""Where a specification explains its letters, and which cells say how a row is assessed."""

from collections.abc import Sequence

from recruitment.domain.person_specification import Reading
from recruitment.readers.blocks import Cell, Row, Table
from recruitment.readers.reader import read_blocks
from tests.recruitment.readers.samples import HERE, facts, line, table


def read(found: Table) -> Reading:
    return read_blocks([line("Person specification"), found])


def facts_in(*rows: Sequence[str]) -> list[tuple[str, str | None, str | None, str]]:
    return facts(read(table(*rows)))


def test_a_key_in_the_head_of_a_column_leaves_it_what_it_is() -> None:
    head = ["Area", "Desirable", "Essential (A = application form, L = observed lesson)"]

    assert facts(read(table(head, ["Skills", "Leading a choir (A)", "Teaching phonics (L)"]))) == [
        ("Teaching phonics", "Skills", "essential", "O"),
        ("Leading a choir", "Skills", "desirable", "A"),
    ]


def test_a_row_that_holds_the_key_is_no_criterion() -> None:
    keys = [["Key: A = application form", "I = interview", "R = references"]]

    assert facts(read(table(["Criteria", "E/D", "Evidence"], ["Teaching phonics", "E", "A, I"], *keys))) == [
        ("Teaching phonics", None, "essential", "AI")
    ]


def test_letters_in_brackets_may_be_the_key() -> None:
    note = line("Each point is measured by (a) Application form, (b) Test or exercise, (c) Interview.")
    rows = table(
        ["Measured by", "Criterion", "Essential/Desirable"], ["a, c", "Teaching", "E"], ["b", "Sums", "D"]
    )

    assert facts(read_blocks([line("Person specification"), note, rows])) == [
        ("Teaching", None, "essential", "AI"),
        ("Sums", None, "desirable", "T"),
    ]


def test_a_heading_that_goes_on_keeps_the_key_of_its_specification() -> None:
    found = read_blocks(
        [
            line("PERSON SPECIFICATION", bold=True),
            line("A = Application, P = Practical exercise"),
            table(["Essential", "How assessed"], ["Mends taps", "A"]),
            line("PERSON SPECIFICATION (continued)", bold=True),
            table(["Essential", "How assessed"], ["Uses tools", "P"]),
        ]
    )

    assert facts(found) == [("Mends taps", None, "essential", "A"), ("Uses tools", None, "essential", "T")]
    assert len(found.specifications) == 1


def test_empty_columns_named_by_methods_are_for_the_panel() -> None:
    head = ["Criteria", "E/D", "How identified", "Short-list", "Interview"]

    assert facts_in(
        head, ["Teaching phonics", "E", "A C", "", ""], ["Leading a choir", "D", "I", "", ""]
    ) == [
        ("Teaching phonics", None, "essential", "AC"),
        ("Leading a choir", None, "desirable", "I"),
    ]


def test_methods_in_a_stack_speak_of_the_row_where_their_number_differs_elsewhere() -> None:
    head = ["Area", "Essential", "Evidence"]
    two = ["Experience", "Teaching phonics\nLeading a choir", "Application form\nInterview"]
    three = ["Skills", "Sings\nReads\nWrites", "Interview\nReferences"]

    assert [how for *_, how in facts_in(head, two, three)] == ["AI", "AI", "IR", "IR", "IR"]
    assert [how for *_, how in facts_in(head, two)] == ["A", "I"]


def test_a_section_beside_the_head_for_evidence_heads_the_rows_below_it() -> None:
    key = line("Stage: A = application, I = interview")
    rows = [["Education", "Stage"], ["A degree", "A"], ["Skills", "Stage"], ["Weighs exactly", "A/I"]]
    title = Row((Cell((line("ESSENTIAL CRITERIA"),), span=2),), HERE)
    found = table(*rows)

    assert facts(read_blocks([line("Person specification"), key, Table((title, *found.rows))])) == [
        ("A degree", "Education", "essential", "A"),
        ("Weighs exactly", "Skills", "essential", "AI"),
    ]


def test_a_first_row_of_certificates_is_no_second_head() -> None:
    head = ["Factor", "Criteria", "Method of Assessment"]
    row = ["Qualifications", "Counselling certificate", "Application"]

    assert facts_in(head, row, ["Experience", "Work in a school", "Interview"]) == [
        ("Counselling certificate", "Qualifications", None, "A"),
        ("Work in a school", "Experience", None, "I"),
    ]
