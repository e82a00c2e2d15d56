"""Fills a scratch database and prints one table of what everything costs.

``--database`` is ``sqlite`` (a file in a temporary folder), or the address of a PostgreSQL server on which a
database is made and dropped again; without it, ``DATABASE_URL`` is used where it is set.
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

SIZES = {
    "scoring": "100,1000,5000,10000",
    "record": "1250,2500,5000",
    "matrix": "1250,2500,5000",
    "reader": "500",
}


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--database", default=os.environ.get("DATABASE_URL", "sqlite"))
    parser.add_argument(
        "--part",
        choices=SIZES,
        default="scoring",
        help="scoring (the default), the central record, the training matrix, or the reader of documents",
    )
    parser.add_argument(
        "--sizes", help="numbers of applications, people in the trust, or generated documents"
    )
    parser.add_argument("--write", action="store_true", help="write the table into docs/benchmarks.md")
    return parser.parse_args()


def main() -> int:
    arguments = parse_arguments()
    sizes = sorted({int(size) for size in (arguments.sizes or SIZES[arguments.part]).split(",")})
    folder = Path(tempfile.mkdtemp(prefix="appoint-bench-"))
    try:
        return run(arguments.part, arguments.database, sizes, folder, write=arguments.write)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(part: str, database: str, sizes: list[int], folder: Path, *, write: bool) -> int:
    """In a fresh environment: nothing of this shell's installation is read or touched."""
    from tests.bench.scratch import scratch_database

    for name in [name for name in os.environ if name.startswith("APPOINT_")]:
        del os.environ[name]
    os.environ |= {"APPOINT_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings"}
    with scratch_database(database, folder) as url:
        os.environ["DATABASE_URL"] = url
        import django

        django.setup()
        parts = {
            "scoring": measure_scoring,
            "record": measure_record_part,
            "matrix": measure_matrix_part,
            "reader": measure_reader_part,
        }
        measure = parts[part]
        is_sound = measure(sizes, write=write)
        from django.db import connections

        connections.close_all()
    return 0 if is_sound else 1


def measure_scoring(sizes: list[int], *, write: bool) -> bool:
    """Whether nothing was lost when several people saved at once."""
    from tests.bench.report import print_report, write_report
    from tests.bench.works import measure_everything

    measured = measure_everything(sizes)
    print_report(measured)
    if write:
        write_report(measured)
    return measured.saving.is_sound


def measure_record_part(sizes: list[int], *, write: bool) -> bool:
    """The single central record; what is slower than its aim is said, and breaks nothing."""
    from tests.bench.record_works import measure_record
    from tests.bench.trust_report import RECORD_PART, print_trust_report, write_trust_report

    measured = measure_record(sizes)
    print_trust_report(RECORD_PART, measured)
    if write:
        write_trust_report(RECORD_PART, measured)
    return True


def measure_reader_part(sizes: list[int], *, write: bool) -> bool:
    """Whether enough of the generated documents is read back right."""
    from tests.bench.reader_report import print_reader_report, write_reader_report
    from tests.bench.reader_works import measure_reader

    measured = measure_reader(sizes[-1])
    print_reader_report(measured)
    if write:
        write_reader_report(measured)
    return measured.is_sound


def measure_matrix_part(sizes: list[int], *, write: bool) -> bool:
    """The training matrix; what is slower than its aim is said, and breaks nothing."""
    from tests.bench.matrix_works import measure_matrix
    from tests.bench.trust_report import MATRIX_PART, print_trust_report, write_trust_report

    measured = measure_matrix(sizes)
    print_trust_report(MATRIX_PART, measured)
    if write:
        write_trust_report(MATRIX_PART, measured)
    return True


if __name__ == "__main__":
    sys.exit(main())
