from cpd.models.appraisal import Appraisal, AppraisalEvent, Objective, ObjectiveEvidence
from cpd.models.appraisal_cycle import AppraisalCycle, AppraisalExclusion, AppraisalPolicy, AppraisalTemplate
from cpd.models.course import Course, CoursePolicy, TrainingRequirement
from cpd.models.review import Appeal, ObjectiveRating, ReviewSide, Signature
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
    "LineManagement",
    "Objective",
    "ObjectiveEvidence",
    "ObjectiveRating",
    "ReviewSide",
    "Signature",
    "Training",
    "TrainingLog",
    "TrainingRequirement",
]
