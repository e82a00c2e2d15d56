"""The page the menu leads to: everybody whose development is the reader's business."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from core.domain.permissions import Permission
from core.views.base import PermittedView
from cpd.selectors.reach import list_people_within_reach


class DevelopmentView(PermittedView):
    permission = Permission.KEEP_OWN_RECORD

    def get(self, request: HttpRequest) -> HttpResponse:
        engagements = list_people_within_reach(self.actor, today=timezone.localdate())
        return render(request, "cpd/development.html", {"engagements": engagements})
