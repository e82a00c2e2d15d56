"""What comes up for destruction, holds on it, and destruction itself."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
