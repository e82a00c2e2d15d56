"""Applications. What identifies a candidate stands apart from what scorers read."""

import secrets
from typing import Self

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from core.domain.permissions import Actor, Permission
from core.models import Document, Person, User
from recruitment.enums import ApplicationChannel, ApplicationStatus, HistoryKind
from recruitment.models.vacancy import Vacancy, VacancyCriterion

PARTIAL_DATE = r"^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$"


def draft_token() -> str:
    return secrets.token_urlsafe(24)


class ApplicationQuerySet(models.QuerySet["Application"]):
    def visible_to(self, actor: Actor) -> Self:
        """Whole applications, names and all: for those who look after applicants. Panels read elsewhere."""
        return self.filter(vacancy__school_id__in=actor.schools_with(Permission.VIEW_APPLICANTS))


class Application(models.Model):
    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="applications")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="applications")
    code = models.CharField(max_length=10, help_text="What a panel sees instead of a name, such as C07")
    channel = models.CharField(max_length=20, choices=ApplicationChannel)
    status = models.CharField(max_length=20, choices=ApplicationStatus, default=ApplicationStatus.RECEIVED)
    received_at = models.DateTimeField()
    is_late = models.BooleanField(default=False)
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    wants_guaranteed_interview = models.BooleanField(default=False)
    interview_adjustments = models.TextField(blank=True)
    is_related_to_school = models.BooleanField(null=True, blank=True)
    relationship_details = models.TextField(blank=True)
    has_lived_abroad = models.BooleanField(null=True, blank=True)
    education_ended = models.CharField(max_length=10, blank=True)
    gap_explanation = models.TextField(blank=True)
    declared_true_at = models.DateTimeField(null=True, blank=True)

    objects = ApplicationQuerySet.as_manager()
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "code"], name="application_code_once"),
            models.CheckConstraint(
                condition=Q(status__in=ApplicationStatus.values), name="application_status_known"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=ApplicationChannel.values), name="application_channel_known"
            ),
        ]
        indexes = [models.Index(fields=["vacancy", "status"], name="application_by_status")]

    class DataProtection:
        retention = "unsuccessful_application"
        plain = (
            "vacancy",
            "code",
            "channel",
            "status",
            "received_at",
            "is_late",
            "entered_by",
            "declared_true_at",
        )
        personal = (
            "person",
            "is_related_to_school",
            "relationship_details",
            "has_lived_abroad",
            "education_ended",
            "gap_explanation",
        )
        special_category = ("wants_guaranteed_interview", "interview_adjustments")

    def __str__(self) -> str:
        return self.code


class ApplicationDraft(models.Model):
    """A form somebody is still filling in on the public page, found again by its secret address."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="drafts")
    token = models.CharField(max_length=40, unique=True, default=draft_token)
    answers = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class DataProtection:
        retention = "application_draft"
        plain = ("vacancy", "created_at", "changed_at")
        personal = ("token", "answers")

    def __str__(self) -> str:
        return f"Draft for {self.vacancy_id}"


class Qualification(models.Model):
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="qualifications")
    position = models.PositiveSmallIntegerField()
    title = models.CharField("qualification", max_length=200)
    subject = models.CharField(max_length=200, blank=True)
    grade = models.CharField(max_length=60, blank=True)
    awarding_place = models.CharField("school, college or awarding body", max_length=200, blank=True)
    awarded = models.CharField(max_length=10, blank=True)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "position"], name="qualification_position_once")
        ]

    class DataProtection:
        retention = "unsuccessful_application"
        plain = ("application", "position")
        personal = ("title", "subject", "grade", "awarding_place", "awarded")

    def __str__(self) -> str:
        return self.title


class HistoryEntry(models.Model):
    """One span of the full history since education; dates are a day or a month, as given."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="history_entries")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=HistoryKind)
    organisation = models.CharField(max_length=200, blank=True)
    job_title = models.CharField(max_length=200, blank=True)
    started = models.CharField(max_length=10)
    ended = models.CharField(max_length=10, blank=True, help_text="Empty: still going on")
    duties = models.TextField(blank=True)
    reason_for_leaving = models.CharField(max_length=300, blank=True)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "position"], name="history_position_once"),
            models.CheckConstraint(condition=Q(kind__in=HistoryKind.values), name="history_kind_known"),
            models.CheckConstraint(
                condition=Q(started__regex=PARTIAL_DATE), name="history_started_is_a_date"
            ),
            models.CheckConstraint(
                condition=Q(ended="") | Q(ended__regex=PARTIAL_DATE), name="history_ended_is_a_date"
            ),
        ]

    class DataProtection:
        retention = "unsuccessful_application"
        plain = ("application", "position", "kind")
        personal = ("organisation", "job_title", "started", "ended", "duties", "reason_for_leaving")

    def __str__(self) -> str:
        return self.job_title or self.get_kind_display()


class Statement(models.Model):
    """What the candidate wrote in support: for one criterion, or for all where ``criterion`` is empty."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="statements")
    criterion = models.ForeignKey(
        VacancyCriterion, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.TextField()

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "criterion"], name="statement_once_a_criterion"),
            models.UniqueConstraint(
                fields=["application"], condition=Q(criterion=None), name="statement_one_general"
            ),
        ]

    class DataProtection:
        retention = "unsuccessful_application"
        plain = ("application", "criterion")
        personal = ("text",)

    def __str__(self) -> str:
        return self.text[:60]


class Referee(models.Model):
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="referees")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=150)
    job_title = models.CharField(max_length=150, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    relationship = models.CharField("how they know the candidate", max_length=200, blank=True)
    email = models.EmailField("e-mail address", blank=True)
    phone = models.CharField("telephone", max_length=40, blank=True)
    is_current_employer = models.BooleanField(default=False)
    may_contact_before_interview = models.BooleanField(default=True)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "position"], name="referee_position_once")
        ]

    class DataProtection:
        retention = "unsuccessful_application"
        plain = ("application", "position", "is_current_employer", "may_contact_before_interview")
        personal = ("name", "job_title", "organisation", "relationship", "email", "phone")

    def __str__(self) -> str:
        return self.name


class ApplicationDocument(models.Model):
    """A file that came with an application; it usually names the candidate, so scorers never see it."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="documents")
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="+")

    class DataProtection:
        retention = "unsuccessful_application"
        plain = ("application", "document")

    def __str__(self) -> str:
        return str(self.document_id)
