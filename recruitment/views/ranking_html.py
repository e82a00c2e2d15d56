"""The ranked list's rows as plain strings, for the same reason as the grid's."""

from collections.abc import Iterator
from itertools import batched

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from recruitment.selectors.ranking import RankedRow, Ranking
from recruitment.views.grid_html import ROWS_A_CHUNK, Address, oddities, outcome, who

COLUMNS = 7


def build_ranked_rows(
    ranking: Ranking, *, address_of: Address, settle_at: Address, line_words: str
) -> Iterator[SafeString]:
    """The body of the table in chunks; ``line_words`` stand after the last candidate above the line."""
    above = [row.is_above_line for row in ranking.rows]
    last = max((number for number, is_above in enumerate(above) if is_above), default=None)
    line_after = last if line_words and last is not None and last + 1 < len(above) else None
    essentials = ranking.frame.essentials
    for chunk in batched(enumerate(ranking.rows), ROWS_A_CHUNK):
        parts = []
        for number, row in chunk:
            verdict = outcome(row, settle_at=settle_at)
            parts.append(write_row(row, essentials, address=address_of(row.code), verdict=verdict))
            if number == line_after:
                parts.append(f'<tr class="line-row"><td colspan="{COLUMNS}">{escape(line_words)}</td></tr>')
        yield mark_safe("".join(parts))  # noqa: S308 (every part is escaped where it is made)


def write_row(row: RankedRow, essentials: int, *, address: str, verdict: str) -> str:
    address = escape(address)
    discuss = f"{row.discuss_count}" if row.discuss_count else "–"
    return (
        f'<tr><td class="num">{row.rank or "–"}</td>'
        f'<th scope="row"><a href="{address}">{who(row)}</a>{sub(row)}</th>'
        f'<td class="num">{percent(row.total_percent)}</td>'
        f'<td class="num wide-only">{percent(row.essential_percent)}</td>'
        f'<td class="num">{row.essentials_met} of {essentials}</td>'
        f'<td class="num wide-only">{discuss}</td>'
        f"<td>{verdict}</td></tr>"
    )


def sub(row: RankedRow) -> str:
    words = " · ".join([*([row.code] if row.name else []), *oddities(row)])
    return f'<span class="sub">{escape(words)}</span>' if words else ""


def percent(value: float | None) -> str:
    return "–" if value is None else f"{value}%"
