"""The page of one ELSA, and what stands behind the certificate of attendance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from core.domain.permissions import Actor
from core.domain.terms import MONTHS, Period
from core.models import Engagement
from cpd.enums import SupervisionKind
from cpd.models import ElsaAttestation, ElsaCaseload, ElsaTrainingDay, SupervisionSession
from cpd.selectors.elsa import ElsaLine, judge_registration, visible_registrations, with_ledger
from cpd.selectors.reach import within_reach


@dataclass(frozen=True, slots=True)
class NumberedDay:
    """A day of the training, with what is recorded of it, if anything is."""

    number: int
    row: ElsaTrainingDay | None


@dataclass(frozen=True, slots=True)
class HalfTermCaseload:
    period: Period
    row: ElsaCaseload | None


@dataclass(frozen=True, slots=True)
class ElsaPage:
    """One ELSA on a day with all that was written down."""

    line: ElsaLine
    training: Sequence[NumberedDay]
    management: Sequence[SupervisionSession]
    withdrawn: Sequence[SupervisionSession]
    caseload: Sequence[HalfTermCaseload]
    attestations: Sequence[ElsaAttestation]


def visible_people(actor: Actor, *, today: date) -> QuerySet[Engagement]:
    """Whose ELSA page the actor may open, whether they are an ELSA or not."""
    return within_reach(actor, today=today).select_related("person", "school", "role", "elsa__provider")


def visible_sessions(actor: Actor, *, today: date) -> QuerySet[SupervisionSession]:
    """Sessions of the ELSAs within the actor's reach that nobody has withdrawn, newest first."""
    return (
        SupervisionSession.objects.standing()
        .filter(registration__in=visible_registrations(actor, today=today).values("pk"))
        .select_related("registration__engagement__person", "registration__engagement__school")
        .order_by("-session_date", "-pk")
    )


def visible_attestations(actor: Actor, *, today: date) -> QuerySet[ElsaAttestation]:
    """Certificates of attendance of the ELSAs within the actor's reach."""
    return ElsaAttestation.objects.filter(
        registration__in=visible_registrations(actor, today=today).values("pk")
    ).select_related("registration__engagement__person", "attested_by")


def get_elsa_page(actor: Actor, engagement: Engagement, *, as_at: date, today: date) -> ElsaPage | None:
    """The page of an engagement the caller has found within reach; None where nobody registered it."""
    visible = visible_registrations(actor, today=today).filter(engagement=engagement)
    registration = with_ledger(visible).first()
    if registration is None:
        return None
    line = judge_registration(registration, as_at=as_at)
    withdrawn = registration.sessions.model.objects.filter(registration=registration)
    return ElsaPage(
        line=line,
        training=_training(line),
        management=[
            row
            for row in registration.sessions.all()
            if row.kind == SupervisionKind.MANAGEMENT and line.year.school_year.holds(row.session_date)
        ],
        withdrawn=list(
            withdrawn.exclude(withdrawn_at=None).select_related("withdrawn_by").order_by("session_date", "pk")
        ),
        caseload=_caseload(line),
        attestations=list(
            registration.attestations.select_related("attested_by").order_by("-attested_at", "-pk")
        ),
    )


def _training(line: ElsaLine) -> list[NumberedDay]:
    """Every day of the training, and those recorded beyond it under rules that have changed since."""
    days = {day.number: day for day in line.registration.days.all()}
    last = max([line.provider.training_days, *days])
    return [NumberedDay(number, days.get(number)) for number in range(1, last + 1)]


def _caseload(line: ElsaLine) -> list[HalfTermCaseload]:
    """The half terms of the year that have begun, each with its numbers where there are any.

    They are kept by their months, so that they stay where they are when a school changes its dates.
    """
    periods = MONTHS.half_terms_of(line.year.school_year.first.year)
    rows = ElsaCaseload.objects.filter(
        registration=line.registration, half_term_first__in=[period.first for period in periods]
    ).order_by("pk")
    by_first = {row.half_term_first: row for row in rows}
    return [
        HalfTermCaseload(period, by_first.get(period.first))
        for period in periods
        if period.first <= line.year.as_at
    ]
