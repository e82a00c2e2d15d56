"""The topic ``employment-gaps``: what a history leaves open, and where it holds two things at once."""

from datetime import date

from core.domain.dates import DayOrMonth
from core.domain.facts import Fact, Facts
from core.domain.sources import cite
from recruitment.domain.history import (
    THRESHOLD_DAYS,
    Gap,
    Kind,
    Occupation,
    Overlap,
    find_gaps,
    find_overlaps,
)
from recruitment.domain.sources import GAP_THRESHOLD, GAPS_EXPLORED

FIELDS = ("education_ended", "until", "threshold_days", "history")
ENTRY_FIELDS = ("from", "to", "kind")


def answer(facts: object, today: date) -> dict[str, object]:
    """The gaps and overlaps of ``history``, up to ``until`` or else today.

    Days are counted with both ends. Raises ``DomainError`` for facts that cannot be.
    """
    given = Facts.read(facts, FIELDS)
    ended, last, threshold = given.get("education_ended"), given.get("until"), given.get("threshold_days")
    education_ended = ended.day_or_month() if ended else None
    until = last.day_or_month() if last else DayOrMonth.on(today)
    if education_ended and until.latest < education_ended.earliest:
        given.need("until").refuse("This must not come before the end of education.")
    history = [_read_entry(item) for item in given.need("history").items()]
    gaps = find_gaps(
        history,
        education_ended=education_ended,
        until=until,
        threshold_days=threshold.whole_number(least=1) if threshold else THRESHOLD_DAYS,
    )
    return {
        "gaps": [_gap(one) for one in gaps],
        "overlaps": [_overlap(one) for one in find_overlaps(history, until=until)],
        "sources": cite(GAPS_EXPLORED, GAP_THRESHOLD),
    }


def _read_entry(item: Fact) -> Occupation:
    facts = item.facts(ENTRY_FIELDS)
    to, kind = facts.get("to"), facts.get("kind")
    entry = Occupation(
        start=facts.need("from").day_or_month(),
        end=to.day_or_month() if to else None,
        kind=kind.one_of(Kind) if kind else Kind.OTHER,
    )
    if to and entry.is_reversed:
        to.refuse("This must not come before the start.")
    return entry


def _gap(gap: Gap) -> dict[str, object]:
    return {
        "from": gap.from_date.isoformat(),
        "to": gap.to_date.isoformat(),
        "days_least": gap.days_least,
        "days_most": gap.days_most,
        "certain": gap.certain,
        "reason": _reason(gap),
    }


def _reason(gap: Gap) -> str:
    if gap.days_least == gap.days_most:
        return f"Nothing is given for {_days(gap.days_most)}. Ask what happened in this time."
    span = f"{gap.days_least} to {gap.days_most} days" if gap.days_least else f"up to {_days(gap.days_most)}"
    if gap.certain:
        return f"Nothing is given for {span}: {_ONLY_MONTHS}. Ask what happened in this time."
    return f"There may be a gap of {span}: {_ONLY_MONTHS}. Ask for the exact dates."


_ONLY_MONTHS = "some dates are known only to the month"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _overlap(overlap: Overlap) -> dict[str, object]:
    return {
        "from": overlap.from_date.isoformat(),
        "to": overlap.to_date.isoformat(),
        "reason": "Two entries or more cover these days. Check that both are right.",
    }
