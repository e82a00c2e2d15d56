from cpd.models.course import Course, CoursePolicy, TrainingRequirement
from cpd.models.development import DevelopmentNeed, DevelopmentStep
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
from cpd.models.team import LineManagement
from cpd.models.training import Training
from cpd.models.training_log import TrainingLog

__all__ = [
    "Course",
    "CoursePolicy",
    "DevelopmentNeed",
    "DevelopmentStep",
    "Induction",
    "InductionItem",
    "InductionTemplate",
    "InductionTemplateItem",
    "JobDescriptionReview",
    "LineManagement",
    "Probation",
    "ProbationDecision",
    "ProbationReview",
    "Training",
    "TrainingLog",
    "TrainingRequirement",
]
