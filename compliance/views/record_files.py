"""The central record to take away: on A3, and as a workbook."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from django.core.exceptions import BadRequest
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.text import slugify

from compliance.domain.central_record import COLUMNS, Column
from compliance.domain.editions import edition_on
from compliance.domain.record_lines import count_states, have_confirmation
from compliance.domain.record_lists import GROUPS
from compliance.domain.record_parts import list_parts
from compliance.exports.central_record import write_central_record
from compliance.forms.record import AsAtForm
from compliance.selectors.central_record import SchoolRecord, get_central_record, list_central_records
from compliance.views.record import SchoolRecordView, legend
from compliance.views.record_print_html import build_paper_head, build_paper_rows
from core.domain.permissions import Permission
from core.models import School
from core.views.base import PermittedView

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class PaperPart(NamedTuple):
    """One kind of person on paper."""

    label: str
    line_count: int
    head: SafeString
    rows: Iterator[SafeString]
    totals: list[tuple[str, int]]


def print_context(
    school: School, record: SchoolRecord, form: AsAtForm, columns: Sequence[Column]
) -> dict[str, Any]:
    """What the paper says: each kind of person, totals, and the legend in words."""
    width = len(columns)
    parts = []
    for label, lines in list_parts(record.lines):
        shows_agency = have_confirmation(lines)
        running = f"{record.school.name} · URN {record.school.urn or 'not given'} · {label}"
        parts.append(
            PaperPart(
                label,
                len(lines),
                build_paper_head(columns, running=running, shows_agency=shows_agency),
                build_paper_rows(lines, width, shows_agency=shows_agency),
                list_totals(count_states(tuple(lines), width)),
            )
        )
    return {
        "school": school,
        "record": record,
        "parts": parts,
        "totals": list_totals(count_states(record.lines, width)),
        "legend": legend(),
        "edition": edition_on(record.day),
        "at": form.moment(),
        "now": form.now,
        "form": form,
    }


def list_totals(counts: dict[Any, int]) -> list[tuple[str, int]]:
    totals = ((group.label, sum(counts[state] for state in group.states)) for group in GROUPS.values())
    return [(label, number) for label, number in totals if number]


def back_to_the_form(request: HttpRequest, name: str, school: School) -> HttpResponse:
    """To the page that says what is wrong with the moment asked for.

    A file or a paper of today under another day's address would be taken for that day's.
    """
    return redirect(reverse(f"compliance:{name}", args=[school.pk], query=request.GET))


class RecordPrintView(SchoolRecordView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        school = self.get_school(pk)
        form = AsAtForm(request.GET, now=timezone.now())
        if not form.is_valid():
            return back_to_the_form(request, "record", school)
        record = get_central_record(
            school_id=school.pk,
            at=form.moment(),
            now=form.now,
            teams=self.teams,
        )
        context = print_context(school, record, form, COLUMNS) | {"is_inspection": False}
        return render(request, "compliance/record/print.html", context)


class RecordWorkbookView(SchoolRecordView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        school = self.get_school(pk)
        form = AsAtForm(request.GET, now=timezone.now())
        if not form.is_valid():
            return back_to_the_form(request, "record", school)
        return workbook_response(
            form, [school.pk], f"central-record-{slugify(school.name)}", teams=self.teams
        )


class TrustWorkbookView(PermittedView):
    """Each part of every school whose checks this person may see, at once."""

    permission = Permission.VIEW_CHECKS

    def get(self, request: HttpRequest) -> HttpResponseBase:
        ids = self.actor.schools_with(Permission.VIEW_CHECKS)
        form = AsAtForm(request.GET, now=timezone.now())
        if not form.is_valid():
            raise BadRequest("The day or the time asked for is none that has come.")
        return workbook_response(form, ids, "central-record")


def workbook_response(
    form: AsAtForm, school_ids: Collection[int], name: str, *, teams: Collection[int] = ()
) -> HttpResponseBase:
    records = list_central_records(school_ids=school_ids, at=form.moment(), now=form.now, teams=teams)
    file = write_central_record(records, now=form.now)
    response = FileResponse(
        file, as_attachment=True, filename=f"{name}-{records[0].day}.xlsx", content_type=XLSX
    )
    response.headers["Cache-Control"] = "no-store"
    return response
