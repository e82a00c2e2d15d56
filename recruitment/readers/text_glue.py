"""Pasted forms whose labels have run into their values, and numbers into their texts."""

import re
from collections.abc import Sequence

from recruitment.readers.headings import is_section_name, part_of
from recruitment.readers.labels import label_of

_SEAM = re.compile(r"(?<=[a-z)])(?=[A-Z£“])")
_NUMBER = re.compile(r"^\s*(\d{1,2})(?=[A-Z][a-z])")
_FEWEST = 3  # lines
_LONGEST_LABEL = 6  # words


def without_glue(texts: Sequence[str]) -> list[str]:
    """Physical lines with “Hours of WorkTwelve hours” as “Hours of Work: Twelve hours”, “1Sorting” as “1. …”.

    Only where several lines are so.
    """
    made = list(texts)
    seams = {place: seam for place, text in enumerate(texts) if (seam := _seam_in(text))}
    if len(seams) >= _FEWEST:
        for place, seam in seams.items():
            made[place] = f"{texts[place][:seam]}: {texts[place][seam:]}"
    numbered = [place for place, text in enumerate(texts) if _NUMBER.match(text)]
    if len(numbered) >= _FEWEST:
        for place in numbered:
            made[place] = _NUMBER.sub(r"\1. ", texts[place])
    return made


def _seam_in(text: str) -> int:
    """Where a label, or the name of a section, ends without a space behind it; 0: nowhere."""
    found = _SEAM.search(text)
    name = text[: found.start()].strip() if found else ""
    if not found or not name or len(name.split()) > _LONGEST_LABEL:
        return 0
    named = label_of(name) is not None or is_section_name(name) or part_of(name) is not None
    return found.start() if named else 0
