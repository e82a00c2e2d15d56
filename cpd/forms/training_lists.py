"""What is asked of the matrix: a day, and which people and courses are shown."""

from datetime import date
from typing import Any

from django import forms

from compliance.domain.kinds import KIND_LABELS
from cpd.domain.training_lists import ANY_TROUBLE, THIS_TERM, Asked
from cpd.domain.training_matrix import STATE_LABELS, CellState

STATES = {
    ANY_TROUBLE: "Expired or missing",
    THIS_TERM: "Lapses this term",
    **{state.value: STATE_LABELS[state] for state in CellState if state != CellState.NO_EXPIRY},
}
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)


class MatrixForm(forms.Form):
    """Everything may be left empty; nonsense in a choice is as good as nothing."""

    q = forms.CharField(label="Name or job title", required=False, max_length=100)
    kind = forms.ChoiceField(
        label="Who",
        required=False,
        choices=[("", "Everybody"), *((str(k), v) for k, v in KIND_LABELS.items())],
    )
    course = forms.ChoiceField(label="Course", required=False)
    state = forms.ChoiceField(label="State", required=False, choices=[("", "Any"), *STATES.items()])

    def __init__(self, *args: Any, courses: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        course = self.fields["course"]
        assert isinstance(course, forms.ChoiceField)  # noqa: S101 (for the type checker)
        course.choices = [("", "Any course"), *((str(pk), name) for pk, name in courses)]

    def asked(self) -> Asked:
        """What to show; what cannot be read is left out, and the form says so."""
        self.full_clean()
        data = self.cleaned_data
        course = data.get("course")
        return Asked(
            search=data.get("q", ""),
            kind=data.get("kind", ""),
            course_id=int(course) if course else None,
            state=data.get("state", ""),
        )


class DayForm(forms.Form):
    """The day for which the matrix is told; without one, today."""

    day = forms.DateField(label="As at (day)", required=False)

    def clean_day(self) -> date | None:
        day: date | None = self.cleaned_data["day"]
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise forms.ValidationError("Choose a day between 1990 and 2100.")
        return day

    def day_or(self, today: date) -> date:
        """The day asked for, or today where there is none or it cannot be read."""
        return (self.is_valid() and self.cleaned_data["day"]) or today
