"""The shape of the forms of the core."""

from typing import Any

from django import forms

from core.domain.permissions import ROLE_LABELS, Actor, Permission, Role
from core.models import School, Trust
from core.selectors import list_schools, list_trusts


class RoleForm(forms.Form):
    """A role and where it is held."""

    role = forms.ChoiceField(
        choices=[("", "Choose a role"), *((role.value, label) for role, label in ROLE_LABELS.items())],
        error_messages={"required": "Choose the role: it decides what the person sees and may do."},
    )
    place = forms.ChoiceField(label="Held at")

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        schools = {f"school-{one.pk}": one for one in list_schools(actor, Permission.MANAGE_PEOPLE)}
        trusts = {f"trust-{one.pk}": one for one in list_trusts(actor, Permission.MANAGE_PEOPLE)}
        self.places: dict[str, School | Trust] = {**schools, **trusts}
        place = self.fields["place"]
        assert isinstance(place, forms.ChoiceField)  # noqa: S101 (for the type checker)
        place.choices = [
            *((key, school.name) for key, school in schools.items()),
            *((key, f"Every school of {trust.name}") for key, trust in trusts.items()),
        ]

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])

    def clean_place(self) -> School | Trust:
        return self.places[self.cleaned_data["place"]]


class ContactForm(forms.Form):
    """How applicants reach a school."""

    name = forms.CharField(
        label="Whom to ask for",
        required=False,
        max_length=150,
        help_text="A name or an office, such as the school office",
    )
    phone = forms.CharField(
        label="Telephone",
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    email = forms.EmailField(
        label="E-mail address",
        required=False,
        max_length=254,
        error_messages={"invalid": "Give an e-mail address in full, such as office@example.org."},
    )


class UserForm(RoleForm):
    """A new account with its first role."""

    name = forms.CharField(label="Name", max_length=150)
    email = forms.EmailField(label="E-mail address", max_length=254)

    field_order = ["name", "email", "role", "place"]
