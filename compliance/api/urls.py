"""Doors of compliance's API."""

from django.urls import path

from compliance.api import views

app_name = "compliance_api"

urlpatterns = [
    path("people/", views.PersonListView.as_view(), name="person-list"),
    path("people/<int:pk>/", views.PersonView.as_view(), name="person-detail"),
    path("engagements/", views.EngagementListView.as_view(), name="engagement-list"),
    path("engagements/<int:pk>/", views.EngagementView.as_view(), name="engagement-detail"),
    path("checks/", views.CheckListView.as_view(), name="check-list"),
    path("checks/<int:pk>/", views.CheckView.as_view(), name="check-detail"),
    path("schools/<int:pk>/central-record/", views.CentralRecordView.as_view(), name="central-record-detail"),
]
