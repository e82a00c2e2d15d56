"""What happened, in the words of a timeline."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import FETCH_RAISE, QuerySet

from core.domain.permissions import Actor, Permission
from recruitment.enums import ApplicationStatus, EventKind, StageKind
from recruitment.models import Application, RecruitmentEvent, Vacancy

_GOOD = {"vacancy_published", "vacancy_filled", "stage_decided", "offer_accepted"}
_WARNING = {
    "application_withdrawn",
    "panel_member_removed",
    "vacancy_ended",
    "offer_declined",
    "offer_withdrawn",
    "sheet_reopened",
    "application_reinstated",
    "offer_reopened",
    "reference_corrected",
}
_INFO = {"scoring_opened", "scores_unsealed", "name_revealed", "offer_made"}
_ICONS = {
    EventKind.VACANCY_CREATED: "briefcase",
    EventKind.VACANCY_CHANGED: "pencil",
    EventKind.VACANCY_CLOSED: "lock-fill",
    EventKind.VACANCY_REOPENED: "unlock-fill",
    EventKind.PANEL_MEMBER_ADDED: "person-check",
    EventKind.PANEL_MEMBER_REMOVED: "person",
    EventKind.SCORING_OPENED: "list-check",
    EventKind.SCORES_UNSEALED: "unlock-fill",
    EventKind.APPLICATION_RECEIVED: "envelope",
    EventKind.SHEET_SUBMITTED: "journal-check",
    EventKind.SCORE_AGREED: "sliders",
    EventKind.NAME_REVEALED: "eye",
    EventKind.GUARANTEED_LIMIT_SET: "flag-fill",
    EventKind.DECISION_MADE: "flag-fill",
    EventKind.REFERENCE_MOVED: "chat-left-text",
    EventKind.CERTIFICATE_SEEN: "award",
    EventKind.OFFER_MADE: "send",
}


@dataclass(frozen=True, slots=True)
class EventRow:
    """``by`` is a name, or *the candidate* where nobody was signed in."""

    title: str
    at: datetime
    by: str
    tone: str
    icon: str
    reason: str


def list_events(
    vacancy: Vacancy, *, actor: Actor, application: Application | None = None
) -> QuerySet[RecruitmentEvent]:
    """What happened, the newest first. Who may not see applicants reads nothing that was about one."""
    events = (
        RecruitmentEvent.objects.filter(vacancy=vacancy)
        .select_related("by", "application", "stage")
        .only(
            "kind",
            "to_status",
            "at",
            "reason",
            "by__name",
            "application__code",
            "stage__kind",
            "vacancy_id",
        )
        .fetch_mode(FETCH_RAISE)
    )
    if not actor.holds(Permission.VIEW_APPLICANTS, vacancy.school_id):
        events = events.filter(application=None)
    elif application is not None:
        events = events.filter(application=application)
    return events.order_by("-at", "-pk")


def build_event_rows(events: Iterable[RecruitmentEvent]) -> list[EventRow]:
    """Events of ``list_events`` as a timeline shows them."""
    return [
        EventRow(
            title=_title(event),
            at=event.at,
            by=event.by.name if event.by else "the candidate",
            tone=_tone(event.kind),
            icon=_ICONS.get(EventKind(event.kind), ""),
            reason=event.reason,
        )
        for event in events
    ]


def _tone(kind: str) -> str:
    if kind in _GOOD:
        return "good"
    if kind in _WARNING:
        return "warning"
    return "info" if kind in _INFO else "neutral"


def _title(event: RecruitmentEvent) -> str:
    code = event.application.code if event.application else ""
    stage = event.stage.get_kind_display().lower() if event.stage else ""
    return ", ".join(part for part in (_happening(event), code, stage) if part)


def _happening(event: RecruitmentEvent) -> str:
    """The kind of event; of a decision also what was decided."""
    if event.kind != EventKind.DECISION_MADE or not event.to_status:
        return event.get_kind_display()
    is_chosen = event.stage is not None and event.stage.kind == StageKind.INTERVIEW
    if is_chosen and event.to_status == ApplicationStatus.SHORTLISTED:
        return "Decided: to be appointed"
    return f"Decided: {ApplicationStatus(event.to_status).label.lower()}"
