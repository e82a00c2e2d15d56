"""The ELSA ledger of the demonstration: somebody in training, and a year met, on its last chance, lapsed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from core.domain.dates import is_working_day
from core.domain.school_time import day_of
from core.domain.terms import MONTHS, Period, school_year_of
from core.models import Engagement
from core.services.history import create_with_reason
from cpd.domain.elsa import Status
from cpd.domain.elsa_presets import PRESETS, Preset
from cpd.domain.elsa_rings import Entry, Provider, Record, TrainingDay, judge_year
from cpd.domain.elsa_sessions import ProviderRules, Session, Supervisor
from cpd.enums import ElsaTopic, JoinerRule, SupervisionKind, SupervisorKind
from cpd.models import (
    DevelopmentStep,
    ElsaCaseload,
    ElsaProvider,
    ElsaRegistration,
    ElsaTrainingDay,
    SupervisionSession,
)
from cpd.services.elsa_registration import ProviderEntry, RegistrationEntry, add_provider, register_elsa
from cpd.services.needs import complete_step
from overview.demonstration.people import Cast

PSYCHOLOGIST = "Dr Miriam Achebe"
TRAINING_DAYS = 6
# How many sessions that count, and how many that do not, may lead to a status; the best story first.
HISTORIES: Mapping[Status, Sequence[tuple[int, int]]] = {
    Status.MET: [(4, 0)],
    Status.LAST_CHANCE: [(good, bad) for good in (2, 1, 3, 0) for bad in range(6)],
    Status.LAPSED: [(good, bad) for good in (1, 0, 2, 3) for bad in range(2, 6)],
    Status.ON_TRACK: [(good, 0) for good in (1, 2, 3, 0)],
}


@dataclass(frozen=True, slots=True)
class Held:
    """A session of the demonstration on a day that has passed."""

    day: date
    attended: bool = True
    hours: str = "2.5"
    group_size: int = 7

    @property
    def session(self) -> Session:
        leader = Supervisor.EDUCATIONAL_PSYCHOLOGIST
        return Session(self.day, self.attended, Fraction(self.hours), self.group_size, leader)


@dataclass(frozen=True, slots=True)
class Elsa:
    """One ELSA: who, what they attended, what is planned, and the time they are given."""

    given_name: str
    weekly_minutes: int
    trained_until: date
    held: Sequence[Held]
    planned: Sequence[date]
    registration_number: str = ""
    valid_until: date | None = None


def make_elsas(cast: Cast, appointed: Engagement, now: datetime) -> None:
    """One provider, and an ELSA for every status."""
    today = day_of(now)
    provider = make_provider(cast, now)
    for elsa in list_elsas(today):
        engagement = Engagement.objects.filter(
            school=cast.school, person__given_name=elsa.given_name, end_date=None
        ).order_by("pk")[0]
        make_elsa(cast, provider, engagement, elsa, now)
    make_trainee(cast, provider, appointed, now)


def make_provider(cast: Cast, now: datetime) -> ElsaProvider:
    rules = PRESETS[Preset.NETWORK]
    entry = ProviderEntry(
        name="Harbour Educational Psychology Service",
        preset=Preset.NETWORK,
        training_days=rules.training_days,
        sessions_required=rules.sessions_required,
        sessions_offered=rules.sessions_offered,
        session_min_hours=rules.session_min_hours,
        group_max=rules.group_max,
        accepts_trainee_year_3=rules.accepts_trainee_year_3,
        joiner_rule=JoinerRule.FULL,
        certificate_after_sessions=rules.certificate_after_sessions,
        recommended_weekly_minutes=rules.recommended_weekly_minutes,
        checked_on=day_of(now) - timedelta(days=70),
    )
    entered = now - timedelta(days=70)
    return add_provider(school_id=cast.school.pk, entry=entry, by=cast.actor("Nia"), now=entered)


def list_elsas(today: date) -> list[Elsa]:
    """Those who finished their training long ago; what is behind them fills the year so far."""
    year = school_year_of(today)
    trained, ends = date(year - 2, 6, 18), date(year + 1, 8, 31)
    soon = today + timedelta(days=25)
    ahead = days_ahead(MONTHS.half_terms_of(year), today)
    met, last, lapsed, on_track = (
        history_of(status, ahead, today)
        for status in (Status.MET, Status.LAST_CHANCE, Status.LAPSED, Status.ON_TRACK)
    )
    return [
        Elsa("Philippa", 360, trained, met, ahead[:1], "HEP-0417", ends),
        Elsa("Josie", 300, trained, last, ahead[:2], "HEP-0688", soon),
        Elsa("Carol", 120, trained, lapsed, (), "HEP-0102", ends),
        Elsa("Ruth", 240, trained, on_track, ahead[:2], "HEP-0733", ends),
    ]


def history_of(status: Status, ahead: Sequence[date], today: date) -> list[Held]:
    """Sessions held so far this year that lead to a status, whatever the day; none where none can yet."""
    plans: Mapping[Status, Sequence[date]] = {Status.MET: ahead[:1], Status.LAPSED: ()}
    planned = plans.get(status, ahead[:2])
    for good, bad in HISTORIES[status]:
        held = hold(spread(date(school_year_of(today), 9, 1), today, good + bad), bad)
        if len(held) == good + bad and stands_at(held, planned, today) == status:
            return held
    return []


def hold(days: Sequence[date], bad: int) -> list[Held]:
    """A session on each day; so many of them do not count, each for a reason of its own."""
    faults: Sequence[Mapping[str, Any]] = ({"attended": False}, {"hours": "1.5"}, {"group_size": 11})
    return [
        replace(Held(day), **faults[place % len(faults)]) if place < bad else Held(day)
        for place, day in enumerate(days)
    ]


def stands_at(held: Sequence[Held], planned: Sequence[date], today: date) -> Status:
    """Where somebody who is trained stands with these sessions."""
    training = tuple(TrainingDay(number, date(2020, 1, number), attended=True) for number in range(1, 7))
    entries = [Entry(place, one.session, is_planned=False) for place, one in enumerate(held)] + [
        Entry(100 + place, Session(day), is_planned=True) for place, day in enumerate(planned)
    ]
    record = Record(is_employed=True, training=training, entries=tuple(entries))
    return judge_year(record, as_at=today, provider=Provider(ProviderRules())).standing.status


def spread(first: date, last: date, number: int) -> list[date]:
    """So many working days from the first to the day before the last, as far as there are so many."""
    days = [first + timedelta(days=ahead) for ahead in range((last - first).days)]
    working = [day for day in days if is_working_day(day)]
    if len(working) <= number:
        return working
    return [working[(len(working) - 1) * place // max(number - 1, 1)] for place in range(number)]


def days_ahead(half_terms: Sequence[Period], today: date) -> list[date]:
    """A Tuesday in the third week of every half term still to come; in the last one, a day of that."""
    days = [tuesday_after(one.first + timedelta(days=13)) for one in half_terms if one.first > today]
    last = half_terms[-1].last
    return days or ([min(tuesday_after(today + timedelta(days=7)), last)] if today < last else [])


def tuesday_after(day: date) -> date:
    return day + timedelta(days=(1 - day.weekday()) % 7)


def make_elsa(
    cast: Cast, provider: ElsaProvider, engagement: Engagement, elsa: Elsa, now: datetime
) -> ElsaRegistration:
    """Registered, trained, supervised."""
    nia = cast.actor("Nia")
    year = school_year_of(day_of(now))
    entry = RegistrationEntry(
        provider_id=provider.pk,
        registration_number=elsa.registration_number,
        registered_date=date(year, 9, 1) if elsa.registration_number else None,
        valid_until=elsa.valid_until,
        nominated_by="Helen Marsh",
        line_manager="Samira Haddad",
        weekly_minutes=elsa.weekly_minutes,
        is_small_school=False,
    )
    entered = now - timedelta(days=60)
    registration = register_elsa(engagement_id=engagement.pk, entry=entry, by=nia, now=entered)
    days = [elsa.trained_until - timedelta(days=14 * back) for back in range(TRAINING_DAYS)][::-1]
    train(cast, registration, days, attended=TRAINING_DAYS, now=now)
    supervise(cast, registration, elsa.held, elsa.planned, now)
    count_children(cast, registration, now)
    return registration


def make_trainee(cast: Cast, provider: ElsaProvider, appointed: Engagement, now: datetime) -> None:
    """The one appointed follows the plan made for her: day four of six, two sessions."""
    *steps, first_supervision = DevelopmentStep.objects.filter(need__engagement=appointed).order_by(
        "position"
    )
    entry = RegistrationEntry(
        provider_id=provider.pk,
        registration_number="",
        registered_date=None,
        valid_until=None,
        nominated_by="Helen Marsh",
        line_manager="Samira Haddad",
        weekly_minutes=None,
        is_small_school=False,
    )
    registration = register_elsa(
        engagement_id=appointed.pk,
        entry=entry,
        is_declared_employed=True,
        by=cast.actor("Nia"),
        now=now - timedelta(days=10),
    )
    days = [step.done_date or step.due_date for step in steps]
    train(cast, registration, days, attended=4, now=now)
    sessions = spread(date(school_year_of(day_of(now)), 9, 1), day_of(now), 2)
    supervise(cast, registration, [Held(day) for day in sessions], (), now)
    complete_step(step_id=first_supervision.pk, done_date=sessions[0], by=cast.actor("Samira"), now=now)


def train(
    cast: Cast, registration: ElsaRegistration, days: Sequence[date], *, attended: int, now: datetime
) -> None:
    topics = [topic for topic in ElsaTopic if topic != ElsaTopic.OTHER]
    rows = [
        ElsaTrainingDay(
            registration=registration,
            number=number,
            training_date=day,
            topic=topics[number - 1],
            attended=number <= attended,
        )
        for number, day in enumerate(days, start=1)
    ]
    create_with_reason(ElsaTrainingDay, rows, by=cast.actor("Nia"), reason="training day recorded", now=now)


def supervise(
    cast: Cast, registration: ElsaRegistration, held: Sequence[Held], planned: Sequence[date], now: datetime
) -> None:
    """Psychologist's sessions, and one of management supervision, which is kept apart."""
    nia = cast.actor("Nia")
    rows = [
        *(row_of(registration, one) for one in held),
        *(
            SupervisionSession(registration=registration, session_date=day, is_planned=True)
            for day in planned
        ),
    ]
    for row in rows:
        row.supervisor_kind, row.supervisor_name = SupervisorKind.EDUCATIONAL_PSYCHOLOGIST, PSYCHOLOGIST
    if held:
        rows.append(management_on(registration, held[-1].day))
    for row in rows:
        row.recorded_at, row.recorded_by_id = now, nia.acting_id
    create_with_reason(SupervisionSession, rows, by=nia, reason="session recorded", now=now)


def row_of(registration: ElsaRegistration, one: Held) -> SupervisionSession:
    return SupervisionSession(
        registration=registration,
        session_date=one.day,
        attended=one.attended,
        session_hours=Decimal(one.hours),
        group_size=one.group_size,
    )


def management_on(registration: ElsaRegistration, day: date) -> SupervisionSession:
    return SupervisionSession(
        registration=registration,
        kind=SupervisionKind.MANAGEMENT,
        session_date=day,
        attended=True,
        session_hours=Decimal(1),
        supervisor_name="Samira Haddad",
    )


def count_children(cast: Cast, registration: ElsaRegistration, now: datetime) -> None:
    """The half terms that are over."""
    today = day_of(now)
    rows = [
        ElsaCaseload(
            registration=registration,
            half_term_first=period.first,
            children_one_to_one=5,
            children_in_groups=4,
            sessions_held=38,
        )
        for period in MONTHS.half_terms_of(school_year_of(today))
        if period.last < today
    ]
    create_with_reason(ElsaCaseload, rows, by=cast.actor("Nia"), reason="caseload recorded", now=now)
