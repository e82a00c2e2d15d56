"""The shape of what is written down of a development need."""

from collections.abc import Sequence
from typing import Any

from django import forms

from cpd.domain.development_plan import Step
from cpd.enums import NeedKind
from cpd.models import Training

SPARE_ROWS = 3
MOST_STEPS = 12


class NeedForm(forms.Form):
    """A need in its words, as an objective or as training."""

    text = forms.CharField(label="What is to be learned", widget=forms.Textarea(attrs={"rows": 3}))
    kind = forms.ChoiceField(label="It becomes", choices=NeedKind, widget=forms.RadioSelect)
    target_date = forms.DateField(label="By when", required=False)

    def clean_kind(self) -> NeedKind:
        return NeedKind(self.cleaned_data["kind"])


class DropForm(forms.Form):
    reason = forms.CharField(
        label="Why it is dropped",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For example: the certificate came after the interview. The person does not see this.",
    )


class MeetForm(forms.Form):
    """What shows that a need is met."""

    met_date = forms.DateField(label="Met on")
    training = forms.ChoiceField(label="Record of training", required=False)
    evidence = forms.CharField(
        label="What shows it",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example: seen twice in lessons. Leave empty where a record of training says it.",
    )

    def __init__(self, *args: Any, training: Sequence[Training], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["training"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [("", "None of them"), *((str(one.pk), describe(one)) for one in training)]

    def clean_training(self) -> int | None:
        chosen = self.cleaned_data["training"]
        return int(chosen) if chosen else None


def describe(training: Training) -> str:
    title = training.course.name if training.course else training.title
    return f"{title}, {training.awarded_date:%d/%m/%Y}"


class PlanForm(forms.Form):
    """The steps of a plan, each with its day; a row left empty counts for nothing."""

    def __init__(self, *args: Any, proposed: Sequence[Step] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.count = min(max(self._posted_rows(), len(proposed) + SPARE_ROWS), MOST_STEPS)
        for number in range(1, self.count + 1):
            step = proposed[number - 1] if number <= len(proposed) else None
            self.fields[f"step_{number}_text"] = forms.CharField(
                label=f"{number}. What is done",
                max_length=200,
                required=False,
                initial=step.text if step else "",
            )
            self.fields[f"step_{number}_date"] = forms.DateField(
                label=f"{number}. Day", required=False, initial=step.due_date if step else None
            )

    def _posted_rows(self) -> int:
        return sum(f"step_{number}_text" in self.data for number in range(1, MOST_STEPS + 1))

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [
            (self[f"step_{number}_text"], self[f"step_{number}_date"]) for number in range(1, self.count + 1)
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for number in range(1, self.count + 1):
            text, day = cleaned.get(f"step_{number}_text"), cleaned.get(f"step_{number}_date")
            if text and day is None and f"step_{number}_date" not in self.errors:
                self.add_error(f"step_{number}_date", f"Say on which day step {number} is.")
            if day and not text:
                self.add_error(f"step_{number}_text", f"Say what is done in step {number}.")
        return cleaned

    def steps(self) -> list[Step]:
        """The rows that were filled in."""
        pairs = (
            (self.cleaned_data.get(f"step_{number}_text"), self.cleaned_data.get(f"step_{number}_date"))
            for number in range(1, self.count + 1)
        )
        return [Step(text, day) for text, day in pairs if text and day]


class DoneForm(forms.Form):
    done_date = forms.DateField(label="Done on")
