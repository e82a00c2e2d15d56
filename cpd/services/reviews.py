"""The two sides of a review: saved as they are written, shared once, then fixed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import F

from core.domain.errors import DomainError, NotAllowed, require
from core.domain.permissions import Actor
from core.services.history import save_with_reason
from cpd.domain.appraisal import Phase, Rating
from cpd.domain.appraisal_states import Event
from cpd.domain.appraisal_visibility import WRITER, Side
from cpd.domain.appraisal_writing import deny_writing
from cpd.models import Appraisal, Objective, ReviewSide
from cpd.services.appraisal_moves import lock_appraisal, move_appraisal

# Sharing the appraiser's side moves the appraisal on.
MOVES_ON: Mapping[tuple[Phase, Side], Event] = {
    (Phase.MID_YEAR, Side.MANAGER): Event.MID_YEAR_HELD,
    (Phase.FINAL, Side.MANAGER): Event.FINAL_SHARED,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed on one side. Ratings by objective key; the last four only in the appraiser's final."""

    text: str
    development_needs: str = ""
    pay_recommendation: str = ""
    overall_rating: Rating | None = None
    unrated_reason: str = ""
    ratings: Mapping[int, Rating] = field(default_factory=dict)


@transaction.atomic
def save_side(
    *, appraisal_id: int, phase: Phase, side: Side, draft: Draft, version: int, by: Actor, now: datetime
) -> int:
    """Save a draft and answer its new version.

    ``version`` is the one the writer began from. Raises ``DomainError`` ``changed_meanwhile`` where it was
    saved in another window since, and ``NotAllowed`` where the side is not theirs or not open.
    """
    appraisal = _lock_for(appraisal_id, phase, side, by)
    return _store(appraisal, (phase, side), draft, version=version, now=now)


@transaction.atomic
def share_side(
    *, appraisal_id: int, phase: Phase, side: Side, draft: Draft, version: int, by: Actor, now: datetime
) -> ReviewSide:
    """Save and share a side: the other reads it, and it stands as it is.

    The appraiser's side moves the appraisal on; their final review rates every objective and the whole, and
    says why where it leaves somebody unrated.
    """
    appraisal = _lock_for(appraisal_id, phase, side, by)
    if not draft.text.strip():
        raise DomainError("words_missing", "Write something first: it is shared as it stands.", "text")
    if (phase, side) == (Phase.FINAL, Side.MANAGER):
        _require_ratings(appraisal, draft)
    _store(appraisal, (phase, side), draft, version=version, now=now)
    shared = ReviewSide.objects.get(appraisal=appraisal, phase=phase.value, side=side.value)
    shared.shared_at, shared.shared_by_id = now, by.acting_id
    save_with_reason(shared, by=by, reason="shared", update_fields=["shared_at", "shared_by"], now=now)
    if event := MOVES_ON.get((phase, side)):
        move_appraisal(appraisal=appraisal, event=event, part=WRITER[side], by=by, now=now)
    return shared


def _lock_for(appraisal_id: int, phase: Phase, side: Side, by: Actor) -> Appraisal:
    appraisal, part = lock_appraisal(appraisal_id=appraisal_id, by=by)
    if part is not WRITER[side]:
        raise NotAllowed("not_your_side", "Each of the two writes their own side, and nobody else does.")
    is_shared = ReviewSide.objects.filter(
        appraisal=appraisal, phase=phase.value, side=side.value, shared_at__isnull=False
    ).exists()
    require(deny_writing(phase, side, state=appraisal.state, is_shared=is_shared))
    return appraisal


def _store(
    appraisal: Appraisal, place: tuple[Phase, Side], draft: Draft, *, version: int, now: datetime
) -> int:
    """Write the draft where it is still at the version; without history, which begins with sharing."""
    phase, side = place
    key = {"appraisal": appraisal, "phase": phase.value, "side": side.value}
    if not version and not ReviewSide.objects.filter(**key).exists():
        ReviewSide.objects.bulk_create([ReviewSide(**key, changed_at=now)])
    more = _final_fields(draft) if place == (Phase.FINAL, Side.MANAGER) else {}
    changed = ReviewSide.objects.filter(**key, version=version).update(
        text=draft.text, version=F("version") + 1, changed_at=now, **more
    )
    if not changed:
        raise DomainError(
            "changed_meanwhile",
            "This was saved in another window meanwhile. What you typed is still here: compare the two, then "
            "save again.",
        )
    if more:
        _store_ratings(ReviewSide.objects.get(**key), draft)
    return version + 1


def _final_fields(draft: Draft) -> dict[str, str]:
    rating = draft.overall_rating
    return {
        "development_needs": draft.development_needs,
        "pay_recommendation": draft.pay_recommendation,
        "overall_rating": rating.value if rating else "",
        "unrated_reason": draft.unrated_reason.strip() if rating == Rating.UNRATED else "",
    }


def _store_ratings(side: ReviewSide, draft: Draft) -> None:
    known = set(Objective.objects.filter(appraisal=side.appraisal_id).values_list("pk", flat=True))
    side.ratings.exclude(objective_id__in=draft.ratings).delete()
    for objective_id, rating in draft.ratings.items():
        if objective_id in known:
            side.ratings.update_or_create(objective_id=objective_id, defaults={"rating": rating.value})


def _require_ratings(appraisal: Appraisal, draft: Draft) -> None:
    if draft.overall_rating is None:
        raise DomainError("rating_missing", "Choose a rating for the year as a whole.", "overall_rating")
    for objective in appraisal.objectives.order_by("position"):
        if objective.pk not in draft.ratings:
            raise DomainError(
                "rating_missing",
                f"Choose a rating for objective {objective.position}.",
                f"rating_{objective.pk}",
            )
    if draft.overall_rating == Rating.UNRATED and not draft.unrated_reason.strip():
        raise DomainError(
            "reason_missing",
            "Say why there is no rating, such as a long absence. No details of health.",
            "unrated_reason",
        )
