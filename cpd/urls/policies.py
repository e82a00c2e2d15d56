"""Doors of policies that are read and signed."""

from django.urls import path

from cpd.views import policies, policy_editions

urlpatterns = [
    path("policies/", policies.PolicyListView.as_view(), name="policy-list"),
    path("policies/add/", policy_editions.PolicyAddView.as_view(), name="policy-add"),
    path("policies/<int:pk>/", policies.PolicyDetailView.as_view(), name="policy-detail"),
    path("policies/<int:pk>/chase/", policies.PolicyChaseView.as_view(), name="policy-chase"),
    path(
        "policies/<int:pk>/readers.xlsx", policies.PolicyReadersWorkbookView.as_view(), name="policy-workbook"
    ),
    path("policies/<int:pk>/readers.csv", policies.PolicyReadersListView.as_view(), name="policy-readers"),
    path("policies/<int:pk>/publish/", policy_editions.EditionPublishView.as_view(), name="policy-publish"),
    path("policies/<int:pk>/withdraw/", policy_editions.PolicyWithdrawView.as_view(), name="policy-withdraw"),
    path(
        "policies/editions/<int:pk>/change/",
        policy_editions.EditionChangeView.as_view(),
        name="edition-change",
    ),
    path("policies/editions/<int:pk>/file", policies.PolicyFileView.as_view(), name="edition-file"),
    path(
        "policies/editions/<int:pk>/paper/",
        policy_editions.PaperSignatureView.as_view(),
        name="edition-paper",
    ),
]
