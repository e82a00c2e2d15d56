"""A person's calendar at a secret address: subscribed to, renewed, stopped, read."""

from typing import ClassVar

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from compliance.exports.calendar_file import write_calendar
from compliance.forms.reminders import FeedForm
from compliance.models import CalendarFeed
from compliance.selectors.due_things import gather_due_things
from compliance.services.calendar_feed import hash_of, renew_feed, stop_feed
from compliance.views.reminders import Gather
from core.domain.permissions import Permission
from core.selectors import get_actor
from core.views.base import PermittedView, PublicView


class FeedView(PermittedView):
    """Make an address or a new one. It is shown once, in the answer to the form that made it."""

    permission = Permission.VIEW_CHECKS

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, FeedForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = FeedForm(request.POST)
        if not form.is_valid():
            return self.show(request, form, status=422)
        token = renew_feed(**form.cleaned_data, by=self.actor, now=timezone.now())
        path = reverse("compliance:calendar-file", args=[token])
        return self.show(request, form, address=request.build_absolute_uri(path))

    def show(
        self, request: HttpRequest, form: FeedForm, *, address: str = "", status: int = 200
    ) -> HttpResponse:
        feed = CalendarFeed.objects.filter(user_id=self.actor.acting_id).first()
        context = {"form": form, "feed": feed, "address": address}
        response = render(request, "compliance/calendar/feed.html", context, status=status)
        add_never_cache_headers(response)
        return response


class FeedStopView(PermittedView):
    permission = Permission.VIEW_CHECKS

    def post(self, request: HttpRequest) -> HttpResponse:
        stop_feed(by=self.actor)
        messages.success(request, "Your calendar address is dead. What your program has loaded, it may keep.")
        return redirect("compliance:calendar-feed")


class CalendarFileView(PublicView):
    """The file itself, for a program that cannot sign in: the secret address says whose it is.

    Roles are asked anew each time, so an address is worth nothing once its owner's role or account ends.
    """

    gather: ClassVar[Gather] = staticmethod(gather_due_things)

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        feeds = CalendarFeed.objects.select_related("user").order_by("pk")
        feed = feeds.filter(token_hash=hash_of(token=token)).first()
        schools = get_actor(feed.user).schools_with(Permission.VIEW_CHECKS) if feed else frozenset()
        if feed is None or not schools:
            raise Http404
        things = self.gather(schools, today=timezone.localdate())
        body = write_calendar(
            things, now=timezone.now(), site=settings.SITE_ADDRESS, shows_names=feed.shows_names
        )
        response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = 'inline; filename="appoint.ics"'
        add_never_cache_headers(response)
        return response
