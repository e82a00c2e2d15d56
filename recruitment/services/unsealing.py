"""Opening the scores of a stage: once, for everybody at the same moment, by a named person."""

from datetime import datetime

from django.db import transaction

from core.domain.errors import Denial, require
from core.domain.permissions import Actor
from recruitment.domain.visibility import deny_unsealing
from recruitment.enums import StageStatus
from recruitment.models import Stage, Vacancy
from recruitment.selectors.stages import StageProgress, get_progress, list_applications_of
from recruitment.services.moves import move
from recruitment.services.results import write_agreement, write_results
from recruitment.services.scoring import lock_stage


def deny_unsealing_now(*, stage: Stage, progress: StageProgress) -> Denial | None:
    """Why the scores of a stage cannot be opened now; None where they can."""
    denial = deny_unsealing(
        stage_status=stage.status, sheets_open=progress.outstanding, members=progress.scorers
    )
    if denial is None and not progress.applications:
        return Denial("no_applications", "There is nobody to score at this stage yet.")
    return denial


@transaction.atomic
def unseal_stage(*, stage_id: int, by: Actor, now: datetime) -> Stage:
    """Open the scores to those who may see them and keep every result, so that all see the same.

    Raises ``DomainError`` while a sheet is outstanding, while fewer than two people score, and for a role
    that may not.
    """
    stage = lock_stage(stage_id=stage_id)
    stage.vacancy = Vacancy.objects.select_for_update().get(pk=stage.vacancy_id)  # nobody applies meanwhile
    require(deny_unsealing_now(stage=stage, progress=get_progress(stage)))
    application_ids = list(list_applications_of(stage).order_by("pk").values_list("pk", flat=True))
    stage.unsealed_at, stage.unsealed_by_id = now, by.user_id
    move(
        "stage",
        stage,
        StageStatus.UNSEALED,
        vacancy_id=stage.vacancy_id,
        school_id=stage.vacancy.school_id,
        by=by,
        now=now,
        stage=stage,
    )
    write_results(stage=stage, application_ids=application_ids)
    write_agreement(stage=stage)
    return stage
