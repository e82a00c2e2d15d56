"""What comes up for destruction, holds on it, and destruction itself."""

from django.urls import path

from compliance.views import destructions, holds, retention

urlpatterns = [
    path("retention/", retention.RetentionListView.as_view(), name="retention-list"),
    path("retention/holds/", holds.HoldListView.as_view(), name="hold-list"),
    path("retention/holds/new/", holds.HoldCreateView.as_view(), name="hold-create"),
    path("retention/holds/<int:pk>/lift/", holds.HoldLiftView.as_view(), name="hold-lift"),
    path("retention/destructions/", destructions.DestructionListView.as_view(), name="destruction-list"),
    path(
        "retention/destructions/<int:pk>/",
        destructions.DestructionDetailView.as_view(),
        name="destruction-detail",
    ),
    path(
        "retention/destructions/<int:pk>/confirm/",
        destructions.DestructionConfirmView.as_view(),
        name="destruction-confirm",
    ),
    path(
        "retention/destructions/<int:pk>/cancel/",
        destructions.DestructionCancelView.as_view(),
        name="destruction-cancel",
    ),
]
