"""Every door of the site."""

from django.urls import include, path

urlpatterns = [
    path("", include("overview.urls")),
    path("", include("core.urls")),
    path("", include("recruitment.urls")),
    path("account/", include("allauth.urls")),
    path("api/v1/", include("overview.api.urls")),
]
