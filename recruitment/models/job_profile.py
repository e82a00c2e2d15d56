"""Job profiles and their person specifications, read from a document and confirmed by a person."""

from typing import Self

from django.db import models
from simple_history.models import HistoricalRecords

from core.domain.permissions import Actor, Permission
from core.models import Document, School, User
from recruitment.enums import ReadingStatus, Requirement


class AtSchoolQuerySet[M: models.Model](models.QuerySet[M]):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(school_id__in=actor.schools_with(Permission.VIEW_JOB_PROFILES))


class JobProfile(models.Model):
    """A post as the school describes it, whatever the version."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="job_profiles")
    title = models.CharField(max_length=200)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = AtSchoolQuerySet["JobProfile"].as_manager()

    class DataProtection:
        retention = "vacancy"
        plain = ("school", "title", "created_at", "created_by")

    def __str__(self) -> str:
        return self.title


class DocumentReading(models.Model):
    """A document as the reader understood it, being corrected. Only confirming saves anything else."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    revises = models.ForeignKey(
        JobProfile, on_delete=models.PROTECT, null=True, blank=True, related_name="readings"
    )
    source_name = models.CharField(max_length=200)
    lines = models.JSONField(default=list)
    unread = models.JSONField(default=list)
    profile = models.JSONField(default=dict)
    rows = models.JSONField(default=list)
    undo_stack = models.JSONField(default=list, blank=True)
    status = models.CharField(max_length=20, choices=ReadingStatus, default=ReadingStatus.OPEN)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    objects = AtSchoolQuerySet["DocumentReading"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=ReadingStatus.values), name="reading_status_known"
            )
        ]

    class DataProtection:
        retention = "vacancy"
        plain = (
            "school",
            "document",
            "revises",
            "source_name",
            "lines",
            "unread",
            "profile",
            "rows",
            "undo_stack",
            "status",
            "created_at",
            "created_by",
            "changed_at",
        )

    def __str__(self) -> str:
        return self.source_name


class JobProfileVersion(models.Model):
    """One confirmed edition of a job profile. It is never edited: a change is the next version."""

    job_profile = models.ForeignKey(JobProfile, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    employer = models.CharField(max_length=200, blank=True)
    model_number = models.CharField(max_length=40, blank=True)
    grade = models.CharField(max_length=100, blank=True)
    salary = models.CharField(max_length=200, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    contract = models.CharField(max_length=200, blank=True)
    responsible_to = models.CharField(max_length=200, blank=True)
    reports_to = models.CharField(max_length=200, blank=True)
    purpose = models.TextField(blank=True)
    duties = models.JSONField(default=list, blank=True)
    review_date = models.DateField(null=True, blank=True)
    reading = models.OneToOneField(
        DocumentReading, on_delete=models.PROTECT, null=True, blank=True, related_name="version"
    )
    confirmed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["job_profile", "number"], name="job_profile_version_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="job_profile_version_from_one"),
        ]

    class DataProtection:
        retention = "vacancy"
        plain = (
            "job_profile",
            "number",
            "title",
            "employer",
            "model_number",
            "grade",
            "salary",
            "hours",
            "contract",
            "responsible_to",
            "reports_to",
            "purpose",
            "duties",
            "review_date",
            "reading",
            "confirmed_at",
            "confirmed_by",
        )

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"


class PersonSpecification(models.Model):
    version = models.OneToOneField(
        JobProfileVersion, on_delete=models.PROTECT, related_name="person_specification"
    )
    evidence_key = models.JSONField(default=dict, blank=True)

    class DataProtection:
        retention = "vacancy"
        plain = ("version", "evidence_key")

    def __str__(self) -> str:
        return f"Person specification of {self.version_id}"


class CriterionFields(models.Model):
    """What a criterion says; shared by the specification and the copy that a vacancy freezes."""

    position = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    requirement = models.CharField(max_length=20, choices=Requirement)
    evidence = models.CharField(max_length=8, blank=True, help_text="Letters of the evidence key, such as AI")
    is_trainable = models.BooleanField(default=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text

    @property
    def is_essential(self) -> bool:
        return self.requirement == Requirement.ESSENTIAL


class Criterion(CriterionFields):
    specification = models.ForeignKey(PersonSpecification, on_delete=models.PROTECT, related_name="criteria")
    source_page = models.PositiveSmallIntegerField(null=True, blank=True)
    source_line = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["specification", "position"], name="criterion_position_once"),
            models.CheckConstraint(
                condition=models.Q(requirement__in=Requirement.values), name="criterion_requirement_known"
            ),
        ]

    class DataProtection:
        retention = "vacancy"
        plain = (
            "specification",
            "position",
            "section",
            "text",
            "requirement",
            "evidence",
            "is_trainable",
            "source_page",
            "source_line",
        )


class DismissedRemark(models.Model):
    """A remark about the wording of a version that somebody let stand, with the reason.

    ``words`` is the wording it was about (empty where it is about the whole list).
    """

    version = models.ForeignKey(JobProfileVersion, on_delete=models.PROTECT, related_name="dismissed_remarks")
    code = models.CharField(max_length=40)
    words = models.CharField(max_length=420, blank=True)
    reason = models.CharField(max_length=500)
    dismissed_at = models.DateTimeField()
    dismissed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "code", "words"], name="remark_dismissed_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="dismissed_remark_has_reason"),
        ]

    class DataProtection:
        retention = "vacancy"
        plain = ("version", "code", "words", "reason", "dismissed_at", "dismissed_by")

    def __str__(self) -> str:
        return f"{self.code} let stand"
