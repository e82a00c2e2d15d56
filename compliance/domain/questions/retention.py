"""The topic ``retention``: until when a record is kept, and whether it is to be destroyed."""

from datetime import date

from core.domain.facts import MOST_MONTHS, Facts
from core.domain.retention import Record, judge_retention
from core.domain.sources import cite

FIELDS = ("as_at", "record", "event_date", "legal_hold", "policy_months")


def answer(facts: object, today: date) -> dict[str, object]:
    """Whether the ``record`` is due for destruction as at ``as_at`` or else today.

    ``event_date`` is the day its period is counted from: closure, storing, leaving or allegation.
    Raises ``DomainError`` for facts that cannot be, and without a record or its event.
    """
    given = Facts.read(facts, FIELDS)
    as_at, hold, policy = given.get("as_at"), given.get("legal_hold"), given.get("policy_months")
    held = hold.yes_or_no() if hold else None
    judged = judge_retention(
        given.need("record").one_of(Record),
        given.need("event_date").day(),
        as_at=as_at.day() if as_at else today,
        legal_hold=held,
        policy_months=policy.whole_number(least=0, most=MOST_MONTHS) if policy else None,
    )
    return {
        "destroy_after": judged.destroy_after.isoformat(),
        "due": judged.due,
        "is_held": held is True,
        "basis": judged.basis,
        "reason": judged.reason,
        "needs": list(judged.needs),
        "sources": cite(*judged.sources),
    }
