"""A year of an ELSA as six rings, one a half term, and where they stand by them.

The rings are the school's half terms (``core.domain.terms``): its own, or months where it has written none
down.

The rule itself (``cpd.domain.elsa``) is asked with what the ledger holds. Sessions that took place after the
day asked about were still to come on it. A half term that is not over and in which nothing is held or planned
may still bring a session, as long as the provider offers more than were held and planned: it counts as one
that remains.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import ceil

from core.domain.terms import MONTHS, Period, SchoolTerms
from cpd.domain.elsa import Employment, Ledger, Standing, Status, judge_elsa
from cpd.domain.elsa_sessions import Problem, ProviderRules, SchoolYear, Session, find_faults, hours_in_words


class RingState(StrEnum):
    COUNTS = "counts"
    DOES_NOT_COUNT = "does_not_count"
    TO_CONFIRM = "to_confirm"
    PLANNED = "planned"
    OPEN = "open"
    NOT_OFFERED = "not_offered"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One psychologist's session of the ledger: planned, or held and attended or not."""

    key: int
    session: Session
    is_planned: bool
    supervisor_name: str = ""

    @property
    def day(self) -> date:
        return self.session.held_on

    @property
    def in_words(self) -> str:
        """How long it lasted and in what group, as far as that is known."""
        hours, group = self.session.hours, self.session.group_size
        known = [hours_in_words(hours)] if hours is not None else []
        return ", ".join([*known, *([f"group of {group}"] if group is not None else [])])


@dataclass(frozen=True, slots=True)
class JudgedEntry:
    """An entry in its ring. ``is_ahead`` was still to come on the day asked about."""

    entry: Entry
    problems: tuple[Problem, ...]
    is_ahead: bool
    is_to_confirm: bool

    @property
    def counts(self) -> bool:
        return not self.problems and not self.is_ahead and not self.is_to_confirm


@dataclass(frozen=True, slots=True)
class Ring:
    period: Period
    state: RingState
    entries: tuple[JudgedEntry, ...]


@dataclass(frozen=True, slots=True)
class TrainingDay:
    number: int
    day: date
    attended: bool


@dataclass(frozen=True, slots=True)
class Record:
    """All that is on the ledger of one ELSA. ``is_employed`` is None where the role is not described."""

    is_employed: bool | None
    training: tuple[TrainingDay, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider's rules, the sessions it offers a year, and whether newcomers owe a part of them."""

    rules: ProviderRules
    sessions_offered: int = 6
    is_pro_rata: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """Where somebody stands. ``planned`` of those left have a day; ``unplanned`` are open half terms."""

    as_at: date
    school_year: SchoolYear
    standing: Standing
    rings: tuple[Ring, ...]
    days_attended: int
    planned: int
    unplanned: int

    @property
    def is_warned(self) -> bool:
        """Whether two missed sessions more would end it: said while there is still time to plan."""
        open_statuses = {Status.ON_TRACK, Status.LAST_CHANCE}
        return self.standing.status in open_statuses and self.standing.may_miss <= 1

    @property
    def to_confirm(self) -> JudgedEntry | None:
        """The first planned session whose day has come and of which nobody said whether it took place."""
        return next((one for ring in self.rings for one in ring.entries if one.is_to_confirm), None)

    @property
    def next_session(self) -> JudgedEntry | None:
        """The next one that is planned."""
        return next((one for ring in self.rings for one in ring.entries if one.is_ahead), None)

    @property
    def next_open(self) -> Ring | None:
        """The first half term that could bring a session and has none."""
        return next((ring for ring in self.rings if ring.state == RingState.OPEN), None)


def judge_year(record: Record, *, as_at: date, provider: Provider, terms: SchoolTerms = MONTHS) -> Year:
    """The school year of a day, as it stood on that day."""
    year = SchoolYear.of(as_at)
    periods = terms.half_terms_of(year.first.year)
    rings = _close_rings(
        _make_rings(record.entries, periods, as_at=as_at, year=year, rules=provider.rules),
        provider.sessions_offered,
    )
    judged = [one for ring in rings for one in ring.entries]
    ahead = [one.entry.day for one in judged if one.is_ahead]
    open_days = [ring.period.last for ring in rings if ring.state == RingState.OPEN]
    days_attended = count_days(record.training, as_at)
    ledger = Ledger(
        employment=_EMPLOYMENT[record.is_employed],
        training_days=days_attended,
        sessions=tuple(one.entry.session for one in judged if not one.is_ahead and not one.is_to_confirm),
        planned=(*ahead, *open_days),
    )
    rules = _rules_of_year(record, provider, year, as_at, periods)
    return Year(
        as_at=as_at,
        school_year=year,
        standing=judge_elsa(ledger, as_at=as_at, year=year, rules=rules),
        rings=rings,
        days_attended=days_attended,
        planned=len(ahead),
        unplanned=len(open_days),
    )


_EMPLOYMENT = {True: Employment.EMPLOYED, False: Employment.SELF_EMPLOYED, None: None}


def count_days(training: Sequence[TrainingDay], as_at: date) -> int:
    """The training days attended by a day, that day included."""
    return sum(one.attended and one.day <= as_at for one in training)


def _rules_of_year(
    record: Record, provider: Provider, year: SchoolYear, as_at: date, periods: Sequence[Period]
) -> ProviderRules:
    """The rules; of somebody trained within the year a part of the sessions, where the provider says so.

    The part is that of the half terms from the one of the last training day on, rounded up to whole sessions.
    """
    rules = provider.rules
    trained = _trained_on(record.training, rules.training_days, as_at)
    if not provider.is_pro_rata or trained is None or not year.holds(trained):
        return rules
    left = sum(period.last >= trained for period in periods)
    return ProviderRules(
        training_days=rules.training_days,
        sessions_required=ceil(rules.sessions_required * left / 6),
        session_min_hours=rules.session_min_hours,
        group_max=rules.group_max,
        accepts_trainee_year_3=rules.accepts_trainee_year_3,
    )


def _trained_on(training: Sequence[TrainingDay], wanted: int, as_at: date) -> date | None:
    """The day on which the last of the training days wanted was attended."""
    attended = sorted(one.day for one in training if one.attended and one.day <= as_at)
    return attended[wanted - 1] if 0 < wanted <= len(attended) else None


def _make_rings(
    entries: Sequence[Entry],
    periods: Sequence[Period],
    *,
    as_at: date,
    year: SchoolYear,
    rules: ProviderRules,
) -> tuple[Ring, ...]:
    judged = [
        _judge_entry(entry, as_at, year, rules)
        for entry in sorted(entries, key=lambda one: (one.day, one.key))
    ]
    return tuple(
        _make_ring(period, tuple(one for one in judged if period.holds(one.entry.day)), as_at)
        for period in periods
    )


def _close_rings(rings: Sequence[Ring], sessions_offered: int) -> tuple[Ring, ...]:
    """The rings, those that are open only as far as the provider has sessions left to offer."""
    places = sessions_offered - sum(len(ring.entries) for ring in rings)
    closed = []
    for ring in rings:
        is_open = ring.state == RingState.OPEN
        closed.append(replace(ring, state=RingState.NOT_OFFERED) if is_open and places <= 0 else ring)
        places -= is_open
    return tuple(closed)


def _judge_entry(entry: Entry, as_at: date, year: SchoolYear, rules: ProviderRules) -> JudgedEntry:
    is_ahead = entry.day > as_at
    is_settled = not is_ahead and not entry.is_planned
    faults = find_faults(entry.session, as_at=as_at, year=year, rules=rules) if is_settled else ()
    return JudgedEntry(entry, faults, is_ahead=is_ahead, is_to_confirm=not is_ahead and entry.is_planned)


def _make_ring(period: Period, entries: tuple[JudgedEntry, ...], as_at: date) -> Ring:
    return Ring(period, _state(period, entries, as_at), entries)


def _state(period: Period, entries: tuple[JudgedEntry, ...], as_at: date) -> RingState:
    if any(one.counts for one in entries):
        return RingState.COUNTS
    if any(one.is_ahead for one in entries):
        return RingState.PLANNED
    if any(one.is_to_confirm for one in entries):
        return RingState.TO_CONFIRM
    if entries:
        return RingState.DOES_NOT_COUNT
    return RingState.OPEN if period.last > as_at else RingState.MISSED
