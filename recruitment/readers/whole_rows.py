"""Tables with one cell a line whose head says one need, or none: every row below it has all its cells."""

import re
from collections.abc import Sequence

from recruitment.domain.specification_evidence import methods_in, names_methods_only, parse_evidence
from recruitment.domain.specification_requirement import is_mark, requirement_of_word, split_heading
from recruitment.readers.columns import Columns, Role, is_generic
from recruitment.readers.headings import is_section_name
from recruitment.readers.raw_lines import CellTexts

FEWEST_ROWS = 3
_LONGEST_NAME = 4  # words
_PLAIN_HEAD = 2  # names: of the wordings and the methods
_HOW = re.compile(r"\bassess\w*", re.IGNORECASE)
_HEADINGS = {("essential", ""), ("desirable", "")}


def says_one_need(head: Columns) -> bool:
    """“Criteria | Essential | Method of assessment”, with a mark in each row below."""
    return bool(head.at(Role.ESSENTIAL)) != bool(head.at(Role.DESIRABLE)) and not head.at(Role.REQUIREMENT)


def is_whole(cell: str, head: Columns) -> bool:
    """Whether what stands beside a wording is what the head promises; a mark may be missing over methods."""
    if says_one_need(head):
        return _says_need(cell, head) or names_methods_only(cell)
    return head.asks_requirement or parse_evidence(cell, head.key) is not None


def _says_need(cell: str, head: Columns) -> bool:
    need = "essential" if head.at(Role.ESSENTIAL) else "desirable"
    return is_mark(cell) or requirement_of_word(cell) == need


def holds_marks(rows: Sequence[Sequence[CellTexts]], head: Columns) -> bool:
    """Whether some row has the mark that a head asks for which says one need."""
    return not says_one_need(head) or any(_says_need(row[1][0][0], head) for row in rows if len(row) > 1)


def is_bare_head(names: Sequence[str], columns: Columns) -> bool:
    """“Criteria | Assessed by”, with “Essential” between or not; “Assessed by interview” is an answer."""
    told = methods_in(_HOW.sub(" ", names[-1]))
    single = len(names) == _PLAIN_HEAD + 1 and says_one_need(columns)
    ends = columns.roles[-1] is Role.EVIDENCE and is_generic(names[0])
    return ends and not told and (single or len(names) == _PLAIN_HEAD)


def lines_of_head_again(texts: Sequence[str], head: Columns) -> int:
    """How many of these lines are the same head again, over the rows of another section."""
    filled = [place for place, text in enumerate(texts) if text][: len(head.names)]
    again = tuple(texts[place] for place in filled) == head.names
    return filled[-1] + 1 if again and is_generic(head.names[0]) else 0


def begins_whole_row(row: Sequence[CellTexts], text: str, below: str, head: Columns) -> bool:
    """Whether a line begins a row, though it speaks of methods: “Enhanced DBS clearance”.

    The row above has all its cells, or it is the name of a section and the methods come ``below``. More
    methods alone go on with those above them.
    """
    if head.asks_requirement and not says_one_need(head):
        return False
    if goes_on_with_methods(row, text, head):
        return False
    if heads_need(text, head):
        return True
    told = is_whole(below, head) if says_one_need(head) else parse_evidence(below, head.key) is not None
    above = row[0][0][0]
    named = len(row) == 1 and len(above.split()) <= _LONGEST_NAME and is_section_name(above) and told
    return named or len(row) >= len(head.names)


def goes_on_with_methods(row: Sequence[CellTexts], text: str, head: Columns) -> bool:
    """“Certificates” below “Application form”, where a head names wordings and methods alone."""
    is_plain = not head.asks_requirement and len(row) == len(head.names)
    return is_plain and not heads_need(text, head) and names_methods_only(text)


def heads_need(text: str, head: Columns) -> bool:
    """“Desirable criteria” among rows whose head says no need."""
    return not head.asks_requirement and split_heading(text) in _HEADINGS
