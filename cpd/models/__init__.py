from cpd.models.course import Course, CoursePolicy, TrainingRequirement
from cpd.models.team import LineManagement
from cpd.models.training import Training

__all__ = [
    "Course",
    "CoursePolicy",
    "LineManagement",
    "Training",
    "TrainingRequirement",
]
