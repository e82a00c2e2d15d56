"""After unsealing: points agreed beside the originals, and names shown on purpose."""

from datetime import datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.models import User
from core.services.history import save_with_reason
from recruitment.domain.sheets import Answer, check_answers, check_reason
from recruitment.domain.visibility import deny_view_of_results
from recruitment.enums import EventKind, SheetStatus, StageStatus
from recruitment.models import AgreedScore, Application, RecruitmentEvent, ScoreSheet, Stage
from recruitment.selectors.stages import ScoringFrame, find_membership, get_frame
from recruitment.services.events import record_event
from recruitment.services.results import refresh_result
from recruitment.services.scoring import lock_stage


@transaction.atomic
def agree_points(
    *,
    stage_id: int,
    application_id: int,
    criterion_id: int,
    points: int,
    reason: str,
    by: Actor,
    now: datetime,
) -> AgreedScore:
    """Write down what the panel agreed on one cell. Whole points; the originals stay as they are.

    A later agreement replaces the earlier one, which its history keeps. Raises ``DomainError`` without a
    reason, off the scale, while scores are sealed and once the stage is decided.
    """
    stage = lock_stage(stage_id=stage_id)
    _require_agreeing(stage, by)
    require(deny_view_of_results(stage.status))
    if stage.status == StageStatus.DECIDED:
        raise DomainError("stage_decided", "This stage is decided; its points are part of the record.")
    frame = get_frame(stage)
    check_answers([Answer(criterion_id, points)], criteria={row.pk for row in frame.rows}, scale=frame.scale)
    reason = check_reason(reason)
    application = Application.objects.filter(results__stage=stage, pk=application_id).first()
    if application is None:
        raise DomainError("not_in_stage", "This candidate was not scored at this stage.")
    _require_not_aside(stage, application, by)
    agreed = AgreedScore.objects.filter(
        stage=stage, application=application, criterion_id=criterion_id
    ).first() or AgreedScore(stage=stage, application=application, criterion_id=criterion_id)
    agreed.points, agreed.reason = points, reason
    agreed.agreed_at, agreed.agreed_by = now, User(pk=by.user_id)
    save_with_reason(agreed, by=by, reason=reason)
    refresh_result(stage=stage, application_id=application.pk)
    record_event(
        EventKind.SCORE_AGREED,
        vacancy_id=stage.vacancy_id,
        by=by,
        now=now,
        stage=stage,
        application=application,
        reason=f"{_words_of(frame, criterion_id)}: {points}. {reason}",
    )
    return agreed


def _words_of(frame: ScoringFrame, criterion_id: int) -> str:
    return next(row.text for row in frame.rows if row.pk == criterion_id)


@transaction.atomic
def reveal_names(*, stage_id: int, reason: str, by: Actor, now: datetime) -> RecruitmentEvent:
    """Let the actor see the names of an anonymous stage's candidates before the shortlist is decided.

    Only for those who look after applicants, only once scores are open, and always an event.
    """
    stage = lock_stage(stage_id=stage_id)
    require(deny_role(by, Permission.VIEW_APPLICANTS, stage.vacancy.school_id))
    require(deny_view_of_results(stage.status))
    return record_event(
        EventKind.NAME_REVEALED,
        vacancy_id=stage.vacancy_id,
        by=by,
        now=now,
        stage=stage,
        reason=check_reason(reason),
    )


def _require_agreeing(stage: Stage, by: Actor) -> None:
    """Panel members agree; those who run the vacancy may write it down for them."""
    school_id = stage.vacancy.school_id
    has_part = find_membership(stage.pk, by) is not None or by.holds(Permission.EDIT_VACANCIES, school_id)
    if not has_part or not by.holds(Permission.AGREE_SCORES, school_id):
        raise DomainError("not_permitted", "Your role at this school does not allow this.")


def _require_not_aside(stage: Stage, application: Application, by: Actor) -> None:
    """Whoever stood aside from a candidate, or was made to, has no part in settling their points."""
    aside = ScoreSheet.objects.filter(
        member__stage=stage,
        member__user_id=by.user_id or 0,
        application=application,
        is_current=True,
        status=SheetStatus.RECUSED,
    )
    if aside.exists():
        raise DomainError(
            "recused", "You stood aside from this candidate, so others on the panel settle the points."
        )
