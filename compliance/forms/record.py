"""What is asked of the pages of the central record: a moment, a sample."""

from datetime import date, datetime
from typing import Any

from django import forms

from compliance.domain.record_sample import AT_RANDOM
from core.domain.school_time import day_of, moment_of

MOST_AT_RANDOM = 50
NOT_YET = "That has not come yet. Choose today or an earlier day."


class AsAtForm(forms.Form):
    """The moment for which the record is told. Without a time it is the end of the day; today is now."""

    day = forms.DateField(label="As at", required=False, widget=forms.DateInput({"autocomplete": "off"}))
    time = forms.TimeField(
        label="Time", required=False, input_formats=["%H:%M"], widget=forms.TimeInput({"autocomplete": "off"})
    )

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        self.fields["time"].error_messages["invalid"] = "Write the time as 14:30, or leave it empty."

    def clean_day(self) -> date | None:
        day: date | None = self.cleaned_data["day"]
        if day is not None and day > day_of(self.now):
            raise forms.ValidationError(NOT_YET)
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        day, time = cleaned.get("day"), cleaned.get("time")
        if time is not None and day is None:
            self.add_error("day", "Choose the day that this time belongs to.")
        elif day is not None and time is not None and moment_of(day, time) > self.now:
            self.add_error("time", NOT_YET)
        return cleaned

    def moment(self) -> datetime | None:
        """The moment asked for; None for now."""
        if not self.is_bound or not self.is_valid():
            return None
        day, time = self.cleaned_data["day"], self.cleaned_data["time"]
        if day is None or (time is None and day == day_of(self.now)):
            return None
        return moment_of(day, time)


class SampleForm(forms.Form):
    """How many are picked at random beside those who always are. The seed picks the same ones again."""

    at_random = forms.IntegerField(
        label="And at random", min_value=0, max_value=MOST_AT_RANDOM, required=False, initial=AT_RANDOM
    )
    seed = forms.IntegerField(min_value=0, max_value=999_999, widget=forms.HiddenInput, required=False)
