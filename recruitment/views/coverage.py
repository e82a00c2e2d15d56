"""The coverage map of a profile's version and of a vacancy: on the page, on paper, as a workbook."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.domain.permissions import Permission
from core.views.base import PermittedView
from recruitment.exports.coverage_workbook import build_coverage_workbook
from recruitment.models import JobProfileVersion, Vacancy
from recruitment.selectors.coverage import CoveragePage, coverage_of_vacancy, coverage_of_version
from recruitment.selectors.job_profiles import version_pages
from recruitment.views.exports import XLSX, as_attachment

PAPERS = ("a4", "a3")


class CoverageView(PermittedView):
    """What both maps share: the page, and the same as a workbook."""

    def show(self, request: HttpRequest, page: CoveragePage, context: dict[str, Any]) -> HttpResponse:
        paper = request.GET.get("paper", "")
        context |= {"map": page, "paper": paper if paper in PAPERS else "a4"}
        return render(request, "recruitment/coverage/map.html", context)

    def workbook(self, page: CoveragePage, *, title: str, name: str) -> HttpResponse:
        book = build_coverage_workbook(page, title=title)
        return as_attachment(HttpResponse(book, content_type=XLSX), name, "xlsx")


class VersionCoverageView(CoverageView):
    permission = Permission.VIEW_JOB_PROFILES

    def get(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        version = self.get_version(pk, number)
        caption = f"{version.title}, version {version.number}"
        context = {"version": version, "version_name": f"Version {version.number}", "caption": caption}
        return self.show(request, coverage_of_version(version), context)

    def get_version(self, pk: int, number: int) -> JobProfileVersion:
        return self.get_or_404(version_pages(self.actor), job_profile_id=pk, number=number)


class VersionCoverageWorkbookView(VersionCoverageView):
    def get(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        version = self.get_version(pk, number)
        title = f"{version.title}, version {version.number}: coverage map"
        name = f"{version.title} version {version.number} coverage map"
        return self.workbook(coverage_of_version(version), title=title, name=name)


class VacancyCoverageView(CoverageView):
    permission = Permission.VIEW_VACANCIES

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        vacancy = self.get_vacancy(pk)
        caption = f"{vacancy.title} ({vacancy.reference})"
        return self.show(request, coverage_of_vacancy(vacancy), {"vacancy": vacancy, "caption": caption})

    def get_vacancy(self, pk: int) -> Vacancy:
        vacancy = self.get_or_404(Vacancy.objects.visible_to(self.actor).select_related("school"), pk=pk)
        self.require_at(vacancy.school_id)
        return vacancy


class VacancyCoverageWorkbookView(VacancyCoverageView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        vacancy = self.get_vacancy(pk)
        title = f"{vacancy.title} ({vacancy.reference}): coverage map"
        return self.workbook(
            coverage_of_vacancy(vacancy), title=title, name=f"{vacancy.reference} coverage map"
        )
