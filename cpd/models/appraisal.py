"""One person's appraisal in one cycle: its objectives and their evidence, and every move it made."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from core.models import Document, Engagement, User
from cpd.domain.appraisal_states import RUNNING, Event, State
from cpd.enums import EVENT_CHOICES, STATE_CHOICES
from cpd.models.appraisal_cycle import AppraisalCycle, AppraisalTemplate

_STATES = [state.value for state in State]
_RUNNING = [state.value for state in RUNNING]


class Appraisal(models.Model):
    """Where it stands; its events tell how it came there. ``resumes_as`` is set while it is suspended."""

    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="appraisals")
    cycle = models.ForeignKey(AppraisalCycle, on_delete=models.PROTECT, related_name="appraisals")
    template = models.ForeignKey(
        AppraisalTemplate, on_delete=models.PROTECT, null=True, blank=True, related_name="appraisals"
    )
    appraiser = models.ForeignKey(User, on_delete=models.PROTECT, related_name="appraises")
    state = models.CharField(max_length=20, choices=STATE_CHOICES, default=State.PLANNED.value)
    resumes_as = models.CharField(max_length=20, blank=True)
    is_headteacher = models.BooleanField(default=False)
    external_adviser = models.CharField(max_length=150, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=_STATES), name="appraisal_state_known"),
            models.CheckConstraint(
                condition=Q(state=State.SUSPENDED.value, resumes_as__in=_RUNNING)
                | (~Q(state=State.SUSPENDED.value) & Q(resumes_as="")),
                name="appraisal_suspended_knows_where_it_stood",
            ),
            models.UniqueConstraint(
                fields=["engagement", "cycle"],
                name="appraisal_once_a_cycle",
                violation_error_message="This person is in the cycle already.",
            ),
        ]

    class DataProtection:
        retention = "appraisal"
        plain = (
            "engagement",
            "cycle",
            "template",
            "appraiser",
            "state",
            "resumes_as",
            "is_headteacher",
            "external_adviser",
            "opened_at",
            "opened_by",
        )

    def __str__(self) -> str:
        return f"Appraisal of engagement {self.engagement_id}"


class AppraisalEvent(models.Model):
    """One move: by whom, when and why."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=30, choices=EVENT_CHOICES)
    from_state = models.CharField(max_length=20, blank=True)
    to_state = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[event.value for event in Event]), name="appraisal_event_kind_known"
            )
        ]
        indexes = [models.Index(fields=["appraisal", "at"], name="appraisal_event_in_order")]

    class DataProtection:
        retention = "appraisal"
        plain = ("appraisal", "kind", "from_state", "to_state", "at", "by")
        personal = ("reason",)

    def __str__(self) -> str:
        return self.get_kind_display()


class Objective(models.Model):
    """What somebody works towards in a cycle. ``origin`` copies what it grew from, such as a criterion."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="objectives")
    position = models.PositiveSmallIntegerField()
    text = models.TextField("objective")
    success_measures = models.TextField("how we will know", blank=True)
    evidence_wanted = models.TextField("evidence to look at", blank=True)
    due_date = models.DateField("by", null=True, blank=True)
    origin = models.TextField("where it comes from", blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="objective_says_what"),
            models.UniqueConstraint(fields=["appraisal", "position"], name="objective_position_once"),
        ]

    class DataProtection:
        retention = "appraisal"
        plain = ("appraisal", "position", "due_date", "added_at", "added_by")
        personal = ("text", "success_measures", "evidence_wanted", "origin")

    def __str__(self) -> str:
        return f"Objective {self.position}"


class ObjectiveEvidence(models.Model):
    """Something that shows how far an objective is met, in words or as a file."""

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="evidence")
    text = models.TextField("what it shows")
    seen_date = models.DateField("dated")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="objective_evidence_says_what")]

    class DataProtection:
        retention = "appraisal"
        plain = ("objective", "seen_date", "document", "added_at", "added_by")
        personal = ("text",)

    def __str__(self) -> str:
        return f"Evidence of objective {self.objective_id}"
