"""How a list of criteria is written, seen from all of its lines before any of them is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from recruitment.domain.specification_key import explains_code
from recruitment.domain.specification_requirement import requirement_of_word, split_suffix
from recruitment.readers.assessed_headings import methods_alone, split_assessed
from recruitment.readers.bare_signs import ends_in_codes
from recruitment.readers.blocks import Line
from recruitment.readers.headings import is_requirement_heading, is_section_name

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
    key: Mapping[str, str]


def shape_of(lines: Sequence[Line], key: Mapping[str, str]) -> ListShape:
    wordings = [
        line for line in lines if not is_section_name(line.text) and not is_requirement_heading(line.text)
    ]
    suffixed = sum(requirement_of_word(split_suffix(line.text)[1] or "") is not None for line in wordings)
    assessed = sum(
        bool(split_assessed(line.text, {})[1] or ends_in_codes(line.text, key)) for line in wordings
    )
    return ListShape(
        any(line.marker not in {"", "led"} for line in lines),
        suffixed >= 2 and suffixed * 2 > len(wordings),
        assessed >= 4 and assessed * 2 > len(wordings),
        _methods_below(lines, key),
        key,
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
    alone = 0 if items else sum(_closes_list(above, line, key) for above, line in pairwise(lines))
    return "list" if runs >= _FEWEST_LISTS or alone >= _FEWEST_METHODS else ""


def _closes_list(above: Line, line: Line, key: Mapping[str, str]) -> bool:
    """Methods in words below a wording: no line of a key, nor one of a list of methods."""
    told = methods_alone(line.text, key) and not explains_code(line.text)
    return bool(told) and not methods_alone(above.text, key)
