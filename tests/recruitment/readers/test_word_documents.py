"""Layouts of Word documents, each from the file to its criteria."""

from pathlib import Path

from recruitment.readers.reader import read_specification
from tests.recruitment.readers.samples import WordFile, add_symbol, facts


def read(word: WordFile, folder: Path) -> list[tuple[str, str | None, str | None, str]]:
    return facts(read_specification(word.save(folder), kind="docx"))


def test_a_tick_column_for_each_method_under_a_head_of_two_rows(tmp_path: Path) -> None:
    word = WordFile()
    made = word.table(
        ["Criteria", "Essential", "Desirable", "Method of assessment", "", ""],
        ["", "", "", "Application", "Interview", "Reference"],
        ["Experience", "", "", "", "", ""],
        ["Caretaking in a large building", "", "", "", "", ""],
        ["Running a boiler", "", "", "", "", ""],
    )
    for row, column in [(3, 1), (3, 3), (3, 5), (4, 2), (4, 4)]:
        add_symbol(made.cell(row, column), "F0FC")

    assert read(word, tmp_path) == [
        ("Caretaking in a large building", "Experience", "essential", "AR"),
        ("Running a boiler", "Experience", "desirable", "I"),
    ]


def test_words_in_a_requirement_column(tmp_path: Path) -> None:
    word = WordFile()
    word.table(
        ["Area", "Requirement", "Essential or Desirable", "How assessed"],
        ["Skills", "Accurate and methodical", "Essential", "Task"],
        ["", "Fast at the keyboard", "Desirable", "Application form, certificates"],
    )

    assert read(word, tmp_path) == [
        ("Accurate and methodical", "Skills", "essential", "T"),
        ("Fast at the keyboard", "Skills", "desirable", "AC"),
    ]


def test_bullets_side_by_side_with_evidence_for_each_side(tmp_path: Path) -> None:
    word = WordFile()
    word.table(
        ["ATTRIBUTES", "ESSENTIAL", "HOW ASSESSED", "DESIRABLE", "HOW ASSESSED"],
        ["Experience", "Work with families\nUse of databases", "AF/I\nAF/T", "Work in a school", "AF"],
    )
    word.lines("AF – Application form, I – Interview, T – Test")

    assert read(word, tmp_path) == [
        ("Work with families", "Experience", "essential", "AI"),
        ("Use of databases", "Experience", "essential", "AT"),
        ("Work in a school", "Experience", "desirable", "A"),
    ]


def test_evidence_letters_standing_in_the_column_that_applies(tmp_path: Path) -> None:
    word = WordFile()
    word.table(
        ["Experience", "ESSENTIAL", "DESIRABLE"], ["Leading play", "A / R", ""], ["First aid", "", "A"]
    )

    assert read(word, tmp_path) == [
        ("Leading play", "Experience", "essential", "AR"),
        ("First aid", "Experience", "desirable", "A"),
    ]


def test_stacked_letters_are_paired_by_count(tmp_path: Path) -> None:
    word = WordFile()
    word.table(
        ["Attributes", "Criteria", "E/D", "Evidence"],
        ["Skills", "*Sings\n*Dances\n*Acts", "E\nD\nE", "A\nA, I\nR"],
    )

    assert read(word, tmp_path) == [
        ("Sings", "Skills", "essential", "A"),
        ("Dances", "Skills", "desirable", "AI"),
        ("Acts", "Skills", "essential", "R"),
    ]


def test_stacks_of_different_heights_are_flagged_and_not_guessed(tmp_path: Path) -> None:
    word = WordFile()
    word.table(
        ["Attributes", "Criteria", "E/D", "Evidence"], ["Skills", "*Sings\n*Dances\n*Acts", "E\nD", "A"]
    )

    found = read_specification(word.save(tmp_path), kind="docx").criteria

    assert [(item.requirement, item.evidence, item.check) for item in found] == [
        (None, ("A",), ("requirement",))
    ] * 3


def test_both_columns_ticked_is_flagged_and_not_guessed(tmp_path: Path) -> None:
    word = WordFile()
    word.table(["Criteria", "Essential", "Desirable"], ["Sings", "X", "X"], ["Dances", "X", ""])

    found = read_specification(word.save(tmp_path), kind="docx").criteria

    assert [(item.requirement, item.check) for item in found] == [(None, ("requirement",)), ("essential", ())]


def test_weights_are_read_from_their_column(tmp_path: Path) -> None:
    word = WordFile()
    word.table(
        ["Area", "Criterion", "E / D", "Weighting", "How assessed"],
        ["Skills", "Sings in tune", "E", "3", "I"],
        ["", "Dances well", "D", "1", "I"],
    )

    assert [item.weight for item in read_specification(word.save(tmp_path), kind="docx").criteria] == [3, 1]


def test_a_requirement_heading_over_a_table_holds_for_its_sections(tmp_path: Path) -> None:
    word = WordFile()
    word.heading("Person Specification")
    word.heading("Section 1 – Essential criteria", 2)
    word.table(
        ["Factor", "Criteria", "Method of assessment"],
        ["Skills", "Sings in tune", "Interview"],
        ["Knowledge", "Knows old songs", "Interview"],
    )
    word.heading("Section 2 – Desirable criteria", 2)
    word.table(["Factor", "Criteria", "Method of assessment"], ["Skills", "Dances well", "Interview"])

    assert read(word, tmp_path) == [
        ("Sings in tune", "Skills", "essential", "I"),
        ("Knows old songs", "Knowledge", "essential", "I"),
        ("Dances well", "Skills", "desirable", "I"),
    ]


def test_rows_without_a_mark_stay_open(tmp_path: Path) -> None:
    word = WordFile()
    word.table(
        ["Criteria", "Essential", "Desirable"],
        ["Sings in tune", "E", ""],
        ["Leading worship in school", "", ""],
    )

    assert [item[2] for item in read(word, tmp_path)] == ["essential", None]


def test_two_posts_in_one_file_stay_apart(tmp_path: Path) -> None:
    word = WordFile()
    for title, wording in (("Cook", "Makes soup"), ("Caretaker", "Sweeps leaves")):
        word.heading(f"Person Specification – {title}")
        word.table(["Criteria", "Essential", "Desirable"], [wording, "X", ""])

    reading = read_specification(word.save(tmp_path), kind="docx")

    assert [(part.title, [item.text for item in part.criteria]) for part in reading.specifications] == [
        ("Cook", ["Makes soup"]),
        ("Caretaker", ["Sweeps leaves"]),
    ]
    assert reading.profile.title == "Cook"


def test_italics_that_a_note_explains_are_a_requirement(tmp_path: Path) -> None:
    word = WordFile()
    word.heading("Person Specification")
    word.bullets("Sings in tune")
    word.document.add_paragraph(style="List Bullet").add_run("Plays the piano").italic = True
    word.lines("Entries in italics are desirable, not essential")

    assert [(item[0], item[2]) for item in read(word, tmp_path)] == [
        ("Sings in tune", "essential"),
        ("Plays the piano", "desirable"),
    ]


def test_nothing_inside_a_specification_vanishes(tmp_path: Path) -> None:
    word = WordFile()
    word.heading("Person Specification")
    word.lines("This list was agreed by the staff.")
    word.table(
        ["Criteria", "Essential", "Desirable"],
        ["Sings in tune", "X", ""],
        ["TO BE COMPLETED BY THE SCHOOL", "", ""],
    )

    assert read_specification(word.save(tmp_path), kind="docx").unread == (
        "This list was agreed by the staff.",
        "TO BE COMPLETED BY THE SCHOOL",
    )
