"""Training days, caseload in numbers, and the attestation behind a certificate of attendance."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from core.domain.errors import Denial, DomainError, require
from core.domain.permissions import Actor
from core.domain.school_time import day_of
from core.domain.terms import MONTHS, school_year_of
from core.services.history import save_with_reason
from cpd.domain.elsa_entries import check_training_day
from cpd.models import ElsaAttestation, ElsaCaseload, ElsaRegistration, ElsaTrainingDay
from cpd.selectors.elsa import in_charge_of, judge_registration, with_ledger
from cpd.selectors.elsa_attendance import describe_attendance
from cpd.services.elsa_registration import deny_charge
from cpd.services.supervision import lock_registration


@dataclass(frozen=True, slots=True)
class CaseloadEntry:
    """Numbers alone: how many children, in how many sessions. No child is ever named."""

    children_one_to_one: int
    children_in_groups: int
    sessions_held: int


@transaction.atomic
def record_training_day(
    *,
    registration_id: int,
    number: int,
    training_date: date,
    topic: str,
    attended: bool,
    by: Actor,
    now: datetime,
) -> ElsaTrainingDay:
    """Write down one day of the training, planned or attended, or correct it.

    Raises ``DomainError`` for a day the provider's training has not, or attended before it has come.
    """
    registration = lock_registration(registration_id, by=by, now=now)
    check_training_day(
        number=number,
        day=training_date,
        attended=attended,
        training_days=registration.provider.training_days,
        today=day_of(now),
    )
    day = ElsaTrainingDay.objects.filter(registration=registration, number=number).first()
    reason = "training day corrected" if day else "training day recorded"
    day = day or ElsaTrainingDay(registration=registration, number=number)
    day.training_date, day.topic, day.attended = training_date, topic, attended
    save_with_reason(day, by=by, reason=reason, now=now)
    return day


@transaction.atomic
def record_caseload(
    *, registration_id: int, half_term_first: date, entry: CaseloadEntry, by: Actor, now: datetime
) -> ElsaCaseload:
    """Write down, or correct, the numbers of a half term that has begun."""
    registration = lock_registration(registration_id, by=by, now=now)
    firsts = {one.first for one in MONTHS.half_terms_of(school_year_of(half_term_first))}
    if half_term_first not in firsts or half_term_first > day_of(now):
        raise DomainError("no_such_half_term", "Choose a half term that has begun.")
    row = ElsaCaseload.objects.filter(registration=registration, half_term_first=half_term_first).first()
    reason = "caseload corrected" if row else "caseload recorded"
    row = row or ElsaCaseload(registration=registration, half_term_first=half_term_first)
    row.children_one_to_one = entry.children_one_to_one
    row.children_in_groups = entry.children_in_groups
    row.sessions_held = entry.sessions_held
    save_with_reason(row, by=by, reason=reason, now=now)
    return row


@transaction.atomic
def attest_attendance(*, registration_id: int, by: Actor, now: datetime) -> ElsaAttestation:
    """Stand by what an ELSA has attended so far; what the certificate then says is kept as it is said.

    Raises ``NotAllowed`` for whoever is not in charge of the ELSA, and for the ELSA herself.
    """
    today = day_of(now)
    lock_registration(registration_id, by=by, now=now)
    registration = with_ledger(ElsaRegistration.objects.filter(pk=registration_id)).get()
    require(deny_own_attestation(registration.engagement.person.user_id, by=by))
    is_in_charge = in_charge_of(by, today=today).filter(pk=registration.engagement_id).exists()
    require(deny_charge(is_in_charge=is_in_charge))
    line = judge_registration(registration, as_at=today)
    return ElsaAttestation.objects.create(
        registration=registration,
        as_at=today,
        facts=describe_attendance(line, attested_by=by.name),
        attested_at=now,
        attested_by_id=by.acting_id,
    )


def deny_own_attestation(user_id: int | None, *, by: Actor) -> Denial | None:
    """Whether the actor speaks of somebody else: nobody attests their own attendance."""
    if user_id is None or user_id != by.user_id:
        return None
    return Denial("own_attendance", "Somebody else attests this: the line manager, the office or the head.")
