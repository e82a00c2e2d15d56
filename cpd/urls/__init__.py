"""Doors of cpd, one module a subject."""

from cpd.urls import development, elsa, training

app_name = "cpd"

urlpatterns = [
    *development.urlpatterns,
    *elsa.urlpatterns,
    *training.urlpatterns,
]
