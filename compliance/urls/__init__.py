"""Doors of compliance: people at work, who is about to start, and the checks held of them."""

from compliance.urls import staff

app_name = "compliance"

urlpatterns = [
    *staff.urlpatterns,
]
