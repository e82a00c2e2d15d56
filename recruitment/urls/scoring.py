"""Scoring: a member's own sheets, the seal on a stage, and what may be seen once it is broken."""

from django.urls import URLPattern, path, register_converter

from recruitment.enums import StageKind
from recruitment.views import grid, moderation, sheets, stages


class StageKindConverter:
    """Only the kinds there are, so that no other address of a vacancy is taken for one."""

    regex = "|".join(StageKind.values)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(StageKindConverter, "stage_kind")

STAGE = "vacancies/<int:pk>/<stage_kind:kind>/"
SHEET = "panels/<int:stage_id>/<str:code>/"

urlpatterns: list[URLPattern] = [
    path("panels/", sheets.PanelListView.as_view(), name="panel-list"),
    path("panels/<int:stage_id>/", sheets.CandidateListView.as_view(), name="sheet-list"),
    path(SHEET, sheets.SheetView.as_view(), name="sheet-edit"),
    path(f"{SHEET}score/", sheets.ScoreSaveView.as_view(), name="score-save"),
    path(f"{SHEET}save/", sheets.SheetSaveView.as_view(), name="sheet-save"),
    path(f"{SHEET}submit/", sheets.SheetSubmitView.as_view(), name="sheet-submit"),
    path(f"{SHEET}recuse/", sheets.SheetRecuseView.as_view(), name="sheet-recuse"),
    path(f"{SHEET}correct/", sheets.SheetCorrectView.as_view(), name="sheet-correct"),
    path(STAGE, stages.StageStatusView.as_view(), name="stage-status"),
    path(f"{STAGE}open/", stages.StageOpenView.as_view(), name="stage-open"),
    path(f"{STAGE}unseal/", stages.StageUnsealView.as_view(), name="stage-unseal"),
    path(f"{STAGE}conflicts/", stages.ConflictView.as_view(), name="conflict-record"),
    path(f"{STAGE}conflicts/lift/", stages.ConflictLiftView.as_view(), name="conflict-lift"),
    path(f"{STAGE}names/", stages.NamesRevealView.as_view(), name="names-reveal"),
    path(f"{STAGE}ranking/", grid.RankedListView.as_view(), name="ranked-list"),
    path(f"{STAGE}grid/", grid.ScoringGridView.as_view(), name="scoring-grid"),
    path(f"{STAGE}discussion/", moderation.DiscussionView.as_view(), name="discussion"),
    path(f"{STAGE}cells/<str:code>/", moderation.CellDetailView.as_view(), name="cell-detail"),
    path(
        f"{STAGE}cells/<str:code>/<int:criterion_id>/agree/",
        moderation.ScoreAgreeView.as_view(),
        name="score-agree",
    ),
]
