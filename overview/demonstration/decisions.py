"""From applications to a decision: scored by everybody, opened, settled, decided as the ranking suggests."""

from datetime import datetime, timedelta

from overview.demonstration.candidates import Candidate, put_right
from overview.demonstration.people import Cast
from overview.demonstration.vacancies import close_and_open_scoring, receive, score
from recruitment.domain.decisions import Choice
from recruitment.domain.scoring import UNIT_BASE
from recruitment.domain.stage_results import TO_DISCUSS
from recruitment.models import Application, Stage, StageResult, Vacancy
from recruitment.selectors.decisions import get_decision_page
from recruitment.selectors.stages import get_frame
from recruitment.services.decisions import confirm_stage, decide_applications
from recruitment.services.moderation import agree_points
from recruitment.services.unsealing import unseal_stage

EVERY_SCORER = ("Helen", "Tom", "Gwen")


def shortlist(
    cast: Cast, vacancy: Vacancy, candidates: list[Candidate], closed_at: datetime
) -> dict[int, Candidate]:
    """Receive, put one right, score and decide; everybody who applied, by the id of their application."""
    people = receive(cast, vacancy, candidates, closed_at, days_ago=(18, 1))
    put_right(cast, Application.objects.get(pk=next(iter(people))), closed_at)
    stage = close_and_open_scoring(cast, vacancy, closed_at + timedelta(days=1))
    for scorer in EVERY_SCORER:
        score(cast, stage, scorer, people, closed_at + timedelta(days=2))
    decide(cast, stage, closed_at + timedelta(days=4))
    return people


def decide(cast: Cast, stage: Stage, now: datetime) -> None:
    """Open the scores, settle what is divided, decide as the ranking suggests, confirm."""
    helen = cast.actor("Helen")
    open_scores(cast, stage, now)
    page = get_decision_page(stage, page_size=None)
    choices = {
        row.standing.application_id: Choice(row.suggested_outcome, row.suggested_reason) for row in page.rows
    }
    decide_applications(stage_id=stage.pk, choices=choices, by=helen, now=now + timedelta(hours=1))
    confirm_stage(stage_id=stage.pk, by=helen, now=now + timedelta(hours=2))


def open_scores(cast: Cast, stage: Stage, now: datetime) -> None:
    """Open the scores and settle what is divided, so that everybody has a rank or a reason for none."""
    unseal_stage(stage_id=stage.pk, by=cast.actor("Helen"), now=now)
    settle(cast, stage, now + timedelta(minutes=30))
    stage.refresh_from_db()


def settle(cast: Cast, stage: Stage, now: datetime) -> None:
    """Agree whole points for every cell that keeps an application from being complete."""
    criteria = [row.pk for row in get_frame(stage).rows]
    for result in StageResult.objects.filter(stage=stage, is_complete=False).order_by("pk"):
        for criterion_id, (units, marks) in zip(criteria, result.cells, strict=True):
            if TO_DISCUSS & set(marks):
                agree_points(
                    stage_id=stage.pk,
                    application_id=result.application_id,
                    criterion_id=criterion_id,
                    points=round(units / UNIT_BASE),
                    reason="Looked at again together: it is there, though only just.",
                    by=cast.actor("Helen"),
                    now=now,
                )
