"""The shape of appraisal's JSON. Fields are named one by one: what is not here does not leave."""

from typing import Any

from rest_framework import serializers

from cpd.enums import PHASE_CHOICES, RATING_CHOICES, SIDE_CHOICES, STATE_CHOICES
from cpd.models import Appraisal, Objective, ObjectiveRating, ReviewSide


class RatingSerializer(serializers.ModelSerializer[ObjectiveRating]):
    rating = serializers.ChoiceField(choices=RATING_CHOICES, read_only=True)

    class Meta:
        model = ObjectiveRating
        fields = ["objective", "rating"]


class SideSerializer(serializers.ModelSerializer[ReviewSide]):
    """One side of a review, of those the caller may read: their own draft, and what is shared with them."""

    phase = serializers.ChoiceField(choices=PHASE_CHOICES, read_only=True)
    side = serializers.ChoiceField(choices=SIDE_CHOICES, read_only=True)
    overall_rating = serializers.ChoiceField(choices=RATING_CHOICES, read_only=True)
    ratings = RatingSerializer(many=True, read_only=True)

    class Meta:
        model = ReviewSide
        fields = [
            "phase",
            "side",
            "text",
            "overall_rating",
            "unrated_reason",
            "development_needs",
            "pay_recommendation",
            "shared_at",
            "ratings",
        ]


class AppraisalSerializer(serializers.ModelSerializer[Appraisal]):
    person_name = serializers.CharField(source="engagement.person.full_name", read_only=True)
    school = serializers.IntegerField(source="engagement.school_id", read_only=True)
    cycle_name = serializers.CharField(source="cycle.name", read_only=True)
    appraiser_name = serializers.CharField(source="appraiser.name", read_only=True)
    state = serializers.ChoiceField(choices=STATE_CHOICES, read_only=True)
    sides = SideSerializer(source="readable_sides", many=True, read_only=True)

    class Meta:
        model = Appraisal
        fields = [
            "id",
            "engagement",
            "person_name",
            "school",
            "cycle",
            "cycle_name",
            "appraiser",
            "appraiser_name",
            "state",
            "is_headteacher",
            "opened_at",
            "sides",
        ]


class ObjectiveSerializer(serializers.ModelSerializer[Objective]):
    class Meta:
        model = Objective
        fields = [
            "id",
            "appraisal",
            "position",
            "text",
            "success_measures",
            "evidence_wanted",
            "due_date",
            "origin",
            "added_at",
        ]
        read_only_fields = ["position", "added_at"]


class ObjectiveEntrySerializer(serializers.Serializer[Any]):
    """An objective to be added to an appraisal."""

    appraisal = serializers.IntegerField(min_value=1)
    text = serializers.CharField()
    success_measures = serializers.CharField(allow_blank=True, default="")
    evidence_wanted = serializers.CharField(allow_blank=True, default="")
    due_date = serializers.DateField(allow_null=True, default=None)
    origin = serializers.CharField(allow_blank=True, default="")
