"""A stage as a whole: open it, see who has finished, record conflicts, open the scores, show names."""

from typing import ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.views.base import Access, PermittedView, redirect_back
from recruitment.models import Stage
from recruitment.selectors.conflicts import Declared, list_conflicts, list_declared
from recruitment.selectors.ranking import find_line, summarise
from recruitment.selectors.stages import (
    get_frame,
    get_progress,
    list_applications_of,
    list_thinly_scored,
    stages_visible_to,
)
from recruitment.services.moderation import reveal_names
from recruitment.services.recusals import lift_recusal, record_conflict
from recruitment.services.scoring import deny_opening_now, open_stage
from recruitment.services.unsealing import deny_unsealing_now, unseal_stage


class StageView(PermittedView):
    """A page about a stage, for those who run its vacancy and for its panel."""

    permission: ClassVar[Permission | None] = Permission.SCORE_APPLICATIONS

    def get_stage(self, pk: int, kind: str) -> Stage:
        return self.get_or_404(stages_visible_to(self.actor), vacancy=pk, kind=kind)

    def may(self, stage: Stage, permission: Permission) -> bool:
        return self.actor.holds(permission, stage.vacancy.school_id)


class StageStatusView(StageView):
    """Whether each member has finished, and nothing more; then what comes next."""

    permission = None
    access = Access.SIGNED_IN

    def get(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        progress, frame = get_progress(stage), get_frame(stage)
        may_unseal = self.may(stage, Permission.UNSEAL_SCORES)
        is_ready = stage.status == "scoring" and progress.outstanding == 0
        context = {
            "stage": stage,
            "vacancy": stage.vacancy,
            "progress": progress,
            "criteria": len(frame.rows),
            "is_member": any(member.user_id == self.actor.user_id for member in progress.members),
            "may_open": self.may(stage, Permission.EDIT_VACANCIES),
            "may_unseal": may_unseal,
            "may_see_scores": self.may(stage, Permission.VIEW_SCORES),
            "cannot_open": deny_opening_now(stage=stage) if stage.status == "preparing" else None,
            "cannot_unseal": deny_unsealing_now(stage=stage, progress=progress),
            "declared": self.list_declared(stage),
            "thinly_scored": list_thinly_scored(stage) if may_unseal and is_ready else [],
            "summary": None if stage.is_sealed else summarise(stage, find_line(stage, frame)),
            "runs_vacancy": self.may(stage, Permission.VIEW_VACANCIES),
        }
        return render(request, "recruitment/scoring/status.html", context)

    def list_declared(self, stage: Stage) -> list[Declared]:
        """Relationships to look at while that can still change who scores, for those who may see them."""
        knows = self.may(stage, Permission.EDIT_VACANCIES) and self.may(stage, Permission.VIEW_APPLICANTS)
        return list_declared(stage) if knows and stage.is_sealed else []


class StageOpenView(StageView):
    permission = Permission.EDIT_VACANCIES

    def get(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        return redirect("recruitment:stage-status", pk=pk, kind=kind)

    def post(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        self.require_at(stage.vacancy.school_id)
        try:
            open_stage(stage_id=stage.pk, by=self.actor, now=timezone.now())
        except DomainError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, "Scoring is open. Panel members find their candidates under My panels.")
        return redirect("recruitment:stage-status", pk=pk, kind=kind)


class StageUnsealView(StageView):
    permission = Permission.UNSEAL_SCORES

    def get(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        return redirect("recruitment:stage-status", pk=pk, kind=kind)

    def post(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        self.require_at(stage.vacancy.school_id)
        try:
            unseal_stage(stage_id=stage.pk, by=self.actor, now=timezone.now())
        except DomainError as error:
            messages.error(request, error.message)
            return redirect("recruitment:stage-status", pk=pk, kind=kind)
        messages.success(request, "The scores are open to everybody on the panel.")
        return redirect("recruitment:scoring-grid", pk=pk, kind=kind)


class ConflictView(StageView):
    """HR records that a member has an interest in a candidate, or takes back a recusal made by mistake."""

    permission = Permission.EDIT_VACANCIES

    def get(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        return self.show(request, self.get_own_stage(pk, kind))

    def post(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_own_stage(pk, kind)
        typed = request.POST
        code = typed.get("application", "").strip().upper()
        application = list_applications_of(stage).filter(code=code).order_by("pk").first()
        try:
            record_conflict(
                stage_id=stage.pk,
                member_id=number_in(typed.get("member", "")),
                application_id=application.pk if application else 0,
                reason=typed.get("reason", ""),
                by=self.actor,
                now=timezone.now(),
            )
        except DomainError as error:
            return self.show(request, stage, fault=error)
        messages.success(request, f"Recorded. The sheet for {code} is locked and will not be counted.")
        return redirect("recruitment:conflict-record", pk=pk, kind=kind)

    def get_own_stage(self, pk: int, kind: str) -> Stage:
        stage = self.get_stage(pk, kind)
        self.require_at(stage.vacancy.school_id)
        return stage

    def show(self, request: HttpRequest, stage: Stage, *, fault: DomainError | None = None) -> HttpResponse:
        members = stage.members.filter(left_at=None).select_related("user").order_by("added_at", "pk")
        context = {
            "stage": stage,
            "vacancy": stage.vacancy,
            "members": members,
            "conflicts": list_conflicts(stage),
            "declared": list_declared(stage) if self.may(stage, Permission.VIEW_APPLICANTS) else [],
            "typed": request.POST or request.GET,
            "fault": fault,
        }
        return render(request, "recruitment/scoring/conflicts.html", context, status=422 if fault else 200)


class ConflictLiftView(ConflictView):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_own_stage(pk, kind)
        try:
            lift_recusal(
                stage_id=stage.pk,
                member_id=number_in(request.POST.get("member", "")),
                application_id=number_in(request.POST.get("application", "")),
                by=self.actor,
                now=timezone.now(),
            )
        except DomainError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, "Taken back. The panel member can score this candidate again.")
        return redirect("recruitment:conflict-record", pk=pk, kind=kind)


class NamesRevealView(StageView):
    """Shows names of an anonymous stage to those who look after applicants; asking for it is an event."""

    permission = Permission.VIEW_APPLICANTS
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        self.require_at(stage.vacancy.school_id)
        try:
            reveal_names(
                stage_id=stage.pk,
                reason=request.POST.get("reason", ""),
                by=self.actor,
                now=timezone.now(),
            )
        except DomainError as error:
            messages.error(request, error.message)
            return redirect("recruitment:scoring-grid", pk=pk, kind=kind)
        messages.success(request, "Names are shown to you alone. That you asked for them is on the record.")
        grid = reverse("recruitment:scoring-grid", kwargs={"pk": pk, "kind": kind})
        return redirect_back(request, f"{grid}?names=1")
