"""Doors of cpd, one module a subject."""

from cpd.urls import development, hours, my_record, policies, training

app_name = "cpd"

urlpatterns = [
    *development.urlpatterns,
    *hours.urlpatterns,
    *my_record.urlpatterns,
    *policies.urlpatterns,
    *training.urlpatterns,
]
