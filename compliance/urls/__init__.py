"""Doors of compliance: people at work, the reminders of them, what is kept of them and what is destroyed."""

from compliance.urls import reminders, retention, staff

app_name = "compliance"

urlpatterns = [
    *staff.urlpatterns,
    *reminders.urlpatterns,
    *retention.urlpatterns,
]
