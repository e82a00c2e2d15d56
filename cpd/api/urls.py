"""Doors of cpd's API."""

from django.urls import path

from cpd.api import development, training

app_name = "cpd_api"

urlpatterns = [
    path("development/people/<int:pk>/needs/", development.PersonNeedsAPIView.as_view(), name="person-needs"),
    path(
        "development/people/<int:pk>/needs/propose/",
        development.PersonNeedsProposeAPIView.as_view(),
        name="person-needs-propose",
    ),
    path("courses/", training.CourseListView.as_view(), name="course-list"),
    path("training/", training.TrainingListView.as_view(), name="training-list"),
    path("training/<int:pk>/", training.TrainingView.as_view(), name="training-detail"),
    path(
        "schools/<int:pk>/training-matrix/",
        training.TrainingMatrixView.as_view(),
        name="training-matrix-detail",
    ),
]
