"""Tables without ruling lines in a PDF: printed lines gathered into rows below a head."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from recruitment.domain.person_specification import SourceLine
from recruitment.domain.specification_evidence import parse_evidence, parse_key
from recruitment.readers.blocks import Cell, Line, Row, Table
from recruitment.readers.columns import Role
from recruitment.readers.headings import is_section_name, part_of
from recruitment.readers.pdf_heads import HEADING_ROLES, Head, cells_of
from recruitment.readers.pdf_lines import Printed, chunks_of
from recruitment.readers.pdf_paragraphs import paragraphs_of
from recruitment.readers.pdf_stacks import pair_by_count
from recruitment.readers.signs import CODES, is_sign
from recruitment.readers.wording import clean, split_marker, starts_low

_LONGEST_NAME = 6


def take_rows(head: Head, lines: Sequence[Printed]) -> int:
    """How many lines below the head belong to the table: up to a heading of another part or running text."""
    count = 0
    for index, line in enumerate(lines):
        crosses = any(
            word.x0 < start - 1 and word.x1 > start + 1 for start in head.starts[1:] for word in line.words
        )
        if count and (_repeats(head, line) or parse_key(line.text)):
            break
        across = (crosses or _runs_across(head, line)) and not is_section_name(line.text)
        is_part = bool(part_of(line.text)) and not starts_low(line.text)
        if is_part or (across and not _may_name_section(head, line, lines[index + 1 : index + 3])):
            break
        count += 1
    return count


def _repeats(head: Head, line: Printed) -> bool:
    """Whether a line begins the same head again, with another section in the place of “Criteria”."""
    texts = [clean(" ".join(word.text for word in cell)) for cell in cells_of(head, line)]
    signs = {*HEADING_ROLES, Role.METHOD, Role.WEIGHT}
    named = [
        (name, text) for name, text, role in zip(head.names, texts, head.roles, strict=True) if role in signs
    ]
    if texts == list(head.names):
        return True
    return all(text and name.startswith(text) for name, text in named) and any(
        len(text) > 3 for _, text in named
    )


def goes_on(head: Head, lines: Sequence[Printed]) -> bool:
    """Whether a table goes on at the top of the next page without its head: signs stand below its names."""
    return any(_has_sign(head, line) or _has_evidence(head, line) for line in lines[:3])


def _has_evidence(head: Head, line: Printed) -> bool:
    cells = zip(head.roles, cells_of(head, line), strict=True)
    texts = [clean(" ".join(word.text for word in cell)) for role, cell in cells if role is Role.EVIDENCE]
    return any(text and parse_evidence(text, {}) for text in texts) and len(chunks_of(line)) > 1


def _runs_across(head: Head, line: Printed) -> bool:
    """A sentence over several columns: words stand closely across every boundary."""
    crossed = 0
    for start in head.starts[1:]:
        before = [word for word in line.words if word.x1 <= start + 2]
        after = [word for word in line.words if word.x0 >= start - 2]
        if before and after and after[0].x0 - before[-1].x1 < 0.5 * (line.bottom - line.top):
            crossed += 1
    return crossed >= 2


def read_columns(head: Head, lines: Sequence[Printed], number: Callable[[Printed], SourceLine]) -> Table:
    """Printed lines gathered into rows, and the rows into a table with its head.

    ``number`` says where in the document a row stands that begins with this line.
    """
    if not lines:
        return Table(())
    first = number(lines[0])
    edge = max(word.x1 for line in lines for word in line.words)
    rights = (*(start - 4 for start in head.starts[1:]), edge)
    rows = [Row(tuple(Cell((Line(name, first),)) for name in head.names), first)]
    rows.extend(_make_row(head, rights, group, number(group[0])) for group in _rows_of(head, lines))
    return Table(tuple(rows), ruled=False)


def _rows_of(head: Head, lines: Sequence[Printed]) -> list[list[Printed]]:
    """A wider gap begins a row; where all gaps are alike, a new sign or evidence does."""
    gaps = [max(below.top - above.bottom, 0.0) for above, below in pairwise(lines)]
    height = (lines[0].bottom - lines[0].top) if lines else 10.0
    usual = _usual_gap(gaps, height)
    spaced = (
        bool(gaps)
        and max(gaps) - usual > 0.35 * height
        and (sum(gap - usual > 0.3 * height for gap in gaps) >= 2 or max(gaps) - usual > 0.9 * height)
    )
    rows: list[list[Printed]] = []
    for index, line in enumerate(lines):
        if not rows or _begins_row(
            head, rows[-1], line, gaps[index - 1] - usual > 0.3 * height if spaced else None
        ):
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _usual_gap(gaps: Sequence[float], height: float) -> float:
    """The gap between lines of one cell: among the narrowest; where few wordings wrap, the narrowest."""
    if not gaps:
        return 0.0
    usual = sorted(gaps)[len(gaps) // 8]
    if min(gaps) > 0.9 * height:
        return 0.2 * height  # no two lines stand together: each is a row
    return min(gaps) if usual > 0.9 * height and min(gaps) < 0.5 * height else usual


def _begins_row(head: Head, row: Sequence[Printed], line: Printed, wide: bool | None) -> bool:  # noqa: FBT001 - three states
    cells = cells_of(head, line)
    alone = not any(cells[1:])
    if alone and starts_low(line.text):
        return False
    if alone and wide is False and len(cells_of(head, row[-1])[0]) and any(cells_of(head, row[-1])[1:]):
        return False  # the name of a section, wrapped in its own column
    if alone and (is_section_name(line.text) or (line.bold and not row[-1].bold)):
        return True
    if (
        len(row) == 1
        and not any(cells_of(head, row[0])[1:])
        and (is_section_name(row[0].text) or (row[0].bold and not line.bold))
    ):
        return True
    if wide is not None:
        return wide
    signed = _has_sign(head, line)
    return (signed and any(_has_sign(head, earlier) for earlier in row)) or (
        signed and not any(_has_sign(head, e) for e in row) and _texts_finished(row)
    )


def _texts_finished(row: Sequence[Printed]) -> bool:
    return row[-1].text.endswith(".")


def _has_sign(head: Head, line: Printed) -> bool:
    """A mark, a letter or codes of evidence in a column that is not for wordings."""
    signs = {Role.ESSENTIAL, Role.DESIRABLE, Role.REQUIREMENT, Role.METHOD}
    for role, cell in zip(head.roles, cells_of(head, line), strict=True):
        text = clean(" ".join(word.text for word in cell))
        if text and role in signs and (is_sign(text, {}) or CODES.match(text)):
            return True
    return False


def _is_heading_across(head: Head, group: Sequence[Printed]) -> bool:
    """One line of words close together that runs over the edge of the first columns."""
    (line, *others) = group
    if others or len(chunks_of(line)) > 1 or not line.words[0].text[:1].isalpha():
        return False
    return sum(bool(cell) for cell in cells_of(head, line)) > 1 and len(line.words) <= _LONGEST_NAME


def _may_name_section(head: Head, line: Printed, below: Sequence[Printed]) -> bool:
    """Few words at the left edge, with a row of signs right below them."""
    short = len(line.words) <= _LONGEST_NAME and len(chunks_of(line)) == 1 and not line.text.endswith(".")
    return short and line.words[0].text[:1].isupper() and any(_has_sign(head, own) for own in below[:1])


def _make_row(head: Head, rights: Sequence[float], group: Sequence[Printed], source: SourceLine) -> Row:
    if _is_heading_across(head, group):
        heading = Line(group[0].text, source, group[0].bold, group[0].italic, soft=True)
        return Row((Cell((heading,), span=len(head.starts)),), source)
    columns: list[list[Printed]] = [[] for _ in head.starts]
    for line in group:
        for column, words in enumerate(cells_of(head, line)):
            if words:
                columns[column].append(Printed(tuple(words)))
    cells = []
    read = [
        paragraphs_of(lines, min((line.x0 for line in lines), default=0.0), right, narrow=True, slack=4)
        for lines, right in zip(columns, rights, strict=True)
    ]
    for paragraphs in pair_by_count(columns, read):
        made = []
        for paragraph in paragraphs:
            marker, text = split_marker(paragraph.text)
            if text:
                made.append(Line(text, source, paragraph.bold, paragraph.italic, marker=marker, soft=True))
        cells.append(Cell(tuple(made)))
    return Row(tuple(cells), source)
