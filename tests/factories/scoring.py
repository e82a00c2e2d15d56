"""Panels with sheets in every state, made directly in the database."""

from collections.abc import Mapping, Sequence
from typing import Any

from core.domain.permissions import Actor
from core.models import User
from core.selectors import get_actor
from recruitment.domain.sheets import Answer
from recruitment.models import Application, PanelMember, Score, ScoreSheet, Stage, VacancyCriterion
from recruitment.selectors.stages import get_frame
from tests.factories.people import NOW


def list_criteria(stage: Stage) -> list[VacancyCriterion]:
    """The criteria the stage assesses, in their order."""
    return list(get_frame(stage).rows)


def answers_for(stage: Stage, points: Sequence[int | None]) -> list[Answer]:
    """One answer for each criterion of the stage, in order; None is *cannot tell*."""
    return [
        Answer(criterion.pk, given, cannot_tell=given is None)
        for criterion, given in zip(list_criteria(stage), points, strict=True)
    ]


def make_sheet(
    member: PanelMember,
    application: Application,
    points: Sequence[int | None] = (),
    *,
    notes: Mapping[int, str] | None = None,
    status: str = "submitted",
    **fields: Any,
) -> ScoreSheet:
    """A sheet with these points on the stage's criteria in order; None is *cannot tell*. Notes by place."""
    finished = status != "open"
    defaults: dict[str, Any] = {
        "status": status,
        "is_current": finished,
        "created_at": NOW,
        "finished_at": NOW if finished else None,
        "reason": "Knows the candidate well" if status == "recused" else "",
    }
    sheet = ScoreSheet.objects.create(member=member, application=application, **defaults | fields)
    Score.objects.bulk_create(
        Score(
            sheet=sheet,
            criterion=criterion,
            points=given,
            cannot_tell=given is None,
            note=(notes or {}).get(place, ""),
        )
        for place, (criterion, given) in enumerate(zip(list_criteria(member.stage), points, strict=False))
    )
    return sheet


def actor_of(seat: PanelMember | User) -> Actor:
    """The signed-in person of a membership or an account."""
    return get_actor(seat.user if isinstance(seat, PanelMember) else seat)
