"""Doors of cpd's API."""

from django.urls import URLPattern, path

from cpd.api import supervision

app_name = "cpd_api"

urlpatterns: list[URLPattern] = [
    path("supervision/", supervision.SupervisionListView.as_view(), name="supervision-list"),
    path("supervision/<int:pk>/", supervision.SupervisionView.as_view(), name="supervision-detail"),
    path("elsa/<int:pk>/", supervision.ElsaStatusView.as_view(), name="elsa-status"),
]
