"""The shape of what is said of a workbook under review."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from django import forms

from compliance.domain.central_record_fields import FIELDS
from compliance.domain.central_record_reading import ReadColumn, ReadPerson
from compliance.domain.workbook_choices import PersonChoice, column_key, person_key
from compliance.enums import CATEGORY_CHOICES
from core.models import School

NO_FIELD = ("", "Not used; kept as it is")
FIELD_CHOICES = [NO_FIELD, *((field.id, field.label) for field in FIELDS.values())]


class WorkbookForm(forms.Form):
    """The school's own workbook, and whose it is where the actor has several schools."""

    school = forms.ModelChoiceField(label="School", queryset=School.objects.none(), empty_label=None)
    file = forms.FileField(
        label="Your single central record",
        help_text="An Excel workbook (.xlsx) up to 20 MB, as it is. You can drop it here.",
        error_messages={
            "required": "Choose the workbook.",
            "empty": "This file is empty. Check that it opens on your own computer, then choose it again.",
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def __init__(self, *args: Any, schools: Sequence[School], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[School]", self.fields["school"])
        field.queryset = School.objects.filter(pk__in=[school.pk for school in schools]).order_by(
            "name", "pk"
        )
        field.initial = schools[0].pk if schools else None
        if len(schools) == 1:
            field.widget = forms.HiddenInput()


def read_columns(data: Mapping[str, str], columns: Sequence[ReadColumn]) -> dict[str, str]:
    """What was chosen for the columns, named ``column-1`` and so on in their order."""
    chosen = ((column, data.get(f"column-{place}")) for place, column in enumerate(columns, start=1))
    return {column_key(column): field for column, field in chosen if field is not None}


def read_people(data: Mapping[str, str], people: Sequence[ReadPerson]) -> dict[str, PersonChoice]:
    """What was said of the rows that the page showed (``row-7``), by their place in the workbook."""
    return dict(_read_people(data, people))


def _read_people(data: Mapping[str, str], people: Sequence[ReadPerson]) -> Iterator[tuple[str, PersonChoice]]:
    categories = {value for value, _ in CATEGORY_CHOICES}
    for place, person in enumerate(people, start=1):
        if f"row-{place}" in data:
            worker = data.get(f"worker-{place}", "")
            yield (
                person_key(person),
                PersonChoice(
                    is_taken=f"take-{place}" in data,
                    worker=worker if worker in categories else "",
                    known=data.get(f"known-{place}", ""),
                ),
            )
