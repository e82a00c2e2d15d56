"""Which checks a post needs on a day, which it should have, and which must not be made."""

from dataclasses import replace
from datetime import date

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.check_matrix import MATRIX
from compliance.domain.check_rule import Rule
from compliance.domain.requirement import POLICY, Post, Requirement, RoleFacts, Status
from core.domain.schools import SchoolType


def required_checks(
    as_at: date, school_type: SchoolType | None, category: WorkerCategory, facts: RoleFacts
) -> dict[CheckType, Requirement]:
    """What each of the checks is for the post, under the rules in force on ``as_at``.

    What only the school's policy decides depends on ``policy``; where a fact decides that is not known, the
    answer depends on that fact, and on ``school_type`` where that is None.
    """
    post = Post(as_at, school_type, category, facts)
    return {check: _require(check, post) for check in CheckType}


def possible_statuses(check: CheckType, post: Post) -> frozenset[Status]:
    """What a check may turn out to be once every missing fact is known, whatever it then is.

    Where the policy decides it stays at *depends*.
    """
    found = _require(check, post)
    if set(found.needs) <= {POLICY}:
        return frozenset({found.status})
    told = _whatever_it_is(post, next(name for name in found.needs if name != POLICY))
    return frozenset(status for one in told for status in possible_statuses(check, one))


def _whatever_it_is(post: Post, missing: str) -> list[Post]:
    """The post with a missing fact as it may turn out to be; the kind of school is one of them."""
    if missing == "school_type":
        return [replace(post, school_type=one) for one in SchoolType]
    return [replace(post, facts=replace(post.facts, **{missing: one})) for one in (True, False)]


def rule_in_force(check: CheckType, category: WorkerCategory, day: date) -> Rule:
    """The one rule of the matrix that decides a check for a category on a day."""
    (rule,) = [one for one in MATRIX[check] if category in one.categories and one.holds_on(day)]
    return rule


def _require(check: CheckType, post: Post) -> Requirement:
    rule = rule_in_force(check, post.category, post.as_at)
    return replace(rule.decide(post), sources=rule.sources)
