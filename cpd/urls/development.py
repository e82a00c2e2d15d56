"""Doors of development at large: what is waiting for whom."""

from django.urls import path

from cpd.views import development

urlpatterns = [
    path("development/", development.DevelopmentView.as_view(), name="development"),
]
