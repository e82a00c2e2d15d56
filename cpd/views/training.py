"""Training of one school as a matrix, on the screen, on paper and as a workbook."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import slugify

from core.domain.permissions import Permission
from core.domain.terms import Term, school_year_of
from core.models import School
from core.views.base import PermittedView
from cpd.domain.training_lists import (
    EVERY_COURSE,
    THIS_TERM,
    Asked,
    columns_in_use,
    list_lapses,
    pick_lines,
)
from cpd.domain.training_matrix import STATE_LABELS, STATE_MEANINGS, CellState, count_states
from cpd.exports.training_matrix import write_training_matrix
from cpd.forms.training_lists import DayForm, MatrixForm
from cpd.selectors.training import get_matrix_for, list_training_schools, schools_in_reach
from cpd.selectors.training_matrix import TrainingMatrix, list_training_matrices
from cpd.views.training_html import CLASSES, build_head, build_paper_rows, build_rows

ROWS_A_PAGE = 100
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class TrainingListView(PermittedView):
    """The schools whose training this person may look at; straight to it where it is one."""

    permission = Permission.KEEP_OWN_RECORD

    def get(self, request: HttpRequest) -> HttpResponse:
        schools = list_training_schools(self.actor, today=timezone.localdate())
        if len(schools) == 1:
            return redirect("cpd:training-matrix", pk=schools[0].school.pk)
        whole = self.actor.schools_with(Permission.VIEW_DEVELOPMENT)
        context = {"schools": schools, "may_export": len(whole) > 1}
        return render(request, "cpd/training/list.html", context)


class SchoolTrainingView(PermittedView):
    """What pages of one school's training share. Strangers find nothing."""

    permission = Permission.KEEP_OWN_RECORD

    def get_school(self, pk: int) -> School:
        return self.get_or_404(schools_in_reach(self.actor, today=timezone.localdate()), pk=pk)

    def get_matrix(self, school: School, as_at: date) -> TrainingMatrix:
        return get_matrix_for(self.actor, school_id=school.pk, as_at=as_at, today=timezone.localdate())


@dataclass(frozen=True, slots=True)
class Shown:
    """A matrix as far as somebody asked to see it."""

    matrix: TrainingMatrix
    form: MatrixForm
    asked: Asked
    day: DayForm
    term: Term
    shows_every_course: bool

    @property
    def rows(self) -> list[Any]:
        return pick_lines(self.matrix.rows, self.matrix.columns, self.asked, term=self.term)

    @property
    def places(self) -> list[int]:
        """The courses shown: the chosen one, else those in use, else all."""
        if self.asked.course_id is not None:
            columns = enumerate(self.matrix.columns)
            return [place for place, column in columns if column.course_id == self.asked.course_id]
        if self.shows_every_course:
            return list(range(len(self.matrix.columns)))
        return columns_in_use(self.matrix.columns, self.matrix.rows)


class TrainingMatrixView(SchoolTrainingView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        school, shown = self.show_matrix(request, pk)
        rows, places = shown.rows, shown.places
        page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
        counts = count_states(row.cells for row in shown.matrix.rows)
        query = {"day": request.GET["day"]} if request.GET.get("day") else {}
        context = page_context(shown, school) | {
            "page": page,
            "total": len(shown.matrix.rows),
            "tiles": list_tiles(shown, counts, query),
            "head": build_head([shown.matrix.columns[place] for place in places]),
            "table_rows": build_rows(page.object_list, places, query=query),
            "hidden_columns": len(shown.matrix.columns) - len(places) if shown.asked.course_id is None else 0,
            "query": urlencode(query),
            "is_filtered": shown.asked != Asked(),
            "may_record": self.actor.holds(Permission.RECORD_DEVELOPMENT, school.pk),
            "may_set_rules": self.actor.holds(Permission.EDIT_DEVELOPMENT_RULES, school.pk),
            "today": timezone.localdate(),
        }
        status = 200 if shown.day.is_valid() else 422
        return render(request, "cpd/training/matrix.html", context, status=status)

    def show_matrix(self, request: HttpRequest, pk: int) -> tuple[School, Shown]:
        school, day = self.get_school(pk), DayForm(request.GET)
        matrix = self.get_matrix(school, day.day_or(timezone.localdate()))
        form = MatrixForm(request.GET, courses=[(column.course_id, column.name) for column in matrix.columns])
        shown = Shown(
            matrix,
            form,
            form.asked(),
            day,
            school.terms.term_of(matrix.as_at),
            request.GET.get("courses") == EVERY_COURSE,
        )
        return school, shown


class TrainingPrintView(TrainingMatrixView):
    """The same people and courses on A3, everybody on it."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        school, shown = self.show_matrix(request, pk)
        rows, places = shown.rows, shown.places
        counts = count_states(row.cells for row in rows)
        context = page_context(shown, school) | {
            "line_count": len(rows),
            "head": build_head([shown.matrix.columns[place] for place in places], is_paper=True),
            "table_rows": build_paper_rows(rows, places),
            "totals": [(STATE_LABELS[state], number) for state, number in counts.items() if number],
            "now": timezone.now(),
        }
        return render(request, "cpd/training/print.html", context)


class TrainingLapsesView(SchoolTrainingView):
    """What lapses this term, by day: a list to book courses from."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        school, day = self.get_school(pk), DayForm(request.GET)
        matrix = self.get_matrix(school, day.day_or(timezone.localdate()))
        term = school.terms.term_of(matrix.as_at)
        lapses = list_lapses(matrix.rows, matrix.columns, first=term.first, last=term.last)
        context = {
            "school": school,
            "term": term,
            "is_by_months": not school.terms.says(school_year_of(matrix.as_at)),
            "as_at": matrix.as_at,
            "lapses": lapses,
            "day_form": day,
            "may_record": self.actor.holds(Permission.RECORD_DEVELOPMENT, school.pk),
        }
        return render(request, "cpd/training/lapses.html", context, status=200 if day.is_valid() else 422)


class TrainingWorkbookView(SchoolTrainingView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        school, day = self.get_school(pk), DayForm(request.GET)
        matrix = self.get_matrix(school, day.day_or(timezone.localdate()))
        return workbook_response([matrix], f"training-{slugify(school.name)}")


class EveryTrainingWorkbookView(PermittedView):
    """Every school whose training this person may see, in one workbook."""

    permission = Permission.VIEW_DEVELOPMENT

    def get(self, request: HttpRequest) -> HttpResponseBase:
        as_at = DayForm(request.GET).day_or(timezone.localdate())
        schools = self.actor.schools_with(Permission.VIEW_DEVELOPMENT)
        return workbook_response(list_training_matrices(school_ids=schools, as_at=as_at), "training")


def workbook_response(matrices: list[TrainingMatrix], name: str) -> HttpResponseBase:
    file = write_training_matrix(matrices, now=timezone.now())
    filename = f"{name}-{matrices[0].as_at}.xlsx"
    response = FileResponse(file, as_attachment=True, filename=filename, content_type=XLSX)
    response.headers["Cache-Control"] = "no-store"
    return response


def page_context(shown: Shown, school: School) -> dict[str, Any]:
    """What the screen and the paper both say."""
    return {
        "school": school,
        "matrix": shown.matrix,
        "as_at": shown.matrix.as_at,
        "form": shown.form,
        "day_form": shown.day,
        "asked": shown.asked,
        "term": shown.term,
        "shows_every_course": shown.shows_every_course,
        "legend": [(CLASSES[state], STATE_LABELS[state], STATE_MEANINGS[state]) for state in CellState],
    }


def list_tiles(shown: Shown, counts: dict[CellState, int], query: dict[str, str]) -> list[dict[str, Any]]:
    """One figure for each state, leading to its people."""
    term = shown.term
    lapses = list_lapses(shown.matrix.rows, shown.matrix.columns, first=term.first, last=term.last)
    figures = (
        ("Expired", counts[CellState.EXPIRED], CellState.EXPIRED, "danger"),
        ("Missing", counts[CellState.MISSING], CellState.MISSING, "danger"),
        ("Due soon", counts[CellState.DUE_SOON], CellState.DUE_SOON, "warning"),
        ("Valid", counts[CellState.VALID] + counts[CellState.NO_EXPIRY], CellState.VALID, ""),
        (f"Lapses in {term.label}", len(lapses), THIS_TERM, "warning"),
    )
    return [
        {
            "label": label,
            "value": number,
            "href": "?" + urlencode({**query, "state": state}) if number else "",
            "tone": tone if number else "",
        }
        for label, number, state, tone in figures
    ]
