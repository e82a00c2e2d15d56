"""What an application is made of, for the day it is taken out for good."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from core.models import Document
from core.services.erasure import Erasure, Rows, known_ids
from recruitment.models import (
    AgreedScore,
    Application,
    ApplicationDocument,
    ApplicationDraft,
    CertificateSighting,
    Decision,
    HistoryEntry,
    Offer,
    OfferCondition,
    Qualification,
    RecruitmentEvent,
    Referee,
    Reference,
    ReferenceAnswer,
    Score,
    ScoreSheet,
    StageResult,
    Statement,
)

FORM, REFERENCES = "Application form and its answers", "Referees and references"
SCORES, DECISIONS = "Scores and notes of the panel", "Decisions, offers and events"


def plan_application_erasure(*, application_ids: Collection[int], person_ids: Collection[int]) -> Erasure:
    """Everything these applications left behind, interview notes and files included.

    The vacancy stays, with its criteria and panel, and so does what was worked out over all its candidates.
    ``person_ids`` are whose applications they are.
    """
    own = Q(application_id__in=application_ids)
    parts = (
        Rows(DECISIONS, OfferCondition, known_ids(model=Offer, where=own, column="offer_id")),
        Rows(DECISIONS, Offer, own),
        Rows(REFERENCES, ReferenceAnswer, _of_references(own, "reference_id")),
        Rows(REFERENCES, Reference, known_ids(model=Referee, where=own, column="referee_id")),
        Rows(REFERENCES, Referee, own),
        Rows("Certificates seen", CertificateSighting, own),
        Rows(SCORES, Score, known_ids(model=ScoreSheet, where=own, column="sheet_id")),
        *(Rows(SCORES, model, own) for model in (ScoreSheet, AgreedScore, StageResult)),
        *(Rows(DECISIONS, model, own) for model in (Decision, RecruitmentEvent)),
        *(Rows(FORM, model, own) for model in (Statement, HistoryEntry, Qualification, ApplicationDocument)),
        Rows(FORM, ApplicationDraft, Q(answers__sent__in=list(application_ids))),
        Rows(FORM, Application, Q(id__in=application_ids)),
    )
    return Erasure(parts, _documents(own), frozenset(person_ids))


def _of_references(own: Q, column: str) -> Q:
    of_referees = known_ids(model=Referee, where=own, column="referee_id")
    return known_ids(model=Reference, where=of_referees, column=column)


def _documents(own: Q) -> QuerySet[Document]:
    """Files that came with the applications, and of references, replaced ones too."""
    of_referees = known_ids(model=Referee, where=own, column="referee_id")
    return Document.objects.filter(
        Q(pk__in=ApplicationDocument.objects.filter(own).values("document_id"))
        | Q(pk__in=Reference.objects.filter(of_referees, document__isnull=False).values("document_id"))
        | Q(pk__in=Reference.history.filter(of_referees, document_id__isnull=False).values("document_id"))
    )
