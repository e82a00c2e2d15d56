"""Choices that more than one app stores."""

from django.db import models


class SchoolType(models.TextChoices):
    MAINTAINED = "maintained", "Maintained school"
    ACADEMY = "academy", "Academy or free school"
    INDEPENDENT = "independent", "Independent school"
    PRU = "pru", "Pupil referral unit"


class SchoolPhase(models.TextChoices):
    NURSERY = "nursery", "Nursery"
    PRIMARY = "primary", "Primary"
    SECONDARY = "secondary", "Secondary"
    ALL_THROUGH = "all_through", "All-through"
    SPECIAL = "special", "Special"
    SIXTH_FORM = "sixth_form", "Sixth form"


class ScanState(models.TextChoices):
    NOT_SCANNED = "not_scanned", "Not scanned for viruses"
    CLEAN = "clean", "Scanned, nothing found"
