"""Doors of a school's own central-record workbook: diagnosed, corrected, brought in."""

from django.urls import path

from compliance.views import doctor, doctor_import

WORKBOOK = "central-record/workbooks/<int:pk>/"

urlpatterns = [
    path("central-record/workbooks/", doctor.WorkbookListView.as_view(), name="workbook-list"),
    path(WORKBOOK, doctor.DiagnosisView.as_view(), name="workbook"),
    path(f"{WORKBOOK}columns/", doctor.ColumnsView.as_view(), name="workbook-columns"),
    path(f"{WORKBOOK}repairs/", doctor.RepairsView.as_view(), name="workbook-repairs"),
    path(f"{WORKBOOK}corrected.xlsx", doctor.CorrectedCopyView.as_view(), name="workbook-corrected"),
    path(f"{WORKBOOK}discard/", doctor.DiscardView.as_view(), name="workbook-discard"),
    path(f"{WORKBOOK}people/", doctor_import.PeopleView.as_view(), name="workbook-people"),
    path(f"{WORKBOOK}report/", doctor_import.ReportView.as_view(), name="workbook-report"),
]
