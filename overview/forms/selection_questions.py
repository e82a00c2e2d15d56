"""The rule of fair selection as a form."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms

from core.domain.errors import DomainError
from overview.forms.questions import QuestionForm

_LINE = re.compile(r"(?P<group>.+?)[,;:\t ]+(?P<applied>\d+)[,;:\t ]+(?P<selected>\d+)")
_NUMBERS = ("applied", "selected")


class GroupsField(forms.CharField):
    """Groups, one on each line: its name, how many applied, how many were selected."""

    def __init__(self, label: str, *, help_text: str = "") -> None:
        super().__init__(label=label, widget=forms.Textarea(attrs={"rows": 4}), help_text=help_text)

    def clean(self, value: Any) -> list[Mapping[str, object]]:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        return [self._group(line) for line in lines]

    def _group(self, line: str) -> Mapping[str, object]:
        found = _LINE.fullmatch(line)
        if found is None:
            raise forms.ValidationError(
                f"“{line}” cannot be read. Write a name and two numbers on each line, such as "
                "“Aged 40 or over, 12, 3”."
            )
        return {"group": found["group"], **{name: int(found[name]) for name in _NUMBERS}}


class AdverseImpactForm(QuestionForm):
    topic = "adverse-impact"
    title = "Did this stage fall harder on one group?"
    lead = "How often each group was selected, beside what chance alone would do. Numbers only, no names."
    groups_given = GroupsField(
        "Groups",
        help_text="One on each line: its name, how many applied, how many were selected. "
        "For example: Aged 40 or over, 12, 3",
    )

    def facts(self) -> dict[str, Any]:
        return {"groups": self.cleaned_data["groups_given"]}

    def add_fault(self, error: DomainError) -> None:
        self.add_error("groups_given", error.message)
