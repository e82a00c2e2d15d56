"""The topic ``elsa-status``: where an ELSA stands in a year of supervision."""

from datetime import date
from fractions import Fraction

from core.domain.facts import Fact, Facts
from core.domain.sources import cite
from cpd.domain.elsa import NETWORK_RULES, Employment, Ledger, Standing, judge_elsa
from cpd.domain.elsa_sessions import ProviderRules, SchoolYear, Session, Supervisor
from cpd.domain.sources.elsa import PROVIDERS_OWN_RULES

FIELDS = ("as_at", "year_start", "employment", "training_days", "sessions", "planned", "rules")
SESSION_FIELDS = ("date", "attended", "hours", "group_size", "supervisor")
RULE_FIELDS = ("training_days", "sessions_required", "session_min_hours", "group_max", "trainee_year_3")
HOURS_IN_A_DAY = 24
MOST = 1_000


def answer(facts: object, today: date) -> dict[str, object]:
    """The status as at ``as_at`` or else today, in the twelve months from ``year_start``.

    Without ``year_start`` it is the school year of that day. ``remaining`` counts the planned dates after it.
    Raises ``DomainError`` for facts that cannot be read, or cannot be, such as a session of minus two hours.
    """
    given = Facts.read(facts, FIELDS)
    as_at, start, rules = given.get("as_at"), given.get("year_start"), given.get("rules")
    day = as_at.day() if as_at else today
    year = SchoolYear.starting(start.day()) if start else SchoolYear.of(day)
    judged = judge_elsa(
        _read_ledger(given), as_at=day, year=year, rules=_read_rules(rules) if rules else NETWORK_RULES
    )
    return _answer(judged, has_own_rules=rules is not None)


def _answer(judged: Standing, *, has_own_rules: bool) -> dict[str, object]:
    own = (PROVIDERS_OWN_RULES,) if has_own_rules else ()
    return {
        "status": judged.status,
        "reason": judged.reason,
        "counted": judged.counted,
        "remaining": judged.remaining,
        "problems": [
            {"date": one.day.isoformat(), "code": one.code, "reason": one.reason} for one in judged.problems
        ],
        "needs": list(judged.needs),
        "sources": cite(*judged.sources, *own),
    }


def _read_ledger(given: Facts) -> Ledger:
    employment, days = given.get("employment"), given.get("training_days")
    sessions, planned = given.get("sessions"), given.get("planned")
    return Ledger(
        employment=employment.one_of(Employment) if employment else None,
        training_days=days.whole_number(least=0, most=MOST) if days else None,
        sessions=tuple(_read_session(item) for item in sessions.items()) if sessions else None,
        planned=tuple(item.day() for item in planned.items()) if planned else None,
    )


def _read_session(item: Fact) -> Session:
    given = item.facts(SESSION_FIELDS)
    attended, hours = given.get("attended"), given.get("hours")
    group, supervisor = given.get("group_size"), given.get("supervisor")
    return Session(
        held_on=given.need("date").day(),
        attended=attended.yes_or_no() if attended else None,
        hours=hours.number(least=0, most=HOURS_IN_A_DAY) if hours else None,
        group_size=group.whole_number(least=1, most=MOST) if group else None,
        supervisor=supervisor.one_of(Supervisor) if supervisor else None,
    )


def _read_rules(fact: Fact) -> ProviderRules:
    """The provider's own numbers; the usual ones for those that are not given."""
    given = fact.facts(RULE_FIELDS)
    hours, trainee = given.get("session_min_hours"), given.get("trainee_year_3")
    return ProviderRules(
        training_days=_count(given, "training_days", NETWORK_RULES.training_days),
        sessions_required=_count(given, "sessions_required", NETWORK_RULES.sessions_required),
        session_min_hours=_hours(hours),
        group_max=_count(given, "group_max", NETWORK_RULES.group_max, least=1),
        accepts_trainee_year_3=trainee.yes_or_no() if trainee else NETWORK_RULES.accepts_trainee_year_3,
    )


def _count(given: Facts, name: str, usual: int, *, least: int = 0) -> int:
    fact = given.get(name)
    return fact.whole_number(least=least, most=MOST) if fact else usual


def _hours(fact: Fact | None) -> Fraction:
    return fact.number(least=0, most=HOURS_IN_A_DAY) if fact else NETWORK_RULES.session_min_hours
