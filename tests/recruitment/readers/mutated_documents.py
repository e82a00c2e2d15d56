"""Spoilt copies of job documents: each gets an answer or a clear error, in time, whatever is wrong with it.

``python -m tests.recruitment.readers.mutated_documents FILE … --copies 200`` spoils each file that often,
reads every copy through the same guards as an upload, and says what came of it.
"""

import argparse
import io
import random
import re
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from core.documents.guard import Candidate
from recruitment.readers.sandboxed import read_documents

Spoil = Callable[[bytes, random.Random], bytes]
# Answers of the guard around the child where the reader itself came to no end.
BROKE_OFF = frozenset({"document_unreadable", "document_needs_too_much_memory", "document_takes_too_long"})


def truncated(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(1, len(data))]


def flipped(data: bytes, rng: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(rng.randint(1, 40)):
        spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
    return bytes(spoilt)


def doubled(data: bytes, rng: random.Random) -> bytes:
    place = rng.randrange(len(data))
    return data[:place] + data[place // 2 :]


def _text(change: Callable[[list[str], random.Random], str]) -> Spoil:
    return lambda data, rng: change(data.decode("utf-8", "replace").split("\n"), rng).encode()


def _reordered(lines: list[str], rng: random.Random) -> str:
    return "\n".join(rng.sample(lines, len(lines)))


def _repeated(lines: list[str], rng: random.Random) -> str:
    return "\n".join(line for line in lines for _ in range(rng.randint(0, 4)))


def _many_pages(lines: list[str], rng: random.Random) -> str:
    return "\f".join(["\n".join(lines[: rng.randint(5, 60)])] * 150)[:390_000]


def _one_line(lines: list[str], rng: random.Random) -> str:
    return rng.choice((" ", "\t", " | ", " / ")).join(lines)


def _nested(lines: list[str], rng: random.Random) -> str:
    sign = rng.choice(("(", "[", "|", "\t", "**", "> ", "<div>", "- "))
    return "\n".join(sign * rng.randint(1, 300) + line for line in lines)


def _odd_encoding(data: bytes, rng: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(
        rng.choice(("utf-16", "utf-16-le", "cp1252", "utf-32", "utf-7", "shift_jis")), "replace"
    )


def _in_word(change: Callable[[str, random.Random], str]) -> Spoil:
    """Change the main part of a Word file and pack it again."""

    def spoil(data: bytes, rng: random.Random) -> bytes:
        made = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(data)) as old,
            zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for name in old.namelist():
                part = old.read(name)
                if name == "word/document.xml":
                    part = change(part.decode("utf-8"), rng).encode()
                new.writestr(name, part)
        return made.getvalue()

    return spoil


_PIECES = re.compile(r"(<w:p[ >].*?</w:p>)", re.DOTALL)


def _shuffled_xml(text: str, rng: random.Random) -> str:
    pieces = _PIECES.split(text)
    bodies = pieces[1::2]
    rng.shuffle(bodies)
    pieces[1::2] = bodies
    return "".join(pieces)


def _repeated_xml(text: str, rng: random.Random) -> str:
    pieces = _PIECES.split(text)
    pieces[1::2] = [piece * rng.randint(0, 6) for piece in pieces[1::2]]
    return "".join(pieces)


def _deep_xml(text: str, rng: random.Random) -> str:
    depth = rng.randint(20, 400)
    opened = "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth
    return text.replace("</w:body>", opened + "</w:body>", 1)


def _cut_xml(text: str, rng: random.Random) -> str:
    return text[: rng.randrange(len(text))]


def _bomb_xml(text: str, rng: random.Random) -> str:
    filler = "<w:p><w:r><w:t>" + " " * rng.randint(1_000_000, 4_000_000) + "</w:t></w:r></w:p>"
    return text.replace("</w:body>", filler + "</w:body>", 1)


def _pages(data: bytes, rng: random.Random) -> bytes:
    """The pages of a PDF in another order, some of them often."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    writer = pypdf.PdfWriter()
    for _ in range(rng.choice((1, 3, 20, 320))):
        writer.add_page(reader.pages[rng.randrange(len(reader.pages))])
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


_ANY: tuple[Spoil, ...] = (truncated, flipped, doubled)
WAYS: dict[str, tuple[Spoil, ...]] = {
    "txt": (*_ANY, *map(_text, (_reordered, _repeated, _many_pages, _one_line, _nested)), _odd_encoding),
    "docx": (*_ANY, *map(_in_word, (_shuffled_xml, _repeated_xml, _deep_xml, _cut_xml, _bomb_xml))),
    "pdf": (*_ANY, _pages),
}


def spoilt_copies(path: Path, copies: int, folder: Path, *, seed: int = 1) -> list[Path]:
    """Spoilt copies of a file, in turn by each way that its kind can be spoilt."""
    rng = random.Random(f"{seed} {path.name}")  # noqa: S311 - not for secrets
    kind = path.suffix[1:]
    data = path.read_bytes()
    made = []
    for number in range(copies):
        way = WAYS[kind][number % len(WAYS[kind])]
        copy = folder / f"{path.stem}-{number}.{kind}"
        copy.write_bytes(way(data, rng))
        made.append(copy)
    return made


def outcomes_of(paths: Sequence[Path]) -> Counter[str]:
    """How often each answer came, an answer being "read" or the code of an error."""
    found = read_documents([Candidate(path, path.name) for path in paths])
    return Counter(outcome.error.code if outcome.error else "read" for outcome in found)


def main() -> int:
    """Exit status 1 where a copy broke the child that read it or went over its limits."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--copies", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    total: Counter[str] = Counter()
    for path in asked.files:
        with tempfile.TemporaryDirectory(prefix="appoint-spoilt-") as folder:
            copies = spoilt_copies(path, asked.copies, Path(folder), seed=asked.seed)
            started = perf_counter()
            answers = outcomes_of(copies)
            each = (perf_counter() - started) / len(copies)
        total.update(answers)
        print(f"{path.parent.name}/{path.name}: {each:.3f} s a copy; {dict(answers)}", flush=True)  # noqa: T201
    print(f"\n{sum(total.values())} copies: {dict(total)}")  # noqa: T201
    return 1 if BROKE_OFF & set(total) else 0


if __name__ == "__main__":
    sys.exit(main())
