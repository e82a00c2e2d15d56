"""Tables whose text lost its columns or its marks; codes, numbers or methods still tell rows apart."""

from collections.abc import Callable
from dataclasses import replace

from tests.recruitment.readers.generated_documents.evidence import EvidenceStyle, lettered_style
from tests.recruitment.readers.generated_documents.page import Box, Element, Paragraph, box, grid
from tests.recruitment.readers.generated_documents.post import NEEDS, Post, TrueCriterion
from tests.recruitment.readers.generated_documents.specification import Specification
from tests.recruitment.readers.generated_documents.table_columns import Column, mark_columns
from tests.recruitment.readers.generated_documents.table_shapes import grid_with_section_rows

_AREAS = ("Area", "Category", "Attribute", "Criteria")
_NUMBERS = ("No", "No.")
_METHODS = ("Assessed by", "Method of assessment", "How assessed", "How tested")


def coded_columns(post: Post) -> Specification:
    """“E1 … (A, I)” and “D1 … (A)” in columns beside the name of their area."""
    style = _lettered(post)
    counts = dict.fromkeys(NEEDS, 0)
    rows = [[box(text, bold=True) for text in (post.pick(_AREAS), "Essential", "Desirable")]]
    for group in post.groups:
        sides: list[Box] = []
        for need in NEEDS:
            texts = []
            for item in group.of(need):
                counts[need] += 1
                texts.append(f"{need[0].upper()}{counts[need]} {item.text} ({style.write(item.evidence)})")
            sides.append(box(*texts))
        rows.append([box(group.name, bold=True), *sides])
    table = replace(grid(rows, (3, 7, 6)), text_as="coded")
    return Specification((*style.note("top"), table), tuple(post.criteria), survives=False)


def lost_marks(post: Post) -> Specification:
    """Marks in columns of their own, which a text lost: only the methods are left."""
    style = _lettered(post)
    columns = [
        Column("Criteria", 9, lambda item: item.text),
        *(
            replace(column, head=need.capitalize())
            for column, need in zip(mark_columns(post), NEEDS, strict=True)
        ),
        Column(post.pick(_METHODS), 3, lambda item: style.write(item.evidence)),
    ]
    table = grid_with_section_rows(columns, post.groups, ruled=True)
    unknown = tuple(replace(item, requirement=None) for item in post.criteria)
    return Specification(
        (*style.note("top"), replace(table, text_as="unmarked")),
        tuple(post.criteria),
        survives=False,
        in_text=unknown,
    )


def numbered_cells(post: Post) -> Specification:
    """A number, a wording, E or D and codes, each printed line of each cell on its own line."""
    style = _lettered(post)
    numbers = {item.text: str(place) for place, item in enumerate(post.criteria, 1)}
    columns = [
        Column(post.pick(_NUMBERS), 1, lambda item: numbers[item.text]),
        Column("Criteria", 9, lambda item: item.text),
        Column("E/D", 2, lambda item: "E" if item.requirement == "essential" else "D"),
        Column(post.pick(_METHODS), 3, lambda item: style.write(item.evidence)),
    ]
    table = grid_with_section_rows(columns, post.groups, ruled=True)
    elements: list[Element] = [*style.note("top"), replace(table, text_as="stacked")]
    return Specification(tuple(elements), tuple(post.criteria), survives=False)


def bracketed_key(post: Post) -> Specification:
    """“[A, I]” behind each item below “Essential” and “Desirable”, and a key with the codes first."""
    style = _lettered(post)
    elements: list[Element] = []
    criteria: list[TrueCriterion] = []
    for group in post.groups:
        elements.append(Paragraph(group.name, bold=True))
        for need in NEEDS:
            own = group.of(need)
            elements += [Paragraph(need.capitalize())] if own else []
            elements += [
                Paragraph(f"{item.text} [{style.write(item.evidence)}]", marker="bullet") for item in own
            ]
            criteria += own
    key = "   ".join(f"[{code.code}] {code.words.lower()}" for code in style.codes)
    return Specification((*elements, Paragraph(key)), tuple(criteria))


LOST_LAYOUTS: dict[str, Callable[[Post], Specification]] = {
    "coded_columns": coded_columns,
    "lost_marks": lost_marks,
    "numbered_cells": numbered_cells,
    "bracketed_key": bracketed_key,
}


def _lettered(post: Post) -> EvidenceStyle:
    """Capitals alone: other codes in brackets read as words."""
    style = replace(lettered_style(post, ", ", "/"), key="top")
    return replace(style, codes=tuple(replace(code, code=code.letter) for code in style.codes))
