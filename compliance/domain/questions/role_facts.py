"""Reads what is known of a role, and the kind of school and category it belongs to."""

from dataclasses import fields

from compliance.domain.categories import WorkerCategory
from compliance.domain.requirement import RoleFacts
from core.domain.facts import Fact, Facts
from core.domain.schools import SchoolType

FACT_NAMES = tuple(field.name for field in fields(RoleFacts))


def read_role_facts(fact: Fact | None) -> RoleFacts:
    """None of the facts is known where there is no object of them."""
    if fact is None:
        return RoleFacts()
    given = fact.facts(FACT_NAMES)
    known = {name: given.get(name) for name in FACT_NAMES}
    return RoleFacts(**{name: one.yes_or_no() for name, one in known.items() if one})


def read_category(given: Facts) -> WorkerCategory:
    """The category, without which there is no answer."""
    return given.need("category").one_of(WorkerCategory)


def read_school_type(given: Facts) -> SchoolType | None:
    """The kind of school, or None where it is not known."""
    fact = given.get("school_type")
    return fact.one_of(SchoolType) if fact else None
