"""Doors of cpd's API."""

from django.urls import path

from cpd.api import supervision, training

app_name = "cpd_api"

urlpatterns = [
    path("supervision/", supervision.SupervisionListView.as_view(), name="supervision-list"),
    path("supervision/<int:pk>/", supervision.SupervisionView.as_view(), name="supervision-detail"),
    path("elsa/<int:pk>/", supervision.ElsaStatusView.as_view(), name="elsa-status"),
    path("courses/", training.CourseListView.as_view(), name="course-list"),
    path("training/", training.TrainingListView.as_view(), name="training-list"),
    path("training/<int:pk>/", training.TrainingView.as_view(), name="training-detail"),
    path(
        "schools/<int:pk>/training-matrix/",
        training.TrainingMatrixView.as_view(),
        name="training-matrix-detail",
    ),
]
