"""The shape of what is written down of a person and of what they do here."""

from collections.abc import Sequence
from typing import Any

from django import forms

from compliance.domain.categories import WorkerCategory
from compliance.enums import CATEGORY_CHOICES
from compliance.services.people import PersonEntry
from core.models import Person, School

SOMEBODY_ELSE = "somebody_else"


class KindForm(forms.Form):
    """What kind of worker, and at which school: it decides what the next page asks."""

    school = forms.ChoiceField(label="School")
    category = forms.ChoiceField(
        label="What will this person be?", choices=CATEGORY_CHOICES, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, schools: Sequence[School], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        school = self.fields["school"]
        assert isinstance(school, forms.ChoiceField)  # noqa: S101 (for the type checker)
        school.choices = [(str(one.pk), one.name) for one in schools]
        if len(schools) == 1:
            school.widget = forms.HiddenInput()
            school.initial = str(schools[0].pk)

    def clean_category(self) -> WorkerCategory:
        return WorkerCategory(self.cleaned_data["category"])

    def clean_school(self) -> int:
        return int(self.cleaned_data["school"])


class PersonForm(forms.Form):
    """Who somebody is."""

    given_name = forms.CharField(label="First name", max_length=100)
    family_name = forms.CharField(label="Last name", max_length=100)
    former_names = forms.CharField(
        label="Former names",
        max_length=200,
        required=False,
        help_text="Names before marriage or other changes. Checks are made in every name.",
    )
    birth_date = forms.DateField(label="Date of birth", required=False)
    email = forms.EmailField(label="E-mail address", max_length=254, required=False)

    def person(self) -> PersonEntry:
        return PersonEntry(**{name: self.cleaned_data[name] for name in PersonForm.base_fields})


class PersonChangeForm(PersonForm):
    reason = forms.CharField(
        label="Why this changes", max_length=100, help_text="For example: married, or spelling corrected"
    )


class PostForm(forms.Form):
    """What the person does here, and when."""

    job_title = forms.CharField(
        label="What they do here", max_length=200, help_text="For example: midday supervisor"
    )
    start_date = forms.DateField(label="First day", required=False, help_text="Leave empty if not agreed yet")
    end_date = forms.DateField(
        label="Last day", required=False, help_text="Only where it is known, as in a fixed term"
    )


class PostChangeForm(PostForm):
    reason = forms.CharField(label="Why this changes", max_length=100)


class LeaveForm(forms.Form):
    end_date = forms.DateField(label="Last day")
    reason = forms.CharField(
        label="Why", max_length=100, help_text="For example: moves away, contract ends. No health details."
    )


class KnownForm(forms.Form):
    """Whether somebody alike is the same person."""

    known = forms.ChoiceField(label="Is it one of these people?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = self.fields["known"]
        assert isinstance(known, forms.ChoiceField)  # noqa: S101 (for the type checker)
        known.choices = [
            *((str(one.pk), f"Yes: {describe(one)}") for one in people),
            (SOMEBODY_ELSE, "No, somebody else of that name"),
        ]

    def known_id(self) -> int | None:
        chosen: str = self.cleaned_data["known"]
        return None if chosen == SOMEBODY_ELSE else int(chosen)


def describe(person: Person) -> str:
    """A person in a line, by what tells them from others of the same name."""
    parts = [person.full_name]
    if person.former_names:
        parts.append(f"formerly {person.former_names}")
    if person.birth_date:
        parts.append(f"born {person.birth_date:%d/%m/%Y}")
    if person.email:
        parts.append(person.email)
    return ", ".join(parts)
