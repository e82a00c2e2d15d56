"""Plain and pasted text: lines, wrapped lines joined again, and the tables that paste leaves behind."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from recruitment.domain.person_specification import SourceLine
from recruitment.domain.specification_evidence import (
    are_methods_alone,
    evidence_of_all,
    explains_code,
    is_codes,
    parse_evidence,
    parse_key,
)
from recruitment.domain.specification_requirement import requirement_of_word, split_lead
from recruitment.readers.assessed_headings import assessment_in
from recruitment.readers.blocks import Block, Line, join_lines
from recruitment.readers.headings import begins_part, is_requirement_heading, is_section_name
from recruitment.readers.labels import label_values, label_with_colon
from recruitment.readers.list_signs import (
    with_glued_dashes,
    with_their_numbers,
    with_words_in_brackets,
    without_tick_bullets,
)
from recruitment.readers.raw_lines import RawLine
from recruitment.readers.text_glue import with_colons, with_values_beside, without_glue
from recruitment.readers.text_pipes import without_closing_pipes
from recruitment.readers.text_slashes import with_their_cells
from recruitment.readers.text_tables import take_table
from recruitment.readers.ticked_boxes import EMPTIED, with_ticked_words
from recruitment.readers.titles import is_organisation, is_proper
from recruitment.readers.wording import clean, depth_of, join, split_marker, starts_low

_FURNITURE = re.compile(
    r"^\W*(?:you are on )?page\s*\d+\s*(?:of\s*\d+)?\b.{0,80}$|"
    r"^.{0,90}(?:\bpage\s*\d+\s*(?:of|/)\s*\d+|[–—|·-]\s*page\s*\d+)\W*$|^[-–—_=~.\s]*\d{0,3}[-–—_=~.\s]*$",
    re.IGNORECASE,
)
# The code or the date of a form and a page: “HR/Role v5 Page 1”, “PCC/Feb 2019Page 2”.
_FORM_PAGE = re.compile(r"^\S*(?:[A-Z]+/|\bv\d).{0,50}(?: |(?<=\d))Page \d+$")
_MARKER_TAB = re.compile(r"^\s*([•●▪◦·○➢➤►▶§♦■□\ue000-\uf8ffo–—*-]|\(?\d{1,2}[.)]|\(?[a-z][.)])[ ]*\t\s*")
# Inside a cell; before another column, or before methods, a dot is a mark.
_BULLET_TAB = re.compile(r"(?<=\t)([•●▪◦·○➢➤►▶§♦■□\ue000-\uf8ff])[ ]*\t[ ]*(?=([^\t\n]{2,}))")
_DOT = re.compile(r"^\s*[•●▪◦·○➢➤►▶§♦■□\ue000-\uf8ff]\s*$")
_NAMED_DOT = re.compile(r"^([A-Z][A-Za-z, &]{1,39}[A-Za-z])[ ]{1,2}([•●▪\ue000-\uf8ff][ ]+\S)")
_QUOTED = re.compile(r"^(?:>\s?)+")
_FEWEST_QUOTED = 6  # lines
_LONGEST_NAME = 9  # words
_FORM_CODE = re.compile(
    r"^\s*(?=.*\d)[A-Z]{2,}[A-Z\d]*(?:[ /._-][A-Z\d]+)+\s*$"
)  # “DCPS/BS/2024” on each page
_ADDRESS = re.compile(r"^\s*(?:https?://|www\.)\S+\s*$", re.IGNORECASE)
_CELL_EDGE = re.compile(r"\||(?:^|\s)/(?:\s|$)|\t")  # of a table written with pipes, slashes or tabs
_OPEN_END = re.compile(r"(?:\w+ ){3}(?:of|the|and|or|than|an?|e\.g\.|i\.e\.)$")  # goes on, whatever comes
_SPEAKS = re.compile(r"\b(?:will be|are|is)\b")  # a sentence of its own
_OPEN_CELL = re.compile(r"\s+[/|]+\s*$")  # the edge of a cell behind a line that is no table
_FOOTNOTE = re.compile(r"^[ivx]{1,4} +[A-Z‘“]")  # “ii  Selection centre means a process”
_DOUBTFUL = 0.4  # the weight of a seam before a capital: it may only wrap, or begin something else
_STRONG = re.compile(r"\*\*(?=\S)(.*?)(?<=\S)\*\*|__(?=\S)(.*?)(?<=\S)__")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])")
_MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+")


@dataclass(frozen=True, slots=True)
class _Look:
    text: str
    bold: bool = False
    italic: bool = False
    heading: int = 0


def read_text_blocks(text: str) -> tuple[Block, ...]:
    """Lines and tables of a text in order; numbers are those of the text's own lines."""
    raw = _raw_lines(text)
    edge = _edge_of(raw)
    blocks: list[Block] = []
    index = 0
    blank = True
    while index < len(raw):
        line = raw[index]
        if not line.text.strip():
            blank = True
            index += 1
            continue
        if taken := take_table(raw, index):
            table, index = taken
            blocks.append(table)
            blank = True
            continue
        above = raw[index - 1].text if index and not blank else ""
        if not blank and _is_tail(line.text) and blocks and isinstance(last := blocks[-1], Line):
            blocks[-1] = replace(last, text=join(last.text, clean(line.text)))
            index += 1
            continue
        _add_line(blocks, line, after_blank=blank or not _reaches(above, line.text, edge))
        blank = False
        index += 1
    return tuple(blocks)


def _edge_of(raw: Sequence[RawLine]) -> int:
    """How long a line had to be before its next word was wrapped, by lines that surely were; 0: none was."""
    lengths = [
        len(line.text) + 1 + len(below.text.split()[0])
        for line, below in pairwise(raw)
        if len(line.text) > 40 and not below.is_blank and starts_low(below.text.strip())
    ]
    return min(lengths, default=0)


def _is_tail(text: str) -> bool:
    """A mark, or a bracket that says essential or how it is assessed, wrapped on to a line of its own."""
    text = text.strip()
    if re.fullmatch(r"\*{1,3}", text) or (text[:1] in "–—-" and requirement_of_word(text[1:])):
        return True
    if not re.fullmatch(r"[(\[][^()\[\]]{1,40}[)\]][.;]?", text):
        return False
    inside = text.strip("()[].;")
    if "=" in inside or assessment_in(inside, {}):  # a key, or said of the whole list above
        return False
    said = requirement_of_word(re.split(r"[\s,;:/]+", inside)[0])
    return said is not None or parse_evidence(inside, {}) is not None


def _reaches(above: str, text: str, edge: int) -> bool:
    """Whether the first word of a line had no room on the line above."""
    return bool(edge) and len(above) + 1 + len(text.split(maxsplit=1)[0]) >= edge - 2


def _raw_lines(text: str) -> list[RawLine]:
    """Physical lines with tabs kept; markup that spans lines is taken off, page furniture is blanked."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\v", "\n")
    unquoted = without_closing_pipes(_without_quotation(text.split("\n")))
    unglued = with_colons(with_values_beside(without_glue(unquoted)))
    physical_lines = _with_low_items(with_their_numbers(_with_their_bullets(unglued)))
    lines: list[RawLine] = []
    times = Counter(line.strip() for line in physical_lines)
    open_strong = False
    marked = with_words_in_brackets(with_ticked_words(without_tick_bullets(physical_lines)))
    whole_cells = with_their_cells(with_glued_dashes(marked))
    for number, physical in enumerate(whole_cells, 1):
        if physical == EMPTIED:
            continue
        if physical.count("**") % 2:
            open_strong = not open_strong
            physical = physical.replace("**", "", 1) if physical.count("**") == 1 else physical
        foot = _FURNITURE.match(clean(physical)) or _FORM_PAGE.match(physical.strip())
        is_foot = foot and not _CELL_EDGE.search(physical)
        again = times[physical.strip()] > 1
        furniture = is_foot or (again and (_is_running_foot(physical) or _is_running_head(physical, lines)))
        physical = _BULLET_TAB.sub(_bullet_in_cell, _MARKER_TAB.sub(r"\1 ", physical))
        kept = "" if furniture else physical.rstrip(" ")
        lines.extend(RawLine(part, number) for part in _NAMED_DOT.sub(_name_above_dot, kept).split("\n"))
    return lines


def _is_running_foot(text: str) -> bool:
    """The number of a form, or the address of a website."""
    return bool(_FORM_CODE.match(text) or _ADDRESS.match(text))


def _is_running_head(text: str, above: Sequence[RawLine]) -> bool:
    """The name of the school, which stood alone on a line before."""
    name = text.strip()
    parts = [part for part in re.split(r" {3,}", name) if len(part.split()) <= _LONGEST_NAME]
    named = any(is_organisation(part) and is_proper(part) for part in parts)
    return named and any(line.text.strip() == name for line in above)


def _with_their_bullets(lines: Sequence[str]) -> Sequence[str]:
    """A PDF may give the dots of a list first, one on each line: they go before as many lines below."""
    if sum(bool(_DOT.match(line)) for line in lines) < 2:
        return lines
    made = [line if not _DOT.match(line) else "" for line in lines]
    place = 0
    while place < len(lines):
        dots = 0
        while place < len(lines) and not made[place].strip():
            dots += bool(_DOT.match(lines[place]))
            place += 1
        end = next((at for at in range(place, len(lines)) if not made[at].strip()), len(lines))
        if dots and end - place == dots:
            made[place:end] = [f"• {line}" for line in made[place:end]]
        place = end
    return made


def _name_above_dot(found: re.Match[str]) -> str:
    """“Experience • Keeps records”: the name of a section gets a line of its own, with the same number."""
    return f"{found[1]}\n{found[2]}" if is_section_name(found[1]) else found[0]


def _with_low_items(lines: Sequence[str]) -> Sequence[str]:
    """Lines in small letters below “You need to have:”, none of which had to be wrapped, as list items."""
    widest = max((len(line) for line in lines), default=0)
    made = list(lines)
    for place, line in enumerate(lines):
        if not line.rstrip().endswith(":"):
            continue
        begin = next((at for at in range(place + 1, len(lines)) if lines[at].strip()), len(lines))
        end = next((at for at in range(begin, len(lines)) if not lines[at].strip()), len(lines))
        items = [own.strip() for own in lines[begin:end]]
        fits = all(len(one) + 1 + len(two.split()[0]) < widest for one, two in pairwise(items))
        whole = all(one[:1].islower() and not one.endswith((".", ",")) for one in items)
        if len(items) > 1 and fits and whole:
            made[begin:end] = [f"• {own}" for own in items]
    return made


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


def _look(text: str) -> _Look:
    """Markdown emphasis and headings as looks."""
    heading = 0
    if found := _MARKDOWN_HEADING.match(text.strip()):
        heading, text = len(found[1]), text.strip()[found.end() :]
    plain = _STRONG.sub(lambda found: found[1] or found[2], text)
    bold = plain != text and not re.sub(r"[\s:.]", "", _STRONG.sub("", text))
    lean = _EMPHASIS.sub(r"\1", plain)
    italic = lean != plain and not re.sub(r"[\s:.]", "", _EMPHASIS.sub("", plain))
    return _Look(clean(lean), bold, italic, heading)


def _add_line(blocks: list[Block], raw: RawLine, *, after_blank: bool) -> None:
    look = _look(label_with_colon(_OPEN_CELL.sub("", raw.text)))
    marker, text = split_marker(look.text)
    if not text:
        return
    source = SourceLine(None, raw.number)
    line = Line(text, source, look.bold, look.italic, look.heading, marker, depth_of(look.text))
    before = blocks[-1] if blocks else None
    if isinstance(before, Line) and _wraps(before, line, after_blank=after_blank):
        weight = 0.0 if starts_low(line.text) or parse_key(before.text) else _DOUBTFUL
        blocks[-1] = join_lines(before, line, weight=weight)
    else:
        blocks.append(line)


def _wraps(before: Line, line: Line, *, after_blank: bool) -> bool:
    """Whether a printed line only continues the one above.

    In the middle of a sentence it does, also across a blank line; in a list, a line without its own
    marker does, unless it looks like a heading or the wording above is finished.
    """
    if before.heading or _begins_anew(line):
        return False
    if _goes_on(before.text, line.text) or (before.marker and _is_rest_in_brackets(before.text, line.text)):
        return True
    if starts_low(line.text):
        return not before.text.endswith((".", ":", "?", "!")) and not _is_heading(before.text)
    if after_blank or not before.marker or evidence_of_all(line.text, {}) or assessment_in(line.text, {}):
        return False
    if _is_heading(line.text) or before.text.endswith((".", ";", "!", "?", ")", "]")):
        return False
    return len(before.text) > 50


def _begins_anew(line: Line) -> bool:
    """A list item, a heading, a footnote, a label or “Essential: …”."""
    if line.marker or line.heading or _FOOTNOTE.match(line.text):
        return True
    return bool(label_values(line.text) or split_lead(line.text)[0])


def _goes_on(above: str, text: str) -> bool:
    """A key that is not at its end, or a wording that cannot be."""
    if parse_key(above):
        return above.endswith(("=", "–", "—", "-", ":")) or explains_code(text)
    shouted = text.isupper() and len(text.split()) > 1
    return above.endswith("=") or bool(_OPEN_END.search(above) and not (shouted or _is_heading(text)))


def _is_rest_in_brackets(above: str, text: str) -> bool:
    """“(SITS, Banner or similar)” below an item that speaks of a database; signs in brackets are no words."""
    if not (text.startswith("(") and text.endswith(")")) or above.endswith((".", ";", ":")):
        return False
    inside = text.strip("()")
    if _SPEAKS.search(inside):
        return False
    signs = requirement_of_word(inside) or assessment_in(inside, {}) or parse_evidence(inside, {})
    return not (_is_heading(above) or signs)


def _is_heading(text: str) -> bool:
    if len(text.split()) > 10:
        return False
    return is_requirement_heading(text) or is_section_name(text) or begins_part(text)
