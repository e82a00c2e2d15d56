"""Doors of compliance, one module a subject."""

from compliance.urls import reminders, retention

app_name = "compliance"

urlpatterns = [
    *reminders.urlpatterns,
    *retention.urlpatterns,
]
