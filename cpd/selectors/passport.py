"""What somebody takes along of their development: posts, training, policies read, and nothing else.

No ratings, no checks, no health, no cost.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from core.domain.permissions import Actor, Permission
from core.models import Engagement
from cpd.domain.hours import to_hours
from cpd.domain.training import Award, due_date_of
from cpd.models import ElsaRegistration, PolicySignature, Training
from cpd.selectors.elsa import ElsaLine, judge_registrations, on_the_ledger, with_ledger
from cpd.selectors.reach import own
from cpd.selectors.training import list_training_of
from cpd.selectors.training_matrix import get_training_matrix

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PassportTraining:
    """One training as the passport names it; ``valid_until`` is its last day, None where nothing ends it."""

    training: Training
    name: str
    valid_until: date | None

    @property
    def hours(self) -> str:
        quarters = self.training.quarter_hours
        return "" if quarters is None else f"{to_hours(quarters):f}"


@dataclass(frozen=True, slots=True)
class Passport:
    """The passport of one person. ``quarters`` are all the hours there are, in quarters of an hour."""

    engagement: Engagement
    posts: tuple[Engagement, ...]
    training: tuple[PassportTraining, ...]
    elsa: tuple[ElsaLine, ...]
    signatures: tuple[PolicySignature, ...]
    quarters: int


def visible_passports(actor: Actor) -> QuerySet[Engagement]:
    """The actor's own, and those of the schools whose development they look after. A team is not in it."""
    schools = actor.schools_with(Permission.VIEW_DEVELOPMENT)
    return Engagement.objects.filter(
        Q(pk__in=own(actor).values("pk")) | Q(school_id__in=schools)
    ).select_related("person", "school__trust")


def get_passport(engagement: Engagement, *, today: date) -> Passport:
    """What the school and its trust have confirmed; what waits or was withdrawn is left out."""
    records = [
        one
        for one in list_training_of(engagement)
        if one.confirmed_at is not None and one.withdrawn_at is None
    ]
    months = _months_by_course(engagement, today)
    return Passport(
        engagement=engagement,
        posts=_posts(engagement, today),
        training=tuple(_training(one, months) for one in records),
        elsa=_elsa(engagement, today),
        signatures=_signatures(engagement),
        quarters=sum(one.quarter_hours or 0 for one in records),
    )


def _posts(engagement: Engagement, today: date) -> tuple[Engagement, ...]:
    """Those that have begun, the latest first."""
    begun = Engagement.objects.filter(
        _pool(engagement, "school"), person_id=engagement.person_id, start_date__lte=today
    )
    return tuple(begun.select_related("school").order_by("-start_date", "-pk"))


def _signatures(engagement: Engagement) -> tuple[PolicySignature, ...]:
    """Policies read, the latest first."""
    rows = PolicySignature.objects.filter(
        _pool(engagement, "version__policy__school"), person_id=engagement.person_id
    )
    return tuple(rows.select_related("version__policy").order_by("-signed_date", "-pk"))


def _elsa(engagement: Engagement, today: date) -> tuple[ElsaLine, ...]:
    """Where they stand as an ELSA on that day, at each school where they are one."""
    registrations = ElsaRegistration.objects.filter(
        _pool(engagement, "engagement__school"), engagement__person_id=engagement.person_id
    )
    running = with_ledger(on_the_ledger(registrations, today)).order_by("pk")
    return tuple(judge_registrations(running, as_at=today))


def _pool(engagement: Engagement, path: str) -> Q:
    """The school and the others of its trust."""
    here = Q(**{f"{path}_id": engagement.school_id})
    if engagement.school.trust_id:
        here |= Q(**{f"{path}__trust_id": engagement.school.trust_id})
    return here


def _months_by_course(engagement: Engagement, today: date) -> dict[int, int | None]:
    """After how many months the school wants each course again."""
    matrix = get_training_matrix(
        school_id=engagement.school_id, as_at=today, people=Engagement.objects.filter(pk=engagement.pk)
    )
    return {column.course_id: column.months for column in matrix.columns}


def _training(training: Training, months: dict[int, int | None]) -> PassportTraining:
    award = Award(training.awarded_date, training.printed_expiry)
    due = due_date_of(award, months.get(training.course_id) if training.course_id else None)
    name = training.course.name if training.course else training.title
    return PassportTraining(training, name, due - _ONE_DAY if due else None)
