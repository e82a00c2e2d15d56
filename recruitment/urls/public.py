"""Doors that need no signing in: a vacancy's page and the application form on it."""

from django.urls import path

from recruitment.views import public

_FORM = "apply/<str:code>/<str:token>/"

urlpatterns = [
    path("apply/<str:code>/", public.AdvertView.as_view(), name="apply"),
    path("apply/<str:code>/start/", public.ApplyStartView.as_view(), name="apply-start"),
    path(f"{_FORM}check/", public.ApplyCheckView.as_view(), name="apply-check"),
    path(f"{_FORM}done/", public.ApplyDoneView.as_view(), name="apply-done"),
    path(f"{_FORM}later/", public.ApplyLaterView.as_view(), name="apply-later"),
    path(f"{_FORM}<str:step>/", public.ApplyStepView.as_view(), name="apply-step"),
]
