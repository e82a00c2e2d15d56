"""Short names people can say aloud: blind codes of candidates, references of vacancies."""

import re
from collections.abc import Collection

CODE_PATTERN = r"^C[0-9]{2,6}$"
_SMALL_WORDS = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with"})


def blind_code(number: int) -> str:
    """What a panel sees instead of a name: C01, C02 … C99, C100. Numbers start at 1 in each vacancy."""
    if number < 1:
        raise ValueError(f"codes start at 1, not {number}")
    return f"C{number:02}"


def suggest_reference(title: str, year: int, taken: Collection[str]) -> str:
    """A reference to start from: the initials of the title, the year, a number not yet taken (LM-26-01)."""
    words = [word for word in re.findall(r"[^\W\d_]+", title) if word.lower() not in _SMALL_WORDS]
    initials = "".join(word[0] for word in words[:4]).upper() or "V"
    used = {reference.upper() for reference in taken}
    number = 1
    while (reference := f"{initials}-{year % 100:02}-{number:02}") in used:
        number += 1
    return reference
