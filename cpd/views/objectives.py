"""Objectives written, changed and taken out, and what is put forward for them."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.permissions import Permission
from core.views.base import PermittedView
from core.views.documents import document_response
from core.views.faults import faults_on
from cpd.forms.appraisals import EvidenceForm, ObjectiveChangeForm, ObjectiveForm, ReasonForm
from cpd.models import Appraisal, Objective, ObjectiveEvidence
from cpd.selectors.appraisal_reading import visible_appraisals
from cpd.services.objectives import add_evidence, add_objective, change_objective, remove_objective
from cpd.views.appraisals import AppraisalView


class ObjectiveAddView(AppraisalView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_appraisal(pk), ObjectiveForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        appraisal, form = self.get_appraisal(pk), ObjectiveForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                add_objective(appraisal=appraisal, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, "The objective is added.")
                return redirect("cpd:appraisal-detail", pk=pk)
        return self.show(request, appraisal, form, status=422)

    def show(
        self, request: HttpRequest, appraisal: Appraisal, form: forms.Form, status: int = 200
    ) -> HttpResponse:
        context = {"appraisal": appraisal, "person": appraisal.engagement.person, "form": form}
        return render(request, "cpd/appraisals/objective.html", context, status=status)


class ObjectiveView(PermittedView):
    """What the pages of one objective share."""

    permission = Permission.KEEP_OWN_RECORD

    def get_objective(self, pk: int) -> Objective:
        visible = Objective.objects.filter(appraisal__in=visible_appraisals(self.actor))
        joined = visible.select_related("appraisal__engagement__person", "appraisal__cycle")
        objective = self.get_or_404(joined, pk=pk)
        self.require_at(objective.appraisal.engagement.school_id)
        return objective

    def show(
        self,
        request: HttpRequest,
        objective: Objective,
        template: str,
        *,
        status: int = 200,
        **context: object,
    ) -> HttpResponse:
        appraisal = objective.appraisal
        shared = {
            "objective": objective,
            "appraisal": appraisal,
            "person": appraisal.engagement.person,
        }
        return render(request, f"cpd/appraisals/{template}.html", shared | context, status=status)


class ObjectiveChangeView(ObjectiveView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        objective = self.get_objective(pk)
        names = ("text", "success_measures", "evidence_wanted", "due_date")
        form = ObjectiveChangeForm(initial={name: getattr(objective, name) for name in names})
        return self.show(request, objective, "objective", form=form, remove_form=ReasonForm(prefix="remove"))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        objective, form = self.get_objective(pk), ObjectiveChangeForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                change_objective(objective_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, "The objective is changed.")
                return redirect("cpd:appraisal-detail", pk=objective.appraisal_id)
        remove_form = ReasonForm(prefix="remove")
        return self.show(request, objective, "objective", status=422, form=form, remove_form=remove_form)


class ObjectiveRemoveView(ObjectiveView):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        objective, form = self.get_objective(pk), ReasonForm(request.POST, prefix="remove")
        if form.is_valid():
            with faults_on(form):
                remove_objective(objective_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, "The objective is taken out.")
                return redirect("cpd:appraisal-detail", pk=objective.appraisal_id)
        names = ("text", "success_measures", "evidence_wanted", "due_date")
        change_form = ObjectiveChangeForm(initial={name: getattr(objective, name) for name in names})
        return self.show(request, objective, "objective", status=422, form=change_form, remove_form=form)


class EvidenceAddView(ObjectiveView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = EvidenceForm(initial={"seen_date": timezone.localdate()})
        return self.show(request, self.get_objective(pk), "evidence", form=form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        objective, form = self.get_objective(pk), EvidenceForm(request.POST, request.FILES)
        if form.is_valid():
            given = form.cleaned_data
            with faults_on(form):
                add_evidence(
                    objective_id=pk,
                    text=given["text"],
                    seen_date=given["seen_date"],
                    upload=given["file"],
                    by=self.actor,
                    now=timezone.now(),
                )
                messages.success(request, "The evidence is added.")
                return redirect("cpd:appraisal-detail", pk=objective.appraisal_id)
        return self.show(request, objective, "evidence", status=422, form=form)


class EvidenceFileView(PermittedView):
    """The file behind a piece of evidence, for whoever has a part in the appraisal."""

    permission = Permission.KEEP_OWN_RECORD

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        visible = ObjectiveEvidence.objects.filter(
            objective__appraisal__in=visible_appraisals(self.actor), document__isnull=False
        )
        evidence = self.get_or_404(visible.select_related("document"), pk=pk)
        assert evidence.document is not None  # noqa: S101 (filtered above; for the type checker)
        return document_response(evidence.document)
