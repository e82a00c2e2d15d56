"""What the law of checks needs to know of an engagement, and how it began."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from compliance.domain.categories import WorkerCategory
from compliance.enums import CATEGORY_CHOICES
from core.domain.retention import PERIODS, Record
from core.models import Engagement, School, User


class EngagementRole(models.Model):
    """The kind of worker and the facts of the role. An empty fact is *not known*, which is never *no*.

    The facts are those of ``compliance.domain.requirement.RoleFacts``, by the same names.
    """

    engagement = models.OneToOneField(Engagement, on_delete=models.PROTECT, related_name="role")
    category = models.CharField("kind of worker", max_length=30, choices=CATEGORY_CHOICES)
    teaching_work = models.BooleanField(null=True, blank=True)
    management_role = models.BooleanField(null=True, blank=True)
    governor = models.BooleanField(null=True, blank=True)
    early_years_or_wraparound = models.BooleanField(null=True, blank=True)
    manages_early_years = models.BooleanField(null=True, blank=True)
    lived_abroad = models.BooleanField(null=True, blank=True)
    has_trn = models.BooleanField("has a teacher reference number", null=True, blank=True)
    individual_contract = models.BooleanField(null=True, blank=True)
    supervised = models.BooleanField(null=True, blank=True)
    personal_care = models.BooleanField(null=True, blank=True)
    regulated_activity = models.BooleanField(null=True, blank=True)
    regulated_activity_basis = models.TextField("why it is or is not regulated activity", blank=True)
    regulated_activity_decided_at = models.DateTimeField(null=True, blank=True)
    regulated_activity_decided_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    agency = models.CharField("agency, contractor or provider", max_length=200, blank=True)
    worked_with_children_until = models.DateField(
        "last day of regular work with children in a school or college", null=True, blank=True
    )

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(category__in=[category.value for category in WorkerCategory]),
                name="role_category_known",
            ),
            models.CheckConstraint(
                condition=Q(
                    regulated_activity=None,
                    regulated_activity_decided_at=None,
                    regulated_activity_decided_by=None,
                )
                | (
                    Q(regulated_activity__isnull=False)
                    & Q(regulated_activity_decided_at__isnull=False)
                    & Q(regulated_activity_decided_by__isnull=False)
                    & ~Q(regulated_activity_basis="")
                ),
                name="role_regulated_activity_decided_by_somebody",
            ),
        ]

    class DataProtection:
        retention = "central_record_line"
        plain = (
            "engagement",
            "category",
            "teaching_work",
            "management_role",
            "governor",
            "early_years_or_wraparound",
            "manages_early_years",
            "has_trn",
            "individual_contract",
            "supervised",
            "personal_care",
            "regulated_activity",
            "regulated_activity_basis",
            "regulated_activity_decided_at",
            "regulated_activity_decided_by",
            "agency",
        )
        personal = ("lived_abroad", "worked_with_children_until")

    def __str__(self) -> str:
        return self.get_category_display()


class EarlyStart(models.Model):
    """The risk assessment under which somebody starts while the certificate is pending."""

    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="early_starts")
    supervision_plan = models.TextField()
    supervisor = models.CharField(max_length=150)
    risks = models.TextField("risks and how they are kept low")
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    review_date = models.DateField("to be reviewed on")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    end_reason = models.CharField(max_length=300, blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["engagement"], condition=Q(ended_at=None), name="early_start_one_running"
            ),
            models.CheckConstraint(
                condition=~Q(supervision_plan="") & ~Q(supervisor="") & ~Q(risks=""),
                name="early_start_says_how",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, end_reason="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(end_reason="")),
                name="early_start_ended_by_somebody",
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("engagement", "signed_at", "signed_by", "review_date", "ended_at", "ended_by", "end_reason")
        personal = ("supervision_plan", "supervisor", "risks")

    def __str__(self) -> str:
        return f"Early start of engagement {self.engagement_id}"


class EarlyStartReview(models.Model):
    """One review of an early start: it goes on until another day, for a reason."""

    early_start = models.ForeignKey(EarlyStart, on_delete=models.PROTECT, related_name="reviews")
    reviewed_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    note = models.TextField()
    next_review_date = models.DateField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(note=""), name="early_start_review_says_why")]

    class DataProtection:
        retention = "personnel_file"
        plain = ("early_start", "reviewed_at", "reviewed_by", "next_review_date")
        personal = ("note",)

    def __str__(self) -> str:
        return f"Review {self.pk}"


class StartConfirmation(models.Model):
    """Somebody has started: on which day, confirmed by whom, and what the rules said then."""

    engagement = models.OneToOneField(Engagement, on_delete=models.PROTECT, related_name="start")
    started_date = models.DateField()
    confirmed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    is_early_start = models.BooleanField(default=False)
    edition = models.CharField("edition of the rules", max_length=60)

    history = HistoricalRecords()

    class DataProtection:
        retention = "personnel_file"
        plain = ("engagement", "confirmed_at", "confirmed_by", "is_early_start", "edition")
        personal = ("started_date",)

    def __str__(self) -> str:
        return f"Start of engagement {self.engagement_id}"


class CompliancePolicy(models.Model):
    """What a school has decided for itself where neither law nor guidance decides. Months or days.

    How long a record is kept is empty where the usual period holds (``core.domain.retention``).
    """

    school = models.OneToOneField(School, on_delete=models.CASCADE, related_name="compliance_policy")
    dbs_renewal_months = models.PositiveSmallIntegerField(null=True, blank=True)
    references_wanted = models.PositiveSmallIntegerField(default=2)
    early_start_review_days = models.PositiveSmallIntegerField(default=14)
    expiring_soon_days = models.PositiveSmallIntegerField(default=60)
    unsuccessful_application_months = models.PositiveSmallIntegerField(null=True, blank=True)
    dbs_copy_months = models.PositiveSmallIntegerField(null=True, blank=True)
    right_to_work_months = models.PositiveSmallIntegerField(null=True, blank=True)
    personnel_file_months = models.PositiveSmallIntegerField(null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(dbs_renewal_months=None) | Q(dbs_renewal_months__gte=1),
                name="policy_dbs_renewal_at_least_a_month",
            ),
            models.CheckConstraint(
                condition=Q(early_start_review_days__gte=1), name="policy_review_at_least_a_day"
            ),
            models.CheckConstraint(
                condition=Q(expiring_soon_days__gte=1),
                name="policy_soon_at_least_a_day",
            ),
            models.CheckConstraint(
                condition=Q(dbs_copy_months=None) | Q(dbs_copy_months__lte=PERIODS[Record.DBS_COPY].months),
                name="policy_dbs_copy_no_longer_than_guidance",
            ),
            models.CheckConstraint(
                condition=Q(right_to_work_months=None)
                | Q(right_to_work_months__gte=PERIODS[Record.RIGHT_TO_WORK].months),
                name="policy_right_to_work_no_shorter_than_guidance",
            ),
            models.CheckConstraint(
                condition=Q(personnel_file_months=None)
                | Q(personnel_file_months__gte=PERIODS[Record.RIGHT_TO_WORK].months),
                name="policy_staff_record_as_long_as_right_to_work",
            ),
            models.CheckConstraint(
                condition=Q(unsuccessful_application_months=None) | Q(unsuccessful_application_months__gte=1),
                name="policy_applications_at_least_a_month",
            ),
        ]

    class DataProtection:
        retention = "organisation"
        plain = (
            "school",
            "dbs_renewal_months",
            "references_wanted",
            "early_start_review_days",
            "expiring_soon_days",
            "unsuccessful_application_months",
            "dbs_copy_months",
            "right_to_work_months",
            "personnel_file_months",
        )

    def __str__(self) -> str:
        return f"Policy of school {self.school_id}"
