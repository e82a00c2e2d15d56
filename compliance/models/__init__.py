from compliance.models.check import (
    Check,
    DbsCertificate,
    QualificationSeen,
    RightToWorkEvidence,
    UpdateServiceCheck,
)
from compliance.models.engagement import (
    CompliancePolicy,
    EarlyStart,
    EarlyStartReview,
    EngagementRole,
    StartConfirmation,
)
from compliance.models.record import CentralRecordLook

__all__ = [
    "CentralRecordLook",
    "Check",
    "CompliancePolicy",
    "DbsCertificate",
    "EarlyStart",
    "EarlyStartReview",
    "EngagementRole",
    "QualificationSeen",
    "RightToWorkEvidence",
    "StartConfirmation",
    "UpdateServiceCheck",
]
