"""Tables with one cell a line whose head says one need, or none: every row below it has all its cells."""

from collections.abc import Sequence

from recruitment.domain.specification_evidence import names_methods_only, parse_evidence
from recruitment.domain.specification_requirement import split_heading
from recruitment.readers.columns import Columns, Role, is_generic
from recruitment.readers.headings import is_section_name
from recruitment.readers.raw_lines import CellTexts, is_sign_text

FEWEST_ROWS = 3
_LONGEST_NAME = 4  # words
_HEADINGS = {("essential", ""), ("desirable", "")}


def says_one_need(head: Columns) -> bool:
    """“Criteria | Essential | Method of assessment”, with a mark in each row below."""
    return bool(head.at(Role.ESSENTIAL)) != bool(head.at(Role.DESIRABLE)) and not head.at(Role.REQUIREMENT)


def count_whole_rows(rows: Sequence[Sequence[CellTexts]], head: Columns) -> int:
    """How many rows come before one without what the head promises: a mark, or methods."""
    for place, row in enumerate(rows):
        if len(row) > 1 and not _is_whole(row[1][0][0], head):
            return place
    return len(rows)


def _is_whole(cell: str, head: Columns) -> bool:
    if says_one_need(head):
        return is_sign_text(cell)
    return head.asks_requirement or parse_evidence(cell, head.key) is not None


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
    told = is_sign_text(below) if says_one_need(head) else parse_evidence(below, head.key) is not None
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
