"""The record in the order of paper and workbook: one part for each kind of person, then who is to come."""

from collections.abc import Sequence

from compliance.domain.record_lines import KIND_LABELS, Kind, Line
from compliance.domain.record_lists import COMING, TAB_LABELS, in_tab


def list_parts(lines: Sequence[Line]) -> list[tuple[str, Kind | None, list[Line]]]:
    """Label, kind and lines of each part that has any. Leavers are in none of them."""
    parts: list[tuple[str, Kind | None, list[Line]]] = [
        (KIND_LABELS[kind], kind, in_tab(lines, kind)) for kind in Kind
    ]
    parts.append((TAB_LABELS[COMING], None, in_tab(lines, COMING)))
    return [part for part in parts if part[2]]
