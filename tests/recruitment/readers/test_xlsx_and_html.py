"""Excel workbooks and web pages as job documents."""

from pathlib import Path

import openpyxl

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
