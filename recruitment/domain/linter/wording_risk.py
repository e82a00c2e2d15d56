"""The shape of a risky wording, and how one criterion is searched for it.

A wording about pupils, families or the work is not a wording about the applicant: ``others`` says so of one
place, ``unless`` holds what makes every place harmless. All are tried on the wording of one criterion, with
straight apostrophes.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from core.domain.sources import LegalSource
from recruitment.domain.wording_context import IsAboutOthers

BETWEEN_QUOTES = "”, “"  # between several places of one wording, each quoted


@dataclass(frozen=True, slots=True)
class WordingRisk:
    """One kind of wording. ``code`` names the kind of risk; several wordings may share it.

    ``unless`` and ``spares`` say which wordings are harmless all the same, ``others`` which places in them,
    ``may_be_checked`` that it may be left to the checks after the offer. ``why_desirable`` stands for ``why``
    where nobody has to meet it.
    """

    code: str
    name: str
    pattern: re.Pattern[str]
    why: str
    suggestion: str
    source: LegalSource
    unless: re.Pattern[str] | None = None
    spares: Callable[[str], bool] | None = None
    others: IsAboutOthers | None = None
    why_desirable: str = ""
    may_be_checked: bool = False

    def find(self, text: str) -> str:
        """The words that were found first; empty where the wording is harmless."""
        return next(iter(self.find_all(text)), "")

    def find_all(self, text: str) -> tuple[str, ...]:
        """Each place that was found, once; none where the wording is harmless."""
        plain = text.replace("’", "'").replace("‘", "'")
        places = [one for one in self.pattern.finditer(plain) if self.others is None or not self.others(one)]
        found = [text[one.start() : one.end()].strip(" ,.;:") for one in places]
        if not found or self._is_harmless(plain):
            return ()
        return tuple(dict.fromkeys(words for words in found if words))

    def why_for(self, requirement: str | None) -> str:
        """Why it matters where candidates must meet it, or only may."""
        return self.why_desirable if requirement == "desirable" and self.why_desirable else self.why

    def _is_harmless(self, plain: str) -> bool:
        excused = self.unless is not None and self.unless.search(plain)
        return bool(excused) or (self.spares is not None and self.spares(plain))


def words(pattern: str) -> re.Pattern[str]:
    """A wording as it is searched for: spaces and lines of the pattern mean nothing."""
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)
