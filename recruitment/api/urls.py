"""Doors of recruitment's API."""

from django.urls import path

from recruitment.api import views
from recruitment.api.wording import WordingView

app_name = "recruitment_api"

urlpatterns = [
    path("job-profiles/", views.JobProfileListView.as_view(), name="job-profile-list"),
    path("job-profiles/<int:pk>/", views.JobProfileView.as_view(), name="job-profile-detail"),
    path(
        "job-profiles/<int:pk>/versions/<int:number>/wording/",
        WordingView.as_view(),
        name="job-profile-wording",
    ),
    path("vacancies/", views.VacancyListView.as_view(), name="vacancy-list"),
    path("vacancies/<int:pk>/", views.VacancyView.as_view(), name="vacancy-detail"),
    path("vacancies/<int:pk>/<str:kind>/ranking/", views.RankingView.as_view(), name="ranking"),
    path("applications/", views.ApplicationListView.as_view(), name="application-list"),
    path("applications/<int:pk>/", views.ApplicationView.as_view(), name="application-detail"),
    path("panels/<int:stage_id>/sheets/", views.OwnCandidateListView.as_view(), name="own-candidate-list"),
    path("panels/<int:stage_id>/sheets/<str:code>/", views.OwnSheetView.as_view(), name="own-sheet"),
    path(
        "panels/<int:stage_id>/sheets/<str:code>/submit/",
        views.OwnSheetSubmitView.as_view(),
        name="own-sheet-submit",
    ),
]
