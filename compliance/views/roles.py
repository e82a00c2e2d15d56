"""The role of an engagement: described when somebody arrives, described anew when it changes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from compliance.domain.categories import CATEGORY_LABELS, WorkerCategory
from compliance.domain.role_proposals import propose_category
from compliance.forms.roles import RoleForm
from compliance.selectors.staff import get_role
from compliance.services.arrivals import take_over_arrival
from compliance.services.engagements import describe_role
from compliance.views.staff import EngagementView
from core.domain.schools import SchoolType
from core.models import Engagement
from core.views.faults import faults_on


class EngagementRoleView(EngagementView):
    """The kind of worker can be changed first; the form then asks what matters for that kind."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_engagement(pk)
        category = chosen_category(request.GET.get("category", ""), engagement)
        return self.show(request, engagement, RoleForm(category=category, kept=get_role(engagement)))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_engagement(pk)
        kept = get_role(engagement)
        form = RoleForm(
            request.POST, category=chosen_category(request.POST.get("category", ""), engagement), kept=kept
        )
        if form.is_valid():
            save = take_over_arrival if kept is None else describe_role
            with faults_on(form):
                save(engagement_id=pk, role=form.role(), by=self.actor, now=timezone.now())
                messages.success(request, f"The role of {engagement.person.full_name} is described.")
                if kept is None:  # an arrival: what is needed now is on the page of the start
                    return redirect("compliance:starter-detail", pk=pk)
                return redirect("compliance:staff-person", pk=engagement.person_id)
        return self.show(request, engagement, form, status=422)

    def show(
        self, request: HttpRequest, engagement: Engagement, form: RoleForm, status: int = 200
    ) -> HttpResponse:
        context = {
            "engagement": engagement,
            "person": engagement.person,
            "form": form,
            "category": form.category,
            "categories": CATEGORY_LABELS,
            "is_arrival": form.kept is None,
            "proposal": form.proposal(timezone.localdate()),
        }
        return render(request, "compliance/staff/role.html", context, status=status)


def chosen_category(chosen: str, engagement: Engagement) -> WorkerCategory:
    """The kind that was chosen; else what the role says; else what the job title suggests."""
    if chosen in set(WorkerCategory):
        return WorkerCategory(chosen)
    role = get_role(engagement)
    if role is not None:
        return WorkerCategory(role.category)
    return propose_category(engagement.job_title, SchoolType(engagement.school.school_type))
