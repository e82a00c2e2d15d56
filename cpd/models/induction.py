"""The first weeks and months: what everybody of a kind is shown, and the probation that is reviewed."""

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from core.models import Engagement, School, User
from cpd.enums import KIND_CHOICES, ItemOutcome, ProbationOutcome


class InductionTemplate(models.Model):
    """What a school shows somebody of a kind, and how long such a person is on probation."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="induction_templates")
    kind = models.CharField("kind of person", max_length=20, choices=KIND_CHOICES)
    probation_months = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Whole months from the first day; empty: no probation"
    )
    review_months = models.JSONField(
        default=list, blank=True, help_text="After how many months probation is reviewed"
    )

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "kind"], name="induction_template_once_a_kind"),
            models.CheckConstraint(
                condition=Q(kind__in=[key for key, _ in KIND_CHOICES]), name="induction_template_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(probation_months=None) | Q(probation_months__gte=1, probation_months__lte=24),
                name="induction_template_probation_to_two_years",
                violation_error_message="Probation is 1 to 24 months.",
            ),
        ]

    class DataProtection:
        retention = "organisation"
        plain = ("school", "kind", "probation_months", "review_months")

    def __str__(self) -> str:
        return f"Induction, {self.get_kind_display()}"


class InductionTemplateItem(models.Model):
    """One thing that is shown or read, how many days after the first day, and by whom."""

    template = models.ForeignKey(InductionTemplate, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    due_days = models.PositiveSmallIntegerField(help_text="Days after the first day; 0 is that day")
    by_whom = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["template", "position"], name="induction_template_item_position_once"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="induction_template_item_has_words"),
        ]

    class DataProtection:
        retention = "organisation"
        plain = ("template", "position", "text", "due_days", "by_whom")

    def __str__(self) -> str:
        return self.text


class Induction(models.Model):
    """The induction of one engagement, begun from the template as it then was."""

    engagement = models.OneToOneField(Engagement, on_delete=models.PROTECT, related_name="induction")
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class DataProtection:
        retention = "personnel_file"
        plain = ("engagement", "begun_at", "begun_by")

    def __str__(self) -> str:
        return f"Induction of engagement {self.engagement_id}"


class InductionItem(models.Model):
    """One thing of an induction: still to do, done by somebody on a day, or not needed for a reason."""

    induction = models.ForeignKey(Induction, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    by_whom = models.CharField(max_length=100, blank=True)
    due_date = models.DateField()
    outcome = models.CharField(max_length=20, choices=ItemOutcome, default=ItemOutcome.OPEN)
    settled_date = models.DateField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField("why it is not needed", max_length=200, blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["induction", "position"], name="induction_item_position_once"),
            models.CheckConstraint(
                condition=Q(
                    outcome=ItemOutcome.OPEN, settled_date=None, settled_at=None, settled_by=None, reason=""
                )
                | Q(
                    outcome=ItemOutcome.DONE,
                    settled_date__isnull=False,
                    settled_at__isnull=False,
                    settled_by__isnull=False,
                    reason="",
                )
                | (
                    Q(
                        outcome=ItemOutcome.NOT_NEEDED,
                        settled_date__isnull=False,
                        settled_at__isnull=False,
                        settled_by__isnull=False,
                    )
                    & ~Q(reason="")
                ),
                name="induction_item_settled_by_somebody",
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("induction", "position", "text", "by_whom", "settled_at", "settled_by")
        personal = ("due_date", "outcome", "settled_date", "reason")

    def __str__(self) -> str:
        return self.text


class Probation(models.Model):
    """The probation of one engagement. How it stands follows from its decisions."""

    engagement = models.OneToOneField(Engagement, on_delete=models.PROTECT, related_name="probation")
    start_date = models.DateField()
    end_date = models.DateField("last day of probation")
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    is_over = models.BooleanField(default=False, help_text="Passed or not passed")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__gt=F("start_date")),
                name="probation_dates_in_order",
                violation_error_message="Probation ends after the first day.",
            )
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("engagement", "set_at", "set_by")
        personal = ("start_date", "end_date", "is_over")

    def __str__(self) -> str:
        return f"Probation of engagement {self.engagement_id}"


class ProbationReview(models.Model):
    """One review on the way: due on a day, and held with what was said."""

    probation = models.ForeignKey(Probation, on_delete=models.PROTECT, related_name="reviews")
    due_date = models.DateField()
    held_date = models.DateField(null=True, blank=True)
    note = models.TextField("what was said", blank=True)
    recorded_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["probation", "due_date"], name="probation_review_once_a_day"),
            models.CheckConstraint(
                condition=Q(held_date=None, note="", recorded_at=None, recorded_by=None)
                | (
                    Q(held_date__isnull=False, recorded_at__isnull=False, recorded_by__isnull=False)
                    & ~Q(note="")
                ),
                name="probation_review_held_and_recorded",
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("probation", "recorded_at", "recorded_by")
        personal = ("due_date", "held_date", "note")

    def __str__(self) -> str:
        return f"Probation review {self.pk}"


class ProbationDecision(models.Model):
    """What a named person decided about a probation, and why. Decisions are added and never changed."""

    probation = models.ForeignKey(Probation, on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=20, choices=ProbationOutcome)
    reason = models.TextField()
    previous_end_date = models.DateField()
    new_end_date = models.DateField(null=True, blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["probation"],
                condition=Q(outcome__in=[ProbationOutcome.PASSED, ProbationOutcome.NOT_PASSED]),
                name="probation_decided_once",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="probation_decision_has_reason"),
            models.CheckConstraint(
                condition=Q(
                    outcome=ProbationOutcome.EXTENDED,
                    new_end_date__isnull=False,
                    new_end_date__gt=F("previous_end_date"),
                )
                | Q(outcome__in=[ProbationOutcome.PASSED, ProbationOutcome.NOT_PASSED], new_end_date=None),
                name="probation_extended_to_a_later_day",
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("probation", "decided_at", "decided_by")
        personal = ("outcome", "reason", "previous_end_date", "new_end_date")

    def __str__(self) -> str:
        return self.get_outcome_display()
