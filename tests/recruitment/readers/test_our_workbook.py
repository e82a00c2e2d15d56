"""Our own workbook: read back exactly, also after a person changed, added or sorted something in it."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruitment.domain.person_specification import Duty, Reading, SourceLine
from recruitment.domain.profile_draft import LONGEST, ProfileDraft, from_read_profile
from recruitment.domain.rows import EVIDENCE_LETTERS, sort_evidence, tidy
from recruitment.domain.written_specification import WrittenCriterion, WrittenSpecification, explain_letters
from recruitment.exports.specification.workbook import build_workbook
from recruitment.readers.reader import read_specification

# What would mean something else in another place.
ODD = (
    "1. Plans lessons",
    "- Plans lessons",
    "=SUM(A1)",
    "#N/A",
    "Essential",
    "Duties",
    "Grade: 5",
    "Person specification",
    "Section",
    "x",
    "A = Application form, I = Interview",
    "Purpose",
    "32.5",
)
WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"], exclude_characters="_"), max_size=60
).map(tidy)
TEXTS = st.one_of(WORDS.filter(bool), st.sampled_from(ODD))
PARAGRAPHS = st.lists(st.one_of(WORDS, st.sampled_from(ODD)), max_size=4).map(
    lambda lines: "\n".join(lines).strip("\n")
)
CRITERIA = st.builds(
    WrittenCriterion,
    text=TEXTS,
    section=st.one_of(st.just(""), TEXTS),
    requirement=st.sampled_from(["essential", "desirable"]),
    evidence=st.sets(st.sampled_from(EVIDENCE_LETTERS)).map(sort_evidence),
)
DUTIES = st.builds(Duty, section=st.one_of(st.none(), TEXTS), text=TEXTS)


@st.composite
def any_specification(draw: st.DrawFn) -> WrittenSpecification:
    fields: dict[str, Any] = {name: draw(WORDS)[:length].strip() for name, length in LONGEST.items()}
    profile = ProfileDraft(
        **{**fields, "title": draw(TEXTS)},
        purpose=draw(PARAGRAPHS),
        duties=tuple(draw(st.lists(DUTIES, max_size=6))),
    )
    criteria = tuple(draw(st.lists(CRITERIA, min_size=1, max_size=8)))
    meanings = {letter: draw(st.sampled_from(["", "Letter, signed", "Some other way"])) for letter in "AIR"}
    return WrittenSpecification(
        profile, 2, explain_letters([one.evidence for one in criteria], meanings), criteria
    )


def read(content: bytes) -> Reading:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "workbook"
        path.write_bytes(content)
        return read_specification(path, kind="xlsx")


def as_written(reading: Reading) -> WrittenSpecification:
    """What a version confirmed from this reading would be written from."""
    return WrittenSpecification(
        from_read_profile(reading.profile),
        2,
        tuple(reading.specifications[0].evidence_key.items()),
        tuple(
            WrittenCriterion(one.text, one.section or "", one.requirement or "", sort_evidence(one.evidence))
            for one in reading.criteria
        ),
    )


def changed(content: bytes, change: Callable[[openpyxl.Workbook], None]) -> bytes:
    """The workbook as a person saved it after a change."""
    book = openpyxl.load_workbook(BytesIO(content))
    change(book)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


@settings(max_examples=60, deadline=None)
@given(any_specification())
def test_whatever_is_written_is_read_back(written: WrittenSpecification) -> None:
    reading = read(build_workbook(written))

    assert (as_written(reading), reading.unread) == (written, ())
    assert [one.check for one in reading.criteria if "requirement" in one.check] == []


POST = ProfileDraft(
    title="Learning Mentor",
    employer="Millane Learning Trust",
    grade="Grade 6",
    hours="32.5",
    responsible_to="Headteacher",
    reports_to="Inclusion Lead",
    purpose="To help pupils learn.\nBarriers may include:\n• attendance\n• confidence",
    duties=(Duty(None, "Meet families"), Duty("Records", "Keep notes"), Duty("Records", "Write reports")),
)
PLANS = WrittenCriterion("Able to plan lessons", "Skills", "essential", "AI")
SINGS = WrittenCriterion("Leads singing", "Skills", "desirable", "O")
DEGREE = WrittenCriterion("A degree", "Qualifications", "essential", "AC")
WRITTEN = WrittenSpecification(
    POST, 2, explain_letters(["AI", "O", "AC"], {"O": "Seen with a group"}), (PLANS, SINGS, DEGREE)
)


def read_after(change: Callable[[openpyxl.Workbook], None]) -> Reading:
    return read(changed(build_workbook(WRITTEN), change))


def test_nothing_is_lost_when_it_is_saved_again() -> None:
    assert as_written(read_after(lambda _: None)) == WRITTEN


def pages(book: Any) -> tuple[Any, Any, Any]:
    return book["Person specification"], book["The post"], book["Duties"]


def test_cells_that_a_person_changed_say_what_she_wrote() -> None:
    def change(book: Any) -> None:
        criteria, post, duties = pages(book)
        criteria["B3"], criteria["C3"], criteria["D3"] = "Able to plan and teach", None, "✓"
        criteria["E3"] = "Application form, interview"
        post["B6"] = 35
        duties["A3"] = "Families"

    assert as_written(read_after(change)) == replace(
        WRITTEN,
        profile=replace(POST, hours="35", duties=(Duty("Families", "Meet families"), *POST.duties[1:])),
        criteria=(
            replace(PLANS, text="Able to plan and teach", requirement="desirable"),
            SINGS,
            DEGREE,
        ),
    )


def test_rows_that_a_person_sorted_keep_what_they_say() -> None:
    def sort(book: Any) -> None:
        criteria, _, duties = pages(book)
        for sheet, first, last in ((criteria, 3, 5), (duties, 3, 5)):
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(first, last)]
            rows.sort(key=lambda cells: cells[1])
            for number, cells in enumerate(rows, start=first):
                for column, value in enumerate(cells, start=1):
                    sheet.cell(number, column).value = value

    assert as_written(read_after(sort)) == replace(
        WRITTEN,
        criteria=(DEGREE, PLANS, SINGS),
        profile=replace(POST, duties=(POST.duties[1], POST.duties[0], POST.duties[2])),
    )


def test_rows_and_columns_that_a_person_added_are_read_too() -> None:
    def add(book: Any) -> None:
        criteria, post, duties = pages(book)
        criteria.insert_rows(4)
        criteria["B4"], criteria["C4"], criteria["E4"] = "Swims\nwell", "yes", "i"
        criteria.insert_cols(1)
        criteria["A2"], criteria["A3"] = "Weight", 3
        post.append(["", "• sleep"])
        post.append(["Salary", "£24,000"])
        duties.append(["", "Join the team"])

    reading = read_after(add)

    assert as_written(reading) == replace(
        WRITTEN,
        criteria=(PLANS, WrittenCriterion("Swims well", "", "essential", "I"), SINGS, DEGREE),
        profile=replace(
            POST,
            salary="£24,000",
            purpose=f"{POST.purpose}\n• sleep",
            duties=(*POST.duties, Duty(None, "Join the team")),
        ),
    )
    assert [(one.weight, one.check) for one in reading.criteria][:2] == [(3, ()), (None, ("section",))]


def test_what_is_not_clear_is_left_to_a_person() -> None:
    def blur(book: Any) -> None:
        criteria, post, _ = pages(book)
        criteria["D3"] = "X"
        criteria["C4"], criteria["D4"] = None, None
        criteria["E5"] = "we shall see"
        criteria["F5"] = "ask Priya"
        criteria.append(["Skills"])
        post.append(["Car park", "Space 4"])
        book.create_sheet("Notes").append(["Advertise", "in May"])

    reading = read_after(blur)

    assert [(one.requirement, one.evidence, one.check) for one in reading.criteria] == [
        (None, ("A", "I"), ("requirement",)),
        (None, ("O",), ()),
        ("essential", (), ("evidence",)),
    ]
    assert reading.unread == ("ask Priya", "Skills", "Car park | Space 4", "Advertise | in May")


def test_a_sheet_of_duties_may_be_taken_out() -> None:
    reading = read_after(lambda book: book.remove(book["Duties"]))

    assert as_written(reading) == replace(WRITTEN, profile=replace(POST, duties=()))


def test_a_workbook_as_we_wrote_it_first_is_read_too() -> None:
    """The post without a head, its duties below it on the same sheet."""

    def write_as_before(book: Any) -> None:
        _, post, duties = pages(book)
        post.delete_rows(1, 2)
        for section, text in duties.iter_rows(3, values_only=True):
            post.append([section or "Duty", text])
        book.remove(duties)

    assert as_written(read_after(write_as_before)) == WRITTEN


def test_rows_are_shown_with_the_need_that_is_marked() -> None:
    reading = read(build_workbook(WRITTEN))

    [line] = [line for line in reading.lines if line.line == 3]
    assert (line.text, line.shown) == (
        "Skills | Able to plan lessons | X | A/I",
        "Skills | Able to plan lessons | X (Essential) | A/I",
    )
    assert reading.criteria[0].source == SourceLine(None, 3)


@pytest.mark.parametrize("sheet", ["Person specification", "The post"])
def test_a_workbook_that_has_not_our_sheets_is_read_like_any_other(sheet: str) -> None:
    def rename(book: Any) -> None:
        book[sheet].title = "Sheet 1"

    assert [one.text for one in read_after(rename).criteria][:2] == ["Able to plan lessons", "Leads singing"]
