"""Ways to assess whose column has run into the printed lines of a list, in the middle of its wordings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from recruitment.domain.specification_evidence import are_methods_alone, methods_in, names_methods_only
from recruitment.readers.column_heads import heads_evidence
from recruitment.readers.columns import is_generic
from recruitment.readers.headings import begins_part, is_requirement_heading, is_section_name
from recruitment.readers.ticked_boxes import EMPTIED
from recruitment.readers.wording import clean, starts_low

_FEWEST = 4  # items with methods
_LONGEST_METHODS = 4  # words
_LONGEST_REST = 2  # words of methods that wrap
_FEWEST_BEFORE = 3  # words of a wording before its methods
_HEAD = re.compile(
    r"^(?:\S+ ){0,2}essential(?: criteria)? +desirable(?: criteria)? +(?P<how>\S.{2,40})$", re.IGNORECASE
)
_PLAIN_HEAD = re.compile(r"^(?P<what>\S+(?: \S+)?) (?P<how>\S+ \S+)$")  # “Criteria Assessed by”
_CODES = re.compile(r"\s{2,}(?P<how>[A-Z](?:\s*[,/]\s*[A-Z])*)$")
_ITEM = re.compile(r"^\s*(?:[A-Z][\w &/-]{2,39} {1,2})?[•●▪\ue000-\uf8ff]\s*\S")


@dataclass(slots=True)
class _Item:
    """The printed lines of a list item, without the methods that stood at their ends."""

    place: int
    texts: list[str] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    others: list[int] = field(default_factory=list)


def with_methods_behind(texts: Sequence[str]) -> Sequence[str]:
    """“• Keeps records of Interview” over “each visit” as “• Keeps records of each visit (Interview)”.

    Only below a head whose last column is for the methods and whose others are lost, and only where most
    items of the list have some.
    """
    head = next((place for place, text in enumerate(texts) if _is_head(clean(text))), len(texts))
    items = _items_below(texts, head + 1)
    told = [item for item in items if item.methods]
    if len(told) < max(_FEWEST, len(items) // 2 + 1):
        return texts
    made = list(texts)
    for item in told:
        made[item.place] = f"{' '.join(item.texts)} ({', '.join(item.methods)})"
        for place in item.others:
            made[place] = EMPTIED
    return made


def _is_head(text: str) -> bool:
    plain = _PLAIN_HEAD.match(text)
    found = plain if plain and is_generic(plain["what"]) else _HEAD.match(text)
    return found is not None and heads_evidence(found["how"])


def _items_below(texts: Sequence[str], start: int) -> list[_Item]:
    items: list[_Item] = []
    is_open = False
    for place in range(start, len(texts)):
        text = texts[place].strip()
        begins = bool(_ITEM.match(texts[place]))
        if begins:
            items.append(_Item(place))
        elif not text:
            continue
        elif not is_open or _ends_item(text) or not _goes_on(items[-1], text):
            is_open = False
            continue
        else:
            items[-1].others.append(place)
        is_open = True
        _add(items[-1], text)
    return items


def _ends_item(text: str) -> bool:
    return is_section_name(text) or begins_part(text) or is_requirement_heading(text)


def _goes_on(item: _Item, text: str) -> bool:
    return starts_low(text) or not item.texts[-1].endswith(".")


def _add(item: _Item, text: str) -> None:
    """One more printed line: its methods are kept apart, or go on from those of the line above."""
    if item.methods and starts_low(text) and names_methods_only(f"{item.methods[-1]} {text}"):
        item.methods[-1] += f" {text}"
        return
    if item.texts and starts_low(text) and len(text.split()) <= _LONGEST_REST:
        wording, methods = _parted(f"{item.texts[-1]} {text}")
        if methods:  # “Interview/Selection” over “centre”
            item.texts.pop()
            text = f"{wording} {methods}"
    wording, methods = _parted(text)
    item.texts += [wording] if wording else []
    item.methods += [methods] if methods else []


def _parted(text: str) -> tuple[str, str]:
    """A printed line and the methods at its end; a certificate alone may be what the wording asks for."""
    if codes := _CODES.search(text):
        return text[: codes.start()], codes["how"]
    words = text.split()
    for place in range(max(len(words) - _LONGEST_METHODS, _FEWEST_BEFORE), len(words)):
        methods = " ".join(words[place:])
        if are_methods_alone(methods) and methods_in(methods) != ("C",):
            return " ".join(words[:place]), methods
    return text, ""
