"""What is kept of somebody's development, for the day their personnel file is destroyed."""

from collections.abc import Collection, Iterator

from django.db.models import Q

from compliance.models import Snooze
from compliance.services.erasure import SNOOZES, calendar_keys
from core.models import Document, Engagement
from core.services.erasure import Blanks, Erasure, Rows, known_ids
from cpd.models import (
    DevelopmentNeed,
    ElsaAttestation,
    ElsaCaseload,
    ElsaRegistration,
    ElsaTrainingDay,
    LineManagement,
    PolicySignature,
    PolicyVersion,
    SupervisionSession,
    Training,
    TrainingRequirement,
)
from cpd.services.appraisal_erasure import list_appraisal_files, list_appraisal_rows
from cpd.services.development_erasure import list_needs_and_induction

ELSA = "ELSA ledger"
OF_AN_ELSA = (ElsaTrainingDay, SupervisionSession, ElsaCaseload, ElsaAttestation)


def plan_development_erasure(*, school_id: int, person_ids: Collection[int]) -> Erasure:
    """Everything of these people's development at the school.

    What another school of the trust took a record as evidence for keeps its words, and the record goes.
    """
    here = Q(person_id__in=person_ids, school_id=school_id)
    of_engagement = known_ids(model=Engagement, where=here, column="engagement_id")
    editions = known_ids(model=PolicyVersion, where=Q(policy__school_id=school_id), column="version_id")
    of_training = known_ids(model=Training, where=here, column="training_id")
    certificates = Training.objects.filter(here, certificate__isnull=False).values("certificate_id")
    evidence = list_appraisal_files(of_engagement=of_engagement).values("pk")
    parts: tuple[Rows | Blanks, ...] = (
        *_elsa_parts(of_engagement),
        *list_needs_and_induction(of_engagement),
        Blanks("", DevelopmentNeed, of_training, {"training": None}),
        Rows(SNOOZES, Snooze, Q(record_key__in=calendar_keys("job-description-of-", Engagement, here))),
        Rows("Training", Training, here),
        Rows("Training asked of them by name", TrainingRequirement, of_engagement),
        Rows("Policies read and signed", PolicySignature, Q(person_id__in=person_ids) & editions),
        Rows("Line management", LineManagement, of_engagement),
        *list_appraisal_rows(of_engagement=of_engagement),
    )
    kept = Document.objects.filter(Q(pk__in=certificates) | Q(pk__in=evidence))
    return Erasure(parts, kept, frozenset())


def _elsa_parts(of_engagement: Q) -> Iterator[Rows]:
    of_elsa = known_ids(model=ElsaRegistration, where=of_engagement, column="registration_id")
    for keys in (
        calendar_keys("supervision-", SupervisionSession, of_elsa),
        calendar_keys("elsa-", ElsaRegistration, of_engagement),
    ):
        yield Rows(SNOOZES, Snooze, Q(record_key__in=keys))
    for model in OF_AN_ELSA:
        yield Rows(ELSA, model, of_elsa)
    yield Rows(ELSA, ElsaRegistration, of_engagement)
