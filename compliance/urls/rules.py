"""The editions of the rules, and what a school decides where they leave room."""

from django.urls import path

from compliance.views.editions import EditionListView
from compliance.views.policy import PolicyView

urlpatterns = [
    path("editions/", EditionListView.as_view(), name="edition-list"),
    path("policy/", PolicyView.as_view(), name="policy"),
]
