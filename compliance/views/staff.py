"""People at work: the list, one person, somebody new, changes and leaving."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from compliance.domain.categories import CATEGORY_LABELS, WorkerCategory
from compliance.forms.people import (
    KindForm,
    KnownForm,
    LeaveForm,
    PersonChangeForm,
    PersonForm,
    PostChangeForm,
    PostForm,
)
from compliance.forms.roles import RoleForm
from compliance.selectors.people import find_known_people
from compliance.selectors.staff import (
    PRESENT,
    count_tabs,
    list_engagements,
    list_engagements_of,
    list_school_parts,
    visible_engagements,
)
from compliance.services.engagements import change_engagement
from compliance.services.people import change_person, take_on
from core.domain.errors import DomainError
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.models import Engagement, Person
from core.selectors import list_schools
from core.views.base import PermittedView
from core.views.faults import add_fault, faults_on

ROWS_A_PAGE = 50


class StaffListView(PermittedView):
    permission = Permission.VIEW_CHECKS

    def get(self, request: HttpRequest) -> HttpResponse:
        today, chosen = timezone.localdate(), request.GET.get("school", "")
        narrowed: dict[str, Any] = {
            "search": request.GET.get("q", "").strip(),
            "when": request.GET.get("when", PRESENT),
            "school_id": number_in(chosen) if chosen else None,
        }
        kind, sort = request.GET.get("kind", ""), request.GET.get("sort", "name")
        found = list_engagements(self.actor, today=today, kind=kind, sort=sort, **narrowed)
        context = {
            "page": Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page")),
            "tabs": count_tabs(self.actor, today=today, **narrowed),
            "kind": kind,
            "sort": sort,
            "school": chosen,
            "schools": list_schools(self.actor, Permission.VIEW_CHECKS),
            "is_filtered": bool(narrowed["search"] or kind or chosen or narrowed["when"] != PRESENT),
            "may_add": self.actor.holds_anywhere(Permission.EDIT_STAFF_RECORDS),
            "today": today,
        }
        return render(request, "compliance/staff/list.html", context | narrowed)


class StaffPersonView(PermittedView):
    permission = Permission.VIEW_CHECKS

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        person = self.get_or_404(Person.objects.all(), pk=pk)
        engagements = list_engagements_of(self.actor, person)
        if not engagements:
            raise Http404
        today = timezone.localdate()
        parts = list_school_parts(self.actor, person, engagements, today=today)
        context = {
            "person": person,
            "parts": parts,
            "today": today,
            "may_edit": any(part.may_edit for part in parts),
        }
        return render(request, "compliance/staff/person.html", context)


class StaffAddView(PermittedView):
    """First what kind of worker and where, then one form that asks what matters for that kind."""

    permission = Permission.EDIT_STAFF_RECORDS

    def get(self, request: HttpRequest) -> HttpResponse:
        if "category" not in request.GET:
            return self.show_kinds(request, self.kind_form())
        kind = self.kind_form(request.GET)
        if not kind.is_valid():
            return self.show_kinds(request, kind, status=422)
        return self.show(request, kind, PersonForm(), PostForm(), RoleForm(category=self.category_of(kind)))

    def post(self, request: HttpRequest) -> HttpResponse:
        kind = self.kind_form(request.POST)
        if not kind.is_valid():
            return self.show_kinds(request, kind, status=422)
        person, post = PersonForm(request.POST), PostForm(request.POST)
        role = RoleForm(request.POST, category=self.category_of(kind))
        if not all([person.is_valid(), post.is_valid(), role.is_valid()]):
            return self.show(request, kind, person, post, role, status=422)
        known = self.known_form(request, person)
        if known is not None and not known.is_valid():
            return self.show(request, kind, person, post, role, known=known, status=422)
        try:
            engagement = take_on(
                person=person.person(),
                known_id=known.known_id() if known else None,
                is_somebody_else=known is not None and known.known_id() is None,
                school_id=kind.cleaned_data["school"],
                **post.cleaned_data,
                role=role.role(),
                by=self.actor,
                now=timezone.now(),
            )
        except DomainError as error:
            add_fault(next((one for one in (person, post, role) if error.field in one.fields), person), error)
            return self.show(request, kind, person, post, role, known=known, status=422)
        messages.success(request, f"{engagement.person.full_name} is on the staff record.")
        return redirect("compliance:staff-person", pk=engagement.person_id)

    def kind_form(self, data: Any = None) -> KindForm:
        return KindForm(data, schools=list_schools(self.actor, Permission.EDIT_STAFF_RECORDS))

    def category_of(self, kind: KindForm) -> WorkerCategory:
        category: WorkerCategory = kind.cleaned_data["category"]
        return category

    def known_form(self, request: HttpRequest, person: PersonForm) -> KnownForm | None:
        """The question whether it is the same person; None where nobody alike is known."""
        entry = person.person()
        people = find_known_people(
            self.actor,
            given_name=entry.given_name,
            family_name=entry.family_name,
            birth_date=entry.birth_date,
            email=entry.email,
        )
        return KnownForm(request.POST if "known" in request.POST else {}, people=people) if people else None

    def show_kinds(self, request: HttpRequest, form: KindForm, status: int = 200) -> HttpResponse:
        return render(request, "compliance/staff/kind.html", {"form": form}, status=status)

    def show(
        self,
        request: HttpRequest,
        kind: KindForm,
        person: PersonForm,
        post: PostForm,
        role: RoleForm,
        *,
        known: KnownForm | None = None,
        status: int = 200,
    ) -> HttpResponse:
        context = {
            "kind": kind,
            "category_label": CATEGORY_LABELS[self.category_of(kind)],
            "person_form": person,
            "post_form": post,
            "role_form": role,
            "known_form": known,
            "proposal": role.proposal(timezone.localdate()),
            "every_form": [one for one in (known, person, post, role) if one is not None],
        }
        return render(request, "compliance/staff/add.html", context, status=status)


class PersonChangeView(PermittedView):
    permission = Permission.EDIT_STAFF_RECORDS

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        person = self.get_person(pk)
        initial = {name: getattr(person, name) for name in PersonForm.base_fields}
        return self.show(request, person, PersonChangeForm(initial=initial))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        person = self.get_person(pk)
        form = PersonChangeForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                change_person(
                    person_id=pk,
                    entry=form.person(),
                    reason=form.cleaned_data["reason"],
                    by=self.actor,
                    now=timezone.now(),
                )
                messages.success(request, "The change is saved; the history keeps what was there before.")
                return redirect("compliance:staff-person", pk=pk)
        return self.show(request, person, form, status=422)

    def get_person(self, pk: int) -> Person:
        """404 for strangers, 403 where the actor may see the person but keeps no staff record of them."""
        person = self.get_or_404(Person.objects.all(), pk=pk)
        engagements = list_engagements_of(self.actor, person)
        if not engagements:
            raise Http404
        if not any(self.actor.holds(Permission.EDIT_STAFF_RECORDS, one.school_id) for one in engagements):
            self.require_at(engagements[0].school_id)
        return person

    def show(self, request: HttpRequest, person: Person, form: forms.Form, status: int = 200) -> HttpResponse:
        context = {"person": person, "form": form}
        return render(request, "compliance/staff/change_person.html", context, status=status)


class EngagementView(PermittedView):
    """What the pages of one engagement share."""

    permission = Permission.EDIT_STAFF_RECORDS

    def get_engagement(self, pk: int, permission: Permission | None = None) -> Engagement:
        visible = visible_engagements(self.actor).select_related("person", "school__trust", "role")
        engagement = self.get_or_404(visible, pk=pk)
        self.require_at(engagement.school_id, permission)
        return engagement


class EngagementChangeView(EngagementView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_engagement(pk)
        initial = {name: getattr(engagement, name) for name in PostForm.base_fields}
        return self.show(request, engagement, PostChangeForm(initial=initial))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_engagement(pk)
        form = PostChangeForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                change_engagement(engagement_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, "The change is saved; the history keeps what was there before.")
                return redirect("compliance:staff-person", pk=engagement.person_id)
        return self.show(request, engagement, form, status=422)

    def show(
        self, request: HttpRequest, engagement: Engagement, form: forms.Form, status: int = 200
    ) -> HttpResponse:
        context = {"engagement": engagement, "person": engagement.person, "form": form}
        return render(request, "compliance/staff/change_engagement.html", context, status=status)


class EngagementLeaveView(EngagementView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_engagement(pk)
        return self.show(request, engagement, LeaveForm(initial={"end_date": engagement.end_date}))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_engagement(pk)
        form = LeaveForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                change_engagement(
                    engagement_id=pk,
                    job_title=engagement.job_title,
                    start_date=engagement.start_date,
                    **form.cleaned_data,
                    by=self.actor,
                    now=timezone.now(),
                )
                messages.success(request, f"The last day of {engagement.person.full_name} is recorded.")
                return redirect("compliance:staff-person", pk=engagement.person_id)
        return self.show(request, engagement, form, status=422)

    def show(
        self, request: HttpRequest, engagement: Engagement, form: forms.Form, status: int = 200
    ) -> HttpResponse:
        context = {"engagement": engagement, "person": engagement.person, "form": form}
        return render(request, "compliance/staff/leave.html", context, status=status)
