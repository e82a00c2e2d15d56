"""Doors of cpd's API."""

from django.urls import path

from cpd.api import training

app_name = "cpd_api"

urlpatterns = [
    path("courses/", training.CourseListView.as_view(), name="course-list"),
    path("training/", training.TrainingListView.as_view(), name="training-list"),
    path("training/<int:pk>/", training.TrainingView.as_view(), name="training-detail"),
    path(
        "schools/<int:pk>/training-matrix/",
        training.TrainingMatrixView.as_view(),
        name="training-matrix-detail",
    ),
]
