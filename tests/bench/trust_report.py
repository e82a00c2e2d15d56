"""The table of what a whole trust costs, the central record or the matrix of training, beside the aims."""

from dataclasses import dataclass

from tests.bench.headings import HEADS, MATRIX, RECORD
from tests.bench.measuring import Cost
from tests.bench.page import PAGE, replace_section
from tests.bench.report import MOST_QUERIES, conditions, met, section_of, table

XLSX = "the trust as xlsx"
XLSX_MS, XLSX_MIB = 8_000, 200
# How much slower than the growth of the trust an aim that says "linear" may be.
SLACK = 1.25


@dataclass(frozen=True, slots=True)
class TrustPart:
    """One part that is measured: its heading, its pages, what the trust has so many of."""

    head: str
    pages: tuple[str, ...]
    units: str


@dataclass(frozen=True, slots=True)
class TrustMeasured:
    """``costs`` by work and size of the trust."""

    database: str
    python: str
    sizes: tuple[int, ...]
    costs: dict[str, dict[int, Cost]]


RECORD_PART = TrustPart(
    RECORD,
    ("a school's page", "a school's page as at a past day", "a school's page in inspection mode"),
    "engagements",
)
MATRIX_PART = TrustPart(MATRIX, ("a school's page", "a school's page, expired or missing"), "people")


def print_trust_report(part: TrustPart, measured: TrustMeasured) -> None:
    print(f"\n{conditions(measured)}\n")  # noqa: T201
    print("\n".join(table(measured, plain=True)))  # noqa: T201
    print("\n" + "\n".join(verdicts(part, measured)))  # noqa: T201


def write_trust_report(part: TrustPart, measured: TrustMeasured) -> None:
    """Replace this database's section of the part and leave everything else."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    section = section_of(measured, verdicts(part, measured))
    PAGE.write_text(replace_section(text, HEADS, part.head, section), encoding="utf-8")


def verdicts(part: TrustPart, measured: TrustMeasured) -> list[str]:
    """Each aim with what was measured, and whether it was met."""
    smallest, largest = measured.sizes[0], measured.sizes[-1]
    most = max(cost.queries for name in part.pages for cost in measured.costs[name].values())
    file = measured.costs[XLSX][largest]
    mib, where = file.peak_kib / 1024, f"{XLSX} at {largest:,}"
    lines = [
        f"{met(most <= MOST_QUERIES)}: at most {MOST_QUERIES} queries a page; {most}",
        f"{met(file.milliseconds < XLSX_MS)}: {where} under {XLSX_MS:,} ms; {file.milliseconds:,.0f}",
        f"{met(mib < XLSX_MIB)}: {where} under {XLSX_MIB} MiB; {mib:,.0f}",
    ]
    growth = largest / smallest
    for name in (*part.pages, XLSX):
        costs = measured.costs[name]
        grown = costs[largest].milliseconds / costs[smallest].milliseconds
        lines.append(
            f"{met(grown <= growth * SLACK)}: {name} grows no faster than the trust; {grown:.1f} times for "
            f"{growth:.1f} times the {part.units}"
        )
    return lines
