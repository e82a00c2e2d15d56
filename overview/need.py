"""One thing on the home page that needs somebody."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to do: a sentence, where to do it, and how pressing it is (0 is most)."""

    urgency: int
    title: str
    detail: str
    action: str
    href: str
    tone: str = "neutral"
