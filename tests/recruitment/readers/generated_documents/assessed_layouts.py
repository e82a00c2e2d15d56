"""Lists in which headings or brackets say in words how a criterion is assessed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from tests.recruitment.readers.generated_documents.evidence import in_a_sentence
from tests.recruitment.readers.generated_documents.page import Element, Paragraph
from tests.recruitment.readers.generated_documents.post import NEEDS, Code, Group, Post, TrueCriterion
from tests.recruitment.readers.generated_documents.specification import Specification

_NAMES = (
    ("Essential", "Desirable"),
    ("ESSENTIAL", "DESIRABLE"),
    ("Essential criteria", "Desirable criteria"),
    ("Essential requirements", "Desirable requirements"),
)


def assessed_sections(post: Post) -> Specification:
    """“Experience (application form, interview and references)” over wordings with (E) or (D)."""
    form = post.pick(("{} ({})", "{} [{}]", "{} – assessed {}", "{} (assessed {})", "{}: assessed {}"))
    joins = in_a_sentence if "assessed" in form or post.chance(0.5) else _in_a_row
    elements: list[Element] = _key_of_needs(post)
    criteria: list[TrueCriterion] = []
    for group in post.groups:
        evidence = group.criteria[0].evidence
        words = joins(post.codes, evidence)
        if "assessed" in form:
            words = ("at " if evidence == ("I",) else "by ") + words
        elements.append(Paragraph(form.format(group.name, words), bold=True))
        elements += _marked(group)
        criteria += [replace(item, evidence=evidence) for item in group.criteria]
    return Specification(tuple(elements), tuple(criteria))


def assessed_parts(post: Post) -> Specification:
    """“Part B: assessed from the application form and references” over several sections."""
    form = post.pick((
        "Part {}: assessed from your {}",
        "Part {} – assessed by {}",
        "PART {}: to be assessed by {}",
        "Part {} (assessed by {})",
    ))  # fmt: skip
    level = post.rng.choice((0, 2))
    elements: list[Element] = _key_of_needs(post)
    criteria: list[TrueCriterion] = []
    for letter, groups in zip("ABC", _parts(post), strict=False):
        evidence = groups[0].criteria[0].evidence
        title = form.format(letter, in_a_sentence(post.codes, evidence))
        elements.append(Paragraph(title, bold=True, heading=level))
        for group in groups:
            elements += [Paragraph(group.name, bold=True), *_marked(group)]
            criteria += [replace(item, evidence=evidence) for item in group.criteria]
    return Specification(tuple(elements), tuple(criteria))


def assessed_needs(post: Post) -> Specification:
    """“Essential (application form and interview)” as a heading, below each section or over all of them."""
    names = post.rng.choice(_NAMES)
    form = post.pick(("{} ({})", "{} ({}):", "{} [{}]", "{} – {}"))
    elements: list[Element] = []
    criteria: list[TrueCriterion] = []

    def add(own: list[TrueCriterion], name: str, evidence: tuple[str, ...]) -> None:
        elements.append(Paragraph(form.format(name, in_a_sentence(post.codes, evidence)), bold=over_all))
        for place, item in enumerate(own):
            if over_all and named and (place == 0 or item.section != own[place - 1].section):
                elements.append(Paragraph(item.section or "", bold=True))
            elements.append(Paragraph(item.text, marker="bullet"))
            section = item.section if named or not over_all else None
            criteria.append(replace(item, section=section, evidence=evidence))

    over_all, named = post.chance(0.5), post.chance(0.6)
    for groups in [post.groups] if over_all else [(group,) for group in post.groups]:
        elements += [] if over_all else [Paragraph(groups[0].name, bold=True)]
        for need, name in zip(NEEDS, names, strict=True):
            own = [item for group in groups for item in group.of(need)]
            if own:
                add(own, name, own[0].evidence)
    return Specification(tuple(elements), tuple(criteria))


def words_behind(post: Post) -> Specification:
    """“(application form; interview)” behind each wording below Essential and Desirable."""
    names = post.rng.choice(_NAMES)
    joiner = post.pick(("; ", ", ", " and ", "/"))
    marker = post.pick(("bullet", "bullet", "number"))
    elements: list[Element] = []
    for group in post.groups:
        elements.append(Paragraph(group.name, bold=True))
        for need, name in zip(NEEDS, names, strict=True):
            own = group.of(need)
            elements += [Paragraph(name)] if own else []
            for item in own:
                words = joiner.join(_words(post.codes, item.evidence))
                elements.append(Paragraph(f"{item.text} ({words})", marker=marker))
    return Specification(tuple(elements), tuple(post.criteria))


ASSESSED_LAYOUTS: dict[str, Callable[[Post], Specification]] = {
    "assessed_sections": assessed_sections,
    "assessed_parts": assessed_parts,
    "assessed_needs": assessed_needs,
    "words_behind": words_behind,
}


def _words(codes: Sequence[Code], letters: Sequence[str]) -> list[str]:
    return [code.words.lower() for code in codes if code.letter in letters]


def _in_a_row(codes: Sequence[Code], letters: Sequence[str]) -> str:
    return ", ".join(_words(codes, letters))


def _marked(group: Group) -> list[Element]:
    """The wordings of a section with (E) or (D) behind them."""
    return [
        Paragraph(f"{item.text} ({'E' if item.requirement == 'essential' else 'D'})", marker="bullet")
        for item in group.criteria
    ]


def _key_of_needs(post: Post) -> list[Element]:
    return [Paragraph("(E) = essential, (D) = desirable")] if post.chance(0.4) else []


def _parts(post: Post) -> list[tuple[Group, ...]]:
    """The sections in two or three runs."""
    count = len(post.groups)
    cuts = [0, *sorted(post.rng.sample(range(1, count), post.rng.choice((1, 2)))), count]
    return [post.groups[start:end] for start, end in pairwise(cuts)]
