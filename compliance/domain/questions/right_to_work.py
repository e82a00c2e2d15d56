"""The topic ``right-to-work``: whether a check counts, until when, and when it is to be followed up."""

from datetime import date

from compliance.domain.right_to_work import Engagement, RightToWork, Worker, judge_right_to_work
from compliance.domain.right_to_work_check import RightToWorkCheck
from compliance.domain.right_to_work_documents import DocumentId, Route
from compliance.domain.right_to_work_problems import Effect
from compliance.domain.right_to_work_reasons import reason_for
from core.domain.facts import Facts
from core.domain.sources import cite

FIELDS = (
    "as_at",
    "document",
    "document_expiry",
    "route",
    "original_seen",
    "clipped",
    "checked_date",
    "start_date",
    "permission_end",
    "pvn_date",
    "share_code",
    "share_code_created",
    "engagement",
    "employed",
    "in_time_application",
    "left_date",
)


def answer(facts: object, today: date) -> dict[str, object]:
    """What the check amounts to as at ``as_at`` or else today. Every fact may be unknown.

    ``in_scope``, ``accepted`` and ``excuse_now`` are null where an unknown decides, and ``needs`` names
    what is missing. Raises ``DomainError`` for facts that cannot be, such as leaving before the start.
    """
    given = Facts.read(facts, FIELDS)
    check, worker = _read_check(given), _read_worker(given)
    if worker.left_date and check.start_date and worker.left_date < check.start_date:
        given.need("left_date").refuse("This must not come before the start.")
    return _answer(judge_right_to_work(check, worker, as_at=_day(given, "as_at") or today))


def _answer(found: RightToWork) -> dict[str, object]:
    return {
        "in_scope": found.in_scope,
        "accepted": found.accepted,
        "list": found.list,
        "reason": reason_for(found),
        "problems": [
            {"code": one.code, "reason": one.reason, "stops": one.effect == Effect.STOPS}
            for one in found.problems
        ],
        "needs": list(found.needs),
        "excuse_from": _written(found.excuse_from),
        "excuse_until": _written(found.excuse_until),
        "excuse_now": found.excuse_now,
        "follow_up_due": _written(found.follow_up_due),
        "follow_up_target": _written(found.follow_up_target),
        "destroy_after": _written(found.destroy_after),
        "sources": cite(*found.sources),
    }


def _read_check(given: Facts) -> RightToWorkCheck:
    document, route, share_code = given.get("document"), given.get("route"), given.get("share_code")
    return RightToWorkCheck(
        document_id=document.one_of(DocumentId) if document else None,
        document_expiry=_day(given, "document_expiry"),
        route=route.one_of(Route) if route else None,
        original_seen=_yes_or_no(given, "original_seen"),
        clipped=_yes_or_no(given, "clipped"),
        checked_date=_day(given, "checked_date"),
        start_date=_day(given, "start_date"),
        permission_end=_day(given, "permission_end"),
        pvn_date=_day(given, "pvn_date"),
        share_code=share_code.text() if share_code else None,
        share_code_created=_day(given, "share_code_created"),
    )


def _read_worker(given: Facts) -> Worker:
    engagement = given.get("engagement")
    return Worker(
        engagement=engagement.one_of(Engagement) if engagement else None,
        employed=_yes_or_no(given, "employed"),
        in_time_application=_yes_or_no(given, "in_time_application"),
        left_date=_day(given, "left_date"),
    )


def _day(given: Facts, name: str) -> date | None:
    fact = given.get(name)
    return fact.day() if fact else None


def _yes_or_no(given: Facts, name: str) -> bool | None:
    fact = given.get(name)
    return fact.yes_or_no() if fact else None


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None
