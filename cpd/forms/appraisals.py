"""The shape of what is done with an appraisal: objectives, evidence, reasons, signatures, appeals."""

from typing import Any

from django import forms

from core.models import User
from cpd.domain.appraisal import Ground
from cpd.enums import GROUND_CHOICES, AppealOutcome


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class ObjectiveForm(forms.Form):
    text = forms.CharField(
        label="Objective",
        widget=lines(3),
        help_text="One sentence: what will be different, for whom.",
    )
    success_measures = forms.CharField(
        label="How we will know",
        required=False,
        widget=lines(3),
        help_text="For example: 8 of 10 children in the group read at the level of their age by July",
    )
    evidence_wanted = forms.CharField(label="Evidence to look at", required=False, widget=lines(2))
    due_date = forms.DateField(label="To be reached by", required=False)


class ObjectiveChangeForm(ObjectiveForm):
    reason = forms.CharField(
        label="Why it changes",
        required=False,
        max_length=500,
        help_text="Needed once the objectives are agreed; it is kept with the old words.",
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Why", widget=lines(3), help_text="It is kept with the appraisal.")


class AgreeForm(forms.Form):
    external_adviser = forms.CharField(
        label="External adviser",
        required=False,
        max_length=150,
        help_text="For the head: a maintained school has to have one.",
    )


class PlainForm(forms.Form):
    """Nothing to fill in: pressing the button is all."""


class EvidenceForm(forms.Form):
    text = forms.CharField(label="What it shows", widget=lines(3), help_text="Do not name any child.")
    seen_date = forms.DateField(label="Of which day")
    file = forms.FileField(
        label="File",
        required=False,
        help_text="PDF, Word, Excel or text, up to 20 MB. Do not name any child.",
    )


class SignForm(forms.Form):
    comment = forms.CharField(
        label="Comment",
        required=False,
        widget=lines(3),
        help_text="It stands beside your signature and cannot be changed afterwards.",
    )


class AppealForm(forms.Form):
    reason = forms.CharField(
        label="What is not right, and what you would like to happen",
        widget=lines(6),
        help_text="The head and HR read it.",
    )


class DecisionForm(forms.Form):
    outcome = forms.ChoiceField(label="Decision", choices=AppealOutcome.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label="Why", widget=lines(4), help_text="Both of them read it.")

    def clean_outcome(self) -> AppealOutcome:
        return AppealOutcome(self.cleaned_data["outcome"])


class ExclusionForm(forms.Form):
    ground = forms.ChoiceField(label="Why", choices=GROUND_CHOICES, widget=forms.RadioSelect)
    valid_from = forms.DateField(label="From", help_text="No details are needed here, and none are kept.")

    def clean_ground(self) -> Ground:
        return Ground(self.cleaned_data["ground"])


class ExclusionEndForm(forms.Form):
    valid_until = forms.DateField(label="Last day")


class AppraiserForm(forms.Form):
    appraiser = forms.ChoiceField(label="Appraiser")
    reason = forms.CharField(label="Why", max_length=300)

    def __init__(self, *args: Any, appraisers: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Choose"), *((str(one.pk), one.name) for one in appraisers)]
        self.fields["appraiser"].choices = choices  # type: ignore[attr-defined]
