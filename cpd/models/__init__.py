from cpd.models.course import Course, CoursePolicy, TrainingRequirement
from cpd.models.development import DevelopmentNeed, DevelopmentStep
from cpd.models.elsa import (
    ElsaAttestation,
    ElsaCaseload,
    ElsaProvider,
    ElsaRegistration,
    ElsaTrainingDay,
)
from cpd.models.induction import (
    Induction,
    InductionItem,
    InductionTemplate,
    InductionTemplateItem,
    Probation,
    ProbationDecision,
    ProbationReview,
)
from cpd.models.job_description import JobDescriptionReview
from cpd.models.policy import Policy, PolicySignature, PolicyVersion
from cpd.models.supervision import SupervisionSession
from cpd.models.team import LineManagement
from cpd.models.training import Training
from cpd.models.training_log import TrainingLog

__all__ = [
    "Course",
    "CoursePolicy",
    "DevelopmentNeed",
    "DevelopmentStep",
    "ElsaAttestation",
    "ElsaCaseload",
    "ElsaProvider",
    "ElsaRegistration",
    "ElsaTrainingDay",
    "Induction",
    "InductionItem",
    "InductionTemplate",
    "InductionTemplateItem",
    "JobDescriptionReview",
    "LineManagement",
    "Policy",
    "PolicySignature",
    "PolicyVersion",
    "Probation",
    "ProbationDecision",
    "ProbationReview",
    "SupervisionSession",
    "Training",
    "TrainingLog",
    "TrainingRequirement",
]
