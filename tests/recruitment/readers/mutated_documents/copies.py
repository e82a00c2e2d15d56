"""Writes spoilt copies of a file, the same ones for the same seed."""

import random
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from tests.recruitment.readers.mutated_documents.ways import HOSTILE, WAYS


@dataclass(frozen=True, slots=True)
class Copy:
    path: Path
    way: str

    @property
    def is_hostile(self) -> bool:
        """Whether no school would have such a file."""
        return self.way in HOSTILE


def spoilt_copies(
    path: Path, copies: int, folder: Path, *, seed: int = 1, without: Collection[str] = ()
) -> list[Copy]:
    """Spoilt copies of a file, in turn by each way that its kind can be spoilt."""
    rng = random.Random(f"{seed} {path.name}")  # noqa: S311 - not for secrets
    kind = path.suffix[1:]
    data = path.read_bytes()
    ways = [(name, spoil) for name, spoil in WAYS[kind].items() if name not in without]
    made = []
    for number in range(copies):
        name, spoil = ways[number % len(ways)]
        copy = folder / f"{path.stem}-{number}.{kind}"
        copy.write_bytes(spoil(data, rng))
        made.append(Copy(copy, name))
    return made
