"""Choices that cpd stores."""

from django.db import models

from compliance.domain.kinds import KIND_LABELS
from cpd.domain.elsa_presets import PRESETS
from cpd.domain.training_matrix import AskedOf

KIND_CHOICES = [(kind.value, label) for kind, label in KIND_LABELS.items()]
PRESET_CHOICES = [(preset.value, rules.label) for preset, rules in PRESETS.items()]


class JoinerRule(models.TextChoices):
    """What somebody owes who ends the training within the year. No rule of the network was found."""

    FULL = "full", "All of the year’s sessions"
    PRO_RATA = "pro_rata", "A part: as many half terms as are left"


class SupervisionKind(models.TextChoices):
    """Kept apart: management supervision never counts towards registration."""

    PSYCHOLOGIST = "psychologist", "Psychologist’s supervision"
    MANAGEMENT = "management", "Management supervision"


class SupervisorKind(models.TextChoices):
    EDUCATIONAL_PSYCHOLOGIST = "educational_psychologist", "Educational psychologist"
    TRAINEE_YEAR_3 = "trainee_year_3", "Trainee psychologist, third year"
    TRAINEE_YEAR_1_2 = "trainee_year_1_2", "Trainee psychologist, first or second year"


class ElsaTopic(models.TextChoices):
    EMOTIONAL_LITERACY = "emotional_literacy", "Emotional literacy"
    RESILIENCE = "resilience", "Resilience and self-esteem"
    REGULATION = "regulation", "Regulation and anger"
    SOCIAL_SKILLS = "social_skills", "Social skills and autism"
    FRIENDSHIP = "friendship", "Friendship"
    LOSS = "loss", "Loss and bereavement"
    OTHER = "other", "Another topic"


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
