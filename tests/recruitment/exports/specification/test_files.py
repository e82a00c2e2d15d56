"""Files of a specification: what is written is what our own reader reads back."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from recruitment.domain.form_terms import USUAL_TERMS, FormTerms
from recruitment.domain.person_specification import Reading
from recruitment.domain.written_specification import WrittenCriterion, WrittenSpecification, as_json
from recruitment.exports.specification.document import build_document
from recruitment.exports.specification.forms import build_score_form, build_statement_form
from recruitment.exports.specification.workbook import build_workbook
from recruitment.readers.reader import read_specification
from tests.recruitment.exports.specification.written import PROFILE, facts_of, specifications, write

PLANS = WrittenCriterion("Able to plan lessons", "Skills", "essential", "AIT")
SINGS = WrittenCriterion("Leads singing", "Skills", "desirable", "O")
REFERRED = WrittenCriterion("Reliable time keeping", "Attributes", "essential", "R")
TRAINED = WrittenCriterion(
    "First aid certificate, or willing to train", "Skills", "desirable", "A", is_trainable=True
)


def read_word(content: bytes) -> Reading:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "written.docx"
        path.write_bytes(content)
        return read_specification(path, kind="docx")


def read_sheet(content: bytes) -> Reading:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "written.xlsx"
        path.write_bytes(content)
        return read_specification(path, kind="xlsx")


def facts(reading: Reading) -> list[tuple[str, str | None, str | None, frozenset[str]]]:
    return [(one.text, one.section, one.requirement, frozenset(one.evidence)) for one in reading.criteria]


@settings(max_examples=25, deadline=None)
@given(specifications())
def test_a_word_document_is_read_back_as_it_was_written(written: WrittenSpecification) -> None:
    assert facts(read_word(build_document(written))) == facts_of(written)


@settings(max_examples=25, deadline=None)
@given(specifications(fewest=4))
def test_a_workbook_is_read_back_as_it_was_written(written: WrittenSpecification) -> None:
    """Which column holds the sections shows only over a few rows."""
    assert facts(read_sheet(build_workbook(written))) == facts_of(written)


def test_the_post_is_read_back_too() -> None:
    read = read_word(build_document(write(PLANS))).profile

    assert (read.title, read.employer, read.grade, read.hours, read.reports_to) == (
        PROFILE.title,
        PROFILE.employer,
        PROFILE.grade,
        PROFILE.hours,
        PROFILE.reports_to,
    )
    assert (read.purpose, [duty.text for duty in read.duties]) == (
        PROFILE.purpose,
        [duty.text for duty in PROFILE.duties],
    )


@pytest.mark.parametrize(("build", "read"), [(build_document, read_word), (build_workbook, read_sheet)])
def test_a_list_in_the_purpose_is_read_back(
    build: Callable[[WrittenSpecification], bytes], read: Callable[[bytes], Reading]
) -> None:
    purpose = "To help pupils learn. Barriers may include (not exclusively):\n• attendance\n• confidence"
    written = write(PLANS, profile=replace(PROFILE, purpose=purpose))

    profile = read(build(written)).profile

    assert (profile.purpose, profile.duties) == (purpose, PROFILE.duties)
    assert as_json(written)["profile"]["purpose"] == purpose


def test_words_no_file_can_hold_are_left_out_and_formulas_stay_text() -> None:
    odd = WrittenCriterion("=SUM(A1) keeps\x00 accounts\x1f", "Skills", "essential", "A")

    book = load_workbook(BytesIO(build_workbook(write(odd))))
    cell = book["Person specification"]["B3"]
    assert (cell.value, cell.data_type) == ("=SUM(A1) keeps  accounts ", "s")  # a blank in their place
    assert facts(read_word(build_document(write(odd))))[0][0] == "=SUM(A1) keeps accounts"


def test_json_has_the_shape_of_a_reading() -> None:
    answer = as_json(write(PLANS, TRAINED))

    assert answer["profile"]["title"] == "Learning Mentor"
    assert answer["profile"]["salary"] is None
    assert answer["specifications"][0]["evidence_key"] == {
        "A": "Application form",
        "I": "Interview",
        "T": "Task or test",
    }
    assert answer["specifications"][0]["criteria"] == [
        {
            "text": "Able to plan lessons",
            "section": "Skills",
            "requirement": "essential",
            "evidence": ["A", "I", "T"],
            "trainable": False,
        },
        {
            "text": "First aid certificate, or willing to train",
            "section": "Skills",
            "requirement": "desirable",
            "evidence": ["A"],
            "trainable": True,
        },
    ]


def words_of(content: bytes) -> str:
    document = docx.Document(BytesIO(content))
    tables = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *tables])


def test_a_score_form_holds_what_a_stage_scores_and_nothing_else() -> None:
    words = words_of(build_score_form(write(PLANS, SINGS, REFERRED)))

    assert [text in words for text in ("Able to plan lessons", "Leads singing", "Reliable time keeping")] == [
        True,
        True,
        False,
    ]
    assert ("Attributes" in words, "Candidate’s code" in words, "Signature" in words) == (False, True, True)


def test_a_statement_form_has_a_box_for_each_criterion_of_the_form() -> None:
    content = build_statement_form(write(PLANS, SINGS, TRAINED))

    words = words_of(content)
    assert ("1. Able to plan lessons" in words, "Leads singing" in words) == (True, False)
    assert "You can also meet it by being ready to train." in words
    assert len(docx.Document(BytesIO(content)).tables) == 3  # the code, and two boxes


@pytest.mark.parametrize("build", [build_score_form, build_statement_form])
def test_forms_keep_the_numbers_of_the_specification(
    build: Callable[[WrittenSpecification], bytes],
) -> None:
    words = words_of(build(write(PLANS, REFERRED, TRAINED)))

    numbers = [place for place in ("1", "2", "3") if f"\n{place}\n" in words or f"\n{place}. " in words]
    assert numbers == ["1", "3"]


def test_forms_say_what_the_points_mean_and_who_is_known_by_a_code() -> None:
    terms = FormTerms(
        ((0, "Not met"), (1, "Partly met"), (2, "Fully met")), 2, is_blind=False, reference="LM-3"
    )

    usual, own = (words_of(build_score_form(write(PLANS), one)) for one in (USUAL_TERMS, terms))

    assert "Points: 0 = No evidence, 1 = Mentioned only" in usual
    assert (
        "Points: 0 = Not met, 1 = Partly met, 2 = Fully met. An essential criterion is met from 2 points"
        in own
    )
    assert "This is the scale of vacancy LM-3." in own
    assert ("Candidate’s code" in usual, "Candidate’s code" in own) == (True, False)


@pytest.mark.parametrize(("is_blind", "label"), [(True, "Candidate’s code"), (False, "Your name")])
def test_a_statement_asks_for_a_name_only_where_names_are_seen(*, is_blind: bool, label: str) -> None:
    words = words_of(build_statement_form(write(PLANS), replace(USUAL_TERMS, is_blind=is_blind)))

    assert [one in words for one in ("Candidate’s code", "Your name")] == [
        label == "Candidate’s code",
        label == "Your name",
    ]


def test_the_heading_of_a_section_stays_with_its_first_row() -> None:
    table = docx.Document(BytesIO(build_score_form(write(PLANS, SINGS)))).tables[1]

    [heading] = [row for row in table.rows if row.cells[0].text == "Skills"]
    assert [one.paragraph_format.keep_with_next for one in heading.cells[0].paragraphs] == [True]


@pytest.mark.parametrize("build", [build_document, build_score_form, build_statement_form])
def test_a_file_is_named_after_the_post(build: object) -> None:
    document = docx.Document(BytesIO(build(write(PLANS))))  # type: ignore[operator]

    assert document.core_properties.title.endswith("Learning Mentor, version 2")
