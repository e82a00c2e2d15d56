from cpd.models.course import Course, CoursePolicy, TrainingRequirement
from cpd.models.team import LineManagement
from cpd.models.training import Training
from cpd.models.training_log import TrainingLog

__all__ = [
    "Course",
    "CoursePolicy",
    "LineManagement",
    "Training",
    "TrainingLog",
    "TrainingRequirement",
]
