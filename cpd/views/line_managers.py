"""Who manages whom: for many people at once, and ended for one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from compliance.domain.kinds import KIND_LABELS
from core.domain.permissions import Permission
from core.models import User
from core.views.faults import faults_on
from cpd.forms.people import AssignForm, EndManagementForm
from cpd.models import LineManagement
from cpd.selectors.people import PeopleFilter, PersonLine, list_managers, list_people
from cpd.selectors.reach import within_reach
from cpd.services.line_management import assign_line_manager, end_line_management
from cpd.views.development import read_filter
from cpd.views.person_development import PersonView


class LineManagersView(PersonView):
    """Tick people, choose who manages them, from which day."""

    permission = Permission.RECORD_DEVELOPMENT

    def get(self, request: HttpRequest) -> HttpResponse:
        today = timezone.localdate()
        wanted = read_filter(request)
        return self.show(request, wanted, self.make_form(self.list_lines(wanted), {"valid_from": today}))

    def post(self, request: HttpRequest) -> HttpResponse:
        wanted = read_filter(request)
        lines = self.list_lines(wanted)
        form = AssignForm(request.POST, lines=lines, managers=self.list_managers())
        if form.is_valid():
            with faults_on(form):
                number = assign_line_manager(
                    engagement_ids=[int(one) for one in form.cleaned_data["people"]],
                    manager_id=int(form.cleaned_data["manager"]),
                    valid_from=form.cleaned_data["valid_from"],
                    by=self.actor,
                    now=timezone.now(),
                )
                who = "person has" if number == 1 else "people have"
                messages.success(request, f"{number} {who} a new line manager.")
                return redirect(request.get_full_path())
        return self.show(request, wanted, form, lines, status=422)

    def list_lines(self, wanted: PeopleFilter) -> list[PersonLine]:
        """Whom the actor may give a manager: people of the schools where they record development."""
        schools = self.actor.schools_with(Permission.RECORD_DEVELOPMENT)
        found = list_people(self.actor, today=timezone.localdate(), wanted=wanted)
        return [line for line in found if line.engagement.school_id in schools]

    def list_managers(self) -> list[User]:
        return list_managers(self.actor.schools_with(Permission.RECORD_DEVELOPMENT))

    def make_form(self, lines: list[PersonLine], initial: dict[str, object]) -> AssignForm:
        return AssignForm(lines=lines, managers=self.list_managers(), initial=initial)

    def show(
        self,
        request: HttpRequest,
        wanted: PeopleFilter,
        form: AssignForm,
        lines: list[PersonLine] | None = None,
        status: int = 200,
    ) -> HttpResponse:
        context = {
            "form": form,
            "lines": self.list_lines(wanted) if lines is None else lines,
            "wanted": wanted,
            "kinds": KIND_LABELS.items(),
            "managers": form.managers,
            "is_filtered": wanted != PeopleFilter(sort=wanted.sort),
        }
        return render(request, "cpd/people/line_managers.html", context, status=status)


class LineManagementEndView(PersonView):
    permission = Permission.RECORD_DEVELOPMENT

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        row = self.get_row(pk)
        form = EndManagementForm(initial={"last_day": timezone.localdate()})
        return self.show_form(
            request, self.get_person(row.engagement_id), "management_end", form, management=row
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        row, form = self.get_row(pk), EndManagementForm(request.POST)
        if form.is_valid() and self.try_to(
            request,
            form,
            lambda: end_line_management(
                management_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now()
            ),
            f"{row.manager.name} manages until that day.",
        ):
            return self.back_to(row.engagement_id)
        return self.show_form(
            request, self.get_person(row.engagement_id), "management_end", form, management=row
        )

    def get_row(self, pk: int) -> LineManagement:
        rows = LineManagement.objects.filter(
            engagement__in=within_reach(self.actor, today=timezone.localdate())
        )
        row = self.get_or_404(rows.select_related("engagement", "manager"), pk=pk)
        self.require_at(row.engagement.school_id)
        return row
