"""Remarks that a person looked at and let stand, with the reason they gave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recruitment.domain.linter.remarks import Remark, shorten

LONGEST_REASON = 500
LONGEST_WORDS = 400


@dataclass(frozen=True, slots=True)
class Dismissal:
    """``words`` is the wording that was looked at: another wording is remarked on again."""

    code: str
    words: str
    reason: str


def words_of(remark: Remark, texts: Sequence[str]) -> str:
    """The wording a remark is about, by which its dismissal is found again; empty for the whole list."""
    if remark.line is not None:
        return remark.quote
    pieces = " / ".join(shorten(texts[place]) for place in remark.criteria)
    return shorten(pieces, LONGEST_WORDS) if pieces else ""


def find_dismissal(dismissals: Iterable[Dismissal], code: str, words: str) -> Dismissal | None:
    """What was said of this remark before; the last word counts."""
    found = [one for one in dismissals if one.code == code and one.words == words]
    return found[-1] if found else None
