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

SIZES = "100,1000,5000,10000"


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--database", default=os.environ.get("DATABASE_URL", "sqlite"))
    parser.add_argument("--sizes", default=SIZES, help=f"numbers of applications (default {SIZES})")
    parser.add_argument("--write", action="store_true", help="write the table into docs/benchmarks.md")
    return parser.parse_args()


def main() -> int:
    arguments = parse_arguments()
    sizes = sorted({int(size) for size in arguments.sizes.split(",")})
    folder = Path(tempfile.mkdtemp(prefix="appoint-bench-"))
    try:
        return run(arguments.database, sizes, folder, write=arguments.write)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(database: str, sizes: list[int], folder: Path, *, write: bool) -> int:
    """In a fresh environment: nothing of this shell's installation is read or touched."""
    from tests.bench.scratch import scratch_database

    for name in [name for name in os.environ if name.startswith("APPOINT_")]:
        del os.environ[name]
    os.environ |= {"APPOINT_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings"}
    with scratch_database(database, folder) as url:
        os.environ["DATABASE_URL"] = url
        import django

        django.setup()
        from tests.bench.report import print_report, write_report
        from tests.bench.works import measure_everything

        measured = measure_everything(sizes)
        print_report(measured)
        if write:
            write_report(measured)
        from django.db import connections

        connections.close_all()
    return 0 if measured.saving.is_sound else 1


if __name__ == "__main__":
    sys.exit(main())
