"""Doors of cpd's API."""

from django.urls import path

from cpd.api import appraisals

app_name = "cpd_api"

urlpatterns = [
    path("appraisals/", appraisals.AppraisalListView.as_view(), name="appraisal-list"),
    path("appraisals/<int:pk>/", appraisals.AppraisalView.as_view(), name="appraisal-detail"),
    path("objectives/", appraisals.ObjectiveListView.as_view(), name="objective-list"),
    path("objectives/<int:pk>/", appraisals.ObjectiveView.as_view(), name="objective-detail"),
]
