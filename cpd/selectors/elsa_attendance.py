"""What a certificate of attendance says, in words ready to print."""

from datetime import date
from fractions import Fraction
from typing import Any

from cpd.domain.elsa_rings import Entry
from cpd.domain.elsa_sessions import Session, find_faults, hours_in_words
from cpd.enums import SupervisorKind
from cpd.selectors.elsa import ElsaLine, provider_of

NOT_RECORDED = "not recorded"


def describe_attendance(line: ElsaLine, *, attested_by: str) -> dict[str, Any]:
    """Training days attended and conforming sessions of every year, up to the day of the line."""
    as_at = line.year.as_at
    engagement = line.engagement
    days = [day for day in line.registration.days.all() if day.attended and day.training_date <= as_at]
    sessions = [entry for entry in line.record.entries if _counts(line, entry)]
    hours = sum((entry.session.hours or Fraction() for entry in sessions), start=Fraction())
    return {
        "name": engagement.person.full_name,
        "school": engagement.school.name,
        "provider": line.provider.name,
        "registration_number": line.registration.registration_number or NOT_RECORDED,
        "as_at": _uk(as_at),
        "attested_by": attested_by,
        "training_wanted": line.provider.training_days,
        "days": [
            {"number": day.number, "date": _uk(day.training_date), "topic": day.get_topic_display()}
            for day in days
        ],
        "sessions": [_describe(entry) for entry in sessions],
        "hours": hours_in_words(hours) if sessions else "",
        "rules": _rules(line),
    }


def _counts(line: ElsaLine, entry: Entry) -> bool:
    """Whether a session conforms, in whichever school year it lies."""
    as_at = line.year.as_at
    if entry.is_planned or entry.day > as_at:
        return False
    year = line.year.school_year.of(entry.day)
    return not find_faults(entry.session, as_at=as_at, year=year, rules=provider_of(line.provider).rules)


def _describe(entry: Entry) -> dict[str, str]:
    session: Session = entry.session
    kind = SupervisorKind(session.supervisor).label if session.supervisor else ""
    return {
        "date": _uk(entry.day),
        "hours": hours_in_words(session.hours) if session.hours is not None else "",
        "group": str(session.group_size or ""),
        "supervisor": f"{entry.supervisor_name}, {kind[0].lower()}{kind[1:]}"
        if entry.supervisor_name
        else kind,
    }


def _rules(line: ElsaLine) -> str:
    rules = line.provider
    return (
        f"A session is listed where it was attended and conforms to the provider’s rules as entered by the "
        f"school: at least {hours_in_words(provider_of(rules).rules.session_min_hours)}, in a group of at "
        f"most {rules.group_max}, led by an educational psychologist"
        + (" or a trainee psychologist in the third year." if rules.accepts_trainee_year_3 else ".")
    )


def _uk(day: date) -> str:
    return f"{day:%d/%m/%Y}"
