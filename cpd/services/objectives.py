"""Objectives of an appraisal and what is put forward as evidence for them."""

from datetime import date, datetime

from django.db import transaction

from core.documents.kinds import Kind
from core.domain.errors import DomainError, NotAllowed, require
from core.domain.permissions import Actor
from core.domain.school_time import day_of
from core.services.documents import Upload, store_document
from core.services.history import delete_with_reason, save_with_reason
from cpd.domain.appraisal_states import Part, State
from cpd.domain.appraisal_writing import EVIDENCE_OPEN, deny_objective_change, deny_one_more
from cpd.models import Appraisal, Objective, ObjectiveEvidence, ObjectiveRating
from cpd.selectors.appraisals import next_position, policy_of
from cpd.services.appraisal_moves import lock_appraisal

EVIDENCE_KINDS = frozenset({Kind.PDF, Kind.DOCX, Kind.XLSX, Kind.TXT})
THE_TWO = (Part.APPRAISEE, Part.APPRAISER)


@transaction.atomic
def add_objective(
    *,
    appraisal: Appraisal,
    text: str,
    by: Actor,
    now: datetime,
    origin: str = "",
    success_measures: str = "",
    evidence_wanted: str = "",
    due_date: date | None = None,
) -> Objective:
    """Add an objective to an appraisal; ``origin`` says in words what it grew from, such as a criterion.

    Until the objectives are agreed anybody with a part may propose one, afterwards the appraiser alone adds.
    Raises ``NotAllowed`` where they can no longer change or there are as many as the policy allows.
    """
    locked, part = lock_appraisal(appraisal_id=appraisal.pk, by=by)
    _require_change(locked, part)
    require(deny_one_more(locked.objectives.count(), policy_of(locked).most_objectives))
    objective = Objective(
        appraisal=locked,
        position=next_position(locked),
        text=_said(text),
        success_measures=success_measures.strip(),
        evidence_wanted=evidence_wanted.strip(),
        due_date=due_date,
        origin=origin.strip(),
        added_at=now,
        added_by_id=by.acting_id,
    )
    save_with_reason(objective, by=by, reason="objective added", now=now)
    return objective


@transaction.atomic
def change_objective(
    *,
    objective_id: int,
    text: str,
    success_measures: str,
    evidence_wanted: str,
    due_date: date | None,
    reason: str,
    by: Actor,
    now: datetime,
) -> Objective:
    """Put an objective into other words. Once they are agreed it is the appraiser's, and wants a reason."""
    objective, appraisal = _lock_objective(objective_id, by)
    if appraisal.state != State.PLANNED and not reason.strip():
        raise DomainError("reason_missing", "The objectives are agreed: say why this one changes.", "reason")
    objective.text = _said(text)
    objective.success_measures = success_measures.strip()
    objective.evidence_wanted = evidence_wanted.strip()
    objective.due_date = due_date
    save_with_reason(
        objective,
        by=by,
        reason=reason.strip() or "changed before it was agreed",
        update_fields=["text", "success_measures", "evidence_wanted", "due_date"],
        now=now,
    )
    return objective


@transaction.atomic
def remove_objective(*, objective_id: int, reason: str, by: Actor, now: datetime) -> None:
    """Take an objective out, for a reason; its history keeps it. Not once there is evidence for it."""
    objective, appraisal = _lock_objective(objective_id, by)
    if not reason.strip():
        raise DomainError("reason_missing", "Say in a few words why it is taken out.", "reason")
    if objective.evidence.exists():
        raise DomainError("has_evidence", "There is evidence for this objective: change its words instead.")
    if appraisal.state != State.PLANNED and appraisal.objectives.count() == 1:
        raise DomainError("last_objective", "It is the only one that was agreed: change its words instead.")
    ObjectiveRating.objects.filter(objective=objective, review_side__shared_at=None).delete()
    delete_with_reason(objective, by=by, reason=reason.strip(), now=now)


@transaction.atomic
def add_evidence(
    *,
    objective_id: int,
    text: str,
    seen_date: date,
    by: Actor,
    now: datetime,
    upload: Upload | None = None,
) -> ObjectiveEvidence:
    """Put something forward for an objective, in words and, where there is one, with a file; by the two.

    Raises ``DomainError`` for a day still to come and for a file that is refused.
    """
    objective = Objective.objects.get(pk=objective_id)
    appraisal, part = lock_appraisal(appraisal_id=objective.appraisal_id, by=by)
    if part not in THE_TWO:
        raise NotAllowed("not_your_part", "Evidence is put forward by the two whose appraisal it is.")
    if State(appraisal.state) not in EVIDENCE_OPEN:
        raise NotAllowed("evidence_closed", "The review is signed or suspended: no evidence is added now.")
    if seen_date > day_of(now):
        raise DomainError("date_ahead", "Evidence is of a day that has come.", "seen_date")
    if not text.strip():
        raise DomainError("words_missing", "Say what it shows.", "text")
    document = None
    if upload is not None:
        document = store_document(
            school_id=appraisal.engagement.school_id, upload=upload, allowed=EVIDENCE_KINDS, by=by, now=now
        )
    return ObjectiveEvidence.objects.create(
        objective=objective,
        text=text.strip(),
        seen_date=seen_date,
        document=document,
        added_at=now,
        added_by_id=by.acting_id,
    )


def _lock_objective(objective_id: int, by: Actor) -> tuple[Objective, Appraisal]:
    objective = Objective.objects.get(pk=objective_id)
    appraisal, part = lock_appraisal(appraisal_id=objective.appraisal_id, by=by)
    _require_change(appraisal, part)
    return objective, appraisal


def _require_change(appraisal: Appraisal, part: Part) -> None:
    require(deny_objective_change(appraisal.state))
    if appraisal.state != State.PLANNED and part is not Part.APPRAISER:
        raise NotAllowed("not_your_part", "The objectives are agreed: the appraiser alone changes them.")


def _said(text: str) -> str:
    if not text.strip():
        raise DomainError("words_missing", "Write the objective in a sentence.", "text")
    return text.strip()
