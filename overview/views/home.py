"""The home page: what needs me today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from core.domain.permissions import Permission
from core.views.base import Access, PermittedView
from overview.needs import list_needs
from overview.selectors import list_vacancies_under_way

MOST_VACANCIES = 50


class HomeView(PermittedView):
    access = Access.SIGNED_IN

    def get(self, request: HttpRequest) -> HttpResponse:
        today, vacancies = timezone.localdate(), list_vacancies_under_way(self.actor)
        context = {
            "today": today,
            "needs": list_needs(self.actor, today=today, vacancies=vacancies),
            "vacancies": vacancies[:MOST_VACANCIES],
            "may_read_documents": self.actor.holds_anywhere(Permission.EDIT_JOB_PROFILES),
            "may_run_vacancies": self.actor.holds_anywhere(Permission.EDIT_VACANCIES),
        }
        return render(request, "overview/home.html", context)
