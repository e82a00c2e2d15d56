"""Doors of compliance."""

from compliance.urls import record

app_name = "compliance"

urlpatterns = [
    *record.urlpatterns,
]
