"""Whether a candidate's words about a relationship name somebody on the panel."""

import re
from collections.abc import Iterable


def find_named(words: str, names: Iterable[str]) -> tuple[str, ...]:
    """Those of ``names`` whose last name stands in the words as a word of its own, in their order.

    A last name is enough, for people write "Mrs Pritchard" and "my aunt Gwen Pritchard" alike; whoever
    reads it decides whether it is the same person.
    """
    said = set(re.findall(r"[\w’'-]+", words.casefold().replace("’s ", " ").replace("'s ", " ")))
    return tuple(name for name in names if name.split() and name.split()[-1].casefold() in said)
