"""Two versions side by side: of one job profile, or a model profile and the school's own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.views.base import PermittedView
from recruitment.models import JobProfileVersion
from recruitment.selectors.comparison import compare, list_versions_to_compare
from recruitment.selectors.job_profiles import version_pages

EVERYTHING = "everything"


class ComparisonView(PermittedView):
    """What both comparisons share: two versions, and whether what is the same is shown, too."""

    permission = Permission.VIEW_JOB_PROFILES

    def show(
        self, request: HttpRequest, old: JobProfileVersion | None, new: JobProfileVersion | None
    ) -> HttpResponse:
        is_same_profile = bool(old and new and old.job_profile_id == new.job_profile_id)
        is_same_version = bool(old and new and old.pk == new.pk)
        context = {
            "old": old,
            "new": new,
            "profile": new.job_profile if is_same_profile and new else None,
            "compared": compare(old, new) if old and new and not is_same_version else None,
            "is_same_version": is_same_version,
            "shows_everything": request.GET.get("show") == EVERYTHING,
            "choices": list(list_versions_to_compare(self.actor)),
        }
        return render(request, "recruitment/job_profiles/compare.html", context)


class JobProfileCompareView(ComparisonView):
    """What changed from one version of a profile to another."""

    def get(self, request: HttpRequest, pk: int, before: int, after: int) -> HttpResponse:
        both = version_pages(self.actor).filter(job_profile_id=pk, number__in=[before, after])
        versions = {version.number: version for version in both}
        if before not in versions or after not in versions:
            raise Http404
        return self.show(request, versions[before], versions[after])


class VersionCompareView(ComparisonView):
    """Any two versions of the actor's schools, chosen on the page."""

    def get(self, request: HttpRequest) -> HttpResponse:
        chosen = [request.GET.get(name, "") for name in ("old", "new")]
        keys = [number_in(one) for one in chosen if one]
        versions = {version.pk: version for version in version_pages(self.actor).filter(pk__in=keys)}
        if not set(keys) <= set(versions):
            raise Http404
        old, new = (versions[number_in(one)] if one else None for one in chosen)
        return self.show(request, old or self.version_before(new), new)

    def version_before(self, new: JobProfileVersion | None) -> JobProfileVersion | None:
        """The one before it of the same job profile, which is what somebody who names one alone means."""
        if new is None:
            return None
        earlier = version_pages(self.actor).filter(job_profile_id=new.job_profile_id, number__lt=new.number)
        return earlier.order_by("-number").first()
