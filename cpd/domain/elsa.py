"""Where an ELSA stands in a year of supervision, by the rules of their provider.

The rules are those of a network and its providers, not law, and providers differ: every number is data
(``ProviderRules``). A year runs from 1 September to 31 August.

What counts
    A session counts once it was attended and conforms: it lies in the year and not after the day asked about,
    lasted long enough, in a group small enough, under somebody who may supervise. What is not known of a
    session is not taken for granted: unknown hours, group, supervisor or attendance do not conform. Each
    entry is judged by itself; nothing says that a half term may count only once.
What remains
    The dates planned after the day asked about and within the year. A date that has come is no longer ahead:
    either the session was held, and is recorded as one, or it was not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from core.domain.dates import add_months
from core.domain.sources import LegalSource
from cpd.domain.sources import elsa as sources

FIRST_MONTH = 9


class Employment(StrEnum):
    EMPLOYED = "employed"
    SELF_EMPLOYED = "self_employed"


class Supervisor(StrEnum):
    EDUCATIONAL_PSYCHOLOGIST = "educational_psychologist"
    TRAINEE_YEAR_3 = "trainee_year_3"
    TRAINEE_YEAR_1_2 = "trainee_year_1_2"


class Status(StrEnum):
    NOT_ELIGIBLE = "not_eligible"
    TRAINEE = "trainee"
    MET = "met"
    ON_TRACK = "on_track"
    LAST_CHANCE = "last_chance"
    LAPSED = "lapsed"


class Fault(StrEnum):
    """Why a session does not count."""

    OUTSIDE_YEAR = "outside_year"
    AFTER_AS_AT = "after_as_at"
    NOT_ATTENDED = "not_attended"
    ATTENDANCE_UNKNOWN = "attendance_unknown"
    HOURS_UNKNOWN = "hours_unknown"
    TOO_SHORT = "too_short"
    GROUP_UNKNOWN = "group_unknown"
    GROUP_TOO_LARGE = "group_too_large"
    SUPERVISOR_UNKNOWN = "supervisor_unknown"
    SUPERVISOR_NOT_ACCEPTED = "supervisor_not_accepted"


@dataclass(frozen=True, slots=True)
class ProviderRules:
    """What a provider asks for. The defaults are the network's usual rules."""

    training_days: int = 6
    sessions_required: int = 4
    session_min_hours: Fraction = Fraction(2)
    group_max: int = 8
    accepts_trainee_year_3: bool = True


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """Twelve months of supervision, both days included."""

    first: date
    last: date

    @classmethod
    def starting(cls, first: date) -> "SchoolYear":
        return cls(first, add_months(first, 12) - timedelta(days=1))

    @classmethod
    def of(cls, day: date) -> "SchoolYear":
        """The school year a day lies in, from 1 September to 31 August."""
        return cls.starting(date(day.year if day.month >= FIRST_MONTH else day.year - 1, FIRST_MONTH, 1))

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def words(self) -> str:
        return f"{self.first:%d/%m/%Y} to {self.last:%d/%m/%Y}"


@dataclass(frozen=True, slots=True)
class Session:
    """One psychologist's supervision session; None is not known."""

    held_on: date
    attended: bool | None = None
    hours: Fraction | None = None
    group_size: int | None = None
    supervisor: Supervisor | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the session of a day does not count."""

    day: date
    code: Fault
    reason: str


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
    ledger: Ledger, *, as_at: date, year: SchoolYear, rules: ProviderRules = ProviderRules()
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


def find_faults(
    session: Session, *, as_at: date, year: SchoolYear, rules: ProviderRules
) -> tuple[Problem, ...]:
    """Every reason why a session does not count; none where it does.

    Of one that lies elsewhere in time, or was not attended, nothing further is said.
    """
    found = _place_faults(session, as_at, year) or _form_faults(session, rules)
    return tuple(Problem(session.held_on, code, reason) for code, reason in found)


def _place_faults(session: Session, as_at: date, year: SchoolYear) -> list[tuple[Fault, str]]:
    if not year.holds(session.held_on):
        return [(Fault.OUTSIDE_YEAR, f"It lies outside this year, which runs from {year.words}.")]
    if session.held_on > as_at:
        return [(Fault.AFTER_AS_AT, f"On {as_at:%d/%m/%Y} it was still to come.")]
    if session.attended is None:
        return [(Fault.ATTENDANCE_UNKNOWN, "It is not known whether it was attended.")]
    if not session.attended:
        return [(Fault.NOT_ATTENDED, "It was not attended.")]
    return []


def _form_faults(session: Session, rules: ProviderRules) -> list[tuple[Fault, str]]:
    found = (_hours_fault(session, rules), _group_fault(session, rules), _supervisor_fault(session, rules))
    return [fault for fault in found if fault]


def _hours_fault(session: Session, rules: ProviderRules) -> tuple[Fault, str] | None:
    least = hours_in_words(rules.session_min_hours)
    if session.hours is None:
        return Fault.HOURS_UNKNOWN, f"How long it lasted is not known; a session counts from {least} on."
    if session.hours < rules.session_min_hours:
        lasted = hours_in_words(session.hours)
        return Fault.TOO_SHORT, f"It lasted {lasted}; a session counts from {least} on."
    return None


def _group_fault(session: Session, rules: ProviderRules) -> tuple[Fault, str] | None:
    most = f"a group has at most {rules.group_max} people"
    if session.group_size is None:
        return Fault.GROUP_UNKNOWN, f"How many were in the group is not known; {most}."
    if session.group_size > rules.group_max:
        return Fault.GROUP_TOO_LARGE, f"There were {session.group_size} in the group; {most}."
    return None


def _supervisor_fault(session: Session, rules: ProviderRules) -> tuple[Fault, str] | None:
    match session.supervisor:
        case None:
            return (
                Fault.SUPERVISOR_UNKNOWN,
                "Who led it is not known; an educational psychologist leads supervision.",
            )
        case Supervisor.TRAINEE_YEAR_1_2:
            return (
                Fault.SUPERVISOR_NOT_ACCEPTED,
                "A trainee psychologist in the first or second year may not lead supervision.",
            )
        case Supervisor.TRAINEE_YEAR_3 if not rules.accepts_trainee_year_3:
            return (
                Fault.SUPERVISOR_NOT_ACCEPTED,
                "This provider does not accept a trainee psychologist in the third year.",
            )
    return None


def hours_in_words(hours: Fraction) -> str:
    """Hours as a sentence gives them: 2 hours, 1.75 hours, never rounded up to what was wanted."""
    number = f"{Decimal(hours.numerator) / Decimal(hours.denominator):f}"
    return "1 hour" if hours == 1 else f"{number} hours"


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
