"""The shape of the forms of the core."""

from typing import Any

from django import forms

from core.domain.permissions import ROLE_LABELS, Actor, Permission, Role
from core.domain.terms import HALF_TERMS, Span
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


class HalfTermsForm(forms.Form):
    """The first and last day of six half terms: all of them or none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, (name, _month) in enumerate(HALF_TERMS.values()):
            self.fields[f"first_{place}"] = forms.DateField(label=f"{name}: first day", required=False)
            self.fields[f"last_{place}"] = forms.DateField(label=f"{name}: last day", required=False)

    @property
    def rows(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        names = enumerate(name for name, _month in HALF_TERMS.values())
        return [(name, self[f"first_{place}"], self[f"last_{place}"]) for place, name in names]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        days = {name: given.get(name) for name in self.fields}
        if any(days.values()):
            for name in [name for name, day in days.items() if day is None and name not in self.errors]:
                self.add_error(name, "Give this day too, or leave all of them empty.")
        return given

    def spans(self) -> list[Span]:
        """Nothing where all is left empty."""
        given = self.cleaned_data
        pairs = [(given[f"first_{place}"], given[f"last_{place}"]) for place in range(len(HALF_TERMS))]
        return [(first, last) for first, last in pairs if first and last]
