"""Doors of vacancies: the list, one vacancy's pages and moves, and the panels of its stages."""

from django.urls import path

from recruitment.views import coverage, panels, vacancies, vacancy_moves

_PANEL = "vacancies/<int:pk>/<str:kind>/panel/"

urlpatterns = [
    path("vacancies/", vacancies.VacancyListView.as_view(), name="vacancy-list"),
    path("vacancies/new/", vacancies.VacancyCreateView.as_view(), name="vacancy-create"),
    path("vacancies/<int:pk>/", vacancies.VacancyDetailView.as_view(), name="vacancy-detail"),
    path("vacancies/<int:pk>/edit/", vacancies.VacancyEditView.as_view(), name="vacancy-edit"),
    path("vacancies/<int:pk>/criteria/", vacancies.VacancyCriteriaView.as_view(), name="vacancy-criteria"),
    path("vacancies/<int:pk>/coverage/", coverage.VacancyCoverageView.as_view(), name="vacancy-coverage"),
    path(
        "vacancies/<int:pk>/coverage.xlsx",
        coverage.VacancyCoverageWorkbookView.as_view(),
        name="vacancy-coverage-workbook",
    ),
    path("vacancies/<int:pk>/timeline/", vacancies.VacancyTimelineView.as_view(), name="vacancy-timeline"),
    path("vacancies/<int:pk>/publish/", vacancy_moves.VacancyPublishView.as_view(), name="vacancy-publish"),
    path("vacancies/<int:pk>/close/", vacancy_moves.VacancyCloseView.as_view(), name="vacancy-close"),
    path("vacancies/<int:pk>/reopen/", vacancy_moves.VacancyReopenView.as_view(), name="vacancy-reopen"),
    path("vacancies/<int:pk>/end/", vacancy_moves.VacancyEndView.as_view(), name="vacancy-end"),
    path(_PANEL, panels.StagePanelView.as_view(), name="stage-panel"),
    path(f"{_PANEL}copy/", panels.StagePanelCopyView.as_view(), name="stage-panel-copy"),
    path(f"{_PANEL}training/", panels.StagePanelTrainingView.as_view(), name="stage-panel-training"),
    path(f"{_PANEL}<int:member_pk>/", panels.PanelMemberEditView.as_view(), name="panel-member-edit"),
    path(f"{_PANEL}<int:member_pk>/leave/", panels.PanelMemberLeaveView.as_view(), name="panel-member-leave"),
]
