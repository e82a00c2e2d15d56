"""Rows that say less than the others: merged, continued, numbered, signed."""

from collections.abc import Sequence

import pytest

from recruitment.domain.person_specification import Reading
from recruitment.readers.blocks import Cell, Row, Table
from recruitment.readers.reader import read_blocks
from tests.recruitment.readers.samples import HERE, cell, facts, line, table


def read(found: Table) -> Reading:
    return read_blocks([line("Person specification"), found])


def rows_of(*rows: Sequence[str]) -> list[tuple[str, str | None, str | None, str]]:
    return facts(read(table(*rows)))


HEAD = ["Criteria", "E/D", "Evidence"]
PHONICS = ["Teaching phonics", "E", "A, I"]
CHOIR = ["Leading a choir", "D", "I"]
PHONICS_READ = ("Teaching phonics", None, "essential", "AI")
CHOIR_READ = ("Leading a choir", None, "desirable", "I")
MERGED = Cell(merged=True)


def below(*cells: Cell) -> Table:
    """A head, a row that says all, the cells, and a row that says all."""
    first, last = (Row(tuple(map(cell, texts)), HERE) for texts in (PHONICS, CHOIR))
    return Table((Row(tuple(map(cell, HEAD)), HERE), first, Row(cells, HERE), last))


@pytest.mark.parametrize(
    ("need", "how", "expected"),
    [
        (MERGED, MERGED, ("essential", "AI")),
        (cell("D"), MERGED, ("desirable", "AI")),
        (MERGED, cell("R"), ("essential", "R")),
        (cell("D"), cell(""), ("desirable", "")),
    ],
)
def test_a_cell_that_reaches_down_says_the_same_for_each_row(
    need: Cell, how: Cell, expected: tuple[str, str]
) -> None:
    assert facts(read(below(cell("Planning lessons"), need, how))) == [
        PHONICS_READ,
        ("Planning lessons", None, *expected),
        CHOIR_READ,
    ]


def test_a_row_goes_on_with_the_wording_above_and_is_to_be_looked_at() -> None:
    found = read(table(HEAD, ["Teaching phonics to", "E", "A, I"], ["young children", "", ""], CHOIR))

    assert [(item.text, item.requirement, item.check) for item in found.criteria] == [
        ("Teaching phonics to young children", "essential", ("text",)),
        ("Leading a choir", "desirable", ()),
    ]


@pytest.mark.parametrize(
    ("above", "text"),
    [
        ("Teaching phonics", "Young children"),
        ("Teaching phonics.", "young children"),
        ("Teaching phonics;", "young children"),
        ("teaching phonics", "young children"),
    ],
)
def test_a_row_after_a_stop_or_with_a_capital_is_its_own_wording(above: str, text: str) -> None:
    assert rows_of(HEAD, [above, "E", "A, I"], [text, "", ""], CHOIR) == [
        (above.rstrip(";"), None, "essential", "AI"),
        (text, None, None, ""),
        CHOIR_READ,
    ]


def test_a_row_goes_on_in_its_own_column_of_two() -> None:
    found = rows_of(
        ["Area", "Essential", "Desirable"],
        ["Skills", "Teaching phonics to", "Leading a choir"],
        ["", "young children", ""],
        ["", "", "of parents"],
    )

    assert found == [
        ("Teaching phonics to young children", "Skills", "essential", ""),
        ("Leading a choir of parents", "Skills", "desirable", ""),
    ]


def test_a_row_without_a_requirement_anywhere_is_its_own_wording() -> None:
    assert rows_of(["Criteria", "Evidence"], ["Teaching phonics", "A"], ["young children", ""]) == [
        ("Teaching phonics", None, None, "A"),
        ("young children", None, None, ""),
    ]


def test_a_requirement_in_the_column_of_sections_holds_until_the_next() -> None:
    found = rows_of(
        ["Category", "Criteria", "Evidence"],
        ["ESSENTIAL", "Experience", ""],
        ["", "Teaching phonics", "A"],
        ["", "Skills", ""],
        ["", "Plans lessons", "I"],
        ["DESIRABLE", "Experience", ""],
        ["", "Leading a choir", "A"],
    )

    assert found == [
        ("Teaching phonics", "Experience", "essential", "A"),
        ("Plans lessons", "Skills", "essential", "I"),
        ("Leading a choir", "Experience", "desirable", "A"),
    ]


@pytest.mark.parametrize(
    ("name", "section", "extra"),
    [
        ("Experience", "Experience", []),
        ("Experience of choirs", "Qualifications", [("Experience of choirs", "Qualifications", None, "")]),
    ],
)
def test_a_number_beside_the_name_of_a_section_begins_it(
    name: str, section: str, extra: list[tuple[str, str, None, str]]
) -> None:
    found = rows_of(
        ["No", "Criteria", "E/D"],
        ["1.0", "Qualifications", ""],
        ["1.1", "A degree", "E"],
        ["2.0", name, ""],
        ["2.1", "Leading a choir", "D"],
    )

    assert found == [
        ("A degree", "Qualifications", "essential", ""),
        *extra,
        ("Leading a choir", section, "desirable", ""),
    ]


@pytest.mark.parametrize(
    "text", ["Signature of post holder", "Signed", "Date:", "Head teacher:", "Line manager (name):"]
)
def test_a_row_to_be_signed_is_no_criterion(text: str) -> None:
    found = read(table(HEAD, PHONICS, CHOIR, [text, "", ""]))

    assert (facts(found), found.unread) == ([PHONICS_READ, CHOIR_READ], (text,))


@pytest.mark.parametrize(
    "text", ["Date stamps the post", "Designed a garden", "Head teacher experience", "Line manager of staff"]
)
def test_a_row_that_only_begins_like_one_to_be_signed_is_a_criterion(text: str) -> None:
    assert rows_of(HEAD, PHONICS, [text, "D", "I"]) == [PHONICS_READ, (text, None, "desirable", "I")]


LONG = "Teaches reading to children of every age with patience and good humour"


def test_evidence_by_need_goes_to_the_wordings_of_that_need() -> None:
    found = rows_of(
        ["Area", "Criteria", "Evidence"],
        [
            "Skills",
            f"Essential\n{LONG}\nPlans lessons\nDesirable\nLeads a choir",
            "Essential\nApplication form\nInterview\nDesirable\nReference",
        ],
    )

    assert found == [
        (LONG, "Skills", "essential", "AI"),
        ("Plans lessons", "Skills", "essential", "AI"),
        ("Leads a choir", "Skills", "desirable", "R"),
    ]


def test_evidence_of_one_need_alone_leaves_the_other_to_be_looked_at() -> None:
    row = ["Skills", f"Essential\n{LONG}\nDesirable\nLeads a choir", "Essential\nApplication form"]

    found = read(table(["Area", "Criteria", "Evidence"], row)).criteria

    assert [(item.text, item.evidence, item.check) for item in found] == [
        (LONG, ("A",), ()),
        ("Leads a choir", (), ("evidence",)),
    ]


def wide(text: str) -> Row:
    """One cell over three columns."""
    return Row((Cell((line(text),), span=3),), HERE)


TICKED = [
    Row(tuple(map(cell, texts)), HERE)
    for texts in (
        ["Criteria", "Essential", "Desirable"],
        ["Runs a boiler", "X", ""],
        ["Mows a field", "", "X"],
    )
]
TICKED_READ = [("Runs a boiler", None, "essential", ""), ("Mows a field", None, "desirable", "")]


def test_a_wide_row_below_the_wordings_of_a_section_says_how_they_are_assessed() -> None:
    head, runs, mows = TICKED
    rows = (head, wide("Skills"), runs, wide("Assessed by: application form"), wide("Knowledge"), mows)

    assert facts(read(Table(rows))) == [
        ("Runs a boiler", "Skills", "essential", "A"),
        ("Mows a field", "Knowledge", "desirable", ""),
    ]


def test_a_wide_notice_is_no_criterion() -> None:
    notice = "Please note that all our staff have an enhanced DBS check."

    found = read(Table((*TICKED, wide(notice))))

    assert (facts(found), found.unread) == (TICKED_READ, (notice,))


def test_a_wide_sentence_that_is_no_notice_is_a_criterion() -> None:
    wording = "Holds a licence to drive the minibus of the school with its trailer."

    assert facts(read(Table((*TICKED, wide(wording))))) == [*TICKED_READ, (wording, None, None, "")]


def test_a_code_behind_the_name_of_a_section_is_that_of_the_wording() -> None:
    found = rows_of(
        ["Area", "Criteria", "Evidence"],
        ["Skills E1", "Plans lessons", "A"],
        ["Skills E2", "Marks work", "I"],
        ["Knowledge D1", "Knows old songs", "I"],
    )

    assert found == [
        ("Plans lessons", "Skills", "essential", "A"),
        ("Marks work", "Skills", "essential", "I"),
        ("Knows old songs", "Knowledge", "desirable", "I"),
    ]


def test_a_second_row_of_heads_that_adds_nothing_is_no_row() -> None:
    found = rows_of(
        ["Category", "Essential", "", "Desirable", ""],
        ["Category", "Criterion", "See key", "Criterion", "See key"],
        ["Skills", "Plans lessons", "A", "Drives a minibus", "I"],
    )

    assert found == [
        ("Plans lessons", "Skills", "essential", "A"),
        ("Drives a minibus", "Skills", "desirable", "I"),
    ]


def test_wordings_may_stand_beside_sections_under_the_head_of_a_requirement() -> None:
    found = rows_of(
        ["Essential criteria", "", "Evidence"],
        ["Skills", "Plans lessons and marks work on time", "A"],
        ["Knowledge", "Knows how children learn to read", "I"],
    )

    assert found == [
        ("Plans lessons and marks work on time", "Skills", "essential", "A"),
        ("Knows how children learn to read", "Knowledge", "essential", "I"),
    ]


def test_heads_may_list_the_codes_below_them() -> None:
    head = ["Criteria", "Essential A, I, R*", "Desirable A, I, R*"]

    assert rows_of(head, ["Plans lessons", "A", ""], ["Drives a minibus", "", "I"]) == [
        ("Plans lessons", None, "essential", "A"),
        ("Drives a minibus", None, "desirable", "I"),
    ]


@pytest.mark.parametrize("head", ["Met", "Comments", "Panel use only", "Not met"])
def test_a_column_for_the_panel_says_nothing(head: str) -> None:
    found = rows_of([*HEAD, head], [*PHONICS, ""], [*CHOIR, ""])

    assert found == [PHONICS_READ, CHOIR_READ]


def test_a_table_without_a_head_has_the_names_of_its_sections_over_its_rows() -> None:
    texts = (["Skills"], ["1", "Plans lessons"], ["Knowledge"], ["2", "Knows old songs"])

    assert facts(read(Table(tuple(Row(tuple(map(cell, row)), HERE) for row in texts)))) == [
        ("Plans lessons", "Skills", None, ""),
        ("Knows old songs", "Knowledge", None, ""),
    ]


def test_a_head_of_two_usual_names_says_nothing_of_the_requirement() -> None:
    assert rows_of(["Criteria", "Qualities"], ["Skills", "Plans lessons"], ["Knowledge", "Old songs"]) == [
        ("Plans lessons", "Skills", None, ""),
        ("Old songs", "Knowledge", None, ""),
    ]


def test_a_score_that_the_panel_fills_in_is_no_weight() -> None:
    rows = [[*PHONICS, "3"], [*CHOIR, "2"]]
    for_panel, weight = (
        read(table([*HEAD, head], *rows)).criteria for head in ("Score (panel use)", "Weighting")
    )

    assert [item.weight for item in for_panel] == [None, None]
    assert [item.weight for item in weight] == [3, 2]


@pytest.mark.parametrize("name", ["Faith commitment", "Working with others", "Skills and abilities"])
def test_a_numbered_name_over_the_whole_width_heads_a_section(name: str) -> None:
    numbered = Row((Cell((line(name, marker="number"),), span=3),), HERE)
    head = Row((cell("Essential"), cell("Desirable"), cell("Evidence")), HERE)
    sides = Row((cell("Teaching phonics"), cell("Leading a choir"), cell("I")), HERE)

    assert facts(read(Table((head, numbered, sides)))) == [
        ("Teaching phonics", name, "essential", "I"),
        ("Leading a choir", name, "desirable", "I"),
    ]


def test_a_numbered_wording_in_its_own_column_heads_no_section() -> None:
    head = Row((cell("Essential"), cell("Desirable"), cell("Evidence")), HERE)
    alone = Row((Cell((line("Teaching phonics", marker="number"),)), cell(""), cell("")), HERE)
    sides = Row((cell("Planning lessons"), cell("Leading a choir"), cell("I")), HERE)

    assert facts(read(Table((head, alone, sides)))) == [
        ("Teaching phonics", None, "essential", ""),
        ("Planning lessons", None, "essential", "I"),
        ("Leading a choir", None, "desirable", "I"),
    ]


@pytest.mark.parametrize("head", ["Interview", "Inter-view", "Inter view", "Intervie w"])
def test_a_head_broken_by_a_narrow_column_is_still_a_method(head: str) -> None:
    rows = [["Teaching phonics", "✓", "", "", "✓"], ["Leading a choir", "", "✓", "✓", ""]]

    assert facts(read(table(["Criteria", "Essential", "Desirable", "Form", head], *rows))) == [
        ("Teaching phonics", None, "essential", "I"),
        ("Leading a choir", None, "desirable", "A"),
    ]


def test_the_cell_for_the_section_may_say_how_it_is_assessed() -> None:
    rows = [
        ["", "Essential", "Desirable"],
        ["Experience\nEvidence: A/I", "Teaching phonics", "Leading a choir"],
    ]
    more = [["Skills\nEvidence: R", "Sings well", ""], ["Other", "Drives", ""]]

    assert facts(read(table(*rows, *more))) == [
        ("Teaching phonics", "Experience", "essential", "AI"),
        ("Leading a choir", "Experience", "desirable", "AI"),
        ("Sings well", "Skills", "essential", "R"),
        ("Drives", "Other", "essential", ""),
    ]


def test_a_row_of_a_table_without_head_may_begin_with_its_requirement() -> None:
    found = read(
        table(
            ["EXPERIENCE"],
            ["Essential", "Teaching phonics\nPlanning lessons"],
            ["Desirable", "Leading a choir"],
            ["SKILLS"],
            ["Essential", "Sings well"],
        )
    )

    assert facts(found) == [
        ("Teaching phonics", "EXPERIENCE", "essential", ""),
        ("Planning lessons", "EXPERIENCE", "essential", ""),
        ("Leading a choir", "EXPERIENCE", "desirable", ""),
        ("Sings well", "SKILLS", "essential", ""),
    ]


def test_numbers_and_what_we_need_head_a_table_that_says_no_requirement() -> None:
    head = ["", "What we need", "Where we will look for it"]

    assert rows_of(
        head, ["1", "Teaching phonics", "Interview"], ["2", "Leading a choir", "Practical task"]
    ) == [
        ("Teaching phonics", None, None, "I"),
        ("Leading a choir", None, None, "T"),
    ]
