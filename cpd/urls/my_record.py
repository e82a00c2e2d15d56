"""Doors of somebody's own record."""

from django.urls import path

from cpd.views import my_record

urlpatterns = [
    path("my-record/", my_record.MyRecordView.as_view(), name="my-record"),
    path("my-record/editions/<int:pk>/", my_record.ReadAndSignView.as_view(), name="my-policy"),
    path("my-record/editions/<int:pk>/file", my_record.OwnReadingFileView.as_view(), name="my-policy-file"),
]
