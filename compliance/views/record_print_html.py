"""Rows of the central record for paper: cells in words, so that a copy in black and white says it all."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import batched

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from compliance.domain.central_record import STATE_LABELS, CellState, Column
from compliance.domain.record_lines import Line
from compliance.views.record_html import AGENCY_HEADS, ROWS_A_CHUNK, beside


def build_paper_head(columns: Sequence[Column], *, running: str, shows_agency: bool) -> SafeString:
    """The line that stands on top of every sheet, and the heads of the columns."""
    heads = ["Name", *(column.head for column in columns), *(AGENCY_HEADS if shows_agency else ())]
    cells = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    return mark_safe(  # noqa: S308 (every part is escaped where it is made)
        f'<tr class="running"><td colspan="{len(heads)}">{escape(running)}</td></tr><tr>{cells}</tr>'
    )


def build_paper_rows(lines: Iterable[Line], width: int, *, shows_agency: bool) -> Iterator[SafeString]:
    """The body of the table in chunks."""
    for chunk in batched(lines, ROWS_A_CHUNK):
        rows = "".join(_write_row(line, width, shows_agency=shows_agency) for line in chunk)
        yield mark_safe(rows)  # noqa: S308 (every part is escaped where it is made)


def _write_row(line: Line, width: int, *, shows_agency: bool) -> str:
    cells = "".join([_write_cell(cell.state, cell.day, cell.word) for cell in line.cells[:width]])
    agency = _write_agency(line) if shows_agency else ""
    who = f'<th scope="row">{escape(line.engaged.name)}<small>{beside(line)}</small></th>'
    return f"<tr>{who}{cells}{agency}</tr>"


@lru_cache(maxsize=8192)
def _write_cell(state: CellState, day: date | None, word: str) -> str:
    shown = f"{day:%d/%m/%Y}" if day else ""
    if state == CellState.COMPLETE:
        return f"<td>{shown or 'Complete'}</td>"
    if state in {CellState.NOT_REQUIRED, CellState.POLICY}:
        return f'<td class="quiet">{word}</td>'
    return f"<td><strong>{word}</strong>{' ' + shown if shown else ''}</td>"


def _write_agency(line: Line) -> str:
    confirmation = line.confirmation
    if confirmation is None:
        return '<td class="quiet">Not required</td><td class="quiet">Not required</td>'
    if not confirmation.is_received:
        first = f"<strong>Missing</strong> {confirmation.confirmed} of {confirmation.wanted}"
    elif confirmation.received_date is None:
        first = f"<strong>{STATE_LABELS[CellState.DATE_MISSING]}</strong>"
    else:
        first = f"{confirmation.received_date:%d/%m/%Y}"
    return f"<td>{first}</td><td>{'Yes' if confirmation.is_certificate_supplied else 'No'}</td>"
