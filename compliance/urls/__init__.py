"""Doors of compliance: people at work, who is about to start, and the checks held of them."""

from compliance.urls import staff

"""Doors of compliance, one module a subject."""

from compliance.urls import reminders, retention

app_name = "compliance"

urlpatterns = [
    *staff.urlpatterns,
    *reminders.urlpatterns,
    *retention.urlpatterns,
]
