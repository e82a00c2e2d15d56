"""Which lines of a list are headings, and which are sentences to its reader, by what stands below them."""

import re
from collections.abc import Sequence

from recruitment.domain.specification_evidence import names_methods_only
from recruitment.domain.specification_requirement import (
    requirement_of_lead,
    requirement_of_word,
    split_heading,
    split_lead,
    split_suffix,
)
from recruitment.readers.assessed_headings import split_assessed
from recruitment.readers.bare_signs import ends_in_codes
from recruitment.readers.blocks import Line
from recruitment.readers.headings import is_requirement_heading, is_section_name
from recruitment.readers.list_shape import ListShape

_LONGEST_BOLD, _LONGEST_PLAIN = 6, 3  # words of a numbered heading that no usual word tells
_NOTICE = re.compile(
    r"^\W*(?:note\b|nb\b|n\.b|please\b|candidates?\b|applicants?\b|you (?:will|should|must|may)\b|"
    r"(?:this|the) (?:post|job|role|school|trust|"
    r"authority|council|selection|panel|governors?|criteria|successful|following|above|person|"
    r"essential|desirable|applicant)\b|we\b|if you\b|for (?:further|more)\b|"
    r"these (?:are|criteria|(?:further )?(?:essential|desirable))\b|some or all of (?:the|these)\b|"
    r"all (?:staff|posts|candidates)\b|items? marked\b|"
    r"i (?:have read|accept|agree|confirm|understand)\b|"
    r"criteria (?:(?:that|which) are )?(?:marked|shown|listed|labelled)\b|criteria in each\b|"
    r"e\.?g\.? (?=[A-Z])|"
    r"the way in which (?:each|the|these) criteri|each line is\b|.{3,30}: criteria marked\b|"
    r".{0,80}\bwelcomes? applications\b|"
    r"applications? (?:should|must|will) be (?:sent|made|returned|received)\b|"
    r"in addition to\b|data protection:|evidence (?:is|will be)\b|"
    r"(?:january|february|march|april|may|june|july|"
    r"august|september|october|november|december) \d{4}\W*$|"
    r"closing date\b|(?:please )?tell us (?:about|how|why|what|when)\b|"
    r"this e-?mail (?:and|is|was|may)\b|[-_ ]*original message\b|sent from my\b|"
    r"(?:all|this) appointments? (?:are|is|will be) (?:made )?subject to\b|"
    r"page \d+|.{3,80}\bequal opportunit(?:y|ies) employer\W*$)",
    re.IGNORECASE,
)
_ABOUT_THESE = re.compile(r"^(?:all of )?(?:these|the following) are\b", re.IGNORECASE)
# What the words mean, in a sentence that has run into them: “EssentialThe candidate must meet these”.
_EXPLAINS_NEED = re.compile(r"^(?:Essential|Desirable)(?:The|This|These|Those|Candidates?|Applicants?|You) ")
_METHOD_FIRST = re.compile(
    r"^(?P<method>[A-Z][A-Za-z ]{2,30}?)\s+[–—-]\s+"
    r"(?:these|this|they|it|candidates?|applicants?|criteria|will|are|is|to be)\b.{15,}"
)
# The head of a table whose columns are lost: “Category Criteria Evidence”.
_NAMES_COLUMNS = re.compile(
    r"^(?!assess|how|method|evidence)(?:(?:categor(?:y|ies)|areas?|attributes?|factors?|criteri(?:a|on)|requirements?|evidence|methods?|how|"
    r"assess(?:ed|ment)|of|by|identified|measured)\W*){2,}$|"
    r"^(?:(?:essential|desirable|criteria|or|and)\W*){2,}$",
    re.IGNORECASE,
)
_TO_FILL_IN = re.compile(r"_{4,}|\.{6,}|…{2,}|☐ ?yes\b", re.IGNORECASE)


def is_notice(text: str) -> bool:
    """A sentence to the reader, or a line to be filled in by hand: no criterion."""
    return speaks_to_reader(text) or bool(_TO_FILL_IN.search(text))


def speaks_to_reader(text: str) -> bool:
    """“Please note …”, “Candidates should …”, “This post is …”, “EssentialThe candidate must …”."""
    return bool(_NOTICE.match(text) or _EXPLAINS_NEED.match(text)) or _explains_method(text)


def _explains_method(text: str) -> bool:
    """“References – these are taken up before the day”."""
    found = _METHOD_FIRST.match(text)
    return found is not None and names_methods_only(found["method"])


def names_columns(text: str) -> bool:
    """“Requirement  Criteria” or “Category Criteria Evidence”, which heads columns and names no section."""
    return bool(_NAMES_COLUMNS.match(text))


def leads(line: Line, below: Sequence[Line]) -> bool:
    """A line over list items, with a colon or as a sentence about “these”; over bare lines, by its words."""
    if line.marker or not below:
        return False
    if not below[0].marker:
        spoken = line.text.rstrip().endswith(":") or bool(_ABOUT_THESE.match(line.text))
        return spoken and requirement_of_lead(line.text) is not None
    if line.text.rstrip().endswith((" -", " –")):
        return requirement_of_lead(line.text) is not None
    return line.text.rstrip().endswith(":") or bool(_ABOUT_THESE.match(line.text))


def is_over_section(line: Line, below: Sequence[Line], shape: ListShape) -> bool:
    """A heading by its looks right over the heading of a section."""
    heads = bool(line.heading or line.bold or _stands_over(line, below))
    return heads and is_section(below[0], below[1] if len(below) > 1 else None, shape)


def names_section_too(line: Line, rest: str, below: Sequence[Line], shape: ListShape) -> bool:
    """“Essential track record” in bold, or over bullets: a heading by its looks, whatever its words."""
    if line.marker or len(rest.split()) > 6 or line.text.rstrip().endswith((".", ";", ",")):
        return False
    followed = bool(below) and bool(below[0].marker) and shape.marked
    return followed or line.bold or bool(line.heading)


def numbers_section(line: Line, below: Sequence[Line], shape: ListShape) -> bool:
    """“2. Knowledge” as a heading, “2. Working with Others” over “Essential”, or any in bold over 2.1."""
    alone = bool(below) and not below[0].marker and shape.suffixed
    names = is_section_name(line.text) or is_requirement_heading(line.text)
    named = names and (line.bold or alone or _stands_over(line, below))
    short = len(line.text.split()) <= (_LONGEST_BOLD if line.bold else _LONGEST_PLAIN)
    over_numbers = short and _stands_over(line, below) and below[0].marker == "number"
    return named or over_numbers or _is_over_need(line, below)


def _is_over_need(line: Line, below: Sequence[Line]) -> bool:
    """“2. Working with Others” over “Essential”, in bold or capitals, or with 2.1 below that."""
    if line.marker != "number" or not below or not is_requirement_heading(below[0].text):
        return False
    return line.bold or line.text.isupper() or (len(below) > 1 and below[1].level > line.level)


def _stands_over(line: Line, below: Sequence[Line]) -> bool:
    """“1. Experience” over 1.1 and 1.2, or over bullets."""
    if line.marker != "number" or not below:
        return False
    return below[0].level > line.level or below[0].marker == "bullet"


def heads_sections(below: Sequence[Line], shape: ListShape) -> bool:
    """Whether sections follow a requirement heading: not those with a requirement of their own."""
    if not below or not is_section(below[0], below[1] if len(below) > 1 else None, shape):
        return False
    return len(below) < 2 or not is_requirement_heading(below[1].text)


def is_section(line: Line, below: Line | None, shape: ListShape) -> bool:
    """A short line that names a group: by its words, or by its looks and what follows it."""
    text = line.text
    if names_columns(text):
        return False
    numbered = below is not None and _stands_over(line, [below])
    if (line.marker and not line.bold and not numbered) or split_heading(text)[0] or speaks_to_reader(text):
        return False
    if requirement_of_word(split_suffix(text)[1] or "") or (
        shape.assessed and ends_in_codes(text, shape.key)
    ):
        return False
    text, letters = (text, ()) if shape.assessed else split_assessed(text, {})
    if is_section_name(text):
        return True
    short = len(text.split()) <= 9 and not text.rstrip().endswith((".", ";", ","))
    looks = bool(line.heading or line.bold or (text.isupper() and len(text) > 3))
    led = below is not None and below.text.endswith(":") and requirement_of_lead(below.text) is not None
    followed = below is not None and (bool(below.marker) or is_requirement_heading(below.text) or led)
    over_list = followed and shape.marked and (not line.soft or text[:1].isupper())
    over_needs = bool(letters) and below is not None and split_lead(below.text)[0] is not None
    return short and (looks or over_list or over_needs)
