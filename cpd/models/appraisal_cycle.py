"""The cycles of appraisal at a school, what its policy says, and who is out of it for a time."""

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from core.models import Engagement, School, User
from cpd.domain.appraisal import APPEAL_WORKING_DAYS, MOST_OBJECTIVES, TERM_WEEKS, CycleKind, Ground
from cpd.enums import CYCLE_CHOICES, GROUND_CHOICES


class AppraisalPolicy(models.Model):
    """What a school has decided of appraisal for itself. A school without a row goes by custom."""

    school = models.OneToOneField(School, on_delete=models.CASCADE, related_name="appraisal_policy")
    most_objectives = models.PositiveSmallIntegerField(default=MOST_OBJECTIVES)
    appeal_working_days = models.PositiveSmallIntegerField(default=APPEAL_WORKING_DAYS)
    term_weeks = models.PositiveSmallIntegerField(default=TERM_WEEKS)
    has_pay_recommendation = models.BooleanField(default=False)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(most_objectives__gte=1) & Q(appeal_working_days__gte=1) & Q(term_weeks__gte=1),
                name="appraisal_policy_numbers_at_least_one",
            )
        ]

    class DataProtection:
        retention = "organisation"
        plain = ("school", "most_objectives", "appeal_working_days", "term_weeks", "has_pay_recommendation")

    def __str__(self) -> str:
        return f"Appraisal policy of school {self.school_id}"


class AppraisalCycle(models.Model):
    """One year of appraisal for teachers or for support staff, with the days by which each step is due."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="appraisal_cycles")
    name = models.CharField(max_length=120)
    kind = models.CharField("who is in it", max_length=20, choices=CYCLE_CHOICES)
    first_date = models.DateField("first day")
    last_date = models.DateField("last day")
    objectives_by_date = models.DateField("objectives agreed by")
    mid_year_by_date = models.DateField("mid-year review by")
    final_by_date = models.DateField("final review by")
    head_objectives_by_date = models.DateField("the head’s objectives by", null=True, blank=True)
    head_final_by_date = models.DateField("the head’s final review by", null=True, blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in CycleKind]), name="appraisal_cycle_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(last_date__gt=F("first_date"))
                & Q(objectives_by_date__gte=F("first_date"))
                & Q(mid_year_by_date__gte=F("objectives_by_date"))
                & Q(final_by_date__gte=F("mid_year_by_date")),
                name="appraisal_cycle_dates_in_order",
                violation_error_message=(
                    "The days come in order: first day, objectives, mid-year, final review."
                ),
            ),
            models.UniqueConstraint(
                fields=["school", "name"],
                name="appraisal_cycle_name_once_a_school",
                violation_error_message="The school already has a cycle of this name.",
            ),
        ]

    class DataProtection:
        retention = "organisation"
        plain = (
            "school",
            "name",
            "kind",
            "first_date",
            "last_date",
            "objectives_by_date",
            "mid_year_by_date",
            "final_by_date",
            "head_objectives_by_date",
            "head_final_by_date",
            "created_at",
            "created_by",
        )

    def __str__(self) -> str:
        return self.name


class AppraisalTemplate(models.Model):
    """What a review asks of both sides, and the objectives everybody of a role is given. A line each."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="appraisal_templates")
    name = models.CharField(max_length=120)
    kind = models.CharField("for", max_length=20, choices=CYCLE_CHOICES)
    self_prompts = models.TextField("questions to the appraisee", blank=True)
    manager_prompts = models.TextField("questions to the appraiser", blank=True)
    standard_objectives = models.TextField(blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in CycleKind]), name="appraisal_template_kind_known"
            ),
            models.UniqueConstraint(
                fields=["school", "name"],
                name="appraisal_template_name_once_a_school",
                violation_error_message="The school already has a template of this name.",
            ),
        ]

    class DataProtection:
        retention = "organisation"
        plain = ("school", "name", "kind", "self_prompts", "manager_prompts", "standard_objectives")

    def __str__(self) -> str:
        return self.name


class AppraisalExclusion(models.Model):
    """Somebody is out of appraisal from one day to another, both inclusive: induction or capability."""

    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="appraisal_exclusions")
    ground = models.CharField(max_length=20, choices=GROUND_CHOICES)
    valid_from = models.DateField("from")
    valid_until = models.DateField("until", null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ground__in=[ground.value for ground in Ground]),
                name="appraisal_exclusion_ground_known",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="appraisal_exclusion_dates_in_order",
                violation_error_message="The last day cannot be before the first.",
            ),
            models.UniqueConstraint(
                fields=["engagement", "ground"],
                condition=Q(valid_until=None),
                name="appraisal_exclusion_one_running_a_ground",
                violation_error_message="This is on record already and has not ended.",
            ),
        ]

    class DataProtection:
        retention = "appraisal"
        plain = ("engagement", "recorded_at", "recorded_by")
        personal = ("ground", "valid_from", "valid_until")

    def __str__(self) -> str:
        return f"{self.get_ground_display()}: engagement {self.engagement_id}"
