"""Blank forms of a confirmed specification, by pen or on a screen: for a panel, for a candidate."""

from typing import Any

from docx.oxml import OxmlElement
from docx.shared import Mm

from recruitment.domain.written_specification import WrittenSpecification
from recruitment.enums import Requirement
from recruitment.exports.specification.word import (
    add_row,
    add_section_row,
    add_table,
    new_document,
    plain,
    save,
)

SCORED_LETTERS = frozenset("AITPO")
SCORE_HEADS = ("Criterion", "Requirement", "How assessed", "Points", "What the points rest on")


def build_score_form(written: WrittenSpecification) -> bytes:
    """One candidate's score form: each criterion that a stage scores, with room for points and a note."""
    document = new_document(f"Score form: {written.name}", landscape=True)
    document.add_heading(plain(f"Score form: {written.profile.title}"), 1)
    document.add_paragraph(f"Person specification, version {written.number}")
    _add_blanks(document, ("Candidate’s code", "Scored by", "Stage", "Date"))
    document.add_paragraph(
        "Score alone, on what the candidate has shown. Write down what each number rests on. "
        "Do not look at a colleague’s form before yours is handed in."
    )
    if written.key:
        document.add_paragraph(plain(f"How assessed: {written.key_in_words}"))
    table = add_table(document, SCORE_HEADS, (100, 34, 28, 20, 79))
    for title, criteria in written.sections:
        scored = [one for one in criteria if SCORED_LETTERS & set(one.evidence)]
        if title and scored:
            add_section_row(table, title)
        for one in scored:
            requirement = Requirement(one.requirement).label
            row = add_row(table, (one.text, requirement, "/".join(one.evidence), "", ""), centred=(2,))
            row.height = Mm(13)
    document.add_paragraph()
    _add_blanks(document, ("Signature", "Date"))
    return save(document)


def build_statement_form(written: WrittenSpecification) -> bytes:
    """A candidate's form: a box under each criterion that the application form is to show.

    It asks for nothing about health, age or family; who somebody is belongs to the application form itself.
    """
    document = new_document(f"Supporting statement: {written.name}")
    document.add_heading(plain(f"Supporting statement: {written.profile.title}"), 1)
    document.add_paragraph(
        "Show under each heading how you meet it, with an example: where it was, what you did, what came "
        "of it. Paid and unpaid work, study and life outside work all count."
    )
    _add_blanks(document, ("Your name",))
    shown = [one for one in written.criteria if "A" in one.evidence]
    for number, one in enumerate(shown, start=1):
        kind = Requirement(one.requirement).label.lower()
        trainable = " You can also meet it by being ready to train." if one.is_trainable else ""
        document.add_heading(plain(f"{number}. {one.text}"), 2)
        below = document.add_paragraph(f"This is {kind}.{trainable}")
        below.paragraph_format.keep_with_next = True  # never at the foot of a page, its box on the next
        _add_box(document)
    return save(document)


def _add_blanks(document: Any, labels: tuple[str, ...]) -> None:
    table = document.add_table(rows=1, cols=2 * len(labels))
    table.style = "Table Grid"
    for place, label in enumerate(labels):
        table.rows[0].cells[2 * place].paragraphs[0].add_run(label).bold = True
    table.rows[0].height = Mm(9)
    document.add_paragraph()


def _add_box(document: Any) -> None:
    table = document.add_table(rows=1, cols=1)
    table.style = "Table Grid"
    table.rows[0].height = Mm(38)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
