"""Until when a check was in time: the first day, or the day on which a rule began to ask for it."""

from datetime import date
from functools import lru_cache

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.checks import rule_in_force
from compliance.domain.requirement import Post, Status

_ASKS = frozenset({Status.REQUIRED, Status.SHOULD, Status.ASSURANCE})


def last_day_in_time(check: CheckType, post: Post, start: date | None) -> date | None:
    """The last day on which the check was in time for somebody who began on ``start``.

    Normally that is the first day itself. Where today's rule began after it, and the rule before it did not
    ask for the check, it is the day on which today's rule came into force. None where the start is not known.
    """
    if start is None:
        return None
    began = _rule_began(check, post.category, post.as_at)
    if began is None or began <= start:
        return start
    earlier = rule_in_force(check, post.category, start).decide(
        Post(start, post.school_type, post.category, post.facts)
    )
    return start if earlier.status in _ASKS else began


@lru_cache(maxsize=4096)
def _rule_began(check: CheckType, category: WorkerCategory, day: date) -> date | None:
    return rule_in_force(check, category, day).in_force_from
