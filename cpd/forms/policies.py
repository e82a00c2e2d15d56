"""The shape of a policy, its editions, and signatures on paper."""

from collections.abc import Sequence
from typing import Any

from django import forms

from compliance.domain.kinds import KIND_LABELS, PersonKind
from compliance.forms.checks import FILE_HINT
from cpd.enums import ReadingBasis
from cpd.models import PolicyVersion
from cpd.selectors.policy_readers import Reader
from cpd.services.policies import EditionEntry


class EditionForm(forms.Form):
    """One edition. The file stays outside the entry: it is stored by the service."""

    edition = forms.CharField(
        label="Edition", max_length=100, help_text="As its readers know it, such as September 2026"
    )
    file = forms.FileField(label="Document", required=False, help_text=FILE_HINT)
    address = forms.URLField(
        label="Or a web address",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Of the document itself, so that everybody reads the same",
        error_messages={"invalid": "Give a web address in full, such as https://www.example.org/policy."},
    )
    text = forms.CharField(
        label="Or the words themselves",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="For a short notice. It is shown as it is typed.",
    )
    in_force_from = forms.DateField(label="In force from")
    read_by = forms.DateField(label="To be read by")
    kinds = forms.MultipleChoiceField(
        label="Who reads it",
        required=False,
        choices=[(kind.value, label) for kind, label in KIND_LABELS.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick nothing and everybody at the school reads it.",
    )

    counts_as = forms.TypedChoiceField(
        label="Signing it counts as",
        required=False,
        coerce=int,
        empty_value=None,
        help_text="Whoever signs then has this training on record from that day.",
    )

    def __init__(self, *args: Any, courses: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        counts_as = self.fields["counts_as"]
        assert isinstance(counts_as, forms.TypedChoiceField)  # noqa: S101 (for the type checker)
        counts_as.choices = [("", "No training"), *courses]

    def entry(self) -> EditionEntry:
        typed = {key: value for key, value in self.cleaned_data.items() if key in EditionEntry.__slots__}
        return EditionEntry(**typed | {"kinds": [PersonKind(kind) for kind in typed["kinds"]]})


class PolicyForm(EditionForm):
    """A policy with its first edition."""

    school = forms.TypedChoiceField(label="School", coerce=int)
    title = forms.CharField(
        label="Title", max_length=200, help_text="Such as Staff code of conduct, without the year"
    )
    basis = forms.ChoiceField(
        label="Who asks for it to be read",
        choices=ReadingBasis.choices,
        widget=forms.RadioSelect,
        initial=ReadingBasis.POLICY,
    )

    def __init__(self, *args: Any, schools: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        school = self.fields["school"]
        assert isinstance(school, forms.TypedChoiceField)  # noqa: S101 (for the type checker)
        school.choices = list(schools)


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label="Why it is no longer asked for",
        max_length=300,
        help_text="For example: merged into the code of conduct. Signatures stay.",
    )


class PaperForm(forms.Form):
    person = forms.TypedChoiceField(
        label="Who signed", coerce=int, error_messages={"required": "Choose who signed."}
    )
    signed_date = forms.DateField(label="Signed on")
    seen_by = forms.CharField(label="Signed paper seen by", max_length=150)

    def __init__(self, *args: Any, readers: Sequence[Reader], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person = self.fields["person"]
        assert isinstance(person, forms.TypedChoiceField)  # noqa: S101 (for the type checker)
        people = [
            (one.person.pk, f"{one.person.family_name}, {one.person.given_name} ({one.job_titles[0]})")
            for one in readers
        ]
        person.choices = [("", "Choose…"), *people]


class ReadForm(forms.Form):
    has_read = forms.BooleanField(
        label="I have read and understood this",
        error_messages={"required": "Tick that you have read and understood it, then sign."},
    )


def initial_of(version: PolicyVersion) -> dict[str, Any]:
    """An edition as its form shows it again."""
    names = ("edition", "address", "text", "in_force_from", "read_by", "kinds")
    return {name: getattr(version, name) for name in names} | {"counts_as": version.counts_as_id}
