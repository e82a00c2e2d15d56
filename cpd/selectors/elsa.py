"""The ELSA ledger of a school, and where each ELSA stands on a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import FETCH_RAISE, Prefetch, Q, QuerySet

from core.domain.permissions import Actor, Permission
from core.models import Engagement
from cpd.domain.elsa import Status
from cpd.domain.elsa_entries import is_employed
from cpd.domain.elsa_rings import Entry, Provider, Record, TrainingDay, Year, judge_year
from cpd.domain.elsa_sentences import (
    STATUS_TONES,
    STATUS_WORDS,
    write_next,
    write_remaining,
    write_time,
    write_warning,
)
from cpd.domain.elsa_sessions import ProviderRules, Session, Supervisor
from cpd.enums import JoinerRule, SupervisionKind
from cpd.models import ElsaProvider, ElsaRegistration, ElsaTrainingDay, SupervisionSession
from cpd.selectors.reach import managed_by, within_reach
from cpd.selectors.rows_beside import Beside

DAYS = Beside(ElsaTrainingDay, "registration_id", ("number", "training_date", "attended"))
SESSIONS = Beside(
    SupervisionSession,
    "registration_id",
    (
        "kind",
        "session_date",
        "is_planned",
        "attended",
        "session_hours",
        "group_size",
        "supervisor_kind",
        "supervisor_name",
    ),
)


def visible_registrations(actor: Actor, *, today: date) -> QuerySet[ElsaRegistration]:
    """The ELSAs whose development the actor may look at."""
    return ElsaRegistration.objects.filter(engagement__in=within_reach(actor, today=today).values("pk"))


def in_charge_of(actor: Actor, *, today: date) -> QuerySet[Engagement]:
    """Whom the actor registers and attests for: a school's or a team's people, never themselves."""
    schools = actor.schools_with(Permission.RECORD_DEVELOPMENT)
    found = Engagement.objects.filter(
        Q(school_id__in=schools) | Q(pk__in=managed_by(actor, today=today).values("pk"))
    )
    return found if actor.user_id is None else found.exclude(person__user_id=actor.user_id)


@dataclass(frozen=True, slots=True)
class ElsaLine:
    """One ELSA on a day: what is recorded, and where they stand by it."""

    registration: ElsaRegistration
    record: Record
    year: Year

    @property
    def engagement(self) -> Engagement:
        return self.registration.engagement

    @property
    def provider(self) -> ElsaProvider:
        return self.registration.provider

    @property
    def status(self) -> Status:
        return self.year.standing.status

    @property
    def is_by_months(self) -> bool:
        """Whether its rings are months, because the school has written no half terms down for the year."""
        return not self.engagement.school.terms.says(self.year.school_year.first.year)

    @property
    def word(self) -> str:
        return STATUS_WORDS[self.status]

    @property
    def tone(self) -> str:
        return STATUS_TONES[self.status]

    @property
    def warning(self) -> str:
        return write_warning(self.year)

    @property
    def remaining(self) -> str:
        return write_remaining(self.year)

    @property
    def next_step(self) -> str:
        return write_next(self.year, self.record, self.provider.training_days)

    @property
    def time(self) -> str:
        return write_time(
            self.registration.weekly_minutes,
            self.provider.recommended_weekly_minutes,
            is_small_school=self.registration.is_small_school,
        )


def with_ledger(registrations: QuerySet[ElsaRegistration]) -> QuerySet[ElsaRegistration]:
    """Registrations with all that their standing is worked out from; three queries."""
    days = ElsaTrainingDay.objects.order_by("number", "pk").fetch_mode(FETCH_RAISE)
    sessions = SupervisionSession.objects.standing().order_by("session_date", "pk").fetch_mode(FETCH_RAISE)
    return registrations.select_related(
        "engagement__person", "engagement__school", "engagement__role", "provider"
    ).prefetch_related(Prefetch("days", days), Prefetch("sessions", sessions))


def on_the_ledger(registrations: QuerySet[ElsaRegistration], day: date) -> QuerySet[ElsaRegistration]:
    """Those who are ELSAs of the school on a day, or are still to come."""
    return registrations.filter(
        Q(ended_date=None) | Q(ended_date__gte=day),
        Q(engagement__end_date=None) | Q(engagement__end_date__gte=day),
    )


def list_ledger(actor: Actor, *, as_at: date, today: date, school_id: int | None = None) -> list[ElsaLine]:
    """Everybody on the ledger on a day, by name; three queries."""
    found = on_the_ledger(visible_registrations(actor, today=today), as_at)
    if school_id is not None:
        found = found.filter(engagement__school_id=school_id)
    by_name = (
        with_ledger(found)
        .order_by("engagement__person__family_name", "engagement__person__given_name", "pk")
        .fetch_mode(FETCH_RAISE)
    )
    return judge_registrations(by_name, as_at=as_at)


def judge_registrations(registrations: Iterable[ElsaRegistration], *, as_at: date) -> list[ElsaLine]:
    """Where each stands; the rows come from ``with_ledger``."""
    return [judge_registration(one, as_at=as_at) for one in registrations]


def judge_registration(registration: ElsaRegistration, *, as_at: date) -> ElsaLine:
    """Where one stands on a day."""
    record = _record_of(registration, registration.days.all(), registration.sessions.all())
    return _judge_record(registration, record, as_at)


def with_elsa(people: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Engagements with the registration of those who are ELSAs, and what their standing rests on."""
    return people.select_related("elsa__provider").annotate(
        days_beside=DAYS.of(ElsaTrainingDay.objects.all(), "elsa__pk"),
        sessions_beside=SESSIONS.of(SupervisionSession.objects.standing(), "elsa__pk"),
    )


def list_standings(people: Iterable[Engagement], *, as_at: date) -> Iterator[ElsaLine]:
    """Where each ELSA among people read ``with_elsa`` stands. The lines hold no more than the standing."""
    for one in people:
        registration = getattr(one, "elsa", None)
        if registration is None or (registration.ended_date and registration.ended_date < as_at):
            continue
        days = DAYS.read(one.days_beside)  # type: ignore[attr-defined]
        sessions = SESSIONS.read(one.sessions_beside)  # type: ignore[attr-defined]
        record = _record_of(
            registration,
            sorted(days, key=lambda day: day.number),
            sorted(sessions, key=lambda session: session.session_date),
        )
        yield _judge_record(registration, record, as_at)


def _judge_record(registration: ElsaRegistration, record: Record, as_at: date) -> ElsaLine:
    terms = registration.engagement.school.terms
    provider = provider_of(registration.provider)
    year = judge_year(record, as_at=as_at, provider=provider, terms=terms)
    return ElsaLine(registration, record, year)


def provider_of(row: ElsaProvider) -> Provider:
    """A provider's rules as the rule on standing takes them."""
    rules = ProviderRules(
        training_days=row.training_days,
        sessions_required=row.sessions_required,
        session_min_hours=Fraction(row.session_min_hours),
        group_max=row.group_max,
        accepts_trainee_year_3=row.accepts_trainee_year_3,
    )
    return Provider(
        rules,
        sessions_offered=row.sessions_offered,
        is_pro_rata=row.joiner_rule == JoinerRule.PRO_RATA,
    )


def category_of(engagement: Engagement) -> str | None:
    """What somebody is to the school; None where nobody has described the role."""
    role = getattr(engagement, "role", None)
    return role.category if role else None


def _record_of(
    registration: ElsaRegistration, days: Iterable[ElsaTrainingDay], sessions: Iterable[SupervisionSession]
) -> Record:
    return Record(
        is_employed=is_employed(category_of(registration.engagement)),
        training=tuple(TrainingDay(day.number, day.training_date, day.attended) for day in days),
        entries=tuple(_entry_of(row) for row in sessions if row.kind == SupervisionKind.PSYCHOLOGIST),
    )


def _entry_of(row: SupervisionSession) -> Entry:
    session = Session(
        held_on=row.session_date,
        attended=row.attended,
        hours=Fraction(row.session_hours) if row.session_hours is not None else None,
        group_size=row.group_size,
        supervisor=Supervisor(row.supervisor_kind) if row.supervisor_kind else None,
    )
    return Entry(row.pk, session, is_planned=row.is_planned, supervisor_name=row.supervisor_name)
