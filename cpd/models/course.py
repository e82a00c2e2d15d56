"""What people are trained in, how often a school wants it, and of whom."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from core.models import Engagement, School, User
from cpd.domain.training_rules import RULES, Basis, CourseKey, CourseRule
from cpd.enums import KIND_CHOICES, RequiredOf


class CourseQuerySet(models.QuerySet["Course"]):
    def known_at(self, school_ids: object) -> Self:
        """The courses there are rules for, and those these schools have added."""
        return self.filter(Q(school=None) | Q(school_id__in=school_ids))


class Course(models.Model):
    """One course or kind of training. Either there is a rule for it, the same at every school, or a school
    has added it. ``key`` names the rule of ``cpd.domain.training_rules``, which says all the rest.
    """

    key = models.CharField("rule", max_length=40, blank=True)
    name = models.CharField(max_length=200)
    school = models.ForeignKey(
        School, on_delete=models.PROTECT, null=True, blank=True, related_name="courses"
    )
    renewal_months = models.PositiveSmallIntegerField("renewed after, in months", null=True, blank=True)
    retired_date = models.DateField("no longer offered from", null=True, blank=True)

    history = HistoricalRecords()
    objects = CourseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(key="", school__isnull=False)
                | Q(key__in=[key.value for key in CourseKey], school=None, renewal_months=None),
                name="course_of_a_rule_or_of_a_school",
            ),
            models.CheckConstraint(
                condition=Q(renewal_months=None) | Q(renewal_months__range=(1, 1200)),
                name="course_renewed_after_a_month_at_least",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="course_has_a_name"),
            models.UniqueConstraint(fields=["key"], condition=~Q(key=""), name="course_one_a_rule"),
            models.UniqueConstraint(
                fields=["school", "name"],
                condition=Q(key=""),
                name="course_name_once_a_school",
                violation_error_message="The school has a course of this name already.",
            ),
        ]

    class DataProtection:
        retention = "organisation"
        plain = ("key", "name", "school", "renewal_months", "retired_date")

    def __str__(self) -> str:
        return self.name

    @property
    def rule(self) -> CourseRule | None:
        """None for a course that a school has added."""
        return RULES[CourseKey(self.key)] if self.key else None

    @property
    def basis(self) -> Basis:
        return self.rule.basis if self.rule else Basis.POLICY


class CoursePolicy(models.Model):
    """How often a school itself wants a course renewed, and why."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="course_policies")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="policies")
    renewal_months = models.PositiveSmallIntegerField("renewed after, in months")
    reason = models.CharField(max_length=300)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "course"], name="course_policy_one_a_school"),
            models.CheckConstraint(
                condition=Q(renewal_months__range=(1, 1200)), name="course_policy_a_month_at_least"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="course_policy_says_why"),
        ]

    class DataProtection:
        retention = "organisation"
        plain = ("school", "course", "renewal_months", "reason", "set_at", "set_by")

    def __str__(self) -> str:
        return f"{self.renewal_months} months for course {self.course_id} at school {self.school_id}"


class TrainingRequirement(models.Model):
    """A school asks a course of some people, from one day to another, beside what rules ask of them anyway.

    For one person by name ``appointed_date`` is the day they were given the role that asks for it.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="training_requirements")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="requirements")
    required_of = models.CharField("asked of", max_length=20, choices=RequiredOf)
    kind = models.CharField("kind of people", max_length=20, choices=KIND_CHOICES, blank=True)
    engagement = models.ForeignKey(
        Engagement, on_delete=models.PROTECT, null=True, blank=True, related_name="training_requirements"
    )
    appointed_date = models.DateField("appointed to the role on", null=True, blank=True)
    reason = models.CharField("why", max_length=300)
    valid_from = models.DateField("from")
    valid_until = models.DateField("until", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    required_of__in=[RequiredOf.EVERYBODY, RequiredOf.EARLY_YEARS],
                    kind="",
                    engagement=None,
                    appointed_date=None,
                )
                | (
                    Q(required_of=RequiredOf.KIND, engagement=None, appointed_date=None)
                    & Q(kind__in=[value for value, _label in KIND_CHOICES])
                )
                | Q(required_of=RequiredOf.PERSON, kind="", engagement__isnull=False),
                name="requirement_names_whom",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="requirement_dates_in_order",
                violation_error_message="The last day cannot be before the first.",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="requirement_says_why"),
            models.UniqueConstraint(
                fields=["school", "course", "required_of", "kind"],
                condition=Q(valid_until=None, engagement=None),
                name="requirement_of_a_group_once",
            ),
            models.UniqueConstraint(
                fields=["course", "engagement"],
                condition=Q(valid_until=None, engagement__isnull=False),
                name="requirement_of_a_person_once",
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("school", "course", "required_of", "kind", "engagement", "valid_from", "valid_until")
        personal = ("appointed_date", "reason")

    def __str__(self) -> str:
        return f"Course {self.course_id} asked at school {self.school_id}"
