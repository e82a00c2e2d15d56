"""Tables with one cell a line whose head says one need, or none: every row below it has all its cells."""

from collections.abc import Sequence

from recruitment.domain.specification_evidence import parse_evidence
from recruitment.domain.specification_requirement import split_heading
from recruitment.readers.columns import Columns, Role, is_generic
from recruitment.readers.headings import is_section_name
from recruitment.readers.raw_lines import CellTexts, is_sign_text

_FEWEST_ROWS = 3


def says_one_need(head: Columns) -> bool:
    """“Criteria | Essential | Method of assessment”, with a mark in each row below."""
    return bool(head.at(Role.ESSENTIAL)) != bool(head.at(Role.DESIRABLE)) and not head.at(Role.REQUIREMENT)


def fewest_rows(head: Columns, *, again: bool) -> int:
    """A head that stands ``again`` elsewhere, or says one need, may stand over one row alone."""
    return 1 if says_one_need(head) or (again and not head.asks_requirement) else _FEWEST_ROWS


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


def begins_whole_row(row: Sequence[CellTexts], below: str, head: Columns) -> bool:
    """Whether a line begins a row, though it speaks of methods: “Enhanced DBS clearance”.

    The row above has all its cells, or it is the name of a section and the methods come ``below``.
    """
    if head.asks_requirement and not says_one_need(head):
        return False
    told = is_sign_text(below) if says_one_need(head) else parse_evidence(below, head.key) is not None
    named = len(row) == 1 and is_section_name(row[0][0][0]) and told
    return named or len(row) >= len(head.names)


def heads_other_need(text: str, head: Columns) -> bool:
    """“Desirable criteria” below rows whose head says no need: what follows has a head of its own."""
    return not head.asks_requirement and split_heading(text) in {("essential", ""), ("desirable", "")}
