"""The shape of who manages whom."""

from collections.abc import Sequence
from typing import Any

from django import forms

from core.models import User
from cpd.selectors.people import PersonLine


class AssignForm(forms.Form):
    """Many people, one line manager, from one day on."""

    people = forms.MultipleChoiceField(label="People", required=False)
    manager = forms.ChoiceField(label="Line manager")
    valid_from = forms.DateField(label="From")

    def __init__(
        self, *args: Any, lines: Sequence[PersonLine], managers: Sequence[User], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.managers = managers
        people, manager = self.fields["people"], self.fields["manager"]
        assert isinstance(people, forms.MultipleChoiceField)  # noqa: S101 (for the type checker)
        assert isinstance(manager, forms.ChoiceField)  # noqa: S101 (for the type checker)
        people.choices = [(str(one.engagement.pk), one.engagement.person.full_name) for one in lines]
        manager.choices = [("", "Choose"), *((str(one.pk), one.name) for one in managers)]

    @property
    def chosen(self) -> set[int]:
        """Whom the person ticked, whatever else was wrong with the form."""
        values = self.data.getlist("people") if self.is_bound else []  # type: ignore[attr-defined]
        return {int(one) for one in values if one.isascii() and one.isdigit()}


class EndManagementForm(forms.Form):
    last_day = forms.DateField(label="Last day")
