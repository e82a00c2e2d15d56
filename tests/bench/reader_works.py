"""What reading a job document costs, by format, and how much of generated documents is read back right."""

import gc
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from recruitment.readers.reader import read_specification
from tests.bench.measuring import peak_of
from tests.bench.works import describe_python, say
from tests.recruitment.readers.generated_documents.__main__ import read_one, write_file
from tests.recruitment.readers.generated_documents.layouts import Document, write_document
from tests.recruitment.readers.generated_documents.measuring import Figures

# As the table names them; the PDF has ruled tables.
KINDS = {"docx": "Word (docx)", "pdf": "PDF, ruled", "txt": "plain text", "html": "web page", "xlsx": "Excel"}
# The least share of criteria that must be right in every fact.
FLOOR = 0.95
REPEATS = 9
_TYPICAL = (1, "marks")
_READ_ALONE = """
import sys
from recruitment.readers.child_target import read_to_json
read_to_json(*sys.argv[1:])
print(open("/proc/self/status").read())
"""
_ROOT = Path(__file__).resolve().parents[2]
_Remembered = type(lru_cache(len))


@dataclass(frozen=True, slots=True)
class ReadingCost:
    """A typical document of one format: time after start by the clock and of the processor, and memory."""

    milliseconds: float
    processor_ms: float
    peak_kib: int
    process_kib: int


@dataclass(frozen=True, slots=True)
class ReaderMeasured:
    """By format: what a typical document costs, and how ``count`` generated ones were read."""

    python: str
    count: int
    costs: dict[str, ReadingCost]
    figures: dict[str, Figures]

    @property
    def is_sound(self) -> bool:
        return all(own.full >= FLOOR for own in self.figures.values())


def measure_reader(count: int) -> ReaderMeasured:
    with tempfile.TemporaryDirectory(prefix="appoint-reader-") as name:
        folder = Path(name)
        say(f"reading one document {REPEATS} times in each format")
        costs = {kind: _cost_of(kind, folder) for kind in KINDS}
        documents = [write_document(seed) for seed in range(1, count + 1)]
        figures = {kind: _figures_of(kind, documents, folder) for kind in KINDS}
    return ReaderMeasured(describe_python(), count, costs, figures)


def _cost_of(kind: str, folder: Path) -> ReadingCost:
    path = write_file(_four_pages(), kind, folder)
    read_specification(path, kind=kind)
    spent = [_time_of(path, kind) for _ in range(REPEATS)]
    times, processor = zip(*spent, strict=True)
    peak = peak_of(lambda: read_specification(path, kind=kind))
    return ReadingCost(median(times), median(processor), peak, _process_peak(path, kind))


def _time_of(path: Path, kind: str) -> tuple[float, float]:
    """Milliseconds by the clock and of the processor, with nothing remembered of an earlier document."""
    for kept in gc.get_objects():
        if type(kept) is _Remembered and kept.__module__.startswith("recruitment."):
            kept.cache_clear()
    gc.collect()
    clock, processor = perf_counter(), process_time()
    read_specification(path, kind=kind)
    return (perf_counter() - clock) * 1000, (process_time() - processor) * 1000


def _process_peak(path: Path, kind: str) -> int:
    """The most memory that a process of its own held while it read this one file, as an upload is read.

    The process says so itself: what its parent is told of it counts the parent's memory at the start too.
    """
    command = [sys.executable, "-c", _READ_ALONE, str(path), kind]
    said = subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, text=True).stdout  # noqa: S603
    found = re.search(r"VmHWM:\s*(\d+) kB", said)
    return int(found[1]) if found else 0


def _four_pages() -> Document:
    """One job description and two specifications, about four pages in all."""
    first, second = write_document(*_TYPICAL), write_document(_TYPICAL[0] + 1, _TYPICAL[1])
    elements = (*first.elements, *second.elements)
    return Document(0, "four pages", elements, (), {}, (), survives=False)


def _figures_of(kind: str, documents: list[Document], folder: Path) -> Figures:
    say(f"reading {len(documents):,} generated documents as {kind}")
    total = Figures()
    for document in documents:
        total.add(read_one(write_file(document, kind, folder), kind, document))
    return total
