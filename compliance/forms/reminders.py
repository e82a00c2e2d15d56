"""The shape of what is put off and of a calendar subscription."""

from django import forms


class SnoozeForm(forms.Form):
    until_date = forms.DateField(label="Remind again on")
    reason = forms.CharField(
        label="Why it can wait",
        max_length=300,
        help_text="For example: appointment at the visa centre on 3 May.",
    )


class FeedForm(forms.Form):
    shows_names = forms.TypedChoiceField(
        label="People appear with",
        choices=[("initials", "Initials"), ("names", "Full names")],
        coerce=lambda value: value == "names",
        initial="initials",
        widget=forms.RadioSelect,
        help_text="Whoever can open your calendar program sees what you choose here.",
    )
