"""The checks a school holds of a person, as the rules see them, and several of a kind taken together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from compliance.domain.categories import SEVERAL_AT_ONCE, CheckType


class Outcome(StrEnum):
    PENDING = "pending"
    CLEAR = "clear"
    CONCERN = "concern"


# The one that a person still has to look at outweighs the others.
_WORST_FIRST = (Outcome.CONCERN, Outcome.PENDING, Outcome.CLEAR)


@dataclass(frozen=True, slots=True)
class HeldCheck:
    """One check in force. ``done_date`` None with ``is_done``: done, but nobody wrote down when.

    ``expires_date`` is the last day it can be relied on, where law sets one (a permission to work that
    ends); ``recheck_date`` the day the school's own policy wants it repeated; ``issued_date`` is printed on
    the certificate. ``count`` says for how many
    certificates, referees or countries it speaks. ``first_done_date`` is known where the check renews an
    earlier one: the day on which it was done for the first time. ``school_id`` is the school it was made for.
    ``evidence_destroyed_date`` is the day its copy, and what that showed, was destroyed when its time was up.
    """

    check: CheckType
    is_done: bool
    done_date: date | None = None
    first_done_date: date | None = None
    requested_date: date | None = None
    outcome: Outcome = Outcome.PENDING
    is_assurance: bool = False
    includes_barred_list: bool = False
    issued_date: date | None = None
    expires_date: date | None = None
    recheck_date: date | None = None
    done_by: str = ""
    number: str = ""
    evidence: str = ""
    count: int = 1
    ids: tuple[int, ...] = ()
    origin: str = ""
    school_id: int | None = None
    evidence_destroyed_date: date | None = None

    @property
    def is_date_missing(self) -> bool:
        return self.is_done and self.done_date is None

    def is_late(self, start: date | None) -> bool:
        """Done for the first time after the first day. On the first day is in time, and so is a renewal."""
        first = self.first_done_date or self.done_date
        return bool(first and start and first > start)


def take_together(held: Iterable[HeldCheck], *, references_wanted: int = 1) -> Mapping[CheckType, HeldCheck]:
    """One answer for each kind of check.

    Several certificates, referees or countries are done when each of them is, on the day of the last; what
    is checked once, but by several schools of a trust, is answered by whoever did it last. Of references as
    many are wanted as the school's policy says. A certificate that includes the children's
    barred list answers for that check too, on the day the certificate was seen, unless the list was checked
    apart from it.
    """
    kinds: dict[CheckType, list[HeldCheck]] = defaultdict(list)
    for one in held:
        kinds[one.check].append(one)
    together = {
        check: _as_one(some) if check in SEVERAL_AT_ONCE else _latest(some) for check, some in kinds.items()
    }
    references = together.get(CheckType.REFERENCES)
    if references and not references.is_assurance and references.count < references_wanted:
        together[CheckType.REFERENCES] = replace(
            references, is_done=False, done_date=None, outcome=Outcome.PENDING
        )
    certificate = together.get(CheckType.ENHANCED_DBS)
    if certificate and certificate.includes_barred_list and CheckType.CHILDREN_BARRED_LIST not in together:
        together[CheckType.CHILDREN_BARRED_LIST] = replace(certificate, check=CheckType.CHILDREN_BARRED_LIST)
    return together


def _latest(some: list[HeldCheck]) -> HeldCheck:
    if len(some) == 1:
        return some[0]
    latest = max(some, key=lambda one: (one.is_done, one.done_date or date.min, one.ids))
    firsts = [first for one in some if (first := one.first_done_date or one.done_date)]
    return replace(latest, first_done_date=min(firsts, default=None))


def _as_one(some: list[HeldCheck]) -> HeldCheck:
    if len(some) == 1:
        return some[0]
    is_done = all(one.is_done for one in some)
    dates = [one.done_date for one in some if one.done_date]
    firsts = [first for one in some if (first := one.first_done_date or one.done_date)]
    return replace(
        some[0],
        is_done=is_done,
        done_date=max(dates) if is_done and len(dates) == len(some) else None,
        first_done_date=max(firsts, default=None),
        outcome=min((one.outcome for one in some), key=_WORST_FIRST.index),
        is_assurance=all(one.is_assurance for one in some),
        expires_date=min((one.expires_date for one in some if one.expires_date), default=None),
        recheck_date=min((one.recheck_date for one in some if one.recheck_date), default=None),
        done_by=", ".join(dict.fromkeys(one.done_by for one in some if one.done_by)),
        evidence="; ".join(one.evidence for one in some if one.evidence),
        count=sum(one.count for one in some),
        ids=tuple(number for one in some for number in one.ids),
    )
