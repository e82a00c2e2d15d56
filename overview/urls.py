"""Doors of the pages that join apps."""

from django.urls import path

from overview.views.ask import QuestionListView, QuestionView
from overview.views.home import HomeView

app_name = "overview"

urlpatterns = [
    path("", HomeView.as_view(), name="home"),
    path("rules/", QuestionListView.as_view(), name="ask-list"),
    path("rules/<str:topic>/", QuestionView.as_view(), name="ask"),
]
