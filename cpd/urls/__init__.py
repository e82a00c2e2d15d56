"""Doors of cpd, one module a subject."""

from cpd.urls import development, elsa, hours, my_record, policies, training

app_name = "cpd"

urlpatterns = [
    *development.urlpatterns,
    *elsa.urlpatterns,
    *hours.urlpatterns,
    *my_record.urlpatterns,
    *policies.urlpatterns,
    *training.urlpatterns,
]
