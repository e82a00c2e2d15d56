"""The table of the training matrix, with the aims beside it."""

from tests.bench.matrix_works import SCHOOLS, MatrixMeasured
from tests.bench.page import PAGE, replace_section
from tests.bench.record_report import HEAD as RECORD
from tests.bench.record_report import SLACK
from tests.bench.report import HEAD as SCORING
from tests.bench.report import MOST_QUERIES, conditions, met, section_of, table

HEAD = f"""# What the training matrix costs

Written by `make bench ARGS="--part matrix --write"`: a trust of {SCHOOLS} schools and N people, spread
evenly, by 27 courses, each asked of everybody and held by half of them, so that a school's matrix holds
N / {SCHOOLS} people. One request at a time. Time is a median in milliseconds, memory the peak of
Python's own.
"""
# The headings of every part that is measured, in their order on the page.
HEADS = (SCORING, RECORD, HEAD)
PAGES = ("a school's page", "a school's page, expired or missing")
XLSX = "the trust as xlsx"
XLSX_MS, XLSX_MIB = 8_000, 200


def print_matrix_report(measured: MatrixMeasured) -> None:
    print(f"\n{conditions(measured)}\n")  # noqa: T201
    print("\n".join(table(measured, plain=True)))  # noqa: T201
    print("\n" + "\n".join(verdicts(measured)))  # noqa: T201


def write_matrix_report(measured: MatrixMeasured) -> None:
    """Replace this database's section of the matrix and leave everything else."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    section = section_of(measured, verdicts(measured))
    PAGE.write_text(replace_section(text, HEADS, HEAD, section), encoding="utf-8")


def verdicts(measured: MatrixMeasured) -> list[str]:
    """Each aim with what was measured, and whether it was met."""
    smallest, largest = measured.sizes[0], measured.sizes[-1]
    most = max(cost.queries for name in PAGES for cost in measured.costs[name].values())
    file = measured.costs[XLSX][largest]
    mib, where = file.peak_kib / 1024, f"{XLSX} at {largest:,}"
    lines = [
        f"{met(most <= MOST_QUERIES)}: at most {MOST_QUERIES} queries a page; {most}",
        f"{met(file.milliseconds < XLSX_MS)}: {where} under {XLSX_MS:,} ms; {file.milliseconds:,.0f}",
        f"{met(mib < XLSX_MIB)}: {where} under {XLSX_MIB} MiB; {mib:,.0f}",
    ]
    growth = largest / smallest
    for name in (*PAGES, XLSX):
        costs = measured.costs[name]
        grown = costs[largest].milliseconds / costs[smallest].milliseconds
        lines.append(
            f"{met(grown <= growth * SLACK)}: {name} grows no faster than the trust; {grown:.1f} times for "
            f"{growth:.1f} times the people"
        )
    return lines
