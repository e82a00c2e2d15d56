"""The physical lines of a pasted text, mended before anything is read in them."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from recruitment.domain.specification_evidence import are_methods_alone, is_codes
from recruitment.domain.specification_requirement import requirement_of_lead
from recruitment.readers.headings import is_requirement_heading, is_section_name
from recruitment.readers.list_signs import (
    with_glued_dashes,
    with_listed_cells,
    with_misread_dots,
    with_nested_items,
    with_pictures_as_bullets,
    with_their_numbers,
    with_words_in_brackets,
    without_tick_bullets,
)
from recruitment.readers.page_furniture import furniture_in, pages_of, without_running_lines
from recruitment.readers.raw_lines import RawLine
from recruitment.readers.text_codes import with_coded_items
from recruitment.readers.text_gaps import with_signs_apart, with_whole_cells
from recruitment.readers.text_glue import (
    with_colons,
    with_labels_above,
    with_listed_labels,
    with_piped_values,
    with_values_beside,
    without_glue,
)
from recruitment.readers.text_mail import without_mail
from recruitment.readers.text_methods import with_methods_behind
from recruitment.readers.text_pipes import without_closing_pipes
from recruitment.readers.text_sheets import with_sheet_rows, with_tabbed_rows
from recruitment.readers.text_slashes import with_their_cells
from recruitment.readers.ticked_boxes import EMPTIED, with_ticked_words
from recruitment.readers.wording import LED, clean, split_marker, starts_low

_MARKER_TAB = re.compile(r"^\s*([•●▪◦·○➢➤►▶§♦■□\ue000-\uf8ffo–—*-]|\(?\d{1,2}[.)]|\(?[a-z][.)])[ ]*\t\s*")
# Inside a cell; before another column, or before methods, a dot is a mark.
_BULLET_TAB = re.compile(r"(?<=\t)([•●▪◦·○➢➤►▶§♦■□\ue000-\uf8ff])[ ]*\t[ ]*(?=([^\t\n]{2,}))")
_DOT = re.compile(r"^\s*[•●▪◦·○➢➤►▶§♦■□\ue000-\uf8ff]\s*$")
_LONE_BULLET = re.compile(r"^\s*[*•●▪◦·-]\s*$")
_FEWEST_LONE = 3
_NAMED_DOT = re.compile(r"^([A-Z][A-Za-z, &]{1,39}[A-Za-z])[ ]{1,2}([•●▪\ue000-\uf8ff][ ]+\S)")
_SIDE_BY_SIDE = re.compile(r"\S {3,}\S")  # cells of a table held by spaces
_QUOTED = re.compile(r"^(?:>\s?)+")
_FEWEST_QUOTED = 6  # lines
_FEWEST_NAMES = 2  # of sections, before the dot of a list
_LONGEST_UNUSUAL = 4  # words of a name like theirs


def physical_lines(text: str) -> list[RawLine]:
    """Physical lines with tabs kept; markup that spans lines is taken off, page furniture is blanked."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    pages = pages_of(text)
    unquoted = _without_quotation(text.replace("\f", "\n").split("\n"))
    mended: Sequence[str] = without_running_lines(unquoted, pages)
    for mend in _MENDS:
        mended = mend(mended)
    lines: list[RawLine] = []
    furniture = furniture_in(mended)
    open_strong = False
    for number, physical in enumerate(mended, 1):
        if physical == EMPTIED:
            continue
        if physical.count("**") % 2:
            open_strong = not open_strong
            physical = physical.replace("**", "", 1) if physical.count("**") == 1 else physical
        is_furniture = number - 1 in furniture
        physical = _BULLET_TAB.sub(_bullet_in_cell, _MARKER_TAB.sub(r"\1 ", physical))
        kept = "" if is_furniture else physical.rstrip(" ")
        page = pages[number - 1] if number <= len(pages) else 0
        lines.extend(RawLine(part, number, page) for part in kept.split("\n"))
    return lines


def _with_lone_bullets(lines: Sequence[str]) -> Sequence[str]:
    """“*” on a line of its own above each item, as a dot before it."""
    lone = [place for place, line in enumerate(lines) if _LONE_BULLET.match(line)]
    below = [lines[place + 1] if place + 1 < len(lines) else "" for place in lone]
    over = [
        place
        for place, text in zip(lone, below, strict=True)
        if text.strip() and not _LONE_BULLET.match(text)
    ]
    if (
        _say_methods([lines[place + 1] for place in over])
        or len(over) < _FEWEST_LONE
        or len(over) < len(lone)
    ):
        return lines
    made = list(lines)
    for place in over:
        made[place], made[place + 1] = EMPTIED, f"• {lines[place + 1].strip()}"
    return made


def _say_methods(texts: Sequence[str]) -> bool:
    """Whether below dots stands how something is assessed: then they are marks in a column."""
    return any(is_codes(text, {}) or are_methods_alone(text) for text in map(clean, texts))


def _with_their_bullets(lines: Sequence[str]) -> Sequence[str]:
    """A PDF may give the dots of a list first, one on each line: they go before as many lines below.

    A dot over methods is a mark in a column.
    """
    below = [
        next((own for own in lines[place + 1 : place + 4] if own.strip()), "") for place in range(len(lines))
    ]
    dots_at = {
        place for place, line in enumerate(lines) if _DOT.match(line) and not _say_methods([below[place]])
    }
    if len(dots_at) < 2:
        return lines
    made = ["" if place in dots_at else line for place, line in enumerate(lines)]
    place = 0
    while place < len(lines):
        dots = 0
        while place < len(lines) and not made[place].strip():
            dots += place in dots_at
            place += 1
        end = next((at for at in range(place, len(lines)) if not made[at].strip()), len(lines))
        if dots and end - place == dots:
            made[place:end] = [f"• {line}" for line in made[place:end]]
        place = end
    return made


def _with_names_above_dots(texts: Sequence[str]) -> Sequence[str]:
    """“Experience • Keeps records”: the name of a section gets a line of its own, with the same number.

    Where several lines begin so, an unusual name is one too.
    """
    found = [_NAMED_DOT.match(text) for text in texts]
    usual = sum(bool(one and is_section_name(one[1])) for one in found)
    return [
        _NAMED_DOT.sub(r"\1\n\2", text)
        if one
        and not _SIDE_BY_SIDE.search(text)
        and (is_section_name(one[1]) or (usual >= _FEWEST_NAMES and len(one[1].split()) <= _LONGEST_UNUSUAL))
        else text
        for one, text in zip(found, texts, strict=True)
    ]


def _with_unmarked_items(lines: Sequence[str]) -> Sequence[str]:
    """Lines below “You need to have:”, none of which had to be wrapped, as list items.

    In small letters they are below any line that ends so; others only where it says how much they are needed.
    """
    widest = max((len(line) for line in lines), default=0)
    made = list(lines)
    for place, line in enumerate(lines):
        if not line.rstrip().endswith(":"):
            continue
        begin = next((at for at in range(place + 1, len(lines)) if lines[at].strip()), len(lines))
        needed = requirement_of_lead(line.strip(" :")) is not None
        low = needed and starts_low("".join(lines[begin : begin + 1]).strip())
        end = next((at for at in range(begin, len(lines)) if _ends_items(lines[at], low=low)), len(lines))
        items = [own.strip() for own in lines[begin:end]]
        fits = all(len(one) + 1 + len(two.split()[0]) < widest for one, two in pairwise(items))
        whole = not any(one.endswith((".", ",", ":")) or split_marker(clean(one))[0] for one in items)
        told = needed or all(one[:1].islower() for one in items)
        if len(items) > 1 and fits and whole and told:
            made[begin:end] = [f"{LED} {own}" for own in items]
    return made


def _ends_items(line: str, *, low: bool) -> bool:
    """A blank line; below items in small letters also a heading, or a line that leads to something else."""
    text = line.strip()
    heads = ":" in text or is_section_name(text) or is_requirement_heading(text)
    return not text or (low and text[0].isupper() and heads)


def _bullet_in_cell(found: re.Match[str]) -> str:
    text = clean(found[2])
    is_method = text != "D" and (is_codes(text, {}) or are_methods_alone(text))
    return found[0] if is_method else f"{found[1]} "


def _without_quotation(lines: Sequence[str]) -> Sequence[str]:
    """An e-mail that was answered or forwarded, without the “>” before most of its lines."""
    said = [line for line in lines if line.strip()]
    quoted = sum(bool(_QUOTED.match(line)) for line in said)
    if quoted < _FEWEST_QUOTED or quoted * 2 <= len(said):
        return lines
    return [_QUOTED.sub("", line) for line in lines]


# In this order: what was laid over the text is taken off first; labels are told from their values before
# list signs are looked for; cells that stand on several lines are drawn together last, when their signs are
# known. Each keeps the number of lines, so that a wording still knows its own; only the last four may break
# one.
_MENDS: tuple[Callable[[Sequence[str]], Sequence[str]], ...] = (
    without_mail,
    with_sheet_rows,
    with_tabbed_rows,
    without_closing_pipes,
    _with_lone_bullets,
    with_pictures_as_bullets,
    with_misread_dots,
    without_glue,
    with_values_beside,
    with_piped_values,
    with_listed_labels,
    with_colons,
    with_whole_cells,
    _with_their_bullets,
    with_their_numbers,
    _with_unmarked_items,
    without_tick_bullets,
    with_ticked_words,
    with_words_in_brackets,
    with_methods_behind,
    with_glued_dashes,
    with_nested_items,
    with_listed_cells,
    with_their_cells,
    with_labels_above,
    with_signs_apart,
    with_coded_items,
    _with_names_above_dots,
)
