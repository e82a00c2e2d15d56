"""Who did what, when and why: every move of a vacancy and of what belongs to it."""

from django.db import models

from core.models import User
from recruitment.enums import EventKind
from recruitment.models.application import Application
from recruitment.models.vacancy import Stage, Vacancy


class RecruitmentEvent(models.Model):
    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="events")
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, null=True, blank=True, related_name="events")
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, null=True, blank=True, related_name="events"
    )
    kind = models.CharField(max_length=30, choices=EventKind)
    from_status = models.CharField(max_length=20, blank=True)
    to_status = models.CharField(max_length=20, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=EventKind.values), name="event_kind_known")
        ]
        indexes = [models.Index(fields=["vacancy", "-at"], name="event_in_order")]

    class DataProtection:
        retention = "unsuccessful_application"
        plain = ("vacancy", "stage", "application", "kind", "from_status", "to_status", "at", "by")
        personal = ("reason",)

    def __str__(self) -> str:
        return self.get_kind_display()
