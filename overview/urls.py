"""Doors of the pages that join apps."""

from django.urls import path

from overview.views.home import HomeView

app_name = "overview"

urlpatterns = [
    path("", HomeView.as_view(), name="home"),
]
