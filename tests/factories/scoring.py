"""Panels with sheets in every state, made directly in the database; stages scored and opened."""

from collections.abc import Mapping, Sequence
from typing import Any

from core.domain.permissions import Actor, Role
from core.models import User
from core.selectors import get_actor
from recruitment.domain.sheets import Answer
from recruitment.models import Application, PanelMember, Score, ScoreSheet, Stage, VacancyCriterion
from recruitment.selectors.stages import get_frame
from recruitment.services.unsealing import unseal_stage
from tests.factories.people import NOW, make_actor
from tests.factories.recruitment import make_application, make_panel_member, make_stage, make_vacancy

# text, requirement, evidence, weight: all assessed at shortlisting
THREE_CRITERIA = (
    ("Experience with primary-aged children", "essential", "A", 3),
    ("Knowledge of safeguarding", "essential", "A", 2),
    ("ELSA training", "desirable", "A", 1),
)

# For each candidate the points of each member; None for a member who is recused.
type ScoredRows = Sequence[Sequence[Sequence[int | None] | None]]


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


def scored_stage(
    rows: ScoredRows, criteria: Sequence[tuple[str, str, str, int]] = THREE_CRITERIA, **fields: Any
) -> tuple[Stage, list[Application]]:
    """An unsealed stage: for each candidate the points of each member, None where a member is recused."""
    vacancy = make_vacancy(criteria=criteria, **fields)
    stage = make_stage(vacancy)
    members = [make_panel_member(stage) for _ in range(max(len(row) for row in rows))]
    applications = [make_application(vacancy) for _ in rows]
    for application, row in zip(applications, rows, strict=True):
        for member, points in zip(members, row, strict=True):
            make_sheet(member, application, points or (), status="recused" if points is None else "submitted")
    hr = make_actor(Role.HR_OFFICER, school=vacancy.school)
    return unseal_stage(stage_id=stage.pk, by=hr, now=NOW), applications


def alike(*points: int | None) -> list[list[int | None] | None]:
    """Two members of one mind."""
    return [list(points), list(points)]
