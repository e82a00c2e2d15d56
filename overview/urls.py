"""Doors of the pages that join apps."""

from django.urls import path

from overview.views.ask import QuestionListView, QuestionView
from overview.views.home import HomeView, SchoolNeedsView

app_name = "overview"

urlpatterns = [
    path("", HomeView.as_view(), name="home"),
    path("development-today/", SchoolNeedsView.as_view(), name="school-needs"),
    path("rules/", QuestionListView.as_view(), name="ask-list"),
    path("rules/<str:topic>/", QuestionView.as_view(), name="ask"),
]
