"""Wordings that hold a word with a meaning of its own: none is taken for a note, a head or a page."""

import pytest

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts_of


def wordings(text: str) -> list[str]:
    return [wording for wording, *_ in facts_of(f"Person specification\n\n{text}\n")]


@pytest.mark.parametrize(
    "wording",
    [
        "It is essential that you support the ethos of Our Lady Star of the Sea",
        "Knowledge of Star Reader is desirable",
        "Willing to undertake other duties as may be required",
        "Able to work evenings and weekends as may be required",
        "Attends such training as is necessary",
        "Recognises early intervention is essential",
        "School experience is useful but a love of reading is essential",
        "Keeps up with research and is ready to share this with colleagues",
        "QTS (certificate) and a DBS (enhanced certificate)",
    ],
)
def test_each_stays_whole(wording: str) -> None:
    assert wordings(f"Essential\n- Runs a group\n- {wording}\n- Patient") == [
        "Runs a group",
        wording,
        "Patient",
    ]


def test_a_wrapped_line_that_begins_with_share_this() -> None:
    assert wordings("Essential\n• Reads research and is ready to\nshare this with colleagues\n• Patient") == [
        "Reads research and is ready to share this with colleagues",
        "Patient",
    ]


def test_a_school_named_star_gives_asterisks_no_meaning() -> None:
    text = (
        "Rising Stars Nursery\nPerson specification\n"
        "It is desirable that applicants for Rising Stars Nursery have first aid.\n"
        "- Level 3 in childcare*\n- Patience*\n- Work with babies"
    )

    assert [need for _, _, need, _ in facts_of(text)] == [None] * 3


def test_a_sub_list_with_signs_of_its_own() -> None:
    text = (
        "- Qualifications and training needed in one of these ways:\n  - Qualified teacher status (E)\n"
        "  - Masters degree (D)\n- Teaching in Key Stage 2 (E)"
    )

    assert facts_of(f"Person specification\n\n{text}\n")[1:] == [
        ("Qualified teacher status", None, "essential", ""),
        ("Masters degree", None, "desirable", ""),
        ("Teaching in Key Stage 2", None, "essential", ""),
    ]


@pytest.mark.parametrize("name", ["Supervision", "Making decisions", "Physical conditions"])
def test_sections_with_the_names_of_old_parts(name: str) -> None:
    assert wordings(f"Knowledge\n• Knows the law (E)\n\n{name}\n• Supervises staff (E)\n• Lifts (D)") == [
        "Knows the law",
        "Supervises staff",
        "Lifts",
    ]


@pytest.mark.parametrize("heading", ["Requirements", "Key requirements", "2. Knowledge and skills"])
def test_duties_under_a_heading_that_may_name_criteria(heading: str) -> None:
    text = (
        f"Job description\n\nMain duties\n1. Teaching\n• Plans lessons\n\n{heading}\n• Trains invigilators\n"
        "• Keeps papers secure\n\nPerson specification\nEssential\n• Accurate\n• Calm\n"
    )

    reading = read_text(text)

    assert [item.text for item in reading.criteria] == ["Accurate", "Calm"]
    assert {"Trains invigilators", "Keeps papers secure"} <= {duty.text for duty in reading.profile.duties}


def test_a_table_of_contents_begins_no_specification() -> None:
    text = (
        "Contents\nJob description\nPerson specification\nFurther information\nHow to apply\n\n"
        "Job description\nMain duties\n• Plans lessons\n\nPerson specification\nEssential\n• Patient\n"
    )

    assert [item.text for item in read_text(text).criteria] == ["Patient"]


def test_articles_are_no_letters_of_evidence() -> None:
    lines = ["A Level 3 qualification", "A GCSE in English", "A first aid certificate", "A DBS certificate"]

    found = facts_of("\n".join(["Person specification", "", "Assessment Criteria", *lines]))

    assert [(text, letters) for text, _, _, letters in found if text != "Assessment Criteria"] == [
        (line, "") for line in lines
    ]


def test_rows_in_small_letters_between_pipes() -> None:
    text = (
        "Person specification\n\n"
        "| Criteria                          | Essential | Desirable |\n"
        "|-----------------------------------|-----------|-----------|\n"
        "| good standard of education        | X         |           |\n"
        "| experience of office work         | X         |           |\n"
        "| experience of working in a school |           | X         |\n"
    )

    assert [(text, need) for text, _, need, _ in facts_of(text)] == [
        ("good standard of education", "essential"),
        ("experience of office work", "essential"),
        ("experience of working in a school", "desirable"),
    ]


def test_rows_with_nothing_desirable_between_slashes() -> None:
    text = (
        "Person specification\n\nAttributes / Essential / Desirable\n"
        "Qualifications / Qualified teacher status\nPupil welfare / Safeguarding training\n"
        "Class teaching / Key Stage 2 / SENCO award\n"
    )

    found = facts_of(text)

    assert ("Safeguarding training", "Pupil welfare", "essential", "") in found
    assert ("SENCO award", "Class teaching", "desirable", "") in found


def test_marks_in_a_table_given_one_cell_a_line_are_no_bullets() -> None:
    rows = "".join(
        f"\n{text}\n*\n{how}\n"
        for text, how in (
            ("GCSE English", "Application form"),
            ("Minutes", "Interview"),
            ("Evenings", "Interview"),
        )
    )

    assert wordings(f"Criteria\nEssential\nDesirable\nHow assessed\n{rows}") == [
        "GCSE English",
        "Minutes",
        "Evenings",
    ]


def test_an_explained_head_keeps_how_its_side_is_assessed() -> None:
    text = (
        "Person specification\n\n"
        "| Attributes | Essential (identified from form and interview) | Desirable (tested at interview) |\n"
        "| Skills | Office work | School office |\n| Other | Calm | Cheerful |\n"
    )

    assert [letters for *_, letters in facts_of(text)] == ["AI", "I", "AI", "I"]
