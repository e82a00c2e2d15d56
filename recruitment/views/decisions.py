"""The shortlist and the appointment: the system ranks and explains, a named person decides with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.views.base import PermittedView
from core.views.faults import faults_on
from recruitment.domain.decisions import (
    OUTCOMES,
    Choice,
    deny_borrowed_reason,
    deny_decision,
    permission_to_decide,
)
from recruitment.domain.sources import GUARANTEED_INTERVIEW
from recruitment.enums import DecisionOutcome, StageKind
from recruitment.forms.decisions import LimitForm, TryLimitForm
from recruitment.models import Stage, Vacancy
from recruitment.selectors.decisions import PAGE_SIZE, DecisionPage, DecisionRow, get_decision_page
from recruitment.selectors.stages import are_names_known, with_shortlist_decided
from recruitment.services.decisions import (
    confirm_stage,
    decide_applications,
    limit_guaranteed_interviews,
)

CONFIRMED = {
    StageKind.APPLICATION: "The shortlist is confirmed.",
    StageKind.TASK: "The decisions about the task are confirmed.",
    StageKind.INTERVIEW: "The appointment decision is confirmed.",
}
HEADINGS: Mapping[str, str] = {
    StageKind.APPLICATION: "Decide the shortlist",
    StageKind.TASK: "Decide the task",
    StageKind.INTERVIEW: "Decide the appointment",
}


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A candidate with what has been typed, decided or suggested, and what is wrong with it."""

    row: DecisionRow
    outcome: str
    reason: str
    override_reason: str
    errors: Mapping[str, str]
    needs_override: bool


class StageDecisionView(PermittedView):
    permission = Permission.DECIDE_SHORTLIST

    def get_stage(self, pk: int, kind: str) -> Stage:
        if kind not in OUTCOMES:
            raise Http404
        run_by_actor = Stage.objects.filter(vacancy__in=Vacancy.objects.run_by(self.actor))
        stage = self.get_or_404(with_shortlist_decided(run_by_actor), vacancy=pk, kind=kind)
        self.require_at(stage.vacancy.school_id, permission_to_decide(kind))
        return stage


class StageDecideView(StageDecisionView):
    """Choose an outcome and give a reason for each candidate; saved together, changed only with a reason."""

    def get(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        denial = deny_decision(stage.status)
        if denial:
            messages.warning(request, denial.message)
            return redirect("recruitment:vacancy-detail", pk=pk)
        return self.show(request, stage, typed=None, errors={})

    def post(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        typed = read_choices(request)
        if "suggest" in request.POST:
            return self.show(request, stage, typed=typed, suggest=True)
        if not typed:
            messages.warning(request, "Choose an outcome for at least one candidate.")
            return self.show(request, stage, status=422)
        if errors := self.find_borrowed_reasons(request, stage, typed):
            return self.show(request, stage, typed=typed, errors=errors, status=422)
        try:
            saved = decide_applications(stage_id=stage.pk, choices=typed, by=self.actor, now=timezone.now())
        except DomainError as error:
            return self.show(request, stage, typed=typed, errors=error_by_field(error), status=422)
        if request.POST.get("then") == "confirm":
            return self.confirm(request, stage)
        words = f"{len(saved)} decision{'' if len(saved) == 1 else 's'} recorded."
        messages.success(request, words if saved else "Nothing was changed, so nothing was recorded anew.")
        return redirect("recruitment:stage-decide", pk=pk, kind=kind)

    def find_borrowed_reasons(
        self, request: HttpRequest, stage: Stage, typed: Mapping[int, Choice]
    ) -> dict[str, str]:
        """Where the suggested reason was kept beside an outcome it was not written for."""
        errors = {}
        for row in get_decision_page(stage, page=page_number(request)).rows:
            pk = row.standing.application_id
            suggested = Choice(row.suggested_outcome, row.suggested_reason)
            if pk in typed and (denial := deny_borrowed_reason(typed[pk], suggested)):
                errors[f"{pk}.reason"] = denial.message
        return errors

    def confirm(self, request: HttpRequest, stage: Stage) -> HttpResponse:
        try:
            confirm_stage(stage_id=stage.pk, by=self.actor, now=timezone.now())
        except DomainError as error:
            messages.error(request, f"Your decisions are recorded. {error.message}")
            return redirect("recruitment:stage-decide", pk=stage.vacancy_id, kind=stage.kind)
        messages.success(request, CONFIRMED[StageKind(stage.kind)])
        return redirect("recruitment:vacancy-detail", pk=stage.vacancy_id)

    def show(
        self,
        request: HttpRequest,
        stage: Stage,
        *,
        typed: Mapping[int, Choice] | None = None,
        errors: Mapping[str, str] | None = None,
        limit_form: LimitForm | None = None,
        suggest: bool = False,
        status: int = 200,
    ) -> HttpResponse:
        number = page_number(request)
        errors = errors or {}
        found = get_decision_page(stage, names=are_names_known(stage), page=number)
        context = {
            "stage": stage,
            "vacancy": stage.vacancy,
            "page": Paginator(range(found.count), PAGE_SIZE).get_page(number),
            "found": found,
            "rows": [fill(row, typed or {}, errors, suggest=suggest) for row in found.rows],
            "errors": errors,
            "error": errors.get("", ""),
            "outcomes": [(key, DecisionOutcome(key).label) for key in OUTCOMES[stage.kind]],
            "heading": HEADINGS[stage.kind],
            "is_interview": stage.kind == StageKind.INTERVIEW,
        }
        tried = try_limit(request, found, limit_form)
        return render(request, "recruitment/decisions/decide.html", context | tried, status=status)


class GuaranteedLimitView(StageDecideView):
    """How many guaranteed interviews a very large field can have: tried on the page, recorded here."""

    def get(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        return redirect("recruitment:stage-decide", pk=pk, kind=kind)

    def post(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        if kind == StageKind.INTERVIEW:
            raise Http404
        form = LimitForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                limit_guaranteed_interviews(
                    stage_id=stage.pk, **form.cleaned_data, by=self.actor, now=timezone.now()
                )
                messages.success(request, "The limit is on the record. Nobody is decided about by it.")
                return redirect("recruitment:stage-decide", pk=pk, kind=kind)
        return self.show(request, stage, limit_form=form, status=422)


def try_limit(request: HttpRequest, found: DecisionPage, refused: LimitForm | None) -> dict[str, object]:
    """The list under the limit that somebody tries, and the form that would record it."""
    asked = TryLimitForm(request.GET if "limit" in request.GET else None)
    limit = found.guaranteed.limit
    is_trying = refused is not None or asked.is_valid()
    if is_trying:
        limit = (refused or asked).cleaned_data.get("limit")
    if not asked.is_bound:
        asked = TryLimitForm(initial={"limit": limit})
    recording = refused or LimitForm(initial={"limit": limit})
    forms = (asked, recording)
    return {
        "guaranteed": found.opted_in.list_guaranteed(limit),
        "is_trying": is_trying,
        "is_limit_open": is_trying or asked.is_bound,
        "is_limit_wrong": any(form.errors for form in forms if form.is_bound),
        "limit_source": GUARANTEED_INTERVIEW,
        "try_form": asked,
        "limit_form": recording,
        "limit_forms": forms,
    }


def page_number(request: HttpRequest) -> int:
    return number_in(request.GET.get("page", "")) or 1


def read_choices(request: HttpRequest) -> dict[int, Choice]:
    """What was chosen or typed, by application; a candidate with neither is left for later."""
    choices = {}
    for name in request.POST:
        key = name.removeprefix("reason-")
        if key == name or not number_in(key):
            continue
        choice = Choice(
            request.POST.get(f"outcome-{key}", ""),
            request.POST[name],
            request.POST.get(f"override-{key}", ""),
        )
        if choice.outcome or choice.reason.strip() or choice.override_reason.strip():
            choices[number_in(key)] = choice
    return choices


def error_by_field(error: DomainError) -> dict[str, str]:
    return {error.field or "": error.message}


def fill(
    row: DecisionRow, typed: Mapping[int, Choice], errors: Mapping[str, str], *, suggest: bool
) -> FilledRow:
    """What stands in the row's fields: just typed, else decided, else suggested where that was asked for."""
    choice = typed.get(row.standing.application_id)
    if choice is None and row.decision is not None:
        choice = Choice(row.decision.outcome, row.decision.reason, row.decision.override_reason)
    if choice is None and suggest:
        choice = Choice(row.suggested_outcome, row.suggested_reason)
    choice = choice or Choice("", "")
    prefix = f"{row.standing.application_id}."
    own = {key.removeprefix(prefix): text for key, text in errors.items() if key.startswith(prefix)}
    needs_override = row.standing.gate != "met"
    return FilledRow(row, choice.outcome, choice.reason, choice.override_reason, own, needs_override)
