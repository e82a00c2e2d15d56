"""The shape of training as it is written down, and of what a school decides about courses."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from compliance.domain.kinds import KIND_LABELS
from cpd.domain.training_entry import TrainingEntry, to_quarters
from cpd.domain.training_matrix import AskedOf
from cpd.enums import RequiredOf
from cpd.models import Course
from cpd.services.courses import NewRequirement

OTHER = "other"
FILE_HINT = "PDF, Word or text, up to 20 MB. The certificate as it was given."


class EntryForm(forms.Form):
    """One training: which, when, until when, by whom."""

    course = forms.ChoiceField(label="Course")
    title = forms.CharField(
        label="Title, where it is none of the courses",
        required=False,
        max_length=200,
        help_text="For example: Phonics refresher",
    )
    awarded_date = forms.DateField(label="Completed on")
    printed_expiry = forms.DateField(
        label="Last valid day, where the certificate prints one",
        required=False,
        help_text="It is kept before any reckoned day. For example, 27/3/2029",
    )
    provider = forms.CharField(label="Provider", required=False, max_length=200)
    hours = forms.DecimalField(
        label="Hours", required=False, help_text="In quarters, such as 6 or 1.25", max_digits=7
    )
    cost = forms.DecimalField(
        label="Cost in pounds", required=False, max_digits=9, decimal_places=2, help_text="For each person"
    )

    def __init__(self, *args: Any, courses: Iterable[Course], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        course = self.fields["course"]
        assert isinstance(course, forms.ChoiceField)  # noqa: S101 (for the type checker)
        course.choices = [
            ("", "Choose"),
            *((str(one.pk), one.name) for one in courses),
            (OTHER, "None of these: another training"),
        ]
        if self["course"].value() == OTHER:
            self.fields["title"].required = True

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        return title if self.cleaned_data.get("course") == OTHER else ""

    def clean_hours(self) -> Decimal | None:
        hours: Decimal | None = self.cleaned_data["hours"]
        if hours is not None and to_quarters(hours) is None:
            raise forms.ValidationError("Give the hours in quarters, such as 6, 1.25 or 2.5.")
        return hours

    def entry(self) -> TrainingEntry:
        """The training as the service takes it."""
        data = self.cleaned_data
        hours, cost = data["hours"], data["cost"]
        return TrainingEntry(
            awarded_date=data["awarded_date"],
            course_id=None if data["course"] == OTHER else int(data["course"]),
            title=data["title"],
            provider=data["provider"],
            printed_expiry=data["printed_expiry"],
            quarter_hours=None if hours is None else to_quarters(hours),
            cost_pence=None if cost is None else int(cost * 100),
        )


class RecordForm(EntryForm):
    """For one person, with the certificate."""

    file = forms.FileField(label="Certificate", required=False, help_text=FILE_HINT)


class ManyForm(EntryForm):
    """For many people at once."""

    people = forms.MultipleChoiceField(
        label="Who completed it",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick the people who completed it."},
    )

    def __init__(self, *args: Any, people: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["people"]
        assert isinstance(chosen, forms.MultipleChoiceField)  # noqa: S101 (for the type checker)
        chosen.choices = [(str(pk), name) for pk, name in people]

    def people_chosen(self) -> list[int]:
        return [int(pk) for pk in self.cleaned_data["people"]]


class ReasonForm(forms.Form):
    """Why something is taken back or ended."""

    reason = forms.CharField(label="Why", max_length=300)


class PolicyForm(forms.Form):
    """How often a school renews a course."""

    renewal_months = forms.IntegerField(
        label="Renewed after, in months",
        required=False,
        min_value=1,
        max_value=1200,
        help_text="Left empty: as law, guidance or custom has it.",
    )
    reason = forms.CharField(
        label="Why", max_length=300, help_text="For example: agreed by the governors on 12/10/2026"
    )


class CourseForm(forms.Form):
    """A course of the school's own."""

    name = forms.CharField(label="Name of the course", max_length=200)
    renewal_months = forms.IntegerField(
        label="Renewed after, in months",
        required=False,
        min_value=1,
        max_value=1200,
        help_text="Left empty: it is taken once and nothing ends it.",
    )


class RequirementForm(forms.Form):
    """A course that a school asks of some people."""

    course = forms.ChoiceField(label="Course")
    required_of = forms.ChoiceField(label="Of whom", choices=RequiredOf.choices, widget=forms.RadioSelect)
    kind = forms.ChoiceField(
        label="Kind of people",
        required=False,
        choices=[("", "Choose"), *((str(kind), label) for kind, label in KIND_LABELS.items())],
        help_text="Only for one kind of people",
    )
    engagement = forms.ChoiceField(label="Person", required=False, help_text="Only for one person, by name")
    appointed_date = forms.DateField(
        label="Given that role on",
        required=False,
        help_text="Only for one person by name: a SENCO has 36 months from then. For example, 1/9/2026",
    )
    valid_from = forms.DateField(label="From")
    reason = forms.CharField(
        label="Why", max_length=300, help_text="For example: named first aider of the infants"
    )

    def __init__(
        self,
        *args: Any,
        courses: Iterable[Course],
        people: Iterable[tuple[int, str]] | None,
        **kwargs: Any,
    ) -> None:
        """Without people to choose from, nobody is asked by name."""
        super().__init__(*args, **kwargs)
        course, engagement = self.fields["course"], self.fields["engagement"]
        required_of = self.fields["required_of"]
        assert isinstance(required_of, forms.ChoiceField)  # noqa: S101 (for the type checker)
        assert isinstance(course, forms.ChoiceField)  # noqa: S101 (for the type checker)
        assert isinstance(engagement, forms.ChoiceField)  # noqa: S101 (for the type checker)
        course.choices = [("", "Choose"), *((str(one.pk), one.name) for one in courses)]
        engagement.choices = [("", "Choose"), *((str(pk), name) for pk, name in people or ())]
        self.asks_by_name = people is not None
        if not self.asks_by_name:
            required_of.choices = [one for one in RequiredOf.choices if one[0] != RequiredOf.PERSON]
        asked = self["required_of"].value()
        self.fields["kind"].required = asked == AskedOf.KIND
        self.fields["engagement"].required = asked == AskedOf.PERSON

    def requirement(self) -> NewRequirement:
        """What is asked, as the service takes it."""
        data = self.cleaned_data
        return NewRequirement(
            course_id=int(data["course"]),
            required_of=AskedOf(data["required_of"]),
            reason=data["reason"],
            valid_from=data["valid_from"],
            kind=data["kind"],
            engagement_id=int(data["engagement"]) if data["engagement"] else None,
            appointed_date=data["appointed_date"],
        )


def first_values(today: date) -> dict[str, Any]:
    """What a new requirement begins with."""
    return {"valid_from": f"{today:%d/%m/%Y}", "required_of": RequiredOf.EVERYBODY}
