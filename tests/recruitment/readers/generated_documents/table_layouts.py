"""Specifications as tables: marks, letters, words, ticks for each method, wordings side by side."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.recruitment.readers.generated_documents import wordings
from tests.recruitment.readers.generated_documents.evidence import EvidenceStyle, evidence_style
from tests.recruitment.readers.generated_documents.page import Element, Grid, Paragraph, box, grid
from tests.recruitment.readers.generated_documents.post import Group, Post, TrueCriterion
from tests.recruitment.readers.generated_documents.specification import Specification
from tests.recruitment.readers.generated_documents.table_columns import (
    Column,
    evidence_columns,
    joint_column,
    mark_columns,
    text_column,
)
from tests.recruitment.readers.generated_documents.table_shapes import SHAPES, grid_with_section_rows

_COLOURS = (
    (("green", "C6E0B4"), ("yellow", "FFF2CC")),
    (("blue", "9DC3E6"), ("orange", "F4B084")),
    (("yellow", "FFFF00"), ("grey", "D9D9D9")),
)


def marks(post: Post) -> Specification:
    """A tick below essential or desirable."""
    style = evidence_style(post)
    columns = [text_column(post), *mark_columns(post), *evidence_columns(post, style)]
    return _table(post, style, columns)


def letters(post: Post) -> Specification:
    """One column with E or D, or with the words."""
    style = evidence_style(post)
    columns = [text_column(post), joint_column(post), *evidence_columns(post, style)]
    if post.chance(0.3):
        columns = [columns[0], *columns[2:], columns[1]]
    return _table(post, style, columns)


def method_ticks(post: Post) -> Specification:
    """A tick column for each method."""
    style = evidence_style(post)
    tick = post.pick(wordings.TICKS)
    names = [
        code.words.capitalize() if post.chance(0.4) or style.key == "nowhere" else code.code
        for code in style.codes
    ]
    ways = [
        Column(name, 2, lambda item, code=code: tick if code.letter in item.evidence else "")  # type: ignore[misc]
        for name, code in zip(names, style.codes, strict=True)
    ]
    needs = mark_columns(post) if post.chance(0.5) else [joint_column(post)]
    style = replace(style, in_words=False, key="top" if style.key == "head" else style.key)
    return _table(post, style, [text_column(post), *needs, *ways])


def letters_in_columns(post: Post) -> Specification:
    """The evidence itself stands below essential or desirable in place of a tick."""
    style = replace(evidence_style(post), in_words=False)
    style = replace(style, key="top" if style.key == "head" else style.key)
    essential, desirable = post.rng.choice(tuple(zip(wordings.ESSENTIAL, wordings.DESIRABLE, strict=True)))
    columns = [
        text_column(post),
        Column(
            essential, 3, lambda item: style.write(item.evidence) if item.requirement == "essential" else ""
        ),
        Column(
            desirable, 3, lambda item: style.write(item.evidence) if item.requirement == "desirable" else ""
        ),
    ]
    return _table(post, style, columns)


def weights(post: Post) -> Specification:
    """A weight beside the letter and the evidence."""
    style = evidence_style(post)
    weight = Column(post.pick(wordings.WEIGHTS), 2, lambda _: str(post.rng.randint(1, 5)))
    return _table(
        post, style, [text_column(post), joint_column(post), weight, *evidence_columns(post, style)]
    )


def coded_rows(post: Post) -> Specification:
    """E1, E2, D1 in the first column, and no other place that says what is essential."""
    style = evidence_style(post)
    counts = {"essential": 0, "desirable": 0}

    def code(item: TrueCriterion) -> str:
        need = item.requirement or ""
        counts[need] += 1
        return f"{need[:1].upper()}{counts[need]}"

    numbered = Column(post.pick(wordings.NUMBERS), 1, code)
    columns = [
        numbered,
        text_column(post),
        Column(style.column_head(), 3, lambda item: style.write(item.evidence)),
    ]
    shape = post.pick(("rows", "column", "none"))
    elements = SHAPES[shape](post, columns, post.chance(0.8))
    criteria = [replace(item, section=None if shape == "none" else item.section) for item in post.criteria]
    return Specification(
        (*style.note("top"), *elements, *style.note("bottom")), tuple(criteria), survives=False
    )


def tables_by_requirement(post: Post) -> Specification:
    """One table of essential and one of desirable criteria, each below its heading."""
    style = evidence_style(post)
    elements: list[Element] = [*style.note("top")]
    criteria: list[TrueCriterion] = []
    titles = {
        "essential": post.pick(("Essential criteria", "Essential", "ESSENTIAL REQUIREMENTS")),
        "desirable": post.pick(("Desirable criteria", "Desirable", "DESIRABLE REQUIREMENTS")),
    }
    for requirement, title in titles.items():
        groups = [
            Group(group.name, tuple(item for item in group.criteria if item.requirement == requirement))
            for group in post.groups
        ]
        groups = [group for group in groups if group.criteria]
        elements.append(Paragraph(title, bold=True))
        columns = [Column(post.pick(("Criteria", "Criterion", "Requirement")), 9, lambda item: item.text),
                   Column(style.column_head(), 4, lambda item: style.write(item.evidence))]  # fmt: skip
        elements.append(grid_with_section_rows(columns, groups, ruled=True))
        criteria += [item for group in groups for item in group.criteria]
    return Specification((*elements, *style.note("bottom")), tuple(criteria), survives=False)


def side_by_side(post: Post) -> Specification:
    """Essential and desirable wordings beside each other, one row for each section."""
    style = evidence_style(post)
    marker = post.pick(("bullet", "", "bullet", "typed"))
    lead, marker = (post.pick(wordings.TYPED_BULLETS), "") if marker == "typed" else ("", marker)
    place = post.rng.randint(0, len(wordings.ESSENTIAL) - 1)
    heads = [post.pick(wordings.CATEGORIES), wordings.ESSENTIAL[place], wordings.DESIRABLE[place]]
    evidenced = post.chance(0.7)
    rows = [[box(head, bold=True) for head in [*heads, *([style.column_head()] if evidenced else [])]]]
    criteria: list[TrueCriterion] = []
    for group in post.groups:
        evidence = group.criteria[0].evidence if evidenced else ()
        cells = [box(group.name, bold=post.chance(0.5))]
        for requirement in ("essential", "desirable"):
            own = group.of(requirement)  # type: ignore[arg-type]
            cells.append(box(*(lead + item.text for item in own), marker=marker))
            criteria += [replace(item, evidence=evidence) for item in own]
        rows.append([*cells, *([box(style.write(evidence))] if evidenced else [])])
    notes = (style.note("top"), style.note("bottom")) if evidenced else ([], [])
    widths = (3, 6, 6, 3) if evidenced else (3, 6, 6)
    return Specification((*notes[0], grid(rows, widths), *notes[1]), tuple(criteria), survives=False)


def stacked(post: Post) -> Specification:
    """One row for each section, its wordings, letters and evidence stacked line beside line."""
    style = replace(evidence_style(post), in_words=False)
    marker = post.pick(("bullet", "", "typed"))
    lead, marker = (post.pick(wordings.TYPED_BULLETS), "") if marker == "typed" else ("", marker)
    heads = [post.pick(("Attribute", "Area", "Category")), post.pick(("Criteria", "Requirements"))]
    heads += [post.pick(wordings.JOINT),
             style.column_head()]  # fmt: skip
    rows = [[box(head, bold=True) for head in heads]]
    for group in post.groups:
        letters_of = [("E" if item.requirement == "essential" else "D") for item in group.criteria]
        rows.append(
            [
                box(group.name),
                box(*(lead + item.text for item in group.criteria), marker=marker),
                box(*letters_of),
                box(*(style.write(item.evidence) for item in group.criteria)),
            ]
        )
    elements = (*style.note("top"), grid(rows, (3, 9, 2, 3)), *style.note("bottom"))
    return Specification(elements, tuple(post.criteria), survives=False)


def coloured_rows(post: Post) -> Specification:
    """A note says which colour of a row is essential; a text has lost it."""
    style = evidence_style(post)
    (dark, dark_fill), (light, light_fill) = post.rng.choice(_COLOURS)
    note = f"Criteria shaded {dark} are essential and those shaded {light} are desirable."
    columns = [Column("Criteria", 9, lambda item: item.text),
               Column(style.column_head(), 4, lambda item: style.write(item.evidence))]  # fmt: skip
    rows = [[box(column.head, bold=True) for column in columns]]
    for group in post.groups:
        rows.append([box(group.name, span=2, bold=True)])
        for item in group.criteria:
            fill = dark_fill if item.requirement == "essential" else light_fill
            rows.append([replace(box(column.write(item)), fill=fill) for column in columns])
    table = replace(grid(rows, (9, 4)), text_as="pasted")
    elements = (Paragraph(note), *style.note("top"), table, *style.note("bottom"))
    unsaid = tuple(replace(item, requirement=None) for item in post.criteria)
    return Specification(elements, tuple(post.criteria), survives=False, in_text=unsaid)


TABLE_LAYOUTS: dict[str, Callable[[Post], Specification]] = {
    "marks": marks,
    "letters": letters,
    "method_ticks": method_ticks,
    "letters_in_columns": letters_in_columns,
    "weights": weights,
    "coded_rows": coded_rows,
    "tables_by_requirement": tables_by_requirement,
    "side_by_side": side_by_side,
    "stacked": stacked,
    "coloured_rows": coloured_rows,
}


def _table(post: Post, style: EvidenceStyle, columns: list[Column]) -> Specification:
    """Rows under a head, with the sections in one of the ways that documents name them."""
    says_evidence = any(
        column.write(_FULL) not in {"", "E"} for column in columns if column.head
    ) and _has_evidence(columns)
    shape = post.pick(("rows", "rows", "column", "merged column", "heads", "apart", "none"))
    if shape != "column" and post.chance(0.25):
        numbers = iter(range(1, 200))
        columns = [Column(post.pick(wordings.NUMBERS), 1, lambda _: str(next(numbers))), *columns]
    ruled = post.chance(0.8)
    elements = SHAPES[shape](post, columns, ruled)
    elements = [_with_head(element, post) if isinstance(element, Grid) else element for element in elements]
    criteria = [
        replace(
            item,
            section=None if shape == "none" else item.section,
            evidence=item.evidence if says_evidence else (),
        )
        for item in post.criteria
    ]
    notes = (style.note("top"), style.note("bottom")) if says_evidence else ([], [])
    return Specification((*notes[0], *elements, *notes[1]), tuple(criteria), survives=_survives(columns))


def _with_head(grid: Grid, post: Post) -> Grid:
    """The head on each page, or its narrow columns with words that are printed upwards."""
    if not grid.ruled or not post.chance(0.3):
        return grid
    if post.chance(0.5):
        return replace(grid, repeats=True)
    head = tuple(
        replace(box, turned=width == 2) for box, width in zip(grid.rows[0], grid.widths, strict=True)
    )
    return replace(grid, rows=(head, *grid.rows[1:]))


_FULL = TrueCriterion("", None, "essential", ("A",))
_BARE = TrueCriterion("", None, "essential", ())


def _has_evidence(columns: Sequence[Column]) -> bool:
    """Whether any column says more of a criterion with evidence than of one without."""
    return any(
        column.write(_FULL) != column.write(_BARE)
        for column in columns
        if column.head not in wordings.WEIGHTS
    )


def _survives(columns: Sequence[Column]) -> bool:
    """In a text that loses empty cells, a mark below essential or desirable no longer says which."""
    return (
        any(column.head in wordings.JOINT for column in columns)
        and sum(column.width == 2 for column in columns) == 1
    )
