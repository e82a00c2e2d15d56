"""The shape of a hold and of what is proposed for destruction."""

from collections.abc import Sequence
from typing import Any

from django import forms

from compliance.enums import ErasableRecord
from compliance.selectors.holds import Holdable


class ProposalForm(forms.Form):
    """Records of one kind at one school: those ticked, or every one that is due."""

    kind = forms.ChoiceField(choices=ErasableRecord)
    school = forms.IntegerField()
    everything = forms.BooleanField(required=False)


class HoldForm(forms.Form):
    about = forms.ChoiceField(label="What must stay", widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Why",
        max_length=300,
        help_text="For example: tribunal claim received on 3 May. Whoever manages retention reads this.",
    )

    def __init__(self, *args: Any, holdables: Sequence[Holdable], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        about = self.fields["about"]
        assert isinstance(about, forms.ChoiceField)  # noqa: S101 (for the type checker)
        about.choices = [(one.key, f"{one.label} ({one.hint})") for one in holdables]

    @property
    def target(self) -> dict[str, int]:
        """The person or the vacancy chosen, as the service is told."""
        kind, _, number = self.cleaned_data["about"].partition("-")
        return {f"{kind}_id": int(number)}


class LiftForm(forms.Form):
    reason = forms.CharField(label="Why it need not stay any longer", max_length=300)
