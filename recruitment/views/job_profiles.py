"""Job profiles as they were confirmed: the list, one profile, its versions, the next version."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.permissions import Permission
from core.views.base import PermittedView
from recruitment.domain.review_dates import review_state
from recruitment.models import JobProfile
from recruitment.selectors.job_profiles import (
    SORTS,
    get_version_page,
    job_profile_pages,
    list_job_profiles,
    version_pages,
)
from recruitment.selectors.waiting_documents import list_waiting_documents
from recruitment.services.readings import start_revision

PROFILES_A_PAGE = 50


class JobProfileListView(PermittedView):
    permission = Permission.VIEW_JOB_PROFILES

    def get(self, request: HttpRequest) -> HttpResponse:
        search = request.GET.get("q", "").strip()[:200]
        sort = request.GET.get("sort", "title")
        sort = sort if sort in SORTS else "title"
        pages = Paginator(list_job_profiles(self.actor, search=search, sort=sort), PROFILES_A_PAGE)
        page = pages.get_page(request.GET.get("page"))
        today = timezone.localdate()
        context = {
            "page": page,
            "rows": [(version, review_state(version.review_date, today)) for version in page],
            "search": search,
            "sort": sort,
            "waiting": list_waiting_documents(self.actor, every=request.GET.get("waiting") == "all"),
            "may_edit": self.actor.holds_anywhere(Permission.EDIT_JOB_PROFILES),
            "has_many_schools": len(self.actor.schools_with(Permission.VIEW_JOB_PROFILES)) > 1,
        }
        return render(request, "recruitment/job_profiles/list.html", context)


class JobProfileDetailView(PermittedView):
    permission = Permission.VIEW_JOB_PROFILES

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        profile: Any = self.get_or_404(job_profile_pages(self.actor), pk=pk)
        for version in profile.all_versions:
            version.before = version.number - 1
        newest = self.get_or_404(version_pages(self.actor), pk=profile.all_versions[0].pk)
        context = {
            "profile": profile,
            "versions": profile.all_versions,
            "shown": get_version_page(newest, today=timezone.localdate()),
            "may_edit": self.actor.holds(Permission.EDIT_JOB_PROFILES, profile.school_id),
        }
        return render(request, "recruitment/job_profiles/detail.html", context)


class JobProfileVersionView(PermittedView):
    permission = Permission.VIEW_JOB_PROFILES

    def get(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        version = self.get_or_404(version_pages(self.actor), job_profile_id=pk, number=number)
        profile: Any = self.get_or_404(job_profile_pages(self.actor), pk=pk)
        context = {
            "profile": profile,
            "shown": get_version_page(version, today=timezone.localdate()),
            "caption": f"Version {version.number}",
            "is_newest": profile.all_versions[0].pk == version.pk,
            "may_advertise": self.actor.holds(Permission.EDIT_VACANCIES, profile.school_id),
            "may_edit": self.actor.holds(Permission.EDIT_JOB_PROFILES, profile.school_id),
        }
        return render(request, "recruitment/job_profiles/version.html", context)


class JobProfileReviseView(PermittedView):
    """Opens the newest version's rows for the next version."""

    permission = Permission.EDIT_JOB_PROFILES

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        profile = self.get_or_404(JobProfile.objects.visible_to(self.actor), pk=pk)
        self.require_at(profile.school_id)
        reading = start_revision(job_profile_id=profile.pk, by=self.actor, now=timezone.now())
        return redirect("recruitment:reading-review", pk=reading.pk)
