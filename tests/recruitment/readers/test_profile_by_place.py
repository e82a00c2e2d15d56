"""Fields of the profile that are told by where they stand: at the top, at the head of the pages, in lists."""

from pathlib import Path

import pytest

from recruitment.readers.blocks import Row, Table
from recruitment.readers.labels import label_of
from recruitment.readers.reader import read_blocks, read_specification, read_text
from tests.recruitment.readers.samples import HERE, WordFile, cell, line, pdf, table


def test_a_name_at_the_top_stands_before_the_place_of_work() -> None:
    at = "{top}Job description\nPost: Clerk\nLocation: School Office\nGrade: 3\n"

    assert (
        read_text(at.format(top="GLENMOYLE PRIMARY SCHOOL\n")).profile.employer == "GLENMOYLE PRIMARY SCHOOL"
    )
    assert read_text(at.format(top="")).profile.employer == "School Office"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("Teitl y swydd / Job title", "Cook"), "title"),
        (("Oriau / Hours", "20"), "hours"),
        (("Rhywbeth / arall", "20"), None),
    ],
)
def test_a_label_in_two_languages_is_known_by_the_second(
    cells: tuple[str, str], expected: str | None
) -> None:
    assert label_of(cells[0]) == expected


@pytest.mark.parametrize(
    ("grade", "expected"),
    [
        ("D (SCP 4 – 6)", "D (SCP 4 – 6)"),
        ("GR4 (points 9 – 11)", "GR4 (points 9 – 11)"),
        ("D (under review this year)", "D"),
    ],
)
def test_the_points_of_a_scale_are_part_of_the_grade_and_remarks_are_not(grade: str, expected: str) -> None:
    assert read_text(f"Job title: Cook\nGrade: {grade}\n").profile.grade == expected


def test_the_first_line_is_the_title_where_nothing_else_is() -> None:
    text = "Club Coordinator\n\nWe run clubs in forty schools.\n\nThe basics\n\nSalary: £28,400\nHours: 28\n"

    assert read_text(f"{text}\nWho we’re looking for\n\n- Runs clubs well\n").profile.title == (
        "Club Coordinator"
    )


def test_the_head_of_the_pages_names_the_school_and_is_no_line_of_the_text(tmp_path: Path) -> None:
    word = WordFile()
    word.document.sections[0].header.paragraphs[0].text = "Wharfe Valley Academy Trust"
    word.heading("Job description")
    word.lines("Post: Finance Officer", "Location: Central Office")
    found = read_specification(word.save(tmp_path), kind="docx")

    assert found.profile.employer == "Wharfe Valley Academy Trust"
    assert not any("Wharfe" in own.text for own in found.lines)


def test_the_head_of_the_pages_of_a_pdf_names_the_school(tmp_path: Path) -> None:
    source = (
        "#set page(header: [Wharfe Valley Academy Trust])\nJob description\n\nPost: Finance Officer\n"
        "#pagebreak()\nPerson specification\n\n- Keeps accounts\n- Knows the rules\n"
    )
    found = read_specification(pdf(source, tmp_path), kind="pdf")

    assert found.profile.employer == "Wharfe Valley Academy Trust"
    assert not any("Wharfe" in own.text for own in found.lines)


def test_duties_under_brief_headings_below_the_purpose_are_duties() -> None:
    text = """Job description

Job purpose
To lead the premises team and keep the buildings safe.
Health and safety
- Open and close the site
- Check the alarms
Staff
- Draw up the rota
"""
    profile = read_text(text).profile

    assert profile.purpose == "To lead the premises team and keep the buildings safe."
    assert [(duty.section, duty.text) for duty in profile.duties] == [
        ("Health and safety", "Open and close the site"),
        ("Health and safety", "Check the alarms"),
        ("Staff", "Draw up the rota"),
    ]


def test_a_numbered_heading_in_bold_stands_over_numbered_duties() -> None:
    blocks = [
        line("DUTIES AND RESPONSIBILITIES", marker="number", bold=True),
        *(line(text, marker="number") for text in ("Opens the site", "Checks alarms")),
        line("PERSON SPECIFICATION", bold=True),
        line("Neat", marker="bullet"),
    ]

    assert [duty.text for duty in read_blocks(blocks).profile.duties] == ["Opens the site", "Checks alarms"]


def test_lists_under_other_headings_are_duties_where_no_heading_names_them() -> None:
    bold = [line(text, bold=True) for text in ("0 Support for pupils", "1 Support for staff")]
    listed = [line(text, marker="number") for text in ("Assesses needs", "Keeps records", "Attends meetings")]
    blocks = [
        line("Grade: G"),
        bold[0],
        *listed[:2],
        bold[1],
        listed[2],
        line("Person specification"),
        line("Neat"),
    ]

    assert [(duty.section, duty.text) for duty in read_blocks(blocks).profile.duties] == [
        ("0 Support for pupils", "Assesses needs"),
        ("0 Support for pupils", "Keeps records"),
        ("1 Support for staff", "Attends meetings"),
    ]


def test_a_table_of_responsibilities_below_the_purpose_holds_the_duties() -> None:
    areas = table(["Area of work", "Responsibilities"], ["Reading", "Runs the reading scheme in all years"])
    blocks = [line("Purpose of the role", bold=True), line("To run a library."), areas]

    assert [duty.text for duty in read_blocks([*blocks, line("Person specification")]).profile.duties] == [
        "Runs the reading scheme in all years"
    ]


def test_a_job_description_in_the_same_table_as_the_specification_is_told_apart() -> None:
    def row(*texts: str) -> Row:
        return Row(tuple(cell(*text.split("\n")) for text in texts), HERE)

    whole = Table(
        (
            row("Post title", "Youth Worker", "Grade", "6"),
            row("PURPOSE OF THE POST"),
            row("To work with young people."),
            row("PRINCIPAL ACCOUNTABILITIES"),
            row("Holds a caseload\nRuns group sessions\nKeeps case records"),
            row("PERSON SPECIFICATION"),
            row("Area", "Essential", "Desirable", "How assessed"),
            row("Skills", "Records clearly", "Speaks Welsh", "Interview"),
        )
    )
    found = read_blocks([whole])

    assert (found.profile.title, found.profile.grade) == ("Youth Worker", "6")
    assert found.profile.purpose == "To work with young people."
    assert [duty.text for duty in found.profile.duties] == [
        "Holds a caseload",
        "Runs group sessions",
        "Keeps case records",
    ]
    assert [item.text for item in found.criteria] == ["Records clearly", "Speaks Welsh"]


def test_the_head_of_a_table_of_duties_and_what_limits_them_are_no_duties() -> None:
    shares = table(
        ["Accountability", "% of time"],
        ["Keeps the servers running day and night", "60"],
        ["Trains staff in the use of new programs", "40"],
    )
    note = line("The description is subject to review and is not meant to be rigid or inflexible.")
    found = read_blocks([line("Main duties", bold=True), shares, note, line("Person specification")])

    assert [duty.text for duty in found.profile.duties] == [
        "Keeps the servers running day and night",
        "Trains staff in the use of new programs",
    ]


def test_labels_stand_in_the_row_over_their_values() -> None:
    form = table(["Department", "Salary", "Hours"], ["Construction", "£29,214", "37 per week"])
    profile = read_blocks([form, line("Person specification"), line("Neat", marker="bullet")]).profile

    assert (profile.salary, profile.hours) == ("£29,214", "37 per week")


def test_the_name_of_the_document_alone_is_no_title() -> None:
    text = "Larkfield School\nSchool Librarian\nJob description and person specification\nHours: 30\n"

    assert read_text(text).profile.title == "School Librarian"


def test_hours_that_count_stand_before_a_pattern_of_work() -> None:
    text = "Job description\nPost: Pastoral Lead\nWorking pattern: Term time only\nHours: 37 a week\n"

    assert read_text(text).profile.hours == "37 a week"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Puddleducks Day Nursery Ltd", "Puddleducks Day Nursery Ltd"), ("Schools and Inclusion", None)],
)
def test_a_company_employs_and_a_service_does_not(name: str, expected: str | None) -> None:
    assert read_text(f"{name}\nJob description: Room Leader\nGrade: 4\n").profile.employer == expected


def test_a_post_of_a_music_service_is_a_title() -> None:
    profile = read_text("Fenshire Music Service\nHead of Music Service\nJob description\nGrade: 9\n").profile

    assert (profile.title, profile.employer) == ("Head of Music Service", "Fenshire Music Service")


@pytest.mark.parametrize("before", [[], [""]])
def test_duties_in_a_table_below_their_own_head(before: list[str]) -> None:
    form = table(
        ["Job purpose"],
        ["To keep the money of the school."],
        [*before, "Main duties and responsibilities", "% of time"],
        [*before, "Finance 1. Prepares the budget. 2. Pays the bills.", "60%"],
        [*before, "Premises 1. Lets the hall. 2. Oversees the cleaners.", "40%"],
    )

    profile = read_blocks([line("Job description", bold=True), form]).profile

    assert [(duty.section, duty.text) for duty in profile.duties] == [
        ("Finance", "Prepares the budget."),
        ("Finance", "Pays the bills."),
        ("Premises", "Lets the hall."),
        ("Premises", "Oversees the cleaners."),
    ]
    assert profile.purpose == "To keep the money of the school."


def test_numbered_names_of_groups_of_duties_and_codes() -> None:
    text = "Main duties\n2.1 Learning, care\n2.1.1 Plans play.\n2.2 Families\n2.2.1 Meets.\n2.2.2 Writes.\n"
    coded = "Main duties\n• A1 Makes entries\n• A2 Seats candidates\n• B1 Stores papers\n"

    assert [(duty.section, duty.text) for duty in read_text(text).profile.duties] == [
        ("Learning, care", "Plans play."),
        ("Families", "Meets."),
        ("Families", "Writes."),
    ]
    assert [duty.text for duty in read_text(coded).profile.duties] == [
        "Makes entries",
        "Seats candidates",
        "Stores papers",
    ]
