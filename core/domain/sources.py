"""Where rules come from: law, guidance, custom. Every answer of a rule names its sources."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict


class SourceAnswer(TypedDict):
    title: str
    provision: str
    url: str | None
    in_force_from: str | None
    in_force_until: str | None
    verified: bool


@dataclass(frozen=True, slots=True)
class LegalSource:
    """One source. ``verified`` is False where the provision was written from memory and not seen.

    ``kind`` is statute, guidance or custom; ``last_checked`` the day somebody last read it at ``url``.
    ``official_url`` is the publisher's own address where ``url`` is somebody else's account of it: certain by
    its form, and not opened yet. Of documents many rules rest on, ``publishers`` knows it by their title.
    """

    title: str
    provision: str
    kind: str
    url: str | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None
    last_checked: date | None = None
    verified: bool = False
    official_url: str | None = None

    @property
    def in_brief(self) -> str:
        """A sentence that names the source, to stand after a reason."""
        return f"Source: {self.title}, {self.provision}."

    def as_answer(self) -> SourceAnswer:
        return {
            "title": self.title,
            "provision": self.provision,
            "url": self.url,
            "in_force_from": self.in_force_from.isoformat() if self.in_force_from else None,
            "in_force_until": self.in_force_until.isoformat() if self.in_force_until else None,
            "verified": self.verified,
        }


def cite(*sources: LegalSource) -> list[SourceAnswer]:
    """The sources of an answer, each once, in the order given."""
    return [source.as_answer() for source in dict.fromkeys(sources)]
