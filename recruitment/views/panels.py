"""The panel of a stage: who joins, who leaves, whether it may go ahead."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.models import User
from core.views.base import PermittedView
from core.views.faults import faults_on
from recruitment.enums import StageKind
from recruitment.forms.panels import JoinForm, LeaveForm, SeatForm
from recruitment.models import PanelMember, Stage
from recruitment.selectors.panels import (
    PanelPage,
    find_training_dates,
    get_panel_page,
    suggest_training_date,
)
from recruitment.selectors.vacancies import vacancy_pages
from recruitment.services.panels import (
    add_panel_member,
    copy_panel,
    remove_panel_member,
    take_training_dates,
    update_panel_member,
)


class StageView(PermittedView):
    """What the pages of a stage's panel share: seen by who runs the vacancy, changed by who edits it."""

    permission = Permission.VIEW_VACANCIES

    def get_stage(self, pk: int, kind: str, permission: Permission | None = None) -> Stage:
        vacancy = self.get_or_404(vacancy_pages(self.actor), pk=pk)
        self.require_at(vacancy.school_id, permission)
        stage = self.get_or_404(Stage.objects.filter(vacancy=vacancy), kind=kind)
        stage.vacancy = vacancy
        return stage

    def get_member(self, stage: Stage, member_pk: int) -> PanelMember:
        members = PanelMember.objects.filter(stage=stage, left_at=None).select_related("user")
        return self.get_or_404(members, pk=member_pk)


class StagePanelView(StageView):
    def get(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        page = get_panel_page(stage, today=timezone.localdate())
        form = JoinForm(people=page.candidates, initial=self.initial(request, stage, page))
        return self.show(request, page, form)

    def post(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_stage(pk, kind, Permission.EDIT_VACANCIES)
        page = get_panel_page(stage, today=timezone.localdate())
        form = JoinForm(request.POST, people=page.candidates)
        if form.is_valid():
            chosen = form.cleaned_data.pop("user")
            user = User.objects.get(pk=chosen)
            with faults_on(form):
                add_panel_member(
                    stage=stage, user=user, **form.cleaned_data, by=self.actor, now=timezone.now()
                )
                messages.success(request, f"{user.name} is on the panel.")
                return redirect("recruitment:stage-panel", pk=pk, kind=kind)
        return self.show(request, page, form, status=422)

    def initial(self, request: HttpRequest, stage: Stage, page: PanelPage) -> dict[str, object]:
        """A person chosen beforehand comes with the training date another panel recorded for them."""
        chosen = number_in(request.GET.get("person", ""))
        if chosen not in {person.pk for person in page.candidates}:
            return {}
        known = suggest_training_date(
            user_id=chosen, school_id=stage.vacancy.school_id, today=timezone.localdate()
        )
        return {"user": chosen, "safer_recruitment_date": known}

    def show(self, request: HttpRequest, page: PanelPage, form: JoinForm, status: int = 200) -> HttpResponse:
        vacancy = page.stage.vacancy
        context = {
            "panel": page,
            "stage": page.stage,
            "vacancy": vacancy,
            "form": form,
            "may_edit": self.actor.holds(Permission.EDIT_VACANCIES, vacancy.school_id),
        }
        return render(request, "recruitment/vacancies/panel.html", context, status=status)


class StagePanelCopyView(StageView):
    permission = Permission.EDIT_VACANCIES

    def post(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        if kind == StageKind.APPLICATION:
            raise Http404  # a panel is not copied on to itself
        stage = self.get_stage(pk, kind)
        (source,) = Stage.objects.filter(vacancy_id=pk, kind=StageKind.APPLICATION)
        try:
            copied = copy_panel(source=source, target=stage, by=self.actor, now=timezone.now())
        except DomainError as error:
            messages.error(request, error.message)
        else:
            words = "Everybody is already here." if not copied else f"{len(copied)} brought over."
            messages.success(request, f"The shortlisting panel is copied. {words}")
        return redirect("recruitment:stage-panel", pk=pk, kind=kind)


class StagePanelTrainingView(StageView):
    """Take over the dates that the training records know, where none is written down."""

    permission = Permission.EDIT_VACANCIES

    def post(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        taken = take_training_dates(stage=stage, by=self.actor, now=timezone.now())
        people = "1 person" if len(taken) == 1 else f"{len(taken)} people"
        messages.success(request, f"Training dates are taken from the training records for {people}.")
        return redirect("recruitment:stage-panel", pk=pk, kind=kind)


class PanelMemberEditView(StageView):
    permission = Permission.EDIT_VACANCIES

    def get(self, request: HttpRequest, pk: int, kind: str, member_pk: int) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        member = self.get_member(stage, member_pk)
        initial = {"role": member.role, "safer_recruitment_date": member.safer_recruitment_date}
        return self.show(request, stage, member, SeatForm(initial=initial))

    def post(self, request: HttpRequest, pk: int, kind: str, member_pk: int) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        member = self.get_member(stage, member_pk)
        form = SeatForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                update_panel_member(member=member, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, f"The entry for {member.user.name} is saved.")
                return redirect("recruitment:stage-panel", pk=pk, kind=kind)
        return self.show(request, stage, member, form, status=422)

    def show(
        self, request: HttpRequest, stage: Stage, member: PanelMember, form: SeatForm, status: int = 200
    ) -> HttpResponse:
        records = find_training_dates(
            [member.user_id], school_id=stage.vacancy.school_id, today=timezone.localdate()
        )
        context = {
            "stage": stage,
            "vacancy": stage.vacancy,
            "member": member,
            "recorded": records.get(member.user_id),
            "form": form,
        }
        return render(request, "recruitment/vacancies/panel_member.html", context, status=status)


class PanelMemberLeaveView(StageView):
    permission = Permission.EDIT_VACANCIES

    def get(self, request: HttpRequest, pk: int, kind: str, member_pk: int) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        return self.show(request, stage, self.get_member(stage, member_pk), LeaveForm())

    def post(self, request: HttpRequest, pk: int, kind: str, member_pk: int) -> HttpResponse:
        stage = self.get_stage(pk, kind)
        member = self.get_member(stage, member_pk)
        form = LeaveForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                remove_panel_member(member=member, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, f"{member.user.name} has left the panel.")
                return redirect("recruitment:stage-panel", pk=pk, kind=kind)
        return self.show(request, stage, member, form, status=422)

    def show(
        self, request: HttpRequest, stage: Stage, member: PanelMember, form: LeaveForm, status: int = 200
    ) -> HttpResponse:
        context = {"stage": stage, "vacancy": stage.vacancy, "member": member, "form": form}
        return render(request, "recruitment/vacancies/panel_leave.html", context, status=status)
