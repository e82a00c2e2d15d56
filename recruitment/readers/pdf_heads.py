"""Heads of tables without ruling lines in a PDF: where each column begins."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from recruitment.domain.specification_key import parse_key
from recruitment.domain.specification_requirement import requirement_of_head, requirement_of_word
from recruitment.readers.column_heads import heads_evidence, may_head, names_requirement, read_header
from recruitment.readers.columns import Columns, Role, is_generic
from recruitment.readers.headings import is_section_name, part_of
from recruitment.readers.pdf_lines import Printed
from recruitment.readers.pdf_paragraphs import goes_on_in_key
from recruitment.readers.pdf_words import Word
from recruitment.readers.wording import clean

_MANY_LINES = 6
_SEVERAL_CODES, _FIRST_WORDS = 3, 5
_CODE = re.compile(r"^[ED]\d{1,2}[.)]?$")
# A code and its meaning. In several columns of one line they are a key, and no head.
_EXPLAINED = re.compile(r"(?:^|[:\s(])[A-Z][A-Za-z]{0,3}\s*[=–:-]\s*(?:[A-Za-z]|$)")
_MOST_HEAD_LINES = 7
_FEWEST_OVER = 2  # names over the names of columns
_SIDES = ["essential", "desirable"]
LONGEST_NAME = 6  # words in the name of a section that runs over columns
HEADING_ROLES = {Role.ESSENTIAL, Role.DESIRABLE, Role.REQUIREMENT, Role.EVIDENCE}


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a head: where each begins, and which hold only signs."""

    names: tuple[str, ...]
    starts: tuple[float, ...]
    roles: tuple[Role, ...]
    by_evidence: bool = False  # whether nothing but letters of evidence tells its rows apart
    by_methods: bool = False  # whether their words do, as the marks were lost

    @property
    def named(self) -> int:
        return sum(bool(name) for name in self.names)


def find_head(lines: Sequence[Printed], index: int) -> tuple[Head, int] | None:
    """The head that begins at a printed line, and how many lines it takes: its words may wrap."""
    if not any(may_head(line.text) for line in lines[index : index + 2]):
        return None
    if parted := _head_below_names(lines[index : index + 1], lines[index + 1 :]):
        return parted, 2
    found = None
    for count in range(1, _MOST_HEAD_LINES + 1):
        group = lines[index : index + count]
        if len(group) < count or (count > 1 and not _belongs_to_head(group, lines[index + count :])):
            break
        if head := head_over(group, lines[index + count :]):
            found = head, count
    return found


def _head_below_names(over: Sequence[Printed], lines: Sequence[Printed]) -> Head | None:
    """“Essential  Desirable  App  Int” below “Requirement  How assessed”, which stand over several each."""
    names = [" ".join(word.text for word in chunk) for chunk in over[0].chunks] if over and lines else []
    if (
        len(names) < _FEWEST_OVER
        or not any(map(heads_evidence, names))
        or any(map(requirement_of_head, names))
    ):
        return None
    head = head_over(lines[:1], lines[1:])
    is_parted = (
        head and {Role.ESSENTIAL, Role.DESIRABLE} <= set(head.roles) and head.roles.count(Role.METHOD) > 1
    )
    return head if is_parted else None


def _belongs_to_head(group: Sequence[Printed], below: Sequence[Printed]) -> bool:
    """A further line of a head stands close below, in the same weight, under its words."""
    first, above, last = group[0], group[-2], group[-1]
    edge = min((line.x0 for line in below[:_MANY_LINES]), default=first.x0)
    if last.x0 < first.x0 - 20 and len(last.chunks) == 1:
        return False  # a section below a head that leaves its first column without a name
    if _names_section_below(above, last):
        return False
    close = last.top - above.bottom < 0.5 * (last.bottom - last.top)
    return (
        close
        and last.bold == first.bold
        and (len(last.words) <= len(first.words) or _stands_below(last, first))
        and (not last.marker or goes_on_in_key(" ".join(line.text for line in group[:-1]), last.text))
        and (last.bold or last.x0 > min(first.x0, edge) + 20)
    )


def _names_section_below(above: Printed, last: Printed) -> bool:
    """“Experience” alone below “Criteria”, which is whole without it."""
    chunks = last.chunks
    if (
        len(chunks) > 1
        or not is_section_name(last.text)
        or is_generic(last.text)
        or not last.text[:1].isupper()
    ):
        return False
    over = [chunk for chunk in above.chunks if abs(chunk[0].x0 - last.x0) < 3]
    return any(is_generic(" ".join(word.text for word in chunk)) for chunk in over)


def _stands_below(last: Printed, first: Printed) -> bool:
    """Each group of words begins where one of the line above begins."""
    places = [chunk[0].x0 for chunk in first.chunks]
    return all(any(abs(chunk[0].x0 - place) < 3 for place in places) for chunk in last.chunks)


def head_over(group: Sequence[Printed], below: Sequence[Printed]) -> Head | None:
    """The head that these printed lines make over those below them, or None."""
    if sum(len(line.words) for line in group) > 30 or len(group[0].words) < 2:
        return None
    body = _lines_of_table(below)
    strips = _head_at_strips(gutters_of([*group, *body]), group, body) if body else None
    below_strips = _head_at_strips(gutters_of(body), group, body) if body else None
    words = _head_at(_starts_by_words(group, below), group, body) if len(group[0].chunks) > 1 else None
    usual = [head for head in (strips, words) if head]
    found = max(usual, key=lambda head: len(head.starts), default=None)
    if below_strips and (found is None or below_strips.named > found.named):
        return below_strips  # words of the head run over the edges of its columns
    return _with_sides_apart(found, group, body) if found else None


def _with_sides_apart(head: Head, group: Sequence[Printed], body: Sequence[Printed]) -> Head:
    """“ESSENTIAL DESIRABLE”, no further apart than words are: two columns, unless letters stand in one."""
    edges = (*head.starts, inf)
    for place, role in enumerate(head.roles):
        left, right = edges[place], edges[place + 1]
        over = [word for word in group[0].words if left - 1 <= word.x0 < right - 1]
        names = [word.text for word in over]
        if role is not Role.REQUIREMENT or [requirement_of_head(name) for name in names] != _SIDES:
            continue
        start = over[1].x0 - 2
        within = [word for line in body for word in line.words if left - 1 <= word.x0 < right - 1]
        if any(requirement_of_word(word.text) or word.x0 < start < word.x1 for word in within):
            continue
        return _head_at(sorted({*head.starts, start}), group, body) or head
    return head


def _head_at_strips(
    starts: Sequence[float], group: Sequence[Printed], body: Sequence[Printed]
) -> Head | None:
    head = _head_at([0.0, *starts], group, body)
    return _without_chance_strips(head, group, body) if head else None


def _head_at(starts: Sequence[float], group: Sequence[Printed], body: Sequence[Printed] = ()) -> Head | None:
    """The head whose columns begin here, if its words make one."""
    columns: list[list[Word]] = [[] for _ in starts]
    wrapped = [chunk for line in group[1:] for chunk in line.chunks]
    if any(chunk[0].x0 < start - 1 and chunk[-1].x1 > start + 1 for chunk in wrapped for start in starts[1:]):
        return None  # a further line that runs over columns heads a section
    chunks = [chunk for line in group for chunk in line.chunks]
    for part in [part for chunk in chunks for part in _split_at(starts, chunk)]:
        place = max(index for index, start in enumerate(starts) if start <= max(part[0].x0 + 1, 0))
        columns[place].extend(part)
    names = [clean(" ".join(word.text for word in own)) for own in columns]
    read = read_header(names) or (_read_over_codes(names) if _has_codes(body) else None)
    explained = sum(bool(_EXPLAINED.search(name)) for name in names)
    if read is None or not HEADING_ROLES & set(read.roles) or explained > 1:
        return None
    if (split := _split_column(names, read.roles)) is not None:
        return _head_at([*starts[:split], *starts[split + 1 :]], group, body)
    return Head(tuple(names), tuple(starts), read.roles)


def _has_codes(body: Sequence[Printed]) -> bool:
    """Whether rows below begin with E1, E2 or D1, so that the head need not say what is essential."""
    coded = [line for line in body if any(_CODE.match(word.text) for word in line.words[:_FIRST_WORDS])]
    return len(coded) >= _SEVERAL_CODES


def _read_over_codes(names: Sequence[str]) -> Columns | None:
    read = read_header([*names, "Criteria"]) if sum(bool(name) for name in names) > 1 else None
    return replace(read, roles=read.roles[:-1], names=read.names[:-1]) if read else None


def _split_at(starts: Sequence[float], chunk: Sequence[Word]) -> list[list[Word]]:
    """Head words that stand close together: “ESSENTIAL DESIRABLE” over two columns is two heads."""
    parts: list[list[Word]] = [[]]
    for word in chunk:
        at_start = any(-1 < word.x0 - start < 4 for start in starts[1:])
        before = clean(" ".join(own.text for own in parts[-1]))
        if at_start and names_requirement(before) and word.text[:1].isupper() and not is_generic(word.text):
            parts.append([])
        parts[-1].append(word)
    return parts


def _without_chance_strips(head: Head, group: Sequence[Printed], body: Sequence[Printed]) -> Head | None:
    """The head without columns that have no name and begin inside closely set words: spaces fell together."""
    chunks = [chunk for line in body for chunk in line.chunks]
    kept = [
        start
        for start, name in zip(head.starts, head.names, strict=True)
        if name
        or not start
        or sum(chunk[0].x0 < start - 1 and chunk[-1].x1 > start + 3 for chunk in chunks)
        < sum(abs(chunk[0].x0 - start) <= 3 for chunk in chunks)
    ]
    return head if len(kept) == len(head.starts) else _head_at(kept, group, body)


def _split_column(names: Sequence[str], roles: Sequence[Role]) -> int | None:
    """A column without a name to the right of one for signs is a strip inside that one: “A,  T”."""
    return next(
        (
            index
            for index in range(1, len(names))
            if not names[index] and roles[index - 1] in {*HEADING_ROLES, Role.METHOD}
        ),
        None,
    )


def _lines_of_table(below: Sequence[Printed]) -> list[Printed]:
    """The next lines that can belong to a table: up to a heading of another part, or to running text."""
    taken: list[Printed] = []
    running = 0
    for line in below[:80]:
        running = running + 1 if len(line.chunks) == 1 and len(line.words) > 9 else 0
        if part_of(line.text) or running > 3 or parse_key(line.text):
            break
        taken.append(line)
    return taken


def gutters_of(lines: Sequence[Printed], *, narrow: bool = True) -> list[float]:
    """Where columns begin: behind a strip that hardly any line crosses, all the way down.

    In many lines not even the spaces between words fall together by chance, so that ``narrow`` strips
    count too.
    """
    several = [line for line in lines if len(line.chunks) > 1]
    many = len(several)
    if not many:
        return []
    if narrow and many >= _MANY_LINES:
        chunks: list[tuple[Word, ...]] = [(word,) for line in several for word in line.words]
    else:
        chunks = [chunk for line in several for chunk in line.chunks]
    allowed = many // 25
    events = sorted([(chunk[0].x0, 1) for chunk in chunks] + [(chunk[-1].x1, -1) for chunk in chunks])
    starts, depth, opened = [], 0, None
    height = lines[0].bottom - lines[0].top
    for place, change in events:
        if (
            change > 0
            and depth <= allowed < depth + change
            and opened is not None
            and place - opened > 0.5 * height
        ):
            starts.append(place - 2)
        depth += change
        if change < 0 and depth <= allowed:
            opened = place
    return starts


def _starts_by_words(group: Sequence[Printed], below: Sequence[Printed]) -> list[float]:
    """Columns below the words of the head, where the strips between them are too narrow to tell."""
    groups = [[*chunk] for chunk in group[0].chunks]
    for word in [word for line in group[1:] for word in line.words]:
        nearest = min(
            groups,
            key=lambda own: (
                abs(own[0].x0 - word.x0) if word.x0 < own[0].x0 else max(0.0, word.x0 - own[-1].x1)
            ),
        )
        nearest.append(word)
    words = [word for later in below for word in later.words]
    return [0.0, *(_boundary(before, own, words) for before, own in pairwise(groups))]


def _boundary(before: Sequence[Word], group: Sequence[Word], below: Sequence[Word]) -> float:
    """A strip between two head words that hardly any word below crosses, as near the right one as can be."""
    left, right = before[0].x0 + 5, max(word.x1 for word in group)
    edge = min(word.x0 for word in group) - 2
    steps = [edge - step for step in range(0, max(int(edge - left), 1), 2)]
    steps += [edge + step for step in range(2, max(int(right - edge), 2), 2)]
    near = [word for word in below if word.x1 > left and word.x0 < right]
    begins = sorted(word.x0 for word in near if word.x0 < word.x1)
    ends = sorted(word.x1 for word in near if word.x0 < word.x1)
    crossings = {place: bisect_left(begins, place) - bisect_right(ends, place) for place in steps}
    allowed = min(crossings.values()) + max(1, len(near) // 20)
    return next(place for place in steps if crossings[place] <= allowed)


def cells_of(head: Head, line: Printed) -> list[list[Word]]:
    cells: list[list[Word]] = [[] for _ in head.starts]
    for word in line.words:
        column = max(index for index, start in enumerate(head.starts) if start <= max(word.x0 + 1, 0))
        cells[column].append(word)
    return cells
