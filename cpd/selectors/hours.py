"""Hours of training of everybody at one school in one school year."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from core.domain.permissions import Actor
from core.domain.terms import Term
from core.models import Engagement, Person, School
from cpd.domain.hours import Attended, Hours, add_up
from cpd.models import Training
from cpd.selectors.reach import within_reach


@dataclass(frozen=True, slots=True)
class HoursRow:
    """One person. ``left_date`` is their last day where they have left by the day of the page."""

    person: Person
    job_titles: tuple[str, ...]
    left_date: date | None
    hours: Hours


@dataclass(frozen=True, slots=True)
class SchoolHours:
    school: School
    year: int
    terms: tuple[Term, Term, Term]
    rows: tuple[HoursRow, ...]

    @property
    def by_term(self) -> list[int]:
        """The sum of everybody's hours of each term, in quarters."""
        return [sum(row.hours.by_term[place] for row in self.rows) for place in range(len(self.terms))]

    @property
    def total(self) -> int:
        return sum(self.by_term)

    @property
    def waiting(self) -> int:
        """Quarters that people added and nobody has confirmed: not in the sums."""
        return sum(row.hours.waiting for row in self.rows)

    @property
    def without_hours(self) -> int:
        return sum(row.hours.without_hours for row in self.rows)


def get_school_hours(actor: Actor, school: School, *, year: int, today: date) -> SchoolHours:
    """Everybody within reach who worked at the school on any day of the year, by name; two queries.

    Training counts at every school of the trust, so somebody who works at two is on both pages.
    """
    terms = school.terms.terms_of(year)
    people = _people(actor, school, terms[0].first, min(terms[-1].last, today), today)
    attended = _attended(school, people, terms)
    rows = [
        HoursRow(
            person=posts[0].person,
            job_titles=tuple(dict.fromkeys(one.job_title for one in posts)),
            left_date=_left(posts, today),
            hours=add_up(attended.get(person_id, ()), year, school.terms),
        )
        for person_id, posts in people.items()
    ]
    return SchoolHours(school, year, terms, tuple(rows))


def _people(
    actor: Actor, school: School, first: date, last: date, today: date
) -> Mapping[int, list[Engagement]]:
    posts = (
        within_reach(actor, today=today)
        .filter(Q(end_date=None) | Q(end_date__gte=first), school=school, start_date__lte=last)
        .select_related("person")
        .order_by("person__family_name", "person__given_name", "person_id", "start_date", "pk")
    )
    found: dict[int, list[Engagement]] = defaultdict(list)
    for post in posts:
        found[post.person_id].append(post)
    return found


def _left(posts: list[Engagement], today: date) -> date | None:
    ends = [one.end_date for one in posts if one.end_date is not None and one.end_date < today]
    return max(ends) if len(ends) == len(posts) else None


def _attended(
    school: School, people: Mapping[int, object], terms: tuple[Term, ...]
) -> Mapping[int, list[Attended]]:
    here = Q(school=school)
    if school.trust_id:
        here |= Q(school__trust_id=school.trust_id)
    rows = (
        Training.objects.standing()
        .filter(here, person_id__in=people, awarded_date__range=(terms[0].first, terms[-1].last))
        .order_by("awarded_date", "pk")
        .values_list("person_id", "awarded_date", "quarter_hours", "confirmed_at")
    )
    found: dict[int, list[Attended]] = defaultdict(list)
    for person_id, day, quarters, confirmed_at in rows:
        found[person_id].append(Attended(day, quarters, confirmed_at is not None))
    return found
