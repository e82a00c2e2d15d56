"""Tables whose text came out of a browser, a viewer or a form: cells by lines, and heads that wrap."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.recruitment.readers.generated_documents import wordings
from tests.recruitment.readers.generated_documents.evidence import EvidenceStyle, evidence_style
from tests.recruitment.readers.generated_documents.head_layouts import stacked_methods
from tests.recruitment.readers.generated_documents.page import Element, Grid, Paragraph, box, grid
from tests.recruitment.readers.generated_documents.post import NEEDS, Post, TrueCriterion
from tests.recruitment.readers.generated_documents.specification import Specification
from tests.recruitment.readers.generated_documents.table_columns import Column, joint_column, mark_columns
from tests.recruitment.readers.generated_documents.table_shapes import criterion_row, grid_with_section_rows

_WEIGHTS = ("High", "Medium", "Low")
_NAMES = ("Criteria", "Criterion", "Attribute")
_METHODS = ("Assessed by", "Assessed via", "Method of assessment", "How assessed")
_FEWEST_BESIDE = 3  # codes with nothing but their words beside them


def tabbed_cells(post: Post) -> Specification:
    """Marks and codes, whose cells a browser parts by lines with a tab alone."""
    style = _coded(post)
    columns = [
        Column(post.pick(_NAMES), 9, lambda item: item.text),
        *mark_columns(post),
        _evidence_column(post, style),
    ]
    table = replace(grid_with_section_rows(columns, post.groups, ruled=True), text_as="celled")
    return Specification((*_key_of(post, style), table), tuple(post.criteria), survives=False)


def copied_words(post: Post) -> Specification:
    """“Essential Application form / Interview” at the end of the first printed line of each wording."""
    style = replace(evidence_style(post), in_words=True, joiner=" / ")
    words = ("Essential", "Desirable")
    columns = [
        Column(post.pick(_NAMES), 9, lambda item: item.text),
        Column("Essential or Desirable", 2, lambda item: words[item.requirement != "essential"]),
        _evidence_column(post, style),
    ]
    table = replace(grid_with_section_rows(columns, post.groups, ruled=True), text_as="wrapped")
    return Specification((table,), tuple(post.criteria), survives=False)


def copied_weights(post: Post) -> Specification:
    """“E High AF/I” behind each wording: how much it counts between the need and the methods."""
    style = _coded(post)
    columns = [
        Column(post.pick(_NAMES), 9, lambda item: item.text),
        replace(joint_column(post), head="E/D"),
        Column("Weight", 2, lambda item: post.pick(_WEIGHTS)),
        _evidence_column(post, style),
    ]
    table = replace(grid_with_section_rows(columns, post.groups, ruled=True), text_as="signed")
    return Specification((*style.note("top"), table), tuple(post.criteria), survives=False)


def needs_apart(post: Post) -> Specification:
    """“Criteria | Essential | Method” and “Criteria | Desirable | Method” below the name of each section."""
    style = replace(evidence_style(post), in_words=True, joiner=" / ")
    name, how, tick = post.pick(_NAMES), post.pick(_METHODS), post.pick(wordings.TICKS)
    elements: list[Element] = []
    for group in post.groups:
        elements.append(Paragraph(group.name, bold=True))
        for need in NEEDS:
            rows = [[box(item.text), box(tick), box(style.write(item.evidence))] for item in group.of(need)]
            head = [box(text, bold=True) for text in (name, need.capitalize(), how)]
            elements += [replace(grid([head, *rows], (9, 2, 4)), text_as="listed")] if rows else []
    return Specification(tuple(elements), tuple(post.criteria), survives=False)


def methods_below(post: Post) -> Specification:
    """“Criterion | Assessed via” below “Essential criteria”, and again below “Desirable criteria”."""
    style = replace(evidence_style(post), in_words=True, joiner=" / ")
    columns = [
        Column(post.pick(("Criterion", "Criteria")), 9, lambda item: item.text),
        Column(post.pick(_METHODS), 4, lambda item: style.write(item.evidence)),
    ]
    elements: list[Element] = []
    criteria: list[TrueCriterion] = []
    for need in NEEDS:
        rows = [[box(column.head, bold=True) for column in columns]]
        for group in post.groups:
            own = group.of(need)
            rows += [[box(group.name, span=2, bold=True)]] if own else []
            rows += [criterion_row(columns, item) for item in own]
            criteria += own
        elements.append(Paragraph(f"{need.capitalize()} criteria", bold=True))
        elements.append(replace(grid(rows, (9, 4)), text_as="one"))
    return Specification(tuple(elements), tuple(criteria), survives=False)


def areas_beside(post: Post) -> Specification:
    """Lists beside the name of their area and its methods, with no space between the areas in a text."""
    made = stacked_methods(post)
    elements = tuple(
        replace(element, text_as="close") if isinstance(element, Grid) else element
        for element in made.elements
    )
    return replace(made, elements=elements)


PASTED_LAYOUTS: dict[str, Callable[[Post], Specification]] = {
    "tabbed_cells": tabbed_cells,
    "copied_words": copied_words,
    "copied_weights": copied_weights,
    "needs_apart": needs_apart,
    "methods_below": methods_below,
    "areas_beside": areas_beside,
}


def _coded(post: Post) -> EvidenceStyle:
    return replace(evidence_style(post), in_words=False, key="top", joiner=post.pick(("/", ", ")))


def _evidence_column(post: Post, style: EvidenceStyle) -> Column:
    return Column(post.pick(_METHODS), 4, lambda item: style.write(item.evidence))


def _key_of(post: Post, style: EvidenceStyle) -> Sequence[Paragraph]:
    """The key with signs; or, where the codes abbreviate their words, with nothing between the two."""
    codes = style.codes
    abbreviate = all(
        code.code[0].lower() in {word[0] for word in code.words.lower().split()} for code in codes
    )
    if len(codes) < _FEWEST_BESIDE or not abbreviate or post.chance(0.3):
        return style.note("top")
    return [Paragraph("  ".join(f"{code.code} {code.words.lower()}" for code in codes))]
