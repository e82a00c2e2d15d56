"""Specifications without a table: headings, suffixes, codes, notes on a sign, prose."""

from collections.abc import Callable
from dataclasses import replace

from tests.recruitment.readers.generated_documents import wordings
from tests.recruitment.readers.generated_documents.evidence import (
    EvidenceStyle,
    evidence_style,
    lettered_style,
)
from tests.recruitment.readers.generated_documents.page import Element, Paragraph
from tests.recruitment.readers.generated_documents.post import Post, TrueCriterion
from tests.recruitment.readers.generated_documents.specification import Specification


def sections_then_needs(post: Post) -> Specification:
    """Each section with its essential and desirable criteria below."""
    needs = _need_headings(post)
    style = evidence_style(post)
    assessed = post.chance(0.3)
    marker = post.pick(("bullet", "bullet", "number"))
    elements: list[Element] = [*(style.note("top") if assessed else [])]
    criteria: list[TrueCriterion] = []
    for group in post.groups:
        evidence = group.criteria[0].evidence if assessed else ()
        elements.append(Paragraph(group.name, bold=True))
        for requirement, heading in needs.items():
            own = group.of(requirement)  # type: ignore[arg-type]
            if own:
                elements.append(Paragraph(heading))
            elements += [Paragraph(item.text, marker=marker) for item in own]
            criteria += [replace(item, evidence=evidence) for item in own]
        if assessed:
            elements.append(Paragraph(f"Assessed by: {style.write(evidence)}"))
    elements += style.note("bottom") + (style.note("head") if assessed else []) if assessed else []
    return Specification(tuple(elements), tuple(criteria))


def needs_then_sections(post: Post) -> Specification:
    """All essential criteria by section, then all desirable ones."""
    elements: list[Element] = []
    criteria: list[TrueCriterion] = []
    named = post.chance(0.6)
    for requirement, heading in _need_headings(post).items():
        elements.append(Paragraph(heading, bold=True))
        for group in post.groups:
            own = group.of(requirement)  # type: ignore[arg-type]
            if own and named:
                elements.append(Paragraph(group.name, bold=post.chance(0.5)))
            elements += [Paragraph(item.text, marker="bullet") for item in own]
            criteria += [replace(item, section=item.section if named else None, evidence=()) for item in own]
    return Specification(tuple(elements), tuple(criteria))


def joint_headings(post: Post) -> Specification:
    """“Essential experience” and “Desirable experience”."""
    elements: list[Element] = []
    criteria: list[TrueCriterion] = []
    for group in post.groups:
        for requirement in ("essential", "desirable"):
            own = group.of(requirement)  # type: ignore[arg-type]
            if own:
                elements.append(Paragraph(f"{requirement.capitalize()} {group.name.lower()}", bold=True))
            elements += [Paragraph(item.text, marker="bullet") for item in own]
            criteria += [replace(item, evidence=()) for item in own]
    return Specification(tuple(elements), tuple(criteria))


def suffixes(post: Post) -> Specification:
    """“(E)”, “[Desirable]”, “(Essential – 15%)” or “(E, A/I)” behind each wording."""
    style = replace(evidence_style(post), in_words=False)
    form = post.pick(("({})", "[{}]", "– {}"))
    words = post.rng.choice((("E", "D"), ("Essential", "Desirable")))
    assessed = post.chance(0.4) and form != "– {}"
    weighed = not assessed and form == "({})" and post.chance(0.4)
    marker = post.pick(("bullet", "number", ""))
    elements: list[Element] = [*(_key_anywhere(style) if assessed else [])]
    criteria: list[TrueCriterion] = []
    for group in post.groups:
        elements.append(Paragraph(group.name, bold=True))
        for item in group.criteria:
            said = words[item.requirement != "essential"]
            said = f"{said}, {style.write(item.evidence)}" if assessed else said
            said = f"{said} – {post.rng.choice((5, 10, 15))}%" if weighed else said
            elements.append(Paragraph(f"{item.text} {form.format(said)}", marker=marker))
            criteria.append(item if assessed else replace(item, evidence=()))
    return Specification(tuple(elements), tuple(criteria))


def letters_behind(post: Post) -> Specification:
    """“… – E (A, I)” behind each wording, and at the foot a key with one code on each line."""
    style = lettered_style(post, "/", ", ", " ")
    form = post.pick(("{text} – {need} ({how})", "{text} ({how}) – {need}", "{text} ({how}) ({need})"))
    marker = post.pick(("bullet", "number", ""))
    elements: list[Element] = []
    for group in post.groups:
        elements.append(Paragraph(group.name, bold=True))
        for item in group.criteria:
            need = "E" if item.requirement == "essential" else "D"
            text = form.format(text=item.text, need=need, how=style.write(item.evidence))
            elements.append(Paragraph(text, marker=marker))
    if post.chance(0.7):
        elements.append(Paragraph(post.pick(("Key", "Key:", "Assessment key")), bold=True))
    elements += [Paragraph(f"{code.code}{style.sign}{code.words}") for code in style.codes]
    return Specification(tuple(elements), tuple(post.criteria))


def codes(post: Post) -> Specification:
    """E1, E2, D1 before each wording."""
    elements: list[Element] = []
    counts = {"essential": 0, "desirable": 0}
    for group in post.groups:
        elements.append(Paragraph(group.name, bold=True))
        for item in group.criteria:
            counts[item.requirement or ""] += 1
            letter = "E" if item.requirement == "essential" else "D"
            elements.append(Paragraph(f"{letter}{counts[item.requirement or '']} {item.text}"))
    return Specification(tuple(elements), tuple(replace(item, evidence=()) for item in post.criteria))


def asterisks(post: Post) -> Specification:
    """A sign on the essential ones, and a note that explains it above or below."""
    note = Paragraph(post.pick((
        "Criteria marked * are essential, all others are desirable.",
        "* denotes an essential requirement; the remaining criteria are desirable.",
        "Items marked with an asterisk (*) are essential. All other items are desirable.",
    )))  # fmt: skip
    elements: list[Element] = []
    for group in post.groups:
        elements.append(Paragraph(group.name, bold=True))
        for item in group.criteria:
            sign = " *" if item.requirement == "essential" else ""
            elements.append(Paragraph(item.text + sign, marker="bullet"))
    elements = [note, *elements] if post.chance(0.5) else [*elements, note]
    return Specification(tuple(elements), tuple(replace(item, evidence=()) for item in post.criteria))


def unless_marked(post: Post) -> Specification:
    """The desirable ones have a letter, a note says what the others are, each section how it is assessed."""
    style = replace(evidence_style(post), in_words=True)
    note = post.pick((
        "Criteria are essential unless marked (D).",
        "All criteria are essential unless they are marked D.",
        "These criteria are essential except where shown as (D).",
    ))  # fmt: skip
    assessed = post.chance(0.5)
    elements: list[Element] = [Paragraph(note)]
    criteria: list[TrueCriterion] = []
    for group in post.groups:
        evidence = group.criteria[0].evidence if assessed else ()
        elements.append(Paragraph(group.name, bold=True))
        for item in group.criteria:
            mark = " (D)" if item.requirement == "desirable" else ""
            elements.append(Paragraph(item.text + mark, marker="bullet"))
            criteria.append(replace(item, evidence=evidence))
        if assessed:
            elements.append(Paragraph(f"These will be assessed by {style.write(evidence)}."))
    return Specification(tuple(elements), tuple(criteria))


def italics(post: Post) -> Specification:
    """Desirable criteria in italics, explained by a note."""
    note = Paragraph(post.pick((
        "Criteria in italics are desirable; all others are essential.",
        "Desirable criteria are shown in italics, the rest are essential.",
    )))  # fmt: skip
    elements: list[Element] = []
    for group in post.groups:
        elements.append(Paragraph(group.name, bold=True))
        elements += [
            Paragraph(item.text, marker="bullet", italic=item.requirement == "desirable")
            for item in group.criteria
        ]
    elements = [note, *elements] if post.chance(0.5) else [*elements, note]
    full = tuple(replace(item, evidence=()) for item in post.criteria)
    return Specification(
        tuple(elements), full, in_text=tuple(replace(item, requirement=None) for item in full)
    )


def unmarked(post: Post) -> Specification:
    """The document does not say what is essential, nor how anything is assessed."""
    elements: list[Element] = []
    for group in post.groups:
        elements.append(Paragraph(group.name, bold=True))
        elements += [Paragraph(item.text, marker="bullet") for item in group.criteria]
    bare = [replace(item, requirement=None, evidence=()) for item in post.criteria]
    return Specification(tuple(elements), tuple(bare))


LIST_LAYOUTS: dict[str, Callable[[Post], Specification]] = {
    "sections_then_needs": sections_then_needs,
    "needs_then_sections": needs_then_sections,
    "joint_headings": joint_headings,
    "suffixes": suffixes,
    "letters_behind": letters_behind,
    "codes": codes,
    "asterisks": asterisks,
    "italics": italics,
    "unless_marked": unless_marked,
    "unmarked": unmarked,
}


def _need_headings(post: Post) -> dict[str, str]:
    place = post.rng.randint(0, len(wordings.ESSENTIAL) - 1)
    colon = post.pick((":", ""))
    return {"essential": wordings.ESSENTIAL[place] + colon, "desirable": wordings.DESIRABLE[place] + colon}


def _key_anywhere(style: EvidenceStyle) -> list[Paragraph]:
    return [Paragraph(style.lead + style.key_text())]
