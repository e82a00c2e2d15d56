"""Doors of cpd, one module a subject."""

from cpd.urls import appraisals, development, training

app_name = "cpd"

urlpatterns = [
    *development.urlpatterns,
    *appraisals.urlpatterns,
    *training.urlpatterns,
]
