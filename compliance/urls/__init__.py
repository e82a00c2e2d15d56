"""Doors of compliance, one module a subject.

People at work and about to start, the reminders of them, what is kept and destroyed.
"""

from compliance.urls import reminders, retention, staff, starters

app_name = "compliance"

urlpatterns = [
    *staff.urlpatterns,
    *starters.urlpatterns,
    *reminders.urlpatterns,
    *retention.urlpatterns,
]
