"""The shape of training that somebody adds to their own record."""

from typing import Any

from django import forms

from cpd.forms.training import EntryForm

FILE_HINT = "PDF, Word or text, up to 20 MB. A certificate, or the programme of the day."


class OwnTrainingForm(EntryForm):
    """Without the cost, which the school knows."""

    cost = None  # type: ignore[assignment]
    file = forms.FileField(label="Certificate", required=False, help_text=FILE_HINT)

    def clean(self) -> dict[str, Any]:
        super().clean()
        return self.cleaned_data | {"cost": None}


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label="Why the school does not confirm it",
        max_length=300,
        help_text="The person who added it reads this. For example: the certificate is of another course.",
    )
