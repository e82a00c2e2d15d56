"""Doors of the API that join apps."""

from django.urls import path

from overview.api.rules import RuleView

app_name = "overview_api"

urlpatterns = [
    path("rules/<str:topic>/", RuleView.as_view(), name="rule-answer"),
]
