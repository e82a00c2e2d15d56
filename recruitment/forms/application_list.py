"""A list out of a spreadsheet as rows that can be corrected before anything is saved."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from core.domain.errors import DomainError
from recruitment.domain.application_form import (
    ApplicationData,
    HistoryData,
    PersonData,
    QualificationData,
    StatementData,
    check_history_entry,
)
from recruitment.enums import HistoryKind
from recruitment.forms.applications import LONGEST_STATEMENT
from recruitment.forms.rows import PartialDateField, RowForm, RowFormSet, as_typed, row_formset
from recruitment.readers.application_list import MOST_ROWS

PREFIX = "rows"
_EXTRAS = (
    "former_names",
    "address",
    "job_title",
    "organisation",
    "started",
    "qualification",
    "interview_adjustments",
    "statement",
)


class ListForm(forms.Form):
    file = forms.FileField(
        label="The list",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        help_text="An Excel workbook (.xlsx) with headings, such as First name, Last name and E-mail.",
        error_messages={"required": "Choose the workbook."},
    )


class ListRow(RowForm):
    """One line of the list; the line ticked to be left out is not judged."""

    line = forms.CharField(required=False, max_length=6, widget=forms.HiddenInput)
    leave_out = forms.BooleanField(label="Leave out", required=False)
    given_name = forms.CharField(
        label="First name", max_length=100, error_messages={"required": "Give the first name."}
    )
    family_name = forms.CharField(
        label="Last name", max_length=100, error_messages={"required": "Give the last name."}
    )
    email = forms.EmailField(
        label="E-mail address",
        required=False,
        error_messages={"invalid": "This is not a whole e-mail address."},
    )
    phone = forms.CharField(label="Telephone", required=False, max_length=40)
    received_date = forms.DateField(
        label="Received on",
        error_messages={"required": "Give the date.", "invalid": "Give a date, such as 27/3/2027."},
    )
    former_names = forms.CharField(label="Former names", required=False, max_length=200)
    address = forms.CharField(
        label="Address", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    job_title = forms.CharField(label="Present job", required=False, max_length=200)
    organisation = forms.CharField(label="Present employer", required=False, max_length=200)
    started = PartialDateField(label="There since", required=False)
    qualification = forms.CharField(label="Qualification", required=False, max_length=200)
    interview_adjustments = forms.CharField(
        label="Adjustments for the interview", required=False, max_length=1_000
    )
    statement = forms.CharField(
        label="Statement",
        required=False,
        max_length=LONGEST_STATEMENT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name not in {"line", "leave_out"}:
                field.widget.attrs["class"] = "form-control"
        self.fields["leave_out"].widget.attrs["class"] = "form-check-input"

    def has_changed(self) -> bool:
        return not self.data.get(self.add_prefix("leave_out")) and super().has_changed()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("started") and not self.errors:
            try:
                check_history_entry(HistoryData(HistoryKind.EMPLOYMENT, data["started"]))
            except DomainError as error:
                self.add_error("started", error.message)
        return data

    @property
    def has_job_without_date(self) -> bool:
        """A history holds only what has a beginning; the page says so, and the list can be corrected."""
        return bool(
            (self["job_title"].value() or self["organisation"].value()) and not self["started"].value()
        )

    def extras(self) -> list[BoundField]:
        """What else the list holds about this person, to look at and correct."""
        shown = {name for name in _EXTRAS if self[name].value() or self[name].errors}
        if self.has_job_without_date:
            shown.add("started")
        return [self[name] for name in _EXTRAS if name in shown]

    def application(self) -> ApplicationData:
        """The row as an application; only once it is valid."""
        data = self.cleaned_data
        person = {name: data[name] for name in ("given_name", "family_name", "email", "phone", "address")}
        history = HistoryData(
            HistoryKind.EMPLOYMENT,
            data["started"],
            organisation=data["organisation"],
            job_title=data["job_title"],
        )
        return ApplicationData(
            person=PersonData(**person, former_names=data["former_names"]),
            qualifications=(QualificationData(data["qualification"]),) if data["qualification"] else (),
            history=(history,) if data["started"] else (),
            statements=(StatementData(data["statement"]),) if data["statement"] else (),
            interview_adjustments=data["interview_adjustments"],
        )


ListRows = row_formset(ListRow, most=MOST_ROWS, shown=0)


def rows_read(rows: Sequence[Mapping[str, str]], *, today: date) -> RowFormSet:
    """What was read, already judged, so that the first look shows what is wrong."""
    dated = [{"received_date": f"{today:%d/%m/%Y}"} | {k: v for k, v in row.items() if v} for row in rows]
    data = QueryDict(mutable=True)
    for name, values in as_typed(ListRows, PREFIX, dated).items():
        data.setlist(name, values)
    return ListRows(data=data, prefix=PREFIX)


def rows_typed(data: Any) -> RowFormSet:
    """The rows as they came back, corrected or not."""
    return ListRows(data=data, prefix=PREFIX)


def rows_to_bring_in(formset: RowFormSet) -> list[ListRow]:
    """Those not left out, of a valid set."""
    return [cast(ListRow, form) for form in formset.forms if form.has_changed()]
