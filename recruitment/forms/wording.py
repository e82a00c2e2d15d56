"""Why a remark about wording is let stand."""

from django import forms

from recruitment.domain.linter.dismissals import LONGEST_REASON


class LetStandForm(forms.Form):
    anchor = forms.CharField(max_length=80, widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Why it stays",
        max_length=LONGEST_REASON,
        help_text="Say in a sentence why the job needs it. It goes on the record.",
        error_messages={
            "required": "Say in a sentence why the wording stays as it is; it goes on the record."
        },
    )
