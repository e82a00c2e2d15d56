"""The form at the head of a job description, its purpose, its duties and its title."""

from pathlib import Path

import pytest

from recruitment.readers.labels import label_of, label_values
from recruitment.readers.reader import read_blocks, read_specification, read_text
from recruitment.readers.titles import employer_mentioned, employer_named, title_in_heading
from tests.recruitment.readers.samples import WordFile, line, pdf, table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Job Title: Caretaker", [("title", "Caretaker")]),
        ("Salary: Scale 4 Hours/week: 20 (term time)", [("salary", "Scale 4"), ("hours", "20 (term time)")]),
        ("JOB TITLE: / Cook / GRADE: / Scale 2", [("title", "Cook"), ("grade", "Scale 2")]),
        ("Reports into: Inclusion Leader", [("reports_to", "Inclusion Leader")]),
        ("Hours:", [("hours", "")]),
        ("The post holder reports to: nobody", []),
        ("Reliable", []),
    ],
)
def test_label_values(text: str, expected: list[tuple[str, str]]) -> None:
    assert label_values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("POST TITLE", "title"), ("RESPONSIBLE FOR", ""), ("Mowing", None)]
)
def test_label_of(text: str, expected: str | None) -> None:
    assert label_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HEADTEACHER PERSON SPECIFICATION", "HEADTEACHER"),
        ("Person Specification – Cook", "Cook"),
        ("Person Specification Nursery Nurse", "Nursery Nurse"),
        ("Hillside Learning Trust – Teaching Assistant Person Specification", "Teaching Assistant"),
        ("Example of a job description for a Playworker", "Playworker"),
        ("Person Specification", None),
        ("What are we looking for? Person Specification", None),
        ("PERSON SPECIFICATION CRITERIA", None),
    ],
)
def test_title_in_heading(text: str, expected: str | None) -> None:
    assert title_in_heading(text) == expected


SHORT = "Person specification\nEssential\n- Able to keep records\n- Able to lift"


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("Hi Nia,\n\nHere it is from last time!\n\nBusiness Manager\nSalary: Grade 10", "Business Manager"),
        ("Caretaker\nGrade: 4\n\nJob description", "Caretaker"),
        ("Cook\n\nGrade\n4\n\nJob description", "Cook"),
        ("Oakfield School\nGrade: 4\nJob description", None),
        ("Job description\nGrade: 4", None),
    ],
)
def test_the_post_may_stand_over_the_form_without_a_label(top: str, expected: str | None) -> None:
    assert read_text(f"{top}\n\n{SHORT}").profile.title == expected


def test_a_numbered_heading_in_capitals_begins_the_duties() -> None:
    text = "1. JOB PURPOSE\nTo cook.\n\n2. PRINCIPAL ACCOUNTABILITIES\n2.1 Cook lunch.\n2.2 Order food."

    profile = read_text(f"Job title: Cook\n\n{text}\n\n{SHORT}").profile

    assert [duty.text for duty in profile.duties] == ["Cook lunch.", "Order food."]
    assert profile.purpose == "To cook."


@pytest.mark.parametrize(
    ("top", "everything", "expected"),
    [
        (["London Borough of Marlow", "Job Profile"], [], "London Borough of Marlow"),
        (["Oakfield Junior School – Cook"], [], "Oakfield Junior School"),
        (["OAKFIELD JUNIOR SCHOOL - PERSON SPECIFICATION"], [], "OAKFIELD JUNIOR SCHOOL"),
        (["School Business Manager"], [], None),
        (["Voluntary Aided School"], [], None),
        ([], ["Level 4 Diploma for School Business Professionals"], None),
        ([], ["Knows what the pupils of St Oswin’s High School need"], "St Oswin’s High School"),
        ([], ["Working in a school or academy trust"], None),
    ],
)
def test_an_employer_is_named_at_the_top_or_mentioned_anywhere(
    top: list[str], everything: list[str], expected: str | None
) -> None:
    assert (employer_named(top) or employer_mentioned(everything)) == expected


def test_an_empty_label_does_not_take_the_next_label_for_its_value() -> None:
    profile = read_text("Job Title: Bursar\nGrade: J\nHours:\n\nResponsible to: Headteacher\n").profile

    assert (profile.hours, profile.responsible_to, profile.reports_to) == (None, None, "Headteacher")


def test_a_value_may_stand_below_its_label() -> None:
    assert (
        read_text("Job title:\n\nCatering Assistant\n\nMain duties\n- Serve lunch").profile.title
        == "Catering Assistant"
    )


def test_grade_and_amount_in_one_place_come_apart() -> None:
    profile = read_text("Job Title: Cook\nGrade: Grade 1, SCP 5 – 8 £13,500 pro rata\n").profile

    assert (profile.grade, profile.salary) == ("Grade 1, SCP 5 – 8", "£13,500 pro rata")


@pytest.mark.parametrize(
    ("written", "salary"),
    [
        ("Scale 4 (£24,027 to £25,584)", "£24,027 to £25,584"),
        ("Scale 4 £24,027 (pro rata)", "£24,027 (pro rata)"),
        ("Scale 4 (£24,027 (pro rata))", "£24,027 (pro rata)"),
    ],
)
def test_an_amount_leaves_the_bracket_around_it_behind(written: str, salary: str) -> None:
    profile = read_text(f"Job Title: Cook\nGrade / Salary: {written}\n").profile

    assert (profile.grade, profile.salary) == ("Scale 4", salary)


def test_duties_stand_under_their_headings_and_bullets_of_the_purpose_are_none() -> None:
    text = """Job Purpose

To help children who face barriers such as:

- poor attendance

Main Duties

Pastoral work

- Meet children
- Write notes

Notes

- This may be reviewed
"""
    profile = read_text(text).profile

    assert profile.purpose == "To help children who face barriers such as:\n• poor attendance"
    assert [(duty.section, duty.text) for duty in profile.duties] == [
        ("Pastoral work", "Meet children"),
        ("Pastoral work", "Write notes"),
    ]


def test_duties_without_bullets_are_sentences() -> None:
    text = (
        "Job Title: Cook\nDuties: The Cook will: Prepare lunch each day. Order food.\nKeep the "
        "kitchen clean.\n"
    )

    assert [duty.text for duty in read_text(text).profile.duties] == [
        "Prepare lunch each day.",
        "Order food.",
        "Keep the kitchen clean.",
    ]


def test_labels_parted_by_a_tab_are_read_in_word(tmp_path: Path) -> None:
    word = WordFile()
    word.lines("Job Title\tSENCO", "Reports to\tHeadteacher", "Serves\tlunch")

    profile = read_specification(word.save(tmp_path), kind="docx").profile

    assert (profile.title, profile.reports_to) == ("SENCO", "Headteacher")


def test_labels_parted_by_space_are_read_in_pdf(tmp_path: Path) -> None:
    source = "Job Title #h(3cm) Site Manager\n\nGrade #h(3cm) Scale 5"

    profile = read_specification(pdf(source, tmp_path), kind="pdf").profile

    assert (profile.title, profile.grade) == ("Site Manager", "Scale 5")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Salary: Grade 10, SCP 31-35. 37 hrs, 52 weeks", ("Grade 10, SCP 31-35", None, "37 hrs, 52 weeks")),
        ("Salary: £24,000, 32.5 hours a week", (None, "£24,000", "32.5 hours a week")),
        ("Salary: Grade D, £12.50 an hour", ("Grade D", "£12.50 an hour", None)),
        ("Salary: Paid monthly, 12 payments", (None, "Paid monthly, 12 payments", None)),
        ("Salary: 37 hrs", (None, "37 hrs", None)),
        ("Salary: Grade 4, 30 hours, £20,000", ("Grade 4, 30 hours", "£20,000", None)),
    ],
)
def test_grade_salary_and_hours_on_one_line_come_apart(
    line: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    profile = read_text(f"Job Title: Bursar\n{line}\n").profile

    assert (profile.grade, profile.salary, profile.hours) == expected


def test_hours_of_their_own_are_kept() -> None:
    profile = read_text("Job Title: Bursar\nSalary: Grade 10, 37 hrs\nHours: 30\n").profile

    assert (profile.salary, profile.hours) == ("Grade 10, 37 hrs", "30")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Responsible to: Headteacher", (None, "Headteacher")),
        ("Reports to: Headteacher", (None, "Headteacher")),
    ],
)
def test_one_line_of_command_fills_one_field(line: str, expected: tuple[str | None, str | None]) -> None:
    profile = read_text(f"Job Title: Bursar\n{line}\n").profile

    assert (profile.responsible_to, profile.reports_to) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("School: Oakfield", [("school", "Oakfield")]),
        ("Location: Marlow", [("place", "Marlow")]),
        ("Employer: Hillside Trust", [("employer", "Hillside Trust")]),
        ("Hourly rate: £12.60", [("salary", "£12.60")]),
        ("Grade and salary: Scale 4", [("salary", "Scale 4")]),
        ("NJC scale: 4", [("grade", "4")]),
        ("Weeks & hours: 39, 30", [("hours", "39, 30")]),
        ("Starting: September", [("", "September")]),
        ("Starting well: September", []),
    ],
)
def test_further_labels_of_a_form(text: str, expected: list[tuple[str, str]]) -> None:
    assert label_values(text) == expected


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("School: Oakfield Primary\nEmployer: Hillside Trust", "Hillside Trust"),
        ("Location: Marlow Academy\nSchool: Oakfield Primary", "Oakfield Primary"),
        ("Location: Oakfield School", "Oakfield School"),
        ("Location: Marlow", None),
    ],
)
def test_a_place_of_work_is_the_employer_only_where_it_is_an_organisation(
    labels: str, expected: str | None
) -> None:
    assert read_text(f"Job title: Cook\n{labels}\n{SHORT}").profile.employer == expected


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        (["London Borough of Marlow", "Oakfield Junior School"], "Oakfield Junior School"),
        (["Oakfield Junior School", "Marlow College"], "Oakfield Junior School"),
        (["Hillside Trust", "London Borough of Marlow"], "Hillside Trust"),
    ],
)
def test_a_school_stands_before_its_council_or_trust(top: list[str], expected: str) -> None:
    assert employer_named(top) == expected


def test_values_stand_in_the_next_filled_cell_or_below_their_label_in_one() -> None:
    parted = table(["Job title", "", "Cook"], ["Grade", "", "4"])
    stacked = table(["Job title\nCook", "Grade\nHours: 30"])

    found = [read_blocks([form, line("Person specification")]).profile for form in (parted, stacked)]

    assert [(profile.title, profile.grade, profile.hours) for profile in found] == [
        ("Cook", "4", None),
        ("Cook", None, "30"),
    ]


def test_lists_under_sub_headings_of_the_purpose_are_duties() -> None:
    blocks = [
        line("Job purpose", bold=True),
        line("To feed the school."),
        line("Kitchen", bold=True),
        line("Cook lunch", marker="bullet"),
        line("Order food", marker="bullet"),
    ]

    profile = read_blocks([*blocks, line("Person specification")]).profile

    assert profile.purpose == "To feed the school."
    assert [(duty.section, duty.text) for duty in profile.duties] == [
        ("Kitchen", "Cook lunch"),
        ("Kitchen", "Order food"),
    ]


@pytest.mark.parametrize(("lead", "bold"), [("To feed the school:", True), ("To feed the school", False)])
def test_a_list_that_the_purpose_leads_in_is_no_duty(lead: str, *, bold: bool) -> None:
    blocks = [line("Job purpose", bold=True), line(lead, bold=bold), line("with lunch", marker="bullet")]

    profile = read_blocks([*blocks, line("Person specification")]).profile

    assert (profile.purpose, profile.duties) == (f"{lead}\n• with lunch", ())


def test_a_purpose_goes_on_behind_its_list_until_something_else_begins() -> None:
    blocks = [
        line("Job purpose", bold=True),
        line("To help pupils. Barriers may include (not exclusively):"),
        line("attendance", marker="bullet"),
        line("confidence", marker="number"),
        line("The mentor works with families as well as with pupils."),
        line("Contacts", bold=True),
        line("Social workers", marker="bullet"),
        line("Main duties", bold=True),
        line("Meet pupils", marker="bullet"),
    ]

    profile = read_blocks([*blocks, line("Person specification")]).profile

    assert (profile.purpose or "").splitlines() == [
        "To help pupils. Barriers may include (not exclusively):",
        "• attendance",
        "• confidence",
        "The mentor works with families as well as with pupils.",
    ]
    assert [duty.text for duty in profile.duties] == ["Meet pupils"]


def test_lists_that_hold_the_duties_for_want_of_others_are_no_part_of_the_purpose() -> None:
    blocks = [
        line("Job purpose", bold=True),
        line("To feed the school. The cook will:"),
        *(line(text, marker="bullet") for text in ("Cook lunch", "Order food", "Keep the kitchen clean")),
    ]

    profile = read_blocks([*blocks, line("Person specification")]).profile

    assert profile.purpose == "To feed the school. The cook will:"
    assert len(profile.duties) == 3


def test_a_purpose_in_a_form_keeps_its_list(tmp_path: Path) -> None:
    word = WordFile()
    made = word.table(["Job title", "Mentor"], ["Job purpose", "To help pupils with:"])
    made.cell(1, 1).add_paragraph("attendance", style="List Bullet")
    word.heading("Person specification")

    profile = read_specification(word.save(tmp_path), kind="docx").profile

    assert profile.purpose == "To help pupils with:\n• attendance"


def test_sentences_about_the_duties_are_none() -> None:
    text = (
        "Job title: Cook\nMain duties\nCook lunch. This list is not exhaustive.\nThe duties may be varied.\n"
        "Our school is committed to safeguarding.\nKeep to the varied menu.\n"
    )

    assert [duty.text for duty in read_text(text).profile.duties] == [
        "Cook lunch.",
        "Keep to the varied menu.",
    ]


def test_the_title_stands_over_the_form_with_the_name_of_the_document_between() -> None:
    profile = read_text(f"Oakfield Primary School\nCook\nJob description\nGrade: 4\n{SHORT}").profile

    assert (profile.title, profile.employer, profile.grade) == ("Cook", "Oakfield Primary School", "4")


def test_a_line_in_capitals_is_the_title_before_others_beside_it() -> None:
    blocks = [line("COOK"), line("Good food matters"), line("Every child eats well")]

    assert read_blocks([*blocks, line("Person specification")]).profile.title == "COOK"


@pytest.mark.parametrize("heading", ["Job details", "Role overview", "Summary of the post"])
def test_a_usual_heading_is_no_title(heading: str) -> None:
    assert title_in_heading(heading) is None
