"""Choices that cpd stores."""

from django.db import models

from compliance.domain.kinds import KIND_LABELS
from cpd.domain.appraisal import CYCLE_LABELS, GROUND_LABELS, PHASE_LABELS, RATING_LABELS, SIDE_LABELS
from cpd.domain.appraisal_states import EVENT_LABELS, PART_LABELS, STATE_LABELS, Part
from cpd.domain.elsa_presets import PRESETS
from cpd.domain.training_matrix import AskedOf

KIND_CHOICES = [(kind.value, label) for kind, label in KIND_LABELS.items()]
PRESET_CHOICES = [(preset.value, rules.label) for preset, rules in PRESETS.items()]
# Told apart in the domain, where the rules of appraisal need them.
CYCLE_CHOICES = [(one.value, label) for one, label in CYCLE_LABELS.items()]
GROUND_CHOICES = [(one.value, label) for one, label in GROUND_LABELS.items()]
PHASE_CHOICES = [(one.value, label) for one, label in PHASE_LABELS.items()]
SIDE_CHOICES = [(one.value, label) for one, label in SIDE_LABELS.items()]
RATING_CHOICES = [(one.value, label) for one, label in RATING_LABELS.items()]
STATE_CHOICES = [(one.value, label) for one, label in STATE_LABELS.items()]
EVENT_CHOICES = [(one.value, label) for one, label in EVENT_LABELS.items()]
SIGNER_CHOICES = [(one.value, PART_LABELS[one]) for one in (Part.APPRAISEE, Part.APPRAISER)]


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
    READING = "reading", "Policy read and signed"


class LogStatus(models.TextChoices):
    """Where a training log under review stands."""

    OPEN = "open", "Being looked through"
    IMPORTED = "imported", "Brought in"
    DISCARDED = "discarded", "Discarded"


class ReadingBasis(models.TextChoices):
    """Who asks for a policy to be read."""

    GUIDANCE = "guidance", "Guidance for schools asks for it"
    POLICY = "policy", "The school asks for it"


class SigningWay(models.TextChoices):
    ONLINE = "online", "Signed here"
    PAPER = "paper", "Signed on paper"


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
