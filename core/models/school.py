"""The employer: a trust and its schools, or a school on its own."""

from typing import Self

from django.db import models
from simple_history.models import HistoricalRecords

from core.domain.permissions import Actor, Permission
from core.domain.terms import SchoolTerms
from core.enums import SchoolPhase, SchoolType


class Trust(models.Model):
    name = models.CharField(max_length=200, unique=True)

    class DataProtection:
        retention = "organisation"
        plain = ("name",)

    def __str__(self) -> str:
        return self.name


class SchoolQuerySet(models.QuerySet["School"]):
    def where(self, actor: Actor, permission: Permission) -> Self:
        """Schools at which the actor holds the permission."""
        return self.filter(pk__in=actor.schools_with(permission))


class School(models.Model):
    trust = models.ForeignKey(Trust, on_delete=models.PROTECT, null=True, blank=True, related_name="schools")
    name = models.CharField(max_length=200)
    urn = models.CharField("URN", max_length=6, blank=True, help_text="Unique reference number, six digits")
    school_type = models.CharField("type", max_length=20, choices=SchoolType)
    phase = models.CharField(max_length=20, choices=SchoolPhase)
    has_early_years = models.BooleanField("early years provision", default=False)
    town = models.CharField(max_length=100, blank=True)
    contact_name = models.CharField("whom to ask about applications", max_length=150, blank=True)
    contact_phone = models.CharField("telephone for applicants", max_length=40, blank=True)
    contact_email = models.EmailField("e-mail address for applicants", blank=True)
    is_central_team = models.BooleanField("the trust's own team, not a school", default=False)
    term_dates = models.JSONField("half terms by school year", default=dict, blank=True)

    history = HistoricalRecords()

    objects = SchoolQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(school_type__in=SchoolType.values), name="school_type_known"
            ),
            models.CheckConstraint(
                condition=models.Q(phase__in=SchoolPhase.values), name="school_phase_known"
            ),
            models.UniqueConstraint(
                fields=["urn"],
                condition=~models.Q(urn=""),
                name="school_urn_unique",
                violation_error_message="Another school already has this URN.",
            ),
        ]

    class DataProtection:
        retention = "organisation"
        plain = (
            "trust",
            "name",
            "urn",
            "school_type",
            "phase",
            "has_early_years",
            "town",
            "contact_name",
            "contact_phone",
            "contact_email",
            "is_central_team",
            "term_dates",
        )

    def __str__(self) -> str:
        return self.name

    @property
    def terms(self) -> SchoolTerms:
        """Its own half terms of the years it has written down, months for all others."""
        return SchoolTerms.read(self.term_dates)

    @property
    def has_contact(self) -> bool:
        """Whether applicants can be told how to reach the school."""
        return bool(self.contact_phone or self.contact_email)
