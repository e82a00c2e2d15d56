"""Files to take away. Each asks the selectors of the pages: nothing sealed or hidden leaves in one."""

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.text import slugify

from core.domain.errors import require
from core.domain.permissions import Permission
from core.views.base import PermittedView
from recruitment.domain.visibility import deny_view_of_results
from recruitment.exports.decision_record import build_decision_record
from recruitment.exports.grid_workbook import build_grid_workbook
from recruitment.exports.score_list import stream_score_list
from recruitment.exports.score_sheet import build_score_sheet
from recruitment.models import PanelMember, Stage, Vacancy
from recruitment.selectors.stages import are_names_known, find_membership, stages_visible_to

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class StageFileView(PermittedView):
    """What files of a stage's results share: found, open, and named after the vacancy."""

    permission = Permission.VIEW_SCORES

    def get_stage(self, pk: int, kind: str) -> Stage:
        stage = self.get_or_404(stages_visible_to(self.actor), vacancy=pk, kind=kind)
        self.require_at(stage.vacancy.school_id)
        require(deny_view_of_results(stage.status))
        return stage


class GridWorkbookView(StageFileView):
    def get(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        response = HttpResponse(build_grid_workbook(stage, names=are_names_known(stage)), content_type=XLSX)
        return as_attachment(response, f"{stage.vacancy.reference}-{kind}-grid", "xlsx")


class ScoreListView(StageFileView):
    def get(self, request: HttpRequest, pk: int, kind: str) -> StreamingHttpResponse:
        stage = self.get_stage(pk, kind)
        response = StreamingHttpResponse(stream_score_list(stage), content_type="text/csv; charset=utf-8")
        return as_attachment(response, f"{stage.vacancy.reference}-{kind}-scores", "csv")


class OwnScoreSheetView(PermittedView):
    """The actor's own sheets, filled as far as they are."""

    permission = Permission.SCORE_APPLICATIONS

    def get(self, request: HttpRequest, stage_id: int) -> HttpResponse:
        stage = self.get_or_404(stages_visible_to(self.actor), pk=stage_id)
        member = find_membership(stage.pk, self.actor)
        if member is None:
            raise Http404
        self.require_at(stage.vacancy.school_id)
        pdf = build_score_sheet(member, now=timezone.now())
        return pdf_response(pdf, f"{stage.vacancy.reference}-{stage.kind}-score-sheets")


class BlankScoreSheetView(PermittedView):
    """Empty sheets for somebody who scores by pen."""

    permission = Permission.EDIT_VACANCIES

    def get(self, request: HttpRequest, pk: int, kind: str, member_pk: int) -> HttpResponse:
        vacancy = self.get_or_404(Vacancy.objects.run_by(self.actor), pk=pk)
        self.require_at(vacancy.school_id)
        seats = PanelMember.objects.select_related("user", "stage")
        member = self.get_or_404(seats, stage__vacancy=vacancy, stage__kind=kind, pk=member_pk)
        pdf = build_score_sheet(member, now=timezone.now(), blank=True)
        return pdf_response(pdf, f"{vacancy.reference}-{kind}-{slugify(member.user.name)}")


class DecisionRecordView(PermittedView):
    permission = Permission.VIEW_APPLICANTS

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        vacancy = self.get_or_404(
            Vacancy.objects.run_by(self.actor).select_related("school", "published_by"), pk=pk
        )
        self.require_at(vacancy.school_id)
        pdf = build_decision_record(vacancy, now=timezone.now())
        return pdf_response(pdf, f"{vacancy.reference}-decision-record")


def pdf_response(pdf: bytes, name: str) -> HttpResponse:
    return as_attachment(HttpResponse(pdf, content_type="application/pdf"), name, "pdf")


def as_attachment[R: HttpResponse | StreamingHttpResponse](response: R, name: str, ending: str) -> R:
    """Under a plain file name; files of candidates are never kept by a cache on the way."""
    response.headers["Content-Disposition"] = f'attachment; filename="{slugify(name)}.{ending}"'
    response.headers["Cache-Control"] = "no-store"
    return response
