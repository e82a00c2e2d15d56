"""The SCR doctor: drop in a workbook, see what is wrong, and take home a corrected copy."""

from datetime import date
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from compliance.domain.central_record_cells import Diagnosis
from compliance.domain.central_record_fields import FIELDS
from compliance.domain.central_record_reading import CentralRecordReading, ReadCell
from compliance.domain.fix_list import Fix, count_kinds, list_fixes, list_repairs
from compliance.domain.workbook_choices import cell_key, column_key
from compliance.domain.workbook_rows import as_day
from compliance.enums import WorkbookStatus
from compliance.exports.corrected_workbook import Correction, correct_workbook
from compliance.forms.doctor import FIELD_CHOICES, WorkbookForm, read_columns
from compliance.models import WorkbookReading
from compliance.selectors.workbooks import list_workbook_readings, read_out
from compliance.services.workbooks import (
    choose_repairs,
    discard_workbook,
    read_columns_again,
    read_workbook_upload,
)
from compliance.views.record_files import XLSX
from core.domain.errors import DomainError
from core.domain.permissions import Permission
from core.domain.school_time import day_of
from core.selectors import list_schools
from core.views.base import PermittedView

ROWS_A_PAGE = 50
TONES = {
    Diagnosis.NOT_PERMITTED: "danger",
    Diagnosis.BLANK: "danger",
    Diagnosis.LATE: "danger",
    Diagnosis.IMPOSSIBLE: "danger",
    Diagnosis.FUTURE: "danger",
    Diagnosis.IN_PROGRESS: "waiting",
    Diagnosis.LEGACY: "neutral",
}


class WorkbookListView(PermittedView):
    """The workbooks that were dropped in, and the place to drop the next."""

    permission = Permission.IMPORT_CENTRAL_RECORD

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, self.form())

    def post(self, request: HttpRequest) -> HttpResponse:
        form, now = self.form(request.POST, request.FILES), timezone.now()
        if not form.is_valid():
            return self.show(request, form, status=422)
        try:
            reading = read_workbook_upload(
                school_id=form.cleaned_data["school"].pk,
                upload=form.cleaned_data["file"],
                as_at=day_of(now),
                by=self.actor,
                now=now,
            )
        except DomainError as error:
            form.add_error("file", error.message)
            return self.show(request, form, status=422)
        return redirect("compliance:workbook", pk=reading.pk)

    def form(self, *data: Any) -> WorkbookForm:
        return WorkbookForm(*data, schools=list_schools(self.actor, Permission.IMPORT_CENTRAL_RECORD))

    def show(self, request: HttpRequest, form: WorkbookForm, status: int = 200) -> HttpResponse:
        search = request.GET.get("q", "").strip()
        found = list_workbook_readings(self.actor, search=search)
        page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
        context = {"form": form, "page": page, "search": search}
        return render(request, "compliance/doctor/list.html", context, status=status)


class WorkbookView(PermittedView):
    """What the pages of one workbook share."""

    permission = Permission.IMPORT_CENTRAL_RECORD
    tab = ""

    def get_reading(self, pk: int) -> WorkbookReading:
        """The workbook with its contents; 404 where it was discarded, for nothing is left of it."""
        visible = WorkbookReading.objects.visible_to(self.actor).select_related(
            "school", "document", "created_by", "settled_by"
        )
        reading = self.get_or_404(visible, pk=pk)
        self.require_at(reading.school_id)
        if reading.status == WorkbookStatus.DISCARDED:
            raise Http404("This workbook was discarded.")
        return reading

    def show(
        self,
        request: HttpRequest,
        reading: WorkbookReading,
        read: CentralRecordReading,
        *,
        template: str,
        status: int = 200,
        **context: Any,
    ) -> HttpResponse:
        shared = {
            "reading": reading,
            "read": read,
            "is_open": reading.status == WorkbookStatus.OPEN,
            "tabs": self.list_tabs(reading, read),
        }
        return render(request, f"compliance/doctor/{template}.html", shared | context, status=status)

    def list_tabs(self, reading: WorkbookReading, read: CentralRecordReading) -> list[dict[str, Any]]:
        counted = read.count_by_diagnosis()
        wrong = len(read.cells) - counted.get(Diagnosis.OK.value, 0)
        repairs = sum(cell.fix is not None for cell in read.cells)
        tabs: list[tuple[str, str, int | None]] = [
            ("workbook", "To put right", wrong),
            ("workbook-repairs", "Certain repairs", repairs),
            ("workbook-columns", "Columns", len(read.columns)),
            ("workbook-people", "People", len(read.people)),
        ]
        if reading.status == WorkbookStatus.IMPORTED:
            tabs.append(("workbook-report", "Import report", None))
        return [
            {
                "href": reverse(f"compliance:{name}", args=[reading.pk]),
                "label": label,
                "count": count,
                "is_here": name == self.tab,
            }
            for name, label, count in tabs
        ]


class DiagnosisView(WorkbookView):
    """What is wrong in the workbook, the gravest first."""

    tab = "workbook"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        reading = self.get_reading(pk)
        read, _ = read_out(reading)
        sheet, kind = request.GET.get("sheet", ""), request.GET.get("kind", "")
        search = request.GET.get("q", "").strip()
        fixes = list(list_fixes(read, sheet=sheet, kind=kind, search=search))
        kinds, is_whole = count_kinds(read), "all" in request.GET
        page = Paginator(fixes, max(len(fixes), 1) if is_whole else ROWS_A_PAGE)
        shown = page.get_page(request.GET.get("page"))
        return self.show(
            request,
            reading,
            read,
            template="diagnosis",
            page=shown,
            rows=[(fix, tone_of(fix)) for fix in shown],
            kinds=kinds,
            is_whole=is_whole,
            right=read.count_by_diagnosis().get(Diagnosis.OK.value, 0),
            wrong=sum(count for _, _, count in kinds),
            sheets=list(dict.fromkeys(one.sheet for one in read.people)),
            missing=[FIELDS[field].label for field in read.missing_columns],
            unsure=sum(bool(one.field) and not one.sure for one in read.columns),
            search=search,
            is_filtered=bool(search or sheet or kind),
            sheet=sheet,
            kind=kind,
        )


def tone_of(fix: Fix) -> str:
    return TONES.get(fix.cell.diagnosis, "warning")


class ColumnsView(WorkbookView):
    """What each column was taken for; a person says otherwise, and the workbook is read again."""

    tab = "workbook-columns"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        reading = self.get_reading(pk)
        read, _ = read_out(reading)
        return self.show_columns(request, reading, read)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        reading = self.get_reading(pk)
        read, _ = read_out(reading)
        columns = read_columns(request.POST, read.columns)
        try:
            read_columns_again(reading_id=pk, columns=columns, by=self.actor, now=timezone.now())
        except DomainError as error:
            return self.show_columns(request, reading, read, chosen=columns, error=error, status=422)
        messages.success(request, "The workbook was read again with these columns.")
        return redirect("compliance:workbook", pk=pk)

    def show_columns(
        self,
        request: HttpRequest,
        reading: WorkbookReading,
        read: CentralRecordReading,
        *,
        chosen: dict[str, str] | None = None,
        error: DomainError | None = None,
        status: int = 200,
    ) -> HttpResponse:
        words = request.GET.get("q", "").casefold().split()
        said = chosen or {}
        found = [
            (place, one, said.get(column_key(one), one.field or ""))
            for place, one in enumerate(read.columns, start=1)
            if all(word in f"{one.sheet} {one.heading}".casefold() for word in words)
        ]
        doubtful = [row for row in found if not row[1].sure or not row[1].field]
        return self.show(
            request,
            reading,
            read,
            template="columns",
            status=status,
            doubtful=doubtful,
            certain=[row for row in found if row not in doubtful],
            fields=FIELD_CHOICES,
            search=request.GET.get("q", ""),
            error=error,
        )


class RepairsView(WorkbookView):
    """Repairs that are certain, to tick; the corrected copy has those."""

    tab = "workbook-repairs"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        reading = self.get_reading(pk)
        read, choices = read_out(reading)
        ticked = {cell_key(cell) for cell in choices.repairs_in(read)}
        words = request.GET.get("q", "").casefold().split()
        rows = [
            (cell_key(fix.cell), fix, cell_key(fix.cell) in ticked)
            for fix in list_repairs(read)
            if all(word in fix.name.casefold() for word in words)
        ]
        search = request.GET.get("q", "")
        return self.show(request, reading, read, template="repairs", rows=rows, search=search)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.get_reading(pk)
        shown, ticked = set(request.POST.getlist("shown")), set(request.POST.getlist("repair"))
        try:
            choose_repairs(reading_id=pk, shown=shown, ticked=ticked, by=self.actor, now=timezone.now())
        except DomainError as error:
            messages.error(request, error.message)
            return redirect("compliance:workbook-repairs", pk=pk)
        if request.POST.get("action") == "download":
            return redirect("compliance:workbook-corrected", pk=pk)
        messages.success(request, "Your ticks are kept.")
        return redirect("compliance:workbook-repairs", pk=pk)


class CorrectedCopyView(WorkbookView):
    """The school's own workbook with the ticked repairs made and a sheet that lists them."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        reading = self.get_reading(pk)
        read, choices = read_out(reading)
        if reading.document is None:
            raise Http404("The file of this workbook is no longer kept.")
        now = timezone.localtime()
        repairs = [
            Correction(
                cell.sheet, cell.cell, repaired_value(cell), by=self.actor.name, at=now, why=cell.message
            )
            for cell in choices.repairs_in(read)
        ]
        with reading.document.file.open("rb") as file:
            made = correct_workbook(file.read(), repairs)
        stem = reading.source_name.removesuffix(".xlsx")
        response = FileResponse(
            BytesIO(made),
            as_attachment=True,
            filename=f"{stem} (corrected).xlsx",
            content_type=XLSX,
        )
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cache-Control"] = "private, no-store"
        return response


def repaired_value(cell: ReadCell) -> str | date:
    """What a certain repair writes: a day where the field holds days, else the text."""
    fix = cell.fix or ""
    day = as_day(fix) if FIELDS[cell.field].holds_date else None
    return day or fix


class DiscardView(WorkbookView):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        reading = self.get_reading(pk)
        try:
            discard_workbook(reading_id=pk, by=self.actor, now=timezone.now())
        except DomainError as error:
            messages.error(request, error.message)
            return redirect("compliance:workbook", pk=pk)
        messages.success(request, f"{reading.source_name} is discarded. Nothing of it was kept.")
        return redirect("compliance:workbook-list")
