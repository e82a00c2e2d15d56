"""Doors of cpd's API."""

from django.urls import path

from cpd.api import policies

app_name = "cpd_api"

urlpatterns = [
    path("policies/", policies.PolicyListView.as_view(), name="policy-list"),
    path("policies/<int:pk>/", policies.PolicyView.as_view(), name="policy-detail"),
    path("policy-signatures/", policies.PolicySignatureListView.as_view(), name="policy-signature-list"),
]
