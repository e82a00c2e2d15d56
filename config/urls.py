"""Every door of the site."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

urlpatterns = [
    path("", include("overview.urls")),
    path("", include("core.urls")),
    path("", include("recruitment.urls")),
    path("", include("compliance.urls")),
    path("", include("cpd.urls")),
    path("account/", include("allauth.urls")),
    path("api/v1/", include("overview.api.urls")),
    path("api/v1/", include("recruitment.api.urls")),
    path("api/v1/", include("compliance.api.urls")),
    path("api/v1/", include("cpd.api.urls")),
    path("api/v1/schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("api/v1/docs/", SpectacularSwaggerSplitView.as_view(url_name="api-schema"), name="api-docs"),
]
