"""Legal holds: placed with a reason, lifted with a reason."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from compliance.forms.retention import HoldForm, LiftForm
from compliance.models import LegalHold
from compliance.selectors.holds import MOST_FOUND, Holdable, find_holdables, list_holds
from compliance.services.retention import lift_hold, place_hold
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.models import School
from core.selectors import list_schools
from core.views.base import PermittedView
from core.views.faults import faults_on

ROWS_A_PAGE = 50


class HoldListView(PermittedView):
    permission = Permission.MANAGE_RETENTION

    def get(self, request: HttpRequest) -> HttpResponse:
        holds = Paginator(list_holds(self.actor), ROWS_A_PAGE)
        return render(
            request, "compliance/retention/holds.html", {"page": holds.get_page(request.GET.get("page"))}
        )


class HoldCreateView(PermittedView):
    """Search for a person or a vacancy of a school, choose, say why."""

    permission = Permission.MANAGE_RETENTION

    def get(self, request: HttpRequest) -> HttpResponse:
        school, holdables = self.find(request, request.GET.get("about", ""))
        form = HoldForm(holdables=holdables, initial={"about": request.GET.get("about", "")})
        return self.show(request, school, holdables, form)

    def post(self, request: HttpRequest) -> HttpResponse:
        school, holdables = self.find(request, request.POST.get("about", ""))
        form = HoldForm(request.POST, holdables=holdables)
        if form.is_valid():
            reason = form.cleaned_data["reason"]
            with faults_on(form):
                place_hold(
                    school_id=school.pk, **form.target, reason=reason, by=self.actor, now=timezone.now()
                )
                messages.success(request, "The hold is placed. All of it stays until the hold is lifted.")
                return redirect("compliance:hold-list")
        return self.show(request, school, holdables, form, status=422)

    def find(self, request: HttpRequest, key: str) -> tuple[School, list[Holdable]]:
        """The school, and what was found by the search or chosen already."""
        schools = list_schools(self.actor, Permission.MANAGE_RETENTION)
        school = self.choose(schools, request.GET.get("school", ""))
        search = request.GET.get("q", "").strip()
        if not search and not key:
            return school, []
        return school, find_holdables(school_id=school.pk, search="" if key else search, key=key)

    def show(
        self,
        request: HttpRequest,
        school: School,
        holdables: list[Holdable],
        form: HoldForm,
        status: int = 200,
    ) -> HttpResponse:
        context = {
            "form": form,
            "school": school,
            "schools": list_schools(self.actor, Permission.MANAGE_RETENTION),
            "search": request.GET.get("q", "").strip(),
            "is_asked": form.is_bound or "q" in request.GET or "about" in request.GET,
            "holdables": holdables,
            "most_found": MOST_FOUND,
        }
        return render(request, "compliance/retention/hold_create.html", context, status=status)

    def choose(self, schools: list[School], wanted: str) -> School:
        """The school asked for, out of the actor's own; the first where none is asked for."""
        if not wanted:
            return schools[0]
        number = number_in(wanted)
        for school in schools:
            if school.pk == number:
                return school
        raise Http404


class HoldLiftView(PermittedView):
    permission = Permission.MANAGE_RETENTION

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_hold(pk), LiftForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        hold = self.get_hold(pk)
        form = LiftForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                lift_hold(hold_id=hold.pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, "The hold is lifted.")
                return redirect("compliance:hold-list")
        return self.show(request, hold, form, status=422)

    def get_hold(self, pk: int) -> LegalHold:
        return self.get_or_404(list_holds(self.actor), pk=pk)

    def show(self, request: HttpRequest, hold: LegalHold, form: LiftForm, status: int = 200) -> HttpResponse:
        return render(
            request, "compliance/retention/hold_lift.html", {"hold": hold, "form": form}, status=status
        )
