"""The parts of an application form, the same for a candidate and for whoever types in a paper form."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField

from core.domain.errors import DomainError
from core.views.faults import add_fault
from recruitment.domain.application_form import (
    MOST_HISTORY_ENTRIES,
    MOST_QUALIFICATIONS,
    MOST_REFEREES,
    HistoryData,
    check_history_entry,
)
from recruitment.enums import HistoryKind
from recruitment.forms.rows import PartialDateField, RowForm, row_formset
from recruitment.models import VacancyCriterion

LONGEST_ANSWER = 4_000
LONGEST_STATEMENT = 12_000
YES_NO = [("yes", "Yes"), ("no", "No")]


def as_bool(value: str) -> bool:
    return value == "yes"


class PersonForm(forms.Form):
    given_name = forms.CharField(
        label="First name",
        max_length=100,
        error_messages={"required": "Give the first name."},
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    family_name = forms.CharField(
        label="Last name",
        max_length=100,
        error_messages={"required": "Give the last name."},
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    former_names = forms.CharField(
        label="Former names",
        required=False,
        max_length=200,
        help_text="Any other name used before, such as a name at birth",
    )
    email = forms.EmailField(
        label="E-mail address",
        required=False,
        error_messages={
            "required": "Give an e-mail address, so that the school can reach you.",
            "invalid": "Give an e-mail address in full, such as name@example.org.",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )
    phone = forms.CharField(
        label="Telephone",
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    address = forms.CharField(
        label="Postal address",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "street-address"}),
    )

    def __init__(self, *args: Any, strict: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if strict:
            self.fields["email"].required = True


class EducationForm(forms.Form):
    education_ended = PartialDateField(
        label="Full-time education ended",
        required=False,
        help_text="Month and year of leaving school, college or university, such as 7/2014",
        error_messages={"required": "Say when you left full-time education. A month and a year will do."},
    )

    def __init__(self, *args: Any, strict: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["education_ended"].required = strict


class QualificationRow(RowForm):
    title = forms.CharField(
        label="Qualification",
        max_length=200,
        help_text="For example: GCSE, NVQ level 3, BA, ELSA training",
        error_messages={"required": "Say which qualification it is."},
    )
    subject = forms.CharField(label="Subject", required=False, max_length=200)
    grade = forms.CharField(label="Grade or result", required=False, max_length=60)
    awarding_place = forms.CharField(label="School, college or awarding body", required=False, max_length=200)
    awarded = PartialDateField(label="Awarded", required=False)


class HistoryRow(RowForm):
    kind = forms.ChoiceField(
        label="This was",
        choices=[
            (HistoryKind.EMPLOYMENT, "A job, paid or voluntary"),
            (HistoryKind.EDUCATION, "Education or training"),
            (HistoryKind.OTHER, "Something else, such as caring, travel or looking for work"),
        ],
        initial=HistoryKind.EMPLOYMENT,
    )
    job_title = forms.CharField(
        label="Job title, course, or what it was",
        max_length=200,
        error_messages={"required": "Say what this was."},
    )
    organisation = forms.CharField(label="Employer, school or college", required=False, max_length=200)
    started = PartialDateField(label="From", error_messages={"required": "Say when this started."})
    ended = PartialDateField(label="To", required=False)
    is_current = forms.BooleanField(label="Still going on", required=False)
    duties = forms.CharField(
        label="Main duties",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Scorers read this. Leave out the names of people and places.",
    )
    reason_for_leaving = forms.CharField(label="Reason for leaving", required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.errors:
            return data
        if data["is_current"] and data["ended"]:
            self.add_error("ended", "This has an end, and it still goes on. Keep one of the two.")
        elif not data["is_current"] and not data["ended"]:
            self.add_error("ended", "Say when this ended, or tick that it still goes on.")
        try:
            check_history_entry(self.entry())
        except DomainError as error:
            add_fault(self, error)
        return data

    def entry(self) -> HistoryData:
        """The row as it is stored; only once its fields are valid on their own."""
        data = self.cleaned_data
        return HistoryData(**{name: value for name, value in data.items() if name != "is_current"})


class GapForm(forms.Form):
    gap_explanation = forms.CharField(
        label="What was done in the gaps",
        required=False,
        max_length=3_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="A sentence for each is enough, such as caring for family, travel or looking for work.",
    )


class StatementsForm(forms.Form):
    """An answer to each criterion that the form assesses, or one statement for all of them."""

    def __init__(
        self,
        *args: Any,
        criteria: Sequence[VacancyCriterion],
        strict: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = list(criteria)
        for criterion in self.criteria:
            self.fields[f"criterion_{criterion.pk}"] = self._field(
                criterion.text,
                LONGEST_ANSWER,
                required=strict and criterion.is_essential,
                missing=f"Say how you meet this essential: {criterion.text}",
            )
        if not (strict and self.criteria):
            self.fields["general"] = self._field(
                "Supporting statement",
                LONGEST_STATEMENT,
                required=strict,
                missing="Write your supporting statement.",
            )

    def answers(self) -> list[tuple[VacancyCriterion, BoundField]]:
        """Each criterion with the field for its answer."""
        return [(criterion, self[f"criterion_{criterion.pk}"]) for criterion in self.criteria]

    def _field(self, label: str, longest: int, *, required: bool, missing: str) -> forms.CharField:
        return forms.CharField(
            label=label,
            required=required,
            max_length=longest,
            error_messages={
                "required": missing,
                "max_length": f"Shorten this to {longest:,} characters. It has %(show_value)d now.",
            },
            widget=forms.Textarea(attrs={"rows": 14 if longest > LONGEST_ANSWER else 6, "maxlength": False}),
        )


class RefereeRow(RowForm):
    name = forms.CharField(
        label="Name", max_length=150, error_messages={"required": "Give the name of this referee."}
    )
    job_title = forms.CharField(label="Job title", required=False, max_length=150)
    organisation = forms.CharField(label="School or organisation", required=False, max_length=200)
    relationship = forms.CharField(
        label="How they know the candidate",
        required=False,
        max_length=200,
        help_text="For example: line manager since 2021",
    )
    email = forms.EmailField(
        label="E-mail address",
        required=False,
        error_messages={"invalid": "Give an e-mail address in full, such as name@example.org."},
    )
    phone = forms.CharField(label="Telephone", required=False, max_length=40)
    is_current_employer = forms.BooleanField(label="Current or most recent employer", required=False)
    may_contact_before_interview = forms.BooleanField(
        label="May be asked before the interview", required=False
    )


class CircumstancesForm(forms.Form):
    TO_THE_CANDIDATE: ClassVar[dict[str, str]] = {
        "is_related_to_school": (
            "Are you related to, or close to, anybody who works at the school or is one of its governors?"
        ),
        "has_lived_abroad": "Have you lived or worked outside the United Kingdom?",
        "interview_adjustments": "Do you need any adjustments for the interview or a task?",
        "wants_guaranteed_interview": "I apply under the Disability Confident interview scheme",
    }

    is_related_to_school = forms.TypedChoiceField(
        label="Is the candidate related to, or close to, anybody who works at the school or governs it?",
        choices=YES_NO,
        coerce=as_bool,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether you are related or close to anybody at the school."},
    )
    relationship_details = forms.CharField(
        label="Who, and how",
        required=False,
        max_length=500,
        help_text="Only where the answer is yes. That person takes no part in the appointment.",
    )
    has_lived_abroad = forms.TypedChoiceField(
        label="Has the candidate lived or worked outside the United Kingdom?",
        choices=YES_NO,
        coerce=as_bool,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether you have lived or worked outside the United Kingdom."},
    )
    interview_adjustments = forms.CharField(
        label="Adjustments for the interview or a task",
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Such as a ground-floor room, large print or more time. Scorers do not see it.",
    )
    wants_guaranteed_interview = forms.BooleanField(
        label="Applies under the Disability Confident interview scheme",
        required=False,
        help_text="By Disability Confident, disabled candidates who meet the essentials are interviewed.",
    )

    def __init__(self, *args: Any, strict: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if strict:
            for name, label in self.TO_THE_CANDIDATE.items():
                self.fields[name].label = label
            for name in ("is_related_to_school", "has_lived_abroad"):
                self.fields[name].required = True

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("is_related_to_school") and not data.get("relationship_details"):
            self.add_error("relationship_details", "Say who it is, and how you are related or close.")
        return data


class DeclarationForm(forms.Form):
    is_declared_true = forms.BooleanField(
        label="The candidate has signed that everything is true", required=False
    )

    def __init__(self, *args: Any, strict: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["is_declared_true"]
        if strict:
            field.required = True
            field.label = "What I have written is true and complete, as far as I know"
            field.error_messages["required"] = "Tick this before you send the form."


QualificationRows = row_formset(QualificationRow, most=MOST_QUALIFICATIONS)
HistoryRows = row_formset(HistoryRow, most=MOST_HISTORY_ENTRIES)
RefereeRows = row_formset(RefereeRow, most=MOST_REFEREES, shown=2)
