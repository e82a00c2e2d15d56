"""The home page: what needs me today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.views.base import Access, PermittedView


class HomeView(PermittedView):
    access = Access.SIGNED_IN

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "overview/home.html", {})
