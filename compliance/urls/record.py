"""Doors of the single central record: of a school at any moment, for an inspector, on paper, as a file."""

from django.urls import path

from compliance.views import record, record_files, record_inspection

RECORD = "central-record/<int:pk>/"

urlpatterns = [
    path("central-record/", record.RecordListView.as_view(), name="record-list"),
    path(
        "central-record/record.xlsx", record_files.TrustWorkbookView.as_view(), name="record-trust-workbook"
    ),
    path(RECORD, record.RecordView.as_view(), name="record"),
    path(f"{RECORD}lines/<int:engagement_id>/", record.RecordLineView.as_view(), name="record-line"),
    path(f"{RECORD}print/", record_files.RecordPrintView.as_view(), name="record-print"),
    path(f"{RECORD}record.xlsx", record_files.RecordWorkbookView.as_view(), name="record-workbook"),
    path(f"{RECORD}inspection/", record_inspection.InspectionView.as_view(), name="record-inspection"),
    path(
        f"{RECORD}inspection/print/",
        record_inspection.InspectionPrintView.as_view(),
        name="record-inspection-print",
    ),
    path(
        f"{RECORD}inspection/<int:engagement_id>/",
        record_inspection.InspectionLineView.as_view(),
        name="record-inspection-line",
    ),
    path(f"{RECORD}looks/", record_inspection.LookListView.as_view(), name="record-looks"),
]
