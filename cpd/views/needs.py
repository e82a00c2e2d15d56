"""Development needs: proposed, added, accepted, planned, met, dropped."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from cpd.domain.development import NeedKind
from cpd.domain.development_plan import Step, propose_steps
from cpd.forms.needs import DoneForm, DropForm, MeetForm, NeedForm, PlanForm
from cpd.models import DevelopmentNeed, DevelopmentStep, Training
from cpd.selectors.needs import needs_of_others
from cpd.selectors.training import list_evidence_for
from cpd.services.needs import (
    accept_need,
    add_need,
    complete_step,
    drop_need,
    meet_need,
    plan_need,
)
from cpd.services.needs_gathered import gather_needs
from cpd.services.needs_in_appraisal import carry_into_appraisal
from cpd.views.person_development import PersonView


class NeedsProposeView(PersonView):
    """Asks once more what the appointment and final reviews left to learn; nothing is proposed twice."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_other(pk)
        self.press(
            request,
            lambda: gather_needs(engagement_id=engagement.pk, by=self.actor, now=timezone.now()),
            "What the appointment and final reviews left to learn is listed below.",
        )
        return self.back_to(pk)


class NeedAddView(PersonView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = NeedForm(initial={"kind": NeedKind.OBJECTIVE})
        return self.show_form(request, self.get_other(pk), "need_add", form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement, form = self.get_other(pk), NeedForm(request.POST)
        if form.is_valid() and self.try_to(
            request,
            form,
            lambda: add_need(engagement_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now()),
            "The need is added.",
        ):
            return self.back_to(pk)
        return self.show_form(request, engagement, "need_add", form)


class NeedView(PersonView):
    """What the pages of one need share. Nobody finds their own here: they decide nothing about it."""

    def get_need(self, pk: int) -> DevelopmentNeed:
        needs = needs_of_others(self.actor, today=timezone.localdate())
        return self.get_or_404(needs.select_related("engagement__person", "engagement__school"), pk=pk)

    def show_need(
        self, request: HttpRequest, need: DevelopmentNeed, template: str, form: object, **more: object
    ) -> HttpResponse:
        engagement = self.get_person(need.engagement_id)
        return self.show_form(request, engagement, template, form, need=need, **more)  # type: ignore[arg-type]


class NeedAcceptView(NeedView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        need = self.get_need(pk)
        form = NeedForm(initial={"text": need.text, "kind": need.kind, "target_date": need.target_date})
        return self.show_need(request, need, "need_accept", form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        need, form = self.get_need(pk), NeedForm(request.POST)
        if form.is_valid() and self.try_to(
            request,
            form,
            lambda: accept_need(need_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now()),
            "Accepted. Give it a plan with days next.",
        ):
            return self.back_to(need.engagement_id)
        return self.show_need(request, need, "need_accept", form)


class NeedCarryView(NeedView):
    """Puts an accepted objective into the person's appraisal."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        need = self.get_need(pk)
        self.press(
            request,
            lambda: carry_into_appraisal(need_id=pk, by=self.actor, now=timezone.now()),
            "It is an objective of the appraisal now.",
        )
        return self.back_to(need.engagement_id)


class NeedPlanView(NeedView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        need = self.get_need(pk)
        return self.show_need(request, need, "need_plan", PlanForm(proposed=self.propose(need)))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        need, form = self.get_need(pk), PlanForm(request.POST)
        if form.is_valid() and self.try_to(
            request,
            form,
            lambda: plan_need(need_id=pk, steps=form.steps(), by=self.actor, now=timezone.now()),
            "The plan is saved.",
        ):
            return self.back_to(need.engagement_id)
        return self.show_need(request, need, "need_plan", form)

    def propose(self, need: DevelopmentNeed) -> list[Step]:
        """What is planned and not done yet; a first plan where there is none."""
        planned = [
            Step(one.text, one.due_date) for one in need.steps.order_by("position") if not one.done_date
        ]
        if planned:
            return planned
        today = timezone.localdate()
        begins = max(today, need.engagement.start_date or today)
        return list(propose_steps(need.origin_text or need.text, NeedKind(need.kind), begins=begins))


class NeedMeetView(NeedView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        need = self.get_need(pk)
        form = MeetForm(training=self.list_training(need), initial={"met_date": timezone.localdate()})
        return self.show_need(request, need, "need_meet", form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        need = self.get_need(pk)
        form = MeetForm(request.POST, training=self.list_training(need))
        if form.is_valid() and self.try_to(
            request,
            form,
            lambda: meet_need(
                need_id=pk,
                met_date=form.cleaned_data["met_date"],
                evidence=form.cleaned_data["evidence"],
                training_id=form.cleaned_data["training"],
                by=self.actor,
                now=timezone.now(),
            ),
            "The need is met.",
        ):
            return self.back_to(need.engagement_id)
        return self.show_need(request, need, "need_meet", form)

    def list_training(self, need: DevelopmentNeed) -> list[Training]:
        return list(list_evidence_for(need.engagement))


class NeedDropView(NeedView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show_need(request, self.get_need(pk), "need_drop", DropForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        need, form = self.get_need(pk), DropForm(request.POST)
        if form.is_valid() and self.try_to(
            request,
            form,
            lambda: drop_need(need_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now()),
            "The need is dropped. It can be taken up again.",
        ):
            return self.back_to(need.engagement_id)
        return self.show_need(request, need, "need_drop", form)


class StepDoneView(NeedView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        step = self.get_step(pk)
        form = DoneForm(initial={"done_date": min(step.due_date, timezone.localdate())})
        return self.show_need(request, step.need, "step_done", form, step=step)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        step, form = self.get_step(pk), DoneForm(request.POST)
        if form.is_valid() and self.try_to(
            request,
            form,
            lambda: complete_step(step_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now()),
            f"{step.text}: done.",
        ):
            return self.back_to(step.need.engagement_id)
        return self.show_need(request, step.need, "step_done", form, step=step)

    def get_step(self, pk: int) -> DevelopmentStep:
        steps = DevelopmentStep.objects.filter(
            need__in=needs_of_others(self.actor, today=timezone.localdate())
        )
        return self.get_or_404(steps.select_related("need__engagement__person"), pk=pk)
