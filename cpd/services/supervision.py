"""Supervision sessions: planned, held, corrected, withdrawn. Withdrawn ones stay, with the reason."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from core.domain.errors import Denial, DomainError, require
from core.domain.permissions import Actor
from core.domain.school_time import day_of
from core.services.history import save_with_reason
from cpd.domain.elsa_entries import SessionEntry, check_session
from cpd.enums import SupervisionKind
from cpd.models import ElsaRegistration, SupervisionSession
from cpd.selectors.elsa import visible_registrations
from cpd.services.elsa_registration import need_reason


@transaction.atomic
def record_session(
    *, registration_id: int, entry: SessionEntry, by: Actor, now: datetime
) -> SupervisionSession:
    """Write down a session that was held, or plan one: the ELSA herself, her line manager, the office.

    Raises ``NotAllowed`` for anybody else and ``DomainError`` for what cannot be: a second one of a day.
    """
    registration = lock_registration(registration_id, by=by, now=now)
    session = SupervisionSession(
        registration=registration, recorded_at=now, recorded_by_id=by.acting_id, **asdict(entry)
    )
    _check(session, entry, now)
    reason = "session planned" if entry.is_planned else "session recorded"
    save_with_reason(session, by=by, reason=reason, now=now)
    return session


@transaction.atomic
def correct_session(
    *, session_id: int, entry: SessionEntry, reason: str = "", by: Actor, now: datetime
) -> SupervisionSession:
    """Say how a planned session went, or correct one that was held, for a reason."""
    session = _lock_session(session_id, by, now)
    why = "session held" if session.is_planned else need_reason(reason)
    for name, value in asdict(entry).items():
        setattr(session, name, value)
    _check(session, entry, now)
    save_with_reason(session, by=by, reason=reason.strip() or why, now=now)
    return session


@transaction.atomic
def withdraw_session(*, session_id: int, reason: str, by: Actor, now: datetime) -> SupervisionSession:
    """Take out a session that was written down by mistake or called off; it stays to be seen, and why."""
    session = _lock_session(session_id, by, now)
    session.withdrawn_at, session.withdrawn_by_id = now, by.acting_id
    session.withdrawal_reason = need_reason(reason)
    save_with_reason(
        session,
        by=by,
        reason=session.withdrawal_reason,
        update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"],
        now=now,
    )
    return session


def lock_registration(registration_id: int, *, by: Actor, now: datetime) -> ElsaRegistration:
    """The registration, locked, of an ELSA within the actor's reach. Raises ``NotAllowed`` otherwise."""
    registration = (
        ElsaRegistration.objects.select_for_update(of=("self",))
        .select_related("provider", "engagement__person")
        .get(pk=registration_id)
    )
    is_within_reach = visible_registrations(by, today=day_of(now)).filter(pk=registration_id).exists()
    require(deny_stranger(is_within_reach=is_within_reach))
    return registration


def deny_stranger(*, is_within_reach: bool) -> Denial | None:
    """Whether the actor may write into this ELSA's record."""
    if is_within_reach:
        return None
    return Denial("not_within_reach", "Only the ELSA, the line manager, the office and the head write here.")


def _lock_session(session_id: int, by: Actor, now: datetime) -> SupervisionSession:
    session = SupervisionSession.objects.select_for_update().get(pk=session_id)
    lock_registration(session.registration_id, by=by, now=now)
    if session.withdrawn_at is not None:
        raise DomainError("withdrawn", "This session has been withdrawn: write it down anew.")
    return session


def _check(session: SupervisionSession, entry: SessionEntry, now: datetime) -> None:
    check_session(entry, today=day_of(now), is_psychologists=entry.kind == SupervisionKind.PSYCHOLOGIST)
    same_day = SupervisionSession.objects.standing().filter(
        registration_id=session.registration_id, kind=entry.kind, session_date=entry.session_date
    )
    if same_day.exclude(pk=session.pk).exists():
        raise DomainError(
            "same_day", "A session of that day is written down already: correct that one.", "session_date"
        )
