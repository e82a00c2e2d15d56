"""Specifications in sentences: what the candidate will have, which of it is essential, how it is explored."""

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

from tests.recruitment.readers.generated_documents.evidence import in_a_sentence
from tests.recruitment.readers.generated_documents.page import Element, Paragraph
from tests.recruitment.readers.generated_documents.post import NEEDS, Post, TrueCriterion
from tests.recruitment.readers.generated_documents.specification import Specification

_LEADS = (
    ("You will have:", "We would also like you to have:"),
    (
        "The successful candidate will:",
        "It is desirable, although not essential, that the candidate will also:",
    ),
    ("You must have:", "Ideally, you will also have:"),
    ("We need someone who has:", "It would be an advantage if you also had:"),
    ("To be shortlisted you will need:", "It would be helpful, but is not essential, if you also had:"),
)
_SENTENCES = (
    (
        "All of the following are essential and will be explored at {}:",
        "The following are desirable and will be explored at {}:",
    ),
    (
        "The following are essential and will be assessed by {}:",
        "The following are desirable and will be assessed by {}:",
    ),
    (
        "These are essential requirements, which we will assess through {}.",
        "These are desirable requirements, which we will assess through {}.",
    ),
    ("It is essential that you have the following, assessed by {}:",
     "It is desirable that you have the following, assessed by {}:"),
)  # fmt: skip
_PARTS = (
    "The criteria in this part are {need}. They will be measured {how}.",
    "The requirements in this section are all {need}. They are assessed {how}.",
    "The following further {need} criteria come at a later stage. They will be tested {how}.",
    "All of the criteria below are {need} and they will be judged {how}.",
)
_PART_NAMES = (("Part A", "Part B"), ("Stage One", "Stage Two"), ("Essential criteria", "Desirable criteria"))
_NAMES = (
    ("Essential", "Desirable"),
    ("ESSENTIAL", "DESIRABLE"),
    ("Essential criteria", "Desirable criteria"),
)


def spoken_leads(post: Post) -> Specification:
    """“You will have:” and “We would also like you to have:” over wordings that no section holds."""
    leads = post.rng.choice(_LEADS)
    bold = post.chance(0.4)
    elements: list[Element] = []
    criteria: list[TrueCriterion] = []
    for need, lead in zip(NEEDS, leads, strict=True):
        own = [item for group in post.groups for item in group.of(need)]
        elements += [Paragraph(lead, bold=bold)] if own else []
        elements += [Paragraph(item.text, marker="bullet") for item in own]
        criteria += [replace(item, section=None, evidence=()) for item in own]
    return Specification(tuple(elements), tuple(criteria))


def section_sentences(post: Post) -> Specification:
    """Below each section a sentence says of all that follows that it is essential, and how it is assessed."""
    place = post.rng.randint(0, len(_SENTENCES) - 1)
    elements: list[Element] = []
    criteria: list[TrueCriterion] = []
    for group in post.groups:
        elements.append(Paragraph(group.name, bold=True))
        for need, sentence in zip(NEEDS, _SENTENCES[place], strict=True):
            own = group.of(need)
            if not own:
                continue
            evidence = ("I",) if place == 0 else own[0].evidence
            elements.append(Paragraph(sentence.format(in_a_sentence(post.codes, evidence))))
            elements += [Paragraph(item.text, marker="bullet") for item in own]
            criteria += [replace(item, evidence=evidence) for item in own]
    return Specification(tuple(elements), tuple(criteria))


def part_sentences(post: Post) -> Specification:
    """“The criteria in this part are essential. They will be measured at interview.” over sections."""
    form = post.pick(_PARTS)
    titles = post.rng.choice(_PART_NAMES)
    level = post.rng.choice((0, 2))
    elements: list[Element] = []
    criteria: list[TrueCriterion] = []
    for need, title in zip(NEEDS, titles, strict=True):
        own = [item for group in post.groups for item in group.of(need)]
        if not own:
            continue
        evidence = own[0].evidence
        how = ("at " if evidence == ("I",) else "from the ") + in_a_sentence(post.codes, evidence)
        elements += [Paragraph(title, bold=True, heading=level), Paragraph(form.format(need=need, how=how))]
        for section, items in groupby(own, key=lambda item: item.section):
            elements.append(Paragraph(section or "", bold=True))
            elements += [Paragraph(item.text, marker="bullet") for item in items]
        criteria += [replace(item, evidence=evidence) for item in own]
    return Specification(tuple(elements), tuple(criteria))


def semicolons(post: Post) -> Specification:
    """“Essential: a; b; c.” as one paragraph below the name of its section."""
    names = post.rng.choice(_NAMES)
    lowers = post.chance(0.5)
    elements: list[Element] = []
    criteria: list[TrueCriterion] = []
    for group in post.groups:
        elements.append(Paragraph(group.name, bold=True))
        for need, name in zip(NEEDS, names, strict=True):
            own = [replace(item, text=item.text.rstrip("."), evidence=()) for item in group.of(need)]
            if own:
                said = "; ".join(_lowered(item.text) if lowers else item.text for item in own)
                elements.append(Paragraph(f"{name}: {said}."))
            criteria += own
    return Specification(tuple(elements), tuple(criteria))


SENTENCE_LAYOUTS: dict[str, Callable[[Post], Specification]] = {
    "spoken_leads": spoken_leads,
    "section_sentences": section_sentences,
    "part_sentences": part_sentences,
    "semicolons": semicolons,
}


def _lowered(text: str) -> str:
    """The wording inside a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
