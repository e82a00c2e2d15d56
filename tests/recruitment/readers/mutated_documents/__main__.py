"""``python -m tests.recruitment.readers.mutated_documents FILE … --copies 200 --record FILE``.

Spoils each file that often, reads every copy as an upload is read, and says what came of it. Exit status 1
where a copy broke the process that read it, or one that a school might have took over 2 s or 300 MB.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.recruitment.readers.mutated_documents.copies import Copy, spoilt_copies
from tests.recruitment.readers.mutated_documents.measuring import Measured, measure_each

MOST_SECONDS, MOST_MEGABYTES = 2.0, 300.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--copies", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", type=Path, help="a file for one line of JSON a copy")
    parser.add_argument("--keep", type=Path, help="a folder for the copies that broke or went over")
    asked = parser.parse_args()
    total: Counter[str] = Counter()
    faults = 0
    for path in asked.files:
        with tempfile.TemporaryDirectory(prefix="appoint-spoilt-") as folder:
            copies = spoilt_copies(path, asked.copies, Path(folder), seed=asked.seed)
            found = list(zip(copies, measure_each([copy.path for copy in copies]), strict=True))
            faulty = [(copy, measured) for copy, measured in found if is_fault(copy, measured)]
            _report(path, found, faulty)
            _keep(faulty, path, asked.keep)
        _record(path, found, asked.record)
        faults += len(faulty)
        total.update(measured.outcome for _, measured in found)
    print(f"\n{sum(total.values())} copies, {faults} faults: {dict(total)}")  # noqa: T201
    return 1 if faults else 0


def is_fault(copy: Copy, measured: Measured) -> bool:
    """It broke, or a school might have it and it took too much."""
    too_much = measured.seconds > MOST_SECONDS or measured.megabytes > MOST_MEGABYTES
    return measured.is_broken or (too_much and not copy.is_hostile)


def _report(path: Path, found: list[tuple[Copy, Measured]], faulty: list[tuple[Copy, Measured]]) -> None:
    plain = [measured for copy, measured in found if not copy.is_hostile]
    slowest = max(measured.seconds for measured in plain)
    largest = max(measured.megabytes for measured in plain)
    worst = max(measured.seconds for _, measured in found)
    answers = dict(Counter(measured.outcome for _, measured in found))
    print(  # noqa: T201
        f"{path.parent.name}/{path.name}: at most {slowest:.2f} s and {largest:.0f} MB, "
        f"hostile ones {worst:.2f} s; {answers}",
        flush=True,
    )
    for copy, measured in faulty:
        print(f"    {copy.way}: {copy.path.name}: {measured}", flush=True)  # noqa: T201


def _keep(faulty: list[tuple[Copy, Measured]], path: Path, folder: Path | None) -> None:
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        for copy, _ in faulty:
            (folder / f"{path.parent.name}-{copy.path.name}").write_bytes(copy.path.read_bytes())


def _record(path: Path, found: list[tuple[Copy, Measured]], record: Path | None) -> None:
    if record is None:
        return
    with record.open("a", encoding="utf-8") as lines:
        for copy, measured in found:
            row = {
                "source": f"{path.parent.name}/{path.name}",
                "copy": copy.path.name,
                "way": copy.way,
                "outcome": measured.outcome,
                "seconds": round(measured.seconds, 3),
                "megabytes": round(measured.megabytes, 1),
            }
            lines.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    sys.exit(main())
