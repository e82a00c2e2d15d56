"""Once scores are open: the ranked list and the candidate × criterion grid."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Permission
from core.templatetags.components import score_class
from core.views.base import PermittedView
from recruitment.domain.visibility import deny_view_of_results
from recruitment.enums import StageKind
from recruitment.models import Stage
from recruitment.selectors.agreement import get_agreement
from recruitment.selectors.grid import Grid, get_grid
from recruitment.selectors.ranking import PAGE_SIZE, Line, Ranking, Show, list_ranked
from recruitment.selectors.stages import (
    ScoringFrame,
    are_names_known,
    has_revealed_names,
    stages_visible_to,
)
from recruitment.views.grid_html import build_head, build_rows
from recruitment.views.ranking_html import build_ranked_rows

SHOW_LABELS = {
    Show.ALL: "Everybody",
    Show.MET: "All essentials met",
    Show.NOT_MET: "An essential not met",
    Show.INCOMPLETE: "Still to settle",
    Show.TO_DISCUSS: "With points to discuss",
}


class ResultsView(PermittedView):
    """A page of open scores, for those who run the vacancy and for the panel, while a role lets them.

    While they are sealed it leads to the page that says so.
    """

    permission = Permission.VIEW_SCORES

    def get_stage(self, pk: int, kind: str) -> Stage:
        stage = self.get_or_404(stages_visible_to(self.actor), vacancy=pk, kind=kind)
        self.require_at(stage.vacancy.school_id)
        return stage

    def sealed(self, request: HttpRequest, stage: Stage) -> HttpResponse | None:
        denial = deny_view_of_results(stage.status)
        if denial is None:
            return None
        messages.info(request, denial.message)
        return redirect("recruitment:stage-status", pk=stage.vacancy_id, kind=stage.kind)

    def names(self, request: HttpRequest, stage: Stage) -> "Names":
        """Whether names are shown on this page, and what can be done about it."""
        asked = request.GET.get("names")
        if are_names_known(stage):
            return Names(are_shown=asked != "0", may_toggle=True, may_reveal=False)
        if has_revealed_names(stage, self.actor):
            return Names(are_shown=asked == "1", may_toggle=True, may_reveal=False)
        may_reveal = self.actor.holds(Permission.VIEW_APPLICANTS, stage.vacancy.school_id)
        return Names(are_shown=False, may_toggle=False, may_reveal=may_reveal)


@dataclass(frozen=True, slots=True)
class Names:
    are_shown: bool
    may_toggle: bool
    may_reveal: bool


class RankedListView(ResultsView):
    def get(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        if response := self.sealed(request, stage):
            return response
        names, asked = self.names(request, stage), read_asked(request)
        ranking = list_ranked(
            stage, names=names.are_shown, show=asked.show, line_percent=asked.line, page=asked.page
        )
        context = shared_context(self, stage, ranking, names, asked) | {
            "rows": build_ranked_rows(
                ranking,
                address_of=candidate_address(stage),
                settle_at=settling_address(stage),
                line_words=line_words(stage, ranking) if asked.show == Show.ALL else "",
            ),
        }
        return render(request, "recruitment/scoring/ranking.html", context)


class ScoringGridView(ResultsView):
    def get(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        if response := self.sealed(request, stage):
            return response
        names, asked = self.names(request, stage), read_asked(request)
        grid = get_grid(
            stage,
            names=names.are_shown,
            desirables=asked.desirables,
            show=asked.show,
            sort=asked.sort,
            line_percent=asked.line,
            page=asked.page,
        )
        in_order = asked.sort == "rank" and asked.show == Show.ALL
        context = shared_context(self, stage, grid, names, asked) | {
            "grid": grid,
            "printed_at": timezone.now(),
            "left_out": count_criteria(len(grid.frame.not_assessable)) + " not scored at this stage",
            "head": build_head(grid, sort=asked.sort, params=asked.params),
            "essentials": sum(column.criterion.is_essential for column in grid.columns),
            "desirables": sum(not column.criterion.is_essential for column in grid.columns),
            "rows": build_rows(
                grid,
                address_of=candidate_address(stage),
                settle_at=settling_address(stage),
                line_words=line_words(stage, grid) if in_order else "",
            ),
        }
        return render(request, "recruitment/scoring/grid.html", context)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks the list for; nonsense in it is as good as nothing."""

    show: Show
    sort: str
    line: int | None
    desirables: bool
    page: int
    params: dict[str, str]


def read_asked(request: HttpRequest) -> Asked:
    data = request.GET
    show = data.get("show", "")
    line, page = data.get("line", ""), data.get("page", "")
    return Asked(
        show=Show(show) if show in set(Show) else Show.ALL,
        sort=data.get("sort", "") or "rank",
        line=min(int(line), 100) if is_number(line) else None,
        desirables=data.get("desirables") != "0",
        page=max(int(page), 1) if is_number(page) else 1,
        params={key: data[key] for key in ("show", "line", "desirables", "names") if data.get(key)},
    )


def is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 7


def shared_context(
    view: ResultsView, stage: Stage, found: Grid | Ranking, names: Names, asked: Asked
) -> dict[str, Any]:
    school_id = stage.vacancy.school_id
    decides = (
        Permission.DECIDE_APPOINTMENT if stage.kind == StageKind.INTERVIEW else Permission.DECIDE_SHORTLIST
    )
    return {
        "stage": stage,
        "vacancy": stage.vacancy,
        "summary": found.summary,
        "frame": found.frame,
        "line": found.line,
        "agreement": get_agreement(stage),
        "names": names,
        "asked": asked,
        "shows": [(show, label, show == asked.show) for show, label in SHOW_LABELS.items()],
        "legend": legend_of(found.frame),
        "page": page_of(found.count, asked.page),
        "may_decide": view.actor.holds(decides, school_id),
        "runs_vacancy": view.actor.holds(Permission.VIEW_VACANCIES, school_id),
    }


def page_of(count: int, number: int) -> Page[Any]:
    """For the links between pages alone: the rows themselves come from the database page by page."""
    return Paginator(range(count), PAGE_SIZE).get_page(number)


def legend_of(frame: ScoringFrame) -> list[tuple[int, str, str]]:
    scale = frame.scale
    return [
        (
            points,
            frame.label_of(points),
            score_class(points=points, lowest=scale.min_points, highest=scale.max_points),
        )
        for points in range(scale.max_points, scale.min_points - 1, -1)
    ]


def candidate_address(stage: Stage) -> Any:
    """Where a candidate's cells stand, for many codes at little cost."""
    kwargs = {"pk": stage.vacancy_id, "kind": stage.kind, "code": "CODE"}
    before, after = reverse("recruitment:cell-detail", kwargs=kwargs).split("CODE")
    return lambda code: f"{before}{code}{after}"


def settling_address(stage: Stage) -> Any:
    """Where what the panel has to settle of a candidate stands, for many codes."""
    kwargs = {"pk": stage.vacancy_id, "kind": stage.kind}
    discussion = reverse("recruitment:discussion", kwargs=kwargs)
    return lambda code: f"{discussion}?candidate={code}"


def line_words(stage: Stage, found: Grid | Ranking) -> str:
    """What the line says: how many are above it and why it lies there."""
    line: Line = found.line
    above = found.summary.above_line
    if line.percent is not None:
        return f"Line at {line.percent}%: {count_words(above)} above it. It suggests; the panel decides."
    places = 1 if stage.kind == StageKind.INTERVIEW else stage.vacancy.shortlist_size
    tie = f", because equal candidates share the last of {places} places" if above > places else ""
    return f"Suggested line: {count_words(above)} above it{tie}. It suggests; the panel decides."


def count_words(number: int) -> str:
    return "1 candidate" if number == 1 else f"{number} candidates"


def count_criteria(number: int) -> str:
    return "1 criterion" if number == 1 else f"{number} criteria"
