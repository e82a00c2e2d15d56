"""Doors of applications: a vacancy's list, typing one in, and one application's pages."""

from django.urls import path

from recruitment.views import application_entry, application_import, applications

urlpatterns = [
    path(
        "vacancies/<int:pk>/applications/",
        applications.ApplicationListView.as_view(),
        name="application-list",
    ),
    path(
        "vacancies/<int:pk>/applications/new/",
        application_entry.ApplicationCreateView.as_view(),
        name="application-create",
    ),
    path(
        "vacancies/<int:pk>/applications/import/",
        application_import.ApplicationImportView.as_view(),
        name="application-import",
    ),
    path("applications/<int:pk>/", applications.ApplicationDetailView.as_view(), name="application-detail"),
    path(
        "applications/<int:pk>/edit/",
        application_entry.ApplicationEditView.as_view(),
        name="application-edit",
    ),
    path(
        "applications/<int:pk>/corrections/",
        applications.ApplicationCorrectionsView.as_view(),
        name="application-corrections",
    ),
    path(
        "applications/<int:pk>/withdraw/",
        applications.ApplicationWithdrawView.as_view(),
        name="application-withdraw",
    ),
    path(
        "applications/<int:pk>/reinstate/",
        applications.ApplicationReinstateView.as_view(),
        name="application-reinstate",
    ),
    path(
        "applications/<int:pk>/documents/<int:document_pk>/",
        applications.ApplicationDocumentView.as_view(),
        name="application-document",
    ),
]
