"""Doors of compliance, one module a subject: people at work, the reminders of them, what is kept and destroyed."""

from compliance.urls import reminders, retention, staff

app_name = "compliance"

urlpatterns = [
    *staff.urlpatterns,
    *reminders.urlpatterns,
    *retention.urlpatterns,
]
