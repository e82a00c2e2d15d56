"""The record in the order of paper and workbook: one part for each kind of person, then who is to come."""

from collections.abc import Sequence

from compliance.domain.record_lines import KIND_LABELS, Kind, Line
from compliance.domain.record_lists import COMING, TAB_LABELS, in_tab

PART_LABELS = (*(KIND_LABELS[kind] for kind in Kind), TAB_LABELS[COMING])


def list_parts(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """Label and lines of each part that has any, in the order of ``PART_LABELS``. Leavers are in none."""
    parts = zip(PART_LABELS, (in_tab(lines, tab) for tab in (*Kind, COMING)), strict=True)
    return [(label, found) for label, found in parts if found]
