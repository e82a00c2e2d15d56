"""A form a candidate is still filling in: kept at every step, sent once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from core.domain.errors import DomainError, require
from core.domain.permissions import NOBODY
from core.domain.school_time import day_of
from recruitment.domain.application_form import ApplicationData
from recruitment.domain.draft_retention import limits_at
from recruitment.enums import ApplicationChannel
from recruitment.models import Application, ApplicationDraft, Vacancy
from recruitment.selectors.public import why_closed
from recruitment.services.applications import receive_application

type Typed = Mapping[str, Sequence[str]]

MOST_CHARACTERS = 400_000


@dataclass(frozen=True, slots=True)
class PurgedDrafts:
    """How many forms went: untouched for too long, and of vacancies that closed too long ago."""

    untouched: int
    closed: int


@transaction.atomic
def start_draft(*, vacancy: Vacancy, now: datetime) -> ApplicationDraft:
    """Begin a form for a vacancy that is open for applications now; raises ``NotAllowed`` otherwise."""
    require(why_closed(vacancy, today=day_of(now)))
    return ApplicationDraft.objects.create(
        vacancy=vacancy, answers={"typed": {}}, created_at=now, changed_at=now
    )


@transaction.atomic
def save_answers(*, draft: ApplicationDraft, step: str, typed: Typed, now: datetime) -> ApplicationDraft:
    """Keep what was typed on one step, right or wrong. A form that has been sent stays as it is.

    Raises ``DomainError`` ``too_long`` for more than anybody types.
    """
    draft = _lock(draft)
    if is_sent(draft=draft):
        return draft
    kept = dict(draft.answers.get("typed", {})) | {
        step: {name: list(values) for name, values in typed.items()}
    }
    if _characters_in(kept) > MOST_CHARACTERS:
        raise DomainError("too_long", "This is more than the form can hold. Shorten the longest answers.")
    draft.answers = {"typed": kept}
    draft.changed_at = now
    draft.save(update_fields=["answers", "changed_at"])
    return draft


@transaction.atomic
def submit_draft(*, draft: ApplicationDraft, data: ApplicationData, now: datetime) -> Application:
    """Send the form. Sending it again, at once or later, gives the same application.

    What was typed is not kept twice: the draft only remembers what became of it. Raises ``NotAllowed``
    where the form has closed, ``DomainError`` for what cannot be stored.
    """
    draft = _lock(draft)
    if is_sent(draft=draft):
        return Application.objects.get(pk=draft.answers["sent"])
    application = receive_application(
        vacancy=draft.vacancy,
        data=data,
        channel=ApplicationChannel.ONLINE,
        received_at=now,
        by=NOBODY,
        now=now,
    )
    draft.answers = {"sent": application.pk}
    draft.changed_at = now
    draft.save(update_fields=["answers", "changed_at"])
    return application


@transaction.atomic
def discard_draft(*, draft: ApplicationDraft) -> None:
    """Delete what a candidate has typed, at their wish. One that has been sent cannot be taken back so."""
    draft = _lock(draft)
    if not is_sent(draft=draft):
        draft.delete()


@transaction.atomic
def purge_drafts(
    *, untouched_days: int, closed_days: int, now: datetime, dry_run: bool = False
) -> PurgedDrafts:
    """Delete forms nobody sent: untouched for so many days, or of a vacancy closed for so many days.

    A form that was sent holds no answers any more and stays, so that its address still says so. With
    ``dry_run`` they are only counted. Raises ``DomainError`` ``too_few_days``.
    """
    limits = limits_at(now, untouched_days=untouched_days, closed_days=closed_days)
    is_untouched = Q(changed_at__lte=limits.touched_until)
    is_over = is_untouched | Q(vacancy__closes_date__lt=limits.closed_before)
    due = ApplicationDraft.objects.filter(is_over).exclude(answers__has_key="sent")
    # Locked before they are counted: one that is being typed into or sent at this moment is looked at again.
    ids = list(due.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
    found = ApplicationDraft.objects.filter(pk__in=ids)
    untouched = found.filter(is_untouched).count()
    if not dry_run:
        found.delete()
    return PurgedDrafts(untouched, len(ids) - untouched)


def is_sent(*, draft: ApplicationDraft) -> bool:
    """Whether the form has become an application."""
    return "sent" in draft.answers


def typed_on(*, draft: ApplicationDraft, step: str) -> dict[str, list[str]]:
    """What was typed on a step so far; nothing where it has not been visited."""
    found: dict[str, list[str]] = draft.answers.get("typed", {}).get(step, {})
    return found


def _characters_in(kept: Mapping[str, Typed]) -> int:
    return sum(len(value) for step in kept.values() for values in step.values() for value in values)


def _lock(draft: ApplicationDraft) -> ApplicationDraft:
    rows = ApplicationDraft.objects.select_for_update(of=("self",)).select_related("vacancy")
    return rows.get(pk=draft.pk)
