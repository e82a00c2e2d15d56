"""Tables whose cells hold more than one fact, or one fact for many rows."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from tests.recruitment.readers.generated_documents import wordings
from tests.recruitment.readers.generated_documents.evidence import evidence_style, lettered_style
from tests.recruitment.readers.generated_documents.page import Box, Element, Paragraph, box, grid
from tests.recruitment.readers.generated_documents.post import NEEDS, Code, Post, TrueCriterion
from tests.recruitment.readers.generated_documents.specification import Specification
from tests.recruitment.readers.generated_documents.table_columns import (
    Column,
    joint_column,
    mark_columns,
    text_column,
)
from tests.recruitment.readers.generated_documents.table_shapes import SHAPES, criterion_row, head_row

_PANEL = (
    ("Met", "Not met", "Comments"),
    ("Met", "Partly met", "Not met"),
    ("Met", "Not met"),
    ("Met?", "Panel comments"),
    ("Score", "Comments"),
)
_BOXES = (("☒", "☐"), ("☑", "☐"), ("[x]", "[ ]"))


def merged_evidence(post: Post) -> Specification:
    """The evidence in words in one cell beside all rows of a section, in a text beside the first alone.

    Where that is so in several sections, it tells that the first row speaks for all.
    """
    style = replace(evidence_style(post), in_words=True)
    columns = [text_column(post), joint_column(post)]
    beside = post.chance(0.5)
    first = [box(post.pick(wordings.CATEGORIES), bold=True)] if beside else []
    rows = [[*first, *head_row(columns), box(style.column_head(), bold=True)]]
    criteria: list[TrueCriterion] = []
    in_text: list[TrueCriterion] = []
    for group in post.groups:
        evidence = group.criteria[0].evidence
        if not beside:
            rows.append([box(group.name, span=3, bold=True)])
        for place, item in enumerate(group.criteria):
            name = [_down(group.name, place)] if beside else []
            rows.append([*name, *criterion_row(columns, item), _down(style.write(evidence), place)])
            criteria.append(replace(item, evidence=evidence))
            in_text.append(replace(item, evidence=evidence if place == 0 else ()))
    table = grid(rows, [*([4] if beside else []), 9, 2, 4])
    tells = sum(len(group.criteria) > 1 for group in post.groups) >= 3
    unsaid = None if tells else tuple(in_text)
    return Specification((table,), tuple(criteria), survives=False, in_text=unsaid)


def merged_needs(post: Post) -> Specification:
    """“Essential” at the left beside all its sections and their rows, and “Desirable” below it."""
    style = evidence_style(post)
    place = post.rng.randint(0, len(wordings.ESSENTIAL) - 1)
    names = (wordings.ESSENTIAL[place], wordings.DESIRABLE[place])
    turned = post.chance(0.3)
    head = ["", post.pick(("Criteria", "Criterion", "Requirement", "Attributes")), style.column_head()]
    rows = [[box(words, bold=True) for words in head]]
    criteria: list[TrueCriterion] = []
    for need, name in zip(NEEDS, names, strict=True):
        left = replace(box(name, bold=True), turned=turned)
        for group in post.groups:
            own = group.of(need)
            if not own:
                continue
            rows.append([left, box(group.name, span=2, bold=True)])
            left = box(follows=True)
            rows += [[left, box(item.text), box(style.write(item.evidence))] for item in own]
            criteria += own
    elements = (*style.note("top"), grid(rows, (3, 9, 4)), *style.note("bottom"))
    return Specification(elements, tuple(criteria), survives=False)


def turned_table(post: Post) -> Specification:
    """The sections are the columns; essential, desirable and the means of assessment are the rows."""
    style = replace(evidence_style(post), in_words=True)
    groups = post.groups[:4]
    place = post.rng.randint(0, len(wordings.ESSENTIAL) - 1)
    names = (wordings.ESSENTIAL[place], wordings.DESIRABLE[place])
    rows = [[box(), *(box(group.name, bold=True) for group in groups)]]
    for need, name in zip(NEEDS, names, strict=True):
        texts = [[item.text for item in group.of(need)] for group in groups]
        rows.append([box(name, bold=True), *(box(*own, marker="bullet") for own in texts)])
    evidence = {group.name: group.criteria[0].evidence for group in groups}
    words = [box(style.write(evidence[group.name])) for group in groups]
    rows.append([box(style.head, bold=True), *words])
    criteria = [replace(item, evidence=evidence[group.name]) for group in groups for item in group.criteria]
    return Specification((grid(rows, (3, *(5 for _ in groups))),), tuple(criteria), survives=False)


def ticked_boxes(post: Post) -> Specification:
    """“☒ Essential ☐ Desirable” in one cell, and all methods with their boxes in another."""
    style = evidence_style(post)
    on, off = post.rng.choice(_BOXES)

    def needs(item: TrueCriterion) -> str:
        return "  ".join(f"{on if item.requirement == need else off} {need.capitalize()}" for need in NEEDS)

    def methods(item: TrueCriterion) -> str:
        return "  ".join(
            f"{on if code.letter in item.evidence else off} {code.words.capitalize()}" for code in post.codes
        )

    columns = [
        text_column(post),
        Column(post.pick(wordings.JOINT), 4, needs),
        Column(style.head, 5, methods),
    ]
    return _table(post, columns, post.criteria, survives=True)


def assessed_rows(post: Post) -> Specification:
    """Essential beside desirable, and after each section a row over both that says how it is assessed."""
    style = evidence_style(post)
    style = replace(style, key="top" if style.key == "head" else style.key)
    place = post.rng.randint(0, len(wordings.ESSENTIAL) - 1)
    lead = post.pick(("Assessed by: ", "Assessed by ", "How assessed: ", "Method of assessment: "))
    in_one = post.chance(0.5)
    rows = [[box(wordings.ESSENTIAL[place], bold=True), box(wordings.DESIRABLE[place], bold=True)]]
    criteria: list[TrueCriterion] = []
    for group in post.groups:
        evidence = group.criteria[0].evidence
        sides = [[item.text for item in group.of(need)] for need in NEEDS]
        rows.append([box(group.name, span=2, bold=True)])
        if in_one:
            rows.append([box(*own, marker="bullet") for own in sides])
        else:
            rows += [[box(one), box(other)] for one, other in zip_longest(*sides, fillvalue="")]
        rows.append([box(lead + style.write(evidence), span=2)])
        criteria += [replace(item, evidence=evidence) for item in group.criteria]
    elements = (*style.note("top"), grid(rows, (1, 1)), *style.note("bottom"))
    return Specification(elements, tuple(criteria), survives=False)


def lettered_sides(post: Post) -> Specification:
    """Essential beside desirable with letters behind each wording, below “1. Experience” over both."""
    style = lettered_style(post, "/", ",", "+")
    place = post.rng.randint(0, len(wordings.ESSENTIAL) - 1)
    form = post.pick(("{} ({})", "{} [{}]"))
    rows = [[box(wordings.ESSENTIAL[place], bold=True), box(wordings.DESIRABLE[place], bold=True)]]
    for number, group in enumerate(post.groups, 1):
        rows.append([box(f"{number}. {group.name}", span=2, bold=post.chance(0.5))])
        sides = [
            [form.format(item.text, style.write(item.evidence)) for item in group.of(need)] for need in NEEDS
        ]
        rows += [[box(one), box(other)] for one, other in zip_longest(*sides, fillvalue="")]
    elements = (*style.note("top"), grid(rows, (1, 1)), *style.note("bottom"))
    return Specification(elements, tuple(post.criteria), survives=False)


def numbered_sections(post: Post) -> Specification:
    """“1.0 | Qualifications” over the rows 1.1 and 1.2, each cell of its row apart."""
    style = evidence_style(post)
    marked = post.chance(0.4)
    needs = mark_columns(post) if marked else [joint_column(post)]
    columns = [text_column(post), *needs, Column(style.column_head(), 3, lambda it: style.write(it.evidence))]
    rows = [[box(post.pick(wordings.NUMBERS), bold=True), *head_row(columns)]]
    bold = post.chance(0.6)
    for number, group in enumerate(post.groups, 1):
        empty = [box() for _ in columns[1:]]
        rows.append([box(f"{number}.0", bold=bold), box(group.name, bold=bold), *empty])
        rows += [
            [box(f"{number}.{place}"), *criterion_row(columns, item)]
            for place, item in enumerate(group.criteria, 1)
        ]
    table = grid(rows, [2, *(column.width for column in columns)])
    elements = (*style.note("top"), table, *style.note("bottom"))
    return Specification(elements, tuple(post.criteria), survives=not marked)


def panel_columns(post: Post) -> Specification:
    """At the right columns that the panel fills in, still empty or with an open box."""
    style = evidence_style(post)
    marked = post.chance(0.4)
    open_box = post.pick(("", "☐"))
    signs = {"Met": open_box, "Partly met": open_box, "Not met": open_box}
    panel = [
        Column(name, 2, lambda _, name=name: signs.get(name, ""))  # type: ignore[misc]
        for name in post.rng.choice(_PANEL)
    ]
    columns = [
        text_column(post),
        *(mark_columns(post) if marked else [joint_column(post)]),
        Column(style.column_head(), 3, lambda item: style.write(item.evidence)),
        *panel,
    ]
    made = _table(post, columns, post.criteria, survives=not marked)
    return replace(made, elements=(*style.note("top"), *made.elements, *style.note("bottom")))


def number_codes(post: Post) -> Specification:
    """1, 2 and 3 in place of letters, which a key above or below explains."""
    codes = tuple(Code(str(number), code.words, code.letter) for number, code in enumerate(post.codes, 1))
    joiner, sign = post.pick((", ", "/", " & ", " and ")), post.pick((" = ", " – ", ": "))
    style = replace(evidence_style(post), codes=codes, in_words=False, joiner=joiner, key="bottom")
    key = Paragraph(style.lead + "; ".join(f"{code.code}{sign}{code.words}" for code in codes))
    marked = post.chance(0.4)
    columns = [
        text_column(post),
        *(mark_columns(post) if marked else [joint_column(post)]),
        Column(style.head, 3, lambda item: style.write(item.evidence)),
    ]
    made = _table(post, columns, post.criteria, survives=not marked)
    above = post.chance(0.3)
    return replace(made, elements=(key, *made.elements) if above else (*made.elements, key))


CELL_LAYOUTS: dict[str, Callable[[Post], Specification]] = {
    "merged_evidence": merged_evidence,
    "merged_needs": merged_needs,
    "turned_table": turned_table,
    "ticked_boxes": ticked_boxes,
    "assessed_rows": assessed_rows,
    "lettered_sides": lettered_sides,
    "numbered_sections": numbered_sections,
    "panel_columns": panel_columns,
    "number_codes": number_codes,
}


def _down(text: str, place: int) -> Box:
    """A cell that holds its words in the first row of a section and goes down over the others."""
    return box(text) if place == 0 else box(follows=True)


def _table(
    post: Post, columns: list[Column], criteria: Sequence[TrueCriterion], *, survives: bool
) -> Specification:
    """Rows under a head, with the sections in rows, in a column or in tables of their own."""
    shape = post.pick(("rows", "rows", "column", "merged column", "apart", "none"))
    elements: list[Element] = SHAPES[shape](post, columns, True)
    named = [replace(item, section=None) if shape == "none" else item for item in criteria]
    return Specification(tuple(elements), tuple(named), survives=survives)
