"""Doors of cpd, one module a subject."""

from cpd.urls import appraisals, development, elsa, hours, my_record, policies, training

app_name = "cpd"

urlpatterns = [
    *development.urlpatterns,
    *elsa.urlpatterns,
    *hours.urlpatterns,
    *my_record.urlpatterns,
    *policies.urlpatterns,
    *appraisals.urlpatterns,
    *training.urlpatterns,
]
