"""Where an ELSA stands in a year of supervision, by the rules of their provider.

The rules are those of a network and its providers, not law, and providers differ: every number is data
(``ProviderRules``). A year runs from 1 September to 31 August.

What counts
    A session counts once it was attended and conforms (``cpd.domain.elsa_sessions``): it lies in the year and
    not after the day asked about, lasted long enough, in a group small enough, under somebody who may
    supervise. Each entry is judged by itself; nothing says that a half term may count only once.
What remains
    The dates planned after the day asked about and within the year. A date that has come is no longer ahead:
    either the session was held, and is recorded as one, or it was not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.domain.sources import LegalSource
from cpd.domain.elsa_sessions import Problem, ProviderRules, SchoolYear, Session, find_faults
from cpd.domain.sources import elsa as sources

NETWORK_RULES = ProviderRules()


class Employment(StrEnum):
    EMPLOYED = "employed"
    SELF_EMPLOYED = "self_employed"


class Status(StrEnum):
    NOT_ELIGIBLE = "not_eligible"
    TRAINEE = "trainee"
    MET = "met"
    ON_TRACK = "on_track"
    LAST_CHANCE = "last_chance"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an ELSA stands. ``needs`` names what is not known and could change the status."""

    status: Status
    reason: str
    counted: int
    remaining: int
    required: int
    problems: tuple[Problem, ...]
    needs: tuple[str, ...]
    sources: tuple[LegalSource, ...]

    @property
    def needed(self) -> int:
        """How many sessions are still wanted."""
        return max(self.required - self.counted, 0)

    @property
    def may_miss(self) -> int:
        """How many of the sessions left may be missed; below nought once they no longer suffice."""
        return self.counted + self.remaining - self.required


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is known of an ELSA. None is not known, and read as nothing recorded; ``needs`` then says so."""

    employment: Employment | None = None
    training_days: int | None = None
    sessions: tuple[Session, ...] | None = None
    planned: tuple[date, ...] | None = None


def judge_elsa(
    ledger: Ledger, *, as_at: date, year: SchoolYear, rules: ProviderRules = NETWORK_RULES
) -> Standing:
    """The status in a year, as at a day.

    Not eligible where self-employed; trainee until the last training day is attended; then met with
    ``sessions_required`` sessions counted, on track while counted and remaining are more than that, last
    chance where they are just that, and lapsed otherwise. As with any training, what nobody recorded does not
    count: days, sessions and dates not given are none, and named in ``needs`` where they would matter.
    """
    sessions = ledger.sessions or ()
    faults = [find_faults(session, as_at=as_at, year=year, rules=rules) for session in sessions]
    counted = sum(not found for found in faults)
    remaining = sum(1 for day in ledger.planned or () if day > as_at and year.holds(day))
    status = _status(ledger, counted, remaining, rules)
    return Standing(
        status=status,
        reason=_reason(status, ledger, counted, remaining, rules),
        counted=counted,
        remaining=remaining,
        required=rules.sessions_required,
        problems=tuple(one for found in faults for one in found),
        needs=tuple(_needs(status, ledger)),
        sources=_sources(status),
    )


def _status(ledger: Ledger, counted: int, remaining: int, rules: ProviderRules) -> Status:
    if ledger.employment == Employment.SELF_EMPLOYED:
        return Status.NOT_ELIGIBLE
    if (ledger.training_days or 0) < rules.training_days:
        return Status.TRAINEE
    if counted >= rules.sessions_required:
        return Status.MET
    within_reach = counted + remaining - rules.sessions_required
    if within_reach > 0:
        return Status.ON_TRACK
    return Status.LAST_CHANCE if within_reach == 0 else Status.LAPSED


def _reason(status: Status, ledger: Ledger, counted: int, remaining: int, rules: ProviderRules) -> str:
    if status == Status.NOT_ELIGIBLE:
        return "An ELSA is employed by the school: somebody self-employed cannot be registered."
    if status == Status.TRAINEE:
        return _training_reason(ledger.training_days, rules)
    wanted = _sessions(rules.sessions_required)
    so_far = f"{counted} of the {wanted} wanted this year {_count_word(counted)}"
    if status == Status.MET:
        return f"{so_far}: the year's supervision is met."
    left = f"{so_far}; {rules.sessions_required - counted} more needed, {remaining or 'none'} left"
    endings = {
        Status.ON_TRACK: ".",
        Status.LAST_CHANCE: ": last chance, none may be missed.",
        Status.LAPSED: ": the year can no longer be met.",
    }
    return left + endings[status]


def _training_reason(attended: int | None, rules: ProviderRules) -> str:
    days = _days(rules.training_days)
    if attended is None:
        return f"No training days are recorded; the training has {days}."
    return f"{attended} of {days} of training attended."


def _count_word(counted: int) -> str:
    return "counts" if counted == 1 else "count"


def _sessions(number: int) -> str:
    return "1 session" if number == 1 else f"{number} sessions"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _needs(status: Status, ledger: Ledger) -> Iterator[str]:
    """What is not known and would decide: nothing where the answer stands whatever it is."""
    if status == Status.NOT_ELIGIBLE:
        return
    if ledger.employment is None:
        yield "employment"
    if ledger.training_days is None:
        yield "training_days"
    if status in {Status.TRAINEE, Status.MET}:
        return
    if ledger.sessions is None:
        yield "sessions"
    if ledger.planned is None:
        yield "planned"


def _sources(status: Status) -> tuple[LegalSource, ...]:
    first = {
        Status.NOT_ELIGIBLE: sources.EMPLOYED_BY_THE_SCHOOL,
        Status.TRAINEE: sources.TRAINING_DAYS,
    }
    return (first.get(status, sources.SESSIONS_A_YEAR), sources.SESSION_FORM)
