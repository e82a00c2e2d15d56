"""Doors of cpd's API."""

from django.urls import URLPattern

app_name = "cpd_api"

urlpatterns: list[URLPattern] = []
