"""Choices that cpd stores."""

from django.db import models

from compliance.domain.kinds import KIND_LABELS
from cpd.domain.training_matrix import AskedOf

KIND_CHOICES = [(kind.value, label) for kind, label in KIND_LABELS.items()]


class RequiredOf(models.TextChoices):
    """Of whom a school asks a course."""

    EVERYBODY = AskedOf.EVERYBODY.value, "Everybody at work here"
    KIND = AskedOf.KIND.value, "One kind of people"
    EARLY_YEARS = AskedOf.EARLY_YEARS.value, "Whoever works in early years"
    PERSON = AskedOf.PERSON.value, "One person, by name"


class TrainingOrigin(models.TextChoices):
    """How a record of training came in."""

    SCHOOL = "school", "Recorded by the school"
    SELF = "self", "Added by the person themselves"
    WORKBOOK = "workbook", "Brought in from a training log"


class LogStatus(models.TextChoices):
    """Where a training log under review stands."""

    OPEN = "open", "Being looked through"
    IMPORTED = "imported", "Brought in"
    DISCARDED = "discarded", "Discarded"
