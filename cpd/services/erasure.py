"""What is kept of somebody's development, for the day their personnel file is destroyed."""

from collections.abc import Collection

from django.db.models import Q

from compliance.models import Snooze
from compliance.services.erasure import calendar_keys
from core.models import Document, Engagement
from core.services.erasure import Erasure, Rows, known_ids
from cpd.models import (
    ElsaAttestation,
    ElsaCaseload,
    ElsaRegistration,
    ElsaTrainingDay,
    LineManagement,
    SupervisionSession,
)

ELSA, SNOOZES = "ELSA ledger", "Reasons for putting off reminders"
OF_AN_ELSA = (ElsaTrainingDay, SupervisionSession, ElsaCaseload, ElsaAttestation)


def plan_development_erasure(*, school_id: int, person_ids: Collection[int]) -> Erasure:
    """Everything of these people's development at the school."""
    here = Q(person_id__in=person_ids, school_id=school_id)
    of_engagement = known_ids(model=Engagement, where=here, column="engagement_id")
    of_elsa = known_ids(model=ElsaRegistration, where=of_engagement, column="registration_id")
    parts = (
        *(
            Rows(SNOOZES, Snooze, Q(record_key__in=calendar_keys(prefix, model, where)))
            for prefix, model, where in (
                ("supervision-", SupervisionSession, of_elsa),
                ("elsa-", ElsaRegistration, of_engagement),
            )
        ),
        *(Rows(ELSA, model, of_elsa) for model in OF_AN_ELSA),
        Rows(ELSA, ElsaRegistration, of_engagement),
        Rows("Line management", LineManagement, of_engagement),
    )
    return Erasure(parts, Document.objects.none(), frozenset())
