"""Doors of cpd, one module a subject."""

from cpd.urls import development, training

app_name = "cpd"

urlpatterns = [
    *development.urlpatterns,
    *training.urlpatterns,
]
