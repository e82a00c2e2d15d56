"""A school's own training log under review."""

from django.db import models
from django.db.models import Q

from core.models import School, User
from cpd.enums import LogStatus


class TrainingLog(models.Model):
    """A workbook as it was read, being looked through; its file is not kept. Only confirming saves anything.

    ``reading`` is a ``TrainingLogReading``, ``report`` what came in. Both bringing in and discarding empty
    the reading.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    source_name = models.CharField(max_length=200)
    reading = models.JSONField(default=dict, blank=True)
    report = models.JSONField(default=dict, blank=True)
    status = models.CharField(max_length=20, choices=LogStatus, default=LogStatus.OPEN)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField("brought in or discarded", null=True, blank=True)
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=LogStatus.values), name="training_log_status_known"
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled_by=None, status=LogStatus.OPEN)
                | Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(status=LogStatus.OPEN),
                name="training_log_settled_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(status=LogStatus.OPEN) | Q(reading={}), name="training_log_settled_keeps_nothing"
            ),
        ]

    class DataProtection:
        retention = "workbook_reading"
        plain = ("school", "status", "created_at", "created_by", "settled_at", "settled_by")
        personal = ("source_name", "reading", "report")

    def __str__(self) -> str:
        return self.source_name
