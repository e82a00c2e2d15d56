"""One person, whatever they are to us: applicant, employee, volunteer, governor, agency worker."""

from django.db import models
from simple_history.models import HistoricalRecords

from core.models.school import School
from core.models.user import User


class Person(models.Model):
    given_name = models.CharField("first name", max_length=100)
    family_name = models.CharField("last name", max_length=100)
    former_names = models.CharField(max_length=200, blank=True)
    birth_date = models.DateField("date of birth", null=True, blank=True)
    email = models.EmailField("e-mail address", blank=True)
    phone = models.CharField("telephone", max_length=40, blank=True)
    address = models.TextField(blank=True)
    user = models.OneToOneField(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="person")

    history = HistoricalRecords()

    class DataProtection:
        retention = "personnel_file"
        plain = ()
        personal = (
            "given_name",
            "family_name",
            "former_names",
            "birth_date",
            "email",
            "phone",
            "address",
            "user",
        )

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}"


class Engagement(models.Model):
    """What a person does at a school, from one day to another."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="engagements")
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="engagements")
    job_title = models.CharField(max_length=200)
    start_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end_date__isnull=True)
                | models.Q(start_date__isnull=True)
                | models.Q(end_date__gte=models.F("start_date")),
                name="engagement_dates_in_order",
                violation_error_message="The last day cannot be before the first.",
            )
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("school", "job_title", "created_at", "created_by")
        personal = ("person", "start_date", "end_date")

    def __str__(self) -> str:
        return f"{self.job_title} at {self.school_id}"
