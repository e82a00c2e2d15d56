"""Doors of cpd's API."""

from django.urls import path

from cpd.api import appraisals, training

app_name = "cpd_api"

urlpatterns = [
    path("appraisals/", appraisals.AppraisalListView.as_view(), name="appraisal-list"),
    path("appraisals/<int:pk>/", appraisals.AppraisalView.as_view(), name="appraisal-detail"),
    path("objectives/", appraisals.ObjectiveListView.as_view(), name="objective-list"),
    path("objectives/<int:pk>/", appraisals.ObjectiveView.as_view(), name="objective-detail"),
    path("courses/", training.CourseListView.as_view(), name="course-list"),
    path("training/", training.TrainingListView.as_view(), name="training-list"),
    path("training/<int:pk>/", training.TrainingView.as_view(), name="training-detail"),
    path(
        "schools/<int:pk>/training-matrix/",
        training.TrainingMatrixView.as_view(),
        name="training-matrix-detail",
    ),
]
