"""The editions of the rules."""

from django.urls import path

from compliance.views.editions import EditionListView

urlpatterns = [path("editions/", EditionListView.as_view(), name="edition-list")]
