"""Choices that cpd stores."""

from django.db import models

from compliance.domain.kinds import KIND_LABELS
from cpd.domain.appraisal import CYCLE_LABELS, GROUND_LABELS, PHASE_LABELS, RATING_LABELS, SIDE_LABELS
from cpd.domain.appraisal_states import EVENT_LABELS, PART_LABELS, STATE_LABELS, Part
from cpd.domain.training_matrix import AskedOf

KIND_CHOICES = [(kind.value, label) for kind, label in KIND_LABELS.items()]
# Told apart in the domain, where the rules of appraisal need them.
CYCLE_CHOICES = [(one.value, label) for one, label in CYCLE_LABELS.items()]
GROUND_CHOICES = [(one.value, label) for one, label in GROUND_LABELS.items()]
PHASE_CHOICES = [(one.value, label) for one, label in PHASE_LABELS.items()]
SIDE_CHOICES = [(one.value, label) for one, label in SIDE_LABELS.items()]
RATING_CHOICES = [(one.value, label) for one, label in RATING_LABELS.items()]
STATE_CHOICES = [(one.value, label) for one, label in STATE_LABELS.items()]
EVENT_CHOICES = [(one.value, label) for one, label in EVENT_LABELS.items()]
SIGNER_CHOICES = [(one.value, PART_LABELS[one]) for one in (Part.APPRAISEE, Part.APPRAISER)]


class AppealOutcome(models.TextChoices):
    UPHELD = "upheld", "Upheld: the review is written again"
    PARTLY_UPHELD = "partly_upheld", "Partly upheld: the review is written again"
    NOT_UPHELD = "not_upheld", "Not upheld: the review stands"


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
