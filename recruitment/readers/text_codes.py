"""Criteria numbered E1, E2 … and D1, D2 … in a text whose columns are lost: one line for each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product

from recruitment.domain.specification_requirement import ESSENTIAL_RE
from recruitment.readers.headings import is_requirement_heading, is_section_name
from recruitment.readers.page_furniture import furniture_in
from recruitment.readers.ticked_boxes import EMPTIED
from recruitment.readers.wording import join, split_marker, starts_low

_CODE = re.compile(r"(?:^|(?<=\s))(?P<need>[ED])(?P<number>\d{1,2})[.):]? +(?=[A-Z“‘])")
_METHODS = re.compile(r"[(\[][A-Z]{1,3}(?:\s?[,/&]?\s?[A-Z]{1,3})*[)\]]\W*$")
_FEWEST = {"E": 4, "D": 2}
_MOST_SEAMS = 4  # between the printed lines of a name


def with_coded_items(texts: Sequence[str]) -> list[str]:
    """Physical lines with each “E3 Training as a” over “lead (A, I)” as one, and a name broken over several.

    Only where the codes count up from E1 and from D1, and methods in brackets end most of what they begin.
    Feet of pages between them go.
    """
    begun = _codes_in(texts)
    feet = furniture_in(texts) if begun else frozenset()
    kept = [EMPTIED if place in feet and text.strip() else text for place, text in enumerate(texts)]
    items = dict(_items_of(kept, begun))
    closed = sum(_ends_in_methods(text) for text, _ in items.values())
    if not items or closed * 2 < len(items):
        return [*texts]
    made = list(kept)
    first = next(iter(items))
    above = _below_head(kept, first)
    if above < first:
        made[above - 1] = EMPTIED  # the names of columns that are lost
    for place, (item, end) in items.items():
        lines = (*kept[above:place], kept[place][: begun[place]])
        name = _name_of([line.strip() for line in lines if re.search(r"\w", line)])
        made[place] = item
        made[place + 1 : end] = [EMPTIED] * (end - place - 1)
        if name:
            made[above:place] = [EMPTIED] * (place - above)
            made[place] = f"{name}\n{item}"
        above = end
    return made


def _below_head(texts: Sequence[str], place: int) -> int:
    """Where the name above the first code begins: below the names of the columns, where they stand near."""
    near = range(place - 1, max(place - 2 - _MOST_SEAMS, -1), -1)
    return next((above + 1 for above in near if ESSENTIAL_RE.search(texts[above])), place)


def _codes_in(texts: Sequence[str]) -> Mapping[int, int]:
    """Where in which lines the next code of its kind stands; nothing where there are too few."""
    due = {"E": 1, "D": 1}
    found: dict[int, int] = {}
    for place, text in enumerate(texts):
        code = _CODE.search(text)
        if code and int(code["number"]) == due[code["need"]] and _may_stand_before(text[: code.start()]):
            if "\t" in text:
                return {}
            due[code["need"]] += 1
            found[place] = code.start()
    return found if all(due[need] > fewest for need, fewest in _FEWEST.items()) else {}


def _may_stand_before(text: str) -> bool:
    """Nothing, or the name of a section on the line of its first code."""
    return not text.strip() or is_section_name(text.strip())


def _items_of(texts: Sequence[str], begun: Mapping[int, int]) -> Iterator[tuple[int, tuple[str, int]]]:
    """Each wording from its code to its methods, and the place behind it; its line alone if none come."""
    places = [*begun, len(texts)]
    for place, below in pairwise(places):
        text = texts[place][begun[place] :].strip()
        whole = text
        end = place + 1
        while not _ends_in_methods(whole) and end < below and not _ends_wording(texts[end].strip()):
            whole = whole if texts[end] == EMPTIED else join(whole, texts[end].strip())
            end += 1
        yield place, ((whole, end) if _ends_in_methods(whole) else (text, place + 1))


def _ends_wording(text: str) -> bool:
    """A blank line, a heading or a list item."""
    heads = is_section_name(text) or is_requirement_heading(text)
    return not text or bool(heads or split_marker(text)[0])


def _ends_in_methods(text: str) -> bool:
    return _METHODS.search(text) is not None


def _name_of(lines: Sequence[str]) -> str:
    """The printed lines of a name as one; a narrow column breaks words anywhere, “Qualificatio | ns”.

    Empty where they are no name of a section: then they stay as they are.
    """
    if not 0 < len(lines) <= _MOST_SEAMS + 1:
        return ""
    ways = product(*(["", " "] if starts_low(line) else [" "] for line in lines[1:]))
    names = (
        lines[0] + "".join(f"{seam}{line}" for seam, line in zip(way, lines[1:], strict=True)) for way in ways
    )
    return next((name for name in names if is_section_name(name)), "")
