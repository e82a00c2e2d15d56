"""Rows of the demonstration that the addresses of development can be filled in with."""

from collections.abc import Callable

from django.utils import timezone

from core.domain.terms import MONTHS, school_year_of
from core.models import Engagement, User
from cpd.domain.training_log import LogLine, TrainingLogReading, reading_to_json
from cpd.models import (
    AppraisalCycle,
    AppraisalExclusion,
    Course,
    DevelopmentStep,
    ElsaProvider,
    InductionItem,
    JobDescriptionReview,
    PolicyVersion,
    Probation,
    ProbationReview,
    SupervisionSession,
    Training,
    TrainingLog,
    TrainingRequirement,
)

# A line that is ready, one that cannot come in.
A_LOG = TrainingLogReading(
    (("Name", "Name"), ("Course", "Training"), ("Date", "Completed on")),
    (
        LogLine("Log", 2, "B", "Josie", "Lane", "Working at height", "03/11/2025", provider="Red Kite"),
        LogLine("Log", 3, "B", "Jo", "Nobody", "Fire safety", "Sept 2025"),
    ),
)


def sample_of_development(pattern: str, name: str) -> object:
    """What an argument stands for; None where the address is not one of development."""
    folder = pattern.strip("/").split("/")[0]
    return SAMPLES[folder](pattern, name) if folder in SAMPLES else None


def appointed() -> Engagement:
    """Somebody appointed half a year ago, whose needs, induction and training are under way."""
    return Engagement.objects.get(offer__application__vacancy__reference="ML-MENTOR-05")


def of_needs(pattern: str, name: str) -> object:
    engagement = appointed()
    part = pattern.strip("/").split("/")[1]
    if name != "pk":
        return {"school_id": engagement.school_id, "kind": "support"}[name]
    if part == "people":
        return engagement.pk
    rows = {
        "line-management": engagement.line_management.order_by("pk"),
        "needs": engagement.development_needs.filter(status="planned"),
        "steps": DevelopmentStep.objects.filter(done_date=None).order_by("pk"),
        "induction-items": InductionItem.objects.filter(induction__engagement=engagement).order_by("-pk"),
        "probations": Probation.objects.filter(engagement=engagement),
        "probation-reviews": ProbationReview.objects.filter(held_date=None).order_by("pk"),
        "job-description-reviews": JobDescriptionReview.objects.filter(outcome=""),
    }
    return rows[part][0].pk


def of_training(pattern: str, name: str) -> object:
    """Josie's training, something the school asks, a log that somebody is looking through."""
    josie = Engagement.objects.get(person__given_name="Josie", person__family_name="Lane")
    if name == "course_id":
        return Course.objects.get(key="fire").pk
    log, _ = TrainingLog.objects.get_or_create(
        source_name="log.xlsx",
        school=josie.school,
        defaults={
            "reading": reading_to_json(A_LOG),
            "created_at": timezone.now(),
            "created_by": User.objects.get(name="Nia Owen"),
        },
    )
    return {
        "added": Training.objects.standing().filter(confirmed_at=None).order_by("pk")[0].pk,
        "schools": josie.school_id,
        "people": josie.pk,
        "records": Training.objects.filter(person=josie.person).order_by("pk")[0].pk,
        "requirements": TrainingRequirement.objects.filter(valid_until=None).order_by("pk")[0].pk,
        "logs": log.pk,
    }[pattern.strip("/").split("/")[1]]


def of_elsa(pattern: str, name: str) -> object:
    if name == "half_term":
        return MONTHS.half_terms_of(school_year_of(timezone.localdate()))[0].key
    if name == "school_id":
        return appointed().school_id
    if name == "number":
        return 1
    rows = {
        "elsa": appointed(),
        "supervision-sessions": SupervisionSession.objects.order_by("pk")[0],
        "elsa-providers": ElsaProvider.objects.order_by("pk")[0],
    }
    return rows[pattern.strip("/").split("/")[0]].pk


def of_policies(pattern: str, name: str) -> object:
    editions = PolicyVersion.objects.order_by("pk")
    if "/editions/" in pattern:
        return editions.get(signatures=None, policy__withdrawn_at=None).pk
    return editions[0].policy_id


def of_own_record(pattern: str, name: str) -> object:
    if "/people/" in pattern:
        return Engagement.objects.get(person__user__name="Nia Owen").pk
    return PolicyVersion.objects.order_by("pk")[0].pk


def of_appraisals(pattern: str, name: str) -> object:
    """This year's appraisal of the teaching assistant who signs in, and what belongs to it."""
    if name in {"event", "phase", "side"}:
        return {"event": "objectives_reopened", "phase": "mid_year", "side": "self"}[name]
    cycle = AppraisalCycle.objects.filter(kind="support_staff").order_by("-first_date")[0]
    appraisal = cycle.appraisals.get(engagement__person__user__email="josie.lane@millane.example")
    exclusion = AppraisalExclusion.objects.get(ground="capability")
    found = {
        "cycles": cycle.pk,
        "templates": cycle.appraisals.all()[0].template_id,
        "people": exclusion.engagement_id,
        "exclusions": exclusion.pk,
        "schools": cycle.school_id,
    }
    part = pattern.strip("/").split("/")
    if part[0] == "objectives":
        return appraisal.objectives.order_by("position")[0].pk
    return found.get(part[1], appraisal.pk)


SAMPLES: dict[str, Callable[[str, str], object]] = {
    "appraisals": of_appraisals,
    "objectives": of_appraisals,
    "development": of_needs,
    "training": of_training,
    "terms": of_training,
    "elsa": of_elsa,
    "supervision-sessions": of_elsa,
    "elsa-providers": of_elsa,
    "policies": of_policies,
    "my-record": of_own_record,
}
