"""References asked for, received and verified; certificates seen."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.permissions import Permission
from core.views.base import PermittedView
from core.views.documents import document_response
from core.views.faults import faults_on
from recruitment.forms.evidence import (
    CertificateForm,
    CorrectDatesForm,
    DeclineForm,
    ReceiveForm,
    RequestForm,
    VerifyForm,
)
from recruitment.models import Application, Referee, Reference, VacancyCriterion
from recruitment.selectors.evidence import get_evidence
from recruitment.services.references import (
    decline_reference,
    receive_reference,
    record_certificate,
    request_reference,
    verify_reference,
)
from recruitment.services.reversals import REFERENCE_DATES, correct_reference_dates


class ApplicationEvidenceView(PermittedView):
    """What these pages share: the application, found among those the actor may see."""

    permission = Permission.RECORD_EVIDENCE

    def get_application(self, pk: int) -> Application:
        visible = Application.objects.visible_to(self.actor).select_related("vacancy__school", "person")
        application = self.get_or_404(visible, pk=pk)
        self.require_at(application.vacancy.school_id)
        return application


class EvidenceView(ApplicationEvidenceView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        application = self.get_application(pk)
        context = {
            "application": application,
            "vacancy": application.vacancy,
            "evidence": get_evidence(application),
        }
        return render(request, "recruitment/decisions/evidence.html", context)


class ReferenceStepView(ApplicationEvidenceView):
    """One step of one reference: requested, received, verified or declined; or its dates corrected."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if kwargs["step"] not in STEPS:
            raise Http404

    def get(self, request: HttpRequest, pk: int, referee_pk: int, step: str) -> HttpResponse:
        application = self.get_application(pk)
        referee = self.get_or_404(application.referees.all(), pk=referee_pk)
        form = self.make_form(
            application, step, referee=referee, initial={DATE_FIELDS.get(step, ""): timezone.localdate()}
        )
        return self.show(request, referee, step, form)

    def post(self, request: HttpRequest, pk: int, referee_pk: int, step: str) -> HttpResponse:
        application = self.get_application(pk)
        referee = self.get_or_404(application.referees.all(), pk=referee_pk)
        form = self.make_form(application, step, referee=referee, data=request.POST, files=request.FILES)
        if form.is_valid():
            with faults_on(form):
                STEPS[step](self, application, referee, form, timezone.now())
                messages.success(request, f"Recorded for the reference from {referee.name}.")
                return redirect("recruitment:application-evidence", pk=pk)
        return self.show(request, referee, step, form, status=422)

    def make_form(
        self, application: Application, step: str, *, referee: Referee, **kwargs: Any
    ) -> forms.Form:
        if step == "correct":
            return CorrectDatesForm(
                **kwargs | {"reference": self.get_or_404(Reference.objects.filter(referee=referee))}
            )
        if step == "verify":
            return VerifyForm(criteria=get_evidence(application).reference_criteria, **kwargs)
        return {"request": RequestForm, "receive": ReceiveForm, "decline": DeclineForm}[step](**kwargs)

    def show(
        self,
        request: HttpRequest,
        referee: Referee,
        step: str,
        form: forms.Form,
        *,
        status: int = 200,
    ) -> HttpResponse:
        application = referee.application
        context = {
            "application": application,
            "vacancy": application.vacancy,
            "referee": referee,
            "form": form,
            "step": step,
            "heading": HEADINGS[step].format(name=referee.name),
        }
        return render(request, "recruitment/decisions/reference_step.html", context, status=status)

    def do_request(self, application: Application, referee: Referee, form: forms.Form, now: datetime) -> None:
        request_reference(referee_id=referee.pk, **form.cleaned_data, by=self.actor, now=now)

    def do_receive(self, application: Application, referee: Referee, form: forms.Form, now: datetime) -> None:
        receive_reference(referee_id=referee.pk, **form.cleaned_data, by=self.actor, now=now)

    def do_verify(self, application: Application, referee: Referee, form: VerifyForm, now: datetime) -> None:
        verify_reference(
            referee_id=referee.pk,
            verified_date=form.cleaned_data["verified_date"],
            verified_how=form.cleaned_data["verified_how"],
            answers=form.answers(),
            by=self.actor,
            now=now,
        )

    def do_correct(self, application: Application, referee: Referee, form: forms.Form, now: datetime) -> None:
        days = {name: form.cleaned_data.get(name) for name in REFERENCE_DATES}
        correct_reference_dates(
            referee_id=referee.pk, **days, reason=form.cleaned_data["reason"], by=self.actor, now=now
        )

    def do_decline(self, application: Application, referee: Referee, form: forms.Form, now: datetime) -> None:
        decline_reference(referee_id=referee.pk, **form.cleaned_data, by=self.actor, now=now)


STEPS: dict[str, Callable[..., None]] = {
    "request": ReferenceStepView.do_request,
    "receive": ReferenceStepView.do_receive,
    "verify": ReferenceStepView.do_verify,
    "decline": ReferenceStepView.do_decline,
    "correct": ReferenceStepView.do_correct,
}
DATE_FIELDS = {"request": "requested_date", "receive": "received_date", "verify": "verified_date"}
HEADINGS = {
    "request": "Reference asked of {name}",
    "receive": "Reference received from {name}",
    "verify": "Confirm the reference from {name}",
    "decline": "No reference from {name}",
    "correct": "Correct the dates of the reference from {name}",
}


class ReferenceFileView(ApplicationEvidenceView):
    def get(self, request: HttpRequest, pk: int, referee_pk: int) -> HttpResponseBase:
        application = self.get_application(pk)
        referee = self.get_or_404(application.referees.select_related("reference__document"), pk=referee_pk)
        reference = getattr(referee, "reference", None)
        if reference is None or reference.document is None:
            raise Http404
        return document_response(reference.document)


class CertificateView(ApplicationEvidenceView):
    def get(self, request: HttpRequest, pk: int, criterion_pk: int) -> HttpResponse:
        application = self.get_application(pk)
        form = CertificateForm(initial={"seen_date": timezone.localdate()})
        return self.show(request, application, self.get_criterion(application, criterion_pk), form)

    def post(self, request: HttpRequest, pk: int, criterion_pk: int) -> HttpResponse:
        application = self.get_application(pk)
        criterion = self.get_criterion(application, criterion_pk)
        form = CertificateForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                record_certificate(
                    application_id=application.pk,
                    criterion_id=criterion.pk,
                    **form.cleaned_data,
                    by=self.actor,
                    now=timezone.now(),
                )
                messages.success(request, "The certificate has been recorded.")
                return redirect("recruitment:application-evidence", pk=pk)
        return self.show(request, application, criterion, form, status=422)

    def get_criterion(self, application: Application, criterion_pk: int) -> VacancyCriterion:
        by_certificate = application.vacancy.criteria.filter(evidence__contains="C")
        return self.get_or_404(by_certificate, pk=criterion_pk)

    def show(
        self,
        request: HttpRequest,
        application: Application,
        criterion: VacancyCriterion,
        form: forms.Form,
        *,
        status: int = 200,
    ) -> HttpResponse:
        context = {
            "application": application,
            "vacancy": application.vacancy,
            "criterion": criterion,
            "form": form,
        }
        return render(request, "recruitment/decisions/certificate.html", context, status=status)
