"""A confirmed version as a Word document in a clean layout of ours, which our own reader reads back."""

from typing import Any

from recruitment.domain.written_specification import WrittenSpecification
from recruitment.exports.specification.word import (
    add_row,
    add_section_row,
    add_table,
    new_document,
    plain,
    save,
)
from recruitment.readers.purpose import BULLET

MARK = "✓"


def build_document(written: WrittenSpecification) -> bytes:
    """The post, its purpose and duties, the person specification with its key."""
    document = new_document(written.name)
    document.add_heading("Job description", 1)
    for label, value in written.facts:
        line = document.add_paragraph()
        line.add_run(f"{label}: ").bold = True
        line.add_run(plain(value))
    _add_purpose_and_duties(document, written)
    document.add_heading("Person specification", 1)
    if written.key:
        document.add_paragraph(plain(f"Evidence: {written.key_in_words}"))
    _add_criteria(document, written)
    return save(document)


def _add_purpose_and_duties(document: Any, written: WrittenSpecification) -> None:
    if written.profile.purpose:
        document.add_heading("Purpose of the post", 1)
        for part in written.profile.purpose.splitlines():
            item = part.strip()
            if item.startswith(BULLET):
                document.add_paragraph(plain(item.removeprefix(BULLET)), style="List Bullet")
            elif item:
                document.add_paragraph(plain(item))
    if written.duties:
        document.add_heading("Main duties", 1)
    for group in written.duties:
        if group.section:
            document.add_heading(plain(group.section), 2)
        for text in group.texts:
            document.add_paragraph(plain(text), style="List Bullet")


def _add_criteria(document: Any, written: WrittenSpecification) -> None:
    table = add_table(document, ("Criterion", "Essential", "Desirable", "Evidence"), (96, 26, 26, 26))
    for title, criteria in written.sections:
        if title:
            add_section_row(table, title)
        for one in criteria:
            marks = [MARK if one.requirement == name else "" for name in ("essential", "desirable")]
            add_row(table, (one.text, *marks, "/".join(one.evidence)), centred=(1, 2, 3))
