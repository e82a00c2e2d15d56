"""What somebody still has to learn, from the proposal to the evidence that it is met."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from core.models import Engagement, User
from cpd.enums import NeedKind, NeedOrigin, NeedStatus
from cpd.models.appraisal import Objective
from cpd.models.training import Training


class DevelopmentNeed(models.Model):
    """One objective or training need. What it comes from is copied: vacancies are not kept for good."""

    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="development_needs")
    kind = models.CharField(max_length=20, choices=NeedKind)
    text = models.TextField("what is to be learned")
    origin = models.CharField(max_length=30, choices=NeedOrigin)
    origin_key = models.CharField(max_length=60, blank=True, help_text="Names what it comes from, once")
    origin_text = models.TextField("the criterion's own words", blank=True)
    origin_requirement = models.CharField(max_length=20, blank=True)
    origin_source = models.CharField("where it comes from", max_length=300, blank=True)
    panel_note = models.TextField(blank=True, help_text="For manager and HR, never for the person")
    status = models.CharField(max_length=20, choices=NeedStatus, default=NeedStatus.PROPOSED)
    target_date = models.DateField(null=True, blank=True)
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True, help_text="When it last moved on")
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True, help_text="Why it was dropped")
    met_date = models.DateField(null=True, blank=True)
    evidence = models.TextField("what shows that it is met", blank=True)
    training = models.ForeignKey(
        Training, on_delete=models.PROTECT, null=True, blank=True, related_name="needs_met"
    )
    objective = models.OneToOneField(
        Objective,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="need",
        help_text="The objective of an appraisal that it became",
    )

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "origin_key"],
                condition=~Q(origin_key=""),
                name="development_need_once_an_origin",
            ),
            models.CheckConstraint(condition=Q(kind__in=NeedKind.values), name="development_need_kind_known"),
            models.CheckConstraint(
                condition=Q(origin__in=NeedOrigin.values), name="development_need_origin_known"
            ),
            models.CheckConstraint(
                condition=(
                    Q(status=NeedStatus.PROPOSED, decided_at=None, decided_by=None)
                    | (
                        Q(status__in=[one for one in NeedStatus.values if one != NeedStatus.PROPOSED])
                        & Q(decided_at__isnull=False, decided_by__isnull=False)
                    )
                ),
                name="development_need_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=(Q(status=NeedStatus.DROPPED) & ~Q(reason=""))
                | (~Q(status=NeedStatus.DROPPED) & Q(reason="")),
                name="development_need_dropped_for_a_reason",
            ),
            models.CheckConstraint(
                condition=(Q(status=NeedStatus.MET, met_date__isnull=False) & ~Q(evidence=""))
                | (~Q(status=NeedStatus.MET) & Q(met_date=None, evidence="", training=None)),
                name="development_need_met_with_evidence",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="development_need_has_words"),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = (
            "engagement",
            "origin",
            "origin_key",
            "origin_text",
            "origin_requirement",
            "origin_source",
            "proposed_at",
            "proposed_by",
            "decided_at",
            "decided_by",
            "training",
            "objective",
        )
        personal = (
            "kind",
            "text",
            "panel_note",
            "status",
            "target_date",
            "reason",
            "met_date",
            "evidence",
        )

    def __str__(self) -> str:
        return self.text


class DevelopmentStep(models.Model):
    """One dated part of the plan for a need. A new plan replaces the steps that are not done."""

    need = models.ForeignKey(DevelopmentNeed, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    due_date = models.DateField()
    done_date = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["need", "position"], name="development_step_position_once"),
            models.CheckConstraint(condition=~Q(text=""), name="development_step_has_words"),
            models.CheckConstraint(
                condition=Q(done_date=None, done_by=None) | Q(done_date__isnull=False, done_by__isnull=False),
                name="development_step_done_by_somebody",
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("need", "position", "done_by")
        personal = ("text", "due_date", "done_date")

    def __str__(self) -> str:
        return self.text
