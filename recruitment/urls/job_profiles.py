"""From a document to a confirmed job profile."""

from django.urls import URLPattern, path

from recruitment.views.comparison import JobProfileCompareView, VersionCompareView
from recruitment.views.coverage import VersionCoverageView, VersionCoverageWorkbookView
from recruitment.views.job_profiles import (
    JobProfileDetailView,
    JobProfileListView,
    JobProfileReviseView,
    JobProfileVersionView,
)
from recruitment.views.readings import (
    DocumentUploadView,
    ReadingDiscardView,
    ReadingDocumentView,
    ReadingReviewView,
)
from recruitment.views.specification_files import (
    VersionFilesView,
    VersionFileView,
    VersionOwnLayoutView,
)
from recruitment.views.wording import RemarkReopenView, VersionWordingView

urlpatterns: list[URLPattern] = [
    path("job-profiles/", JobProfileListView.as_view(), name="job-profile-list"),
    path("job-profiles/compare/", VersionCompareView.as_view(), name="version-compare"),
    path("job-profiles/upload/", DocumentUploadView.as_view(), name="document-upload"),
    path("job-profiles/readings/<int:pk>/", ReadingReviewView.as_view(), name="reading-review"),
    path("job-profiles/readings/<int:pk>/document/", ReadingDocumentView.as_view(), name="reading-document"),
    path("job-profiles/readings/<int:pk>/discard/", ReadingDiscardView.as_view(), name="reading-discard"),
    path("job-profiles/<int:pk>/", JobProfileDetailView.as_view(), name="job-profile-detail"),
    path("job-profiles/<int:pk>/revise/", JobProfileReviseView.as_view(), name="job-profile-revise"),
    path(
        "job-profiles/<int:pk>/versions/<int:number>/",
        JobProfileVersionView.as_view(),
        name="job-profile-version",
    ),
    path(
        "job-profiles/<int:pk>/versions/<int:number>/wording/",
        VersionWordingView.as_view(),
        name="job-profile-wording",
    ),
    path(
        "job-profiles/<int:pk>/versions/<int:number>/wording/<int:remark_pk>/reopen/",
        RemarkReopenView.as_view(),
        name="job-profile-remark-reopen",
    ),
    path(
        "job-profiles/<int:pk>/versions/<int:number>/coverage/",
        VersionCoverageView.as_view(),
        name="job-profile-coverage",
    ),
    path(
        "job-profiles/<int:pk>/versions/<int:number>/coverage.xlsx",
        VersionCoverageWorkbookView.as_view(),
        name="job-profile-coverage-workbook",
    ),
    path(
        "job-profiles/<int:pk>/versions/<int:number>/files/",
        VersionFilesView.as_view(),
        name="job-profile-files",
    ),
    path(
        "job-profiles/<int:pk>/versions/<int:number>/files/own-layout/",
        VersionOwnLayoutView.as_view(),
        name="job-profile-own-layout",
    ),
    path(
        "job-profiles/<int:pk>/versions/<int:number>/files/<str:kind>/",
        VersionFileView.as_view(),
        name="job-profile-file",
    ),
    path(
        "job-profiles/<int:pk>/compare/<int:before>/<int:after>/",
        JobProfileCompareView.as_view(),
        name="job-profile-compare",
    ),
]
