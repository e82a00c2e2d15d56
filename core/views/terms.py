"""A school's own half terms, year by year."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.permissions import Permission
from core.domain.terms import school_year_of
from core.forms import HalfTermsForm
from core.models import School
from core.services.schools import set_half_terms
from core.views.base import PermittedView
from core.views.faults import faults_on


class TermDatesView(PermittedView):
    """This school year and the next; where nothing is written down, months stand in and the page says so."""

    permission = Permission.EDIT_COMPLIANCE_POLICY

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        school, year = self.get_school(pk), self.find_year(request)
        initial = {
            name: day
            for place, (first, last) in enumerate(school.terms.own.get(year, ()))
            for name, day in ((f"first_{place}", first), (f"last_{place}", last))
        }
        return self.show(request, school, year, HalfTermsForm(initial=initial))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        school, year = self.get_school(pk), self.find_year(request)
        form = HalfTermsForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                set_half_terms(school_id=pk, year=year, spans=form.spans(), by=self.actor, now=timezone.now())
                said = "The school’s own dates hold" if form.spans() else "Months hold"
                messages.success(request, f"{said} for {year}/{(year + 1) % 100:02} from now on.")
                return redirect(f"{request.path}?year={year}")
        return self.show(request, school, year, form, status=422)

    def get_school(self, pk: int) -> School:
        return self.get_or_404(School.objects.where(self.actor, self.permission), pk=pk)

    def find_year(self, request: HttpRequest) -> int:
        now = school_year_of(timezone.localdate())
        return now + 1 if request.GET.get("year") == str(now + 1) else now

    def show(
        self, request: HttpRequest, school: School, year: int, form: HalfTermsForm, status: int = 200
    ) -> HttpResponse:
        now = school_year_of(timezone.localdate())
        context = {
            "school": school,
            "form": form,
            "year": year,
            "years": [(one, f"{one}/{(one + 1) % 100:02}") for one in (now, now + 1)],
            "is_own": school.terms.says(year),
            "half_terms": school.terms.half_terms_of(year),
        }
        return render(request, "core/schools/terms.html", context, status=status)
