"""Doors of compliance."""

from compliance.urls import record
"""Doors of compliance: people at work, the reminders of them, what is kept of them and what is destroyed."""

from compliance.urls import reminders, retention, staff

app_name = "compliance"

urlpatterns = [
    *record.urlpatterns,
    *staff.urlpatterns,
    *reminders.urlpatterns,
    *retention.urlpatterns,
]
