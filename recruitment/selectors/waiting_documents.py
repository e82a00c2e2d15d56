"""Documents that wait to be confirmed, so that one can be told from another."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from core.domain.permissions import Actor
from recruitment.domain.review_storage import rows_from_json
from recruitment.domain.rows import list_kept
from recruitment.models import DocumentReading
from recruitment.selectors.job_profiles import list_open_readings
from recruitment.selectors.review_rows import is_doubtful

SHOWN_AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class WaitingDocument:
    """What was read so far: the title, how many criteria, and how many of them somebody should look at."""

    pk: int
    title: str
    source_name: str
    criteria_count: int
    doubtful_count: int
    changed_at: datetime
    started_by: str
    school: str
    revises: str

    @property
    def label(self) -> str:
        return self.title or "No title was read"

    @property
    def hint(self) -> str:
        """What tells it from another of the same title."""
        criteria = f"{self.criteria_count} {'criterion' if self.criteria_count == 1 else 'criteria'}"
        changed = f"{timezone.localtime(self.changed_at):%d/%m/%Y at %H:%M}"
        what = f"next version of {self.revises}" if self.revises else self.source_name
        return f"{criteria} · {what} · last changed {changed} · started by {self.started_by}"


@dataclass(frozen=True, slots=True)
class WaitingDocuments:
    """The last touched first; ``count`` is how many there are, shown or not."""

    shown: tuple[WaitingDocument, ...]
    count: int

    @property
    def hidden_count(self) -> int:
        return self.count - len(self.shown)


def list_waiting_documents(actor: Actor, *, every: bool = False) -> WaitingDocuments:
    """Documents at the actor's schools that wait to be confirmed: the latest, or ``every`` one."""
    found = list_open_readings(actor)
    readings = found.only(
        "source_name", "changed_at", "profile", "rows", "created_by__name", "school__name", "revises__title"
    )
    shown = list(readings if every else readings[: SHOWN_AT_ONCE + 1])
    count = len(shown) if every or len(shown) <= SHOWN_AT_ONCE else found.count()
    kept = shown if every else shown[:SHOWN_AT_ONCE]
    return WaitingDocuments(tuple(_waiting(reading) for reading in kept), count)


def _waiting(reading: DocumentReading) -> WaitingDocument:
    rows = list_kept(rows_from_json(reading.rows))
    return WaitingDocument(
        pk=reading.pk,
        title=str(reading.profile.get("title", "")).strip(),
        source_name=reading.source_name,
        criteria_count=len(rows),
        doubtful_count=sum(is_doubtful(row) for row in rows),
        changed_at=reading.changed_at,
        started_by=reading.created_by.name,
        school=reading.school.name,
        revises=reading.revises.title if reading.revises else "",
    )
