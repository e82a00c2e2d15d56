"""What reading a job document costs, by format, and how much of generated documents is read back right."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from recruitment.readers.reader import read_specification
from tests.bench.measuring import peak_of, timed
from tests.bench.report import met
from tests.bench.works import describe_python, say
from tests.recruitment.readers.generated_documents.__main__ import read_one, write_file
from tests.recruitment.readers.generated_documents.layouts import Document, write_document
from tests.recruitment.readers.generated_documents.measuring import Figures

KINDS = ("docx", "pdf", "txt", "html", "xlsx")
# Milliseconds for a document of about four pages, after start; the PDF has ruled tables.
AIMS = {"docx": 100, "pdf": 500}
# The least share of criteria that must be right in every fact.
FLOOR = 0.95
REPEATS = 9
_TYPICAL = (1, "marks")


@dataclass(frozen=True, slots=True)
class ReadingCost:
    milliseconds: float
    peak_kib: int


def measure_reader(count: int) -> bool:
    """Prints what a typical document of each format costs and the figures over ``count`` generated ones."""
    with tempfile.TemporaryDirectory(prefix="appoint-reader-") as name:
        folder = Path(name)
        say(f"reading one document {REPEATS} times in each format")
        costs = {kind: _cost_of(kind, folder) for kind in KINDS}
        print(f"\n{describe_python()}\n")  # noqa: T201
        for kind, cost in costs.items():
            print(f"{kind:5} {cost.milliseconds:8.1f} ms  {cost.peak_kib / 1024:6.1f} MiB at its peak")  # noqa: T201
        for kind, most in AIMS.items():
            spent = costs[kind].milliseconds
            print(f"{met(spent < most)}: a typical {kind} under {most} ms; {spent:.1f}")  # noqa: T201
        documents = [write_document(seed) for seed in range(1, count + 1)]
        sound = [_print_figures(kind, documents, folder) for kind in KINDS]
    return all(sound)


def _cost_of(kind: str, folder: Path) -> ReadingCost:
    path = write_file(_four_pages(), kind, folder)
    read_specification(path, kind=kind)
    times = [timed(lambda: read_specification(path, kind=kind)) for _ in range(REPEATS)]
    return ReadingCost(median(times), peak_of(lambda: read_specification(path, kind=kind)))


def _four_pages() -> Document:
    """One job description and two specifications, about four pages in all."""
    first, second = write_document(*_TYPICAL), write_document(_TYPICAL[0] + 1, _TYPICAL[1])
    elements = (*first.elements, *second.elements)
    return Document(0, "four pages", elements, (), {}, (), survives=False)


def _print_figures(kind: str, documents: list[Document], folder: Path) -> bool:
    say(f"reading {len(documents):,} generated documents as {kind}")
    total = Figures()
    for document in documents:
        total.add(read_one(write_file(document, kind, folder), kind, document))
    print(f"{met(total.full >= FLOOR)}: {kind:5} {total}")  # noqa: T201
    return total.full >= FLOOR
