"""Measure the reader on generated documents: ``--count 500 --seed 1 --formats docx,pdf,office --worst 5``.

``office`` is a PDF that LibreOffice makes of the Word file, ``browser`` one that Chromium prints of the web
page. Exit status 1 where a floor does not hold.
"""

import argparse
import shutil
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from core.domain.errors import DomainError
from recruitment.domain.person_specification import Reading, ReadProfile
from recruitment.readers.reader import read_specification
from tests.recruitment.readers.generated_documents.browser_writer import print_by_browser
from tests.recruitment.readers.generated_documents.layouts import Document, write_document
from tests.recruitment.readers.generated_documents.measuring import Figures, measure
from tests.recruitment.readers.generated_documents.pdf_writer import convert_by_office, write_pdf
from tests.recruitment.readers.generated_documents.text_writer import write_text
from tests.recruitment.readers.generated_documents.web_writer import write_page
from tests.recruitment.readers.generated_documents.word_writer import write_word
from tests.recruitment.readers.generated_documents.workbook_writer import write_workbook

_PRINTED = frozenset({"office", "browser"})  # made from another format


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1, help="the first seed; the others follow it")
    parser.add_argument("--formats", default="docx,txt,pdf,html,xlsx")
    parser.add_argument("--layout", help="only this layout")
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--floor", type=float, default=0.95)
    parser.add_argument("--keep", type=Path, help="a folder to leave the documents in")
    asked = parser.parse_args()
    folder = asked.keep or Path(tempfile.mkdtemp(prefix="appoint-generated-"))
    folder.mkdir(parents=True, exist_ok=True)
    documents = [write_document(seed, asked.layout) for seed in range(asked.seed, asked.seed + asked.count)]
    is_sound = True
    try:
        for kind in asked.formats.split(","):
            paths = [write_file(document, kind, folder) for document in documents]
            if kind == "office":
                convert_by_office(paths, folder)
            if kind == "browser":
                print_by_browser(paths)
            figures = [
                read_one(path, path.suffix[1:], document)
                for path, document in zip(paths, documents, strict=True)
            ]
            is_sound = report(kind, documents, figures, asked.worst) >= asked.floor and is_sound
    finally:
        if not asked.keep:
            shutil.rmtree(folder, ignore_errors=True)
    return 0 if is_sound else 1


def write_file(document: Document, kind: str, folder: Path) -> Path:
    path = folder / f"{document.seed}-{document.layout}.{'pdf' if kind in _PRINTED else kind}"
    if kind == "pdf":
        write_pdf(document.elements, path, document.seed)
    elif kind in {"html", "browser"}:
        path.with_suffix(".html").write_text(write_page(document.elements), encoding="utf-8")
    elif kind == "xlsx":
        write_workbook(document.elements, path)
    elif kind == "txt":
        text = write_text(document.elements, document.seed, survives=document.survives)
        path.write_text(text, encoding="utf-8")
    else:
        write_word(document.elements, path.with_suffix(".docx"))
    return path


def read_one(path: Path, kind: str, document: Document) -> Figures:
    try:
        reading = read_specification(path, kind=kind)
    except DomainError:
        reading = Reading(ReadProfile())
    return measure(reading, document.as_text() if kind == "txt" else document)


def report(kind: str, documents: list[Document], figures: list[Figures], worst: int) -> float:
    """Prints the figures of a format, by layout and over all; answers the share that is fully right."""
    by_layout: defaultdict[str, Figures] = defaultdict(Figures)
    total = Figures()
    for document, own in zip(documents, figures, strict=True):
        by_layout[document.layout].add(own)
        total.add(own)
    for name, own in sorted(by_layout.items()):
        print(f"{kind:5} {name:22} {own}")  # noqa: T201
    print(f"{kind:5} {'all ' + str(len(documents)):22} {total}\n")  # noqa: T201
    ranked = sorted(zip(documents, figures, strict=True), key=lambda one: (one[1].full, -len(one[1].wrong)))
    for document, own in ranked[:worst]:
        print(f"{kind} seed {document.seed} {document.layout}: {own}")  # noqa: T201
        print("".join(f"    {line}\n" for line in own.wrong[:40]))  # noqa: T201
    return total.full


if __name__ == "__main__":
    sys.exit(main())
