"""The shape of a remark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from core.domain.sources import LegalSource
from recruitment.domain.person_specification import SourceLine


class LintedCriterion(Protocol):
    """What the linter needs to know of a criterion; read, edited and confirmed ones all have it."""

    @property
    def text(self) -> str: ...
    @property
    def requirement(self) -> str | None: ...
    @property
    def evidence(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to think about: ``quote`` is the wording it is about, ``criteria`` positions from 0.

    A remark about a line of the document has ``line`` and no criteria; one about the whole list has neither.
    """

    code: str
    name: str
    why: str
    suggestion: str
    source: LegalSource
    quote: str = ""
    criteria: tuple[int, ...] = ()
    line: SourceLine | None = None


def shorten(text: str, longest: int = 90) -> str:
    """Enough of a wording to recognise it, cut between words."""
    text = " ".join(text.split()).rstrip(".;,")
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"
