from cpd.models.course import Course, CoursePolicy, TrainingRequirement
from cpd.models.elsa import (
    ElsaAttestation,
    ElsaCaseload,
    ElsaProvider,
    ElsaRegistration,
    ElsaTrainingDay,
)
from cpd.models.supervision import SupervisionSession
from cpd.models.team import LineManagement
from cpd.models.training import Training
from cpd.models.training_log import TrainingLog

__all__ = [
    "Course",
    "CoursePolicy",
    "ElsaAttestation",
    "ElsaCaseload",
    "ElsaProvider",
    "ElsaRegistration",
    "ElsaTrainingDay",
    "LineManagement",
    "SupervisionSession",
    "Training",
    "TrainingLog",
    "TrainingRequirement",
]
