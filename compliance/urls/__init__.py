"""Doors of compliance: people at work, the record of their checks, reminders, what is kept and destroyed."""

from compliance.urls import record, reminders, retention, rules, staff

"""Doors of compliance, one module a subject.

People at work and about to start, the reminders of them, what is kept and destroyed.
"""

from compliance.urls import starters

app_name = "compliance"

urlpatterns = [
    *record.urlpatterns,
    *staff.urlpatterns,
    *starters.urlpatterns,
    *reminders.urlpatterns,
    *retention.urlpatterns,
    *rules.urlpatterns,
]
