"""Whether somebody is known already, so that one person is never made twice."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from core.domain.permissions import Actor, Permission
from core.models import Engagement, Person, School
from recruitment.models import Application

SHOWN_AT_MOST = 5


def list_people_within(actor: Actor) -> QuerySet[Person]:
    """People whom the actor's schools, or another school of the same employer, know of.

    They work, or have worked, somewhere in the trust, or they applied to one of the actor's own schools.
    """
    own = actor.schools_with(Permission.EDIT_STAFF_RECORDS)
    of_employer = School.objects.filter(Q(pk__in=own) | Q(trust__schools__in=own))
    works = Engagement.objects.filter(person=OuterRef("pk"), school__in=of_employer.values("pk"))
    applied = Application.objects.filter(
        person=OuterRef("pk"), vacancy__school__in=actor.schools_with(Permission.VIEW_APPLICANTS)
    )
    return Person.objects.filter(Exists(works) | Exists(applied))


def find_known_people(
    actor: Actor, *, given_name: str, family_name: str, birth_date: date | None, email: str
) -> list[Person]:
    """Who may be the same person: the same e-mail address, or the same name where no birth date differs."""
    family = Q(family_name__iexact=family_name.strip()) | Q(former_names__icontains=family_name.strip())
    alike = family & Q(given_name__iexact=given_name.strip())
    if birth_date:
        alike &= Q(birth_date=birth_date) | Q(birth_date=None)
    if email.strip():
        alike |= Q(email__iexact=email.strip())
    return list(
        list_people_within(actor).filter(alike).order_by("family_name", "given_name", "pk")[:SHOWN_AT_MOST]
    )
