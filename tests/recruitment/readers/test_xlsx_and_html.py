"""Excel workbooks and web pages as job documents."""

from itertools import permutations
from pathlib import Path

import openpyxl
import pytest

from recruitment.readers.reader import read_page, read_specification, read_text
from tests.recruitment.readers.samples import facts

PAGE = """<!DOCTYPE html><html><head><title>Jobs</title><style>p {color: red}</style></head><body>
<h1>Site Manager</h1><script>alert("no")</script>
<h2>Person specification</h2>
<table><tr><th></th><th>Essential</th><th>Desirable</th><th>How assessed</th></tr>
<tr><td colspan="4"><strong>Knowledge</strong></td></tr>
<tr><td>Water hygiene &amp; fire safety</td><td>&#10003;</td><td></td><td>Interview</td></tr>
<tr><td>Swimming pool plant</td><td></td><td>&#10003;</td><td rowspan="1">Application form</td></tr></table>
</body></html>"""

READ = [
    ("Water hygiene & fire safety", "Knowledge", "essential", "I"),
    ("Swimming pool plant", "Knowledge", "desirable", "A"),
]


def test_a_web_page_is_read_without_its_scripts_and_styles() -> None:
    reading = read_page(PAGE)

    assert facts(reading) == READ
    assert reading.profile.title == "Site Manager"
    assert [line.text for line in reading.lines if "alert" in line.text or "color" in line.text] == []


def test_a_pasted_page_is_read_as_the_page() -> None:
    assert facts(read_text(PAGE)) == READ


def test_a_page_of_broken_markup_gives_its_words() -> None:
    reading = read_page("<html><p>Person specification<li>Essential:<li>Keeps calm<table><td>Lost cell")

    assert "Keeps calm" in " ".join(line.text for line in reading.lines)


def test_a_workbook_without_an_ending_is_read(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (
        ["Job title", "Site Manager"],
        ["Person specification"],
        ["Criteria", "E/D", "Evidence"],
        ["Knowledge"],
        ["Water hygiene & fire safety", "E", "I"],
        ["Swimming pool plant", "D", "A"],
    ):
        sheet.append(row)
    sheet.merge_cells("A4:C4")
    workbook.save(tmp_path / "stored.xlsx")
    stored = (tmp_path / "stored.xlsx").rename(tmp_path / "stored")

    reading = read_specification(stored, kind="xlsx")

    assert facts(reading) == READ
    assert reading.profile.title == "Site Manager"


def test_a_head_of_unusual_words_is_known_by_the_codes_below_it(tmp_path: Path) -> None:
    """The rows of the form above hold an E of their own."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in [
        ("Post title", "Play Ranger"),
        ("Pay band", "E"),
        ("Person specification",),
        ("No.", "What we ask for", "How we find out"),
        ("Qualifications",),
        ("E1", "A level 3 diploma in playwork", "A"),
        ("E2", "A first aid certificate", "A, C"),
        ("Experience",),
        ("E3", "Running games for groups of mixed ages", "A, I"),
        ("D1", "Recruiting volunteers", "I"),
    ]:
        sheet.append(row)
    workbook.save(tmp_path / "list.xlsx")

    reading = read_specification(tmp_path / "list.xlsx", kind="xlsx")

    assert facts(reading) == [
        ("A level 3 diploma in playwork", "Qualifications", "essential", "A"),
        ("A first aid certificate", "Qualifications", "essential", "AC"),
        ("Running games for groups of mixed ages", "Experience", "essential", "AI"),
        ("Recruiting volunteers", "Experience", "desirable", "I"),
    ]
    assert reading.profile.title == "Play Ranger"


def test_hidden_sheets_are_passed_over(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    shown, hidden = workbook.active, workbook.create_sheet("Old")
    assert shown is not None
    shown["A1"], hidden["A1"] = "Person specification", "Withdrawn post"
    hidden.sheet_state = "hidden"
    workbook.save(tmp_path / "two.xlsx")

    reading = read_specification(tmp_path / "two.xlsx", kind="xlsx")

    assert [line.text for line in reading.lines] == ["Person specification"]


JOB = [("Post title", "Play Ranger"), ("Employer", "Millane Council"), ("Grade", 5), ("Hours", 32.5)]
DUTIES = [
    ("Area", "Duties"),
    ("Sessions", "Plan and run play sessions in parks"),
    ("", "Keep the play equipment safe"),
    ("Families", "Answer questions of parents and carers"),
]
CRITERIA = [
    ("Criteria", "Essential", "Desirable", "How assessed"),
    ("A level 3 diploma in playwork", "X", "", "Application form"),
    ("Running games for groups of mixed ages", "", "X", "Interview"),
]
SHEETS = {"Job details": JOB, "Main duties": DUTIES, "Person spec": CRITERIA}


@pytest.mark.parametrize("order", list(permutations(SHEETS)))
def test_sheets_are_parts_of_the_document_in_any_order(tmp_path: Path, order: tuple[str, ...]) -> None:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for title in order:
        sheet = workbook.create_sheet(title)
        for row in SHEETS[title]:
            sheet.append(row)
    workbook.save(tmp_path / "parts.xlsx")

    reading = read_specification(tmp_path / "parts.xlsx", kind="xlsx")

    assert facts(reading) == [
        ("A level 3 diploma in playwork", None, "essential", "A"),
        ("Running games for groups of mixed ages", None, "desirable", "I"),
    ]
    profile = reading.profile
    assert (profile.title, profile.employer, profile.grade, profile.hours) == (
        "Play Ranger",
        "Millane Council",
        "5",
        "32.5",
    )
    assert [(duty.section, duty.text) for duty in profile.duties] == [
        ("Sessions", "Plan and run play sessions in parks"),
        ("Sessions", "Keep the play equipment safe"),
        ("Families", "Answer questions of parents and carers"),
    ]
    assert reading.unread == ()


def test_a_numbered_list_of_duties_on_its_own_sheet(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Person specification"
    for row in CRITERIA:
        sheet.append(row)
    below = workbook.create_sheet("Duties and responsibilities")
    for row in [("Key duties of the post",), (1, "Plan play sessions in parks"), (2, "Lock the park")]:
        below.append(row)
    workbook.save(tmp_path / "two.xlsx")

    reading = read_specification(tmp_path / "two.xlsx", kind="xlsx")

    assert [(duty.section, duty.text) for duty in reading.profile.duties] == [
        (None, "Plan play sessions in parks"),
        (None, "Lock the park"),
    ]
    assert len(reading.criteria) == 2


def test_a_sheet_called_after_the_duties_may_hold_the_whole_document(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Roles and responsibilities"
    for row in [
        *JOB,
        ("Main duties",),
        ("Plan play sessions in parks.",),
        ("Person specification",),
        ("Essential",),
        ("Knowledge of games for groups",),
    ]:
        sheet.append(row)
    workbook.save(tmp_path / "whole.xlsx")

    reading = read_specification(tmp_path / "whole.xlsx", kind="xlsx")

    assert facts(reading) == [("Knowledge of games for groups", None, "essential", "")]
    assert (reading.profile.title, reading.profile.grade) == ("Play Ranger", "5")
    assert [duty.text for duty in reading.profile.duties] == ["Plan play sessions in parks."]
