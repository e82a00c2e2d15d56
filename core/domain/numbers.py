"""Numbers that somebody sends us as text, in an address or a form."""

MOST_DIGITS = 12  # every database can look for as many


def number_in(text: str) -> int:
    """The number of a row or a page; nonsense, and more digits than any row has, is 0, which none has."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else 0
