"""Doors of compliance, one module a subject.

People at work and about to start, the record of their checks, reminders, what is kept and destroyed.
"""

from compliance.urls import doctor, record, reminders, retention, rules, staff, starters

app_name = "compliance"

urlpatterns = [
    *record.urlpatterns,
    *doctor.urlpatterns,
    *staff.urlpatterns,
    *starters.urlpatterns,
    *reminders.urlpatterns,
    *retention.urlpatterns,
    *rules.urlpatterns,
]
