"""Who reads policies: people at work on a day, with the kinds of work they do at one school."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from compliance.domain.categories import WorkerCategory
from compliance.domain.kinds import KIND_CATEGORIES
from compliance.selectors.staff import get_role
from core.models import Engagement, Person
from cpd.domain.policies import Edition
from cpd.models import PolicyVersion

KIND_OF = {category: kind for kind, categories in KIND_CATEGORIES.items() for category in categories}


@dataclass(frozen=True, slots=True)
class Reader:
    """One person at one school. ``kinds`` is empty where no role of theirs is described."""

    person: Person
    school_id: int
    job_titles: tuple[str, ...]
    kinds: frozenset[str]
    first_day: date

    @property
    def email(self) -> str:
        """Where they can be written to: the address of the staff record, else the one they sign in with."""
        return self.person.email or (self.person.user.email if self.person.user else "")


def present_on(engagements: QuerySet[Engagement], day: date) -> QuerySet[Engagement]:
    """Those of people at work on that day, in order of their names."""
    return (
        engagements.filter(Q(end_date=None) | Q(end_date__gte=day), start_date__lte=day)
        .select_related("person__user", "role")
        .order_by("person__family_name", "person__given_name", "person_id", "start_date", "pk")
    )


def readers_of(engagements: Iterable[Engagement]) -> list[Reader]:
    """Each person once a school, whatever the number of their posts there."""
    together: dict[tuple[int, int], list[Engagement]] = {}
    for one in engagements:
        together.setdefault((one.school_id, one.person_id), []).append(one)
    return [_reader(some) for some in together.values()]


def _reader(posts: list[Engagement]) -> Reader:
    roles = [role for one in posts if (role := get_role(one)) is not None]
    return Reader(
        person=posts[0].person,
        school_id=posts[0].school_id,
        job_titles=tuple(dict.fromkeys(one.job_title for one in posts)),
        kinds=frozenset(KIND_OF[WorkerCategory(role.category)].value for role in roles),
        first_day=min(one.start_date for one in posts if one.start_date is not None),
    )


def as_edition(version: PolicyVersion) -> Edition:
    """What decides who reads a version and by when."""
    return Edition(version.pk, version.in_force_from, version.read_by, frozenset(version.kinds))
