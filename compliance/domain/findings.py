"""Something a rule has to say about a record: a problem to put right, or a warning to bear in mind."""

from dataclasses import dataclass

from core.domain.sources import LegalSource


@dataclass(frozen=True, slots=True)
class Finding:
    """``code`` is stable and lower_snake; ``reason`` a sentence for the person who reads it."""

    code: str
    reason: str
    source: LegalSource
