"""How an application reached the school, and the word of explanation that changes to it need."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from core.models import Person
from recruitment.enums import ApplicationChannel

MOST_FILES = 6
SOMEBODY_NEW = "new"


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once, a few at the most."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=FilesInput(attrs={"accept": ".pdf,.docx,.txt"}), **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if len(files) > MOST_FILES:
            raise forms.ValidationError(f"Choose {MOST_FILES} files at the most.")
        if self.required and not files:
            raise forms.ValidationError("Choose a file.")
        return [self._clean_one(file) for file in files]

    def _clean_one(self, file: UploadedFile) -> UploadedFile:
        if not file.name:
            raise forms.ValidationError("One of the files has no name. Rename it and choose it again.")
        return file


class ReceivedForm(forms.Form):
    channel = forms.ChoiceField(
        label="How it came",
        choices=[
            (ApplicationChannel.PAPER, ApplicationChannel.PAPER.label),
            (ApplicationChannel.EMAIL, ApplicationChannel.EMAIL.label),
        ],
        widget=forms.RadioSelect,
        initial=ApplicationChannel.PAPER,
    )
    received_date = forms.DateField(
        label="Received on",
        help_text="After the closing date it is marked as late; people decide what follows.",
    )
    documents = FilesField(
        label="The form as it came",
        required=False,
        help_text="PDF, Word or text, up to 20 MB each. A scan is fine. The panel never sees these files.",
    )


class SamePersonForm(forms.Form):
    """Asked only where somebody with this e-mail address has applied to the school before."""

    person = forms.ChoiceField(
        label="Somebody with this e-mail address has applied before. Is it the same person?",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it is the same person."},
    )

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [
            *((key, f"Yes, {person.full_name}") for key, person in self.people.items()),
            (SOMEBODY_NEW, "No, somebody else"),
        ]

    def chosen(self) -> Person | None:
        return self.people.get(self.cleaned_data["person"])


class CorrectionForm(forms.Form):
    reason = forms.CharField(
        label="What is corrected, and why",
        max_length=300,
        help_text="It goes on the record. For example: telephone number misread.",
        error_messages={"required": "Say what is corrected and why; it goes on the record."},
    )


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label="How and when the candidate told you",
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example: by e-mail on 3 March, has accepted another post.",
        error_messages={"required": "Say how and when the candidate told you."},
    )


class DocumentsForm(forms.Form):
    documents = FilesField(label="Files to attach", help_text="PDF, Word or text, up to 20 MB each.")
