"""A generated document as plain text, with its tables dumped in the ways that text comes out of files."""

import re
import textwrap
from collections.abc import Sequence
from functools import partial
from random import Random

from tests.recruitment.readers.generated_documents.page import Box, Element, Grid, PageBreak, Paragraph

_QUOTED_SHARE = 0.1
_SCANNED_SHARE, _MAILED_SHARE = 0.2, 0.1
_SCANNED = ("• ", "e ", "¢ ", "« ")  # what a scan makes of dots
_RULE = "-" * 60
_MAIL_HEAD = (
    "From: School office <office@oaklane.example>",
    "Sent: 14 January 2025 16:07",
    "To: Vacancies",
    "Subject: FW: the post we spoke of",
    "",
    "Hi all",
    "",
    "Here it is, pasted in because the attachment keeps bouncing.",
    "",
    "Thanks",
    "Bernie",
    "",
    _RULE,
    "",
)
_MAIL_FOOT = ("", _RULE, "", "Bernie Salcombe", "Office Manager", "", "This email is confidential.")
_QUOTED_WIDTH = 70
_NAME_WIDTH = 18  # letters of a narrow column
_LED_WIDTH = 70
_HEAD_WIDTH = 23  # letters of a head whose columns have wrapped
_NUMBER = re.compile(r"^(\d+\.\d+) ")  # may get a line of its own out of a PDF
_ANSWERS = ("Thanks, this is fine by me.", "On Tuesday the school office wrote:", "Here it is once more.")
_MARKERS = {"bullet": ("• ", "- ", "* ", "\uf0b7 ", "o "), "number": ("{}. ", "{}) ")}


def write_text(elements: tuple[Element, ...], seed: int, *, survives: bool) -> str:
    """``survives``: what the tables say also survives where empty cells and columns are lost."""
    rng = Random(seed)  # noqa: S311 - not for secrets
    bullet, number = rng.choice(_MARKERS["bullet"]), rng.choice(_MARKERS["number"])
    spaced = rng.random() < 0.4
    quoted = rng.random() < _QUOTED_SHARE
    width = _QUOTED_WIDTH if quoted else rng.choice((0, 0, 78))
    paged = partial(_paged, rng.randint(5, 9), rng.randint(2, 4))
    dump = rng.choice((_tabs, _pipes, _spaces, paged, *((_one_a_line,) if survives else ())))
    lone = rng.random() < 0.4
    copied = partial(_copied, rng.randint(40, 60), rng.random() < 0.5)
    dumps = {
        "": dump,
        "copied": copied,
        "pasted": _tabs,
        "sheet": _sheet,
        "grouped": _grouped,
        "slashed": partial(_slashed, rng.random() < 0.5),
        "signed": partial(_signed, rng.randint(50, 70)),
        "led": partial(_led, _LED_WIDTH),
        "celled": _celled,
        "listed": _listed,
        "one": _one_a_line,
        "wrapped": partial(_signed, rng.randint(50, 70), wraps_head=True),
        "close": partial(_spaces, apart=False),
        "coded": partial(_coded, rng.randint(34, 46)),
        "stacked": partial(_stacked, rng.randint(40, 60)),
        "unmarked": _unmarked,
    }
    dots = _SCANNED if bullet == "• " and rng.random() < _SCANNED_SHARE else (bullet,)
    lines: list[str] = []
    count = 0
    for element in elements:
        count = count + 1 if isinstance(element, Paragraph) and element.marker == "number" else 0
        if isinstance(element, Paragraph):
            lead = {"bullet": rng.choice(dots), "number": number.format(count), "": ""}[element.marker]
            text = _NUMBER.sub(r"\1\n\n", element.text) if lone else element.text
            lines += [line for part in (lead + text).split("\n") for line in _wrapped(part, width)]
            lines += [""] if spaced or element.bold or element.heading else []
        elif isinstance(element, Grid):
            lines += [
                "",
                *dumps[element.text_as](element, "•\t" if element.text_as == "pasted" else bullet),
                "",
            ]
        elif isinstance(element, PageBreak):
            lines += ["", "Page 1 of 2", ""]
    if quoted:
        lines = [rng.choice(_ANSWERS), "", *(f"> {line}".rstrip(" ") for line in lines)]
    elif rng.random() < _MAILED_SHARE:
        lines = [*_MAIL_HEAD, *lines, *_MAIL_FOOT]
    return "\n".join(lines) + "\n"


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width) if width and len(text) > width else [text]


def _texts(box: Box, bullet: str) -> list[str]:
    return [(bullet if paragraph.marker else "") + paragraph.text for paragraph in box.paragraphs]


def _tabs(grid: Grid, bullet: str) -> list[str]:
    """A row of tabbed cells; further paragraphs of a cell stand on lines of their own."""
    return _tabbed([[_texts(box, bullet) for box in row] for row in grid.rows])


def _sheet(grid: Grid, bullet: str) -> list[str]:
    """As out of a sheet: every row has all its tabs, behind a wide cell too."""
    return _tabbed(
        [
            [texts for box in row for texts in [_texts(box, bullet), *[[]] * (box.span - 1)]]
            for row in grid.rows
        ]
    )


def _tabbed(rows: Sequence[Sequence[Sequence[str]]]) -> list[str]:
    return [line for row in rows for line in "\t".join(map("\n".join, row)).split("\n")]


def _pipes(grid: Grid, bullet: str) -> list[str]:
    rows = []
    for number, row in enumerate(grid.rows):
        cells = ["<br>".join(_texts(box, bullet)) for box in row]
        rows.append("| " + " | ".join(cells) + " |")
        if number == 0:
            rows.append("|" + "---|" * grid.columns)
    return rows


def _spaces(grid: Grid, bullet: str, *, apart: bool = True) -> list[str]:
    """Columns held by spaces, long cells wrapped; ``apart``: a blank line between rows."""
    lines: list[str] = []
    for row in _printed_rows(grid, bullet):
        lines += ["  ".join(text.ljust(room) for room, text in printed).rstrip() for printed in row]
        lines += [""] if apart else []
    return lines


def _celled(grid: Grid, bullet: str) -> list[str]:
    """As a browser copies them: a line with a tab alone between cells, an empty line for an empty one."""
    lines: list[str] = []
    for row in grid.rows:
        cells = [" ".join(_texts(box, bullet)) for box in row]
        lines += [line for cell in cells for line in ("\t", cell)][1:]
        lines.append("")
    return lines


def _listed(grid: Grid, bullet: str) -> list[str]:
    """A line for each cell, and a blank one behind it; empty cells vanish."""
    return [line for text in _one_a_line(grid, bullet) for line in (text, "")]


def _printed_rows(grid: Grid, bullet: str) -> list[list[list[tuple[int, str]]]]:
    """Rows of printed lines of cells, each with the room that it has."""
    share = 100 / sum(grid.widths)
    widths = [
        max(int(width * share), 8, _longest_word(grid, column) + 2)
        for column, width in enumerate(grid.widths)
    ]
    rows = []
    for row in grid.rows:
        cells, column = [], 0
        for box in row:
            room = sum(widths[column : column + box.span]) - 2
            column += box.span
            cells.append((room, [part for text in _texts(box, bullet) for part in textwrap.wrap(text, room)]))
        height = max(len(parts) for _, parts in cells)
        rows.append(
            [
                [(room, parts[place] if place < len(parts) else "") for room, parts in cells]
                for place in range(height)
            ]
        )
    return rows


def _paged(rows_of_page: int, gap: int, grid: Grid, bullet: str) -> list[str]:
    """As out of a PDF: a form feed between pages, on each of which the columns are as wide as their words."""
    rows = _printed_rows(grid, bullet)
    lines: list[str] = []
    for number, begin in enumerate(range(0, len(rows), rows_of_page), 1):
        page = rows[begin : begin + rows_of_page]
        whole = [printed for row in page for printed in row if len(printed) == grid.columns]
        rooms = [
            max((len(printed[column][1]) for printed in whole), default=0) for column in range(grid.columns)
        ]
        for row in page:
            for printed in row:
                cells = [text.ljust(room + gap) for room, (_, text) in zip(rooms, printed, strict=False)]
                lines.append("".join(cells).rstrip() if len(printed) == grid.columns else printed[0][1])
            lines.append("")
        lines += [f"Form HR7                  {number}", "\f"]
    return lines


def _longest_word(grid: Grid, column: int) -> int:
    """Letters of the longest word that stands in this column alone."""
    words = [word for row in grid.rows if len(row) == grid.columns for word in row[column].text.split()]
    return max(map(len, words), default=0)


def _one_a_line(grid: Grid, bullet: str) -> list[str]:
    """Each paragraph on its own line; empty cells vanish."""
    return [text for row in grid.rows for box in row for text in _texts(box, bullet)]


def _grouped(grid: Grid, bullet: str) -> list[str]:
    """As out of a web page: a line for each cell, and a blank one behind each row."""
    return [
        line for row in grid.rows for line in [*(text for box in row for text in _texts(box, bullet)), ""]
    ]


def _copied(width: int, apart: bool, grid: Grid, bullet: str) -> list[str]:
    """Printed lines without anything between the columns: the wordings wrap, the signs end the last line.

    ``apart``: the name of a section has lines of its own, else it stands before its first wording.
    """
    head, *rows = grid.rows
    text = max(range(grid.columns), key=lambda index: grid.widths[index])
    lines = [" ".join(box.text for box in head if box.paragraphs)]
    for row in rows:
        name, wording, signs = (
            " ".join(box.text for box in part if box.paragraphs)
            for part in (row[:text], row[text : text + 1], row[text + 1 :])
        )
        lines += textwrap.wrap(name, _NAME_WIDTH) if apart else []
        printed = textwrap.wrap(wording if apart else f"{name} {wording}", width)
        lines += [*printed[:-1], f"{printed[-1]} {signs}"]
    return lines


def _slashed(apart: bool, grid: Grid, bullet: str) -> list[str]:
    """Cells with slashes between them, without the empty ones; ``apart``: the last has a line of its own."""
    lines: list[str] = []
    for number, row in enumerate(grid.rows):
        texts = [" ".join(_texts(box, bullet)) for box in row if box.paragraphs]
        own = apart and number > 0 and len(texts) > 1
        lines += [" / ".join(texts[:-1]), f"/ {texts[-1]}"] if own else [" / ".join(texts)]
    return lines


def _signed(width: int, grid: Grid, bullet: str, *, wraps_head: bool = False) -> list[str]:
    """Printed lines whose signs end the first of each wording."""
    head = " ".join(box.text for box in grid.rows[0] if box.paragraphs)
    lines = textwrap.wrap(head, _HEAD_WIDTH) if wraps_head else [head, ""]
    for row in grid.rows[1:]:
        first, *rest = textwrap.wrap(row[0].text, width)
        lines += [" ".join([first, *(box.text for box in row[1:] if box.paragraphs)]), *rest]
    return lines


def _coded(width: int, grid: Grid, bullet: str) -> list[str]:
    """Cell after cell by its printed lines, as a viewer gives them; the first column is narrow."""
    lines = [" ".join(box.text for box in grid.rows[0])]
    for row in grid.rows[1:]:
        lines += textwrap.wrap(row[0].text, _NAME_WIDTH)
        texts = [paragraph.text for box in row[1:] for paragraph in box.paragraphs]
        lines += [line for text in texts for line in textwrap.wrap(text, width)]
    return lines


def _stacked(width: int, grid: Grid, bullet: str) -> list[str]:
    """Each printed line of each cell on its own line; empty cells vanish."""
    return [line for text in _one_a_line(grid, bullet) for line in textwrap.wrap(text, width)]


def _unmarked(grid: Grid, bullet: str) -> list[str]:
    """Open pipes, where nothing is left of the marks between the wording and its methods."""
    head, *rows = ([box.text for box in row] for row in grid.rows)
    bare = ([row[0], *[""] * (len(row) - 2), row[-1]] if len(row) > 1 else row for row in rows)
    return [" | ".join(head), *(" | ".join(row) for row in bare)]


def _led(width: int, grid: Grid, bullet: str) -> list[str]:
    """Printed lines of whole rows, whose first sign stands before the wording."""
    rows = (" ".join(box.text for box in row if box.paragraphs) for row in grid.rows)
    return [line for row in rows for line in textwrap.wrap(row, width)]
