"""The table, on the screen and in docs/benchmarks.md, with the aims beside it."""

from os import cpu_count, getloadavg
from typing import Protocol

from tests.bench.headings import HEADS, SCORING
from tests.bench.measuring import Cost
from tests.bench.page import PAGE, replace_section
from tests.bench.works import Measured

# The work, at how many applications, at most so many milliseconds.
AIMS = (
    ("ranked list, page of 250", None, 60),
    ("grid 250 × 17, page", None, 120),
    ("saving a sheet of 17", None, 15),
    ("every score as CSV", 1_000, 300),
    ("grid as xlsx", 1_000, 1_500),
)
MOST_QUERIES = 12
PAGES = ("one sheet, page", "ranked list, page of 250", "grid 250 × 17, page")


class Figures(Protocol):
    """What any part of the benchmark has measured."""

    @property
    def database(self) -> str: ...
    @property
    def python(self) -> str: ...
    @property
    def sizes(self) -> tuple[int, ...]: ...
    @property
    def costs(self) -> dict[str, dict[int, Cost]]: ...


def print_report(measured: Measured) -> None:
    print(f"\n{conditions(measured)}\n")  # noqa: T201
    print("\n".join(table(measured, plain=True)))  # noqa: T201
    print("\n" + "\n".join(verdicts(measured)))  # noqa: T201


def write_report(measured: Measured) -> None:
    """Replace this database's section of scoring and leave everything else."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    section = section_of(measured, verdicts(measured))
    PAGE.write_text(replace_section(text, HEADS, SCORING, section), encoding="utf-8")


def section_of(measured: Figures, lines: list[str]) -> str:
    """One database's section of the page."""
    return "\n".join(
        [
            f"## {measured.database.split()[0]}",
            "",
            conditions(measured),
            "",
            *table(measured, plain=False),
            "",
            *(f"- {line}" for line in lines),
            "",
        ]
    )


def conditions(measured: Figures) -> str:
    """Where it was measured; one running process is this one, any above it slowed the times."""
    busy = getloadavg()[2]
    machine = f"{cpu_count()} cores, {busy:.1f} running processes on average"
    return f"{measured.database}, {measured.python}, {machine}."


def table(measured: Figures, *, plain: bool) -> list[str]:
    """One row for each work; a column of times for each size, the other figures at the largest."""
    largest = measured.sizes[-1]
    heads = [
        "Work",
        *(f"N = {size:,}" for size in measured.sizes),
        "Queries",
        f"Rows at {largest:,}",
        "Peak MiB",
    ]
    rows = [
        [
            name,
            *(f"{costs[size].milliseconds:,.1f}" for size in measured.sizes),
            str(costs[largest].queries),
            f"{costs[largest].rows:,}",
            f"{costs[largest].peak_kib / 1024:,.1f}",
        ]
        for name, costs in measured.costs.items()
    ]
    return lined_up(heads, rows, plain=plain)


def lined_up(heads: list[str], rows: list[list[str]], *, plain: bool) -> list[str]:
    """A table for the screen or for the page; all columns but the first hold figures."""
    widths = [max(len(row[column]) for row in [heads, *rows]) for column in range(len(heads))]

    def line(cells: list[str]) -> str:
        aligned = [cells[0].ljust(widths[0])]
        aligned += [cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True)]
        return "  ".join(aligned) if plain else f"| {' | '.join(aligned)} |"

    rule = ["-" * width for width in widths] if plain else ["---", *(["---:"] * (len(heads) - 1))]
    joined = "  ".join(rule) if plain else f"| {' | '.join(rule)} |"
    return [line(heads), joined, *map(line, rows)]


def verdicts(measured: Measured) -> list[str]:
    """Each aim with what was measured, and whether it was met."""
    lines = [verdict_on_time(measured, *aim) for aim in AIMS]
    lines.append(verdict_on_ranking(measured))
    lines += verdict_on_growth(measured)
    most = max(cost.queries for name in PAGES for cost in measured.costs[name].values())
    lines.append(f"{met(most <= MOST_QUERIES)}: at most {MOST_QUERIES} queries a page; {most}")
    saving = measured.saving
    lines.append(
        f"{met(saving.is_sound)}: {saving.savers} people saving at once lose nothing; {saving.saves} saves, "
        f"{saving.stored:,} of {saving.expected:,} points stored, {saving.errors} errors, median "
        f"{saving.median_ms:.0f} ms, slowest {saving.slowest_ms:.0f} ms"
    )
    return [line for line in lines if line]


def verdict_on_time(measured: Measured, name: str, size: int | None, limit: float) -> str:
    costs = measured.costs[name]
    asked = [costs[size]] if size in costs else (list(costs.values()) if size is None else [])
    if not asked:
        return ""
    slowest = max(cost.milliseconds for cost in asked)
    where = f" at {size:,}" if size else ""
    return f"{met(slowest < limit)}: {name}{where} under {limit:,} ms; {slowest:,.1f}"


def verdict_on_ranking(measured: Measured) -> str:
    """At the largest size; at the smallest, putting the query together takes longer than answering it."""
    names = ("ranking alone, from kept results", "the same in bare SQL")
    ours, bare = (measured.costs[name] for name in names)
    ratios = {size: ours[size].milliseconds / bare[size].milliseconds for size in measured.sizes}
    words = ", ".join(f"{value:.1f} at {size:,}" for size, value in ratios.items())
    largest = measured.sizes[-1]
    return f"{met(ratios[largest] <= 3)}: ranking at {largest:,} at most 3 times its bare SQL; {words}"


def verdict_on_growth(measured: Measured) -> list[str]:
    """Pages at 5,000 against pages at 100, and against 1,000, where a page is as full as at 5,000."""
    if 5_000 not in measured.sizes:
        return []
    found = []
    for name in PAGES:
        costs = measured.costs[name]
        grown = {small: ratio(costs, small) for small in (100, 1_000) if small in costs}
        words = ", ".join(f"{value:.1f} times that of {small:,}" for small, value in grown.items())
        found.append(f"{met(grown.get(100, 0) <= 2)}: {name} at 5,000 is {words}")
    return found


def ratio(costs: dict[int, Cost], small: int) -> float:
    return costs[5_000].milliseconds / costs[small].milliseconds


def met(good: bool) -> str:
    return "met" if good else "NOT MET"
