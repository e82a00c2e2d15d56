"""The topic ``clear-to-start``: whether somebody may start, and what stands in the way."""

from datetime import date

from compliance.domain.categories import CheckType
from compliance.domain.clearance import (
    CheckOutcome,
    CheckRecord,
    Clearance,
    EarlyStart,
    Obstacle,
    judge_clearance,
)
from compliance.domain.questions.role_facts import read_category, read_role_facts, read_school_type
from compliance.domain.requirement import Post
from core.domain.facts import Fact, Facts
from core.domain.sources import cite

FIELDS = ("as_at", "start_date", "school_type", "category", "facts", "checks", "early_start")
RECORD_FIELDS = ("done_date", "outcome", "note")
EARLY_START_FIELDS = ("supervision_plan", "risk_assessment_by", "review_date")


def answer(facts: object, today: date) -> dict[str, object]:
    """Whether the person may start, as things stand ``as_at`` or else today.

    Raises ``DomainError`` for facts that cannot be read, such as a check there is not.
    """
    given = Facts.read(facts, FIELDS)
    as_at, start, checks = given.get("as_at"), given.get("start_date"), given.get("checks")
    early_start = given.get("early_start")
    post = Post(
        as_at=as_at.day() if as_at else today,
        school_type=read_school_type(given),
        category=read_category(given),
        facts=read_role_facts(given.get("facts")),
    )
    return _answer(
        judge_clearance(
            post,
            _read_checks(checks) if checks else {},
            start_date=start.day() if start else None,
            early_start=_read_early_start(early_start) if early_start else None,
        )
    )


def _answer(judged: Clearance) -> dict[str, object]:
    return {
        "verdict": judged.verdict,
        "reason": judged.reason,
        "blocking": [_obstacle(one) for one in judged.blocking],
        "advisory": [_obstacle(one) for one in judged.advisory],
        "late": [{"check": one.check, "days_late": one.days_late} for one in judged.late],
        "sources": cite(*judged.sources),
    }


def _obstacle(one: Obstacle) -> dict[str, str]:
    return {"check": one.check, "reason": one.reason}


def _read_checks(fact: Fact) -> dict[CheckType, CheckRecord]:
    given = fact.facts(tuple(CheckType))
    records = {check: given.get(check) for check in CheckType}
    return {check: _read_record(record) for check, record in records.items() if record}


def _read_record(fact: Fact) -> CheckRecord:
    given = fact.facts(RECORD_FIELDS)
    done, outcome, note = given.get("done_date"), given.get("outcome"), given.get("note")
    return CheckRecord(
        done_date=done.day() if done else None,
        outcome=outcome.one_of(CheckOutcome) if outcome else None,
        note=_read_note(note) if note else "",
    )


def _read_note(fact: Fact) -> str:
    """A note may be empty."""
    return "" if fact.value == "" else fact.text()


def _read_early_start(fact: Fact) -> EarlyStart:
    given = fact.facts(EARLY_START_FIELDS)
    plan, assessed, review = (given.get(name) for name in EARLY_START_FIELDS)
    return EarlyStart(
        has_supervision_plan=_read_plan(plan) if plan else None,
        risk_assessment_by=assessed.text() if assessed else None,
        review_date=review.day() if review else None,
    )


def _read_plan(fact: Fact) -> bool:
    """Whether there is a plan; the plan itself, in words, is one."""
    return bool(fact.text()) if isinstance(fact.value, str) else fact.yes_or_no()
