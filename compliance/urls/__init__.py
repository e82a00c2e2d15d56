"""Doors of compliance: people at work, the record of their checks, reminders, what is kept and destroyed."""

from compliance.urls import record, reminders, retention, rules, staff

app_name = "compliance"

urlpatterns = [
    *record.urlpatterns,
    *staff.urlpatterns,
    *reminders.urlpatterns,
    *retention.urlpatterns,
    *rules.urlpatterns,
]
