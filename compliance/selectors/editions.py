"""Whom each edition of the rules concerns: what changes for somebody's post, and whether it is done."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from compliance.domain.categories import WorkerCategory
from compliance.domain.editions import EDITIONS, ChangedAnswer, Edition, changed_answers
from compliance.domain.held_checks import HeldCheck, take_together
from compliance.domain.requirement import MUST, RoleFacts
from compliance.models import EngagementRole
from compliance.selectors.held_checks import held_checks_of
from compliance.selectors.requirements import facts_of
from core.domain.permissions import Actor, Permission
from core.domain.schools import SchoolType


@dataclass(frozen=True, slots=True)
class Concerned:
    """One change for one engagement. ``is_outstanding``: it is needed now, and nothing is recorded yet."""

    role: EngagementRole
    change: ChangedAnswer
    is_outstanding: bool


@dataclass(frozen=True, slots=True)
class EditionPart:
    """An edition with the people of the actor's schools whom it concerns."""

    edition: Edition
    concerned: tuple[Concerned, ...]

    @property
    def outstanding(self) -> int:
        return sum(one.is_outstanding for one in self.concerned)


def list_editions(actor: Actor, *, today: date) -> list[EditionPart]:
    """Every edition, the newest first, and for whom at the actor's schools it changes something.

    People who left before the edition began are not concerned. Three queries, whatever there is.
    """
    schools = actor.schools_with(Permission.VIEW_CHECKS)
    roles = list(
        EngagementRole.objects.filter(engagement__school_id__in=schools)
        .exclude(engagement__end_date__lt=today)
        .select_related("engagement__person", "engagement__school")
        .order_by("engagement__person__family_name", "engagement__person__given_name", "pk")
    )
    held = held_checks_of(person_ids={role.engagement.person_id for role in roles}, school_ids=schools)
    return [
        EditionPart(edition, tuple(_concerned(edition, roles, held)))
        for edition in sorted(EDITIONS, key=_newest_first)
    ]


def _newest_first(edition: Edition) -> tuple[bool, int]:
    """Those whose beginning is not confirmed come last: nothing follows from them yet."""
    return not edition.is_confirmed, -(edition.in_force_from or date.min).toordinal()


def _concerned(
    edition: Edition, roles: Collection[EngagementRole], held: Mapping[int, list[HeldCheck]]
) -> list[Concerned]:
    if edition.in_force_from is None:
        return []
    found = []
    for role in roles:
        school_type = SchoolType(role.engagement.school.school_type)
        changes = _changes(edition.in_force_from, school_type, WorkerCategory(role.category), facts_of(role))
        done = take_together(held.get(role.engagement.person_id, ())) if changes else {}
        for change in changes:
            is_done = change.check in done and done[change.check].is_done
            found.append(Concerned(role, change, change.after.status in MUST and not is_done))
    return found


@lru_cache(maxsize=4096)
def _changes(
    first_day: date, school_type: SchoolType, category: WorkerCategory, facts: RoleFacts
) -> tuple[ChangedAnswer, ...]:
    """Worked out once for all who share school type, category and facts."""
    before = first_day - timedelta(days=1)
    return tuple(changed_answers(before, first_day, school_type=school_type, category=category, facts=facts))
