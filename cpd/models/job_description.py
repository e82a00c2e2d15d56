"""The review of a job description with the person who holds the post."""

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from core.models import Engagement, User
from cpd.enums import ReviewOutcome
from recruitment.models import JobProfileVersion


class JobDescriptionReview(models.Model):
    """One review of the job description somebody works by: planned, then held with its outcome."""

    engagement = models.ForeignKey(
        Engagement, on_delete=models.PROTECT, related_name="job_description_reviews"
    )
    version = models.ForeignKey(JobProfileVersion, on_delete=models.PROTECT, related_name="+")
    due_date = models.DateField()
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    consulted_date = models.DateField("talked over with the postholder on", null=True, blank=True)
    postholder_words = models.TextField("what the postholder says", blank=True)
    is_agreed = models.BooleanField("the postholder agrees", null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=ReviewOutcome, blank=True)
    new_version = models.ForeignKey(
        JobProfileVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField("why", blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    held_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["engagement"], condition=Q(outcome=""), name="job_description_review_one_open"
            ),
            models.CheckConstraint(
                condition=Q(
                    outcome="",
                    consulted_date=None,
                    postholder_words="",
                    is_agreed=None,
                    new_version=None,
                    reason="",
                    held_at=None,
                    held_by=None,
                )
                | (
                    Q(
                        outcome__in=ReviewOutcome.values,
                        consulted_date__isnull=False,
                        is_agreed__isnull=False,
                        held_at__isnull=False,
                        held_by__isnull=False,
                    )
                    & ~Q(postholder_words="")
                    & ~Q(reason="")
                ),
                name="job_description_review_held_with_consultation",
            ),
            models.CheckConstraint(
                condition=(
                    Q(outcome=ReviewOutcome.NEW_VERSION, new_version__isnull=False)
                    & ~Q(new_version=F("version"))
                )
                | (~Q(outcome=ReviewOutcome.NEW_VERSION) & Q(new_version=None)),
                name="job_description_review_names_new_version",
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = (
            "engagement",
            "version",
            "due_date",
            "planned_at",
            "planned_by",
            "new_version",
            "held_at",
            "held_by",
        )
        personal = ("consulted_date", "postholder_words", "is_agreed", "outcome", "reason")

    def __str__(self) -> str:
        return f"Review of the job description of engagement {self.engagement_id}"
