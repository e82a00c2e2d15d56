"""Doors of hours of training, and of the passport to take along."""

from django.urls import path

from cpd.views import hours, passport

urlpatterns = [
    path("cpd-hours/", hours.HoursView.as_view(), name="hours"),
    path("cpd-hours/workbook.xlsx", hours.HoursWorkbookView.as_view(), name="hours-workbook"),
    path("passports/people/<int:pk>/passport.pdf", passport.PassportView.as_view(), name="passport"),
]
