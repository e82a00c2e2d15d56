"""Bringing in a list of applicants: choose the workbook, correct what was read, save it whole."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.permissions import Permission
from recruitment.domain.application_form import deny_entering
from recruitment.forms.application_list import (
    ListForm,
    ListRow,
    rows_read,
    rows_to_bring_in,
    rows_typed,
)
from recruitment.forms.rows import RowFormSet
from recruitment.models import Vacancy
from recruitment.selectors.applications import list_emails
from recruitment.services.application_import import (
    ImportRow,
    import_applications,
    read_application_list,
)
from recruitment.views.application_entry import moment_received
from recruitment.views.applications import ApplicantsView


class ApplicationImportView(ApplicantsView):
    permission = Permission.ENTER_APPLICATIONS

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show_upload(request, self.get_vacancy(pk), ListForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        vacancy = self.get_vacancy(pk)
        if "action" not in request.POST:
            return self.read(request, vacancy)
        rows = rows_typed(request.POST)
        if not rows.is_valid():
            return self.show_rows(request, vacancy, rows, status=422)
        if request.POST["action"] != "save":
            return self.show_rows(request, vacancy, rows)
        return self.save(request, vacancy, rows)

    def read(self, request: HttpRequest, vacancy: Vacancy) -> HttpResponse:
        form = ListForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                found = read_application_list(
                    vacancy=vacancy, upload=form.cleaned_data["file"], by=self.actor
                )
            except DomainError as error:
                form.add_error("file", error.message)
            else:
                rows = rows_read(found["rows"], today=timezone.localdate())
                return self.show_rows(request, vacancy, rows, found=found)
        return self.show_upload(request, vacancy, form, status=422)

    def save(self, request: HttpRequest, vacancy: Vacancy, rows: RowFormSet) -> HttpResponse:
        now = timezone.now()
        wanted = [
            ImportRow(
                line=form.cleaned_data["line"],
                data=form.application(),
                received_at=moment_received(form.cleaned_data["received_date"], now=now),
            )
            for form in rows_to_bring_in(rows)
        ]
        try:
            received = import_applications(vacancy=vacancy, rows=wanted, by=self.actor, now=now)
        except DomainError as error:
            return self.show_rows(request, vacancy, rows, status=422, error=error.message)
        count = f"{len(received)} applications are" if len(received) != 1 else "One application is"
        messages.success(request, f"{count} saved.")
        return redirect("recruitment:application-list", pk=vacancy.pk)

    def show_upload(
        self, request: HttpRequest, vacancy: Vacancy, form: ListForm, status: int = 200
    ) -> HttpResponse:
        context = {
            "vacancy": vacancy,
            "form": form,
            "why_not": deny_entering(
                vacancy_status=vacancy.status, shortlisting_status=self.shortlisting_status(vacancy)
            ),
        }
        return render(request, "recruitment/applications/import.html", context, status=status)

    def show_rows(
        self, request: HttpRequest, vacancy: Vacancy, rows: RowFormSet, status: int = 200, **more: Any
    ) -> HttpResponse:
        known = set(list_emails(vacancy))
        lines = cast("list[ListRow]", rows.forms)
        wrong = sum(bool(form.errors) for form in lines)
        context = {
            "vacancy": vacancy,
            "rows": rows,
            "lines": [(form, is_known(form, known)) for form in lines],
            "wrong": wrong,
            "undated": sum(form.has_job_without_date for form in lines),
            "ready": len(rows_to_bring_in(rows)) - wrong,
        }
        return render(request, "recruitment/applications/import_rows.html", context | more, status=status)


def is_known(form: ListRow, known: set[str]) -> bool:
    """Whether somebody with this e-mail address has applied, or stands further up in the list."""
    email = str(form["email"].value() or "").strip().lower()
    if not email:
        return False
    if email in known:
        return True
    known.add(email)
    return False
