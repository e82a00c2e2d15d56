"""Tables whose heads explain themselves or speak two languages, and rows that a text gives cell by cell."""

from collections.abc import Callable
from dataclasses import replace

from tests.recruitment.readers.generated_documents.evidence import evidence_style
from tests.recruitment.readers.generated_documents.page import Box, Element, Paragraph, box, grid
from tests.recruitment.readers.generated_documents.post import NEEDS, Group, Post, TrueCriterion
from tests.recruitment.readers.generated_documents.specification import Specification
from tests.recruitment.readers.generated_documents.table_columns import Column, joint_column
from tests.recruitment.readers.generated_documents.table_shapes import grid_with_section_rows

_EXPLAINED = (
    ("These are qualities without which the applicant could not be appointed.",
     "These are extra qualities which help to choose between applicants who meet all of the essential ones."),
    ("Without these an applicant will not be shortlisted for the post.",
     "Candidates who have these as well may be preferred when places at interview are few."),
)  # fmt: skip
_SPELT_OUT = {
    "A": "Contents of the application form",
    "I": "Discussion at interview",
    "R": "Professional references",
    "C": "Production of the applicant’s certificates",
}
_WELSH_HEADS = (
    "Meini Prawf / Criteria",
    "Hanfodol / Essential",
    "Dymunol / Desirable",
    "Dull Asesu / Assessed by",
)
_WELSH_SECTIONS = (
    "Cymwysterau / Qualifications",
    "Profiad / Experience",
    "Gwybodaeth a Sgiliau / Knowledge and Skills",
    "Sgiliau Iaith Gymraeg / Welsh Language Skills",
    "Rhinweddau Personol / Personal Qualities",
    "Arall / Other",
)
_WELSH_METHODS = {
    "A": "Cais / Application",
    "I": "Cyfweliad / Interview",
    "R": "Geirda / Reference",
    "T": "Prawf / Test",
    "C": "Tystysgrif / Certificate",
}


def grouped_rows(post: Post) -> Specification:
    """A row of three cells, which a web page gives as three lines with a blank one behind them."""
    style = replace(evidence_style(post), key="top")
    columns = [
        joint_column(post),
        Column(post.pick(("Criteria", "What we are looking for", "Criterion")), 9, lambda item: item.text),
        Column(style.head, 3, lambda item: style.write(item.evidence)),
    ]
    columns = columns if post.chance(0.7) else [columns[1], columns[0], columns[2]]
    table = replace(grid_with_section_rows(columns, post.groups, ruled=True), text_as="grouped")
    return Specification((*style.note("top"), table), tuple(post.criteria), survives=False)


def copied_methods(post: Post) -> Specification:
    """“Criteria How assessed” below “Essential criteria”, with the methods in words at the end of a line."""
    style = replace(evidence_style(post), in_words=True)
    elements: list[Element] = []
    criteria: list[TrueCriterion] = []
    for need, title in zip(NEEDS, ("Essential criteria", "Desirable criteria"), strict=True):
        groups = [Group(group.name, tuple(group.of(need))) for group in post.groups if group.of(need)]
        columns = [
            Column("Criteria", 9, lambda item: item.text),
            Column(
                post.pick(("How assessed", "Assessed by")),
                4,
                lambda item: " / ".join(
                    code.words.capitalize() for code in style.codes if code.letter in item.evidence
                ),
            ),
        ]
        elements += [Paragraph(title, bold=True)] if groups else []
        rows = [[box(column.head, bold=True) for column in columns]]
        for group in groups:
            rows.append([box(group.name, span=2, bold=True)])
            rows += [[box(column.write(item)) for column in columns] for item in group.criteria]
        elements += [replace(grid(rows, (9, 4)), text_as="copied")] if groups else []
        criteria += [item for group in groups for item in group.criteria]
    return Specification(tuple(elements), tuple(criteria), survives=False)


def explained_heads(post: Post) -> Specification:
    """“Essential: these are qualities without which …” over bullets, and methods spelt out beside them."""
    sentences = post.rng.choice(_EXPLAINED)
    heads = [
        box(""),
        *(box(need.capitalize(), text, bold=True) for need, text in zip(NEEDS, sentences, strict=True)),
    ]
    rows: list[list[Box]] = [[*heads, box("Method of assessment", bold=True)]]
    criteria: list[TrueCriterion] = []
    for group in post.groups:
        # As many as there are wordings beside them could be meant one for each.
        counts = [
            count for count in (1, 2, 3) if count == 1 or all(count != len(group.of(need)) for need in NEEDS)
        ]
        evidence = tuple(post.rng.sample(sorted(_SPELT_OUT), post.rng.choice(counts)))
        sides = [box(*(item.text for item in group.of(need)), marker="bullet") for need in NEEDS]
        rows.append([box(group.name, bold=True), *sides, box(*(_SPELT_OUT[letter] for letter in evidence))])
        criteria += [replace(item, evidence=evidence) for need in NEEDS for item in group.of(need)]
    return Specification(
        (replace(grid(rows, (3, 6, 6, 4)), text_as="pasted"),), tuple(criteria), survives=False
    )


def two_languages(post: Post) -> Specification:
    """Heads, sections and methods in Welsh and English."""
    tick = post.pick(("✓", "X", "✔"))
    rows: list[list[Box]] = [[box(head, bold=True) for head in _WELSH_HEADS]]
    criteria: list[TrueCriterion] = []
    for name, group in zip(_WELSH_SECTIONS, post.groups, strict=False):
        rows.append([box(name, span=4, bold=True)])
        for item in group.criteria:
            evidence = tuple(letter for letter in item.evidence if letter in _WELSH_METHODS) or ("I",)
            marks = [box(tick if item.requirement == need else "") for need in NEEDS]
            rows.append([box(item.text), *marks, box(*(_WELSH_METHODS[letter] for letter in evidence))])
            criteria.append(replace(item, section=name, evidence=evidence))
    table = replace(grid(rows, (9, 2, 2, 4)), text_as=post.pick(("pasted", "")))
    return Specification((table,), tuple(criteria), survives=False)


def numbered_needs(post: Post) -> Specification:
    """“1. Working with others” over “Essential”, and below it 1.1, 1.2, each with its letters in brackets."""
    style = replace(evidence_style(post), in_words=False, key="top", joiner=", ")
    elements: list[Element] = [*style.note("top")]
    criteria: list[TrueCriterion] = []
    for number, group in enumerate(post.groups, 1):
        elements.append(Paragraph(f"{number}. {group.name}", bold=True))
        place = 0
        for need in NEEDS:
            elements += [Paragraph(need.capitalize())] if group.of(need) else []
            for item in group.of(need):
                place += 1
                elements.append(Paragraph(f"{number}.{place} {item.text} [{style.write(item.evidence)}]"))
                criteria.append(item)
    return Specification(tuple(elements), tuple(criteria))


def slashed_rows(post: Post) -> Specification:
    """“Experience / Essential/Desirable / How assessed” over each section, as a web page gives cells."""
    style = replace(evidence_style(post), joiner=", ", key="top")
    words = post.rng.choice((("E", "D"), ("Essential", "Desirable")))
    heads = ("Essential/Desirable", post.pick(("How assessed", "How is it assessed?", "Evidence")))
    rows: list[list[Box]] = []
    for group in post.groups:
        rows.append([box(name, bold=True) for name in (group.name, *heads)])
        for item in group.criteria:
            signs = (words[item.requirement != "essential"], style.write(item.evidence))
            rows.append([box(item.text), *map(box, signs)])
    table = replace(grid(rows, (9, 3, 4)), text_as="slashed")
    return Specification((*style.note("top"), table), tuple(post.criteria), survives=False)


def signs_on_first_lines(post: Post) -> Specification:
    """“Essential Desirable Source” over the rows of a section, whose signs end their first printed lines."""
    style = replace(evidence_style(post), in_words=False, joiner=",", key="top")
    elements: list[Element] = [*style.note("top")]
    for group in post.groups:
        rows = [[box(""), box("Essential", bold=True), box("Desirable", bold=True), box("Source", bold=True)]]
        for item in group.criteria:
            needs = [box("ED"[place] if item.requirement == need else "") for place, need in enumerate(NEEDS)]
            rows.append([box(item.text), *needs, box(style.write(item.evidence))])
        elements.append(Paragraph(group.name, bold=True))
        elements.append(replace(grid(rows, (9, 2, 2, 2)), text_as="signed"))
    return Specification(tuple(elements), tuple(post.criteria), survives=False)


WORDY_LAYOUTS: dict[str, Callable[[Post], Specification]] = {
    "grouped_rows": grouped_rows,
    "copied_methods": copied_methods,
    "explained_heads": explained_heads,
    "two_languages": two_languages,
    "numbered_needs": numbered_needs,
    "slashed_rows": slashed_rows,
    "signs_on_first_lines": signs_on_first_lines,
}
