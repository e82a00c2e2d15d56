"""The topic ``deadline``: by when a request is to be answered. The same on every day."""

from datetime import date

from compliance.domain.deadlines import DeadlineKind, subject_access_deadline
from compliance.domain.sources.retention import NEXT_WORKING_DAY, SUBJECT_ACCESS_REQUEST
from core.domain.bank_holidays import BANK_HOLIDAYS
from core.domain.facts import Facts
from core.domain.sources import cite

FIELDS = ("kind", "received_date", "extended")


def answer(facts: object, today: date) -> dict[str, object]:
    """When a request received on ``received_date`` is due, and until when an answer is still in time.

    Raises ``DomainError`` for facts that cannot be, and without a kind or the day of receipt.
    """
    given = Facts.read(facts, FIELDS)
    given.need("kind").one_of(DeadlineKind)
    extended = given.get("extended")
    found = subject_access_deadline(
        given.need("received_date").day(), extended=extended.yes_or_no() if extended else None
    )
    return {
        "due_date": found.due_date.isoformat(),
        "respond_by": found.respond_by.isoformat(),
        "basis": "statutory",
        "reason": found.reason,
        "sources": cite(SUBJECT_ACCESS_REQUEST, NEXT_WORKING_DAY, BANK_HOLIDAYS),
    }
