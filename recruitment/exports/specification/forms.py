"""Blank forms of a confirmed specification, by pen or on a screen: for a panel, for a candidate."""

from typing import Any

from docx.oxml import OxmlElement
from docx.shared import Mm

from recruitment.domain.form_terms import USUAL_TERMS, FormTerms
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
SCORE_HEADS = ("No.", "Criterion", "Requirement", "How assessed", "Points", "What the points rest on")


def build_score_form(written: WrittenSpecification, terms: FormTerms = USUAL_TERMS) -> bytes:
    """One candidate's score form: each criterion that a stage scores, with room for points and a note."""
    document = new_document(f"Score form: {written.name}", landscape=True)
    document.add_heading(plain(f"Score form: {written.profile.title}"), 1)
    document.add_paragraph(f"Person specification, version {written.number}")
    _add_blanks(document, (terms.candidate_label, "Scored by", "Stage", "Date"))
    document.add_paragraph(
        "Score alone, on what the candidate has shown. Write down what each number rests on. "
        "Do not look at a colleague’s form before yours is handed in."
    )
    scale = document.add_paragraph()
    scale.add_run("Points: ").bold = True
    scale.add_run(plain(f"{terms.points_in_words}. {terms.threshold_in_words} {terms.origin_in_words}"))
    if written.key:
        document.add_paragraph(plain(f"How assessed: {written.key_in_words}"))
    table = add_table(document, SCORE_HEADS, (12, 92, 34, 26, 20, 77))
    for title, criteria in written.numbered_sections:
        scored = [(number, one) for number, one in criteria if SCORED_LETTERS & set(one.evidence)]
        if title and scored:
            add_section_row(table, title)
        for number, one in scored:
            requirement = Requirement(one.requirement).label
            texts = (str(number), one.text, requirement, "/".join(one.evidence), "", "")
            add_row(table, texts, centred=(0, 3)).height = Mm(13)
    document.add_paragraph()
    _add_blanks(document, ("Signature", "Date"))
    return save(document)


def build_statement_form(written: WrittenSpecification, terms: FormTerms = USUAL_TERMS) -> bytes:
    """A candidate's form: a box under each criterion that the application form is to show.

    Each criterion keeps the number it has in the person specification. Where the panel does not see names,
    the form has a place for the code that the school gives, and none for a name.
    It asks for nothing about health, age or family; who somebody is belongs to the application form itself.
    """
    document = new_document(f"Supporting statement: {written.name}")
    document.add_heading(plain(f"Supporting statement: {written.profile.title}"), 1)
    document.add_paragraph(
        "Show under each heading how you meet it, with an example: where it was, what you did, what came "
        "of it. Paid and unpaid work, study and life outside work all count."
    )
    if terms.is_blind:
        document.add_paragraph(
            "Leave the code empty: the school writes it in. The panel does not see your name, so please do "
            "not write it here."
        )
    _add_blanks(document, (terms.candidate_label,) if terms.is_blind else ("Your name",))
    shown = [(number, one) for number, one in written.numbered if "A" in one.evidence]
    if len(shown) < len(written.criteria):
        document.add_paragraph(
            "The numbers are those of the person specification. Those that are missing here are looked at "
            "in another way than by this form."
        )
    for number, one in shown:
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
