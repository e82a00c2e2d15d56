"""Decisions about applications, each by a named person with a reason."""

from collections.abc import Collection, Mapping
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
    deny_borrowed_reason,
    deny_confirmation,
    deny_deciding_again,
    deny_decision,
    permission_to_decide,
)
from recruitment.domain.guaranteed_interview import check_limit, check_limit_reason, deny_limit
from recruitment.enums import ApplicationStatus, EventKind, StageStatus
from recruitment.models import Application, Decision, Stage, StageResult
from recruitment.services.events import record_event
from recruitment.services.moves import move


@transaction.atomic
def decide_applications(
    *, stage_id: int, choices: Mapping[int, Choice], by: Actor, now: datetime
) -> list[Decision]:
    """Record what was decided about each application (by its id) and move it.

    A later decision supersedes the earlier one, which is kept; a choice that says what stands already is
    passed over, so that the record names who decided and not who looked last. Raises ``DomainError`` with the
    field ``<application id>.<outcome|reason|override_reason>`` where a choice lacks what it needs, or an
    offer stands; then nothing is saved.
    """
    stage = Stage.objects.select_for_update().select_related("vacancy").get(pk=stage_id)
    _require_right(stage, by)
    require(deny_decision(stage.status))
    standings = _standings(stage)
    standing = _standing_choices(stage)
    decisions = []
    for application in _lock_applications(stage, choices):
        choice = choices[application.pk]
        if standing.get(application.pk) == _said(choice):
            continue
        try:
            _require_no_offer(application)
            _require_own_reason(choice, standing.get(application.pk))
            check_choice(choice, standings.get(application.pk, UNSCORED), stage_kind=stage.kind)
        except DomainError as error:
            raise DomainError(error.code, error.message, f"{application.pk}.{error.field}") from error
        decisions.append(_record(stage, application, choice, by=by, now=now))
    return decisions


@transaction.atomic
def limit_guaranteed_interviews(
    *, stage_id: int, limit: int | None, reason: str, by: Actor, now: datetime
) -> Stage:
    """Set how many guaranteed interviews a very large field can have, or None for all who qualify, and why.

    It decides about nobody: it changes whom the page suggests. Said again it is not recorded anew. Raises
    ``DomainError`` with the field for a limit under one or no reason, ``NotAllowed`` while scores are sealed
    or where the stage chooses nobody for an interview.
    """
    stage = Stage.objects.select_for_update().select_related("vacancy").get(pk=stage_id)
    _require_right(stage, by)
    require(deny_limit(stage_kind=stage.kind, stage_status=stage.status))
    check_limit(limit)
    reason = check_limit_reason(reason)
    kept = "" if limit is None else reason
    if (stage.guaranteed_limit, stage.guaranteed_limit_reason) == (limit, kept):
        return stage
    stage.guaranteed_limit, stage.guaranteed_limit_reason = limit, kept
    save_with_reason(stage, by=by, reason=reason)
    words = "No limit" if limit is None else f"At most {limit}"
    record_event(
        EventKind.GUARANTEED_LIMIT_SET,
        vacancy_id=stage.vacancy_id,
        by=by,
        now=now,
        stage=stage,
        reason=f"{words}: {reason}",
    )
    return stage


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


def _lock_applications(stage: Stage, ids: Collection[int]) -> QuerySet[Application]:
    """Held until the decisions are saved: nobody is made an offer meanwhile."""
    found = list_applications_in_stage(stage).filter(pk__in=ids)
    return found.select_for_update(of=("self",)).order_by("pk")


def _standing_choices(stage: Stage) -> dict[int, tuple[str, str, str]]:
    current = stage.decisions.filter(is_current=True).order_by("pk")
    return {
        pk: (outcome, reason, override_reason)
        for pk, outcome, reason, override_reason in current.values_list(
            "application_id", "outcome", "reason", "override_reason"
        )
    }


def _said(choice: Choice) -> tuple[str, str, str]:
    return choice.outcome, choice.reason.strip(), choice.override_reason.strip()


def _require_no_offer(application: Application) -> None:
    if denial := deny_deciding_again(application.status):
        raise DomainError(denial.code, denial.message, "outcome")


def _require_own_reason(choice: Choice, standing: tuple[str, str, str] | None) -> None:
    if standing and (denial := deny_borrowed_reason(choice, Choice(*standing))):
        raise DomainError(denial.code, denial.message, "reason")


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
