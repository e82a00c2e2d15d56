"""Who sits on the panel of a stage. Scores belong to the membership and outlive it."""

from datetime import date, datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.models import User
from core.selectors import list_people_holding
from core.services.history import save_with_reason
from recruitment.domain.panel_membership import deny_joining, deny_leaving
from recruitment.enums import EventKind, PanelRole
from recruitment.models import PanelMember, Stage
from recruitment.selectors.panels import find_training_dates
from recruitment.services.events import record_event


@transaction.atomic
def add_panel_member(
    *,
    stage: Stage,
    user: User,
    role: str,
    by: Actor,
    now: datetime,
    safer_recruitment_date: date | None = None,
) -> PanelMember:
    """Put somebody on a panel; the date of their safer-recruitment training is copied on to the row.

    Raises ``NotAllowed`` with ``scores_open``, ``cannot_score``, ``already_on_panel`` or ``chair_taken``.
    """
    stage = _lock(stage)
    school_id = stage.vacancy.school_id
    require(deny_role(by, Permission.EDIT_VACANCIES, school_id))
    members = list(stage.members.filter(left_at=None))
    require(
        deny_joining(
            stage_status=stage.status,
            may_score=user.pk in _may_score(school_id),
            is_on_panel=user.pk in {member.user_id for member in members},
            role=role,
            has_chair=PanelRole.CHAIR in {member.role for member in members},
        )
    )
    _check_training(safer_recruitment_date, today=day_of(now))
    return _join(stage, user, role, safer_recruitment_date, by=by, now=now)


@transaction.atomic
def update_panel_member(
    *, member: PanelMember, role: str, safer_recruitment_date: date | None, by: Actor, now: datetime
) -> PanelMember:
    """Correct somebody's role on the panel or their training date. The scores they gave are not touched."""
    member = (
        PanelMember.objects.select_for_update(of=("self",)).select_related("stage__vacancy").get(pk=member.pk)
    )
    require(deny_role(by, Permission.EDIT_VACANCIES, member.stage.vacancy.school_id))
    require(deny_leaving(stage_status=member.stage.status, has_left=member.left_at is not None))
    others = member.stage.members.filter(left_at=None).exclude(pk=member.pk)
    if role == PanelRole.CHAIR and others.filter(role=PanelRole.CHAIR).exists():
        raise DomainError("chair_taken", "The panel already has a chair. Choose another role.", "role")
    _check_training(safer_recruitment_date, today=day_of(now))
    member.role = role
    member.safer_recruitment_date = safer_recruitment_date
    save_with_reason(member, by=by, reason="Role or training corrected")
    return member


@transaction.atomic
def take_training_dates(*, stage: Stage, by: Actor, now: datetime) -> list[PanelMember]:
    """Copy the dates of safer-recruitment training from the training records on to the panel.

    Only where none is written down: a date that somebody typed stays, and the page shows both.
    """
    stage = _lock(stage)
    require(deny_role(by, Permission.EDIT_VACANCIES, stage.vacancy.school_id))
    require(deny_leaving(stage_status=stage.status, has_left=False))
    return copy_training_dates(stage=stage, by=by, now=now)


def copy_training_dates(*, stage: Stage, by: Actor, now: datetime) -> list[PanelMember]:
    """Part of confirming a panel, whose stage is locked. Who has a date already is left as they are."""
    without = list(stage.members.filter(left_at=None, safer_recruitment_date=None).order_by("pk"))
    found = find_training_dates(
        {member.user_id for member in without}, school_id=stage.vacancy.school_id, today=day_of(now)
    )
    taken = [member for member in without if member.user_id in found]
    for member in taken:
        member.safer_recruitment_date = found[member.user_id]
        save_with_reason(
            member,
            by=by,
            reason="Taken from the training record",
            update_fields=["safer_recruitment_date"],
            now=now,
        )
    return taken


@transaction.atomic
def remove_panel_member(*, member: PanelMember, reason: str, by: Actor, now: datetime) -> PanelMember:
    """Record that somebody has left the panel, and why. Their sheets stay as they are."""
    member = (
        PanelMember.objects.select_for_update(of=("self",)).select_related("stage__vacancy").get(pk=member.pk)
    )
    require(deny_role(by, Permission.EDIT_VACANCIES, member.stage.vacancy.school_id))
    require(deny_leaving(stage_status=member.stage.status, has_left=member.left_at is not None))
    if not reason.strip():
        raise DomainError("reason_missing", "Say why they leave the panel; it goes on the record.", "reason")
    member.left_at = now
    member.leaving_reason = reason.strip()
    save_with_reason(member, by=by, reason=reason)
    record_event(
        EventKind.PANEL_MEMBER_REMOVED,
        vacancy_id=member.stage.vacancy_id,
        stage=member.stage,
        by=by,
        now=now,
        reason=f"{member.user.name}: {member.leaving_reason}",
    )
    return member


@transaction.atomic
def copy_panel(*, source: Stage, target: Stage, by: Actor, now: datetime) -> list[PanelMember]:
    """Ask everybody on one panel to sit on another stage of the same vacancy, in the same role.

    Who is already there is left as they are, who may no longer score at the school is left out, and a second
    chair joins as a member.
    """
    target = _lock(target)
    require(deny_role(by, Permission.EDIT_VACANCIES, target.vacancy.school_id))
    if source.vacancy_id != target.vacancy_id:
        raise DomainError("another_vacancy", "Only panels of the same vacancy can be copied.")
    there = {member.user_id: member.role for member in target.members.filter(left_at=None)}
    may_score = _may_score(target.vacancy.school_id)
    copied = []
    for member in source.members.filter(left_at=None).select_related("user").order_by("added_at", "pk"):
        if member.user_id in there or member.user_id not in may_score:
            continue
        has_chair = PanelRole.CHAIR in there.values()
        role = PanelRole.MEMBER if has_chair and member.role == PanelRole.CHAIR else PanelRole(member.role)
        require(
            deny_joining(
                stage_status=target.status, may_score=True, is_on_panel=False, role=role, has_chair=has_chair
            )
        )
        copied.append(_join(target, member.user, role, member.safer_recruitment_date, by=by, now=now))
        there[member.user_id] = role
    return copied


def _join(
    stage: Stage, user: User, role: str, safer_recruitment_date: date | None, *, by: Actor, now: datetime
) -> PanelMember:
    member = PanelMember(
        stage=stage,
        user=user,
        role=role,
        safer_recruitment_date=safer_recruitment_date,
        added_at=now,
        added_by_id=by.acting_id,
    )
    save_with_reason(member, by=by, reason="Joined the panel")
    record_event(
        EventKind.PANEL_MEMBER_ADDED,
        vacancy_id=stage.vacancy_id,
        stage=stage,
        by=by,
        now=now,
        reason=f"{user.name}, {member.get_role_display().lower()}",
    )
    return member


def _may_score(school_id: int) -> set[int]:
    return {person.pk for person in list_people_holding(Permission.SCORE_APPLICATIONS, school_id=school_id)}


def _check_training(day: date | None, *, today: date) -> None:
    if day and day > today:
        raise DomainError(
            "training_in_future",
            "The training cannot be in the future. Leave it empty until it has been done.",
            "safer_recruitment_date",
        )


def _lock(stage: Stage) -> Stage:
    return Stage.objects.select_for_update(of=("self",)).select_related("vacancy").get(pk=stage.pk)
