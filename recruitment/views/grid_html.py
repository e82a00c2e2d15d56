"""The grid's rows as plain strings: a template would take many times as long for thousands of cells.

A cell is ``<td class="s3">3</td>``; what else it says is in second classes, which the theme draws.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import batched
from urllib.parse import urlencode

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from core.templatetags.components import score_class
from core.templatetags.components.words import status
from recruitment.domain.scoring import UNIT_BASE, Gate, Scale
from recruitment.domain.stage_results import Mark, points_in_words
from recruitment.enums import DecisionOutcome
from recruitment.selectors.grid import Grid, GridCell, GridColumn, GridRow
from recruitment.selectors.ranking import RankedRow

ROWS_A_CHUNK = 100
LONGEST_HEAD = 52

# Letters of a cell's marks that the theme draws as they are; a split essential looks like a wide spread.
DRAWN = {Mark.NOTE: "n", Mark.NOT_MET: "f", Mark.AGREED: "a", Mark.WIDE: "w", Mark.SPLIT: "w"}

DECIDED = {
    DecisionOutcome.SHORTLISTED: ("Shortlisted", "good"),
    DecisionOutcome.RESERVE: ("In reserve", "waiting"),
    DecisionOutcome.NOT_SHORTLISTED: ("Not shortlisted", "neutral"),
    DecisionOutcome.APPOINT: ("To be appointed", "good"),
    DecisionOutcome.NOT_APPOINTED: ("Not appointed", "neutral"),
}

type Address = Callable[[str], str]


def build_rows(
    grid: Grid, *, address_of: Address, settle_at: Address, line_words: str
) -> Iterator[SafeString]:
    """The body of the table in chunks; ``line_words`` stand after the last candidate above the line."""
    cell_of = cell_writer(grid.frame.scale)
    essentials = grid.frame.essentials
    columns = len(grid.columns) + 5
    line_after = find_line_row(grid.rows) if line_words else None
    for chunk in batched(enumerate(grid.rows), ROWS_A_CHUNK):
        parts = []
        for number, row in chunk:
            verdict = outcome(row.standing, settle_at=settle_at)
            parts.append(
                write_row(row, cell_of, essentials, address=address_of(row.standing.code), verdict=verdict)
            )
            if number == line_after:
                parts.append(
                    f'<tr class="line"><td colspan="{columns}"><span>{escape(line_words)}</span></td></tr>'
                )
        yield mark_safe("".join(parts))  # noqa: S308 (every part is escaped where it is made)


def write_row(
    row: GridRow, cell_of: Callable[[GridCell], str], essentials: int, *, address: str, verdict: str
) -> str:
    standing = row.standing
    address = escape(address)
    cells = "".join(map(cell_of, row.cells))
    total = "–" if standing.total_percent is None else f"{standing.total_percent}%"
    met = f"{standing.essentials_met}/{essentials}"
    missed = "" if standing.essentials_met == essentials else " miss"
    return (
        f'<tr data-url="{address}">'
        f'<th scope="row"><a href="{address}">{who(standing)}</a><small>{beside(standing)}</small></th>'
        f'{cells}<td class="m{missed}">{met}</td><td class="t">{total}</td>'
        f'<td class="t">{standing.rank or "–"}</td><td class="o">{verdict}</td></tr>'
    )


def cell_writer(scale: Scale) -> Callable[[GridCell], str]:
    """Writes a cell; each of the few different ones there are is made once."""

    @lru_cache(maxsize=4_096)
    def write(cell: GridCell) -> str:
        drawn = "".join(sorted({f" {DRAWN[Mark(mark)]}" for mark in cell.marks if mark in DRAWN}))
        if cell.units is None:
            tone, words = ("su", "?") if Mark.CANNOT_TELL in cell.marks else ("sn", "–")
        else:
            points = Fraction(cell.units, UNIT_BASE)
            tone = score_class(points=points, lowest=scale.min_points, highest=scale.max_points)
            words = points_in_words(cell.units)
        return f'<td class="{tone}{drawn}">{words}</td>'

    return write


def who(standing: RankedRow) -> str:
    return escape(standing.name or standing.code)


def beside(standing: RankedRow) -> str:
    """What stands under the name: the code, rank and total in sight of every column, what is unusual."""
    parts = [standing.code] if standing.name else []
    parts.append("not ranked" if standing.rank is None else f"rank {standing.rank}")
    if standing.total_percent is not None:
        parts.append(f"{standing.total_percent}%")
    return escape(" · ".join([*parts, *oddities(standing)]))


def oddities(standing: RankedRow) -> list[str]:
    found = ["late"] if standing.is_late else []
    if standing.sheet_count < 2:
        found.append("one scorer" if standing.sheet_count else "nobody scored")
    return found


def outcome(standing: RankedRow, *, settle_at: Address) -> str:
    """What has been decided at this stage; before that, what the scores suggest for a person to decide.

    What the panel has to settle first leads to where that is done.
    """
    if standing.outcome:
        return pill(*DECIDED[DecisionOutcome(standing.outcome)])
    if not standing.is_complete:
        return f'<a href="{escape(settle_at(standing.code))}">{pill("To settle", "warning")}</a>'
    if standing.gate == Gate.NOT_MET:
        return pill("Essential not met", "danger")
    return pill("Suggested", "info") if standing.is_above_line else pill("Below the line", "neutral")


@lru_cache
def pill(label: str, tone: str) -> str:
    return status(label=label, tone=tone)


def find_line_row(rows: Iterable[GridRow]) -> int | None:
    """After which row the line lies: the last one above it, where somebody is below it on this page too."""
    above = [row.standing.is_above_line for row in rows]
    last = max((number for number, is_above in enumerate(above) if is_above), default=None)
    return last if last is not None and last + 1 < len(above) else None


def build_head(grid: Grid, *, sort: str, params: dict[str, str]) -> SafeString:
    """Both rows of the head; each criterion's words sort by it."""
    groups = "".join(
        f'<th scope="colgroup" colspan="{width}">{short_and_whole(section, 14 * width)}</th>'
        if section
        else f'<td colspan="{width}"></td>'
        for section, width in grid.groups
    )
    criteria = "".join(column_head(column, sort=sort, params=params) for column in grid.columns)
    html = (
        f'<tr class="groups"><td></td>{groups}<th scope="colgroup" colspan="3">Result</th>'
        '<td class="o"></td></tr>'
        f"<tr>{plain_head('Candidate', 'code', 'who', sort, params)}{criteria}"
        f"{plain_head('Essentials met', 'essentials', '', sort, params)}"
        f'<th scope="col">Total</th>{plain_head("Rank", "rank", "", sort, params)}'
        '<th scope="col" class="o">Outcome</th></tr>'
    )
    return mark_safe(html)  # noqa: S308 (every part is escaped where it is made)


def column_head(column: GridColumn, *, sort: str, params: dict[str, str]) -> str:
    criterion = column.criterion
    css, letter, word = ("e", "E", "ssential") if criterion.is_essential else ("d", "D", "esirable")
    weight = f" ×{criterion.weight}" if criterion.weight > 1 else ""
    return (
        f'<th scope="col" class="{css}" data-criterion="{criterion.pk}"{sorted_by(str(criterion.pk), sort)}>'
        f'<a href="{sort_address(str(criterion.pk), params)}" title="{escape(criterion.text)}">'
        f"{short_and_whole(criterion.text, LONGEST_HEAD)}</a>"
        f'<small><b>{letter}<span class="visually-hidden">{word}</span></b>{weight}</small></th>'
    )


def plain_head(words: str, key: str, css: str, sort: str, params: dict[str, str]) -> str:
    css = f' class="{css}"' if css else ""
    return (
        f'<th scope="col"{css}{sorted_by(key, sort)}><a href="{sort_address(key, params)}">{words}</a></th>'
    )


def sorted_by(key: str, sort: str) -> str:
    if key != sort:
        return ""
    return f' aria-sort="{"ascending" if key in {"rank", "code"} else "descending"}"'


def sort_address(key: str, params: dict[str, str]) -> str:
    return escape("?" + urlencode({**params, "sort": key}))


def short_and_whole(text: str, longest: int) -> str:
    """The words as they fit on the screen and, where that cuts them, whole for paper."""
    short = shorten(text, longest)
    if short == text:
        return escape(text)
    return f'<span class="short">{escape(short)}</span><span class="whole">{escape(text)}</span>'


def shorten(text: str, longest: int) -> str:
    """At most so many characters, cut between words."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
