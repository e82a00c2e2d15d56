"""A school's own Word document with its table rewritten, its marks kept, and read back before it leaves."""

import base64
from collections.abc import Callable
from dataclasses import asdict, astuple, replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruitment.domain.person_specification import Duty
from recruitment.domain.profile_draft import ProfileDraft, from_read_profile
from recruitment.domain.rows import sort_evidence
from recruitment.domain.written_specification import WrittenCriterion
from recruitment.exports.specification.own_document import LAYOUTS as LAYOUT_WORDS
from recruitment.exports.specification.own_document import REASONS
from recruitment.exports.specification.own_profile import fields_of
from recruitment.exports.specification.rewriting import Answer, rewrite
from recruitment.readers.reader import read_specification
from tests.recruitment.readers.generated_documents.__main__ import write_file
from tests.recruitment.readers.generated_documents.layouts import layout_names, write_document
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
    content = answer_of(path, criteria).content
    return base64.b64decode(content) if content else None


def profile_of(path: Path) -> ProfileDraft:
    return from_read_profile(read_specification(path, kind="docx").profile)


def answer_of(path: Path, criteria: Criteria, **changed: Any) -> Answer:
    """With the facts of the post as the document says them, but for those changed."""
    profile = replace(profile_of(path), **changed)
    return rewrite(str(path), [asdict(one) for one in criteria], fields_of(profile))


def rows_of(content: bytes) -> list[list[str]]:
    [table] = docx.Document(BytesIO(content)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def reword(criteria: Criteria) -> Criteria:
    return [replace(criteria[0], text=f"{criteria[0].text} every week"), *criteria[1:]]


def make_desirable(criteria: Criteria) -> Criteria:
    return [replace(criteria[0], requirement="desirable"), *criteria[1:]]


def leave_one_out(criteria: Criteria) -> Criteria:
    return [*criteria[:3], *criteria[4:]]


def reword_one_and_leave_one_out(criteria: Criteria) -> Criteria:
    return leave_one_out(reword(criteria))


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

    assert answer_of(school_file, [*criteria, new]) == Answer(None, "", "no_section", 4, "Swims", "section")


def list_file(tmp_path: Path, *essential: str) -> Path:
    word = WordFile()
    word.heading("Person specification")
    word.heading("Essential", 2)
    word.bullets(*essential)
    word.heading("Desirable", 2)
    word.bullets("Sings", "Swims")
    return word.save(tmp_path)


def test_a_document_that_does_not_say_how_criteria_are_assessed_has_no_place_for_it(tmp_path: Path) -> None:
    path = list_file(tmp_path, "Plans small groups", "Keeps records exact")

    answer = answer_of(path, assess_otherwise(criteria_of(path)))

    assert answer == Answer(None, "", "no_evidence", 1, "Plans small groups", "evidence")


def test_a_document_that_does_not_say_what_is_essential_has_no_place_for_it(tmp_path: Path) -> None:
    word = WordFile()
    word.heading("Person specification")
    word.heading("Skills", 2)
    word.bullets("Plans small groups", "Keeps records exact")
    path = word.save(tmp_path)
    wanted = [replace(one, requirement="essential") for one in criteria_of(path)]

    assert answer_of(path, wanted) == Answer(
        None, "", "no_requirement", 1, "Plans small groups", "requirement"
    )


def test_a_criterion_goes_below_the_heading_that_says_what_it_is(tmp_path: Path) -> None:
    path = list_file(tmp_path, "Plans small groups", "Keeps records exact")

    content = rewritten(path, make_desirable(criteria_of(path)))

    assert content is not None
    assert [one.text for one in docx.Document(BytesIO(content)).paragraphs] == [
        "Person specification",
        "Essential",
        "Keeps records exact",
        "Desirable",
        "Plans small groups",
        "Sings",
        "Swims",
    ]


def test_new_words_stand_in_the_fonts_of_the_old(tmp_path: Path) -> None:
    path = list_file(tmp_path, "Plans small groups", "Keeps records exact")
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.italic, run.bold = False, "Plans" in run.text
    document.save(str(path))

    content = rewritten(path, reword(criteria_of(path)))

    assert content is not None
    [run] = docx.Document(BytesIO(content)).paragraphs[2].runs
    assert (run.text, bool(run.italic), run.bold) == ("Plans small groups every week", False, True)


def test_rows_with_a_letter_say_the_other_letter(tmp_path: Path) -> None:
    word = WordFile()
    word.heading("Person specification")
    word.table(
        ["No", "Criteria", "E/D", "Evidence"],
        ["1", "Plans small groups", "E", "A, I"],
        ["2", "Keeps records exact", "E", "A"],
        ["3", "Leads singing", "E", "I"],
    )
    path = word.save(tmp_path)
    criteria = criteria_of(path)

    content = rewritten(path, [criteria[0], replace(criteria[2], requirement="desirable")])

    assert content is not None
    assert rows_of(content)[1:] == [
        ["1", "Plans small groups", "E", "A, I"],
        ["2", "Leads singing", "D", "I"],
    ]


# Several criteria in one cell or paragraph, or no facts: what cannot be written leaves in our layout.
OTHER_LAYOUTS = {"stacked", "semicolons", "unmarked"}
LAYOUTS = [name for name in layout_names() if name not in OTHER_LAYOUTS]


@pytest.fixture(scope="module")
def layouts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Criteria]]:
    """A document of each layout with its criteria."""
    folder = tmp_path_factory.mktemp("layouts")
    paths = {
        name: write_file(write_document(2, name), "docx", folder).with_suffix(".docx") for name in LAYOUTS
    }
    return {name: (path, criteria_of(path)) for name, path in paths.items()}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_can_be_written(
    tmp_path: Path, layouts: dict[str, tuple[Path, Criteria]], layout: str
) -> None:
    """The first row said otherwise, the fourth taken out, all others as they were."""
    path, criteria = layouts[layout]
    wanted = reword_one_and_leave_one_out(criteria)
    written = tmp_path / "written.docx"

    content = rewritten(path, wanted)

    assert content is not None
    written.write_bytes(content)
    assert sorted(map(astuple, criteria_of(written))) == sorted(map(astuple, wanted))


def test_criteria_that_share_a_paragraph_are_not_written_into_it(tmp_path: Path) -> None:
    path = write_file(write_document(2, "semicolons"), "docx", tmp_path).with_suffix(".docx")

    answer = answer_of(path, criteria_of(path))

    assert (answer.content, answer.reason) == (None, "no_place")
    assert answer.words in {one.text for one in criteria_of(path)}


@settings(max_examples=6, deadline=None)
@given(
    st.integers(1, 10_000),
    st.sampled_from([*LAYOUTS, "semicolons"]),
    st.sampled_from([make_desirable, turn_round, add_one, assess_otherwise]),
)
def test_what_comes_out_says_what_was_wanted(
    seed: int, layout: str, change: Callable[[Criteria], Criteria]
) -> None:
    with TemporaryDirectory() as folder:
        path = write_file(write_document(seed, layout), "docx", Path(folder)).with_suffix(".docx")
        wanted = change(criteria_of(path))
        answer = answer_of(path, wanted)
        if answer.content is None:
            assert answer.reason in REASONS
            return
        written = Path(folder) / "written.docx"
        written.write_bytes(base64.b64decode(answer.content))

        assert answer.layout in LAYOUT_WORDS
        assert sorted(map(astuple, criteria_of(written))) == sorted(map(astuple, wanted))


def form_file(tmp_path: Path, *, in_table: bool) -> Path:
    """A form with the label in bold, in a table or line by line, over a list."""
    word = WordFile()
    rows = [("Job title:", "Mentor"), ("Grade:", "Grade 6"), ("Reports to:", "Inclusion Lead")]
    if in_table:
        word.table(*rows)
    else:
        for label, value in rows:
            line = word.document.add_paragraph()
            line.add_run(f"{label} ").bold = True
            line.add_run(value)
    word.heading("Main duties")
    word.bullets("Meet pupils", "Write reports")
    word.heading("Person specification")
    word.heading("Essential", 2)
    word.bullets("Plans small groups", "Keeps records exact")
    return word.save(tmp_path)


@pytest.mark.parametrize("in_table", [True, False])
def test_facts_of_the_post_are_written_where_the_document_says_such_facts(
    tmp_path: Path, *, in_table: bool
) -> None:
    path = form_file(tmp_path, in_table=in_table)
    changed = {"grade": "Grade 7", "hours": "32.5", "reports_to": "Headteacher"}

    answer = answer_of(path, reword(criteria_of(path)), **changed)

    written = tmp_path / "written.docx"
    written.write_bytes(base64.b64decode(answer.content or ""))
    assert answer.unsaid == ()
    assert profile_of(written) == replace(profile_of(path), **changed)
    assert criteria_of(written) == reword(criteria_of(path))


def test_a_fact_on_a_new_line_has_its_label_in_bold_like_the_others(tmp_path: Path) -> None:
    path = form_file(tmp_path, in_table=False)

    content = answer_of(path, criteria_of(path), hours="32.5").content

    made = docx.Document(BytesIO(base64.b64decode(content or ""))).paragraphs[3]
    assert [(run.text, run.bold) for run in made.runs] == [("Hours: ", True), ("32.5", None)]


def test_an_empty_place_beside_a_label_is_filled(tmp_path: Path) -> None:
    word = WordFile()
    word.table(["Job title", "Mentor"], ["Hours", ""])
    word.heading("Person specification")
    word.table(["Criteria", "E/D"], ["Plans small groups", "E"], ["Keeps records exact", "E"])
    path = word.save(tmp_path)

    content = answer_of(path, criteria_of(path), hours="32.5").content

    form = docx.Document(BytesIO(base64.b64decode(content or ""))).tables[0]
    assert [[cell.text for cell in row.cells] for row in form.rows] == [
        ["Job title", "Mentor"],
        ["Hours", "32.5"],
    ]


def test_what_has_no_place_in_the_document_is_named(tmp_path: Path) -> None:
    path = list_file(tmp_path, "Plans small groups", "Keeps records exact")

    answer = answer_of(path, criteria_of(path), hours="32.5", duties=(Duty(None, "Meet pupils"),))

    assert (answer.content is not None, answer.unsaid) == (True, ("hours", "duties"))


def test_the_same_words_in_another_place_stay(tmp_path: Path) -> None:
    word = WordFile()
    word.heading("Main duties")
    word.bullets("Meet the Inclusion Lead", "Write reports")
    word.table(["Job title", "Mentor"], ["Reports to", "Inclusion Lead"])
    word.heading("Person specification")
    word.heading("Essential", 2)
    word.bullets("Plans with the Inclusion Lead", "Keeps records exact")
    path = word.save(tmp_path)

    content = answer_of(path, criteria_of(path), reports_to="Headteacher").content

    document = docx.Document(BytesIO(base64.b64decode(content or "")))
    assert document.tables[0].cell(1, 1).text == "Headteacher"
    assert [one.text for one in document.paragraphs if "Inclusion Lead" in one.text] == [
        "Meet the Inclusion Lead",
        "Plans with the Inclusion Lead",
    ]
