"""Choices that cpd stores."""

from django.db import models

from compliance.domain.kinds import KIND_LABELS

KIND_CHOICES = [(kind.value, label) for kind, label in KIND_LABELS.items()]


class RequiredOf(models.TextChoices):
    """Of whom a school asks a course."""

    EVERYBODY = "everybody", "Everybody at work here"
    KIND = "kind", "One kind of people"
    EARLY_YEARS = "early_years", "Whoever works in early years"
    PERSON = "person", "One person, by name"


class TrainingOrigin(models.TextChoices):
    """How a record of training came in."""

    SCHOOL = "school", "Recorded by the school"
    SELF = "self", "Added by the person themselves"
    WORKBOOK = "workbook", "Brought in from a training log"
