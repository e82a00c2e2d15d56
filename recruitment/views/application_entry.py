"""Typing in an application that came on paper or by e-mail, and putting one right."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.permissions import Permission
from core.domain.school_time import SCHOOL_TIME, day_of
from core.models import Person
from core.views.faults import add_fault, faults_on
from recruitment.domain.application_form import deny_changing_evidence, deny_entering
from recruitment.forms.application_parts import (
    ALL_PARTS,
    EVIDENCE_PARTS,
    Blueprint,
    Parts,
    all_forms,
    are_valid,
    data_in,
    filled_in,
    judged,
    shown_again,
)
from recruitment.forms.received import CorrectionForm, ReceivedForm, SamePersonForm
from recruitment.forms.rows import typed_values
from recruitment.models import Application, Vacancy
from recruitment.selectors.applications import find_known_people
from recruitment.services.application_parts import data_of
from recruitment.services.applications import edit_application, enter_application
from recruitment.views.applications import ApplicantsView


class ApplicationCreateView(ApplicantsView):
    permission = Permission.ENTER_APPLICATIONS

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        vacancy = self.get_vacancy(pk)
        blueprint = Blueprint.of(vacancy)
        parts = {key: blueprint.make(key) for key in ALL_PARTS}
        received = ReceivedForm(initial={"received_date": timezone.localdate()})
        return self.show(request, vacancy, parts, received)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        vacancy = self.get_vacancy(pk)
        blueprint = Blueprint.of(vacancy)
        if button := request.POST.get("row", ""):
            parts = shown_again(ALL_PARTS, blueprint, request.POST, button=button)
            received = ReceivedForm(initial=typed_values(ReceivedForm(), request.POST))
            return self.show(request, vacancy, parts, received)
        parts = judged(ALL_PARTS, blueprint, request.POST)
        received = ReceivedForm(request.POST, request.FILES)
        same = None
        if all([received.is_valid(), are_valid(parts)]):
            same = self.ask_who(request, vacancy, parts)
            if same is None or same.is_valid():
                try:
                    return self.save(request, vacancy, parts, received, same.chosen() if same else None)
                except DomainError as error:
                    add_fault(received, error)
        return self.show(request, vacancy, parts, received, same=same, status=422)

    def ask_who(self, request: HttpRequest, vacancy: Vacancy, parts: Parts) -> SamePersonForm | None:
        """The question whether it is somebody known, where there is anybody to ask about."""
        email = parts["person"].cleaned_data["email"]
        people = find_known_people(email=email, school_id=vacancy.school_id)
        if not people:
            return None
        return SamePersonForm(request.POST if "person" in request.POST else None, people=people)

    def save(
        self,
        request: HttpRequest,
        vacancy: Vacancy,
        parts: Parts,
        received: ReceivedForm,
        person: Person | None,
    ) -> HttpResponse:
        now = timezone.now()
        application = enter_application(
            vacancy=vacancy,
            data=data_in(parts),
            channel=received.cleaned_data["channel"],
            received_at=moment_received(received.cleaned_data["received_date"], now=now),
            uploads=received.cleaned_data["documents"],
            by=self.actor,
            now=now,
            person=person,
        )
        messages.success(request, f"The application is saved as {application.code}.")
        if request.POST.get("go") == "another":
            return redirect("recruitment:application-create", pk=vacancy.pk)
        return redirect("recruitment:application-detail", pk=application.pk)

    def show(
        self,
        request: HttpRequest,
        vacancy: Vacancy,
        parts: Parts,
        received: ReceivedForm,
        *,
        same: SamePersonForm | None = None,
        status: int = 200,
    ) -> HttpResponse:
        forms_shown: list[forms.BaseForm] = [received, *([same] if same else []), *all_forms(parts)]
        context: dict[str, Any] = {
            "vacancy": vacancy,
            "received": received,
            "same": same,
            "forms": forms_shown,
            "is_wrong": any(form.is_bound and form.errors for form in forms_shown),
            "why_not": deny_entering(
                vacancy_status=vacancy.status, shortlisting_status=self.shortlisting_status(vacancy)
            ),
        }
        return render(request, "recruitment/applications/create.html", context | parts, status=status)


class ApplicationEditView(ApplicantsView):
    """Everything while nobody has scored it; afterwards only what scorers never read."""

    permission = Permission.ENTER_APPLICATIONS

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        application = self.get_application(pk)
        data = data_of(application=application)
        parts = filled_in(self.keys(application), self.blueprint(application), data)
        return self.show(request, application, parts, CorrectionForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        application = self.get_application(pk)
        keys, blueprint = self.keys(application), self.blueprint(application)
        if button := request.POST.get("row", ""):
            parts = shown_again(keys, blueprint, request.POST, button=button)
            reason = CorrectionForm(initial=typed_values(CorrectionForm(), request.POST))
            return self.show(request, application, parts, reason)
        parts, reason = judged(keys, blueprint, request.POST), CorrectionForm(request.POST)
        if all([reason.is_valid(), are_valid(parts)]):
            data = data_in(parts, base=data_of(application=application))
            with faults_on(reason):
                edit_application(
                    application=application,
                    data=data,
                    by=self.actor,
                    now=timezone.now(),
                    **reason.cleaned_data,
                )
                messages.success(request, "The correction is saved.")
                return redirect("recruitment:application-detail", pk=pk)
        return self.show(request, application, parts, reason, status=422)

    def keys(self, application: Application) -> list[str]:
        fixed = deny_changing_evidence(self.shortlisting_status(application.vacancy))
        return [key for key in ALL_PARTS if not (fixed and key in EVIDENCE_PARTS)]

    def blueprint(self, application: Application) -> Blueprint:
        answered = application.statements.exclude(criterion=None).values_list("criterion_id", flat=True)
        return Blueprint.of(application.vacancy, answered=[number for number in answered if number])

    def show(
        self,
        request: HttpRequest,
        application: Application,
        parts: Parts,
        reason: CorrectionForm,
        status: int = 200,
    ) -> HttpResponse:
        forms_shown: list[forms.BaseForm] = [*all_forms(parts), reason]
        context: dict[str, Any] = {
            "application": application,
            "vacancy": application.vacancy,
            "reason": reason,
            "forms": forms_shown,
            "is_wrong": any(form.is_bound and form.errors for form in forms_shown),
            "evidence_fixed": "history" not in parts,
        }
        return render(request, "recruitment/applications/edit.html", context | parts, status=status)


def moment_received(day: date, *, now: datetime) -> datetime:
    """A day somebody typed, as a moment: now where it is today, noon where it is another day."""
    if day == day_of(now):
        return now
    return datetime.combine(day, time(12), SCHOOL_TIME)
