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


class NeedKind(models.TextChoices):
    OBJECTIVE = "objective", "Objective"
    TRAINING = "training", "Training"


class NeedOrigin(models.TextChoices):
    """Where a development need comes from, as its page says it."""

    TRAINABLE = "trainable", "Could be trained in the post"
    ESSENTIAL_WITH_DEVELOPMENT = "essential_with_development", "Essential met only with development"
    DESIRABLE_NOT_MET = "desirable_not_met", "Desirable not met at appointment"
    FINAL_REVIEW = "final_review", "Final review of an appraisal"
    ADDED = "added", "Added later"


class NeedStatus(models.TextChoices):
    PROPOSED = "proposed", "Proposed"
    ACCEPTED = "accepted", "Accepted"
    PLANNED = "planned", "Planned"
    MET = "met", "Met"
    DROPPED = "dropped", "Dropped"


class ItemOutcome(models.TextChoices):
    OPEN = "open", "Still to do"
    DONE = "done", "Done"
    NOT_NEEDED = "not_needed", "Not needed"


class ProbationOutcome(models.TextChoices):
    PASSED = "passed", "Passed"
    EXTENDED = "extended", "Extended"
    NOT_PASSED = "not_passed", "Not passed"


class ReviewOutcome(models.TextChoices):
    UNCHANGED = "unchanged", "Stays as it is"
    NEW_VERSION = "new_version", "New version"


class LogStatus(models.TextChoices):
    """Where a training log under review stands."""

    OPEN = "open", "Being looked through"
    IMPORTED = "imported", "Brought in"
    DISCARDED = "discarded", "Discarded"
