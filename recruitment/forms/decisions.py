"""The shape of a limit on guaranteed interviews."""

from typing import Any

from django import forms

MOST_INTERVIEWS = 999
NO_NUMBER = f"Give a whole number from 1 to {MOST_INTERVIEWS}, or leave it empty for no limit."
WRONG_NUMBER = {"invalid": NO_NUMBER, "min_value": NO_NUMBER, "max_value": NO_NUMBER}


class TryLimitForm(forms.Form):
    """Asks what a limit would mean before anybody records it."""

    limit = forms.IntegerField(
        label="The most guaranteed interviews",
        required=False,
        min_value=1,
        max_value=MOST_INTERVIEWS,
        help_text="Leave it empty for no limit.",
        error_messages=WRONG_NUMBER,
    )


class LimitForm(forms.Form):
    limit = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=MOST_INTERVIEWS,
        widget=forms.HiddenInput,
        error_messages=WRONG_NUMBER,
    )
    reason = forms.CharField(
        label="Why",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For example: 312 applications, and the panel can interview on three days.",
        error_messages={"required": "Say why, in a sentence; it goes on the record."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Its names in the page are its own: the form that tries a limit stands beside it."""
        super().__init__(*args, **{"auto_id": "record_%s"} | kwargs)
