"""What was reminded of, what rests for a while, and who subscribes to the calendar."""

from typing import Self

from django.db import models
from django.db.models import Q

from core.models import School, User

# The mail of a week to one person stands in the ledger under this rule, without a school.
WEEKLY_DIGEST = "weekly_digest"
FINGERPRINT = r"^[0-9a-f]{64}$"


class Reminder(models.Model):
    """One step of one ladder, sent. The row is the proof, and what keeps it from being sent again.

    ``rule`` and ``record_key`` are those of ``compliance.domain.reminders.DueThing``: no name is kept here.
    ``sent_to`` holds the numbers of the accounts it went to.
    """

    rule = models.CharField(max_length=40)
    record_key = models.CharField(max_length=60)
    due_date = models.DateField()
    step = models.PositiveSmallIntegerField("days before the day")
    school = models.ForeignKey(School, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    run = models.UUIDField("the run that sent it")
    sent_at = models.DateTimeField()
    sent_to = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "record_key", "due_date", "step"], name="reminder_step_once"
            ),
            models.CheckConstraint(
                condition=Q(rule=WEEKLY_DIGEST, school=None)
                | (~Q(rule=WEEKLY_DIGEST) & Q(school__isnull=False)),
                name="reminder_of_a_school_or_of_a_week",
            ),
        ]
        indexes = [models.Index(fields=["run"], name="reminder_by_run")]

    class DataProtection:
        retention = "organisation"
        plain = ("rule", "record_key", "due_date", "step", "school", "run", "sent_at", "sent_to")

    def __str__(self) -> str:
        return f"{self.rule} {self.record_key}: {self.step} days before {self.due_date}"


class SnoozeQuerySet(models.QuerySet["Snooze"]):
    def running(self) -> Self:
        return self.filter(ended_at=None)


class Snooze(models.Model):
    """Reminders of one thing rest until a day, because somebody said why."""

    rule = models.CharField(max_length=40)
    record_key = models.CharField(max_length=60)
    due_date = models.DateField()
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    until_date = models.DateField()
    reason = models.CharField(max_length=300)
    snoozed_at = models.DateTimeField()
    snoozed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = SnoozeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "record_key", "due_date"],
                condition=Q(ended_at=None),
                name="snooze_one_running",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="snooze_says_why"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="snooze_ended_by_somebody",
            ),
        ]

    class DataProtection:
        retention = "with_its_record"
        plain = (
            "rule",
            "record_key",
            "due_date",
            "school",
            "until_date",
            "snoozed_at",
            "snoozed_by",
            "ended_at",
            "ended_by",
        )
        personal = ("reason",)

    def __str__(self) -> str:
        return f"{self.rule} {self.record_key} rests until {self.until_date}"


class CalendarFeed(models.Model):
    """The secret address at which one person's calendar program reads. Only its fingerprint is kept."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="calendar_feed")
    token_hash = models.CharField(max_length=64, unique=True)
    shows_names = models.BooleanField("names instead of initials", default=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(token_hash__regex=FINGERPRINT), name="feed_keeps_a_fingerprint"
            )
        ]

    class DataProtection:
        retention = "organisation"
        plain = ("user", "token_hash", "shows_names", "made_at")

    def __str__(self) -> str:
        return f"Calendar of user {self.user_id}"
