"""Training somebody has completed. A row is never changed: what was wrong is withdrawn, for a reason."""

from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from core.models import Document, Person, School, User
from cpd.enums import TrainingOrigin
from cpd.models.course import Course
from cpd.models.policy import PolicySignature

QUARTERS_IN_AN_HOUR = 4


class TrainingQuerySet(models.QuerySet["Training"]):
    def standing(self) -> Self:
        """What has not been withdrawn."""
        return self.filter(withdrawn_at=None)

    def confirmed(self) -> Self:
        """What counts: recorded by the school, or added by somebody themselves and confirmed since."""
        return self.standing().filter(confirmed_at__isnull=False)


class Training(models.Model):
    """One training of one person, in a course that is known or under a title of its own.

    It is kept by the school that recorded it and counts at every school of the same trust.
    ``signature`` is the one by which a policy was read that counts as this training.
    ``printed_expiry`` is the last valid day that the certificate prints. What somebody adds themselves waits
    until the school has confirmed it.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="training")
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="training")
    course = models.ForeignKey(
        Course, on_delete=models.PROTECT, null=True, blank=True, related_name="training"
    )
    title = models.CharField(max_length=200, blank=True, help_text="Only where it is none of the courses")
    provider = models.CharField(max_length=200, blank=True)
    awarded_date = models.DateField("completed on")
    printed_expiry = models.DateField("last valid day printed on the certificate", null=True, blank=True)
    quarter_hours = models.PositiveIntegerField("hours, in quarters", null=True, blank=True)
    cost_pence = models.PositiveIntegerField("cost, in pence", null=True, blank=True)
    certificate = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    signature = models.OneToOneField(
        PolicySignature, on_delete=models.PROTECT, null=True, blank=True, related_name="training"
    )
    origin = models.CharField(max_length=20, choices=TrainingOrigin, default=TrainingOrigin.SCHOOL)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    history = HistoricalRecords()
    objects = TrainingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(course__isnull=False, title="") | (Q(course=None) & ~Q(title="")),
                name="training_in_a_course_or_under_a_title",
            ),
            models.CheckConstraint(
                condition=Q(printed_expiry=None) | Q(printed_expiry__gte=F("awarded_date")),
                name="training_dates_in_order",
                violation_error_message="The certificate cannot end before the training was completed.",
            ),
            models.CheckConstraint(
                condition=Q(origin__in=TrainingOrigin.values), name="training_origin_known"
            ),
            models.CheckConstraint(
                condition=~Q(origin=TrainingOrigin.READING) | Q(signature__isnull=False),
                name="training_by_reading_was_signed",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, confirmed_by=None, origin=TrainingOrigin.SELF)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="training_confirmed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_reason="")),
                name="training_withdrawn_for_a_reason",
            ),
            models.UniqueConstraint(
                fields=["person", "school", "course", "awarded_date"],
                condition=Q(withdrawn_at=None, course__isnull=False),
                name="training_in_a_course_once_a_day",
            ),
            models.UniqueConstraint(
                fields=["person", "school", "title", "awarded_date"],
                condition=Q(withdrawn_at=None, course=None),
                name="training_under_a_title_once_a_day",
            ),
        ]
        indexes = [models.Index(fields=["person", "awarded_date"], name="training_of_a_person")]

    class DataProtection:
        retention = "training"
        plain = (
            "school",
            "course",
            "certificate",
            "signature",
            "origin",
            "recorded_at",
            "recorded_by",
            "confirmed_at",
            "confirmed_by",
            "withdrawn_at",
            "withdrawn_by",
        )
        personal = (
            "person",
            "title",
            "provider",
            "awarded_date",
            "printed_expiry",
            "quarter_hours",
            "cost_pence",
            "withdrawn_reason",
        )

    def __str__(self) -> str:
        return f"Training {self.pk} of person {self.person_id}"

    @property
    def hours(self) -> Decimal | None:
        """Exact, in quarters: 1.25."""
        return None if self.quarter_hours is None else Decimal(self.quarter_hours) / QUARTERS_IN_AN_HOUR

    @property
    def cost(self) -> Decimal | None:
        """In pounds."""
        return None if self.cost_pence is None else Decimal(self.cost_pence) / 100
