"""The page of one person's development: everything that is kept of it, as far as the reader may see."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from core.domain.permissions import Actor, Permission
from core.models import Engagement
from cpd.domain.development import Reader
from cpd.models import LineManagement
from cpd.selectors.appraisal_reading import finished_reviews
from cpd.selectors.induction import InductionPart, ProbationPart, get_induction, get_probation
from cpd.selectors.job_descriptions import JobDescriptionPart, get_job_description
from cpd.selectors.needs import NeedRow, list_needs
from cpd.selectors.reach import managed_by, own, within_reach

# How long after the first day an induction may still be begun from the page.
DAYS_NEW = 365


@dataclass(frozen=True, slots=True)
class PersonDevelopment:
    """``reader`` is what the actor is to this person; only who is not the person may decide."""

    engagement: Engagement
    reader: Reader
    may_decide: bool
    needs: tuple[NeedRow, ...]
    induction: InductionPart | None
    probation: ProbationPart | None
    job_description: JobDescriptionPart
    managers: tuple[LineManagement, ...]
    is_from_vacancy: bool
    has_final_review: bool
    is_new: bool

    @property
    def shows_induction(self) -> bool:
        """Whoever was here long before has none, and needs none."""
        return self.is_new or self.induction is not None

    @property
    def is_own(self) -> bool:
        return self.reader == Reader.PERSON

    @property
    def open_needs(self) -> list[NeedRow]:
        return [one for one in self.needs if one.is_open]

    @property
    def settled_needs(self) -> list[NeedRow]:
        return [one for one in self.needs if not one.is_open]


def people_within_reach(actor: Actor, *, today: date) -> QuerySet[Any]:
    """Everybody the actor may look at, with what a page about one of them needs beside."""
    final_reviews = finished_reviews(actor).filter(appraisal__engagement=OuterRef("pk"))
    theirs = own(actor).filter(person=OuterRef("person"))
    return (
        within_reach(actor, today=today)
        .select_related(
            "person",
            "school",
            "role",
            "elsa",
            "induction",
            "probation",
            "offer__application__vacancy__job_profile_version",
        )
        .annotate(
            is_own=Exists(theirs),
            has_final_review=Exists(final_reviews),
            is_managed=Exists(managed_by(actor, today=today).filter(pk=OuterRef("pk"))),
        )
    )


def reader_of(actor: Actor, engagement: Any) -> Reader:
    """What the actor is to somebody out of ``people_within_reach``."""
    if engagement.is_own:
        return Reader.PERSON
    is_school = actor.holds(Permission.VIEW_DEVELOPMENT, engagement.school_id)
    return Reader.SCHOOL if is_school else Reader.MANAGER


def may_decide(actor: Actor, engagement: Any) -> bool:
    """Whether the actor decides about this person's development: their manager or HR, never themselves."""
    if engagement.is_own:
        return False
    return bool(engagement.is_managed) or actor.holds(Permission.RECORD_DEVELOPMENT, engagement.school_id)


def get_person_development(actor: Actor, engagement: Any, *, today: date) -> PersonDevelopment:
    """Eight queries at most, for somebody out of ``people_within_reach``."""
    reader = reader_of(actor, engagement)
    managers = LineManagement.objects.filter(engagement=engagement).select_related("manager")
    return PersonDevelopment(
        engagement=engagement,
        reader=reader,
        may_decide=may_decide(actor, engagement),
        needs=tuple(list_needs(engagement, reader)),
        induction=get_induction(engagement),
        probation=get_probation(engagement, today=today),
        job_description=get_job_description(engagement),
        managers=tuple(managers.order_by("-valid_from", "-pk")),
        is_from_vacancy=hasattr(engagement, "offer"),
        has_final_review=engagement.has_final_review,
        is_new=engagement.start_date is None or engagement.start_date >= today - timedelta(days=DAYS_NEW),
    )


def others_within_reach(actor: Actor, *, today: date) -> QuerySet[Engagement]:
    """Whom the actor may look at, save themselves: the people they may decide about, if they may at all."""
    return within_reach(actor, today=today).exclude(person__in=own(actor).values("person"))
