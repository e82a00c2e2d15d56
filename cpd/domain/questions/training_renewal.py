"""The topic ``training-renewal``: until when training counts, and what it is worth on a day."""

from datetime import date

from core.domain.facts import Facts
from core.domain.sources import cite
from cpd.domain.training import DUE_SOON_DAYS, Award, judge_training
from cpd.domain.training_rules import RULES, CourseKey

FIELDS = (
    "as_at",
    "training",
    "renewal_months",
    "awarded_date",
    "printed_expiry",
    "appointed_date",
    "due_soon_days",
)
MOST_DAYS = 3_660


def answer(facts: object, today: date) -> dict[str, object]:
    """What the training is worth as at ``as_at`` or else today.

    ``training`` null is training of the school's own, which needs ``renewal_months``. Beside a training of
    the rules they are the school's policy, which shortens what law or guidance sets and never lengthens it.
    Raises ``DomainError`` for facts that cannot be, such as an expiry before the award.
    """
    given = Facts.read(facts, FIELDS)
    as_at, training, renewal = given.get("as_at"), given.get("training"), given.get("renewal_months")
    appointed, soon = _day(given, "appointed_date"), given.get("due_soon_days")
    rule = RULES[training.one_of(CourseKey)] if training else None
    months = renewal.months() if renewal else None
    if rule is None and months is None:
        given.need("renewal_months").refuse(
            "Name the training, or give the months after which it is renewed."
        )
    judged = judge_training(
        rule,
        _read_award(given),
        as_at=as_at.day() if as_at else today,
        policy_months=months,
        appointed_date=appointed,
        due_soon_days=soon.whole_number(least=0, most=MOST_DAYS) if soon else DUE_SOON_DAYS,
    )
    return {
        "due_date": judged.due_date.isoformat() if judged.due_date else None,
        "valid_until": judged.valid_until.isoformat() if judged.valid_until else None,
        "status": judged.status,
        "basis": judged.basis,
        "reason": judged.reason,
        "sources": cite(*judged.sources),
    }


def _read_award(given: Facts) -> Award | None:
    """None where no award is known: an expiry alone proves none."""
    awarded, printed = _day(given, "awarded_date"), _day(given, "printed_expiry")
    if awarded is None:
        return None
    if printed is not None and printed < awarded:
        given.need("printed_expiry").refuse("This must not come before the training was awarded.")
    return Award(awarded, printed)


def _day(given: Facts, name: str) -> date | None:
    fact = given.get(name)
    return fact.day() if fact else None
