"""Text that leaves for a spreadsheet: no formula in the program that opens it, nothing it cannot hold."""

import re

_UNKEPT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")


def guard_formula(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula.

    Looks behind leading blanks, and at the full-width forms too. Numbers are not text: leave them be.
    """
    if text[:1] in {"\t", "\r", "\n"} or text.lstrip()[:1] in FORMULA_STARTS:
        return f"'{text}"
    return text


def without_controls(text: str) -> str:
    """The text, a blank in place of each character that a workbook cannot hold.

    They come with what is pasted: Word breaks a line inside a paragraph by a vertical tab.
    """
    return text if text.isprintable() else _UNKEPT.sub(" ", text)
