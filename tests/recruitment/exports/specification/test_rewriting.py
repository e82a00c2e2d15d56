"""A school's own Word document with its table rewritten, its marks kept, and read back before it leaves."""

import base64
from collections.abc import Callable
from dataclasses import asdict, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from recruitment.domain.rows import sort_evidence
from recruitment.domain.written_specification import WrittenCriterion
from recruitment.exports.specification.rewriting import rewrite
from recruitment.readers.reader import read_specification
from tests.recruitment.readers.samples import WordFile, add_symbol

DOCUMENTS = Path(__file__).resolve().parents[4] / "fixtures" / "documents"
LEARNING_MENTOR = DOCUMENTS / "learning-mentor-elsa.docx"

type Criteria = list[WrittenCriterion]


def criteria_of(path: Path) -> Criteria:
    return [
        WrittenCriterion(one.text, one.section or "", one.requirement or "", sort_evidence(one.evidence))
        for one in read_specification(path, kind="docx").criteria
    ]


def rewritten(path: Path, criteria: Criteria) -> bytes | None:
    answer = rewrite(str(path), [asdict(one) for one in criteria])
    return base64.b64decode(answer) if answer else None


def rows_of(content: bytes) -> list[list[str]]:
    [table] = docx.Document(BytesIO(content)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def reword(criteria: Criteria) -> Criteria:
    return [replace(criteria[0], text=f"{criteria[0].text} every week"), *criteria[1:]]


def make_desirable(criteria: Criteria) -> Criteria:
    return [replace(criteria[0], requirement="desirable"), *criteria[1:]]


def leave_one_out(criteria: Criteria) -> Criteria:
    return [*criteria[:3], *criteria[4:]]


def turn_round(criteria: Criteria) -> Criteria:
    return [criteria[1], criteria[0], *criteria[2:]]


def add_one(criteria: Criteria) -> Criteria:
    new = WrittenCriterion("Keeps a calm room", criteria[0].section, "desirable", "AI")
    return [criteria[0], new, *criteria[1:]]


def assess_otherwise(criteria: Criteria) -> Criteria:
    return [replace(criteria[0], evidence="R"), *criteria[1:]]


@pytest.mark.parametrize(
    "change", [list, reword, make_desirable, leave_one_out, turn_round, add_one, assess_otherwise]
)
def test_what_was_changed_is_what_the_document_says(
    tmp_path: Path, change: Callable[[Criteria], Criteria]
) -> None:
    wanted = change(criteria_of(LEARNING_MENTOR))
    written = tmp_path / "written.docx"

    content = rewritten(LEARNING_MENTOR, wanted)

    assert content is not None
    written.write_bytes(content)
    assert criteria_of(written) == wanted


def test_everything_outside_the_table_stays_and_the_marks_are_the_schools() -> None:
    before = docx.Document(str(LEARNING_MENTOR))
    content = rewritten(LEARNING_MENTOR, make_desirable(criteria_of(LEARNING_MENTOR)))

    assert content is not None
    after = docx.Document(BytesIO(content))
    assert [one.text for one in after.paragraphs] == [one.text for one in before.paragraphs]
    was = [[cell.text for cell in row.cells] for row in before.tables[0].rows]
    now = rows_of(content)
    assert [place for place, row in enumerate(now) if row != was[place]] == [1]
    assert (was[1][1:3], now[1][1:3]) == (["✓", ""], ["", "✓"])


@pytest.fixture
def school_file(tmp_path: Path) -> Path:
    """Symbols for marks, letters with bars for evidence, one section a head."""
    word = WordFile()
    word.heading("Person specification")
    word.lines("A – Application form, I – Interview, R – Reference, C – Certificate")
    made: Any = word.table(
        ["Skills", "Essential", "Desirable", "Evidence"],
        ["Plans small groups", "", "", "A | I"],
        ["Keeps records exact", "", "", "A | R"],
        ["Leads singing", "", "", "I"],
    )
    for row, column in [(1, 1), (2, 1), (3, 2)]:
        add_symbol(made.cell(row, column), "F0FC")
    return word.save(tmp_path)


def test_a_new_row_is_made_like_its_neighbours(school_file: Path) -> None:
    criteria = criteria_of(school_file)
    new = WrittenCriterion("Repairs bicycles", "Skills", "desirable", "ACI")

    content = rewritten(school_file, [*criteria, new])

    assert content is not None
    assert rows_of(content)[-1] == ["Repairs bicycles", "", rows_of(content)[3][2], "A | C | I"]


def test_a_section_that_the_document_does_not_have_is_not_forced_into_it(school_file: Path) -> None:
    criteria = criteria_of(school_file)
    new = WrittenCriterion("Swims", "Outdoors", "desirable", "A")

    assert rewritten(school_file, [*criteria, new]) is None


def test_a_layout_that_is_not_understood_is_left_alone(tmp_path: Path) -> None:
    word = WordFile()
    word.heading("Person specification")
    word.heading("Essential", 2)
    word.bullets("Plans small groups", "Keeps records exact")
    path = word.save(tmp_path)

    assert rewritten(path, [WrittenCriterion("Plans small groups", "", "essential", "A")]) is None


def test_criteria_outside_the_table_keep_the_document_from_being_given_out() -> None:
    two_lists = DOCUMENTS / "elsa-home-link-worker.docx"

    assert rewritten(two_lists, criteria_of(two_lists)[20:]) is None
