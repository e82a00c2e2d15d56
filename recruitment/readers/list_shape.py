"""How a list of criteria is written, seen from all of its lines before any of them is read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from recruitment.domain.specification_evidence import is_codes
from recruitment.domain.specification_requirement import requirement_of_word, split_suffix
from recruitment.readers.assessed_headings import methods_alone, split_assessed
from recruitment.readers.blocks import Line
from recruitment.readers.headings import is_requirement_heading, is_section_name

_FEWEST_LETTERS = 4  # lines
# Behind a wording E or D, and the letters of its evidence.
_ENDING = re.compile(
    r"(?<=[\w)”\"'])\s+(?P<need>[ED])(?:\s+(?P<how>[A-Z]{1,3}(?:\s*[/,;&+ ]\s*[A-Z]{1,3})*))?$"
)
_LONGEST_ENDING = 40  # letters
_BEFORE_A_GRADE = re.compile(
    r"\b(?:grades?|levels?|categor(?:y|ies)|parts?|sections?|class|band|block|scale|vitamin|hepatitis|type|or|to)$",
    re.IGNORECASE,
)
_COLUMN_NAMES = re.compile(r"\s+(?:E\s*/\s*D|Essential\s*/\s*Desirable)\b.*$", re.IGNORECASE)
_FEWEST_METHODS = 3  # lines
_FEWEST_LISTS = 2


@dataclass(frozen=True, slots=True)
class ListShape:
    """Whether it has list markers, a requirement behind each line, or bare lines.

    ``assessed``: most lines say in brackets at their end how they are assessed, so these head no section;
    ``methods_below``: lines below each item, or below each list, say it.
    """

    marked: bool
    suffixed: bool
    assessed: bool
    methods_below: Literal["", "item", "list"]


def with_bracketed_letters(lines: Sequence[Line], key: Mapping[str, str]) -> Sequence[Line]:
    """“Keeps records E A/I”, whose columns have fallen together, as “Keeps records (E, A/I)”.

    Only where most lines end so; names of columns behind the first heading are taken off.
    """
    if any(is_requirement_heading(line.text) for line in lines):
        return lines  # which says it, so that a letter is something else
    ends = [_bare_letters(line.text, key) for line in lines]
    count = sum(end is not None for end in ends)
    wordings = [line for line in lines if not is_section_name(line.text)]
    if count < _FEWEST_LETTERS or count * 2 <= len(wordings):
        return lines
    return [
        replace(line, text=_in_brackets(line.text, end) if end else _COLUMN_NAMES.sub("", line.text))
        for line, end in zip(lines, ends, strict=True)
    ]


def _bare_letters(text: str, key: Mapping[str, str]) -> re.Match[str] | None:
    end = _ENDING.search(text, max(len(text) - _LONGEST_ENDING, 0))
    if end and end["how"] and not is_codes(end["how"], key):
        end = _ENDING.search(text, end.start() + 1)
    return end if end and not _BEFORE_A_GRADE.search(text[: end.start()]) else None


def _in_brackets(text: str, end: re.Match[str]) -> str:
    signs = ", ".join(sign for sign in (end["need"], end["how"]) if sign)
    return f"{text[: end.start()]} ({signs})"


def without_letters(text: str) -> str:
    """A wording without E or D and the letters that stand bare behind it."""
    end = _ENDING.search(text, max(len(text) - _LONGEST_ENDING, 0))
    return text[: end.start()] if end else text


def shape_of(lines: Sequence[Line], key: Mapping[str, str]) -> ListShape:
    wordings = [
        line for line in lines if not is_section_name(line.text) and not is_requirement_heading(line.text)
    ]
    suffixed = sum(requirement_of_word(split_suffix(line.text)[1] or "") is not None for line in wordings)
    assessed = sum(bool(split_assessed(line.text, {})[1]) for line in wordings)
    return ListShape(
        any(line.marker for line in lines),
        suffixed >= 2 and suffixed * 2 > len(wordings),
        assessed >= 4 and assessed * 2 > len(wordings),
        _methods_below(lines, key),
    )


def _methods_below(lines: Sequence[Line], key: Mapping[str, str]) -> Literal["", "item", "list"]:
    """Whether lines with nothing but methods stand below each item of a list, or below whole lists."""
    items = sum(bool(line.marker) for line in lines)
    runs = sum(
        bool(above.marker and not line.marker and methods_alone(line.text, key))
        for above, line in pairwise(lines)
    )
    if runs >= _FEWEST_METHODS and runs * 2 > items:
        return "item"
    return "list" if runs >= _FEWEST_LISTS else ""
