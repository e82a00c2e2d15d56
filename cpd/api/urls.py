"""Doors of cpd's API."""

from django.urls import path

from cpd.api import appraisals, development, policies, supervision, training

app_name = "cpd_api"

urlpatterns = [
    path("policies/", policies.PolicyListView.as_view(), name="policy-list"),
    path("policies/<int:pk>/", policies.PolicyView.as_view(), name="policy-detail"),
    path("policy-signatures/", policies.PolicySignatureListView.as_view(), name="policy-signature-list"),
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
    path("supervision/", supervision.SupervisionListView.as_view(), name="supervision-list"),
    path("supervision/<int:pk>/", supervision.SupervisionView.as_view(), name="supervision-detail"),
    path("elsa/<int:pk>/", supervision.ElsaStatusView.as_view(), name="elsa-status"),
    path("development/people/<int:pk>/needs/", development.PersonNeedsAPIView.as_view(), name="person-needs"),
    path(
        "development/people/<int:pk>/needs/propose/",
        development.PersonNeedsProposeAPIView.as_view(),
        name="person-needs-propose",
    ),
]
