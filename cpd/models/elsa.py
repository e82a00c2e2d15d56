"""The ELSA ledger: providers and their rules, who is registered, training days, caseload, attestations.

No pupil is ever named: about children there are numbers, and no text.
"""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from core.models import Engagement, School, User
from cpd.domain.elsa_presets import Preset
from cpd.enums import PRESET_CHOICES, ElsaTopic, JoinerRule


class ElsaProvider(models.Model):
    """Who trains and supervises a school's ELSAs, and what they ask for: providers differ."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="elsa_providers")
    name = models.CharField(max_length=150)
    preset = models.CharField("rules to begin with", max_length=20, choices=PRESET_CHOICES)
    training_days = models.PositiveSmallIntegerField("days of training", default=6)
    sessions_required = models.PositiveSmallIntegerField("sessions wanted in a year", default=4)
    sessions_offered = models.PositiveSmallIntegerField("sessions offered in a year", default=6)
    session_min_hours = models.DecimalField(
        "hours a session lasts at the least", max_digits=4, decimal_places=2, default=2
    )
    group_max = models.PositiveSmallIntegerField("people in a group at the most", default=8)
    accepts_trainee_year_3 = models.BooleanField(
        "a trainee psychologist in the third year may lead it", default=True
    )
    joiner_rule = models.CharField(
        "whoever ends the training within the year owes",
        max_length=10,
        choices=JoinerRule,
        default=JoinerRule.FULL,
    )
    certificate_after_sessions = models.PositiveSmallIntegerField(
        "sessions before the provider’s certificate", null=True, blank=True
    )
    recommended_weekly_minutes = models.PositiveSmallIntegerField(
        "minutes a week recommended for the work", default=360
    )
    checked_on = models.DateField("checked with the provider on", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["school", "name"],
                name="elsa_provider_once_a_school",
                violation_error_message="This school has a provider of that name already.",
            ),
            models.CheckConstraint(
                condition=Q(preset__in=[preset.value for preset in Preset]), name="elsa_provider_preset_known"
            ),
            models.CheckConstraint(
                condition=Q(joiner_rule__in=JoinerRule.values), name="elsa_provider_joiner_rule_known"
            ),
            models.CheckConstraint(
                condition=Q(training_days__range=(1, 30))
                & Q(sessions_offered__range=(1, 52))
                & Q(session_min_hours__gt=0, session_min_hours__lte=24)
                & Q(group_max__gte=1),
                name="elsa_provider_numbers_possible",
            ),
            models.CheckConstraint(
                condition=Q(sessions_required__gte=1, sessions_required__lte=F("sessions_offered")),
                name="elsa_provider_offers_what_it_requires",
                violation_error_message="No more sessions can be wanted than are offered.",
            ),
        ]

    class DataProtection:
        retention = "organisation"
        plain = (
            "school",
            "name",
            "preset",
            "training_days",
            "sessions_required",
            "sessions_offered",
            "session_min_hours",
            "group_max",
            "accepts_trainee_year_3",
            "joiner_rule",
            "certificate_after_sessions",
            "recommended_weekly_minutes",
            "checked_on",
        )

    def __str__(self) -> str:
        return self.name


class ElsaRegistration(models.Model):
    """Somebody is, or trains to be, an ELSA of the school. Where they stand is worked out for a day.

    Number and dates are those of the provider's yearly registration; earlier years are in the history.
    """

    engagement = models.OneToOneField(Engagement, on_delete=models.PROTECT, related_name="elsa")
    provider = models.ForeignKey(ElsaProvider, on_delete=models.PROTECT, related_name="registrations")
    registration_number = models.CharField("registration number", max_length=40, blank=True)
    registered_date = models.DateField("registered on", null=True, blank=True)
    valid_until = models.DateField("registered until", null=True, blank=True)
    nominated_by = models.CharField(max_length=150)
    line_manager = models.CharField(max_length=150)
    weekly_minutes = models.PositiveSmallIntegerField("minutes a week for the work", null=True, blank=True)
    is_small_school = models.BooleanField("the school has up to about 100 pupils", default=False)
    ended_date = models.DateField("an ELSA here until", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None)
                | Q(registered_date__isnull=False, valid_until__gte=F("registered_date")),
                name="elsa_registered_before_it_ends",
                violation_error_message="A registration begins on or before the day it ends.",
            )
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("engagement", "provider", "is_small_school")
        personal = (
            "registration_number",
            "registered_date",
            "valid_until",
            "nominated_by",
            "line_manager",
            "weekly_minutes",
            "ended_date",
        )

    def __str__(self) -> str:
        return f"ELSA of engagement {self.engagement_id}"


class ElsaTrainingDay(models.Model):
    """One day of the training, planned, attended or missed."""

    registration = models.ForeignKey(ElsaRegistration, on_delete=models.PROTECT, related_name="days")
    number = models.PositiveSmallIntegerField()
    training_date = models.DateField("date")
    topic = models.CharField(max_length=20, choices=ElsaTopic)
    attended = models.BooleanField(default=False)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["registration", "number"], name="elsa_training_day_once"),
            models.CheckConstraint(condition=Q(number__range=(1, 30)), name="elsa_training_day_numbered"),
            models.CheckConstraint(
                condition=Q(topic__in=ElsaTopic.values), name="elsa_training_day_topic_known"
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("registration", "number", "topic")
        personal = ("training_date", "attended")

    def __str__(self) -> str:
        return f"Day {self.number}"


class ElsaCaseload(models.Model):
    """How many children an ELSA saw in a half term: numbers, and no child."""

    registration = models.ForeignKey(ElsaRegistration, on_delete=models.PROTECT, related_name="caseloads")
    half_term_first = models.DateField("first day of the half term")
    children_one_to_one = models.PositiveSmallIntegerField("children seen one to one")
    children_in_groups = models.PositiveSmallIntegerField("children seen in groups")
    sessions_held = models.PositiveSmallIntegerField("sessions with children")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "half_term_first"], name="elsa_caseload_once_a_half_term"
            )
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("registration", "half_term_first")
        personal = ("children_one_to_one", "children_in_groups", "sessions_held")

    def __str__(self) -> str:
        return f"Caseload from {self.half_term_first}"


class ElsaAttestation(models.Model):
    """Somebody stands by what an ELSA attended. ``facts`` is what the certificate said; it never changes."""

    registration = models.ForeignKey(ElsaRegistration, on_delete=models.PROTECT, related_name="attestations")
    as_at = models.DateField()
    facts = models.JSONField(encoder=DjangoJSONEncoder)
    attested_at = models.DateTimeField()
    attested_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class DataProtection:
        retention = "personnel_file"
        plain = ("registration", "as_at", "attested_at", "attested_by")
        personal = ("facts",)

    def __str__(self) -> str:
        return f"Attendance attested as at {self.as_at}"
