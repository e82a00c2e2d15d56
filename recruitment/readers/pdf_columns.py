"""Tables without ruling lines in a PDF: columns anchored on the words of the head."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recruitment.domain.person_specification import SourceLine
from recruitment.domain.specification_evidence import parse_evidence, parse_key
from recruitment.readers.blocks import Cell, Line, Row, Table
from recruitment.readers.columns import CODES, Role, is_sign, may_head, read_header
from recruitment.readers.headings import is_section_name, part_of
from recruitment.readers.pdf_lines import Printed, Word, goes_on_in_key, pair_by_count, paragraphs_of
from recruitment.readers.wording import clean, split_marker, starts_low

_MANY_LINES = 6
_MOST_HEAD_LINES = 7
_LONGEST_NAME = 6
_HEADING_ROLES = {Role.ESSENTIAL, Role.DESIRABLE, Role.REQUIREMENT, Role.EVIDENCE}


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a head: where each begins, and which hold only signs."""

    names: tuple[str, ...]
    starts: tuple[float, ...]
    roles: tuple[Role, ...]


def find_head(lines: Sequence[Printed], index: int) -> tuple[Head, int] | None:
    """The head that begins at a printed line, and how many lines it takes: its words may wrap."""
    if not may_head(lines[index].text):
        return None
    found = None
    for count in range(1, _MOST_HEAD_LINES + 1):
        group = lines[index : index + count]
        if len(group) < count or (count > 1 and not _belongs_to_head(group, lines[index + count :])):
            break
        if head := _head_of(group, lines[index + count :]):
            found = head, count
    return found


def _belongs_to_head(group: Sequence[Printed], below: Sequence[Printed]) -> bool:
    """A further line of a head stands close below, in the same weight, under its words."""
    first, above, last = group[0], group[-2], group[-1]
    edge = min((line.x0 for line in below[:_MANY_LINES]), default=first.x0)
    if last.x0 < first.x0 - 20 and len(_chunks(last)) == 1:
        return False  # a section below a head that leaves its first column without a name
    close = last.top - above.bottom < 0.5 * (last.bottom - last.top)
    return (
        close
        and last.bold == first.bold
        and (len(last.words) <= len(first.words) or _stands_below(last, first))
        and (not last.marker or goes_on_in_key(above.text, last.text))
        and (last.bold or last.x0 > min(first.x0, edge) + 20)
    )


def _stands_below(last: Printed, first: Printed) -> bool:
    """Each group of words begins where one of the line above begins."""
    places = [chunk[0].x0 for chunk in _chunks(first)]
    return all(any(abs(chunk[0].x0 - place) < 3 for place in places) for chunk in _chunks(last))


def _head_of(group: Sequence[Printed], below: Sequence[Printed]) -> Head | None:
    if sum(len(line.words) for line in group) > 30 or len(_chunks(group[0])) < 2:
        return None
    body = _lines_of_table(below)
    by_gutters = _head_at([0.0, *_gutters([*group, *body])], group) if body else None
    by_gutters = _without_chance_strips(by_gutters, group, body) if by_gutters else None
    by_words = _head_at(_starts_by_words(group, below), group)
    if by_gutters and by_words:
        return by_gutters if len(by_gutters.starts) >= len(by_words.starts) else by_words
    return by_gutters or by_words


def _head_at(starts: Sequence[float], group: Sequence[Printed]) -> Head | None:
    """The head whose columns begin here, if its words make one."""
    columns: list[list[Word]] = [[] for _ in starts]
    wrapped = [chunk for line in group[1:] for chunk in _chunks(line)]
    if any(chunk[0].x0 < start - 1 and chunk[-1].x1 > start + 1 for chunk in wrapped for start in starts[1:]):
        return None  # a further line that runs over columns heads a section
    for chunk in [chunk for line in group for chunk in _chunks(line)]:
        place = max(index for index, start in enumerate(starts) if start <= max(chunk[0].x0 + 1, 0))
        columns[place].extend(chunk)
    names = [clean(" ".join(word.text for word in own)) for own in columns]
    read = read_header(names)
    if read is None or not _HEADING_ROLES & set(read.roles):
        return None
    if (split := _split_column(names, read.roles)) is not None:
        return _head_at([*starts[:split], *starts[split + 1 :]], group)
    return Head(tuple(names), tuple(starts), read.roles)


def _without_chance_strips(head: Head, group: Sequence[Printed], body: Sequence[Printed]) -> Head | None:
    """The head without columns that have no name and begin inside closely set words: spaces fell together."""
    chunks = [chunk for line in body for chunk in _chunks(line)]
    kept = [
        start
        for start, name in zip(head.starts, head.names, strict=True)
        if name
        or not start
        or sum(chunk[0].x0 < start - 1 and chunk[-1].x1 > start + 3 for chunk in chunks) * 4 < len(body)
    ]
    return head if len(kept) == len(head.starts) else _head_at(kept, group)


def _split_column(names: Sequence[str], roles: Sequence[Role]) -> int | None:
    """A column without a name to the right of one for signs is a strip inside that one: “A,  T”."""
    return next(
        (
            index
            for index in range(1, len(names))
            if not names[index] and roles[index - 1] in {*_HEADING_ROLES, Role.METHOD}
        ),
        None,
    )


def _lines_of_table(below: Sequence[Printed]) -> list[Printed]:
    """The next lines that can belong to a table: up to a heading of another part, or to running text."""
    taken: list[Printed] = []
    running = 0
    for line in below[:80]:
        running = running + 1 if len(_chunks(line)) == 1 and len(line.words) > 9 else 0
        if part_of(line.text) or running > 3 or parse_key(line.text):
            break
        taken.append(line)
    return taken


def _gutters(lines: Sequence[Printed]) -> list[float]:
    """Where columns begin: behind a strip that hardly any line crosses, all the way down.

    In many lines not even the spaces between words fall together by chance, so that narrow strips count too.
    """
    several = [line for line in lines if len(_chunks(line)) > 1]
    many = len(several)
    if not many:
        return []
    if many >= _MANY_LINES:
        chunks = [[word] for line in several for word in line.words]
    else:
        chunks = [chunk for line in several for chunk in _chunks(line)]
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
    groups = _chunks(group[0])
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


def _chunks(line: Printed) -> list[list[Word]]:
    """The words of a line that stand close together."""
    chunks: list[list[Word]] = [[line.words[0]]]
    for word in line.words[1:]:
        height = word.bottom - word.top
        if word.x0 - chunks[-1][-1].x1 > 0.8 * height:
            chunks.append([word])
        else:
            chunks[-1].append(word)
    return chunks


def _boundary(before: Sequence[Word], group: Sequence[Word], below: Sequence[Word]) -> float:
    """A strip between two head words that hardly any word below crosses, as near the right one as can be."""
    left, right = before[0].x0 + 5, max(word.x1 for word in group)
    edge = min(word.x0 for word in group) - 2
    steps = [edge - step for step in range(0, max(int(edge - left), 1), 2)]
    steps += [edge + step for step in range(2, max(int(right - edge), 2), 2)]
    near = [word for word in below if word.x1 > left and word.x0 < right]
    crossings = {place: sum(word.x0 < place < word.x1 for word in near) for place in steps}
    allowed = min(crossings.values()) + max(1, len(near) // 20)
    return next(place for place in steps if crossings[place] <= allowed)


def cells_of(head: Head, line: Printed) -> list[list[Word]]:
    cells: list[list[Word]] = [[] for _ in head.starts]
    for word in line.words:
        column = max(index for index, start in enumerate(head.starts) if start <= max(word.x0 + 1, 0))
        cells[column].append(word)
    return cells


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
    signs = {*_HEADING_ROLES, Role.METHOD, Role.WEIGHT}
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
    return any(text and parse_evidence(text, {}) for text in texts) and len(_chunks(line)) > 1


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
    if others or len(_chunks(line)) > 1 or not line.words[0].text[:1].isalpha():
        return False
    return sum(bool(cell) for cell in cells_of(head, line)) > 1 and len(line.words) <= _LONGEST_NAME


def _may_name_section(head: Head, line: Printed, below: Sequence[Printed]) -> bool:
    """Few words at the left edge, with a row of signs right below them."""
    short = len(line.words) <= _LONGEST_NAME and len(_chunks(line)) == 1 and not line.text.endswith(".")
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
