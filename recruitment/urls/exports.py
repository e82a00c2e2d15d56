"""Files to take away: the grid, every score, score sheets, the decision record."""

from django.urls import path

from recruitment.views import exports

urlpatterns = [
    path("vacancies/<int:pk>/<str:kind>/grid.xlsx", exports.GridWorkbookView.as_view(), name="grid-workbook"),
    path("vacancies/<int:pk>/<str:kind>/scores.csv", exports.ScoreListView.as_view(), name="score-list"),
    path("panels/<int:stage_id>/score-sheets.pdf", exports.OwnScoreSheetView.as_view(), name="score-sheet"),
    path(
        "vacancies/<int:pk>/<str:kind>/panel/<int:member_pk>/blank-sheets.pdf",
        exports.BlankScoreSheetView.as_view(),
        name="blank-score-sheet",
    ),
    path(
        "vacancies/<int:pk>/decision-record.pdf",
        exports.DecisionRecordView.as_view(),
        name="decision-record",
    ),
]
