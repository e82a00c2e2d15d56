"""The shape of induction lists, of a tick, and of probation."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms

from cpd.domain.induction import MOST_DAYS, MOST_ITEMS, MOST_PROBATION_MONTHS, ItemEntry, TemplateEntry
from cpd.enums import ItemOutcome, ProbationOutcome

SPARE_ROWS = 3
SETTLED = [(one.value, one.label) for one in (ItemOutcome.DONE, ItemOutcome.NOT_NEEDED)]
_MONTHS = re.compile(r"[0-9]{1,2}")


class TemplateForm(forms.Form):
    """A school's list for one kind of person: rows of what, by which day, by whom; and probation."""

    probation_months = forms.IntegerField(
        label="Probation, in months",
        required=False,
        min_value=1,
        max_value=MOST_PROBATION_MONTHS,
        help_text="Leave empty where there is none",
    )
    review_months = forms.CharField(
        label="Reviews after how many months",
        required=False,
        max_length=60,
        help_text="For example: 2, 4",
    )

    def __init__(self, *args: Any, items: Sequence[ItemEntry] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        posted = sum(f"item_{number}_text" in self.data for number in range(1, MOST_ITEMS + 1))
        self.count = min(max(posted, len(items) + SPARE_ROWS), MOST_ITEMS)
        for number in range(1, self.count + 1):
            item = items[number - 1] if number <= len(items) else None
            self.fields[f"item_{number}_text"] = forms.CharField(
                label=f"{number}. What", max_length=200, required=False, initial=item.text if item else ""
            )
            self.fields[f"item_{number}_days"] = forms.IntegerField(
                label=f"{number}. Days after",
                required=False,
                min_value=0,
                max_value=MOST_DAYS,
                initial=item.due_days if item else None,
            )
            self.fields[f"item_{number}_by"] = forms.CharField(
                label=f"{number}. By whom",
                max_length=100,
                required=False,
                initial=item.by_whom if item else "",
            )

    @property
    def rows(self) -> list[tuple[forms.BoundField, ...]]:
        names = ("text", "days", "by")
        return [tuple(self[f"item_{number}_{name}"] for name in names) for number in range(1, self.count + 1)]

    def clean_review_months(self) -> tuple[int, ...]:
        text = self.cleaned_data["review_months"]
        parts = [part for part in re.split(r"[\s,;]+", text) if part]
        if not all(_MONTHS.fullmatch(part) for part in parts):
            raise forms.ValidationError("Write whole months with commas between them, such as 2, 4.")
        return tuple(int(part) for part in parts)

    def entry(self) -> TemplateEntry:
        """What was filled in; a row without words counts for nothing."""
        facts = self.cleaned_data
        items = tuple(
            ItemEntry(
                facts[f"item_{number}_text"],
                facts.get(f"item_{number}_days") or 0,
                facts.get(f"item_{number}_by", ""),
            )
            for number in range(1, self.count + 1)
            if facts.get(f"item_{number}_text")
        )
        return TemplateEntry(items, facts["probation_months"], facts["review_months"])


class ItemForm(forms.Form):
    """One thing of an induction, done or not needed."""

    outcome = forms.ChoiceField(label="How it stands", choices=SETTLED, widget=forms.RadioSelect)
    settled_date = forms.DateField(label="On")
    reason = forms.CharField(
        label="Why it is not needed", max_length=200, required=False, help_text="Only where it is not needed"
    )

    def clean_outcome(self) -> ItemOutcome:
        return ItemOutcome(self.cleaned_data["outcome"])


class ReopenForm(forms.Form):
    reason = forms.CharField(label="What was wrong", max_length=100)


class ProbationReviewForm(forms.Form):
    held_date = forms.DateField(label="Held on")
    note = forms.CharField(
        label="What was said, and what follows from it",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="The person reads this too. No health details.",
    )


class ProbationDecisionForm(forms.Form):
    outcome = forms.ChoiceField(label="Decision", choices=ProbationOutcome, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Reason",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="It goes on the record, and the person reads it.",
    )
    new_end_date = forms.DateField(
        label="New last day", required=False, help_text="Only where probation is extended"
    )

    def clean_outcome(self) -> ProbationOutcome:
        return ProbationOutcome(self.cleaned_data["outcome"])
