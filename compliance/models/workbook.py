"""A school's own central-record workbook under review."""

from typing import Self

from django.db import models
from django.db.models import Q

from compliance.enums import WorkbookStatus
from core.domain.permissions import Actor, Permission
from core.models import Document, School, User


class WorkbookReadingQuerySet(models.QuerySet["WorkbookReading"]):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(school_id__in=actor.schools_with(Permission.VIEW_CENTRAL_RECORD))


class WorkbookReading(models.Model):
    """A workbook as the reader understood it, being looked through. Only confirming saves anything else.

    ``reading`` is a ``CentralRecordReading``, ``choices`` what a person said of it (``WorkbookChoices``),
    ``report`` what the import did. Discarding empties the three and takes the file away; at the end of its
    time the row goes too. What the workbook said of people is then nowhere but in the record.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    source_name = models.CharField(max_length=200)
    as_at = models.DateField("day that dates were judged by")
    reading = models.JSONField(default=dict)
    choices = models.JSONField(default=dict, blank=True)
    report = models.JSONField(default=dict, blank=True)
    status = models.CharField(max_length=20, choices=WorkbookStatus, default=WorkbookStatus.OPEN)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    settled_at = models.DateTimeField("brought in or discarded", null=True, blank=True)
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = WorkbookReadingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=WorkbookStatus.values), name="workbook_status_known"
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled_by=None) & Q(status=WorkbookStatus.OPEN)
                | Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(status=WorkbookStatus.OPEN),
                name="workbook_settled_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(status=WorkbookStatus.DISCARDED) | Q(document=None),
                name="workbook_discarded_keeps_no_file",
            ),
        ]

    class DataProtection:
        retention = "workbook_reading"
        plain = (
            "school",
            "document",
            "as_at",
            "status",
            "created_at",
            "created_by",
            "changed_at",
            "settled_at",
            "settled_by",
        )
        personal = ("source_name", "choices", "report")
        criminal_offence = ("reading",)

    def __str__(self) -> str:
        return self.source_name
