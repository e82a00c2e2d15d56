"""The table of the central record, with the aims beside it."""

from tests.bench.page import PAGE, replace_section
from tests.bench.record_works import SCHOOLS, RecordMeasured
from tests.bench.report import MOST_QUERIES, conditions, met, section_of, table

HEAD = f"""# What the single central record costs

Written by `make bench ARGS="--part record --write"`: a trust of {SCHOOLS} schools and N engagements, spread
evenly, some twelve checks each, so that a school's page holds N / {SCHOOLS} lines. One request at a time.
Time is a median in milliseconds, memory the peak of Python's own.
"""

PAGES = ("a school's page", "a school's page as at a past day", "a school's page in inspection mode")
XLSX = "the trust as xlsx"
XLSX_MS, XLSX_MIB = 8_000, 200
# How much slower than the growth of the trust an aim that says "linear" may be.
SLACK = 1.25


def print_record_report(measured: RecordMeasured) -> None:
    print(f"\n{conditions(measured)}\n")  # noqa: T201
    print("\n".join(table(measured, plain=True)))  # noqa: T201
    print("\n" + "\n".join(verdicts(measured)))  # noqa: T201


def write_record_report(measured: RecordMeasured) -> None:
    """Replace this database's section of the record and leave everything else."""
    from tests.bench.matrix_report import HEADS

    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    section = section_of(measured, verdicts(measured))
    PAGE.write_text(replace_section(text, HEADS, HEAD, section), encoding="utf-8")


def verdicts(measured: RecordMeasured) -> list[str]:
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
            f"{growth:.1f} times the engagements"
        )
    return lines
