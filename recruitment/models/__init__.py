from recruitment.models.application import (
    Application,
    ApplicationDocument,
    ApplicationDraft,
    HistoryEntry,
    Qualification,
    Referee,
    Statement,
)
from recruitment.models.decision import (
    CertificateSighting,
    Decision,
    Offer,
    OfferCondition,
    Reference,
    ReferenceAnswer,
)
from recruitment.models.event import RecruitmentEvent
from recruitment.models.job_profile import (
    Criterion,
    DismissedRemark,
    DocumentReading,
    JobProfile,
    JobProfileVersion,
    PersonSpecification,
)
from recruitment.models.scoring import AgreedScore, PanelAgreement, Score, ScoreSheet, StageResult
from recruitment.models.vacancy import PanelMember, Stage, Vacancy, VacancyCriterion

__all__ = [
    "AgreedScore",
    "Application",
    "ApplicationDocument",
    "ApplicationDraft",
    "CertificateSighting",
    "Criterion",
    "Decision",
    "DismissedRemark",
    "DocumentReading",
    "HistoryEntry",
    "JobProfile",
    "JobProfileVersion",
    "Offer",
    "OfferCondition",
    "PanelAgreement",
    "PanelMember",
    "PersonSpecification",
    "Qualification",
    "RecruitmentEvent",
    "Referee",
    "Reference",
    "ReferenceAnswer",
    "Score",
    "ScoreSheet",
    "Stage",
    "StageResult",
    "Statement",
    "Vacancy",
    "VacancyCriterion",
]
