"""What of a school's records comes up for destruction, by the day and with who says so."""

from dataclasses import dataclass
from datetime import date

from core.domain.retention import Record, Retention


@dataclass(frozen=True, slots=True)
class RetentionItem:
    """One record that Appoint can erase. ``description`` says what it is and nothing of whom.

    ``record_key`` names it for good. ``subject`` is whose it is, for those who decide; ``hold_reason`` says
    why it must stay, empty where nothing holds it; ``is_proposed`` that somebody has proposed it already.
    """

    record: Record
    record_key: str
    school_id: int
    school_name: str
    subject: str
    description: str
    event_date: date
    retention: Retention
    person_id: int
    vacancy_id: int | None = None
    object_id: int = 0
    hold_reason: str = ""
    is_proposed: bool = False

    @property
    def is_held(self) -> bool:
        return bool(self.hold_reason)

    @property
    def is_due(self) -> bool:
        """To be destroyed now: its day has come, nothing holds it, and nobody has proposed it yet."""
        return self.retention.due is True and not self.is_proposed
