"""Doors of cpd, one module a subject."""

from cpd.urls import development, my_record, policies, training

app_name = "cpd"

urlpatterns = [
    *development.urlpatterns,
    *my_record.urlpatterns,
    *policies.urlpatterns,
    *training.urlpatterns,
]
