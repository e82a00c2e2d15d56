"""From a whole document to what it says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.domain.errors import DomainError
from recruitment.domain.person_specification import Reading
from recruitment.readers.reader import MAX_TEXT, read_specification, read_text
from recruitment.readers.reading_json import reading_from_json, reading_to_json
from tests.recruitment.readers.samples import WordFile, facts

DOCUMENTS = Path(__file__).resolve().parents[3] / "fixtures" / "documents"
TRUTH = Path(__file__).parent / "truth"
NAMES = ["learning-mentor-elsa", "elsa-home-link-worker"]
KINDS = ["docx", "pdf", "txt"]


def read(name: str, kind: str) -> Reading:
    return read_specification(DOCUMENTS / f"{name}.{kind}", kind=kind)


def truth(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((TRUTH / f"{name}.json").read_text(encoding="utf-8"))
    return found


def plain(text: str | None) -> str | None:
    """A wording without its full stop, which some formats keep and some lose."""
    return text.rstrip(".").replace("’", "'") if text else text


def true_facts(name: str) -> list[tuple[Any, ...]]:
    return [
        (plain(item["text"]), item["section"], item["requirement"], tuple(sorted(item["evidence"])))
        for item in truth(name)["criteria"]
    ]


def read_facts(reading: Reading) -> list[tuple[Any, ...]]:
    return [
        (plain(item.text), item.section, item.requirement, tuple(sorted(item.evidence)))
        for item in reading.criteria
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_every_criterion_of_the_two_documents_is_right(name: str, kind: str) -> None:
    reading = read(name, kind)

    assert read_facts(reading) == true_facts(name)
    assert [item.check for item in reading.criteria if item.check] == []
    assert reading.unread == ()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_the_specifications_stay_apart_and_keep_their_key(name: str, kind: str) -> None:
    expected = truth(name)
    sizes = [sum(item["specification"] == number for item in expected["criteria"]) for number in (1, 2)]

    reading = read(name, kind)

    assert [len(part.criteria) for part in reading.specifications] == [size for size in sizes if size]
    assert dict(reading.specifications[-1].evidence_key) == expected["evidence_key"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_the_profile_of_the_two_documents_is_right(name: str, kind: str) -> None:
    expected = truth(name)["profile"]

    profile = read(name, kind).profile

    assert {field: getattr(profile, field) for field in expected if field != "duties"} == {
        field: value for field, value in expected.items() if field != "duties"
    }
    assert [plain(duty.text) for duty in profile.duties] == [plain(text) for text in expected["duties"]]


@pytest.mark.parametrize("kind", KINDS)
def test_both_lines_of_command_are_kept_apart(kind: str) -> None:
    profile = read("elsa-home-link-worker", kind).profile

    assert (profile.responsible_to, profile.reports_to) == ("Headteacher", "Inclusion Leader")


@pytest.mark.parametrize("kind", KINDS)
def test_the_second_list_keeps_the_other_post_it_was_written_for(kind: str) -> None:
    reading = read("elsa-home-link-worker", kind)

    assert [part.title for part in reading.specifications] == [
        "ELSA & Home Link Worker",
        "Teaching Assistant",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_contradictions_between_the_two_lists_are_found(kind: str) -> None:
    reading = read("elsa-home-link-worker", kind)

    found = [finding.criteria for finding in reading.findings if finding.code == "contradiction"]

    assert found == [(0, 28), (1, 24), (9, 20)]


def test_the_promise_of_old_disclosures_is_found_where_the_notice_stands() -> None:
    [finding] = [f for f in read("elsa-home-link-worker", "txt").findings if f.code == "outdated_disclosure"]
    lines = (DOCUMENTS / "elsa-home-link-worker.txt").read_text(encoding="utf-8").splitlines()

    assert finding.source is not None
    assert "reprimands or final warnings" in lines[finding.source.line - 1]


@pytest.mark.parametrize("name", NAMES)
def test_each_criterion_of_a_text_points_at_its_line(name: str) -> None:
    lines = (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()

    for item in read(name, "txt").criteria:
        assert item.source is not None
        assert item.text[:40] in lines[item.source.line - 1]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_each_criterion_points_at_a_line_that_is_shown(name: str, kind: str) -> None:
    reading = read(name, kind)
    shown = {(line.page, line.line): line.text for line in reading.lines}

    for item in reading.criteria:
        assert item.source is not None
        assert item.text[:20] in shown[item.source.page, item.source.line]


@pytest.mark.parametrize("kind", KINDS)
def test_a_reading_survives_json(kind: str) -> None:
    reading = read("elsa-home-link-worker", kind)

    assert reading_from_json(json.loads(json.dumps(reading_to_json(reading)))) == reading


def test_findings_count_from_one_in_json() -> None:
    found = reading_to_json(read("elsa-home-link-worker", "txt"))["findings"]

    assert [f["criteria"] for f in found if f["code"] == "contradiction"] == [[1, 29], [2, 25], [10, 21]]


CHANGES = {
    "more blank lines": lambda text: re.sub(r"\n\n", "\n\n\n\n", text),
    "smart quotes": lambda text: text.replace("'", "’"),
    "unbreakable spaces": lambda text: text.replace(" ", "\u00a0"),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "page feet": lambda text: re.sub(r"\n\n", "\n\nPage 2 of 7\n\n", text),
    "spaces at line ends": lambda text: re.sub(r"(?m)([^\t\n])$", r"\1  ", text),
    "a mark at the start": lambda text: "\ufeff" + text,
    "bullets of another font": lambda text: re.sub(r"(?m)^- ", "\uf0b7 ", text),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", NAMES)
def test_what_does_not_change_the_meaning_changes_nothing(name: str, change: str) -> None:
    text = (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8")
    before, after = read_text(text), read_text(CHANGES[change](text))

    assert read_facts(after) == read_facts(before)
    assert [plain(duty.text) for duty in after.profile.duties] == [
        plain(duty.text) for duty in before.profile.duties
    ]
    assert after.profile.title == before.profile.title


@pytest.mark.parametrize("text", ["", "   \n\t\n", "\u200b"])
def test_a_document_without_words_is_refused(text: str) -> None:
    with pytest.raises(DomainError) as caught:
        read_text(text)

    assert caught.value.code == "empty"


@pytest.mark.parametrize(("length", "fits"), [(MAX_TEXT, True), (MAX_TEXT + 1, False)])
def test_a_text_longer_than_any_job_document_is_refused(length: int, fits: bool) -> None:
    text = ("word " * (length // 5 + 1))[:length]

    if fits:
        assert read_text(text).criteria == ()
    else:
        with pytest.raises(DomainError, match="longer than a job document"):
            read_text(text)


LONG_PIECES = ["A", "E", "School ", "a/", "E/D ", "(a", "1.1 ", "A = "]


@pytest.mark.parametrize(("piece", "end"), [*((piece, " word") for piece in LONG_PIECES), ("School ", "")])
def test_a_very_long_line_is_read_in_good_time(piece: str, end: str) -> None:
    """A pattern that takes the square of the length sits here for minutes."""
    long_line = piece * (60_000 // len(piece)) + end

    assert read_text(f"Person specification\n- Cooks (essential)\n- {long_line}").criteria[0].text == "Cooks"


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DomainError) as caught:
        read_specification(tmp_path / "x.odt", kind="odt")

    assert caught.value.code == "unknown_kind"


WORDS = st.sampled_from(
    [
        "Essential",
        "Desirable",
        "Person Specification",
        "Experience of teaching",
        "Criteria",
        "Evidence",
        "Skills",
        "Job Title:",
        "Duties",
        "Key: A – Application, I – Interview",
        "✓",
        "X",
        "A/I",
        "E",
        "D",
        "(E)",
        "|",
        " / ",
        "• ",
        "1. ",
        "*",
        "£",
        "  ",
        ":",
    ]
)


@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(st.one_of(WORDS, st.sampled_from(["\n", "\t"])), max_size=60).map("".join),
    )
)
@example("| | |\n|")
@example("Criteria / Essential / Desirable / Evidence\n/ / /")
@example("Criteria\tEssential\tDesirable\n\t\t\n")
def test_any_text_is_read_or_refused_but_never_breaks(text: str) -> None:
    try:
        reading = read_text(text)
    except DomainError as error:
        code, reading = error.code, None
    if reading is None:
        assert code == "empty"
        return
    assert {item.requirement for item in reading.criteria} <= {"essential", "desirable", None}
    assert {letter for item in reading.criteria for letter in item.evidence} <= set("AIRCTPOD")
    assert all(item.text.strip() for item in reading.criteria)


def test_a_job_description_without_a_specification_has_no_criteria(tmp_path: Path) -> None:
    word = WordFile()
    word.table(
        ["POST TITLE", "Grounds Keeper"],
        ["SALARY RANGE", "Grade 2\n£23,500"],
        ["RESPONSIBLE TO", "Site Manager"],
    )
    word.heading("Main duties", 2)
    word.bullets("Mow the playing field", "Keep the paths clear of leaves")

    reading = read_specification(word.save(tmp_path), kind="docx")

    assert facts(reading) == []
    assert (reading.profile.title, reading.profile.grade, reading.profile.salary) == (
        "Grounds Keeper",
        "Grade 2",
        "£23,500",
    )
    assert [duty.text for duty in reading.profile.duties] == [
        "Mow the playing field",
        "Keep the paths clear of leaves",
    ]
