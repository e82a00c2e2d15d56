"""Doors of the staff record: people at work, their roles, their checks."""

from django.urls import path

from compliance.views import checks, roles, staff

urlpatterns = [
    path("staff/", staff.StaffListView.as_view(), name="staff-list"),
    path("staff/new/", staff.StaffAddView.as_view(), name="staff-add"),
    path("staff/person/<int:pk>/", staff.StaffPersonView.as_view(), name="staff-person"),
    path("staff/person/<int:pk>/edit/", staff.PersonChangeView.as_view(), name="person-change"),
    path("staff/<int:pk>/edit/", staff.EngagementChangeView.as_view(), name="engagement-change"),
    path("staff/<int:pk>/leave/", staff.EngagementLeaveView.as_view(), name="engagement-leave"),
    path("staff/<int:pk>/role/", roles.EngagementRoleView.as_view(), name="engagement-role"),
    path("staff/<int:pk>/checks/<str:check>/", checks.CheckRecordView.as_view(), name="check-record"),
    path("staff/checks/<int:pk>/file", checks.CheckFileView.as_view(), name="check-file"),
    path(
        "staff/checks/<int:pk>/update-service/",
        checks.UpdateServiceView.as_view(),
        name="update-service-record",
    ),
]
