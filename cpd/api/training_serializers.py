"""The shape of training as JSON. Fields are named one by one: what is not here does not leave."""

from decimal import Decimal
from typing import Any

from rest_framework import serializers

from cpd.domain.training_entry import QUARTER, TrainingEntry, to_quarters
from cpd.models import Course, Training
from cpd.selectors.training_matrix import TrainingMatrix


class CourseSerializer(serializers.ModelSerializer[Course]):
    basis = serializers.CharField(read_only=True)
    renewal_months = serializers.SerializerMethodField()

    class Meta:
        model = Course
        fields = ["id", "key", "name", "school", "renewal_months", "basis"]

    def get_renewal_months(self, course: Course) -> int | None:
        """Without any policy of a school."""
        return course.rule.renewal_months if course.rule else course.renewal_months


class TrainingSerializer(serializers.ModelSerializer[Training]):
    person_name = serializers.CharField(source="person.full_name", read_only=True)
    course_key = serializers.CharField(source="course.key", default="", read_only=True)
    name = serializers.SerializerMethodField()
    hours = serializers.DecimalField(max_digits=7, decimal_places=2, read_only=True, allow_null=True)
    cost = serializers.DecimalField(max_digits=9, decimal_places=2, read_only=True, allow_null=True)
    is_confirmed = serializers.SerializerMethodField()
    is_withdrawn = serializers.SerializerMethodField()

    class Meta:
        model = Training
        fields = [
            "id",
            "person",
            "person_name",
            "school",
            "course",
            "course_key",
            "name",
            "provider",
            "awarded_date",
            "printed_expiry",
            "hours",
            "cost",
            "origin",
            "recorded_at",
            "is_confirmed",
            "is_withdrawn",
        ]

    def get_name(self, training: Training) -> str:
        return training.course.name if training.course else training.title

    def get_is_confirmed(self, training: Training) -> bool:
        return training.confirmed_at is not None

    def get_is_withdrawn(self, training: Training) -> bool:
        return training.withdrawn_at is not None


class TrainingEntrySerializer(serializers.Serializer[Any]):
    """What is posted: a course by its number, or a title of its own; hours in quarters, cost in pounds."""

    engagement = serializers.IntegerField()
    course = serializers.IntegerField(default=None, allow_null=True)
    title = serializers.CharField(default="", allow_blank=True, max_length=200)
    provider = serializers.CharField(default="", allow_blank=True, max_length=200)
    awarded_date = serializers.DateField()
    printed_expiry = serializers.DateField(default=None, allow_null=True)
    hours = serializers.DecimalField(max_digits=7, decimal_places=2, default=None, allow_null=True)
    cost = serializers.DecimalField(max_digits=9, decimal_places=2, default=None, allow_null=True)

    def validate_hours(self, hours: Decimal | None) -> Decimal | None:
        if hours is not None and to_quarters(hours) is None:
            raise serializers.ValidationError(f"Give the hours in steps of {QUARTER}.")
        return hours

    def as_entry(self) -> TrainingEntry:
        """The training as the service takes it."""
        data = self.validated_data
        return TrainingEntry(
            awarded_date=data["awarded_date"],
            course_id=data["course"],
            title=data["title"],
            provider=data["provider"],
            printed_expiry=data["printed_expiry"],
            quarter_hours=None if data["hours"] is None else to_quarters(data["hours"]),
            cost_pence=None if data["cost"] is None else int(data["cost"] * 100),
        )


class MatrixColumnSerializer(serializers.Serializer[Any]):
    course = serializers.IntegerField()
    key = serializers.CharField(allow_blank=True)
    name = serializers.CharField()
    renewal_months = serializers.IntegerField(allow_null=True)
    basis = serializers.CharField()


class MatrixCellSerializer(serializers.Serializer[Any]):
    course = serializers.IntegerField()
    state = serializers.CharField()
    due_date = serializers.DateField(allow_null=True)
    why = serializers.CharField(allow_blank=True)


class MatrixLineSerializer(serializers.Serializer[Any]):
    engagement = serializers.IntegerField()
    person = serializers.IntegerField()
    name = serializers.CharField()
    job_title = serializers.CharField()
    cells = MatrixCellSerializer(many=True)


class TrainingMatrixSerializer(serializers.Serializer[Any]):
    school = serializers.CharField()
    as_at = serializers.DateField()
    courses = MatrixColumnSerializer(many=True)
    lines = MatrixLineSerializer(many=True)

    def to_representation(self, instance: TrainingMatrix) -> dict[str, Any]:
        return {
            "school": instance.school.name,
            "as_at": instance.as_at.isoformat(),
            "courses": [
                {
                    "course": column.course_id,
                    "key": column.rule.key if column.rule else "",
                    "name": column.name,
                    "renewal_months": column.months,
                    "basis": column.basis,
                }
                for column in instance.columns
            ],
            "lines": [
                {
                    "engagement": row.engagement_id,
                    "person": row.person_id,
                    "name": f"{row.given_name} {row.family_name}",
                    "job_title": row.job_title,
                    "cells": [
                        {
                            "course": column.course_id,
                            "state": cell.state,
                            "due_date": cell.due_date.isoformat() if cell.due_date else None,
                            "why": cell.why.text if cell.why else "",
                        }
                        for column, cell in zip(instance.columns, row.cells, strict=True)
                    ],
                }
                for row in instance.rows
            ],
        }
