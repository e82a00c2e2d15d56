"""The home page: what needs me today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from core.domain.permissions import Permission
from core.views.base import Access, PermittedView
from overview.needs import list_needs
from overview.needs_of_schools import list_school_needs
from overview.selectors import list_vacancies_under_way
from recruitment.selectors.job_profiles import list_versions_to_advertise

MOST_VACANCIES = 50


class HomeView(PermittedView):
    access = Access.SIGNED_IN

    def get(self, request: HttpRequest) -> HttpResponse:
        today, vacancies = timezone.localdate(), list_vacancies_under_way(self.actor)
        context = {
            "today": today,
            "needs": list_needs(self.actor, today=today, vacancies=vacancies),
            "vacancies": vacancies[:MOST_VACANCIES],
            "starts_here": not vacancies and self.starts_here(),
            "sees_development": self.actor.holds_anywhere(Permission.VIEW_DEVELOPMENT),
            "has_record": self.actor.holds_anywhere(Permission.KEEP_OWN_RECORD),
            "may_read_documents": self.actor.holds_anywhere(Permission.EDIT_JOB_PROFILES),
            "may_run_vacancies": self.actor.holds_anywhere(Permission.EDIT_VACANCIES),
        }
        return render(request, "overview/home.html", context)

    def starts_here(self) -> bool:
        """Whether there is no job profile yet to make a vacancy of, for somebody who may upload one."""
        may = self.actor.holds_anywhere(Permission.EDIT_JOB_PROFILES)
        return may and not list_versions_to_advertise(self.actor).exists()


class SchoolNeedsView(PermittedView):
    """What needs somebody in the development of their schools: a page, and the part of the home page.

    It looks at everybody who works there, so the home page does not wait for it.
    """

    permission = Permission.VIEW_DEVELOPMENT

    def get(self, request: HttpRequest) -> HttpResponse:
        today = timezone.localdate()
        context = {"today": today, "needs": list_school_needs(self.actor, today=today)}
        part = "#needs" if request.htmx else ""  # type: ignore[attr-defined]
        return render(request, f"overview/school_needs.html{part}", context)
