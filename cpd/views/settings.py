"""What a school sets for development: courses, induction lists, appraisal, ELSA providers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.domain.permissions import Permission
from core.selectors import list_schools
from core.views.base import PermittedView


class SettingsView(PermittedView):
    """One page that leads to each of them; a trust administrator, who sees nobody's record, begins here."""

    permission = Permission.EDIT_DEVELOPMENT_RULES

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "cpd/settings.html", {"schools": list_schools(self.actor, self.permission)})
