"""Which words of a line went and which came, so that a change can be seen inside it."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKENS = re.compile(r"\w+(?:['’\-]\w+)*|\s+|[^\w\s]")
_NEAR = 0.35  # below this share in common the whole line is shown as replaced: a patchwork reads badly


class Fate(StrEnum):
    """What became of a piece of text from the old line to the new."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that share a fate."""

    fate: Fate
    text: str


def word_changes(before: str, after: str) -> tuple[Piece, ...]:
    """The two lines as one, in pieces: the kept and gone pieces make the old line, the kept and new the new.

    Words are compared whole. Two lines with little in common are shown as replaced altogether.
    """
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _NEAR:
        pieces = [(Fate.GONE, before), (Fate.NEW, after)]
    else:
        pieces = []
        for kind, start, end, new_start, new_end in matcher.get_opcodes():
            if kind == "equal":
                pieces.append((Fate.KEPT, "".join(old[start:end])))
            else:
                pieces.append((Fate.GONE, "".join(old[start:end])))
                pieces.append((Fate.NEW, "".join(new[new_start:new_end])))
    return tuple(Piece(fate, text) for fate, text in pieces if text)
