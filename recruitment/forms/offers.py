"""The shape of an offer, of its answer and of a settled condition."""

from django import forms


class OfferForm(forms.Form):
    start_date = forms.DateField(label="First day", required=False)
    reply_by_date = forms.DateField(label="Reply wanted by", required=False)
    salary = forms.CharField(label="Salary or grade", max_length=200, required=False)
    conditions = forms.CharField(
        label="Conditions, one on each line",
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="The offer stands if all are met. Take out what does not apply; add what does.",
    )

    def clean_conditions(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["conditions"].splitlines()]
        if any(len(line) > 300 for line in lines):
            raise forms.ValidationError(
                "A condition can have at most 300 characters. Shorten the longest line."
            )
        return [line for line in lines if line]


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(
        label="The answer",
        choices=[
            ("accept", "The candidate accepts"),
            ("decline", "The candidate declines"),
            ("withdraw", "We withdraw the offer"),
        ],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label="How and why",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example: accepted by telephone, letter to follow. A reason is needed to withdraw.",
    )


class ConditionForm(forms.Form):
    is_met = forms.TypedChoiceField(
        label="The condition",
        choices=[("yes", "Is met"), ("no", "Is not met")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    settled_date = forms.DateField(label="On")
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea(attrs={"rows": 2}))


class CorrectionForm(forms.Form):
    """Why something recorded is taken back."""

    reason = forms.CharField(
        label="What was wrong",
        max_length=500,
        help_text="For example: recorded for the wrong person.",
        error_messages={"required": "Say what was wrong; it goes on the record."},
    )
