"""A panel member's own pages: my panels, my candidates, one sheet. Nobody else's points are ever here."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.permissions import Permission
from core.templatetags.components import score_class
from core.views.base import PermittedView
from recruitment.domain.sheets import Answer
from recruitment.forms.scoring import RECUSAL_KINDS, read_answers, read_recusal_reason
from recruitment.models import Stage
from recruitment.selectors.my_panels import CandidateList, list_candidates, list_my_panels, my_stages
from recruitment.selectors.sheets import SheetCriterion, SheetPage, get_sheet
from recruitment.selectors.stages import get_frame, list_applications_of
from recruitment.services.recusals import recuse
from recruitment.services.scoring import save_scores, start_correction, submit_sheet

CANDIDATES_A_PAGE = 250
FAULTS_LISTED = 5


class SeatView(PermittedView):
    """A page of somebody who sits on the panel; to everybody else it is not there."""

    permission = Permission.SCORE_APPLICATIONS

    def get_stage(self, stage_id: int) -> Stage:
        stage = self.get_or_404(my_stages(self.actor), pk=stage_id)
        self.require_at(stage.vacancy.school_id)
        return stage

    @property
    def user_id(self) -> int:
        if self.actor.user_id is None:
            raise Http404
        return self.actor.user_id


class PanelListView(SeatView):
    def get(self, request: HttpRequest) -> HttpResponse:
        cards = list_my_panels(self.actor)
        to_do = [card for card in cards if card.is_to_do]
        context = {"cards": cards, "to_do": to_do, "others": [card for card in cards if not card.is_to_do]}
        return render(request, "recruitment/scoring/panels.html", context)


class CandidateListView(SeatView):
    def get(self, request: HttpRequest, stage_id: int) -> HttpResponse:
        stage = self.get_stage(stage_id)
        is_open = stage.opened_at is not None
        candidates = list_candidates(stage, self.user_id) if is_open else CandidateList((), 0)
        page = Paginator(candidates.rows, CANDIDATES_A_PAGE).get_page(request.GET.get("page"))
        context = {"stage": stage, "vacancy": stage.vacancy, "candidates": candidates, "page": page}
        return render(request, "recruitment/scoring/candidates.html", context)


class SheetView(SeatView):
    """The sheet. Each of its actions below shows it again, with what was typed, where it cannot be done."""

    def get(self, request: HttpRequest, stage_id: int, code: str) -> HttpResponse:
        stage = self.get_stage(stage_id)
        if stage.opened_at is None:
            return redirect("recruitment:sheet-list", stage_id=stage_id)
        return self.show(request, stage, code)

    def show(
        self,
        request: HttpRequest,
        stage: Stage,
        code: str,
        *,
        answers: list[Answer] | None = None,
        fault: DomainError | None = None,
        doing: str = "",
    ) -> HttpResponse:
        page = self.get_page(stage, code)
        if answers is not None:
            page = with_answers(page, answers)
        asked = "unanswered" in request.GET and page.is_open
        missing = [one for one in page.criteria if not one.is_answered] if asked else []
        context: dict[str, Any] = {
            "page": page,
            "stage": stage,
            "vacancy": stage.vacancy,
            "faults": list_faults(fault, missing),
            "missing": missing,
            "fault": fault,
            "doing": doing,
            "typed": request.POST,
            "recusal_kinds": RECUSAL_KINDS,
            "points": [
                (number, page.frame.label_of(number), tone_of(page, number)) for number in scale_of(page)
            ],
            "criteria": [(one, tone_of(page, one.points)) for one in page.criteria],
        }
        return render(request, "recruitment/scoring/sheet.html", context, status=422 if fault else 200)

    def get_page(self, stage: Stage, code: str) -> SheetPage:
        page = get_sheet(stage, code, user_id=self.user_id, today=timezone.localdate())
        if page is None:
            raise Http404
        return page


class ScoreSaveView(SheetView):
    """Saves one cell as it is filled in. Answers in JSON, for the script of the sheet alone."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, stage_id: int, code: str) -> HttpResponse:
        stage = self.get_stage(stage_id)
        application_id = find_application_id(self, stage, code)
        try:
            save_scores(
                stage_id=stage.pk,
                application_id=application_id,
                answers=read_answers(request.POST.dict(), get_frame(stage)),
                by=self.actor,
                now=timezone.now(),
            )
        except DomainError as error:
            return JsonResponse({"saved": False, "message": error.message}, status=409)
        return JsonResponse({"saved": True})


class SheetSaveView(SheetView):
    """Saves the whole sheet, as the button does where there is no script."""

    http_method_names = ["post"]
    submits = False

    def post(self, request: HttpRequest, stage_id: int, code: str) -> HttpResponse:
        stage = self.get_stage(stage_id)
        application_id, now = find_application_id(self, stage, code), timezone.now()
        answers: list[Answer] = []
        try:
            answers = read_answers(request.POST.dict(), get_frame(stage))
            save_scores(
                stage_id=stage.pk, application_id=application_id, answers=answers, by=self.actor, now=now
            )
            if not self.submits:
                messages.success(request, "Saved.")
                return redirect("recruitment:sheet-edit", stage_id=stage_id, code=code)
            submit_sheet(stage_id=stage.pk, application_id=application_id, by=self.actor, now=now)
        except DomainError as error:
            if error.code == "unanswered":
                return redirect(sheet_url(stage_id, code) + "?unanswered=1")
            return self.show(request, stage, code, answers=answers, fault=error)
        messages.success(request, f"Your sheet for {code} is submitted.")
        return redirect(self.next_url(stage))

    def next_url(self, stage: Stage) -> str:
        """The next candidate whose sheet is not finished, or the list when all are."""
        next_code = list_candidates(stage, self.user_id).next_code
        if next_code:
            return sheet_url(stage.pk, next_code)
        return reverse("recruitment:sheet-list", kwargs={"stage_id": stage.pk})


class SheetSubmitView(SheetSaveView):
    """Saves what stands on the page and submits it for good."""

    submits = True


class SheetRecuseView(SheetView):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, stage_id: int, code: str) -> HttpResponse:
        stage = self.get_stage(stage_id)
        try:
            recuse(
                stage_id=stage.pk,
                application_id=find_application_id(self, stage, code),
                reason=read_recusal_reason(request.POST.dict()),
                by=self.actor,
                now=timezone.now(),
            )
        except DomainError as error:
            return self.show(request, stage, code, fault=error, doing="recuse")
        messages.success(request, f"You stood aside from {code}. Your reason is on the record.")
        return redirect("recruitment:sheet-list", stage_id=stage_id)


class SheetCorrectView(SheetView):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, stage_id: int, code: str) -> HttpResponse:
        stage = self.get_stage(stage_id)
        try:
            start_correction(
                stage_id=stage.pk,
                application_id=find_application_id(self, stage, code),
                reason=request.POST.get("reason", ""),
                by=self.actor,
                now=timezone.now(),
            )
        except DomainError as error:
            return self.show(request, stage, code, fault=error, doing="correct")
        messages.success(request, "Correct your sheet and submit it again. Until then the old one counts.")
        return redirect("recruitment:sheet-edit", stage_id=stage_id, code=code)


def sheet_url(stage_id: int, code: str) -> str:
    return reverse("recruitment:sheet-edit", kwargs={"stage_id": stage_id, "code": code})


def find_application_id(view: PermittedView, stage: Stage, code: str) -> int:
    """The candidate with this code at the stage; 404 where there is none."""
    return view.get_or_404(list_applications_of(stage).only("pk"), code=code).pk


def scale_of(page: SheetPage) -> range:
    return range(page.frame.scale.min_points, page.frame.scale.max_points + 1)


def tone_of(page: SheetPage, points: int | None) -> str:
    scale = page.frame.scale
    return score_class(points=points, lowest=scale.min_points, highest=scale.max_points)


def with_answers(page: SheetPage, answers: list[Answer]) -> SheetPage:
    """The page with what was typed in place of what is stored."""
    typed = {answer.criterion_id: answer for answer in answers}
    criteria = tuple(
        replace(one, points=given.points, cannot_tell=given.cannot_tell, note=given.note)
        if (given := typed.get(one.criterion.pk))
        else one
        for one in page.criteria
    )
    return replace(page, criteria=criteria)


def list_faults(fault: DomainError | None, missing: list[SheetCriterion]) -> list[tuple[str, str]]:
    """What the summary on top lists: the words and where on the page they lead, the first few of many."""
    faults = [(fault.message, f"#{fault.field}" if fault.field else "")] if fault else []
    faults += [
        (
            f"{one.number}. {one.criterion.text.rstrip('.')}: not answered yet",
            f"#criterion-{one.criterion.pk}",
        )
        for one in missing[:FAULTS_LISTED]
    ]
    if len(missing) > FAULTS_LISTED:
        faults.append((f"and {len(missing) - FAULTS_LISTED} more, marked below", ""))
    return faults
