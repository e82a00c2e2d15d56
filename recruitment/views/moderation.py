"""After unsealing: what to talk about, every scorer's words on a cell, and the points the panel agrees."""

from typing import Any
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.templatetags.components import score_class
from core.views.base import redirect_back
from recruitment.enums import StageStatus
from recruitment.forms.scoring import read_points
from recruitment.models import Stage
from recruitment.selectors.agreement import get_agreement
from recruitment.selectors.cells import get_candidate_cells
from recruitment.selectors.discussion import get_discussion, list_agreed
from recruitment.selectors.stages import ScoringFrame, list_applications_of
from recruitment.services.moderation import agree_points
from recruitment.views.grid import ResultsView

ITEMS_A_PAGE = 50


class DiscussionView(ResultsView):
    """The cells worth talking about, first what could change who is above the line."""

    def get(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        if response := self.sealed(request, stage):
            return response
        return show_discussion(self, request, stage)


def show_discussion(
    view: ResultsView,
    request: HttpRequest,
    stage: Stage,
    *,
    fault: DomainError | None = None,
    fault_on: str = "",
) -> HttpResponse:
    """The list, whole or of the candidate in the address; with what was typed where it cannot be agreed.

    ``fault_on`` is the key of the item, see ``item_key``.
    """
    names, candidate = view.names(request, stage), request.GET.get("candidate", "")
    found = get_discussion(stage, names=names.are_shown)
    items = [item for item in found.items if candidate in {"", item.code}]
    page = Paginator(items, ITEMS_A_PAGE).get_page(request.GET.get("page"))
    query = {key: request.GET[key] for key in ("candidate", "page", "names") if request.GET.get(key)}
    keys = [item_key(item.code, item.criterion.pk) for item in page]
    address = reverse("recruitment:discussion", kwargs={"pk": stage.vacancy_id, "kind": stage.kind})
    context = {
        "stage": stage,
        "vacancy": stage.vacancy,
        "found": found,
        "candidate": candidate,
        "back": f"{address}?{urlencode(query)}" if query else address,
        "asked": urlencode({**query, "on": "discussion"}),
        "page": page,
        "listed": list(zip(page, keys, [*keys, "agreed"][1:], strict=True)),
        "agreed": list_agreed(stage, code=candidate, names=names.are_shown),
        "fault": fault,
        "fault_on": fault_on,
        "typed": request.POST,
        "points": points_of(found.frame),
        "tones": tones_of(found.frame),
        "agreement": get_agreement(stage),
        "names": names,
        "runs_vacancy": view.actor.holds(Permission.VIEW_VACANCIES, stage.vacancy.school_id),
        "may_agree": may_agree(view, stage),
    }
    template = "recruitment/scoring/discussion.html"
    return render(request, template, context, status=422 if fault else 200)


def item_key(code: str, criterion_id: int) -> str:
    """Names an item of the list on its page."""
    return f"{code}-{criterion_id}"


class CellDetailView(ResultsView):
    """A candidate's cells, or with ``?criterion=`` one of them: every scorer's points and notes."""

    def get(self, request: HttpRequest, pk: int, kind: str, code: str) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        if response := self.sealed(request, stage):
            return response
        return self.show(request, stage, code)

    def show(
        self,
        request: HttpRequest,
        stage: Stage,
        code: str,
        *,
        fault: DomainError | None = None,
        fault_on: int | None = None,
    ) -> HttpResponse:
        asked = request.GET.get("criterion", "")
        criterion_id = number_in(asked) if asked else None
        names = self.names(request, stage)
        found = get_candidate_cells(stage, code, names=names.are_shown, criterion_id=criterion_id)
        if found is None:
            raise Http404
        is_part = bool(request.headers.get("HX-Request"))
        context: dict[str, Any] = {
            "back": back_address(request, is_part=is_part),
            "stage": stage,
            "vacancy": stage.vacancy,
            "found": found,
            "points": points_of(found.frame),
            "tones": tones_of(found.frame),
            "names": names,
            "runs_vacancy": self.actor.holds(Permission.VIEW_VACANCIES, stage.vacancy.school_id),
            "may_agree": may_agree(self, stage),
            "is_single": criterion_id is not None,
            "fault": fault,
            "fault_on": fault_on,
            "typed": request.POST,
        }
        template = "recruitment/scoring/cells.html" + ("#drawer" if is_part else "")
        return render(request, template, context, status=422 if fault else 200)


class ScoreAgreeView(CellDetailView):
    """Writes down the points the panel agreed on one cell, with the reason.

    Where that fails, the page it was written on comes back: the discussion list or the candidate.
    """

    permission = Permission.AGREE_SCORES
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, kind: str, code: str, criterion_id: int) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        if response := self.sealed(request, stage):
            return response
        application = self.get_or_404(list_applications_of(stage).only("pk"), code=code)
        try:
            points = read_points(request.POST.get("points", ""), field="points")
            if points is None:
                raise DomainError("points_missing", "Choose the points the panel agreed.", "points")
            agree_points(
                stage_id=stage.pk,
                application_id=application.pk,
                criterion_id=criterion_id,
                points=points,
                reason=request.POST.get("reason", ""),
                by=self.actor,
                now=timezone.now(),
            )
        except DomainError as error:
            if request.GET.get("on") == "discussion":
                key = item_key(code, criterion_id)
                return show_discussion(self, request, stage, fault=error, fault_on=key)
            return self.show(request, stage, code, fault=error, fault_on=criterion_id)
        messages.success(request, f"Agreed: {points} for {code}. The originals stay as they were.")
        fallback = reverse("recruitment:cell-detail", kwargs={"pk": pk, "kind": kind, "code": code})
        return redirect_back(request, fallback)


def points_of(frame: ScoringFrame) -> list[tuple[int, str, str]]:
    """The scale to choose agreed points from: points, words, tone."""
    tones = tones_of(frame)
    return [(points, frame.label_of(points), tone) for points, tone in tones.items()]


def tones_of(frame: ScoringFrame) -> dict[int, str]:
    scale = frame.scale
    return {
        points: score_class(points=points, lowest=scale.min_points, highest=scale.max_points)
        for points in range(scale.min_points, scale.max_points + 1)
    }


def may_agree(view: ResultsView, stage: Stage) -> bool:
    """Whether to offer it; the service decides."""
    return stage.status == StageStatus.UNSEALED and view.actor.holds(
        Permission.AGREE_SCORES, stage.vacancy.school_id
    )


def back_address(request: HttpRequest, *, is_part: bool) -> str:
    """Where to return to after agreeing: this page, or the one that shows it as a part."""
    if not is_part:
        return request.get_full_path()
    shown_on = urlsplit(request.headers.get("HX-Current-URL", ""))
    return f"{shown_on.path}?{shown_on.query}" if shown_on.query else shown_on.path
