"""The one place that assigns the state of an appraisal, and writes down each move."""

from datetime import datetime

from core.domain.errors import DomainError, NotAllowed, require
from core.domain.permissions import Actor
from core.services.history import save_with_reason
from cpd.domain.appraisal_states import EVENT_LABELS, Event, Part, State, deny_move, find_move
from cpd.models import Appraisal, AppraisalEvent
from cpd.selectors.appraisal_reading import part_of


def lock_appraisal(*, appraisal_id: int, by: Actor) -> tuple[Appraisal, Part]:
    """The appraisal, locked, with the actor's part in it. Raises ``NotAllowed`` for a stranger."""
    appraisal = (
        Appraisal.objects.select_for_update(of=("self",))
        .select_related("engagement__person", "engagement__school__appraisal_policy", "cycle")
        .get(pk=appraisal_id)
    )
    part = part_of(by, appraisal)
    if part is None:
        raise NotAllowed("no_part", "This appraisal is between other people.")
    return appraisal, part


def move_appraisal(
    *,
    appraisal: Appraisal,
    event: Event,
    part: Part,
    by: Actor,
    now: datetime,
    reason: str = "",
    resumed_to: str = "",
) -> AppraisalEvent:
    """Make one move of a locked appraisal and write it down; part of a larger service.

    Raises ``NotAllowed`` where the move is not the actor's, and ``DomainError`` where there is none from here
    or it wants a reason.
    """
    move = find_move(event, appraisal.state, resumed_to=resumed_to)
    require(deny_move(move, part))
    reason = reason.strip()
    if move.needs_reason and not reason:
        raise DomainError("reason_missing", "Say in a few words why: it stays with the appraisal.", "reason")
    source, appraisal.state = appraisal.state, move.target.value
    appraisal.resumes_as = source if move.target == State.SUSPENDED else ""
    save_with_reason(
        appraisal, by=by, reason=EVENT_LABELS[event], update_fields=["state", "resumes_as"], now=now
    )
    return AppraisalEvent.objects.create(
        appraisal=appraisal,
        kind=event.value,
        from_state=source,
        to_state=move.target.value,
        at=now,
        by_id=by.acting_id,
        reason=reason,
    )
