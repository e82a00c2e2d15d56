"""From lines under headings to drafts of criteria."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from recruitment.domain.specification_evidence import evidence_of_all, parse_evidence, parse_key
from recruitment.domain.specification_requirement import (
    read_convention,
    requirement_of_word,
    split_heading,
    split_lead,
    split_suffix,
)
from recruitment.readers.blocks import Line
from recruitment.readers.drafts import Context, Draft
from recruitment.readers.headings import is_requirement_heading, is_section_name, names_specification
from recruitment.readers.items import is_filler, items_of
from recruitment.readers.labels import label_values
from recruitment.readers.prose import is_prose, read_sentences

_ASSESSED = re.compile(
    r"^\W*(?:(?:to be )?(?:assess(?:ed|ment)|evidence[d]?|measured|tested|identified|demonstrated)|methods? of assessment|how assessed)"
    r"(?: (?:by|through|via|at|from|method|methods))?\s*(?:[:–—-]|\b(?:by|through|via)\b)?\s*(?P<how>.+)$",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"^\W*(?:note\b|nb\b|n\.b|please\b|candidates?\b|applicants?\b|you (?:will|should|must|may)\b|(?:this|the) (?:post|job|role|school|trust|"
    r"authority|council|selection|panel|governors?|criteria|successful|following|above|person|essential|desirable|applicant)\b|we (?:are|will|expect|"
    r"reserve)\b|if you\b|for (?:further|more)\b|these (?:are|criteria|essential|desirable)\b|all (?:staff|posts|candidates)\b|items? marked\b|"
    r"in addition to\b|evidence (?:is|will be)\b|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4}\W*$|"
    r"page \d+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Shape:
    """How this list is written: with list markers, with a requirement after each line, or bare lines."""

    marked: bool
    suffixed: bool


def read_lines(lines: Sequence[Line], context: Context, *, strict: bool = False) -> None:
    """Add the criteria of a list to the context.

    ``strict``: beside a table only list items are criteria; sentences introduce or explain it.
    """
    shape = _shape_of(lines)
    batch: list[Line] = []
    for index, line in enumerate(lines):
        below = lines[index + 1 : index + 3]
        if _read_sign(line, below, context, batch, shape):
            continue
        if strict and not line.marker:
            context.skip(line.text)
            continue
        if line.marker or not shape.marked or (batch and line.soft):
            batch.append(line)
        else:
            _flush(batch, context, shape)
            if _may_ask_in_prose(context, line):
                read_sentences(line, context)
            else:
                context.skip(line.text)
    _flush(batch, context, shape)


def _may_ask_in_prose(context: Context, line: Line) -> bool:
    """Bare lines among bullets: sentences are read only where their section has no bullets yet."""
    begun = any(draft.section == context.section for draft in context.drafts)
    return bool(context.section) and not begun and not _NOTICE.match(line.text)


def _shape_of(lines: Sequence[Line]) -> _Shape:
    wordings = [
        line for line in lines if not is_section_name(line.text) and not is_requirement_heading(line.text)
    ]
    suffixed = sum(requirement_of_word(split_suffix(line.text)[1] or "") is not None for line in wordings)
    return _Shape(any(line.marker for line in lines), suffixed >= 2 and suffixed * 2 > len(wordings))


def _read_sign(line: Line, below: Sequence[Line], context: Context, batch: list[Line], shape: _Shape) -> bool:
    """Headings, keys, notes and the evidence of a section: everything that is no wording."""
    text = line.text
    if parse_key(text) or read_convention(text) or evidence_of_all(text, context.key):
        _flush(batch, context, shape)
        return True
    if letters := assessment_in(text, context.key):
        _flush(batch, context, shape)
        _set_section_evidence(context, letters)
        return True
    if line.marker and not (line.bold and is_section_name(text)):
        return False
    if label_values(text) or names_specification(text):
        _flush(batch, context, shape)
        return True
    requirement, rest = split_heading(text)
    if requirement and (not rest or is_section_name(rest)) and not text.endswith("."):
        _flush(batch, context, shape)
        context.begin_requirement(
            requirement,
            rest or None,
            outer=not rest and _heads_sections(below, shape),
        )
        return True
    if _is_section(line, below[0] if below else None, shape):
        _flush(batch, context, shape)
        context.begin_section(text.strip(" :*"))
        return True
    if re.search(r"^[^:]{3,60}:\s+\S", text) and is_section_name(text.split(":")[0]):
        _flush(batch, context, shape)
        name, rest = text.split(":", 1)
        context.begin_section(name.strip())
        read_sentences(replace(line, text=rest.strip()), context)
        return True
    if not shape.marked and not shape.suffixed and is_prose(text):
        _flush(batch, context, shape)
        read_sentences(line, context)
        return True
    if _NOTICE.match(text) or is_filler(text):
        _flush(batch, context, shape)
        context.skip(text)
        return True
    return False


def _heads_sections(below: Sequence[Line], shape: _Shape) -> bool:
    """Whether sections follow a requirement heading; one with a requirement of its own does not belong to it."""
    if not below or not _is_section(below[0], None, shape):
        return False
    return len(below) < 2 or not is_requirement_heading(below[1].text)


def assessment_in(text: str, key: Mapping[str, str]) -> tuple[str, ...]:
    """The letters in “Assessed by: application form and interview”, or nothing."""
    found = _ASSESSED.match(text)
    read = parse_evidence(found["how"], key) if found and len(text.split()) <= 16 else None
    return read.letters if read else ()


def _is_section(line: Line, below: Line | None, shape: _Shape) -> bool:
    """A short line that names a group: by its words, or by its looks and what follows it."""
    text = line.text
    if line.marker or split_heading(text)[0] or _NOTICE.match(text):
        return False
    if requirement_of_word(split_suffix(text)[1] or ""):
        return False
    if is_section_name(text):
        return True
    short = len(text.split()) <= 9 and not text.rstrip().endswith((".", ";", ","))
    if not short:
        return False
    if line.heading or line.bold or (text.isupper() and len(text) > 3):
        return True
    followed = below is not None and (bool(below.marker) or is_requirement_heading(below.text))
    return (followed and shape.marked and not line.soft) or (followed and text[:1].isupper() and shape.marked)


def _set_section_evidence(context: Context, letters: tuple[str, ...]) -> None:
    """“Assessed by …” serves the whole section, above and below it."""
    context.section_evidence = letters
    for draft in reversed(context.drafts):
        if draft.section != context.section:
            break
        if draft.evidence is None:
            draft.evidence = letters


def _flush(batch: list[Line], context: Context, shape: _Shape) -> None:
    """The collected lines become wordings; in a list with suffixes, lines without one are no criteria."""
    found = items_of(batch)
    batch.clear()
    context.unread.extend(found.fillers)
    for item in found.items:
        lead, text = split_lead(item.text)
        suffix = requirement_of_word(split_suffix(text)[1] or "")
        if shape.suffixed and suffix is None and not lead:
            context.skip(item.text)
            continue
        requirement = lead or item.requirement or context.requirement
        draft = Draft(
            text,
            item.source,
            context.section,
            requirement,
            context.section_evidence,
            bold=item.bold,
            italic=item.italic,
        )
        context.drafts.append(draft)
