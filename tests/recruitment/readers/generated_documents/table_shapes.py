"""The ways in which a table of criteria names its sections."""

from collections.abc import Sequence

from tests.recruitment.readers.generated_documents import wordings
from tests.recruitment.readers.generated_documents.page import Box, Element, Paragraph, box, grid
from tests.recruitment.readers.generated_documents.post import Group, Post, TrueCriterion
from tests.recruitment.readers.generated_documents.table_columns import Column


def head_row(columns: Sequence[Column]) -> list[Box]:
    return [box(column.head, bold=True) for column in columns]


def criterion_row(columns: Sequence[Column], item: TrueCriterion) -> list[Box]:
    return [box(column.write(item)) for column in columns]


def grid_with_section_rows(columns: Sequence[Column], groups: Sequence[Group], *, ruled: bool) -> Element:
    rows = [head_row(columns)]
    for group in groups:
        rows.append([box(group.name, span=len(columns), bold=True)])
        rows += [criterion_row(columns, item) for item in group.criteria]
    return grid(rows, [column.width for column in columns], ruled=ruled)


def _rows_shape(post: Post, columns: list[Column], ruled: bool) -> list[Element]:
    return [grid_with_section_rows(columns, post.groups, ruled=ruled)]


def _column_shape(post: Post, columns: list[Column], ruled: bool) -> list[Element]:
    """The section in its own column, on the first row of the group alone or on each."""
    repeats = post.chance(0.5)
    rows = [[box(post.pick(wordings.CATEGORIES), bold=True), *head_row(columns)]]
    for group in post.groups:
        rows += [
            [box(group.name if place == 0 or repeats else ""), *criterion_row(columns, item)]
            for place, item in enumerate(group.criteria)
        ]
    return [grid(rows, [4, *(column.width for column in columns)], ruled=ruled)]


def _merged_column_shape(post: Post, columns: list[Column], ruled: bool) -> list[Element]:
    rows = [[box(post.pick(wordings.CATEGORIES), bold=True), *head_row(columns)]]
    for group in post.groups:
        rows += [
            [box(group.name, bold=True) if place == 0 else box(follows=True), *criterion_row(columns, item)]
            for place, item in enumerate(group.criteria)
        ]
    return [grid(rows, [4, *(column.width for column in columns)])]


def _heads_shape(post: Post, columns: list[Column], ruled: bool) -> list[Element]:
    """The section in the place of “Criteria” in a head that is repeated for each."""
    text = max(range(len(columns)), key=lambda index: columns[index].width)
    rows: list[list[Box]] = []
    for group in post.groups:
        head = head_row(columns)
        head[text] = box(group.name, bold=True)
        rows += [head, *(criterion_row(columns, item) for item in group.criteria)]
    return [grid(rows, [column.width for column in columns], ruled=ruled)]


def _apart_shape(post: Post, columns: list[Column], ruled: bool) -> list[Element]:
    """A table for each section below its name."""
    elements: list[Element] = []
    for group in post.groups:
        elements.append(Paragraph(group.name, bold=True))
        rows = [head_row(columns), *(criterion_row(columns, item) for item in group.criteria)]
        elements.append(grid(rows, [column.width for column in columns], ruled=ruled))
    return elements


def _none_shape(post: Post, columns: list[Column], ruled: bool) -> list[Element]:
    rows = [head_row(columns), *(criterion_row(columns, item) for item in post.criteria)]
    return [grid(rows, [column.width for column in columns], ruled=ruled)]


SHAPES = {
    "rows": _rows_shape,
    "column": _column_shape,
    "merged column": _merged_column_shape,
    "heads": _heads_shape,
    "apart": _apart_shape,
    "none": _none_shape,
}
