"""The last check of a specification: no line of it may vanish without a trace."""

import re
from collections.abc import Iterator, Mapping

from recruitment.domain.person_specification import ReadSpecification
from recruitment.domain.specification_convention import explains_sign
from recruitment.domain.specification_evidence import evidence_of_all, parse_evidence
from recruitment.domain.specification_key import is_key_line, parse_key
from recruitment.domain.specification_requirement import (
    explains_letters,
    is_mark,
    requirement_of_lead,
    requirement_of_word,
    split_heading,
    split_lead,
    split_prose,
    split_suffix,
)
from recruitment.readers.assessed_headings import assessment_in, split_assessed
from recruitment.readers.bare_signs import without_letters, without_name_of_methods
from recruitment.readers.blocks import Line
from recruitment.readers.headings import names_specification
from recruitment.readers.labels import label_values
from recruitment.readers.need_codes import read_need_codes
from recruitment.readers.part_introductions import assessed_part, introduced_part
from recruitment.readers.prose import sentences_of
from recruitment.readers.regions import Region
from recruitment.readers.table_heads import header_index, header_of

_ENDS = 24


def lines_left_over(region: Region, specification: ReadSpecification, unread: list[str]) -> list[str]:
    """Lines of the region whose words stand neither in a criterion nor among the unread lines.

    Headings that became sections, heads of tables, keys, notes, marks and evidence are used up by being
    understood.
    """
    criteria = specification.criteria
    texts = [criterion.text for criterion in criteria]
    names = {_fold(criterion.section) for criterion in criteria if criterion.section}
    kept = "|".join(_fold(text) for text in [*texts, *unread])
    key = specification.evidence_key
    lines = list(_wordings(region))
    left = {
        text
        for text in dict.fromkeys(lines)  # “A/I” and the like stand in many rows
        if not _stands_in(text, kept, key) and not _is_understood(text, names, key)
    }
    return [text for text in lines if text in left]


def _wordings(region: Region) -> Iterator[str]:
    for block in region.blocks:
        if isinstance(block, Line):
            yield block.text
            continue
        head = header_index(block)
        for index, row in enumerate(block.rows):
            if index != head and header_of(row) is None:
                yield from (line.text for cell in row.cells if not cell.merged for line in cell.lines)


def _is_understood(text: str, names: set[str], key: Mapping[str, str]) -> bool:
    bare = without_name_of_methods(split_assessed(text, key)[0])
    folds = _fold(bare), _fold(text)
    if any(fold in name for name in names for fold in folds) or is_mark(text):
        return True
    if len(re.findall(r"[A-Za-z]", text)) < 3:
        return True
    requirement, rest = split_heading(text)
    if requirement and (not rest or _fold(rest) in names):
        return True
    if text.endswith((":", " -", " –")) and requirement_of_lead(text):
        return True
    if requirement_of_word(text) or label_values(text) or names_specification(text):
        return True
    notes = (
        explains_letters(text)
        or introduced_part(text, key)[0]
        or assessed_part(text, key)
        or read_need_codes(text)
        or parse_key(text)
        or is_key_line(text, key)
        or explains_sign(text)
        or evidence_of_all(text, key)
        or assessment_in(text, key)
    )
    return bool(notes) or parse_evidence(text, key) is not None


def _stands_in(text: str, kept: str, key: Mapping[str, str]) -> bool:
    """Both ends of a wording are compared, since it may have been joined, split or freed of its marks."""
    if any(_fold(way)[:_ENDS] in kept and _fold(way)[-_ENDS:] in kept for way in _ways_to_say(text, key)):
        return True
    listed = [_fold(part) for part in text.split(":", 1)[-1].split(";")]
    if len(listed) > 1 and all(part[:_ENDS] in kept for part in listed if part):
        return True
    sentences = [split_prose(sentence)[1] for sentence in sentences_of(text.split(":", 1)[-1])]
    return bool(sentences) and all(_fold(sentence)[:_ENDS] in kept for sentence in sentences)


def _ways_to_say(text: str, key: Mapping[str, str]) -> Iterator[str]:
    """The text, most often as it is; else without what says that it is essential or how it is assessed."""
    yield text
    bare = re.sub(r"^[ED]\d{0,2}\W+", "", text)
    once = split_suffix(split_lead(bare)[1])[0]
    yield once
    yield split_suffix(once)[0]
    yield from without_letters(bare, key)


def _fold(text: str | None) -> str:
    return re.sub(r"[^a-z0-9]", "", (text or "").lower())
