"""Doors of people about to start: the board, the verdict on one, early starts, the start confirmed."""

from django.urls import path

from compliance.views import starters, starts

urlpatterns = [
    path("starters/", starters.StarterListView.as_view(), name="starter-list"),
    path("starters/nudges/", starters.StarterNudgeView.as_view(), name="starter-nudges"),
    path("starters/<int:pk>/", starters.StarterDetailView.as_view(), name="starter-detail"),
    path("starters/<int:pk>/confirm/", starts.StartConfirmView.as_view(), name="start-confirm"),
    path("starters/<int:pk>/early-start/", starts.EarlyStartSignView.as_view(), name="early-start-sign"),
    path("early-starts/<int:pk>/review/", starts.EarlyStartReviewView.as_view(), name="early-start-review"),
    path("early-starts/<int:pk>/end/", starts.EarlyStartEndView.as_view(), name="early-start-end"),
]
