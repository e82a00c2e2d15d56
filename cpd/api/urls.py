"""Doors of cpd's API."""

from django.urls import path

from cpd.api import policies, training

app_name = "cpd_api"

urlpatterns = [
    path("policies/", policies.PolicyListView.as_view(), name="policy-list"),
    path("policies/<int:pk>/", policies.PolicyView.as_view(), name="policy-detail"),
    path("policy-signatures/", policies.PolicySignatureListView.as_view(), name="policy-signature-list"),
    path("courses/", training.CourseListView.as_view(), name="course-list"),
    path("training/", training.TrainingListView.as_view(), name="training-list"),
    path("training/<int:pk>/", training.TrainingView.as_view(), name="training-detail"),
    path(
        "schools/<int:pk>/training-matrix/",
        training.TrainingMatrixView.as_view(),
        name="training-matrix-detail",
    ),
]
