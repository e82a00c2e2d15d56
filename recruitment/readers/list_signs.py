"""What begins the items of some lists in place of a dot: a tick, a bare number, one on its own line."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from recruitment.domain.specification_evidence import is_codes
from recruitment.domain.specification_requirement import requirement_of_lead
from recruitment.readers.blocks import Block, Line
from recruitment.readers.columns import is_generic
from recruitment.readers.headings import begins_part, is_requirement_heading, is_section_name
from recruitment.readers.labels import label_values
from recruitment.readers.ticked_boxes import EMPTIED
from recruitment.readers.wording import starts_low

_TICKED = re.compile(r"^\s*[✓✔☑\uf0fc]\s*(?=[A-Za-z][\w’'-]*\s+\S)")
_NUMBERED = re.compile(r"^(\d{1,2})\s+(?=[A-Z][a-z]|[A-Z]{2,}\b|An?\b)")
_LONE_NUMBER = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})+[.)]?|\(?(?:\d{1,2}|[a-z])[.)])\s*$")
_AT_THE_EDGE = re.compile(r"^(?P<text>\s*\S+(?: \S+)+) {2,}(?P<word>Essential|Desirable)\s*$")
_WIDE = re.compile(r"(?<=\S) {2,}(?=\S)")
# Signs of the lines of an advert, with their colour of skin and what joins them; ticks and boxes are others.
_PICTURE = re.compile(
    "^\\s*(?:[\U0001f300-\U0001faff\u2600-\u260f\u2613-\u2712\u2715\u2716\u2719-\u27bf\u2b50\u2705]"
    "[\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)+\\s*(?=\\S)"
)
# What a scan makes of the dots of a list; a letter only where it stands apart before a word.
_MISREAD_DOT = re.compile(r"^\s*(?:[¢«»°¤]\s*|e\s+)(?=\S)")
_FEWEST_MISREAD = 3
_FEWEST_EDGES = 4  # lines
_FEWEST_LED = 4  # words of a wording that goes on in a list
_NAMES_WAYS = re.compile(
    r"\b(?:one|any|some|all|both|either|each) of\b|\bthe following\b|\bways\b|"
    r"\b(?:such as|including|through|in|by)\W*$",
    re.IGNORECASE,
)
_SIGN_AT_END = re.compile(
    r"[(\[][^()\[\]]{1,20}[)\]]\s*$|\s[–—-]\s*(?:E|D|essential|desirable)\s*$", re.IGNORECASE
)
_INDENTED = re.compile(r"^(?P<room>\s*)[•●▪◦·○*-]\s+(?P<text>\S.*)$")
_IN_CELL = re.compile(r"^\s*[•●▪◦·○*–-]\s+(?=\S[^\t]*$)")
_GLUED_DASH = re.compile(r"^\s*[-–](?=[A-Z][a-z])")
_CHOICE = re.compile(r"[☐☑☒].*[☐☑☒]")  # boxes to choose between
_FEWEST_TICKS = 3
_FEWEST_NUMBERS = 4


def take_list_signs(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with ticks and bare numbers at the start of their lines taken for list markers.

    Ticks where several lines begin with one; numbers where each is one more than that of the numbered line
    above it. Cells of tables keep theirs: there a tick is a fact.
    """
    found = list(blocks)
    ticked = [place for place, block in enumerate(found) if _begins(_TICKED, block)]
    if len(ticked) >= _FEWEST_TICKS:
        _take(found, ticked, _TICKED, "bullet")
    for run in _runs_of_numbers(found):
        _take(found, run, _NUMBERED, "number")
    return found


def with_pictures_as_bullets(texts: Sequence[str]) -> list[str]:
    """Physical lines with the picture at the start of each as a dot; headings and labels just lose it."""
    made = []
    for text in texts:
        rest = _PICTURE.sub("", text)
        is_item = rest != text and not (
            is_section_name(rest) or is_requirement_heading(rest) or begins_part(rest) or label_values(rest)
        )
        made.append(f"• {rest}" if is_item else rest)
    return made


def with_misread_dots(texts: Sequence[str]) -> list[str]:
    """Physical lines with a dot in place of the sign at their start that a scan made of several dots."""
    misread = {text.strip() for text in texts if _MISREAD_DOT.match(text)}
    if len(misread) < _FEWEST_MISREAD:
        return [*texts]
    return [_MISREAD_DOT.sub("• ", text) for text in texts]


def without_tick_bullets(texts: Sequence[str]) -> list[str]:
    """Physical lines with a dot in place of the tick at their start, where several have one."""
    ticked = [text for text in texts if _TICKED.match(text)]
    return [
        _TICKED.sub("• ", text)
        if len(ticked) >= _FEWEST_TICKS and "\t" not in text and not _CHOICE.search(text)
        else text
        for text in texts
    ]


def with_their_numbers(texts: Sequence[str]) -> list[str]:
    """Physical lines with each number that stands alone, “1.1” over a blank line, before the text below it.

    Where signs come below, these are the cells of a table one by one, which keep their lines.
    """
    made = list(texts)
    filled = [place for place, text in enumerate(texts) if text.strip()]
    lone = [
        (at, below)
        for at, below in pairwise(filled)
        if below - at > 1 and _LONE_NUMBER.match(texts[at]) and not _LONE_NUMBER.match(texts[below])
    ]
    after = dict(pairwise(filled))
    beyond = [texts[after[below]] if below in after else "" for _, below in lone]
    if len(lone) < _FEWEST_NUMBERS or sum(is_codes(text, {}) for text in beyond) * 2 > len(lone):
        return made
    for at, below in lone:
        made[at], made[below] = "", f"{texts[at].strip()} {texts[below].strip()}"
    return made


def with_glued_dashes(texts: Sequence[str]) -> list[str]:
    """Physical lines with “-English” and “-Maths”, below “a pass in:”, drawn up to it as one wording."""
    made = list(texts)
    above = -1
    for place, text in enumerate(texts):
        if not _GLUED_DASH.match(text):
            above = place if _asks_for_one_of(text.strip()) else -1
        elif above >= 0 and (place > above + 1 or _GLUED_DASH.match("".join(texts[place + 1 : place + 2]))):
            made[above] = f"{made[above].rstrip()} {text.strip()}"
            made[place] = EMPTIED
    return made


def with_nested_items(texts: Sequence[str]) -> list[str]:
    """Physical lines with the deeper items below “in one of these ways:” drawn up to it as one wording.

    Not where they have signs of their own, as criteria do.
    """
    made = list(texts)
    above, depth = -1, 0
    for place, text in enumerate(texts):
        item = _INDENTED.match(text)
        if item and above >= 0 and len(item["room"]) > depth and not _SIGN_AT_END.search(text):
            made[above] = f"{made[above].rstrip()} {item['text'].strip()}"
            made[place] = EMPTIED
        elif item:
            opens = _NAMES_WAYS.search(item["text"]) and _asks_for_one_of(item["text"].strip())
            above, depth = (place, len(item["room"])) if opens else (-1, 0)
        elif text.strip():
            above = -1
    return made


def with_listed_cells(texts: Sequence[str]) -> list[str]:
    """Physical lines with the items below “one of the following:” drawn up to it, where a tab ends the last.

    Then they are paragraphs of one cell, and the tab begins the next.
    """
    made = list(texts)
    for place, text in enumerate(texts):
        if "\t" in text or not (_NAMES_WAYS.search(text) and _asks_for_one_of(text.strip())):
            continue
        end = place + 1
        while end < len(texts) and _IN_CELL.match(texts[end]):
            end += 1
        last = _IN_CELL.match(texts[end].partition("\t")[0]) if end < len(texts) else None
        if last and "\t" in texts[end]:
            items = [text, *(own.lstrip(" •●▪◦·○*–-") for own in texts[place + 1 : end + 1])]
            made[place] = " ".join(own.strip(" ") for own in items)
            made[place + 1 : end + 1] = [EMPTIED] * (end - place)
    return made


def _asks_for_one_of(text: str) -> bool:
    """“A pass at grade 4 in:”, a wording that is not at its end; no heading and no lead over criteria."""
    if not text.endswith(":") or len(text.split()) < _FEWEST_LED:
        return False
    heads = is_requirement_heading(text) or is_section_name(text) or begins_part(text) or label_values(text)
    return not heads and requirement_of_lead(text) is None


def with_words_in_brackets(texts: Sequence[str]) -> list[str]:
    """Physical lines with “Runs a group     Essential” as “Runs a group (Essential)”, behind their last line.

    Only below a head that does not explain the column, “Requirement     Criteria”.
    """
    said = {place: found for place, text in enumerate(texts) if (found := _AT_THE_EDGE.match(text))}
    if len(said) < _FEWEST_EDGES or not any(map(_names_nothing, texts)):
        return [*texts]
    made = list(texts)
    for place, found in said.items():
        wording = [found["text"].strip()]
        for below in range(place + 1, len(texts)):
            if below in said or not starts_low(texts[below].strip()):
                break
            wording.append(texts[below].strip())
            made[below] = EMPTIED
        made[place] = f"{' '.join(wording)} ({found['word']})"
    return made


def _names_nothing(text: str) -> bool:
    """Names of columns, wide apart, that say only “criteria” and the like."""
    names = _WIDE.split(text.strip())
    return len(names) > 1 and all(map(is_generic, names))


def _begins(pattern: re.Pattern[str], block: Block) -> bool:
    return isinstance(block, Line) and not block.marker and bool(pattern.match(block.text))


def _take(blocks: list[Block], places: Sequence[int], pattern: re.Pattern[str], marker: str) -> None:
    for place in places:
        line = blocks[place]
        if isinstance(line, Line):
            blocks[place] = replace(line, text=pattern.sub("", line.text), marker=marker)


def _runs_of_numbers(blocks: Sequence[Block]) -> list[list[int]]:
    """Places of lines numbered one after the other, from 1 on; too few make no list."""
    runs: list[list[int]] = []
    due = 1
    for place, block in enumerate(blocks):
        found = _NUMBERED.match(block.text) if isinstance(block, Line) and not block.marker else None
        if found and int(found[1]) == due and runs:
            runs[-1].append(place)
            due += 1
        elif found and int(found[1]) == 1:
            runs.append([place])
            due = 2
    return [run for run in runs if len(run) >= _FEWEST_NUMBERS and not _number_sections(blocks, run)]


def _number_sections(blocks: Sequence[Block], run: Sequence[int]) -> bool:
    """“1 QUALIFICATIONS” and “2 EXPERIENCE”, which head the lines between them."""
    texts = [block.text for place in run if isinstance(block := blocks[place], Line)]
    apart = all(below - above > 1 for above, below in pairwise(run))
    return apart and sum(is_section_name(text) for text in texts) * 2 > len(texts)
