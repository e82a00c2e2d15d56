"""Doors of cpd's API."""

from django.urls import path

from cpd.api import development

app_name = "cpd_api"

urlpatterns = [
    path("development/people/<int:pk>/needs/", development.PersonNeedsAPIView.as_view(), name="person-needs"),
    path(
        "development/people/<int:pk>/needs/propose/",
        development.PersonNeedsProposeAPIView.as_view(),
        name="person-needs-propose",
    ),
]
