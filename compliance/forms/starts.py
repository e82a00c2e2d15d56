"""The shape of an early start, its reviews and its end, and of a start confirmed."""

from django import forms

from compliance.services.starts import RiskAssessment


class EarlyStartForm(forms.Form):
    supervisor = forms.CharField(
        label="Who supervises", max_length=150, help_text="Somebody whose own checks are done"
    )
    supervision_plan = forms.CharField(
        label="How",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example: never alone with children, in the room with the class teacher throughout",
    )
    risks = forms.CharField(
        label="Risks, and how they are kept low",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="No details of offences or of health.",
    )
    review_date = forms.DateField(label="To be reviewed on")

    def assessment(self) -> RiskAssessment:
        return RiskAssessment(**self.cleaned_data)


class ReviewForm(forms.Form):
    note = forms.CharField(
        label="What was looked at, and why it goes on", widget=forms.Textarea(attrs={"rows": 3})
    )
    next_review_date = forms.DateField(label="To be reviewed again on")


class EndForm(forms.Form):
    reason = forms.CharField(label="Why it ends", max_length=300)


class ConfirmForm(forms.Form):
    started_date = forms.DateField(label="First day")
