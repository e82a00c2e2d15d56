"""The shape of a review of a job description."""

from collections.abc import Sequence
from typing import Any

from django import forms

from cpd.enums import ReviewOutcome
from cpd.services.job_description_reviews import Consultation
from recruitment.models import JobProfileVersion

AGREED = [("yes", "Agrees"), ("no", "Does not agree")]


class PlanReviewForm(forms.Form):
    version = forms.ChoiceField(label="Job description")
    due_date = forms.DateField(label="Review by")

    def __init__(self, *args: Any, versions: Sequence[JobProfileVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["version"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [("", "Choose"), *((str(one.pk), str(one)) for one in versions)]

    def clean_version(self) -> int:
        return int(self.cleaned_data["version"])


class ConsultationForm(forms.Form):
    consulted_date = forms.DateField(label="Talked over with the postholder on")
    postholder_words = forms.CharField(
        label="What the postholder says", widget=forms.Textarea(attrs={"rows": 4})
    )
    is_agreed = forms.ChoiceField(
        label="Does the postholder agree with the outcome?", choices=AGREED, widget=forms.RadioSelect
    )
    outcome = forms.ChoiceField(label="Outcome", choices=ReviewOutcome, widget=forms.RadioSelect)
    new_version = forms.ChoiceField(
        label="New version", required=False, help_text="Only where there is a new one"
    )
    reason = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, versions: Sequence[JobProfileVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["new_version"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [("", "None"), *((str(one.pk), f"Version {one.number}") for one in versions)]

    def consultation(self) -> Consultation:
        facts = self.cleaned_data
        return Consultation(
            consulted_date=facts["consulted_date"],
            postholder_words=facts["postholder_words"],
            is_agreed=facts["is_agreed"] == "yes",
            outcome=ReviewOutcome(facts["outcome"]),
            reason=facts["reason"],
            new_version_id=int(facts["new_version"]) if facts["new_version"] else None,
        )
