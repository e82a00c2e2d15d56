"""The topic ``appraisal``: whether somebody is appraised in a cycle, and which rule says so."""

from datetime import date

from compliance.domain.questions.role_facts import read_category
from core.domain.facts import Facts
from core.domain.schools import SchoolType
from core.domain.sources import cite
from cpd.domain.appraisal import TERM_WEEKS, CycleKind, Ground, Worker, judge_eligibility

FIELDS = (
    "as_at",
    "cycle",
    "school_type",
    "category",
    "teaching_work",
    "start_date",
    "end_date",
    "ground",
    "term_weeks",
)
MOST_WEEKS = 20


def answer(facts: object, today: date) -> dict[str, object]:
    """Whether they are in a cycle of that kind as at ``as_at`` or else today.

    ``ground`` is induction or capability where one runs on that day. Raises ``DomainError`` for facts that
    cannot be, such as a last day before the first.
    """
    given = Facts.read(facts, FIELDS)
    as_at, weeks = given.get("as_at"), given.get("term_weeks")
    judged = judge_eligibility(
        _read_worker(given),
        given.need("cycle").one_of(CycleKind),
        as_at=as_at.day() if as_at else today,
        term_weeks=weeks.whole_number(least=1, most=MOST_WEEKS) if weeks else TERM_WEEKS,
    )
    return {
        "standing": judged.standing,
        "code": judged.code,
        "reason": judged.reason,
        "basis": judged.basis,
        "sources": cite(*judged.sources),
    }


def _read_worker(given: Facts) -> Worker:
    teaching, ground = given.get("teaching_work"), given.get("ground")
    start, end = _day(given, "start_date"), _day(given, "end_date")
    if start and end and end < start:
        given.need("end_date").refuse("The last day cannot come before the first.")
    return Worker(
        school_type=given.need("school_type").one_of(SchoolType),
        category=read_category(given),
        teaching_work=teaching.yes_or_no() if teaching else None,
        start_date=start,
        end_date=end,
        ground=ground.one_of(Ground) if ground else None,
    )


def _day(given: Facts, name: str) -> date | None:
    fact = given.get(name)
    return fact.day() if fact else None
