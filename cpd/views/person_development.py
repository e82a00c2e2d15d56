"""One person's development, and what the pages about one person share."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.permissions import Permission
from core.models import Engagement
from core.views.base import PermittedView
from core.views.faults import add_fault
from cpd.selectors.person_development import (
    get_person_development,
    may_decide,
    people_within_reach,
)


class PersonView(PermittedView):
    """What the pages of one person share: out of reach is 404, the person's own page decides nothing."""

    permission = Permission.KEEP_OWN_RECORD

    def get_person(self, pk: int) -> Any:
        return self.get_or_404(people_within_reach(self.actor, today=timezone.localdate()), pk=pk)

    def get_other(self, pk: int) -> Any:
        """Somebody who is not the actor: about themselves nobody decides."""
        people = people_within_reach(self.actor, today=timezone.localdate())
        return self.get_or_404(people.filter(is_own=False), pk=pk)

    def show_page(self, request: HttpRequest, engagement: Engagement, status: int = 200) -> HttpResponse:
        today = timezone.localdate()
        page = get_person_development(self.actor, engagement, today=today)
        context = {
            "page": page,
            "engagement": engagement,
            "person": engagement.person,
            "today": today,
            "may_assign": self.actor.holds(Permission.RECORD_DEVELOPMENT, engagement.school_id),
            "may_view_record": self.actor.holds(Permission.VIEW_CHECKS, engagement.school_id),
        }
        return render(request, "cpd/people/person.html", context, status=status)

    def back_to(self, engagement_id: int) -> HttpResponse:
        return redirect("cpd:person-development", pk=engagement_id)

    def show_form(
        self, request: HttpRequest, engagement: Engagement, template: str, form: BaseForm, **more: Any
    ) -> HttpResponse:
        """A page with one form about the person; 422 where something was wrong with what was sent."""
        context = {
            "engagement": engagement,
            "person": engagement.person,
            "form": form,
            "may_decide": may_decide(self.actor, engagement),
            "today": timezone.localdate(),
        }
        status = 422 if form.is_bound and form.errors else 200
        return render(request, f"cpd/people/{template}.html", context | more, status=status)

    def try_to(self, request: HttpRequest, form: BaseForm, act: Callable[[], object], done: str) -> bool:
        """Run a service; say what was done, or put what the rule said on the form."""
        try:
            act()
        except DomainError as error:
            add_fault(form, error)
            return False
        messages.success(request, done)
        return True

    def press(self, request: HttpRequest, act: Callable[[], object], done: str) -> None:
        """Run a service that needs no form; say what was done, or why it was not."""
        try:
            act()
        except DomainError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, done)


class PersonDevelopmentView(PersonView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show_page(request, self.get_person(pk))
