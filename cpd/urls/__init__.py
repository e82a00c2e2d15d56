"""Doors of cpd, one module a subject."""

from cpd.urls import appraisals, development

app_name = "cpd"

urlpatterns = [
    *development.urlpatterns,
    *appraisals.urlpatterns,
]
