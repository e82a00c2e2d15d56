"""The two sides of a review, the ratings in it, who signed, and an appeal."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from core.models import User
from cpd.domain.appraisal import Phase, Rating
from cpd.domain.appraisal_states import Part
from cpd.domain.appraisal_visibility import Side
from cpd.enums import PHASE_CHOICES, RATING_CHOICES, SIDE_CHOICES, SIGNER_CHOICES, AppealOutcome
from cpd.models.appraisal import Appraisal, Objective

_RATINGS = [rating.value for rating in Rating]


class ReviewSide(models.Model):
    """What one of the two wrote for one review. A draft until it is shared; history begins when it is.

    ``version`` counts the savings, so that two windows do not write over one another.
    """

    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="sides")
    phase = models.CharField(max_length=10, choices=PHASE_CHOICES)
    side = models.CharField(max_length=10, choices=SIDE_CHOICES)
    text = models.TextField(blank=True)
    development_needs = models.TextField(blank=True)
    pay_recommendation = models.TextField(blank=True)
    overall_rating = models.CharField(max_length=12, choices=RATING_CHOICES, blank=True)
    unrated_reason = models.TextField("why it is unrated", blank=True)
    version = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    shared_at = models.DateTimeField(null=True, blank=True)
    shared_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(phase__in=[phase.value for phase in Phase]), name="review_side_phase_known"
            ),
            models.CheckConstraint(
                condition=Q(side__in=[side.value for side in Side]), name="review_side_side_known"
            ),
            models.CheckConstraint(
                condition=Q(overall_rating__in=["", *_RATINGS]), name="review_side_rating_known"
            ),
            models.CheckConstraint(
                condition=Q(side=Side.MANAGER.value, phase=Phase.FINAL.value)
                | Q(overall_rating="", development_needs="", pay_recommendation="", unrated_reason=""),
                name="review_side_rated_by_the_appraiser_at_the_end",
            ),
            models.CheckConstraint(
                condition=Q(shared_at=None, shared_by=None)
                | Q(shared_at__isnull=False, shared_by__isnull=False),
                name="review_side_shared_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(shared_at=None) | ~Q(overall_rating=Rating.UNRATED.value) | ~Q(unrated_reason=""),
                name="review_side_unrated_says_why",
            ),
            models.UniqueConstraint(fields=["appraisal", "phase", "side"], name="review_side_once"),
        ]

    class DataProtection:
        retention = "appraisal"
        plain = ("appraisal", "phase", "side", "version", "changed_at", "shared_at", "shared_by")
        personal = ("text", "development_needs", "pay_recommendation", "overall_rating", "unrated_reason")

    def __str__(self) -> str:
        return f"{self.get_phase_display()}, {self.get_side_display()}"


class ObjectiveRating(models.Model):
    """How far one objective was met, in the final review of the appraiser. As hidden as the side it is in."""

    review_side = models.ForeignKey(ReviewSide, on_delete=models.PROTECT, related_name="ratings")
    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="ratings")
    rating = models.CharField(max_length=12, choices=RATING_CHOICES)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(rating__in=_RATINGS), name="objective_rating_known"),
            models.UniqueConstraint(fields=["review_side", "objective"], name="objective_rating_once"),
        ]

    class DataProtection:
        retention = "appraisal"
        plain = ("review_side", "objective")
        personal = ("rating",)

    def __str__(self) -> str:
        return f"Rating of objective {self.objective_id}"


class Signature(models.Model):
    """One of the two has signed the final review, with a comment if they wished."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="signatures")
    signed_as = models.CharField(max_length=10, choices=SIGNER_CHOICES)
    comment = models.TextField(blank=True)
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_as__in=[Part.APPRAISEE.value, Part.APPRAISER.value]),
                name="signature_of_one_of_the_two",
            ),
            models.UniqueConstraint(fields=["appraisal", "signed_as"], name="signature_once_a_part"),
        ]

    class DataProtection:
        retention = "appraisal"
        plain = ("appraisal", "signed_as", "signed_at", "signed_by")
        personal = ("comment",)

    def __str__(self) -> str:
        return f"Signature of appraisal {self.appraisal_id}"


class Appeal(models.Model):
    """The appraisee asks for the final review to be looked at again; somebody decides, with a reason."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="appeals")
    reason = models.TextField("what is not right")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=20, choices=AppealOutcome, blank=True)
    decision_reason = models.TextField("why", blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=["", *AppealOutcome.values]), name="appeal_outcome_known"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="appeal_says_why"),
            models.CheckConstraint(
                condition=Q(outcome="", decided_at=None, decided_by=None, decision_reason="")
                | (
                    ~Q(outcome="")
                    & Q(decided_at__isnull=False, decided_by__isnull=False)
                    & ~Q(decision_reason="")
                ),
                name="appeal_decided_by_somebody_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["appraisal"], condition=Q(decided_at=None), name="appeal_one_undecided"
            ),
        ]

    class DataProtection:
        retention = "appraisal"
        plain = ("appraisal", "made_at", "made_by", "decided_at", "decided_by")
        personal = ("reason", "outcome", "decision_reason")

    def __str__(self) -> str:
        return f"Appeal of appraisal {self.appraisal_id}"
