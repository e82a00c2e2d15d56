"""The shape of joining a panel, being corrected on it, and leaving it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from core.models import User
from recruitment.enums import PanelRole


class SeatForm(forms.Form):
    """What somebody is on a panel."""

    role = forms.ChoiceField(label="Role on the panel", choices=PanelRole.choices, initial=PanelRole.MEMBER)
    safer_recruitment_date = forms.DateField(
        label="Safer-recruitment training completed on",
        required=False,
        help_text="The day on the certificate. Leave it empty if there is none.",
    )


class JoinForm(SeatForm):
    user = forms.TypedChoiceField(label="Person", coerce=int, error_messages={"required": "Choose a person."})

    field_order = ("user", "role", "safer_recruitment_date")

    def __init__(self, *args: Any, people: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user = self.fields["user"]
        assert isinstance(user, forms.TypedChoiceField)  # noqa: S101 (for the type checker)
        user.choices = [("", "Choose…"), *((person.pk, person.name) for person in people)]


class LeaveForm(forms.Form):
    reason = forms.CharField(
        label="Why they leave the panel",
        max_length=300,
        help_text="It goes on the record. Points they have given stay.",
        error_messages={"required": "Say why they leave the panel; it goes on the record."},
    )
