"""A generated document as a PDF: by typst everywhere, by LibreOffice from the Word file where it is there."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from random import Random

import typst

from tests.recruitment.readers.generated_documents import wordings
from tests.recruitment.readers.generated_documents.page import Box, Element, Grid, PageBreak, Paragraph

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_FONTS = ("Libertinus Serif", "New Computer Modern")
# It comes with typst and has the open box too, in whose place others draw a crossed one.
_BOXES_FONT = "DejaVu Sans Mono"


def write_pdf(elements: tuple[Element, ...], path: Path, seed: int) -> Path:
    """Paper upright or across, in one of two fonts, with or without a running foot."""
    rng = Random(seed)  # noqa: S311 - not for secrets
    wide = any(isinstance(element, Grid) and element.columns > 5 for element in elements)
    flipped = "true" if wide or rng.random() < 0.15 else "false"
    foot = rng.choice(
        (
            "none",
            '[Page #context counter(page).display("1 of 1", both: true)]',
            "[#context counter(page).display()]",
        )
    )
    head = json.dumps(
        rng.choice(("", "", "", *wordings.RUNNING_HEADS)).format(title="Caretaker"), ensure_ascii=False
    )
    font = rng.choice(_FONTS)
    size = rng.choice((9, 10, 11))
    lines = [
        f'#set page(paper: "a4", margin: 2cm, flipped: {flipped}, header: [#{head}], footer: {foot})',
        f'#set text(font: {json.dumps(font)}, size: {size}pt, lang: "en", hyphenate: false)',
        f"#set par(spacing: {rng.choice((0.8, 1.2))}em)",
        f'#show regex("[☐☑☒]"): set text(font: {json.dumps(_BOXES_FONT)})',
        *(_element(element) for element in elements),
    ]
    source = path.with_suffix(".typ")
    source.write_text("\n\n".join(lines), encoding="utf-8")
    typst.compile(str(source), output=str(path))
    return path


def _element(element: Element) -> str:
    if isinstance(element, Paragraph):
        return "#" + _paragraph(element)
    if isinstance(element, PageBreak):
        return "#pagebreak()"
    return _grid(element)


def _paragraph(paragraph: Paragraph) -> str:
    size = ", size: 1.3em" if paragraph.heading else ""
    weight = "bold" if paragraph.bold or paragraph.heading else "regular"
    style = "italic" if paragraph.italic else "normal"
    words = (
        f'text(weight: "{weight}", style: "{style}"{size}, {json.dumps(paragraph.text, ensure_ascii=False)})'
    )
    marker = {"bullet": "•", "number": "1.", "": ""}[paragraph.marker]
    if not marker:
        return f"par[#{words}]"
    return f'grid(columns: (1.4em, 1fr), text("{marker}"), [#{words}])'


def _grid(grid: Grid) -> str:
    columns = ", ".join(f"{max(width, 3)}fr" for width in grid.widths)
    stroke = "0.5pt" if grid.ruled else "none"
    rows = []
    for number, row in enumerate(grid.rows):
        column, cells = 0, []
        for box in row:
            if not box.follows:
                cells.append(_cell(box, grid.height(number, column)))
            column += box.span
        rows.append(", ".join(cells))
    if grid.repeats:
        rows[0] = f"table.header({rows[0]})"
    inside = ",\n".join(row for row in rows if row)
    return f"#table(columns: ({columns}), stroke: {stroke}, align: left, inset: 4pt,\n{inside})"


def _cell(box: Box, height: int) -> str:
    inside = "\n\n".join(f"#{_paragraph(paragraph)}" for paragraph in box.paragraphs)
    if box.turned:
        inside = f"#rotate(-90deg, reflow: true)[#box(width: 8em)[{inside}]]"
    fill = f', fill: rgb("{box.fill}")' if box.fill else ""
    return f"table.cell(colspan: {box.span}, rowspan: {height}{fill})[{inside}]"


def convert_by_office(paths: Sequence[Path], folder: Path) -> None:
    """Word files beside these paths become PDF files, many at a time."""
    if OFFICE is None:
        raise SystemExit("There is no LibreOffice here; take pdf in place of office in --formats.")
    profile = folder / "office-profile"
    for start in range(0, len(paths), 100):
        sources = [str(path.with_suffix(".docx")) for path in paths[start : start + 100]]
        where = ["--outdir", str(folder), *sources]
        subprocess.run(  # noqa: S603
            [OFFICE, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", *where],
            check=True,
            capture_output=True,
        )
    if not all(path.exists() for path in paths):
        raise SystemExit("This LibreOffice cannot open Word files: its Writer is not installed.")
