"""Rows of the central record as plain strings, for the same reason as the scoring grid's: thousands of cells.

A cell is ``<td class="k-missing">Missing</td>``: the word says it, the theme adds icon and colour.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import batched
from urllib.parse import urlencode

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from compliance.domain.central_record import STATE_LABELS, CellState, Column
from compliance.domain.record_lines import Confirmation, Line, Standing

ROWS_A_CHUNK = 100
AGENCY_HEADS = ("Agency confirmed", "Certificate supplied")
_BEFORE_THE_DAY = {CellState.EXPIRED: "on ", CellState.EXPIRING: "on ", CellState.ASKED_FOR: ""}

type Address = Callable[[int], str]


def build_rows(
    lines: Iterable[Line],
    columns: Sequence[Column],
    *,
    address_of: Address,
    shows_agency: bool = False,
    notes: Mapping[int, str] | None = None,
) -> Iterator[SafeString]:
    """The body of the table in chunks. ``notes`` stand under the name of an engagement."""
    width = len(columns)
    for chunk in batched(lines, ROWS_A_CHUNK):
        parts = (
            write_row(
                line,
                width,
                address=address_of(line.engaged.engagement_id),
                shows_agency=shows_agency,
                note=(notes or {}).get(line.engaged.engagement_id, ""),
            )
            for line in chunk
        )
        yield mark_safe("".join(parts))  # noqa: S308 (every part is escaped where it is made)


def write_row(line: Line, width: int, *, address: str, shows_agency: bool, note: str) -> str:
    cells = "".join([write_cell(cell.state, cell.day, cell.is_late) for cell in line.cells[:width]])
    agency = write_confirmation(line.confirmation) if shows_agency else ""
    url = escape(address)
    name = escape(line.engaged.name)
    who = f'<a href="{url}">{name}</a>' if address else name
    return (
        f'<tr data-url="{url}"><th scope="row">{who}<small>{beside(line, note)}</small></th>'
        f"{cells}{agency}</tr>"
    )


@lru_cache(maxsize=8192)
def write_cell(state: CellState, day: date | None, is_late: bool = False) -> str:  # noqa: FBT001, FBT002
    """Word and day; each of the few different ones there are is made once."""
    shown = f"<small>{_BEFORE_THE_DAY.get(state, '')}{day:%d/%m/%Y}</small>" if day else ""
    late = "<small>made late</small>" if is_late and state != CellState.LATE else ""
    return f'<td class="k-{state.value}">{STATE_LABELS[state]}{shown}{late}</td>'


def write_confirmation(confirmation: Confirmation | None) -> str:
    """What the agency confirmed and whether it supplied a certificate; a dash where none has to."""
    if confirmation is None:
        return '<td class="k-none">–</td><td class="k-none">–</td>'
    if confirmation.is_received:
        day = confirmation.received_date
        first = write_cell(CellState.COMPLETE if day else CellState.DATE_MISSING, day)
    else:
        so_far = f"{confirmation.confirmed} of {confirmation.wanted}"
        first = f'<td class="k-missing">Missing<small>{so_far}</small></td>'
    supplied = "Yes" if confirmation.is_certificate_supplied else "No"
    return f'{first}<td class="k-none">{supplied}</td>'


def beside(line: Line, note: str = "") -> str:
    """What stands under the name: the work and since when, and where it is worth saying why it is here."""
    one = line.engaged
    parts = [note] if note else []
    parts.append(one.job_title)
    if one.agency:
        parts.append(one.agency)
    if one.start_date:
        parts.append(f"{'starts' if line.standing == Standing.COMING else 'from'} {one.start_date:%d/%m/%Y}")
    else:
        parts.append("first day not known")
    if one.end_date:
        parts.append(f"until {one.end_date:%d/%m/%Y}")
    return escape(" · ".join(parts))


def build_head(
    columns: Sequence[Column], *, sort: str, params: Mapping[str, str], shows_agency: bool = False
) -> SafeString:
    """Both rows of the head; each check's words sort by it."""
    statutory = sum(column.is_statutory for column in columns)
    local = len(columns) - statutory
    agency = len(AGENCY_HEADS) if shows_agency else 0
    groups = f'<th scope="colgroup" colspan="{statutory}">Statutory</th>'
    groups += f'<th scope="colgroup" colspan="{local}">Local</th>' if local else ""
    groups += f'<th scope="colgroup" colspan="{agency}">Agency or provider</th>' if agency else ""
    heads = "".join(
        f'<th scope="col" data-criterion="{column.check.value}"{_sorted_by(column.check, sort)}><a'
        f' href="{_sort_address(column.check, params)}" title="{escape(column.label)}">{column.head}</a></th>'
        for column in columns
    )
    heads += "".join(f'<th scope="col">{words}</th>' for words in AGENCY_HEADS[:agency])
    return mark_safe(  # noqa: S308 (every part is escaped where it is made)
        f'<tr class="groups"><td></td>{groups}</tr><tr><th scope="col" class="who"{_sorted_by("name", sort)}>'
        f'<a href="{_sort_address("name", params)}">Name</a></th>{heads}</tr>'
    )


def _sorted_by(key: str, sort: str) -> str:
    return ' aria-sort="ascending"' if key == sort else ""


def _sort_address(key: str, params: Mapping[str, str]) -> str:
    return escape("?" + urlencode({**params, "sort": key}))
