"""What changes nothing for a person changes nothing for the reader."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest

from recruitment.domain.person_specification import Reading
from recruitment.readers.reader import read_specification, read_text
from tests.recruitment.readers.generated_documents.layouts import layout_names, write_document
from tests.recruitment.readers.generated_documents.text_writer import write_text
from tests.recruitment.readers.generated_documents.word_writer import write_word
from tests.recruitment.readers.samples import facts


def more_blank_lines(text: str) -> str:
    return text.replace("\n\n", "\n\n\n\n")


def smart_quotes(text: str) -> str:
    return text.replace("'", "’")


def hard_spaces(text: str) -> str:
    return text.replace(" of ", "\u00a0of\u00a0")


def blanks_at_the_end(text: str) -> str:
    return "\n".join(f"{line}  " if line and "\t" not in line else line for line in text.split("\n"))


def windows_line_ends(text: str) -> str:
    return text.replace("\n", "\r\n")


def page_footers(text: str) -> str:
    return text.replace("\n\n", "\n\nPage 3 of 4\n\n")


CHANGES = [more_blank_lines, smart_quotes, hard_spaces, blanks_at_the_end, windows_line_ends, page_footers]


def plain(found: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [tuple(part.replace("’", "'") if isinstance(part, str) else part for part in one) for one in found]


@cache
def text_as_written(layout: str) -> tuple[str, Reading]:
    """A text of this layout and its reading, made once for all that is changed in it."""
    document = write_document(11, layout)
    text = write_text(document.elements, 11, survives=document.survives)
    return text, read_text(text)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("layout", layout_names())
def test_a_text_says_the_same(layout: str, change: Callable[[str], str]) -> None:
    text, before = text_as_written(layout)

    after = read_text(change(text))

    assert plain(facts(after)) == plain(facts(before))
    assert len(before.criteria) > 0


@pytest.mark.parametrize("layout", layout_names())
def test_a_word_file_says_the_same(layout: str, tmp_path: Path) -> None:
    path = write_word(write_document(12, layout).elements, tmp_path / "document.docx")
    before = read_specification(path, kind="docx")
    changed = docx.Document(str(path))
    changed.sections[0].footer.paragraphs[0].text = "Page 1 of 4"
    for paragraph in changed.paragraphs:
        paragraph.insert_paragraph_before("")
        for run in paragraph.runs:
            run.text = run.text.replace("'", "’").replace(" of ", "\u00a0of\u00a0")
    changed.save(str(path))

    after = read_specification(path, kind="docx")

    assert plain(facts(after)) == plain(facts(before))
    assert before.profile.title == after.profile.title
