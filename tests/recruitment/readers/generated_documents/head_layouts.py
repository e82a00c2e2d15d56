"""Tables whose heads say what no column repeats, or say it on two lines."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.recruitment.readers.generated_documents import wordings
from tests.recruitment.readers.generated_documents.evidence import evidence_style, lettered_style
from tests.recruitment.readers.generated_documents.page import Box, Element, Grid, Paragraph, box, grid
from tests.recruitment.readers.generated_documents.post import NEEDS, Group, Post, TrueCriterion
from tests.recruitment.readers.generated_documents.specification import Specification
from tests.recruitment.readers.generated_documents.table_columns import (
    Column,
    joint_column,
    mark_columns,
    text_column,
)
from tests.recruitment.readers.generated_documents.table_shapes import criterion_row, grid_with_section_rows

_NARROW = re.compile(r"(?<=\w{3})(?=view|tion|ence|cate|ment)")  # where a narrow column breaks a word
_BELOW = box(follows=True)
_COPIED_NEEDS = ("E / D", "E/D", "Essential/Desirable")
_COPIED_METHODS = ("Assessed by", "M.O.A.", "Evidence", "How assessed")


def two_line_heads(post: Post) -> Specification:
    """“Requirement” over Essential and Desirable, “Assessed by” over a column for each method."""
    columns = [text_column(post), *mark_columns(post), *_method_columns(post)]
    over = (post.pick(("Requirement", "Importance")), post.pick(("Assessed by", "How assessed", "Evidence")))
    beside = post.chance(0.5)
    first = [box(post.pick(wordings.CATEGORIES), bold=True)] if beside else []
    spans = [box(over[0], span=2, bold=True), box(over[1], span=len(columns) - 3, bold=True)]
    rows = [
        [*first, box(columns[0].head, bold=True), *spans],
        [*(_BELOW for _ in first), _BELOW, *(box(column.head, bold=True) for column in columns[1:])],
    ]
    for group in post.groups:
        rows += [] if beside else [[box(group.name, span=len(columns), bold=True)]]
        for place, item in enumerate(group.criteria):
            name = [box(group.name) if place == 0 else _BELOW] if beside else []
            rows.append([*name, *criterion_row(columns, item)])
    table = grid(rows, [*(4 for _ in first), *(column.width for column in columns)])
    table = replace(table, text_as=post.pick(("sheet", "pasted")))
    return Specification((table,), tuple(post.criteria), survives=False)


def copied_rows(post: Post) -> Specification:
    """“Criteria E / D Assessed by” over rows that a text has line by line, as out of a PDF viewer."""
    style = replace(evidence_style(post), in_words=False, key="top", joiner=post.pick(("/", ", ", " ")))
    columns = [
        Column("Criteria", 9, lambda item: item.text),
        replace(joint_column(post), head=post.pick(_COPIED_NEEDS)),
        Column(post.pick(_COPIED_METHODS), 3, lambda item: style.write(item.evidence)),
    ]
    table = _beside_sections(columns, post.groups)
    return Specification((*style.note("top"), table), tuple(post.criteria), survives=False)


def copied_needs(post: Post) -> Specification:
    """“Criteria Essential M.O.A.” over the essential rows, and a like head over the desirable ones."""
    style = replace(evidence_style(post), in_words=False, key="top", joiner=post.pick(("/", ", ")))
    names = post.rng.choice((("Essential", "Desirable"), ("ESSENTIAL", "DESIRABLE")))
    method = post.pick(_COPIED_METHODS)
    elements: list[Element] = []
    criteria: list[TrueCriterion] = []
    for need, name in zip(NEEDS, names, strict=True):
        groups = [Group(group.name, tuple(group.of(need))) for group in post.groups if group.of(need)]
        columns = [
            Column(name, 9, lambda item: item.text),
            Column(method, 3, lambda item: style.write(item.evidence)),
        ]
        elements += [*style.note("top"), _beside_sections(columns, groups, "Criteria")] if groups else []
        criteria += [item for group in groups for item in group.criteria]
    return Specification(tuple(elements), tuple(criteria), survives=False)


def stacked_methods(post: Post) -> Specification:
    """Bullets side by side, and beside them the methods in words below each other for the whole row."""
    style = replace(evidence_style(post), in_words=True)
    place = post.rng.randint(0, len(wordings.ESSENTIAL) - 1)
    heads = ("", wordings.ESSENTIAL[place], wordings.DESIRABLE[place], style.head)
    rows = [[box(head, bold=True) for head in heads]]
    criteria: list[TrueCriterion] = []
    for group in post.groups:
        evidence = group.criteria[0].evidence
        sides = [box(*(item.text for item in group.of(need)), marker="bullet") for need in NEEDS]
        ways = (code.words.capitalize() for code in post.codes if code.letter in evidence)
        rows.append([box(group.name, bold=True), *sides, box(*ways)])
        criteria += [replace(item, evidence=evidence) for item in group.criteria]
    table = replace(grid(rows, (3, 6, 6, 3)), text_as="pasted")
    return Specification((table,), tuple(criteria), survives=False)


def competencies(post: Post) -> Specification:
    """Below the table of criteria a framework of competencies, of which a paragraph says how they count."""
    style = replace(evidence_style(post), key="top")
    columns = [
        text_column(post),
        joint_column(post),
        Column(style.head, 3, lambda item: style.write(item.evidence)),
    ]
    chosen = post.rng.sample(wordings.COMPETENCIES, post.rng.randint(3, 5))
    heads = ("Competency", "Level", post.pick(wordings.COMPETENCY_HEADS))
    rows = [[box(head, bold=True) for head in heads]]
    rows += [[box(name), box(str(post.rng.randint(1, 4))), box(text)] for name, text in chosen]
    note = post.pick((
        "All the competencies below are essential and they are assessed at interview.",
        "The competencies in this section are essential. They will be explored at interview.",
    ))  # fmt: skip
    title = post.pick(("Competencies", "Behaviours", "Our competencies"))
    elements = (
        *style.note("top"),
        grid_with_section_rows(columns, post.groups, ruled=True),
        Paragraph(title, bold=True, heading=post.rng.choice((0, 2))),
        Paragraph(note),
        replace(grid(rows, (4, 1, 9)), text_as=post.pick(("sheet", "pasted"))),
    )
    shown = [TrueCriterion(text, name, "essential", ("I",)) for name, text in chosen]
    return Specification(elements, (*post.criteria, *shown), survives=False)


def copied_ranks(post: Post) -> Specification:
    """“Criteria Rank How identified” below a note that says what the ranks mean."""
    style = replace(evidence_style(post), in_words=True, joiner=" / ")
    ranks = post.rng.choice((("A", "B"), ("1", "2")))
    note = "Rank {} = essential, nobody can do without. Rank {} = desirable, it could be learned."
    columns = [
        Column("Criteria", 9, lambda item: item.text),
        Column(post.pick(("Rank", "Ranking")), 1, lambda item: ranks[item.requirement != "essential"]),
        Column(post.pick(("How identified", "How assessed")), 4, lambda item: style.write(item.evidence)),
    ]
    table = replace(grid_with_section_rows(columns, post.groups, ruled=True), text_as="copied")
    return Specification((Paragraph(note.format(*ranks)), table), tuple(post.criteria), survives=False)


def copied_signs_first(post: Post) -> Specification:
    """“Measured by Criterion E/D” or “E/D Criterion Assessed by” over rows that begin with a sign."""
    style = replace(evidence_style(post), in_words=False, key="top", joiner=post.pick(("/", ", ")))
    how = Column(post.pick(("Measured by", *_COPIED_METHODS)), 3, lambda item: style.write(item.evidence))
    need = replace(joint_column(post), head=post.pick(_COPIED_NEEDS))
    wording = Column(post.pick(("Criteria", "Criterion", "Requirements")), 9, lambda item: item.text)
    columns = [need, wording, how] if post.chance(0.5) else [how, wording, need]
    table = replace(grid_with_section_rows(columns, post.groups, ruled=True), text_as="led")
    return Specification((*style.note("top"), table), tuple(post.criteria), survives=False)


def copied_stages(post: Post) -> Specification:
    """“Education Stage” over the rows of a section, below “Essential criteria”, and letters behind them."""
    style = lettered_style(post, "/", ", ")
    style = replace(style, key="top")
    method = post.pick(("Stage", "Assessed", "How assessed"))
    elements: list[Element] = [*style.note("top")]
    criteria: list[TrueCriterion] = []
    for need in NEEDS:
        elements.append(Paragraph(f"{need} criteria".upper(), bold=True))
        for group in post.groups:
            rows = [[box(item.text), box(style.write(item.evidence))] for item in group.of(need)]
            head = [box(group.name, bold=True), box(method, bold=True)]
            elements += [replace(grid([head, *rows], (9, 3)), text_as="copied")] if rows else []
            criteria += group.of(need)
    return Specification(tuple(elements), tuple(criteria), survives=False)


HEAD_LAYOUTS: dict[str, Callable[[Post], Specification]] = {
    "two_line_heads": two_line_heads,
    "copied_rows": copied_rows,
    "copied_needs": copied_needs,
    "copied_ranks": copied_ranks,
    "copied_signs_first": copied_signs_first,
    "copied_stages": copied_stages,
    "stacked_methods": stacked_methods,
    "competencies": competencies,
}


def _method_columns(post: Post) -> list[Column]:
    """A column for each method; the head of one is broken as narrow columns break words."""
    tick = post.pick(wordings.TICKS)
    names = [code.words.capitalize() for code in post.codes]
    broken = post.rng.randint(0, 1)
    names[broken] = _NARROW.sub("-", names[broken], count=1)
    return [
        Column(name, 2, lambda item, code=code: tick if code.letter in item.evidence else "")  # type: ignore[misc]
        for name, code in zip(names, post.codes, strict=True)
    ]


def _beside_sections(columns: Sequence[Column], groups: Sequence[Group], head: str = "") -> Grid:
    """The section at the left of its first row; a text has its lines as they are copied."""
    rows: list[list[Box]] = [[box(head, bold=True), *(box(column.head, bold=True) for column in columns)]]
    for group in groups:
        rows += [
            [box(group.name) if place == 0 else _BELOW, *criterion_row(columns, item)]
            for place, item in enumerate(group.criteria)
        ]
    return replace(grid(rows, [4, *(column.width for column in columns)]), text_as="copied")
