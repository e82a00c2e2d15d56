"""Pasted forms whose labels have run into their values, and numbers into their texts."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from recruitment.readers.headings import (
    is_requirement_heading,
    is_section_name,
    names_description,
    names_specification,
    part_of,
)
from recruitment.readers.labels import label_of
from recruitment.readers.ticked_boxes import EMPTIED
from recruitment.readers.wording import starts_low

_SEAM = re.compile(r"(?<=[a-z)])(?=[A-Z£“])")
_NUMBER = re.compile(r"^\s*(\d{1,2})(?=[A-Z][a-z])")
_STOPPED_NUMBER = re.compile(r"^\s*(\d{1,2}[.)])(?=[A-Z])")
_DEEP_NUMBER = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,2})+)(?=[A-Z])")
_FEWEST = 3  # lines
_LONGEST_LABEL = 6  # words
_LONGEST_LINE = 14  # words
# Labels that begin names and wordings as well: “School Cook”, “Team leader”.
_ALSO_WORDS = frozenset(
    {"school", "academy", "post", "role", "position", "job", "team", "service", "section", "base",
     "department", "faculty", "division", "establishment", "start", "internal", "external", "duration",
     "terms", "band"}
)  # fmt: skip
_PARTED = re.compile(r"[:|\t]| [/–—-] (?!£)|\S {2,}\S")
_HUNG = re.compile(r"^\s*(?P<label>Essential|Desirable)\s*:? {2,}(?P<text>\S+(?: \S+)*)\s*$", re.IGNORECASE)
_PIPED = re.compile(r"^(?P<label>[^|:]{2,40}?) +\| +(?P<value>[^|\s][^|]*)$")
_ITEM = re.compile(r"^[•*–-]\s+(?P<text>\S.*)$")
_FEWEST_HUNG = 4  # lines
_VALUE = re.compile(r"[A-Z£\d]")


def without_glue(texts: Sequence[str]) -> list[str]:
    """Physical lines with “Hours of WorkTwelve hours” as “Hours of Work: Twelve hours”, “1Sorting” as “1. …”.

    Only where several lines are so.
    """
    made = list(texts)
    seams = {place: seam for place, text in enumerate(texts) if (seam := _seam_in(text))}
    if len(seams) >= _FEWEST:
        for place, seam in seams.items():
            made[place] = f"{texts[place][:seam]}: {texts[place][seam:]}"
    counted = {place: int(found[1]) for place, text in enumerate(texts) if (found := _NUMBER.match(text))}
    if list(counted.values())[:_FEWEST] == [1, 2, 3]:
        for place in counted:
            made[place] = _NUMBER.sub(r"\1. ", texts[place])
    for number in (_DEEP_NUMBER, _STOPPED_NUMBER):
        glued = [place for place, text in enumerate(texts) if number.match(text)]
        for place in glued if len(glued) >= _FEWEST else ():
            made[place] = number.sub(r"\1 ", made[place])
    return made


def with_values_beside(texts: Sequence[str]) -> list[str]:
    """Physical lines with “Job title / Grade” over “Cook / 4” as “Job title: Cook” and “Grade: 4”."""
    made = list(texts)
    filled = [place for place, text in enumerate(texts) if text.strip()]
    for at, below in pairwise(filled):
        names, values = (re.split(r"\s+/\s+", texts[place].strip()) for place in (at, below))
        labelled = all(label_of(name) is not None for name in names)
        if len(names) == len(values) > 1 and labelled and not any(map(label_of, values)):
            pairs = [f"{name}: {value}" for name, value in zip(names, values, strict=True)]
            made[at], made[below] = pairs[0], " ".join(pairs[1:])
    return made


def with_piped_values(texts: Sequence[str]) -> list[str]:
    """Physical lines with “Line manager | Head of Year” as “Line manager: Head of Year”, if several are so.

    Two labels side by side head the columns of a table.
    """
    form = texts[: _begin_of_criteria(texts)]
    pairs = {place: found for place, text in enumerate(form) if (found := _PIPED.match(text.strip()))}
    said = {
        place: found
        for place, found in pairs.items()
        if label_of(found["label"]) is not None and label_of(found["value"]) is None
    }
    made = list(texts)
    for place in said if len({label_of(found["label"]) for found in said.values()}) >= _FEWEST else ():
        made[place] = f"{said[place]['label']}: {said[place]['value']}"
    return made


def with_listed_labels(texts: Sequence[str]) -> list[str]:
    """Physical lines with “- Grade” over “- Band 3” as “Grade: Band 3”, where a list is a form."""
    form = texts[: _begin_of_criteria(texts)]
    items = {place: found["text"] for place, text in enumerate(form) if (found := _ITEM.match(text.strip()))}
    pairs = [
        (place, place + 1)
        for place, text in items.items()
        if label_of(text) is not None and place + 1 in items and label_of(items[place + 1]) is None
    ]
    made = list(texts)
    for label, value in pairs if len(pairs) >= _FEWEST else ():
        made[label], made[value] = f"{items[label]}: {items[value]}", EMPTIED
    return made


def with_labels_above(texts: Sequence[str]) -> list[str]:
    """Physical lines with “Essential     Able to lift pans” as “Essential” and, on a line below, the wording.

    What hangs below the wording in its column goes on with it, or is one more; only where several are so.
    """
    hung = {place: found for place, text in enumerate(texts) if (found := _HUNG.match(text))}
    needs = {found["label"].lower() for found in hung.values()}
    if len(hung) < _FEWEST_HUNG or needs != {"essential", "desirable"}:
        return list(texts)
    made = list(texts)
    column = -1
    for place, text in enumerate(texts):
        if found := hung.get(place):
            made[place], column = f"{found['label']}:\n• {found['text']}", found.start("text")
        elif _indent(text) != column:
            column = -1
        elif not starts_low(text.strip()):
            made[place] = f"• {text.strip()}"
    return made


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def with_colons(texts: Sequence[str]) -> list[str]:
    """Physical lines with “Line manager Head of Year” as “Line manager: Head of Year”.

    Only above the criteria, where lines in a row speak of several fields: by itself “Service Manager” is no
    label and its value.
    """
    made = list(texts)
    filled = [place for place in range(_begin_of_criteria(texts)) if texts[place].strip()]
    for _, run in groupby(filled, key=lambda place: bool(_label_at_start(texts[place]))):
        labels = {place: label for place in run if (label := _label_at_start(texts[place]))}
        seconds = {place: found for place in labels if (found := _label_inside(texts[place], labels[place]))}
        seconds = seconds if len(seconds) >= _FEWEST else {}
        said = (*labels.values(), *seconds.values())
        sure = {label_of(label) for label in said if label.lower() not in _ALSO_WORDS}
        if len(sure) >= _FEWEST:
            for place, label in labels.items():
                value = texts[place].strip()[len(label) :].strip()
                inside = seconds.get(place, "")
                value = value.replace(f" {inside} ", f" {inside}: ", 1) if inside else value
                made[place] = f"{label}: {value}"
    return made


def _label_inside(text: str, label: str) -> str:
    """“Grade” of “Job Title Early Years Officer Grade Grade 7”, whose first label is known."""
    words = text.split()
    for start in range(len(label.split()) + 1, len(words) - 1):
        for count in range(min(_LONGEST_LABEL, len(words) - start - 1), 0, -1):
            inside = " ".join(words[start : start + count])
            plain = inside[:1].isupper() and inside.lower() not in _ALSO_WORDS
            if plain and label_of(inside) is not None and _VALUE.match(words[start + count]):
                return inside
    return ""


def _begin_of_criteria(texts: Sequence[str]) -> int:
    """The first line that names a specification, a need or a section; no label of a form stands below it."""
    return next((place for place, text in enumerate(texts) if _begins_criteria(text.strip())), len(texts))


def _begins_criteria(text: str) -> bool:
    return is_requirement_heading(text) or is_section_name(text) or names_specification(text)


def _label_at_start(text: str) -> str:
    """The longest label that a line begins with, where a value follows it with nothing between them."""
    words = text.split()
    if len(words) > _LONGEST_LINE or _PARTED.search(text) or names_description(text):
        return ""
    for count in range(min(_LONGEST_LABEL, len(words) - 1), 0, -1):
        label = " ".join(words[:count])
        if label_of(label) is not None and _VALUE.match(words[count]):
            return label if text.strip().startswith(label) else ""
    return ""


def _seam_in(text: str) -> int:
    """Where a label, or the name of a section, ends without a space behind it; 0: nowhere."""
    found = _SEAM.search(text)
    name = text[: found.start()].strip() if found else ""
    if not found or not name or len(name.split()) > _LONGEST_LABEL:
        return 0
    named = label_of(name) is not None or is_section_name(name) or part_of(name) is not None
    return found.start() if named else 0
