"""A generated document as plain text, with its tables dumped in the ways that text comes out of files."""

import textwrap
from random import Random

from tests.recruitment.readers.generated_documents.page import Box, Element, Grid, PageBreak, Paragraph

_MARKERS = {"bullet": ("• ", "- ", "* ", "\uf0b7 ", "o "), "number": ("{}. ", "{}) ")}


def write_text(elements: tuple[Element, ...], seed: int, *, survives: bool) -> str:
    """``survives``: what the tables say also survives where empty cells and columns are lost."""
    rng = Random(seed)  # noqa: S311 - not for secrets
    bullet, number = rng.choice(_MARKERS["bullet"]), rng.choice(_MARKERS["number"])
    spaced = rng.random() < 0.4
    width = rng.choice((0, 0, 78))
    dump = rng.choice((_tabs, _pipes, _spaces, *((_one_a_line,) if survives else ())))
    lines: list[str] = []
    count = 0
    for element in elements:
        count = count + 1 if isinstance(element, Paragraph) and element.marker == "number" else 0
        if isinstance(element, Paragraph):
            lead = {"bullet": bullet, "number": number.format(count), "": ""}[element.marker]
            lines += _wrapped(lead + element.text, width)
            lines += [""] if spaced or element.bold or element.heading else []
        elif isinstance(element, Grid):
            lines += ["", *dump(element, bullet), ""]
        elif isinstance(element, PageBreak):
            lines += ["", "Page 1 of 2", ""]
    return "\n".join(lines) + "\n"


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width) if width and len(text) > width else [text]


def _texts(box: Box, bullet: str) -> list[str]:
    return [(bullet if paragraph.marker else "") + paragraph.text for paragraph in box.paragraphs]


def _tabs(grid: Grid, bullet: str) -> list[str]:
    """A row of tabbed cells; further paragraphs of a cell stand on lines of their own."""
    return [
        line
        for row in grid.rows
        for line in "\t".join("\n".join(_texts(box, bullet)) for box in row).split("\n")
    ]


def _pipes(grid: Grid, bullet: str) -> list[str]:
    rows = []
    for number, row in enumerate(grid.rows):
        cells = ["<br>".join(_texts(box, bullet)) for box in row]
        rows.append("| " + " | ".join(cells) + " |")
        if number == 0:
            rows.append("|" + "---|" * grid.columns)
    return rows


def _spaces(grid: Grid, bullet: str) -> list[str]:
    """Columns held by spaces, long cells wrapped, rows parted by a blank line where any cell wraps."""
    share = 100 / sum(grid.widths)
    widths = [max(int(width * share), 8) for width in grid.widths]
    lines: list[str] = []
    for row in grid.rows:
        cells, column = [], 0
        for box in row:
            room = sum(widths[column : column + box.span]) - 2
            column += box.span
            cells.append((room, [part for text in _texts(box, bullet) for part in textwrap.wrap(text, room)]))
        for place in range(max(len(parts) for _, parts in cells)):
            pieces = [(parts[place] if place < len(parts) else "").ljust(room) for room, parts in cells]
            lines.append("  ".join(pieces).rstrip())
        lines.append("")
    return lines


def _one_a_line(grid: Grid, bullet: str) -> list[str]:
    """Each paragraph on its own line; empty cells vanish."""
    return [text for row in grid.rows for box in row for text in _texts(box, bullet)]
