"""Doors of the core: people and roles, and the gallery of page components."""

from django.urls import URLPattern

app_name = "core"

urlpatterns: list[URLPattern] = []
