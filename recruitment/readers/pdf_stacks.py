"""Wordings in one cell of a PDF table parted by the signs that are stacked beside them."""

from collections.abc import Sequence

from recruitment.readers.pdf_lines import Printed
from recruitment.readers.pdf_paragraphs import Paragraph
from recruitment.readers.signs import is_stackable
from recruitment.readers.wording import join, starts_low


def pair_by_count(
    cells: Sequence[Sequence[Printed]], read: Sequence[list[Paragraph]]
) -> list[list[Paragraph]]:
    """Wordings that run together beside stacked signs, parted where lines begin with a capital.

    Only where that gives as many wordings as there are signs; else they stay as they were read.
    """
    stacked = [all(is_stackable(part.text) for part in parts) for parts in read]
    counts = {len(parts) for parts, are in zip(read, stacked, strict=True) if are and len(parts) > 1}
    if len(counts) != 1:
        return list(read)
    (count,) = counts
    return [
        parts if are or len(parts) in {1 if len(lines) == 1 else 0, count} else _parted(lines, parts, count)
        for lines, parts, are in zip(cells, read, stacked, strict=True)
    ]


def _parted(lines: Sequence[Printed], parts: list[Paragraph], count: int) -> list[Paragraph]:
    begins = [place for place, line in enumerate(lines) if place == 0 or not starts_low(line.text)]
    if len(begins) != count or any(line.marker for line in lines):
        return parts
    ends = [*begins[1:], len(lines)]
    made = []
    for begin, end in zip(begins, ends, strict=True):
        text = ""
        for line in lines[begin:end]:
            text = join(text, line.text)
        first = lines[begin]
        made.append(Paragraph(text, first, first.bold, first.italic))
    return made
