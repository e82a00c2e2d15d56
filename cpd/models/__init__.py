from cpd.models.appraisal import Appraisal, AppraisalEvent, Objective, ObjectiveEvidence
from cpd.models.appraisal_cycle import AppraisalCycle, AppraisalExclusion, AppraisalPolicy, AppraisalTemplate
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
from cpd.models.review import Appeal, ObjectiveRating, ReviewSide, Signature
from cpd.models.supervision import SupervisionSession
from cpd.models.team import LineManagement
from cpd.models.training import Training
from cpd.models.training_log import TrainingLog

__all__ = [
    "Appeal",
    "Appraisal",
    "AppraisalCycle",
    "AppraisalEvent",
    "AppraisalExclusion",
    "AppraisalPolicy",
    "AppraisalTemplate",
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
    "Objective",
    "ObjectiveEvidence",
    "ObjectiveRating",
    "Policy",
    "PolicySignature",
    "PolicyVersion",
    "Probation",
    "ProbationDecision",
    "ProbationReview",
    "ReviewSide",
    "Signature",
    "SupervisionSession",
    "Training",
    "TrainingLog",
    "TrainingRequirement",
]
