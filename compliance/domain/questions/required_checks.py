"""The topic ``required-checks``: which checks a post needs, and which must not be made."""

from datetime import date

from compliance.domain.checks import required_checks
from compliance.domain.questions.role_facts import read_category, read_role_facts, read_school_type
from core.domain.facts import Facts
from core.domain.sources import cite

FIELDS = ("as_at", "school_type", "category", "facts")


def answer(facts: object, today: date) -> dict[str, object]:
    """What each check is for a post as at ``as_at`` or else today.

    Raises ``DomainError`` for facts that cannot be read, and without a category.
    """
    given = Facts.read(facts, FIELDS)
    as_at = given.get("as_at")
    checks = required_checks(
        as_at.day() if as_at else today,
        read_school_type(given),
        read_category(given),
        read_role_facts(given.get("facts")),
    )
    return {
        "checks": {
            check: {"status": one.status, "reason": one.reason, "needs": list(one.needs)}
            for check, one in checks.items()
        },
        "sources": cite(*(source for one in checks.values() for source in one.sources)),
    }
