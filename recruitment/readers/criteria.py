"""From drafts to criteria: suffixes, notes and keys are applied, and doubts are carried along."""

import re
from collections.abc import Mapping

from recruitment.domain.person_specification import ReadCriterion
from recruitment.domain.specification_convention import Convention
from recruitment.domain.specification_evidence import is_codes, parse_evidence
from recruitment.domain.specification_requirement import (
    Requirement,
    requirement_of_last_word,
    requirement_of_word,
    split_statement,
    split_suffix,
)
from recruitment.readers.doubts import doubt_all, doubt_silence
from recruitment.readers.drafts import Context, Draft
from recruitment.readers.headings import names_specification
from recruitment.readers.wording import split_marker

# A sentence to the reader behind a wording: “You will find our values on the website.”
_REMARK = re.compile(
    r"(?<=[.!?])\s+(?:you (?:will|can|may)|please|see |further (?:information|details)|"
    r"more information|information about|note)\b.*$",
    re.IGNORECASE,
)
_BARE_CODES = re.compile(
    r"\s+[–—-]\s*([A-Z][A-Za-z]{0,3}(?:(?:\s*[,/&;+]\s*|\s+)[A-Z][A-Za-z]{0,3})*)\s*[.;]?$"
)
_CODE = re.compile(r"^([ED])(?:\s?\d{1,2}\s*[.):–-]?|[.):]?(?=\s+[A-Z]))\s+")
# “Essential – 15%”, “Desirable, weighting 2”: how much a wording counts, behind its requirement.
_WEIGHT_BEHIND = re.compile(
    r"(?<=\w)[\s,;:–—-]+(?:weight(?:ing|ed)?\W*(?P<weight>\d{1,3})\W*$|(?P<share>\d{1,3})\s*(?:%|points?|marks?)$)",
    re.IGNORECASE,
)
_STAR = re.compile(r"\s*\*+\s*$|^\*+\s*|\s*\*+(?=[.;]?$)")


def finish(context: Context) -> tuple[ReadCriterion, ...]:
    """The criteria of a specification. Wordings without a letter are dropped: they are stray marks."""
    criteria = []
    if context.convention and not _survives(context.convention, context):
        # A text does not tell what is behind a cell, and it is there to be seen.
        if context.convention.sign in {"shading", "colour"}:
            context.lost_sign = True
        context.convention = None
    context.assessed_in_brackets = _are_assessed_in_brackets(context)
    _take_codes(context)
    doubt_silence(context)
    finished = doubt_all([_finish_one(draft, context) for draft in context.drafts], context)
    for draft, criterion in zip(context.drafts, finished, strict=True):
        title = names_specification(criterion.text) and len(criterion.text.split()) <= 14
        if re.search(r"[A-Za-z]{2}", criterion.text) and not title:
            criteria.append(criterion)
        else:
            context.skip(draft.text)
    return tuple(criteria)


def _are_assessed_in_brackets(context: Context) -> bool:
    """Whether most wordings end in methods: “… (application; interview)”, or, without a key, “(A, I)”."""
    ends = [split_suffix(draft.text)[1] or "" for draft in context.drafts]
    words = [end for end in ends if re.search(r"[a-z]{4}", end) or (not context.key and is_codes(end, {}))]
    reads = [read for end in words if (read := parse_evidence(end, {})) and not read.doubtful]
    return len(reads) >= max(3, len(ends) / 2)


def _survives(convention: Convention, context: Context) -> bool:
    """Whether the looks that a note speaks of are still there, or would be if any wording had them."""
    if convention.sign == "letter" or any(_has_sign(convention, draft) for draft in context.drafts):
        return True
    return context.shows_looks and convention.sign in {"italic", "bold"}


def _take_codes(context: Context) -> None:
    """Numbers such as E1 and D2, where most wordings have one, name the requirement."""
    coded = [
        (draft, found)
        for draft in context.drafts
        if (found := _CODE.match(f"{draft.number} {draft.text}".strip()))
    ]
    if len(coded) < 2 or len(coded) * 2 < len(context.drafts):
        return
    numbered = {id(draft) for draft, _ in coded}
    if len(coded) * 5 >= len(context.drafts) * 4:
        _name_sections(context, numbered)
        _skip_before(context, numbered)
    for draft in context.drafts:
        if id(draft) not in numbered and len(coded) * 5 >= len(context.drafts) * 4:
            draft.check.add("text")
    for draft, found in coded:
        draft.requirement = draft.requirement or requirement_of_word(found[1])
        draft.text = draft.text if draft.number else draft.text[found.end() :].strip()


def _skip_before(context: Context, numbered: set[int]) -> None:
    """What stands over the first numbered wording, with no section of its own, introduces the list."""
    first = next(place for place, draft in enumerate(context.drafts) if id(draft) in numbered)
    for draft in context.drafts[:first]:
        if draft.section is None:
            context.skip(draft.text)
    context.drafts[:first] = [draft for draft in context.drafts[:first] if draft.section is not None]


def _name_sections(context: Context, numbered: set[int]) -> None:
    """Among numbered wordings, a few words without a number name the section of those below."""
    kept: list[Draft] = []
    name: str | None = None
    outer: str | None = None
    for place, draft in enumerate(context.drafts):
        after = context.drafts[place + 1 : place + 2]
        names = id(draft) not in numbered and len(draft.text.split()) <= 6 and not draft.text.endswith(".")
        if names and after and id(after[0]) in numbered:
            name, outer = draft.text.strip(" :"), draft.section
            continue
        name = name if draft.section == outer else None
        draft.section = name or draft.section
        kept.append(draft)
    context.drafts[:] = kept


def _finish_one(draft: Draft, context: Context) -> ReadCriterion:
    requirement, evidence = draft.requirement, draft.evidence
    text, weight = _take_weight(draft)
    text, said, methods = _take_suffixes(_STAR.sub("", text), context, known=draft.requirement is not None)
    requirement = said or requirement
    evidence = methods if methods and not evidence else evidence
    text = _STAR.sub("", text).strip()
    check = set(draft.check)
    if trailing := _REMARK.search(text):
        context.skip(trailing[0])
        text = text[: trailing.start()].strip()
    if evidence is None and (sign := context.evidence_sign) and sign.ends(draft.text):
        evidence = (*context.general_evidence, *sign.letters) if sign.adds else sign.letters
    if context.evidence_sign:
        text = text.removesuffix(context.evidence_sign.sign).strip()
    if evidence is None and context.general_evidence:
        evidence = context.general_evidence
        check.add("evidence")
    if requirement is None and context.convention:
        requirement = _said_by_sign(context.convention, draft)
    requirement = requirement or requirement_of_last_word(text)
    if requirement is None:
        requirement, text = split_statement(text)
    return ReadCriterion(
        text=split_marker(text)[1].strip(" ;"),
        section=draft.section,
        requirement=requirement,
        evidence=evidence or (),
        weight=weight,
        source=draft.source,
        check=tuple(sorted(check)),
    )


def _take_weight(draft: Draft) -> tuple[str, int | None]:
    """The wording without how much it counts, and that: “… (Essential – 15%)” as “… (Essential)” and 15."""
    rest, suffix = split_suffix(draft.text)
    found = _WEIGHT_BEHIND.search(suffix or "")
    if not suffix or not found or requirement_of_word(suffix[: found.start()]) is None:
        return draft.text, draft.weight
    return f"{rest} ({suffix[: found.start()]})", int(found["weight"] or found["share"]) or draft.weight


def _take_suffixes(
    text: str, context: Context, *, known: bool
) -> tuple[str, Requirement | None, tuple[str, ...]]:
    """One mark at the end, or one of each kind: “… – E (A, I)”, “… (A, I) (E)”.

    ``known``: its place says the requirement, so that a letter of the key is a method: “(D)”, a disclosure.
    """
    rest, requirement, letters = _take_suffix(text, context, known=known)
    if bool(requirement) == bool(letters):
        return rest, requirement, letters
    before, other_requirement, other_letters = _take_suffix(rest, context, known=known)
    if requirement and other_letters and not other_requirement:
        return before, requirement, other_letters
    if letters and other_requirement and not other_letters:
        return before, other_requirement, letters
    return rest, requirement, letters


def _take_suffix(
    text: str, context: Context, *, known: bool
) -> tuple[str, Requirement | None, tuple[str, ...]]:
    """“… (E)” and “… (A, I)” at the end are marks, not words; “(DBS)” with words after it stays."""
    rest, suffix = split_suffix(text)
    if suffix is None:
        return _take_bare_codes(text, context)
    of_key = known and suffix.strip().upper() in context.key
    if (requirement := requirement_of_word(suffix)) and not of_key:
        return rest, requirement, ()
    first, _, others = suffix.partition(" ")
    if (requirement := requirement_of_word(first.strip(",;:/–—-"))) and (
        read := parse_evidence(others, context.key)
    ):
        return rest, requirement, read.letters
    read = parse_evidence(suffix, context.key)
    if read and (context.assessed_in_brackets or (context.key and _are_letters(suffix, context.key))):
        return rest, None, read.letters
    return text, None, ()


def _are_letters(suffix: str, key: Mapping[str, str]) -> bool:
    """“A, I”, “F and I” or “App; Task”, not words."""
    return is_codes(suffix, key) or not re.search(r"[a-z]{3}", re.sub(r"\band\b", "", suffix))


def _take_bare_codes(text: str, context: Context) -> tuple[str, Requirement | None, tuple[str, ...]]:
    """“… – A, I” behind a dash, where a key explains the letters."""
    found = _BARE_CODES.search(text) if context.key else None
    read = parse_evidence(found[1], context.key) if found and is_codes(found[1], context.key) else None
    return (
        (text[: found.start()], None, read.letters) if found and read and read.letters else (text, None, ())
    )


def _said_by_sign(convention: Convention, draft: Draft) -> Requirement | None:
    if convention.sign == "colour":
        return dict(convention.colours).get(draft.colour or "white", convention.unmarked)
    return convention.marked if _has_sign(convention, draft) else convention.unmarked


def _has_sign(convention: Convention, draft: Draft) -> bool:
    if convention.sign == "letter":
        return requirement_of_word(split_suffix(draft.text)[1] or "") == convention.marked
    if convention.sign == "colour":
        return bool(draft.colour) and draft.colour in dict(convention.colours)
    signs = {
        "asterisk": any(_STAR.search(text) for text in (draft.text, split_suffix(draft.text)[0])),
        "italic": draft.italic,
        "bold": draft.bold,
        "shading": bool(draft.colour),
    }
    return signs.get(convention.sign, False)
