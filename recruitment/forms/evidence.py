"""The shape of what HR records about references and certificates."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms

from recruitment.enums import Confirmation
from recruitment.models import Reference, VacancyCriterion


class RequestForm(forms.Form):
    requested_date = forms.DateField(label="Asked for on")


class ReceiveForm(forms.Form):
    received_date = forms.DateField(label="Received on")
    file = forms.FileField(label="The reference", required=False, help_text="Word, PDF or text, up to 20 MB")
    note = forms.CharField(
        label="Note",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Anything to follow up",
    )


class VerifyForm(forms.Form):
    """How it was confirmed, and what it says of each criterion that is assessed by reference."""

    verified_date = forms.DateField(label="Confirmed with the referee on")
    verified_how = forms.CharField(
        label="How you confirmed it",
        max_length=300,
        help_text="For example: telephoned the school's own number and spoke to the referee",
    )

    def __init__(self, *args: Any, criteria: Sequence[VacancyCriterion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = list(criteria)
        for one in self.criteria:
            self.fields[f"confirmation_{one.pk}"] = forms.ChoiceField(
                label=one.text, choices=Confirmation.choices, widget=forms.RadioSelect
            )
            self.fields[f"note_{one.pk}"] = forms.CharField(
                label=f"In the referee's words: {one.text}", required=False, max_length=1000
            )

    def answers(self) -> dict[int, tuple[str, str]]:
        data = self.cleaned_data
        return {one.pk: (data[f"confirmation_{one.pk}"], data[f"note_{one.pk}"]) for one in self.criteria}

    def criterion_fields(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"confirmation_{one.pk}"], self[f"note_{one.pk}"]) for one in self.criteria]


class DeclineForm(forms.Form):
    note = forms.CharField(label="Why it could not be given", widget=forms.Textarea(attrs={"rows": 3}))


class CorrectDatesForm(forms.Form):
    """The days that are recorded for a reference, and why they are wrong."""

    LABELS: ClassVar[dict[str, str]] = {
        "requested_date": "Asked for on",
        "received_date": "Received on",
        "verified_date": "Confirmed with the referee on",
    }

    def __init__(self, *args: Any, reference: Reference, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.LABELS.items():
            if day := getattr(reference, name):
                self.fields[name] = forms.DateField(label=label, initial=day)
        self.fields["reason"] = forms.CharField(
            label="What was wrong",
            max_length=300,
            error_messages={"required": "Say what was wrong; it goes on the record."},
        )


class CertificateForm(forms.Form):
    was_seen = forms.TypedChoiceField(
        label="The original",
        choices=[("yes", "I have seen the original"), ("no", "It was not shown")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    seen_date = forms.DateField(label="Seen on", required=False)
    title = forms.CharField(
        label="What the certificate says",
        max_length=200,
        required=False,
        help_text="Title, level, awarding body",
    )
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea(attrs={"rows": 2}))
