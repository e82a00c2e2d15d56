"""Doors of somebody's own record."""

from django.urls import path

from cpd.views import my_record, my_training

urlpatterns = [
    path("my-record/", my_record.MyRecordView.as_view(), name="my-record"),
    path("my-record/editions/<int:pk>/", my_record.ReadAndSignView.as_view(), name="my-policy"),
    path("my-record/editions/<int:pk>/file", my_record.OwnReadingFileView.as_view(), name="my-policy-file"),
    path(
        "my-record/people/<int:pk>/training/add/",
        my_training.AddOwnTrainingView.as_view(),
        name="my-training-add",
    ),
    path("training/added/", my_training.AddedTrainingView.as_view(), name="added-training"),
    path("training/added/<int:pk>/confirm/", my_training.ConfirmAddedView.as_view(), name="added-confirm"),
    path("training/added/<int:pk>/decline/", my_training.DeclineAddedView.as_view(), name="added-decline"),
]
