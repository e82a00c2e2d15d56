"""Text that leaves as CSV must not become a formula in the program that opens it."""

FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")


def guard_formula(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula.

    Looks behind leading blanks, and at the full-width forms too. Numbers are not text: leave them be.
    """
    if text[:1] in {"\t", "\r", "\n"} or text.lstrip()[:1] in FORMULA_STARTS:
        return f"'{text}"
    return text
