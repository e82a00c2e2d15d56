from cpd.models.elsa import (
    ElsaAttestation,
    ElsaCaseload,
    ElsaProvider,
    ElsaRegistration,
    ElsaTrainingDay,
)
from cpd.models.supervision import SupervisionSession
from cpd.models.team import LineManagement

__all__ = [
    "ElsaAttestation",
    "ElsaCaseload",
    "ElsaProvider",
    "ElsaRegistration",
    "ElsaTrainingDay",
    "LineManagement",
    "SupervisionSession",
]
