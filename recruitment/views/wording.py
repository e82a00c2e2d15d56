"""The wording check of a confirmed version: what to think about, and what was let stand and why."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.permissions import Permission
from core.views.base import PermittedView
from recruitment.forms.wording import LetStandForm
from recruitment.models import DismissedRemark, JobProfileVersion
from recruitment.selectors.job_profiles import version_pages
from recruitment.selectors.wording import get_wording_page
from recruitment.services.wording import let_remark_stand, look_at_remark_again


class VersionWordingView(PermittedView):
    permission = Permission.VIEW_JOB_PROFILES

    def get(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        return self.show(request, self.get_version(pk, number))

    def post(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        version = self.get_version(pk, number)
        self.require_at(version.job_profile.school_id, Permission.EDIT_JOB_PROFILES)
        form = LetStandForm(request.POST)
        if form.is_valid():
            try:
                let_remark_stand(
                    version_id=version.pk, **form.cleaned_data, by=self.actor, now=timezone.now()
                )
            except DomainError as error:
                form.add_error("reason", error.message)
            else:
                messages.success(request, "Kept on record: the wording stays, for the reason you gave.")
                return redirect("recruitment:job-profile-wording", pk=pk, number=number)
        return self.show(request, version, form)

    def get_version(self, pk: int, number: int) -> JobProfileVersion:
        return self.get_or_404(version_pages(self.actor), job_profile_id=pk, number=number)

    def show(
        self, request: HttpRequest, version: JobProfileVersion, form: LetStandForm | None = None
    ) -> HttpResponse:
        context: dict[str, Any] = {
            "version": version,
            "caption": f"{version.title}, version {version.number}",
            "version_name": f"Version {version.number}",
            "wording": get_wording_page(version),
            "may_edit": self.actor.holds(Permission.EDIT_JOB_PROFILES, version.job_profile.school_id),
            "typed_for": form.data.get("anchor", "") if form else "",
            "typed": form.data.get("reason", "") if form else "",
            "fault": next(iter(form.errors.get("reason", [])), "") if form else "",
        }
        status = 422 if form else 200
        return render(request, "recruitment/job_profiles/wording.html", context, status=status)


class RemarkReopenView(PermittedView):
    """Opens a remark again that was let stand."""

    permission = Permission.EDIT_JOB_PROFILES

    def post(self, request: HttpRequest, pk: int, number: int, remark_pk: int) -> HttpResponse:
        remarks = DismissedRemark.objects.filter(version__in=version_pages(self.actor)).select_related(
            "version__job_profile"
        )
        remark = self.get_or_404(remarks, pk=remark_pk, version__job_profile_id=pk, version__number=number)
        self.require_at(remark.version.job_profile.school_id)
        look_at_remark_again(dismissed_id=remark.pk, by=self.actor, now=timezone.now())
        messages.success(request, "The remark is open again.")
        return redirect("recruitment:job-profile-wording", pk=pk, number=number)
