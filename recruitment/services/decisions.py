"""Decisions about applications, each by a named person with a reason."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor
from core.services.history import save_with_reason
from recruitment.domain.decisions import (
    STATUS_AFTER,
    Choice,
    Standing,
    check_choice,
    deny_confirmation,
    deny_decision,
    permission_to_decide,
)
from recruitment.enums import ApplicationStatus, EventKind, StageStatus
from recruitment.models import Application, Decision, Stage, StageResult
from recruitment.services.events import record_event
from recruitment.services.moves import move


@transaction.atomic
def decide_applications(
    *, stage_id: int, choices: Mapping[int, Choice], by: Actor, now: datetime
) -> list[Decision]:
    """Record what was decided about each application (by its id) and move it.

    A later decision supersedes the earlier one, which is kept. Raises ``DomainError`` with the field
    ``<application id>.<outcome|reason|override_reason>`` where a choice lacks what it needs; then nothing
    is saved.
    """
    stage = Stage.objects.select_for_update().select_related("vacancy").get(pk=stage_id)
    _require_right(stage, by)
    require(deny_decision(stage.status))
    standings = _standings(stage)
    decisions = []
    for application in list_applications_in_stage(stage).filter(pk__in=choices):
        choice = choices[application.pk]
        try:
            check_choice(choice, standings.get(application.pk, UNSCORED), stage_kind=stage.kind)
        except DomainError as error:
            raise DomainError(error.code, error.message, f"{application.pk}.{error.field}") from error
        decisions.append(_record(stage, application, choice, by=by, now=now))
    return decisions


@transaction.atomic
def confirm_stage(*, stage_id: int, by: Actor, now: datetime) -> Stage:
    """Close a stage: every application scored in full and decided. Raises ``DomainError`` otherwise."""
    stage = Stage.objects.select_for_update().select_related("vacancy").get(pk=stage_id)
    _require_right(stage, by)
    applications = list(list_applications_in_stage(stage).values_list("pk", "code").order_by("code"))
    complete = set(stage.results.filter(is_complete=True).values_list("application_id", flat=True))
    decided = set(stage.decisions.filter(is_current=True).values_list("application_id", flat=True))
    require(
        deny_confirmation(
            incomplete=[code for pk, code in applications if pk not in complete],
            undecided=[code for pk, code in applications if pk not in decided],
        )
    )
    stage.decided_at = now
    stage.decided_by_id = by.user_id
    move(
        "stage",
        stage,
        StageStatus.DECIDED,
        vacancy_id=stage.vacancy_id,
        school_id=stage.vacancy.school_id,
        by=by,
        now=now,
        stage=stage,
    )
    return stage


UNSCORED = Standing(is_complete=False, gate="open")


def list_applications_in_stage(stage: Stage) -> QuerySet[Application]:
    """Applications that the stage decides about: those with a result, unless withdrawn since."""
    return Application.objects.filter(results__stage=stage).exclude(status=ApplicationStatus.WITHDRAWN)


def _require_right(stage: Stage, by: Actor) -> None:
    if not by.holds(permission_to_decide(stage.kind), stage.vacancy.school_id):
        raise DomainError("not_permitted", "Your role at this school does not allow this decision.")


def _standings(stage: Stage) -> dict[int, Standing]:
    words = dict(stage.vacancy.criteria.values_list("pk", "text"))
    return {
        result.application_id: Standing(
            result.is_complete, result.gate, tuple(words[int(key)] for key in result.failing)
        )
        for result in StageResult.objects.filter(stage=stage)
    }


def _record(stage: Stage, application: Application, choice: Choice, *, by: Actor, now: datetime) -> Decision:
    Decision.objects.filter(stage=stage, application=application, is_current=True).update(is_current=False)
    decision = Decision(
        stage=stage,
        application=application,
        outcome=choice.outcome,
        reason=choice.reason.strip(),
        override_reason=choice.override_reason.strip(),
        decided_at=now,
        decided_by_id=by.acting_id,
    )
    save_with_reason(decision, by=by, reason=choice.reason)
    target = STATUS_AFTER[choice.outcome]
    if application.status == target:
        record_event(
            EventKind.DECISION_MADE,
            vacancy_id=stage.vacancy_id,
            by=by,
            now=now,
            stage=stage,
            application=application,
            from_status=target,
            to_status=target,
            reason=choice.reason.strip(),
        )
    else:
        move(
            "application",
            application,
            target,
            vacancy_id=stage.vacancy_id,
            school_id=stage.vacancy.school_id,
            by=by,
            now=now,
            stage=stage,
            application=application,
            reason=choice.reason.strip(),
        )
    return decision
