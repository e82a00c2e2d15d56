"""Both sign the final review; the appraisee may appeal; the head or HR decides."""

from datetime import datetime

from django.db import transaction

from core.domain.errors import DomainError, NotAllowed, require
from core.domain.permissions import Actor
from core.domain.school_time import day_of
from core.services.history import save_with_reason
from cpd.domain.appraisal_states import Event, Part, State
from cpd.domain.appraisal_writing import deny_appeal
from cpd.enums import AppealOutcome
from cpd.models import Appeal, Appraisal, Signature
from cpd.selectors.appraisals import policy_of
from cpd.services.appraisal_moves import lock_appraisal, move_appraisal


@transaction.atomic
def sign_appraisal(*, appraisal_id: int, comment: str, by: Actor, now: datetime) -> Signature:
    """Sign the final review as one of the two. Signing says it was read, not that one agrees.

    With the second signature the appraisal is signed by both.
    """
    appraisal, part = lock_appraisal(appraisal_id=appraisal_id, by=by)
    if part not in (Part.APPRAISEE, Part.APPRAISER):
        raise NotAllowed("not_your_part", "The appraisee and the appraiser sign, and nobody else does.")
    if appraisal.state != State.FINAL_DRAFTED:
        raise NotAllowed("nothing_to_sign", "There is no final review to sign at this stage.")
    signed = set(appraisal.signatures.values_list("signed_as", flat=True))
    if part.value in signed:
        raise DomainError("signed_already", "You have signed this review already.")
    signature = Signature(
        appraisal=appraisal,
        signed_as=part.value,
        comment=comment.strip(),
        signed_at=now,
        signed_by_id=by.acting_id,
    )
    save_with_reason(signature, by=by, reason="signed", now=now)
    if signed:
        move_appraisal(appraisal=appraisal, event=Event.SIGNED, part=part, by=by, now=now)
    return signature


@transaction.atomic
def make_appeal(*, appraisal_id: int, reason: str, by: Actor, now: datetime) -> Appeal:
    """Appeal against the final review, within the working days the school's policy gives after signing."""
    appraisal, part = lock_appraisal(appraisal_id=appraisal_id, by=by)
    move_appraisal(appraisal=appraisal, event=Event.APPEALED, part=part, by=by, now=now, reason=reason)
    last = appraisal.signatures.order_by("-signed_at").first()
    is_signed = last is not None and appraisal.signatures.count() == 2
    require(
        deny_appeal(
            signed=day_of(last.signed_at) if last and is_signed else None,
            today=day_of(now),
            working_days=policy_of(appraisal).appeal_working_days,
        )
    )
    appeal = Appeal(appraisal=appraisal, reason=reason.strip(), made_at=now, made_by_id=by.acting_id)
    save_with_reason(appeal, by=by, reason="appeal made", now=now)
    return appeal


@transaction.atomic
def decide_appeal(
    *, appraisal_id: int, outcome: AppealOutcome, reason: str, by: Actor, now: datetime
) -> Appraisal:
    """Decide an appeal with a reason; by the head or HR, never by one of the two."""
    appraisal, part = lock_appraisal(appraisal_id=appraisal_id, by=by)
    move_appraisal(appraisal=appraisal, event=Event.APPEAL_DECIDED, part=part, by=by, now=now, reason=reason)
    appeal = appraisal.appeals.get(decided_at=None)
    appeal.outcome, appeal.decision_reason = outcome.value, reason.strip()
    appeal.decided_at, appeal.decided_by_id = now, by.acting_id
    save_with_reason(
        appeal,
        by=by,
        reason="appeal decided",
        update_fields=["outcome", "decision_reason", "decided_at", "decided_by"],
        now=now,
    )
    return appraisal
