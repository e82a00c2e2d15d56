"""CPD hours of a school: one page to print, and the same as a workbook."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify

from compliance.views.record_files import XLSX
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.domain.terms import school_year_of
from core.models import School
from core.views.base import PermittedView
from cpd.domain.hours import year_in_words
from cpd.exports.hours import build_hours_workbook
from cpd.selectors.hours import SchoolHours, get_school_hours
from cpd.selectors.training import schools_in_reach
from recruitment.views.exports import as_attachment

YEARS_BACK = 5


class HoursPageView(PermittedView):
    """What page and workbook share: whom the reader may see, at the school and in the year chosen."""

    permission = Permission.KEEP_OWN_RECORD

    def list_schools(self, today: date) -> list[School]:
        return list(schools_in_reach(self.actor, today=today).order_by("name", "pk"))

    def find_school(self, schools: list[School], request: HttpRequest) -> School | None:
        """The one named in the address, 404 where it is out of reach; without one, the first."""
        if not (chosen := request.GET.get("school", "")):
            return schools[0] if schools else None
        school = next((one for one in schools if one.pk == number_in(chosen)), None)
        if school is None:
            raise Http404
        return school

    def find_year(self, request: HttpRequest, today: date) -> int:
        now = school_year_of(today)
        chosen = number_in(request.GET.get("year", ""))
        return chosen if chosen in range(now - YEARS_BACK, now + 1) else now

    def get_hours(self, school: School, request: HttpRequest, today: date) -> SchoolHours:
        return get_school_hours(self.actor, school, year=self.find_year(request, today), today=today)


class HoursView(HoursPageView):
    def get(self, request: HttpRequest) -> HttpResponse:
        today = timezone.localdate()
        schools = self.list_schools(today)
        school = self.find_school(schools, request)
        year = school_year_of(today)
        page = self.get_hours(school, request, today) if school else None
        context = {
            "is_by_months": bool(page and not page.school.terms.says(page.year)),
            "schools": schools,
            "school": school,
            "page": page,
            "years": [(one, year_in_words(one)) for one in range(year, year - YEARS_BACK - 1, -1)],
            "may_confirm": self.actor.holds_anywhere(Permission.VIEW_DEVELOPMENT),
        }
        return render(request, "cpd/hours.html", context)


class HoursWorkbookView(HoursPageView):
    def get(self, request: HttpRequest) -> HttpResponse:
        today = timezone.localdate()
        school = self.find_school(self.list_schools(today), request)
        if school is None:
            raise Http404
        page = self.get_hours(school, request, today)
        response = HttpResponse(build_hours_workbook(page, now=timezone.now()), content_type=XLSX)
        return as_attachment(response, f"cpd-hours-{page.year}-{slugify(school.name)}", "xlsx")
