"""The people of a workbook, confirmed and brought in; and the report of what came in."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from compliance.domain.import_report import report_from_json
from compliance.domain.workbook_import import PlannedPerson
from compliance.enums import CATEGORY_CHOICES, WorkbookStatus
from compliance.forms.doctor import read_people
from compliance.selectors.workbooks import get_plan, read_out
from compliance.services.central_record_import import import_workbook
from compliance.services.workbooks import choose_people
from compliance.views.doctor import WorkbookView
from core.domain.errors import DomainError

CHECKS_A_PAGE = 200
ROWS_A_PAGE = 100  # four inputs a row, and a request may have a thousand


class PeopleView(WorkbookView):
    """Everybody of the workbook: who comes in, as what, and who is known already."""

    tab = "workbook-people"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        reading = self.get_reading(pk)
        read, _ = read_out(reading)
        search = request.GET.get("q", "").strip()
        plan = list(enumerate(get_plan(self.actor, reading), start=1))
        words = search.casefold().split()
        found = [one for one in plan if all(word in one[1].row.name.casefold() for word in words)]
        return self.show(
            request,
            reading,
            read,
            template="people",
            page=Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page")),
            categories=CATEGORY_CHOICES,
            search=search,
            **count_people([one for _, one in plan]),
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Every button first keeps what was said of the rows on the page."""
        read, _ = read_out(self.get_reading(pk))
        people, now = read_people(request.POST, read.people), timezone.now()
        action = request.POST.get("action", "")
        try:
            if action == "import":
                import_workbook(reading_id=pk, by=self.actor, now=now, people=people)
                messages.success(request, "The workbook is brought in. Below is what came in, and what not.")
                return redirect("compliance:workbook-report", pk=pk)
            choose_people(reading_id=pk, people=people, by=self.actor, now=now)
        except DomainError as error:
            messages.error(request, error.message)
        else:
            if action == "save":
                messages.success(request, "What you chose is kept. Nothing is in the record yet.")
        asked = {"q": request.POST.get("q", "").strip(), "page": action.removeprefix("page-")}
        query = {name: value for name, value in asked.items() if value and value != action}
        return redirect(reverse("compliance:workbook-people", args=[pk], query=query))


def count_people(plan: list[PlannedPerson]) -> dict[str, Any]:
    """What would happen if it were brought in now."""
    taken = [one for one in plan if one.choice.is_taken]
    coming = [one for one in taken if not one.why_not]
    return {
        "coming": len(coming),
        "new": sum(one.known is None and not one.first for one in coming),
        "known": sum(one.known is not None for one in coming),
        "asked": sum(bool(one.why_not) for one in taken),
        "left_out": len(plan) - len(taken),
    }


class ReportView(WorkbookView):
    """What came in of a workbook, and what was left out with the reason."""

    tab = "workbook-report"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        reading = self.get_reading(pk)
        if reading.status != WorkbookStatus.IMPORTED:
            raise Http404("This workbook was not brought in yet.")
        read, _ = read_out(reading)
        report = report_from_json(reading.report)
        search = request.GET.get("q", "").strip()
        words = search.casefold().split()
        checks = [one for one in report.checks if all(word in one.name.casefold() for word in words)]
        is_whole = "all" in request.GET
        page = Paginator(checks, max(len(checks), 1) if is_whole else CHECKS_A_PAGE)
        return self.show(
            request,
            reading,
            read,
            template="report",
            report=report,
            search=search,
            skipped=[one for one in report.skipped if all(word in one.name.casefold() for word in words)],
            checks=checks,
            page=page.get_page(request.GET.get("page")),
            is_whole=is_whole,
            is_opened=bool(search or is_whole or "page" in request.GET),
        )
