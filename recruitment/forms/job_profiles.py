"""The shape of what is uploaded, corrected and confirmed on the way to a job profile."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Protocol, cast

from django import forms
from django.http import QueryDict

from core.models import School
from recruitment.domain.person_specification import Requirement as ReadRequirement
from recruitment.domain.profile_draft import LONGEST, DutyGroup, ProfileDraft, ungroup_duties
from recruitment.domain.review import Answers
from recruitment.domain.review_edit import Press
from recruitment.domain.rows import EVIDENCE_LETTERS, Correction
from recruitment.enums import Requirement
from recruitment.models import JobProfile

_ROW_TEXT = re.compile(r"row-([0-9]{1,6})-text")


class UploadForm(forms.Form):
    """A file or pasted words, and the school they are for where the actor has several."""

    school = forms.ModelChoiceField(label="School", queryset=School.objects.none(), empty_label=None)
    file = forms.FileField(
        label="The document",
        help_text="A Word document (.docx), a PDF, an Excel workbook (.xlsx), a saved web page or "
        "a plain text file, up to 20 MB. You can drop it here.",
        error_messages={
            "required": "Choose a file, or paste the words of the document below.",
            "empty": "This file is empty. Check that it opens on your own computer, then choose it again.",
        },
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.xlsx,.html,.htm,.txt"}),
    )
    text = forms.CharField(
        label="Or paste the words of the document",
        required=False,
        max_length=400_000,
        strip=False,
        help_text="Copy everything from the job description and the person specification, and paste it here.",
        error_messages={"max_length": "This is longer than a job document can be. Paste only the document."},
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    name = forms.CharField(
        label="Name for the pasted document",
        required=False,
        max_length=200,
        help_text="For example: Midday supervisor, from the council’s web page",
    )

    def __init__(self, *args: Any, schools: Sequence[School], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[School]", self.fields["school"])
        field.queryset = School.objects.filter(pk__in=[school.pk for school in schools]).order_by(
            "name", "pk"
        )
        field.initial = schools[0].pk if schools else None
        pasted = str(self.data.get("text") or "").strip()
        self.fields["file"].required = not pasted
        if len(schools) == 1:
            field.widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        has_file, has_text = bool(data.get("file")), bool((data.get("text") or "").strip())
        if has_file and has_text:
            self.add_error(
                "text",
                "You chose a file and pasted words as well. Choose the file again and clear this box, or "
                "send the pasted words alone.",
            )
        return data


class Continuable(Protocol):
    """A profile that a document may become the next version of, with the number that one would have."""

    pk: int
    title: str
    next_number: int


class ConfirmForm(forms.Form):
    """The day of the next review, and whether this is a new profile or the next version of an old one."""

    review_date = forms.DateField(
        label="Review this job profile by",
        required=False,
        error_messages={"invalid": "Enter a real date, such as 27/3/2027."},
    )
    next_version_of = forms.ModelChoiceField(
        label="Keep it as",
        queryset=JobProfile.objects.none(),
        required=False,
        empty_label="A new job profile",
        error_messages={"invalid_choice": "Choose one of this school’s job profiles, or a new one."},
    )

    def __init__(self, *args: Any, profiles: Iterable[Continuable], is_revision: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[JobProfile]", self.fields["next_version_of"])
        known = list(profiles)
        field.queryset = JobProfile.objects.filter(pk__in=[profile.pk for profile in known])
        field.choices = [
            ("", "A new job profile"),
            *((profile.pk, f"The next version of “{profile.title}”") for profile in known),
        ]
        self.titles = {} if is_revision else {one.title.strip().casefold(): one.pk for one in known}
        self.becomes = {str(one.pk): f"version {one.next_number} of {one.title}" for one in known}
        self.is_revision = is_revision
        if is_revision or not known:
            del self.fields["next_version_of"]

    @property
    def choices(self) -> list[tuple[str, str, str]]:
        """What it may be kept as: the value, the words, and what the button says then."""
        given = cast("Iterable[tuple[Any, Any]]", cast("Any", self.fields["next_version_of"]).choices)
        return [(str(value), str(words), self.name_act(str(value))) for value, words in given]

    @property
    def act(self) -> str:
        """What confirming does as the form stands."""
        return self.name_act(str(self.initial.get("next_version_of") or ""))

    def name_act(self, chosen: str) -> str:
        """What the button says where this profile is chosen; a document that revises one has no choice."""
        if not self.becomes:
            return "Confirm this job profile"
        if self.is_revision:
            return f"Confirm as {next(iter(self.becomes.values()))}"
        return f"Confirm as {self.becomes.get(chosen, 'a new job profile')}"

    def find_same_title(self, title: str) -> int | None:
        """The school's profile of this title, of which this may be the next version; None without one."""
        return self.titles.get(title.strip().casefold())


def typed_keys(data: QueryDict) -> tuple[int, ...]:
    """The rows that the page showed, those included that another window took away since."""
    return tuple(int(found[1]) for name in data if (found := _ROW_TEXT.fullmatch(name)))


def read_press(data: QueryDict, keys: Collection[int]) -> Press:
    """What the review page sent: the head of the profile, the rows with these keys, the button."""
    corrections = {key: _correction(data, f"row-{key}-") for key in keys if f"row-{key}-text" in data}
    return Press(
        _profile(data),
        corrections,
        data.get("action", ""),
        _answers(data, keys),
        _evidence_key(data),
        (data.get("letter-from", ""), data.get("letter-to", "")),
        dict(pair.partition("=")[::2] for pair in data.get("was", "").split()),
    )


def _answers(data: QueryDict, keys: Collection[int]) -> Answers | None:
    if "review_date" not in data:
        return None
    typed = sorted(
        (name.removeprefix("reason-"), str(data[name])) for name in data if name.startswith("reason-")
    )
    reasons = tuple((anchor[:80], words[:2000]) for anchor, words in typed[:200] if words.strip())
    given = set(data.getlist("keep-row"))
    ticked = tuple(key for key in keys if str(key) in given)
    return Answers(data.get("review_date", "")[:40], data.get("next_version_of", "")[:20], reasons, ticked)


def _evidence_key(data: QueryDict) -> dict[str, str] | None:
    given = {letter: str(data[f"key-{letter}"]) for letter in EVIDENCE_LETTERS if f"key-{letter}" in data}
    return given or None


def _correction(data: QueryDict, prefix: str) -> Correction:
    requirement = data.get(f"{prefix}requirement", "")
    return Correction(
        text=data.get(f"{prefix}text", ""),
        section=data.get(f"{prefix}section", ""),
        requirement=cast("ReadRequirement", requirement) if requirement in Requirement.values else None,
        evidence="".join(data.getlist(f"{prefix}evidence")),
        is_trainable=f"{prefix}trainable" in data,
    )


def _profile(data: QueryDict) -> ProfileDraft | None:
    if "profile-title" not in data:
        return None
    fields = {name: " ".join(data.get(f"profile-{name}", "").split()) for name in LONGEST}
    purpose = data.get("profile-purpose", "").replace("\r\n", "\n").strip()
    return ProfileDraft(**fields, purpose=purpose, duties=ungroup_duties(tuple(_duty_groups(data))))


def _duty_groups(data: QueryDict) -> Iterable[DutyGroup]:
    number = 0
    while f"duty-{number}-texts" in data:
        lines = data.get(f"duty-{number}-texts", "").splitlines()
        yield DutyGroup(
            data.get(f"duty-{number}-section", ""), tuple(" ".join(line.split()) for line in lines)
        )
        number += 1
