"""Sealed score sheets, the layer of agreed points, and results kept once a stage is unsealed."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from core.models import User
from recruitment.enums import SheetStatus
from recruitment.models.application import Application
from recruitment.models.vacancy import PanelMember, Stage, VacancyCriterion


class ScoreSheet(models.Model):
    """One panel member's scores for one application. Once submitted it never changes."""

    member = models.ForeignKey(PanelMember, on_delete=models.PROTECT, related_name="sheets")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="sheets")
    version = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=20, choices=SheetStatus, default=SheetStatus.OPEN)
    is_current = models.BooleanField(
        default=False, help_text="The newest version that was submitted or recused"
    )
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, help_text="Why recused, or why corrected")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "application", "version"], name="sheet_version_once"),
            models.UniqueConstraint(
                fields=["member", "application"], condition=Q(is_current=True), name="sheet_one_current"
            ),
            models.UniqueConstraint(
                fields=["member", "application"], condition=Q(status=SheetStatus.OPEN), name="sheet_one_open"
            ),
            models.CheckConstraint(
                condition=Q(status=SheetStatus.OPEN, finished_at=None, is_current=False)
                | (~Q(status=SheetStatus.OPEN) & Q(finished_at__isnull=False)),
                name="sheet_finished_when_not_open",
            ),
            models.CheckConstraint(condition=Q(status__in=SheetStatus.values), name="sheet_status_known"),
            models.CheckConstraint(
                condition=(Q(version=1) & ~Q(status=SheetStatus.RECUSED)) | ~Q(reason=""),
                name="sheet_reason_given",
            ),
        ]
        indexes = [
            models.Index(fields=["application", "member"], condition=Q(is_current=True), name="sheet_current")
        ]

    class DataProtection:
        retention = "interview_notes"
        plain = ("member", "application", "version", "status", "is_current", "created_at", "finished_at")
        personal = ("reason",)

    def __str__(self) -> str:
        return f"Sheet {self.pk} version {self.version}"


class Score(models.Model):
    """Points for one criterion, or *cannot tell*. A criterion without a row has not been scored."""

    sheet = models.ForeignKey(ScoreSheet, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(VacancyCriterion, on_delete=models.PROTECT, related_name="+")
    points = models.PositiveSmallIntegerField(null=True, blank=True)
    cannot_tell = models.BooleanField(default=False)
    label = models.CharField(max_length=100, blank=True, help_text="The words of the scale as they stood")
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sheet", "criterion"], name="score_once_a_criterion"),
            models.CheckConstraint(
                condition=Q(cannot_tell=False) | Q(points=None), name="score_points_or_cannot_tell"
            ),
            models.CheckConstraint(
                condition=Q(points=None) | Q(points__lte=10), name="score_points_at_most_ten"
            ),
        ]

    class DataProtection:
        retention = "interview_notes"
        plain = ("sheet", "criterion", "label")
        personal = ("points", "cannot_tell", "note")

    def __str__(self) -> str:
        return "?" if self.points is None else str(self.points)


class AgreedScore(models.Model):
    """Points the panel agreed after unsealing; the originals stay as they are."""

    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="agreed_scores")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="agreed_scores")
    criterion = models.ForeignKey(VacancyCriterion, on_delete=models.PROTECT, related_name="+")
    points = models.PositiveSmallIntegerField()
    reason = models.TextField()
    agreed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["stage", "application", "criterion"], name="agreed_once_a_criterion"
            ),
            models.CheckConstraint(condition=Q(points__lte=10), name="agreed_points_at_most_ten"),
            models.CheckConstraint(condition=~Q(reason=""), name="agreed_has_reason"),
        ]

    class DataProtection:
        retention = "interview_notes"
        plain = ("stage", "application", "criterion", "agreed_at", "agreed_by")
        personal = ("points", "reason")

    def __str__(self) -> str:
        return str(self.points)


class StageResult(models.Model):
    """What the pure rule said of an application when its scores last changed; written only once unsealed.

    ``units`` are exact integers (see ``recruitment.domain.scoring.UNIT_BASE``): ranks come from them, never
    from a rounded percentage.
    """

    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="results")
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="results")
    is_complete = models.BooleanField()
    gate = models.CharField(max_length=10)
    total_units = models.BigIntegerField(null=True, blank=True)
    essential_units = models.BigIntegerField(null=True, blank=True)
    desirable_units = models.BigIntegerField(null=True, blank=True)
    essentials_met = models.PositiveSmallIntegerField(default=0)
    failing = models.JSONField(default=list)
    cells = models.JSONField(default=list, help_text="What the grid prints, in the order of the criteria")
    sheet_count = models.PositiveSmallIntegerField(default=0, help_text="Sheets submitted for it")
    discuss_count = models.PositiveSmallIntegerField(default=0, help_text="Cells worth talking about")
    best_units = models.BigIntegerField(
        null=True, blank=True, help_text="Total if all of them were settled upwards; empty: still not ranked"
    )
    worst_units = models.BigIntegerField(
        null=True, blank=True, help_text="Total if all of them were settled downwards; empty: not ranked"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stage", "application"], name="result_once_a_stage"),
            models.CheckConstraint(
                condition=Q(gate__in=["met", "not_met", "open"]), name="result_gate_known"
            ),
        ]
        indexes = [
            models.Index(
                fields=["stage", "-is_complete", "gate", "-total_units", "-essential_units", "application"],
                name="result_in_order",
            )
        ]

    class DataProtection:
        retention = "interview_notes"
        plain = ("stage", "application")
        personal = (
            "is_complete",
            "gate",
            "total_units",
            "essential_units",
            "desirable_units",
            "essentials_met",
            "failing",
            "cells",
            "sheet_count",
            "discuss_count",
            "best_units",
            "worst_units",
        )

    def __str__(self) -> str:
        return f"Result {self.pk}"


class PanelAgreement(models.Model):
    """How far the scorers of a stage agreed before they talked, worked out when its scores were opened.

    It needs every score of the stage, so it is kept rather than worked out for each page.
    """

    stage = models.OneToOneField(Stage, on_delete=models.CASCADE, related_name="agreement")
    method = models.CharField(max_length=30)
    value = models.DecimalField(max_digits=6, decimal_places=4, null=True, blank=True)
    interval_low = models.DecimalField(max_digits=6, decimal_places=4, null=True, blank=True)
    interval_high = models.DecimalField(max_digits=6, decimal_places=4, null=True, blank=True)
    label = models.CharField(max_length=20, blank=True)
    rated_items = models.PositiveIntegerField(help_text="Cells to which two people or more gave points")
    pairs = models.PositiveIntegerField(help_text="Pairs of points given to the same cell by two scorers")
    pairs_within_one = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(pairs_within_one__lte=models.F("pairs")), name="agreement_pairs_fit"
            )
        ]

    class DataProtection:
        retention = "interview_notes"
        plain = (
            "stage",
            "method",
            "value",
            "interval_low",
            "interval_high",
            "label",
            "rated_items",
            "pairs",
            "pairs_within_one",
        )

    def __str__(self) -> str:
        return self.label
