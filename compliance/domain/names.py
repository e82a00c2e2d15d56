"""Whether the name on a document is that of a person, as far as names can say."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

_APOSTROPHES = re.compile(r"['’‘`´]")
_HYPHENS = re.compile("[‐‑–−]")
_WORDS = re.compile(r"[\w-]+")
# Letters Unicode does not take apart into a plain one and its mark.
_WITH_STROKE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})


def is_name_of(written: str, name: str, former_names: Iterable[str] = ()) -> bool:
    """Whether ``written`` is the person's name or one they had before.

    Capitals, accents and apostrophes make no difference, and middle names may be missing on either side. A
    letter more or less does (Anne Clarke is not Ann Clark), and so does half of a double-barrelled name. A
    former name of one word is taken for a former surname.
    """
    found = _words(written)
    return any(_is_same(found, one) for one in _known_names(name, former_names))


def _known_names(name: str, former_names: Iterable[str]) -> Iterator[Sequence[str]]:
    own = _words(name)
    yield own
    for former in map(_words, former_names):
        yield former
        if len(former) == 1:
            yield [*own[:-1], *former]


def _words(name: str) -> list[str]:
    """The words of a name in lower case and without accents."""
    written = _HYPHENS.sub("-", _APOSTROPHES.sub("", name))
    plain = unicodedata.normalize("NFKD", written.casefold()).translate(_WITH_STROKE)
    return _WORDS.findall("".join(char for char in plain if not unicodedata.combining(char)))


def _is_same(one: Sequence[str], other: Sequence[str]) -> bool:
    if _run_together(one) == _run_together(other) != "":
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 2:
        return False
    if (shorter[0], shorter[-1]) != (longer[0], longer[-1]):
        return False
    middle = iter(longer[1:-1])
    return all(word in middle for word in shorter[1:-1])


def _run_together(words: Sequence[str]) -> str:
    return "".join(words).replace("-", "")
