"""Standing aside: a scorer recuses themselves, or HR records a conflict of interest for them."""

from datetime import datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from recruitment.domain.sheets import check_reason, deny_change_of_sheet, deny_scoring
from recruitment.enums import EventKind, SheetStatus
from recruitment.models import Application, PanelMember, ScoreSheet, Stage
from recruitment.selectors.stages import list_applications_of, list_sheets_of
from recruitment.services.events import record_event
from recruitment.services.scoring import find_seat, finish_sheet, lock_stage


@transaction.atomic
def recuse(*, stage_id: int, application_id: int, reason: str, by: Actor, now: datetime) -> ScoreSheet:
    """The actor stands aside for one application; what they had put down is kept and no longer counts.

    Possible until the stage is decided. Raises ``DomainError`` without a reason, and where they have
    stood aside already.
    """
    stage = lock_stage(stage_id=stage_id)
    seat = find_seat(stage_id=stage_id, application_id=application_id, by=by)
    return _recuse(stage, seat.member, seat.application, reason=reason, by=by, now=now)


@transaction.atomic
def record_conflict(
    *, stage_id: int, member_id: int, application_id: int, reason: str, by: Actor, now: datetime
) -> ScoreSheet:
    """HR records that a member has an interest in a candidate: their sheet is locked and counts for nothing.

    Raises ``DomainError`` ``not_permitted`` for anybody who does not run the vacancy.
    """
    stage = lock_stage(stage_id=stage_id)
    _require_running(stage, by)
    member = _find_member(stage, member_id)
    application = list_applications_of(stage).filter(pk=application_id).first()
    if application is None:
        raise DomainError("not_in_stage", "Choose a candidate of this stage.", "application")
    return _recuse(stage, member, application, reason=reason, by=by, now=now)


@transaction.atomic
def lift_recusal(*, stage_id: int, member_id: int, application_id: int, by: Actor, now: datetime) -> None:
    """Take back a recusal that was a mistake, while scores are sealed. The recused version stays."""
    stage = lock_stage(stage_id=stage_id)
    _require_running(stage, by)
    member = _find_member(stage, member_id)
    current = (
        list_sheets_of(stage, member.user_id)
        .filter(application_id=application_id, is_current=True, status=SheetStatus.RECUSED)
        .select_related("application")
        .first()
    )
    if current is None:
        raise DomainError("not_recused", "This person has not stood aside from this candidate.")
    require(deny_scoring(stage.status))
    current.is_current = False
    current.save(update_fields=["is_current"])
    record_event(
        EventKind.SHEET_REOPENED,
        vacancy_id=stage.vacancy_id,
        by=by,
        now=now,
        stage=stage,
        application=current.application,
    )


def _require_running(stage: Stage, by: Actor) -> None:
    require(deny_role(by, Permission.EDIT_VACANCIES, stage.vacancy.school_id))


def _find_member(stage: Stage, member_id: int) -> PanelMember:
    member = stage.members.filter(pk=member_id, left_at=None).first()
    if member is None:
        raise DomainError("not_on_panel", "Choose somebody on the panel of this stage.", "member")
    return member


def _recuse(
    stage: Stage, member: PanelMember, application: Application, *, reason: str, by: Actor, now: datetime
) -> ScoreSheet:
    """Recuse the open sheet, or a new version where there is none open.

    The reason stays with the sheet: in an event it could tell readers who an anonymous candidate is.
    """
    require(deny_change_of_sheet(stage_status=stage.status))
    versions = list(list_sheets_of(stage, member.user_id).filter(application=application).order_by("version"))
    if any(sheet.is_current and sheet.status == SheetStatus.RECUSED for sheet in versions):
        raise DomainError("already_recused", "This is recorded already: the sheet is locked.")
    sheet = next((sheet for sheet in versions if sheet.status == SheetStatus.OPEN), None)
    if sheet is None:
        sheet = ScoreSheet(
            member=member,
            application=application,
            version=versions[-1].version + 1 if versions else 1,
            created_at=now,
        )
    sheet.reason = check_reason(reason)
    finish_sheet(
        sheet=sheet,
        status=SheetStatus.RECUSED,
        stage=stage,
        application=application,
        by=by,
        now=now,
        reason=f"{member.user.name} takes no part.",
    )
    return sheet
