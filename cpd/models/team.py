"""Who manages whom. It decides whose appraisal, training and supervision a line manager may see."""

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from core.models import Engagement, User


class LineManagement(models.Model):
    """Somebody manages a person's work, from one day to another, both inclusive."""

    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="line_management")
    manager = models.ForeignKey(User, on_delete=models.PROTECT, related_name="manages")
    valid_from = models.DateField("from")
    valid_until = models.DateField("until", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["engagement"], condition=Q(valid_until=None), name="line_manager_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="line_management_dates_in_order",
                violation_error_message="The last day cannot be before the first.",
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("engagement", "manager", "valid_from", "valid_until")

    def __str__(self) -> str:
        return f"Line management of engagement {self.engagement_id}"
