"""The central record as an inspector sees it: statutory columns, people masked, every look written down."""

from dataclasses import replace
from secrets import randbelow
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode

from compliance.domain.central_record import STATUTORY
from compliance.domain.record_lines import Kind, Line, Standing, have_confirmation
from compliance.domain.record_lists import (
    EVERYBODY,
    TAB_LABELS,
    USUAL_TABS,
    in_tab,
    list_lines,
    place_of,
    sort_lines,
)
from compliance.domain.record_sample import AT_RANDOM, Picked, pick_sample
from compliance.forms.record import AsAtForm, SampleForm
from compliance.selectors.central_record import SchoolRecord, find_record_line, get_central_record
from compliance.selectors.record_schools import list_looks
from compliance.services.looks import log_look
from compliance.views.record import (
    LINES_A_PAGE,
    Asked,
    SchoolRecordView,
    legend,
    line_address,
    list_tiles,
    read_asked,
)
from compliance.views.record_files import back_to_the_form, print_context
from compliance.views.record_html import build_head, build_rows
from compliance.views.record_line import show_line
from core.domain.permissions import Permission
from core.models import School

MOST_SEEDS = 1_000_000
LOOKS_A_PAGE = 50


class InspectionBase(SchoolRecordView):
    permission = Permission.VIEW_CENTRAL_RECORD

    def get_record(self, school: School, form: AsAtForm) -> SchoolRecord:
        """Who works there on the day, and nobody else; outcomes are not read at all."""
        record = get_central_record(
            school_id=school.pk,
            at=form.moment(),
            now=form.now,
            teams=self.teams,
        )
        here = tuple(line for line in record.lines if line.standing == Standing.HERE)
        return replace(record, lines=here)

    def log(self, school: School, form: AsAtForm, what: str, engagement_id: int | None = None) -> None:
        log_look(
            school_id=school.pk,
            engagement_id=engagement_id,
            what=what,
            as_at=form.moment(),
            by=self.actor,
            now=form.now,
        )


class InspectionView(InspectionBase):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        school = self.get_school(pk)
        form, asked = AsAtForm(request.GET, now=timezone.now()), read_asked(request)
        record = self.get_record(school, form)
        sample = read_sample(request, record.lines)
        self.log(school, form, what_was_shown(asked, sample))
        context = inspection_context(record, asked, sample, sample_address(request)) | {
            "school": school,
            "form": form,
            "at": form.moment(),
            "sample_form": SampleForm(initial={"at_random": len_at_random(request)}),
            "sample": sample,
            "fresh_seed": randbelow(MOST_SEEDS),
            "may_view_looks": self.actor.holds(Permission.VIEW_CHECKS, school.pk),
        }
        status = 200 if form.is_valid() else 422
        return render(request, "compliance/record/inspection.html", context, status=status)


def len_at_random(request: HttpRequest) -> int:
    form = SampleForm(request.GET)
    wanted = form.cleaned_data["at_random"] if form.is_valid() else None
    return AT_RANDOM if wanted is None else wanted


def read_sample(request: HttpRequest, lines: tuple[Line, ...]) -> list[Picked] | None:
    """The sample asked for by its seed; None where the whole record is."""
    form = SampleForm(request.GET)
    if not form.is_valid() or form.cleaned_data["seed"] is None:
        return None
    return pick_sample(lines, seed=form.cleaned_data["seed"], at_random=len_at_random(request))


def sample_address(request: HttpRequest) -> dict[str, str]:
    """By what a sample is found again."""
    return {key: request.GET[key] for key in ("seed", "at_random") if request.GET.get(key)}


def what_was_shown(asked: Asked, sample: list[Picked] | None) -> str:
    if sample is not None:
        return f"Sample of {len(sample)}"
    return f"Record: {TAB_LABELS[asked.tab].lower()}" + (", searched by name" if asked.search else "")


def inspection_context(
    record: SchoolRecord, asked: Asked, sample: list[Picked] | None, picked_by: dict[str, str]
) -> dict[str, Any]:
    width = len(STATUTORY)
    if sample is None:
        chosen = in_tab(record.lines, asked.tab)
        found = list_lines(chosen, show=asked.show, check=asked.check, search=asked.search, width=width)
    else:
        chosen = found = [one.line for one in sample]
    page = Paginator(sort_lines(found, asked.sort, width), LINES_A_PAGE).get_page(asked.page)
    params = asked.params() if sample is None else {**asked.moment, **picked_by}
    shows_agency = sample is None and asked.tab != EVERYBODY and have_confirmation(chosen)
    return {
        "record": record,
        "asked": asked,
        "page": page,
        "tabs": inspection_tabs(record, asked, is_sample=sample is not None),
        "tiles": [] if sample is not None else list_tiles(chosen, asked, STATUTORY),
        "head": build_head(STATUTORY, sort=asked.sort, params=params, shows_agency=shows_agency),
        "rows": build_rows(
            page.object_list,
            STATUTORY,
            address_of=line_address("record-inspection-line", record.school.pk, asked.moment),
            shows_agency=shows_agency,
            notes={one.line.engaged.engagement_id: one.why for one in sample or ()},
        ),
        "legend": legend(),
        "keep": asked.moment.items(),
        "query": urlencode(asked.moment),
    }


def inspection_tabs(record: SchoolRecord, asked: Asked, *, is_sample: bool) -> list[dict[str, Any]]:
    tabs = [EVERYBODY, *Kind]
    counts = {tab: len(in_tab(record.lines, tab)) for tab in tabs}
    return [
        {
            "label": TAB_LABELS[tab],
            "count": counts[tab],
            "href": "?" + urlencode({**asked.moment, "tab": str(tab)}),
            "is_here": tab == asked.tab and not is_sample,
        }
        for tab in tabs
        if tab in USUAL_TABS or counts[tab]
    ]


class InspectionLineView(InspectionBase):
    def get(self, request: HttpRequest, pk: int, engagement_id: int) -> HttpResponse:
        school = self.get_school(pk)
        form = AsAtForm(request.GET, now=timezone.now())
        found = find_record_line(
            school_id=school.pk, engagement_id=engagement_id, at=form.moment(), now=form.now, teams=self.teams
        )
        if found is None or found.line.standing != Standing.HERE:
            raise Http404
        place = place_of(request.GET.get("criterion", ""), len(STATUTORY))
        what = "Line" if place is None else f"Cell: {STATUTORY[place].label}"
        self.log(school, form, what, engagement_id)
        return show_line(request, school, found, form=form, masked=True, columns=STATUTORY)


class InspectionPrintView(InspectionBase):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        school = self.get_school(pk)
        form = AsAtForm(request.GET, now=timezone.now())
        if not form.is_valid():
            return back_to_the_form(request, "record-inspection", school)
        record = self.get_record(school, form)
        self.log(school, form, "Record to print")
        context = print_context(school, record, form, STATUTORY) | {"is_inspection": True}
        return render(request, "compliance/record/print.html", context)


class LookListView(SchoolRecordView):
    """Who looked in inspection mode, when and at what."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        school, search = self.get_school(pk), request.GET.get("q", "").strip()
        page = Paginator(list_looks(school, search=search), LOOKS_A_PAGE).get_page(request.GET.get("page"))
        return render(
            request, "compliance/record/looks.html", {"school": school, "page": page, "search": search}
        )
