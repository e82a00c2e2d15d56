"""Plain and pasted text: lines, wrapped lines joined again, and the tables that paste leaves behind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from recruitment.domain.person_specification import SourceLine
from recruitment.domain.specification_evidence import evidence_of_all, parse_evidence
from recruitment.domain.specification_key import explains_code, parse_key
from recruitment.domain.specification_requirement import requirement_of_lead, requirement_of_word, split_lead
from recruitment.readers.assessed_headings import asks_how, assessment_in
from recruitment.readers.blocks import Block, Line, join_lines
from recruitment.readers.headings import begins_part, is_requirement_heading, is_section_name
from recruitment.readers.labels import label_values, label_with_colon
from recruitment.readers.raw_lines import RawLine
from recruitment.readers.text_lines import physical_lines
from recruitment.readers.text_tables import take_table
from recruitment.readers.wording import clean, depth_of, join, split_marker, starts_low

_OPEN_END = re.compile(r"(?:\w+ ){3}(?:of|the|and|or|than|an?|e\.g\.|i\.e\.)$")  # goes on, whatever comes
_SPEAKS = re.compile(r"\b(?:will be|are|is)\b")  # a sentence of its own
_OPEN_NEED = re.compile(r"[(\[](?:E|D|essential|desirable)$", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Z](?:\s*[,/&]\s*[A-Z])*")
_CLOSED_NEED = re.compile(r"\w [(\[](?:E|D|essential|desirable)[)\]]\s*$", re.IGNORECASE)
_CLOSES = re.compile(r"[–—-]\s*[^()\[\]]{1,40}[)\]]")
_OPEN_CODE = re.compile(r"[;,] [A-Z]{1,3}$")
_DASHES = ("–", "—", "-")
_OPEN_CELL = re.compile(r"\s+[/|]+\s*$")  # the edge of a cell behind a line that is no table
_OPEN_KEY = re.compile(r"[=–—:-]$|\([a-h]\)$")  # a key goes on with the words of its last code
_NEXT_NUMBER = re.compile(r"^\d\s*=\s*[A-Za-z]")  # of a key in numbers
_FOOTNOTE = re.compile(r"^[ivx]{1,4} +[A-Z‘“]")  # “ii  Selection centre means a process”
_FEWEST_WRAPPED = 4  # items of lists
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
    raw = physical_lines(text)
    edge = _edge_of(raw)
    parted = _is_parted_by_blanks(raw)
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
        if (
            not blank
            and (_is_tail(line.text) or _is_evidence_behind(above, line.text))
            and blocks
            and isinstance(last := blocks[-1], Line)
        ):
            blocks[-1] = replace(last, text=join(last.text, clean(line.text)))
            index += 1
            continue
        after_blank = blank or not (parted or _reaches(above, line.text, edge))
        _add_line(blocks, line, after_blank=after_blank, parted=parted)
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


def _is_parted_by_blanks(raw: Sequence[RawLine]) -> bool:
    """Whether items of lists are wrapped and no heading follows without a blank line: what does goes on."""
    below_items = [
        clean(line.text)
        for above, line in pairwise(raw)
        if split_marker(clean(above.text))[0] and not (line.is_blank or split_marker(clean(line.text))[0])
    ]
    capital = [text for text in below_items if not starts_low(text)]
    return len(below_items) - len(capital) >= _FEWEST_WRAPPED and not any(map(_may_head, capital))


def _may_head(text: str) -> bool:
    """A heading, or a line that leads to a list: “It would help if you also had:”."""
    return _is_heading(text) or text.endswith(":") or requirement_of_lead(text) is not None


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


def _is_evidence_behind(above: str, text: str) -> bool:
    """“A/I” below “… needs (D)”, wrapped on to a line of its own."""
    return bool(_CLOSED_NEED.search(above) and _LETTERS.fullmatch(text.strip()))


def _reaches(above: str, text: str, edge: int) -> bool:
    """Whether the first word of a line had no room on the line above."""
    return bool(edge) and len(above) + 1 + len(text.split(maxsplit=1)[0]) >= edge - 2


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


def _add_line(blocks: list[Block], raw: RawLine, *, after_blank: bool, parted: bool) -> None:
    look = _look(label_with_colon(_OPEN_CELL.sub("", raw.text)))
    before = blocks[-1] if blocks else None
    closes = isinstance(before, Line) and _closes_bracket(before.text, look.text)
    marker, text = ("", look.text) if closes else split_marker(look.text)
    if not text:
        return
    source = SourceLine(None, raw.number)
    line = Line(text, source, look.bold, look.italic, look.heading, marker, depth_of(look.text))
    if closes and isinstance(before, Line):
        blocks[-1] = join_lines(before, line)
    elif isinstance(before, Line) and _wraps(before, line, after_blank=after_blank, parted=parted):
        weight = 0.0 if starts_low(line.text) or parse_key(before.text) else _DOUBTFUL
        blocks[-1] = join_lines(before, line, weight=weight)
    else:
        blocks.append(line)


def _closes_bracket(above: str, text: str) -> bool:
    """“– A, I)” below “… on pupils. (E”, or “– task” below a key that ends “T”: the dash begins no item."""
    in_key = text[:1] in _DASHES and _OPEN_CODE.search(above) and parse_key(above)
    return bool(in_key or (_OPEN_NEED.search(above) and _CLOSES.match(text)))


def _wraps(before: Line, line: Line, *, after_blank: bool, parted: bool) -> bool:
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
    runs_on = ";" in before.text and before.text[-1:].isalpha()  # several wordings in one sentence
    if (
        after_blank
        or not (before.marker or runs_on)
        or evidence_of_all(line.text, {})
        or assessment_in(line.text, {})
    ):
        return False
    if _is_heading(line.text) or before.text.endswith((".", ";", "!", "?", ")", "]")):
        return False
    return parted or len(before.text) > 50


def _begins_anew(line: Line) -> bool:
    """A list item, a heading, a footnote, a label or “Essential: …”."""
    if line.marker or line.heading or _FOOTNOTE.match(line.text):
        return True
    return bool(label_values(line.text) or split_lead(line.text)[0])


def _goes_on(above: str, text: str) -> bool:
    """A key that is not at its end, or a wording that cannot be."""
    if parse_key(above):
        return bool(_OPEN_KEY.search(above)) or explains_code(text) or bool(_NEXT_NUMBER.match(text))
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
    return is_requirement_heading(text) or is_section_name(text) or begins_part(text) or asks_how(text)
