"""Questions to a rule as a form: what was filled in becomes the facts that the API would be sent.

The name of a field is the place of its fact, ``facts__teaching_work`` for ``facts.teaching_work``, so that a
fault the rule finds is shown at the field it is about. What is left empty is *not known*.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms

from core.domain.dates import parse_day
from core.domain.errors import DomainError

INSIDE = "__"
_INDEX = re.compile(r"\[\d+\]")
_WRITTEN = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or not known, which is never the same as no."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(
            label=label,
            required=False,
            choices=[("yes", "Yes"), ("no", "No"), ("", "Not known")],
            initial="",
            coerce=lambda value: value == "yes",
            empty_value=None,
            widget=forms.RadioSelect,
            **kwargs,
        )


class ChoiceField(forms.ChoiceField):
    """One of the words a rule knows; the empty one is *not known* where it may be."""

    def __init__(
        self, label: str, words: Mapping[Any, str], *, required: bool = True, help_text: str = ""
    ) -> None:
        empty = [("", "Choose")] if required else [("", "Not known")]
        super().__init__(
            label=label,
            choices=[*empty, *((str(value), text) for value, text in words.items())],
            required=required,
            help_text=help_text,
        )


class DaysField(forms.CharField):
    """Days, one on each line."""

    def __init__(self, label: str, *, help_text: str = "") -> None:
        super().__init__(
            label=label, required=False, widget=forms.Textarea(attrs={"rows": 4}), help_text=help_text
        )

    def clean(self, value: Any) -> list[date]:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        return [self._day(line) for line in lines]

    def _day(self, line: str) -> date:
        try:
            if found := _WRITTEN.fullmatch(line):
                day, month, year = (int(part) for part in found.groups())
                return date(year, month, day)
            return parse_day(line)
        except ValueError:
            raise forms.ValidationError(
                f"“{line}” is no date. Write one date on each line, such as 27/3/2027."
            ) from None


class QuestionForm(forms.Form):
    """One topic. ``groups`` says which fields stand together, under which words."""

    topic: ClassVar[str]
    title: ClassVar[str]
    lead: ClassVar[str]
    groups: ClassVar[Sequence[tuple[str, Sequence[str]]]] = ()

    def facts(self) -> dict[str, Any]:
        """What was filled in, nested as the rule wants it; what was not is left out."""
        found: dict[str, Any] = {}
        for name, value in self.cleaned_data.items():
            if value is None or value in ("", []):
                continue
            *path, last = name.split(INSIDE)
            place = found
            for part in path:
                place = place.setdefault(part, {})
            place[last] = as_json(value)
        return found

    def add_fault(self, error: DomainError) -> None:
        """Show what the rule found wrong at the field it is about, or above all where there is none."""
        name = _INDEX.sub("", error.field or "").replace(".", INSIDE)
        while name and name not in self.fields:
            name = name.rpartition(INSIDE)[0]
        self.add_error(name or None, error.message)

    def grouped(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields by group, in order; those in no group come first."""
        named = {name for _, names in self.groups for name in names}
        first = [self[name] for name in self.fields if name not in named]
        return [("", first), *((words, [self[name] for name in names]) for words, names in self.groups)]


def as_json(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value


def as_at_field() -> forms.DateField:
    return forms.DateField(label="As at", required=False, help_text="The day to judge by. Left empty: today.")
