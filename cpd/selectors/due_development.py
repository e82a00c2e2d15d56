"""The days that come in people's induction, probation, plans and job descriptions, at some schools."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import CharField, DateField, Exists, F, Min, OuterRef, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from django.urls import reverse

from compliance.domain.reminders import DueThing, ReminderRule
from compliance.selectors.due_things import FAR_DAYS, initials_of
from core.models import Engagement
from cpd.domain.development_reminders import (
    DEVELOPMENT_STEP,
    INDUCTION,
    JOB_DESCRIPTION_REVIEW,
    PROBATION_END,
    PROBATION_REVIEW,
)
from cpd.domain.job_description_review import review_due
from cpd.enums import ItemOutcome, NeedStatus
from cpd.models import DevelopmentStep, Induction, JobDescriptionReview, Probation, ProbationReview
from recruitment.models import Offer


class Day(NamedTuple):
    """One day as the database tells it. ``second_day`` is the one a job profile names for its review."""

    record: str
    pk: int
    engagement_id: int
    due_date: date
    second_day: date | None
    words: str
    school_id: int
    school_name: str
    given_name: str
    family_name: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of day: its rule, the first word of its record's key, what is to be done and why."""

    rule: ReminderRule
    record: str
    title: str
    detail: str


KINDS = {
    kind.record: kind
    for kind in (
        Kind(INDUCTION, "induction", "Finish the induction", "The earliest thing that is still to do."),
        Kind(PROBATION_REVIEW, "probation-review", "Hold the probation review", "Write down what was said."),
        Kind(PROBATION_END, "probation", "Decide about probation", "It does not end by itself."),
        Kind(DEVELOPMENT_STEP, "development-step", "", "A step of the plan for a development need."),
        Kind(
            JOB_DESCRIPTION_REVIEW,
            "job-description-review",
            "Review the job description with the postholder",
            "The day was planned.",
        ),
        Kind(
            JOB_DESCRIPTION_REVIEW,
            "job-description-of",
            "Review the job description with the postholder",
            "A year after the first day, or the day the job profile names.",
        ),
    )
}


def list_due_development(
    school_ids: Collection[int], *, today: date, days_ahead: int = FAR_DAYS
) -> list[DueThing]:
    """Everything with a day, past or within ``days_ahead``, of people who have not left; one query."""
    until = today + timedelta(days=days_ahead)
    here = Engagement.objects.filter(school_id__in=school_ids).exclude(end_date__lt=today)
    first, *others = _days(here)
    found = (_thing(Day(*row)) for row in first.union(*others, all=True))
    return [one for one in found if one.due_date <= until]


def _days(here: QuerySet[Engagement]) -> Iterator[QuerySet[Any, Any]]:
    """Queries of one shape: the columns of ``Day``."""
    yield _shaped(
        Induction.objects.filter(engagement__in=here, items__outcome=ItemOutcome.OPEN).annotate(
            day=Min("items__due_date")
        ),
        "induction",
        engagement="engagement_id",
    )
    running = Probation.objects.filter(engagement__in=here, is_over=False)
    yield _shaped(running.annotate(day=F("end_date")), "probation", engagement="engagement_id")
    reviews = ProbationReview.objects.filter(probation__in=running, held_date=None)
    yield _shaped(
        reviews.annotate(day=F("due_date")), "probation-review", engagement="probation__engagement_id"
    )
    steps = DevelopmentStep.objects.filter(
        need__engagement__in=here, need__status=NeedStatus.PLANNED, done_date=None
    )
    yield _shaped(
        steps.annotate(day=F("due_date")),
        "development-step",
        engagement="need__engagement_id",
        words=F("text"),
    )
    planned = JobDescriptionReview.objects.filter(engagement__in=here, outcome="")
    yield _shaped(planned.annotate(day=F("due_date")), "job-description-review", engagement="engagement_id")
    appointed = Offer.objects.filter(engagement__in=here, engagement__start_date__isnull=False).exclude(
        Exists(JobDescriptionReview.objects.filter(engagement=OuterRef("engagement")))
    )
    yield _shaped(
        appointed.annotate(day=F("engagement__start_date")),
        "job-description-of",
        engagement="engagement_id",
        second=F("application__vacancy__job_profile_version__review_date"),
    )


def _shaped(
    rows: QuerySet[Any],
    record: str,
    *,
    engagement: str,
    second: Combinable | None = None,
    words: Combinable | None = None,
) -> QuerySet[Any, Any]:
    person, school = (f"{engagement.removesuffix('_id')}__{name}" for name in ("person", "school"))
    return rows.order_by().values_list(
        Value(record, output_field=CharField()),
        "pk",
        engagement,
        "day",
        second or Cast(Value(None), DateField()),
        Cast(words or Value(""), CharField()),
        f"{school}_id",
        f"{school}__name",
        f"{person}__given_name",
        f"{person}__family_name",
    )


def _thing(day: Day) -> DueThing:
    kind, pk, due_date = KINDS[day.record], day.pk, day.due_date
    if day.record == "job-description-of":
        pk, due_date = (
            day.engagement_id,
            review_due(first_day=due_date, profile_review_date=day.second_day),
        )
    record_key = f"{day.record}-{pk}"
    return DueThing(
        rule=kind.rule,
        record_key=record_key,
        school_id=day.school_id,
        school_name=day.school_name,
        title=day.words or kind.title,
        due_date=due_date,
        href=reverse("compliance:due-thing", args=[kind.rule.key, record_key]),
        done_at=reverse("cpd:person-development", args=[day.engagement_id]),
        person_name=f"{day.given_name} {day.family_name}",
        initials=initials_of(day),
        detail=kind.detail,
    )
