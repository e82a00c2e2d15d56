"""What websites, e-mails and the feet of pages say around a document, and forms in their own ways."""

import pytest

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts, facts_of

WEBSITE = """Skip to content
Larkfield Hall
Senior School
Sport
Contact us
Home > Work with us > Teacher of Drama

Teacher of Drama

Salary: Larkfield scale
"""


def test_the_end_of_a_path_of_pages_is_the_title_where_it_stands_again() -> None:
    profile = read_text(WEBSITE).profile

    assert (profile.title, profile.employer) == ("Teacher of Drama", None)


@pytest.mark.parametrize("again", ["Cover Supervisor", "Learning Mentor"])
def test_a_line_with_the_noun_of_a_post_comes_before_the_name_of_a_website(again: str) -> None:
    text = (
        f"Dales Jobs\nSign in\n< Back to results\n{again}\nSave this job   Share   Print\n\nGrade\nScale 4\n"
    )

    assert read_text(text).profile.title == again


FEET = (
    "Class Teacher JD/PS            {page} of 3            Sept 2015",
    "Oak Lane School | Class Teacher | V2.1 March 2023",
    "Class Teacher – JD & PS – Sept 2025\nPage {page} of 3",
    "JRP Class Teacher v3 Nov 2021 {page}",
)


@pytest.mark.parametrize("foot", FEET)
def test_what_stands_at_the_foot_of_pages_is_no_wording(foot: str) -> None:
    pages = [
        "\n".join(f"• Plans lessons in room {letter} with care (E)" for letter in letters)
        + f"\n\n{foot.format(page=page)}\n\n"
        for page, letters in enumerate(("abcdefgh", "ijklmnop", "qrstuvwx"), 1)
    ]

    assert facts_of("Person specification\n\n" + "".join(pages)) == [
        (f"Plans lessons in room {letter} with care", None, "essential", "")
        for letter in "abcdefghijklmnopqrstuvwx"
    ]


MAIL = """From: Office <office@oaklane.example>
Sent: 14 January 2020 16:07
To: Vacancies Team
Subject: FW: Librarian

Hi all

Final text as agreed, pasted below because the
attachment keeps bouncing.

Thanks
Bernie

{rule}

Librarian
Line manager: Assistant Headteacher

Person specification
* Buys and catalogues books (E)
* Runs a reading group (D)

{rule}

Bernie Salcombe
Office Manager

This email and any files transmitted with it are confidential.
"""


def test_a_mail_around_the_document_is_no_part_of_it() -> None:
    reading = read_text(MAIL.format(rule="-" * 40))

    assert facts(reading) == [
        ("Buys and catalogues books", None, "essential", ""),
        ("Runs a reading group", None, "desirable", ""),
    ]
    assert (reading.profile.title, reading.profile.reports_to) == ("Librarian", "Assistant Headteacher")
    assert reading.unread == ()


def test_a_rule_below_the_list_ends_no_document_where_none_begins_it() -> None:
    text = MAIL.format(rule="").replace("* Runs a", f"{'_' * 30}\n* Runs a")

    assert [wording for wording, *_ in facts_of(text)] == [
        "Buys and catalogues books",
        "Runs a reading group",
    ]


NHS = """Job summary
- Main area
- Outpatients
- Grade
- Band 3
- Contract
- Fixed term, 12 months
- Hours
- Part time - 25 hours per week
- Site
- Ellwick Cottage Hospital
"""


def test_a_list_of_labels_and_values_is_a_form() -> None:
    profile = read_text(NHS).profile

    assert (profile.grade, profile.contract, profile.hours) == (
        "Band 3",
        "Fixed term, 12 months",
        "Part time - 25 hours per week",
    )


QUESTIONS = """Person specification

Question 1: Working with carers

Tell us about your experience, in no more than 400 words.

Essential: At least a year of supporting people one to one.
Desirable: Experience of being a carer yourself.

Question 2: Values

Tell us why this work matters to you.

Essential: Willingness to share in the running of a small office.
"""


def test_questions_of_a_form_name_the_sections() -> None:
    assert facts_of(QUESTIONS) == [
        (
            "At least a year of supporting people one to one.",
            "Question 1: Working with carers",
            "essential",
            "",
        ),
        ("Experience of being a carer yourself.", "Question 1: Working with carers", "desirable", ""),
        ("Willingness to share in the running of a small office.", "Question 2: Values", "essential", ""),
    ]
