"""The table of what reading costs, on the screen and in docs/benchmarks.md, with the aims beside it."""

from os import cpu_count, getloadavg

from tests.bench.headings import HEADS, READER
from tests.bench.page import PAGE, replace_section
from tests.bench.reader_works import FLOOR, KINDS, ReaderMeasured
from tests.bench.report import lined_up, met

TITLE = "## Every format"
# Milliseconds of the processor for a document of about four pages: what it takes on a machine with nothing
# else to do, whatever runs beside it now.
AIMS = {"docx": 100, "pdf": 500}


def print_reader_report(measured: ReaderMeasured) -> None:
    print(f"\n{_conditions(measured)}\n")  # noqa: T201
    print("\n".join(_table(measured, plain=True)))  # noqa: T201
    print("\n" + "\n".join(verdicts(measured)))  # noqa: T201


def write_reader_report(measured: ReaderMeasured) -> None:
    """Replace the reader's section and leave everything else."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    PAGE.write_text(replace_section(text, HEADS, READER, section_of(measured)), encoding="utf-8")


def section_of(measured: ReaderMeasured) -> str:
    lines = [f"- {line}" for line in verdicts(measured)]
    return "\n".join([TITLE, "", _conditions(measured), "", *_table(measured, plain=False), "", *lines, ""])


def verdicts(measured: ReaderMeasured) -> list[str]:
    """Each aim with what was measured, and whether it was met."""
    lines = []
    for kind, most in AIMS.items():
        spent = measured.costs[kind].processor_ms
        lines.append(f"{met(spent < most)}: {KINDS[kind]} under {most} ms of the processor; {spent:,.1f}")
    worst = min(measured.figures, key=lambda kind: measured.figures[kind].full)
    share = measured.figures[worst].full
    lines.append(f"{met(share >= FLOOR)}: fully right at least {FLOOR:.2f}; {KINDS[worst]} {share:.3f}")
    return lines


def _conditions(measured: ReaderMeasured) -> str:
    machine = f"{cpu_count()} cores, {getloadavg()[2]:.1f} running processes on average"
    return f"{measured.python}, {machine}; {measured.count:,} generated documents in each format."


def _table(measured: ReaderMeasured, *, plain: bool) -> list[str]:
    heads = [
        "Format",
        "Time",
        "Processor",
        "Peak MiB",
        "Process MiB",
        "Fully right",
        "Silent in 100",
        "Needless in 100",
    ]
    rows = []
    for kind, name in KINDS.items():
        cost, figures = measured.costs[kind], measured.figures[kind]
        rows.append(
            [
                name,
                f"{cost.milliseconds:,.1f}",
                f"{cost.processor_ms:,.1f}",
                f"{cost.peak_kib / 1024:,.1f}",
                f"{cost.process_kib / 1024:,.0f}",
                f"{figures.full:.3f}",
                f"{figures.silent:.2f}",
                f"{figures.needless:.2f}",
            ]
        )
    return lined_up(heads, rows, plain=plain)
