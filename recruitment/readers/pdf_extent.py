"""Where a table without ruling lines ends, and whether it goes on over a page break."""

from collections.abc import Sequence
from itertools import pairwise

from recruitment.domain.specification_evidence import parse_evidence
from recruitment.domain.specification_key import parse_key
from recruitment.domain.specification_requirement import requirement_of_word
from recruitment.readers.columns import Role
from recruitment.readers.headings import is_section_name, part_of
from recruitment.readers.pdf_heads import HEADING_ROLES, LONGEST_NAME, Head, cells_of
from recruitment.readers.pdf_lines import Printed
from recruitment.readers.pdf_rows import has_sign
from recruitment.readers.wording import clean, starts_low

_SIDES = {Role.ESSENTIAL, Role.DESIRABLE}
_FEWEST_WORDS = 3  # of a printed line of a wording
_LONGEST_REST = 12  # lines at the top of a page that may belong to the row before


def take_rows(head: Head, lines: Sequence[Printed]) -> int:
    """How many lines below the head belong to the table: up to a heading of another part or running text."""
    count = 0
    for index, line in enumerate(lines):
        crosses = any(
            word.x0 < start - 1 and word.x1 > start + 1 for start in head.starts[1:] for word in line.words
        )
        if count and (_repeats(head, line) or parse_key(line.text)):
            break
        across = (crosses or _runs_across(head, line)) and not (
            is_section_name(line.text) or (crosses and has_sign(head, line) and len(line.chunks) > 1)
        )
        signed = has_sign(head, line) or _has_evidence(head, line)
        is_part = bool(part_of(line.text)) and not starts_low(line.text) and not signed
        if is_part or (across and not _may_name_section(head, line, lines[index + 1 : index + 3])):
            break
        count += 1
    return _without_tail(head, lines[:count])


def _without_tail(head: Head, lines: Sequence[Printed]) -> int:
    """How many lines are left without those that stand apart below the last sign, wider than any row.

    Wordings beside each other, under both needs, are as good as a sign.
    """
    signed = [
        index
        for index, line in enumerate(lines)
        if has_sign(head, line) or _has_evidence(head, line) or _has_sides(head, line)
    ]
    gaps = [below.top - above.bottom for above, below in pairwise(lines)]
    if len(signed) < 2:
        return len(lines)
    widest = max(gaps[index - 1] for index in signed[1:])
    height = lines[0].bottom - lines[0].top
    tail = range(signed[-1] + 1, len(lines))
    return next((index for index in tail if gaps[index - 1] > widest + 0.2 * height), len(lines))


def _repeats(head: Head, line: Printed) -> bool:
    """Whether a line begins the same head again, with another section in the place of “Criteria”."""
    texts = [clean(" ".join(word.text for word in cell)) for cell in cells_of(head, line)]
    signs = {*HEADING_ROLES, Role.METHOD, Role.WEIGHT}
    named = [
        (name, text) for name, text, role in zip(head.names, texts, head.roles, strict=True) if role in signs
    ]
    if texts == list(head.names):
        return True
    joint = [text for text, role in zip(texts, head.roles, strict=True) if role is Role.REQUIREMENT]
    if any(requirement_of_word(text) for text in joint):
        return False  # “Essential” below “Essential/Desirable”
    return all(text and name.startswith(text) for name, text in named) and any(
        len(text) > 3 for _, text in named
    )


def rows_going_on(head: Head, lines: Sequence[Printed]) -> int:
    """How many lines at the top of a page go on with a table whose head stands on the page before.

    Signs stand below its names, though perhaps not before the rest of a row that the page cut; of that rest
    alone, the lines that stand close together.
    """
    count = take_rows(head, lines)
    if any(has_sign(head, line) or _has_evidence(head, line) for line in lines[: min(count, _LONGEST_REST)]):
        return count
    if not count or not starts_low(lines[0].text):
        return 0
    near = [
        below.top - above.bottom < 0.75 * (above.bottom - above.top)
        for above, below in pairwise(lines[:count])
    ]
    return 1 + next((place for place, is_near in enumerate(near) if not is_near), len(near))


def _has_evidence(head: Head, line: Printed) -> bool:
    cells = zip(head.roles, cells_of(head, line), strict=True)
    texts = [clean(" ".join(word.text for word in cell)) for role, cell in cells if role is Role.EVIDENCE]
    return any(text and parse_evidence(text, {}) for text in texts) and len(line.chunks) > 1


def _has_sides(head: Head, line: Printed) -> bool:
    cells = zip(head.roles, cells_of(head, line), strict=True)
    return sum(role in _SIDES and len(cell) >= _FEWEST_WORDS for role, cell in cells) == len(_SIDES)


def _runs_across(head: Head, line: Printed) -> bool:
    """A sentence over several columns: words stand closely across every boundary."""
    crossed = 0
    for start in head.starts[1:]:
        before = [word for word in line.words if word.x1 <= start + 2]
        after = [word for word in line.words if word.x0 >= start - 2]
        if before and after and after[0].x0 - before[-1].x1 < 0.5 * (line.bottom - line.top):
            crossed += 1
    return crossed >= 2


def _may_name_section(head: Head, line: Printed, below: Sequence[Printed]) -> bool:
    """Few words at the left edge, with a row of signs right below them."""
    short = len(line.words) <= LONGEST_NAME and len(line.chunks) == 1 and not line.text.endswith(".")
    return short and line.words[0].text[:1].isupper() and any(has_sign(head, own) for own in below[:1])
