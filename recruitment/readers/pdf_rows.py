"""Printed lines of a table without ruling lines gathered into its rows."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from recruitment.domain.specification_evidence import parse_evidence
from recruitment.readers.columns import Role
from recruitment.readers.headings import is_section_name
from recruitment.readers.pdf_heads import Head, cells_of
from recruitment.readers.pdf_lines import Printed
from recruitment.readers.pdf_words import Word
from recruitment.readers.signs import is_stackable
from recruitment.readers.wording import clean, split_marker, starts_low

_SIDES = {Role.ESSENTIAL, Role.DESIRABLE}
_NEEDS = {*_SIDES, Role.REQUIREMENT}
_SIGNS = {Role.ESSENTIAL, Role.DESIRABLE, Role.REQUIREMENT, Role.METHOD}
_NUMBER = re.compile(r"[A-Z]{0,2}\d{1,3}[.)]?")
_GOES_ON = re.compile(r"(?:[,/;&+(]|\b(?:and|AND|or|OR))$")
# The share of rows that must have one sign each before a gap is believed to begin a row.
_AGREED = 0.9
_FEWEST_GAPS = 3  # between rows, that tell where they begin
_FEWEST_NEEDED, _SEVERAL = 6, 3  # signs of essential or desirable: in all, in each stretch
_OF_PAGE = 3.0  # heights of a line: a wider gap is that between pages
_LEAST_DIFFERENCE = 0.05  # of two gaps, in heights of a line


def rows_of(head: Head, lines: Sequence[Printed]) -> list[list[Printed]]:
    """A wider gap begins a row; where all gaps are alike, a new sign or evidence does.

    How wide a gap must be is learned from the signs: between two gaps there is one of them.
    """
    head = _with_evidence(head, lines)
    gaps = [max(below.top - above.bottom, 0.0) for above, below in pairwise(lines)]
    height = (lines[0].bottom - lines[0].top) if lines else 10.0
    least = _learned_gap(head, lines, gaps, height)
    wide = _unless_of_sections(head, lines, _wide_gaps(gaps, height))
    rows: list[list[Printed]] = []
    for index, line in enumerate(lines):
        if rows and least is not None and not _names_section(head, rows[-1], line):
            begins = gaps[index - 1] > least or _is_below_name(head, rows[-1], line)
        else:
            begins = not rows or _begins_row(head, rows[-1], line, wide[index - 1])
            begins = begins or _sign_comes_below(head, rows[-1], line, lines[index + 1 : index + 2])
            begins = begins or (wide.count(True) < _FEWEST_GAPS and _begins_area(head, rows[-1], line))
        if begins:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _with_evidence(head: Head, lines: Sequence[Printed]) -> Head:
    """Where two texts stand beside each other, the letters of evidence at the right are the only signs.

    Where nothing stands below both needs, their marks were lost: then words for methods are signs too.
    """
    sides = {Role.ESSENTIAL, Role.DESIRABLE, Role.EVIDENCE} <= set(head.roles)
    bare = sides and not any(has_sign(head, line) for line in lines)
    return replace(
        head, by_evidence=bare, by_methods=bare and not any(_fills_side(head, own) for own in lines)
    )


def _fills_side(head: Head, line: Printed) -> bool:
    return any(cell for role, cell in zip(head.roles, cells_of(head, line), strict=True) if role in _SIDES)


def _learned_gap(head: Head, lines: Sequence[Printed], gaps: Sequence[float], height: float) -> float | None:
    """The gap above which each stretch of lines has one sign; None where there is no such gap."""
    signed = [_begins_sign(head, above, line) for above, line in zip([None, *lines], lines, strict=False)]
    named = [_is_name(head, line) for line in lines]
    best: tuple[float, float] | None = None
    widths = sorted(set(gaps))
    for narrow, wide in pairwise(widths):
        if wide - narrow < _LEAST_DIFFERENCE * height:
            continue
        least = (narrow + wide) / 2
        share = _share_with_one_sign(lines, signed, named, [gap > least for gap in gaps])
        if share >= _AGREED and (best is None or share > best[0]):
            best = share, least
    return best[1] if best else None


def _share_with_one_sign(
    lines: Sequence[Printed], signed: Sequence[bool], named: Sequence[bool], wide: Sequence[bool]
) -> float:
    """How many of the stretches between wide gaps hold one sign; names of sections stand apart."""
    stretches: list[list[int]] = []
    for index in range(len(signed)):
        if not stretches or wide[index - 1]:
            stretches.append([])
        stretches[-1].append(index)
    if starts_low(lines[0].text):  # the rest of a row that the page cut
        stretches = stretches[1:]
    counts = [sum(signed[index] for index in own) for own in stretches if not all(named[i] for i in own)]
    return sum(count == 1 for count in counts) / len(counts) if len(counts) > 1 else 0.0


def _is_name(head: Head, line: Printed) -> bool:
    alone = _is_alone(head, line) or line.bold
    return alone and (is_section_name(line.text) or line.bold)


def _names_section(head: Head, row: Sequence[Printed], line: Printed) -> bool:
    """Whether a line names a section, in bold or by its words, where the row above it has its sign."""
    if line.bold or not _is_name(head, line):
        return line.bold and _is_name(head, line)
    if _name_goes_on(head, row[-1], line):
        return False
    whole = any(has_sign(head, earlier) for earlier in row) and not _GOES_ON.search(row[-1].text)
    return whole and line.text[:1].isupper()


def _name_goes_on(head: Head, above: Printed, line: Printed) -> bool:
    """“SKILLS AND” beside the first line of a row, “ABILITIES” below it; or “Professional”, “knowledge”."""
    name = clean(" ".join(word.text for word in cells_of(head, above)[0]))
    if not name or _is_alone(head, above) or not _is_alone(head, line) or head.roles[0] is Role.NUMBER:
        return False
    whole = f"{name} {line.text}"
    return bool(_GOES_ON.search(name)) or (not is_section_name(name) and is_section_name(whole))


def _is_below_name(head: Head, row: Sequence[Printed], line: Printed) -> bool:
    """Whether the row is nothing but the name of a section, and the line is no rest of it."""
    bare = len(row) == 1 and _is_alone(head, row[0]) and is_section_name(row[0].text)
    return bare and not starts_low(line.text) and has_sign(head, line)


def _is_alone(head: Head, line: Printed) -> bool:
    """Whether a line has words in the first column only; numbers may stand before that."""
    filled = [place for place, cell in enumerate(cells_of(head, line)) if cell]
    return filled == [1 if head.roles[0] is Role.NUMBER and len(head.roles) > 1 else 0] or filled == [0]


def _begins_sign(head: Head, above: Printed | None, line: Printed) -> bool:
    """Whether a line holds a sign that does not only go on with the one above it."""
    before = cells_of(head, above) if above else [[] for _ in head.starts]
    for role, upper, cell in zip(head.roles, before, cells_of(head, line), strict=True):
        text = clean(" ".join(word.text for word in cell)).rstrip(" ,/;&+")
        if _is_sign(head, role, text) and not _GOES_ON.search(clean(" ".join(word.text for word in upper))):
            return True
    return False


def _wide_gaps(gaps: Sequence[float], height: float) -> list[bool | None]:
    """Which gaps are surely wider than those inside a row; None for all where they hardly differ."""
    usual = _usual_gap(gaps, height)
    over = [gap - usual for gap in gaps if gap - usual < _OF_PAGE * height]
    spaced = (
        bool(over)
        and max(over) > 0.35 * height
        and (sum(gap > 0.3 * height for gap in over) >= 2 or max(over) > 0.9 * height)
    )
    return [gap - usual > 0.3 * height if spaced else None for gap in gaps]


def _unless_of_sections(head: Head, lines: Sequence[Printed], wide: list[bool | None]) -> list[bool | None]:
    """Gaps between named stretches of several signs part sections: inside these they tell nothing of rows."""
    sections = 0
    stretches: list[list[Printed]] = [[]]
    for index, line in enumerate(lines):
        stretches += [[]] if index and wide[index - 1] else []
        stretches[-1].append(line)
    for own in stretches:
        several = sum(has_sign(head, line) for line in own) > 1
        sections += several and _is_name(head, own[0])
    needs = [place for place, role in enumerate(head.roles) if role in _NEEDS]
    bare = head.roles[: needs[0] if needs else 0] == (Role.UNNAMED,)  # no areas, whose rows may share a cell
    stacked = not bare or any(_lists_wordings(head, line) for line in lines)
    needed = 0 if stacked else sum(_has_need(head, line) for line in lines)
    several_rows = needed >= max(_FEWEST_NEEDED, _SEVERAL * len(stretches))
    named = sections * 2 > len(stretches)
    return [one or None for one in wide] if len(stretches) > 1 and (named or several_rows) else wide


def _has_need(head: Head, line: Printed) -> bool:
    """A sign of essential or desirable, of which a row has one."""
    cells = zip(head.roles, cells_of(head, line), strict=True)
    said = (clean(" ".join(word.text for word in cell)) for role, cell in cells if role in _NEEDS)
    return any(text and is_stackable(text) for text in said)


def _lists_wordings(head: Head, line: Printed) -> bool:
    """A list item in a column that no sign names: several wordings may share a row, and their signs too."""
    cells = zip(head.roles, cells_of(head, line), strict=True)
    texts = (clean(" ".join(word.text for word in cell)) for role, cell in cells if role is Role.UNNAMED)
    return any(split_marker(text)[0] for text in texts)


def _usual_gap(gaps: Sequence[float], height: float) -> float:
    """The gap between lines of one cell: among the narrowest; where few wordings wrap, the narrowest."""
    if not gaps:
        return 0.0
    usual = sorted(gaps)[len(gaps) // 8]
    if min(gaps) > 0.9 * height:
        return 0.2 * height  # no two lines stand together: each is a row
    return min(gaps) if usual > 0.9 * height and min(gaps) < 0.5 * height else usual


def _sign_comes_below(head: Head, row: Sequence[Printed], line: Printed, below: Sequence[Printed]) -> bool:
    """A wording that begins behind a row with its sign, and has its own on the next line, which goes on."""
    signed = any(has_sign(head, own) for own in row) and bool(below) and has_sign(head, below[0])
    begins = line.text[:1].isupper() and not has_sign(head, line) and not starts_low(line.text)
    return signed and begins and _wording_goes_on(head, below[0]) and not _GOES_ON.search(row[-1].text)


def _wording_goes_on(head: Head, line: Printed) -> bool:
    """Whether the words of a line begin low, behind the number that a first column may hold."""
    number, *others = cells_of(head, line)
    if head.roles[0] is not Role.NUMBER or not number:
        return starts_low(line.text)
    wording = next((cell for cell in others if cell), [])
    return bool(wording) and starts_low(wording[0].text)


def _begins_row(head: Head, row: Sequence[Printed], line: Printed, wide: bool | None) -> bool:  # noqa: FBT001 - three states
    if head.roles[0] is Role.NUMBER and cells_of(head, line)[0]:
        return not (_wording_goes_on(head, line) and not any(cells_of(head, own)[0] for own in row))
    named = _by_names(head, row, line, wide)
    if named is not None:
        return named
    if head.by_methods:
        return has_sign(head, line) and bool(cells_of(head, line)[0]) and not starts_low(line.text)
    if wide is not None:
        return wide
    signed = has_sign(head, line)
    return (signed and any(has_sign(head, earlier) for earlier in row)) or (
        signed and not any(has_sign(head, e) for e in row) and _texts_finished(row)
    )


def _begins_area(head: Head, row: Sequence[Printed], line: Printed) -> bool:
    """A name at the left beside the first item of a list, where the row above it has a name and a list."""
    if not {Role.ESSENTIAL, Role.DESIRABLE} <= set(head.roles) or head.roles[0] is Role.ESSENTIAL:
        return False
    cells, above = cells_of(head, line), [cells_of(head, own) for own in row]
    name = " ".join(word.text for word in cells[0])
    names = [" ".join(word.text for word in own[0]) for own in above if own[0]]
    if not name[:1].isupper() or not names or _GOES_ON.search(names[-1]):
        return False
    goes_on = bool(above[-1][0]) and is_section_name(f"{names[-1]} {name}") and not is_section_name(names[-1])
    return not goes_on and _begins_item(head, cells) and any(_begins_item(head, own) for own in above)


def _begins_item(head: Head, cells: Sequence[Sequence[Word]]) -> bool:
    """Whether a list item begins in a column for wordings."""
    sides = [cell for role, cell in zip(head.roles, cells, strict=True) if role in _SIDES and cell]
    return any(split_marker(clean(" ".join(word.text for word in cell)))[0] for cell in sides)


def _by_names(
    head: Head,
    row: Sequence[Printed],
    line: Printed,
    wide: bool | None,  # noqa: FBT001 - three states
) -> bool | None:
    """Whether the name of a section begins a row here, or ends one; None where neither is a name."""
    above = cells_of(head, row[-1])
    if _is_alone(head, line):
        if starts_low(line.text):
            return False
        if wide is False and above[0] and any(above[1:]) and head.roles[0] is not Role.NUMBER:
            return False  # the name of a section, wrapped in its own column
        if wide is None and _name_goes_on(head, row[-1], line):
            return False
        if is_section_name(line.text) or (line.bold and not row[-1].bold):
            return True
    if len(row) > 1 or not (_is_alone(head, row[0]) or _runs_on_from_number(head, row[0])):
        return None
    return True if is_section_name(row[0].text) or (row[0].bold and not line.bold) else None


def _runs_on_from_number(head: Head, line: Printed) -> bool:
    """“1. Faith and commitment”, whose words begin below the head of the numbers."""
    return head.roles[0] is Role.NUMBER and bool(line.marker) and len(line.chunks) == 1


def _texts_finished(row: Sequence[Printed]) -> bool:
    return row[-1].text.endswith(".")


def has_sign(head: Head, line: Printed) -> bool:
    """A mark, a letter, a number or codes of evidence in a column that is not for wordings."""
    cells = [clean(" ".join(word.text for word in cell)) for cell in cells_of(head, line)]
    return any(_is_sign(head, role, text) for role, text in zip(head.roles, cells, strict=True))


def _is_sign(head: Head, role: Role, text: str) -> bool:
    if role in {Role.NUMBER, Role.UNNAMED}:
        return bool(_NUMBER.fullmatch(text))
    if head.by_methods and role is Role.EVIDENCE:
        return parse_evidence(text, {}) is not None
    holds = role in _SIGNS or (head.by_evidence and role is Role.EVIDENCE)
    return bool(text) and holds and is_stackable(text)
