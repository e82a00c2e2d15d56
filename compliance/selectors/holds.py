"""Legal holds, and what a hold can be placed on."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from compliance.models import DestructionBatch, LegalHold
from core.domain.permissions import Actor
from core.domain.school_time import day_of
from core.models import Engagement, Person
from recruitment.models import Application, Vacancy

MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class Holdable:
    """Somebody or something a hold can be placed on. ``key`` names it in a form."""

    key: str
    label: str
    hint: str


def list_holds(actor: Actor) -> QuerySet[LegalHold]:
    """Holds at the actor's schools, those that run first, then the newest."""
    holds = LegalHold.objects.visible_to(actor).select_related(
        "school", "person", "vacancy", "placed_by", "lifted_by"
    )
    return holds.order_by(F("lifted_at").desc(nulls_first=True), "-placed_at", "-pk")


def list_destructions(actor: Actor) -> QuerySet[DestructionBatch]:
    """Destructions at the actor's schools: those that wait first, then the newest."""
    batches = DestructionBatch.objects.visible_to(actor)
    return batches.select_related("school__compliance_policy", "proposed_by", "settled_by").order_by(
        F("settled_at").desc(nulls_first=True), "-proposed_at", "-pk"
    )


def find_holdables(*, school_id: int, search: str = "", key: str = "") -> list[Holdable]:
    """People known at the school and its vacancies by name, title or reference; or the one with this key."""
    engaged = Engagement.objects.filter(person_id=OuterRef("pk"), school_id=school_id)
    applied = Application.objects.filter(person_id=OuterRef("pk"), vacancy__school_id=school_id)
    people = (
        Person.objects.filter(Exists(engaged) | Exists(applied))
        .annotate(
            post=Subquery(engaged.order_by("-start_date", "-pk").values("job_title")[:1]),
            applied_at=Subquery(applied.order_by("-received_at", "-pk").values("received_at")[:1]),
        )
        .order_by("family_name", "given_name", "pk")
    )
    vacancies = Vacancy.objects.filter(school_id=school_id).order_by("-created_at", "-pk")
    if key:
        kind, _, number = key.partition("-")
        wanted = int(number) if number.isdecimal() and len(number) < 10 else 0
        people = people.filter(pk=wanted if kind == "person" else 0)
        vacancies = vacancies.filter(pk=wanted if kind == "vacancy" else 0)
    for word in search.split():
        people = people.filter(Q(given_name__icontains=word) | Q(family_name__icontains=word))
        vacancies = vacancies.filter(Q(title__icontains=word) | Q(reference__icontains=word))
    return [
        *(
            Holdable(f"person-{one.pk}", one.full_name, _told_apart(one, one.post, one.applied_at))
            for one in people[:MOST_FOUND]
        ),
        *(
            Holdable(f"vacancy-{one.pk}", f"{one.title}, {one.reference}", "vacancy with all its candidates")
            for one in vacancies[:MOST_FOUND]
        ),
    ]


def _told_apart(person: Person, post: str | None, applied_at: datetime | None) -> str:
    """What tells people of one name apart: a hold on the wrong one lets the right one's records go.

    Of an application the day alone, for the vacancy may be shortlisted blind.
    """
    applied = f"applied on {day_of(applied_at):%d/%m/%Y}" if applied_at else ""
    born = f"born {person.birth_date:%d/%m/%Y}" if person.birth_date else person.email
    return ", ".join(part for part in (post or applied or "applicant", born) if part)
