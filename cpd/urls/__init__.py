"""Doors of cpd, one module a subject."""

from cpd.urls import development

app_name = "cpd"

urlpatterns = [
    *development.urlpatterns,
]
