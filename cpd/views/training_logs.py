"""A school's own training log: dropped in, looked through line by line, brought in or discarded."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.permissions import Permission
from core.models import School
from core.views.base import PermittedView
from cpd.domain.training_log import reading_from_json
from cpd.enums import LogStatus
from cpd.models import TrainingLog
from cpd.selectors.training_logs import LineState, list_logs, plan_log, visible_logs
from cpd.services.training_logs import bring_in_log, discard_log, read_log_upload

# More ticks than these no form sends; what is not shown comes in as well.
LINES_SHOWN = 900


class LogUploadForm(forms.Form):
    file = forms.FileField(label="Training log", help_text="An Excel workbook (.xlsx), up to 20 MB")


class TrainingLogView(PermittedView):
    permission = Permission.RECORD_DEVELOPMENT

    def get_log(self, pk: int) -> TrainingLog:
        return self.get_or_404(visible_logs(self.actor).select_related("school", "created_by"), pk=pk)


class TrainingLogListView(TrainingLogView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_school(pk), LogUploadForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        school, form = self.get_school(pk), LogUploadForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                log = read_log_upload(
                    school_id=pk, upload=form.cleaned_data["file"], by=self.actor, now=timezone.now()
                )
            except DomainError as error:
                form.add_error("file", error.message)
            else:
                return redirect("cpd:training-log", pk=log.pk)
        return self.show(request, school, form, status=422)

    def get_school(self, pk: int) -> School:
        return self.get_or_404(School.objects.where(self.actor, Permission.RECORD_DEVELOPMENT), pk=pk)

    def show(
        self, request: HttpRequest, school: School, form: LogUploadForm, status: int = 200
    ) -> HttpResponse:
        context = {"school": school, "form": form, "logs": list_logs(school.pk)}
        return render(request, "cpd/training/logs.html", context, status=status)


class TrainingLogDetailView(TrainingLogView):
    """Every line with what would come of it. Nothing is saved before it is confirmed here."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_log(pk))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        log, now = self.get_log(pk), timezone.now()
        left_out = set(request.POST.getlist("left_out"))
        try:
            report = bring_in_log(log_id=pk, left_out=left_out, by=self.actor, now=now)
        except DomainError as error:
            messages.error(request, error.message)
            return redirect("cpd:training-log", pk=pk)
        lines = "training" if report.recorded == 1 else "trainings"
        messages.success(request, f"{report.recorded} {lines} brought in.")
        return redirect("cpd:training-log", pk=log.pk)

    def show(self, request: HttpRequest, log: TrainingLog) -> HttpResponse:
        context: dict[str, Any] = {"log": log, "school": log.school, "is_open": log.status == LogStatus.OPEN}
        if log.status == LogStatus.OPEN:
            reading = reading_from_json(log.reading)
            plan = plan_log(reading, school_id=log.school_id, today=timezone.localdate())
            ready = plan.of_state(LineState.NEW)
            context |= {
                "columns": reading.columns,
                "notes": reading.notes,
                "problems": plan.of_state(LineState.PROBLEM)[:LINES_SHOWN],
                "problem_count": len(plan.of_state(LineState.PROBLEM)),
                "ready": ready[:LINES_SHOWN],
                "ready_count": len(ready),
                "not_shown": max(0, len(ready) - LINES_SHOWN),
                "known_count": len(plan.of_state(LineState.KNOWN)),
            }
        return render(request, "cpd/training/log.html", context)


class TrainingLogDiscardView(TrainingLogView):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        log = self.get_log(pk)
        try:
            discard_log(log_id=pk, by=self.actor, now=timezone.now())
        except DomainError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, "The log is discarded. Nothing was brought in.")
        return redirect("cpd:training-log-list", pk=log.school_id)
