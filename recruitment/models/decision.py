"""Decisions by named people, references, certificates seen, offers and their conditions."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from core.models import Document, Engagement, User
from recruitment.enums import (
    ConditionStatus,
    Confirmation,
    DecisionOutcome,
    OfferStatus,
    ReferenceStatus,
)
from recruitment.models.application import Application, Referee
from recruitment.models.vacancy import Stage, VacancyCriterion


class Decision(models.Model):
    """What a named person decided about an application at a stage, and why. A later one supersedes it."""

    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="decisions")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=20, choices=DecisionOutcome)
    reason = models.TextField()
    override_reason = models.TextField(
        blank=True, help_text="Why, although an essential criterion is not met"
    )
    is_current = models.BooleanField(default=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["stage", "application"], condition=Q(is_current=True), name="decision_one_current"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="decision_has_reason"),
            models.CheckConstraint(
                condition=Q(outcome__in=DecisionOutcome.values), name="decision_outcome_known"
            ),
        ]

    class DataProtection:
        retention = "unsuccessful_application"
        plain = ("stage", "application", "is_current", "decided_at", "decided_by")
        personal = ("outcome", "reason", "override_reason")

    def __str__(self) -> str:
        return self.get_outcome_display()


class Reference(models.Model):
    referee = models.OneToOneField(Referee, on_delete=models.CASCADE, related_name="reference")
    status = models.CharField(max_length=20, choices=ReferenceStatus, default=ReferenceStatus.NOT_REQUESTED)
    requested_date = models.DateField(null=True, blank=True)
    received_date = models.DateField(null=True, blank=True)
    verified_date = models.DateField(null=True, blank=True)
    verified_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    verified_how = models.CharField(max_length=300, blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=ReferenceStatus.values), name="reference_status_known"
            ),
            models.CheckConstraint(
                condition=~Q(status=ReferenceStatus.VERIFIED)
                | (
                    Q(received_date__isnull=False, verified_date__isnull=False, verified_by__isnull=False)
                    & ~Q(verified_how="")
                ),
                name="reference_verified_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(received_date=None)
                | Q(verified_date=None)
                | Q(verified_date__gte=models.F("received_date")),
                name="reference_dates_in_order",
                violation_error_message="A reference cannot be verified before it was received.",
            ),
        ]

    class DataProtection:
        retention = "unsuccessful_application"
        plain = (
            "referee",
            "status",
            "requested_date",
            "received_date",
            "verified_date",
            "verified_by",
            "document",
        )
        personal = ("verified_how", "note")

    def __str__(self) -> str:
        return self.get_status_display()


class ReferenceAnswer(models.Model):
    """What a verified reference says of a criterion that is assessed by reference."""

    reference = models.ForeignKey(Reference, on_delete=models.CASCADE, related_name="answers")
    criterion = models.ForeignKey(VacancyCriterion, on_delete=models.PROTECT, related_name="+")
    confirmation = models.CharField(max_length=20, choices=Confirmation)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reference", "criterion"], name="reference_answer_once"),
            models.CheckConstraint(
                condition=Q(confirmation__in=Confirmation.values), name="confirmation_known"
            ),
        ]

    class DataProtection:
        retention = "unsuccessful_application"
        plain = ("reference", "criterion")
        personal = ("confirmation", "note")

    def __str__(self) -> str:
        return self.get_confirmation_display()


class CertificateSighting(models.Model):
    """Whether the original of a certificate was seen for a criterion that is assessed by certificate."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="certificates")
    criterion = models.ForeignKey(VacancyCriterion, on_delete=models.PROTECT, related_name="+")
    was_seen = models.BooleanField()
    seen_date = models.DateField(null=True, blank=True)
    seen_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("certificate", max_length=200, blank=True)
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "criterion"], name="certificate_once_a_criterion"),
            models.CheckConstraint(
                condition=Q(was_seen=False, seen_date=None) | Q(was_seen=True, seen_date__isnull=False),
                name="certificate_seen_on_a_day",
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("application", "criterion", "seen_by", "recorded_at")
        personal = ("was_seen", "seen_date", "title", "note")

    def __str__(self) -> str:
        return self.title


class Offer(models.Model):
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="offers")
    status = models.CharField(max_length=20, choices=OfferStatus, default=OfferStatus.MADE)
    start_date = models.DateField(null=True, blank=True)
    salary = models.CharField(max_length=200, blank=True)
    reply_by_date = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_note = models.TextField(blank=True)
    engagement = models.OneToOneField(
        Engagement, on_delete=models.PROTECT, null=True, blank=True, related_name="offer"
    )

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(status__in=["made", "accepted"]),
                name="offer_one_standing",
            ),
            models.CheckConstraint(condition=Q(status__in=OfferStatus.values), name="offer_status_known"),
            models.CheckConstraint(
                condition=Q(status=OfferStatus.MADE, answered_at=None)
                | (~Q(status=OfferStatus.MADE) & Q(answered_at__isnull=False)),
                name="offer_answered_when_settled",
            ),
            models.CheckConstraint(
                condition=Q(status=OfferStatus.ACCEPTED, engagement__isnull=False)
                | (~Q(status=OfferStatus.ACCEPTED) & Q(engagement=None)),
                name="offer_accepted_has_engagement",
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("application", "status", "made_at", "made_by", "answered_at", "engagement")
        personal = ("start_date", "salary", "reply_by_date", "answer_note")

    def __str__(self) -> str:
        return self.get_status_display()


class OfferCondition(models.Model):
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="conditions")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    status = models.CharField(max_length=20, choices=ConditionStatus, default=ConditionStatus.OUTSTANDING)
    settled_date = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["offer", "position"], name="condition_position_once"),
            models.CheckConstraint(
                condition=Q(status__in=ConditionStatus.values), name="condition_status_known"
            ),
            models.CheckConstraint(
                condition=Q(status=ConditionStatus.OUTSTANDING, settled_date=None, settled_by=None)
                | (
                    ~Q(status=ConditionStatus.OUTSTANDING)
                    & Q(settled_date__isnull=False, settled_by__isnull=False)
                ),
                name="condition_settled_by_somebody",
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("offer", "position", "settled_by")
        personal = ("text", "status", "settled_date", "note")

    def __str__(self) -> str:
        return self.text
