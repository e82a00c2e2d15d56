"""Documents of kinds that schools also have: a skills matrix, plain speech, two languages, an e-mail."""

from pathlib import Path

from recruitment.readers.reader import read_specification, read_text
from tests.recruitment.readers.samples import WordFile, facts


def test_rows_of_one_cell_under_the_head_name_the_sections(tmp_path: Path) -> None:
    word = WordFile()
    word.heading("Caretaker – Skills Matrix")
    word.table(
        ("Skill", "Must have", "Nice to have", "Checked at"),
        ("Practical", "", "", ""),
        ("Minor plumbing and joinery", "✔", "", "Practical test"),
        ("Operating boilers", "", "✔", "Interview"),
        ("Paperwork", "", "", ""),
        ("Keeps logbooks up to date", "✔", "", "Interview / reference"),
    )

    reading = read_specification(word.save(tmp_path), kind="docx")

    assert reading.profile.title == "Caretaker"
    assert facts(reading) == [
        ("Minor plumbing and joinery", "Practical", "essential", "T"),
        ("Operating boilers", "Practical", "desirable", "I"),
        ("Keeps logbooks up to date", "Paperwork", "essential", "IR"),
    ]


def test_a_head_of_unusual_words_is_told_by_its_columns(tmp_path: Path) -> None:
    word = WordFile()
    word.heading("Who we want")
    word.table(
        ("", "Criterion", "Need", "How we will find out"),
        ("1", "AAT level 3", "Essential", "Certificates at interview"),
        ("2", "A computerised ledger", "Essential", "Application form and interview"),
        ("3", "Academy finance rules", "Desirable", "Interview questions"),
        ("4", "Accuracy with figures", "Essential", "Excel exercise"),
    )

    reading = read_specification(word.save(tmp_path), kind="docx")

    assert facts(reading) == [
        ("AAT level 3", None, "essential", "CI"),
        ("A computerised ledger", None, "essential", "AI"),
        ("Academy finance rules", None, "desirable", "I"),
        ("Accuracy with figures", None, "essential", "T"),
    ]
    assert reading.unread == ()


def test_spoken_lines_over_lists_say_what_is_needed(tmp_path: Path) -> None:
    word = WordFile()
    word.heading("Cover Supervisor: person specification")
    word.lines("(A) = application, (I) = interview, (R) = reference", "You will need to have:")
    word.bullets("Good general education (A)", "The presence to settle a class (I, R)")
    word.lines("It would help if you also have:")
    word.bullets("A degree (A)")

    reading = read_specification(word.save(tmp_path), kind="docx")

    assert facts(reading) == [
        ("Good general education", None, "essential", "A"),
        ("The presence to settle a class", None, "essential", "IR"),
        ("A degree", None, "desirable", "A"),
    ]
    assert reading.profile.title == "Cover Supervisor"


def test_heads_and_labels_in_two_languages(tmp_path: Path) -> None:
    word = WordFile()
    word.lines("Swydd / Post: Cynorthwyydd Dosbarth / Classroom Assistant")
    word.heading("Manyleb Person / Person Specification")
    word.table(
        ("", "Hanfodol / Essential", "Dymunol / Desirable"),
        ("Profiad / Experience", "Work with children aged 3 to 7", "Work in a bilingual school"),
    )

    reading = read_specification(word.save(tmp_path), kind="docx")

    assert reading.profile.title == "Cynorthwyydd Dosbarth / Classroom Assistant"
    assert facts(reading) == [
        ("Work with children aged 3 to 7", "Profiad / Experience", "essential", ""),
        ("Work in a bilingual school", "Profiad / Experience", "desirable", ""),
    ]


def test_prose_that_speaks_to_the_reader_is_read_and_flagged() -> None:
    reading = read_text(
        "Little Otters Nursery\nEarly Years Apprentice\n\nAbout you\n"
        "You must be at least 16. You need to be patient. A first aid certificate would be an advantage.\n\n"
        "What we offer\n25 days of holiday.\n"
    )

    assert [(item.text, item.requirement) for item in reading.criteria] == [
        ("You must be at least 16.", "essential"),
        ("You need to be patient.", "essential"),
        ("A first aid certificate", "desirable"),
    ]
    assert all("text" in item.check for item in reading.criteria)


def test_the_heads_of_an_e_mail_are_no_title() -> None:
    reading = read_text(
        "From: Dawn Ellery\nSubject: Cook\n\nEssentials:\n* Food hygiene level 2\n* Manages stock\n"
    )

    assert reading.profile.title is None
    assert [item.requirement for item in reading.criteria] == ["essential", "essential"]
