"""Which supervision sessions of an ELSA conform to the provider's rules, and why others do not.

The rules are those of a network and its providers, not law, and providers differ: every number is data. What
is not known of a session is not taken for granted: with unknown hours, group, supervisor or attendance it
does not conform.
Sources: ``cpd.domain.sources.elsa``.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from core.domain.dates import add_months

FIRST_MONTH = 9


class Supervisor(StrEnum):
    EDUCATIONAL_PSYCHOLOGIST = "educational_psychologist"
    TRAINEE_YEAR_3 = "trainee_year_3"
    TRAINEE_YEAR_1_2 = "trainee_year_1_2"


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
