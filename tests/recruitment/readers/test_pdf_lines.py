"""Printed lines of a PDF: labels and values of a form that has no rules."""

from pathlib import Path

import pytest

from recruitment.readers.blocks import Line
from recruitment.readers.pdf_blocks import read_pdf
from tests.recruitment.readers.drawn_pdf import draw

TITLE_ENDS, GRADE = 87.8, 300  # where “Job Title” ends that begins at 50, in Helvetica of 10 points


@pytest.mark.parametrize(
    ("gap", "text"),
    [(9.5, "Job Title Caretaker Grade Scale 4"), (10.5, "Job Title: Caretaker Grade: Scale 4")],
)
def test_labels_are_told_from_values_by_gaps_that_no_space_has(tmp_path: Path, gap: float, text: str) -> None:
    words = ((50, "Job Title"), (TITLE_ENDS + gap, "Caretaker"), (GRADE, "Grade"), (GRADE + 60, "Scale 4"))
    drawing = " ".join(f"BT /F1 10 Tf {x} 742 Td ({said}) Tj ET" for x, said in words)

    [line] = read_pdf(draw(tmp_path / "form.pdf", drawing.encode()))

    assert isinstance(line, Line)
    assert line.text == text
