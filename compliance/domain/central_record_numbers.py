"""Certificate and teacher numbers: repaired only where it is certain what they were.

Excel takes a number typed into a cell for a quantity and drops its leading zeros. A number that is short
because somebody mistyped it looks the same once it is text, so text is never filled up.
"""

import re
from dataclasses import dataclass

CERTIFICATE_DIGITS = 12
TEACHER_DIGITS = 7
# Certificates begin with two zeros, so Excel leaves ten figures; teacher numbers lose one or two.
_FEWEST_LEFT = {CERTIFICATE_DIGITS: 10, TEACHER_DIGITS: 5}
_BEFORE = re.compile(
    r"^\W*(?:(?:enh\w*|dbs|crb|disclosure|certificate|cert|number|num|no|ref|trn|dfe|dfes|dcsf|rp|gtc)\b\W*)+",
    re.IGNORECASE,
)
_MISTYPED = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1"})


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """``digits`` as they should stand, None where that cannot be known; ``repaired`` where they did not."""

    digits: str | None
    repaired: bool = False


def number_in_quantity(quantity: float, length: int, *, shown_with_zeros: bool) -> ReadNumber:
    """A number that Excel holds as a quantity. ``shown_with_zeros``: its format puts the zeros back."""
    if quantity != int(quantity) or quantity < 0:
        return ReadNumber(None)
    figures = str(int(quantity))
    if len(figures) == length or (shown_with_zeros and len(figures) < length):
        return ReadNumber(figures.zfill(length))
    if _FEWEST_LEFT[length] <= len(figures) < length:
        return ReadNumber(figures.zfill(length), repaired=True)
    return ReadNumber(None)


def number_in_text(text: str, length: int) -> ReadNumber | None:
    """A number written as text, with or without spaces; None where the text holds no number at all."""
    rest = _BEFORE.sub("", text).strip()
    if exact := _run_of(rest, length):
        return ReadNumber(exact)
    token = re.sub(r"[\s/\-–.']", "", rest)
    if any(sign.isdigit() for sign in token):
        mended = token.translate(_MISTYPED)
        if mended != token and mended.isdigit() and len(mended) == length:
            return ReadNumber(mended, repaired=True)
        return ReadNumber(None)
    return None


def _run_of(text: str, length: int) -> str | None:
    """The one stretch of exactly ``length`` figures, however they are grouped."""
    stretches = re.findall(r"\d(?:[\s/\-–.']?\d)*", text.replace("\xa0", " "))
    whole = [digits for one in stretches if len(digits := re.sub(r"\D", "", one)) == length]
    if not whole:
        whole = [one for one in re.findall(r"\d+", text) if len(one) == length]
    return whole[0] if len(set(whole)) == 1 else None
