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
from compliance.models.reminder import CalendarFeed, Reminder, Snooze
from compliance.models.retention import DestructionBatch, DestructionItem, LegalHold
from compliance.models.workbook import WorkbookReading

__all__ = [
    "CalendarFeed",
    "CentralRecordLook",
    "Check",
    "CompliancePolicy",
    "DbsCertificate",
    "DestructionBatch",
    "DestructionItem",
    "EarlyStart",
    "EarlyStartReview",
    "EngagementRole",
    "LegalHold",
    "QualificationSeen",
    "Reminder",
    "RightToWorkEvidence",
    "Snooze",
    "StartConfirmation",
    "UpdateServiceCheck",
    "WorkbookReading",
]
