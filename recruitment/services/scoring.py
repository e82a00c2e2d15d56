"""A panel member's own sheets: opened for scoring, filled in, submitted once, corrected in a new version."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from core.domain.errors import Denial, DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from recruitment.domain.scoring import MOST_ASSESSORS
from recruitment.domain.sheets import (
    Answer,
    check_answers,
    check_complete,
    check_reason,
    deny_correcting,
    deny_opening,
    deny_scoring,
)
from recruitment.enums import EventKind, SheetStatus, StageKind, StageStatus
from recruitment.models import Application, PanelMember, Score, ScoreSheet, Stage
from recruitment.selectors.stages import (
    ScoringFrame,
    find_membership,
    get_frame,
    list_applications_of,
    list_sheets_of,
)
from recruitment.services.events import record_event
from recruitment.services.moves import move
from recruitment.services.panels import copy_training_dates
from recruitment.services.results import refresh_after_scoring


def deny_opening_now(*, stage: Stage) -> Denial | None:
    """Why a stage cannot be opened for scoring now; None where it can."""
    shortlisting = stage.vacancy.stages.filter(kind=StageKind.APPLICATION)
    return deny_opening(
        stage_kind=stage.kind,
        stage_status=stage.status,
        vacancy_status=stage.vacancy.status,
        members=stage.members.filter(left_at=None).count(),
        criteria=len(get_frame(stage).criteria),
        shortlist_decided=not shortlisting.exclude(status=StageStatus.DECIDED).exists(),
    )


@transaction.atomic
def open_stage(*, stage_id: int, by: Actor, now: datetime) -> Stage:
    """Open a stage for scoring: its panel is confirmed, with the training dates that are on record.

    Raises ``DomainError`` where its panel or its vacancy is not ready.
    """
    stage = lock_stage(stage_id=stage_id)
    require(deny_opening_now(stage=stage))
    copy_training_dates(stage=stage, by=by, now=now)
    stage.opened_at, stage.opened_by_id = now, by.user_id
    _move_stage(stage, StageStatus.SCORING, by=by, now=now)
    return stage


@dataclass(frozen=True, slots=True)
class Seat:
    """A scorer's place: the stage, their membership of its panel, and the application in question."""

    stage: Stage
    member: PanelMember
    application: Application


@transaction.atomic
def save_scores(
    *, stage_id: int, application_id: int, answers: Sequence[Answer], by: Actor, now: datetime
) -> ScoreSheet:
    """Put down answers on the actor's open sheet, beginning it if need be; other answers stay.

    A blank answer takes back what was there: the criterion is unscored again. Raises ``DomainError`` for
    points off the scale, and where the sheet is submitted or the stage is not being scored.
    """
    seat = find_seat(stage_id=stage_id, application_id=application_id, by=by)
    sheet = _open_sheet(seat, now=now)
    _write_answers(sheet, answers, get_frame(seat.stage))
    return sheet


@transaction.atomic
def submit_sheet(*, stage_id: int, application_id: int, by: Actor, now: datetime) -> ScoreSheet:
    """Submit the actor's open sheet for good; a corrected version takes the place of the earlier one.

    Raises ``DomainError`` ``unanswered`` while a criterion has neither points nor *cannot tell*.
    """
    stage = lock_stage(stage_id=stage_id)
    seat = find_seat(stage_id=stage_id, application_id=application_id, by=by)
    sheet = _open_sheet(seat, now=now)
    answered = [
        score.criterion_id for score in sheet.scores.all() if score.points is not None or score.cannot_tell
    ]
    check_complete(criteria=[row.pk for row in get_frame(stage).rows], answered=answered)
    _require_room(seat)
    finish_sheet(
        sheet=sheet, status=SheetStatus.SUBMITTED, stage=stage, application=seat.application, by=by, now=now
    )
    return sheet


@transaction.atomic
def start_correction(
    *, stage_id: int, application_id: int, reason: str, by: Actor, now: datetime
) -> ScoreSheet:
    """Open the next version of a submitted sheet, with its scores. The old one counts until it is submitted.

    The reason stays with the sheet and not in the event, which others read while scores are sealed.
    """
    stage = lock_stage(stage_id=stage_id)
    seat = find_seat(stage_id=stage_id, application_id=application_id, by=by)
    versions = list(
        list_sheets_of(stage, seat.member.user_id).filter(application_id=application_id).order_by("version")
    )
    current = next((sheet for sheet in versions if sheet.is_current), None)
    require(
        deny_correcting(
            stage_status=stage.status,
            current_status=current.status if current else None,
            has_open=any(sheet.status == SheetStatus.OPEN for sheet in versions),
        )
    )
    sheet = ScoreSheet.objects.create(
        member=seat.member,
        application=seat.application,
        version=versions[-1].version + 1,
        created_at=now,
        reason=check_reason(reason),
    )
    copies = current.scores.order_by("pk") if current else ()
    for score in copies:
        score.pk, score.sheet = None, sheet
    Score.objects.bulk_create(copies)
    record_event(
        EventKind.SHEET_REOPENED,
        vacancy_id=stage.vacancy_id,
        by=by,
        now=now,
        stage=stage,
        application=seat.application,
    )
    return sheet


def lock_stage(*, stage_id: int) -> Stage:
    """The stage with its vacancy, held until the transaction ends: nothing is unsealed meanwhile."""
    return Stage.objects.select_for_update(of=("self",)).select_related("vacancy").get(pk=stage_id)


def find_seat(*, stage_id: int, application_id: int, by: Actor) -> Seat:
    """The actor's seat on the panel; raises ``DomainError`` where they, or the candidate, have none.

    A seat is nobody's without a role at the school that lets them score.
    """
    member = find_membership(stage_id, by)
    if member is None:
        raise DomainError("not_on_panel", "You are not on the panel of this stage.")
    require(deny_role(by, Permission.SCORE_APPLICATIONS, member.stage.vacancy.school_id))
    application = list_applications_of(member.stage).filter(pk=application_id).first()
    if application is None:
        raise DomainError("not_in_stage", "This candidate is not to be scored at this stage.")
    return Seat(member.stage, member, application)


def finish_sheet(
    *,
    sheet: ScoreSheet,
    status: SheetStatus,
    stage: Stage,
    application: Application,
    by: Actor,
    now: datetime,
    reason: str = "",
) -> None:
    """Submit or recuse an open sheet: it becomes the current version, and a kept result follows it."""
    list_sheets_of(stage, sheet.member.user_id).filter(application=application, is_current=True).update(
        is_current=False
    )
    sheet.is_current, sheet.finished_at = True, now
    move(
        "sheet",
        sheet,
        status,
        vacancy_id=stage.vacancy_id,
        school_id=stage.vacancy.school_id,
        by=by,
        now=now,
        stage=stage,
        application=application,
        reason=reason,
    )
    if not stage.is_sealed:
        refresh_after_scoring(stage=stage, application_id=application.pk)


def _open_sheet(seat: Seat, *, now: datetime) -> ScoreSheet:
    """The actor's open sheet, locked; a first one is begun while the stage is being scored."""
    sheets = (
        list_sheets_of(seat.stage, seat.member.user_id)
        .filter(application=seat.application)
        .select_for_update(of=("self",))
        .select_related("member")
        .order_by("version")
    )
    versions = list(sheets)
    for sheet in versions:
        if sheet.status == SheetStatus.OPEN:
            _require_undecided(seat.stage)
            return sheet
    require(deny_scoring(seat.stage.status))
    if any(sheet.is_current for sheet in versions):
        raise DomainError(
            "already_submitted",
            "You have submitted this sheet. To change it, correct it and say why.",
        )
    return _begin_sheet(seat, version=versions[-1].version + 1 if versions else 1, now=now)


def _require_undecided(stage: Stage) -> None:
    if stage.status == StageStatus.DECIDED:
        raise DomainError("stage_decided", "This stage is decided; its scores are part of the record.")


def _begin_sheet(seat: Seat, *, version: int, now: datetime) -> ScoreSheet:
    """A new sheet; where a second window of the same person was quicker, that one's."""
    try:
        with transaction.atomic():
            return ScoreSheet.objects.create(
                member=seat.member,
                application=seat.application,
                version=version,
                created_at=now,
                reason="Taken up again" if version > 1 else "",
            )
    except IntegrityError:
        return ScoreSheet.objects.select_related("member").get(
            member=seat.member, application=seat.application, status=SheetStatus.OPEN
        )


def _write_answers(sheet: ScoreSheet, answers: Sequence[Answer], frame: ScoringFrame) -> None:
    check_answers(answers, criteria={row.pk for row in frame.rows}, scale=frame.scale)
    kept = [answer for answer in answers if not answer.is_blank]
    Score.objects.bulk_create(
        [
            Score(
                sheet=sheet,
                criterion_id=answer.criterion_id,
                points=answer.points,
                cannot_tell=answer.cannot_tell,
                label="" if answer.points is None else frame.label_of(answer.points),
                note=answer.note,
            )
            for answer in kept
        ],
        update_conflicts=True,
        unique_fields=["sheet", "criterion"],
        update_fields=["points", "cannot_tell", "label", "note"],
    )
    if len(kept) < len(answers):
        blank = [answer.criterion_id for answer in answers if answer.is_blank]
        sheet.scores.filter(criterion_id__in=blank).delete()


def _require_room(seat: Seat) -> None:
    """Means are exact for up to sixteen sheets of one application."""
    others = (
        ScoreSheet.objects.filter(
            member__stage=seat.stage,
            application=seat.application,
            is_current=True,
            status=SheetStatus.SUBMITTED,
        )
        .exclude(member__user_id=seat.member.user_id)
        .count()
    )
    if others >= MOST_ASSESSORS:
        raise DomainError(
            "too_many_sheets", f"{MOST_ASSESSORS} people have scored this candidate; no more can be counted."
        )


def _move_stage(stage: Stage, target: StageStatus, *, by: Actor, now: datetime) -> None:
    move(
        "stage",
        stage,
        target,
        vacancy_id=stage.vacancy_id,
        school_id=stage.vacancy.school_id,
        by=by,
        now=now,
        stage=stage,
    )
