"""Supervision of an ELSA: planned and held, the psychologist's and the manager's kept apart."""

from typing import Self

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from core.models import User
from cpd.enums import SupervisionKind, SupervisorKind
from cpd.models.elsa import ElsaRegistration


class SupervisionSessionQuerySet(models.QuerySet["SupervisionSession"]):
    def standing(self) -> Self:
        """Those nobody has withdrawn."""
        return self.filter(withdrawn_at=None)


class SupervisionSession(models.Model):
    """One session. Whether it counts is worked out from the provider's rules, never stored.

    Planned until somebody says whether it was attended. Withdrawn, it stays with its reason.
    """

    registration = models.ForeignKey(ElsaRegistration, on_delete=models.PROTECT, related_name="sessions")
    kind = models.CharField(max_length=20, choices=SupervisionKind, default=SupervisionKind.PSYCHOLOGIST)
    session_date = models.DateField("date")
    is_planned = models.BooleanField(default=False)
    attended = models.BooleanField(null=True, blank=True)
    session_hours = models.DecimalField("hours", max_digits=4, decimal_places=2, null=True, blank=True)
    group_size = models.PositiveSmallIntegerField("people in the group", null=True, blank=True)
    supervisor_kind = models.CharField("led by", max_length=30, choices=SupervisorKind, blank=True)
    supervisor_name = models.CharField("name of the supervisor", max_length=150, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawal_reason = models.CharField(max_length=300, blank=True)

    history = HistoricalRecords()

    objects = SupervisionSessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=SupervisionKind.values), name="supervision_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(supervisor_kind="")
                | Q(supervisor_kind__in=SupervisorKind.values, kind=SupervisionKind.PSYCHOLOGIST),
                name="supervision_led_by_a_psychologist_or_manager",
            ),
            models.CheckConstraint(
                condition=Q(is_planned=True, attended=None) | Q(is_planned=False, attended__isnull=False),
                name="supervision_planned_or_held",
            ),
            models.CheckConstraint(
                condition=Q(session_hours=None) | Q(session_hours__gt=0, session_hours__lte=24),
                name="supervision_hours_possible",
            ),
            models.CheckConstraint(
                condition=Q(group_size=None) | Q(group_size__gte=1), name="supervision_group_possible"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawal_reason="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawal_reason="")),
                name="supervision_withdrawn_by_somebody_for_a_reason",
            ),
            models.UniqueConstraint(
                fields=["registration", "kind", "session_date"],
                condition=Q(withdrawn_at=None),
                name="supervision_once_a_day",
                violation_error_message="A session of that day is written down already.",
            ),
        ]
        indexes = [models.Index(fields=["session_date"], name="supervision_by_date")]

    class DataProtection:
        retention = "personnel_file"
        plain = (
            "registration",
            "kind",
            "session_date",
            "is_planned",
            "session_hours",
            "group_size",
            "supervisor_kind",
            "supervisor_name",
            "recorded_at",
            "recorded_by",
            "withdrawn_at",
            "withdrawn_by",
        )
        personal = ("attended", "withdrawal_reason")

    def __str__(self) -> str:
        return f"Supervision on {self.session_date}"
