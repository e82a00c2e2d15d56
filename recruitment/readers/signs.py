"""What stands in a cell in place of a wording: ticks, letters, codes and dashes."""

import re

from recruitment.domain.specification_evidence import is_codes, parse_evidence
from recruitment.domain.specification_requirement import is_mark, requirement_of_word

# Codes with nothing else between them than what parts them, whatever they stand for: “F / I”, “A and I”.
CODES = re.compile(r"^[A-Z]{1,3}(?:(?:[,/; &+]|\band\b|\bor\b)+[A-Z]{1,3})*$")


def is_sign(cell: str, key: dict[str, str]) -> bool:
    """A tick, a requirement letter or word, a dash, or evidence letters: anything but a wording."""
    cell = cell.strip()
    if is_mark(cell) or requirement_of_word(cell) or not re.search(r"[A-Za-z]", cell):
        return True
    if is_codes(cell, key):
        return True
    return (
        len(cell) <= 24
        and not re.search(r"[a-z]{3}|[A-Z]{7}", cell)
        and parse_evidence(cell, key) is not None
    )


# The same with short codes such as “App; Int” and “Ref Task”.
_SHORT_CODE = re.compile(r"[A-Z][A-Za-z]{0,4}")


def is_stackable(text: str) -> bool:
    """A sign, or codes of a key that is not known here: what may stand beside each of several wordings."""
    if is_sign(text, {}) or CODES.match(text):
        return True
    codes = re.split(r"[\s,/;&+]+", text)
    return all(_SHORT_CODE.fullmatch(code) and parse_evidence(code, {}) for code in codes)
