"""Sessions, training days and caseload written into the record of one ELSA."""

from datetime import date

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.permissions import Permission
from core.domain.terms import MONTHS, Period, school_year_of
from core.models import Engagement
from core.views.base import PermittedView
from core.views.faults import add_fault, faults_on
from cpd.domain.hours import year_in_words
from cpd.enums import SupervisionKind
from cpd.forms.elsa import CaseloadForm, ReasonForm, SessionCorrectionForm, SessionForm, TrainingDayForm
from cpd.models import ElsaCaseload, ElsaTrainingDay, SupervisionSession
from cpd.selectors.elsa_person import visible_sessions
from cpd.services.elsa_records import record_caseload, record_training_day
from cpd.services.supervision import correct_session, record_session, withdraw_session
from cpd.views.elsa import ElsaPersonView


def show_form(
    request: HttpRequest, engagement: Engagement, form: forms.Form, template: str, **more: object
) -> HttpResponse:
    """A form of the ledger, with what was typed and what was wrong with it."""
    context = {"engagement": engagement, "person": engagement.person, "form": form} | more
    status = 422 if form.errors else 200
    return render(request, f"cpd/elsa/{template}.html", context, status=status)


def to_page(engagement_id: int) -> HttpResponse:
    return redirect("cpd:elsa-person", pk=engagement_id)


class SessionAddView(ElsaPersonView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_registration(pk).engagement
        initial = {
            "kind": request.GET.get("kind", SupervisionKind.PSYCHOLOGIST),
            "happened": request.GET.get("happened"),
        }
        return show_form(request, engagement, SessionForm(initial=initial), "session")

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        registration, form = self.get_registration(pk), SessionForm(request.POST)
        if form.is_valid():
            try:
                session = record_session(
                    registration_id=registration.pk, entry=form.entry(), by=self.actor, now=timezone.now()
                )
            except DomainError as error:
                add_session_fault(form, error)
            else:
                word = "planned" if session.is_planned else "written down"
                messages.success(request, f"The session of {session.session_date:%d/%m/%Y} is {word}.")
                return to_page(pk)
        return show_form(request, registration.engagement, form, "session")


def add_session_fault(form: forms.Form, error: DomainError) -> None:
    """The form asks in one question what the record keeps as two facts."""
    if error.field == "attended":
        error.field = "happened"
    add_fault(form, error)


class SessionView(PermittedView):
    """What the pages of one session share."""

    permission = Permission.KEEP_OWN_RECORD

    def get_session(self, pk: int) -> SupervisionSession:
        return self.get_or_404(visible_sessions(self.actor, today=timezone.localdate()), pk=pk)


class SessionCorrectView(SessionView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        session = self.get_session(pk)
        return self.show(request, session, SessionCorrectionForm(session=session))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        session = self.get_session(pk)
        form = SessionCorrectionForm(request.POST, session=session)
        if form.is_valid():
            try:
                correct_session(
                    session_id=pk,
                    entry=form.entry(),
                    reason=form.cleaned_data["reason"],
                    by=self.actor,
                    now=timezone.now(),
                )
            except DomainError as error:
                add_session_fault(form, error)
            else:
                messages.success(request, "The session is written down as it now stands.")
                return to_page(session.registration.engagement_id)
        return self.show(request, session, form)

    def show(self, request: HttpRequest, session: SupervisionSession, form: forms.Form) -> HttpResponse:
        registration = session.registration
        return show_form(request, registration.engagement, form, "session", session=session)


class SessionWithdrawView(SessionView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        session = self.get_session(pk)
        return show_form(request, session.registration.engagement, ReasonForm(), "withdraw", session=session)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        session, form = self.get_session(pk), ReasonForm(request.POST)
        if form.is_valid():
            withdraw_session(
                session_id=pk, reason=form.cleaned_data["reason"], by=self.actor, now=timezone.now()
            )
            messages.success(request, f"The session of {session.session_date:%d/%m/%Y} is withdrawn.")
            return to_page(session.registration.engagement_id)
        return show_form(request, session.registration.engagement, form, "withdraw", session=session)


class TrainingDayView(ElsaPersonView):
    """One day of the training, by its number."""

    def get(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        registration = self.get_registration(pk)
        day = ElsaTrainingDay.objects.filter(registration=registration, number=number).first()
        initial = {}
        if day is not None:
            attended = "yes" if day.attended else "no"
            initial = {"training_date": day.training_date, "topic": day.topic, "attended": attended}
        elif number > registration.provider.training_days:
            raise Http404
        return self.show(request, registration.engagement, number, TrainingDayForm(initial=initial))

    def post(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        registration, form = self.get_registration(pk), TrainingDayForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                record_training_day(
                    registration_id=registration.pk,
                    number=number,
                    **form.cleaned_data,
                    by=self.actor,
                    now=timezone.now(),
                )
                messages.success(request, f"Training day {number} is written down.")
                return to_page(pk)
        return self.show(request, registration.engagement, number, form)

    def show(
        self, request: HttpRequest, engagement: Engagement, number: int, form: forms.Form
    ) -> HttpResponse:
        return show_form(request, engagement, form, "training_day", number=number)


class CaseloadView(ElsaPersonView):
    """The numbers of one half term, named by its key in the calendar, such as ``2026-autumn-1``."""

    def get(self, request: HttpRequest, pk: int, half_term: str) -> HttpResponse:
        registration, period = self.get_registration(pk), find_half_term(half_term)
        row = ElsaCaseload.objects.filter(registration=registration, half_term_first=period.first).first()
        names = CaseloadForm.base_fields
        initial = {name: getattr(row, name) for name in names} if row else {}
        return self.show(request, registration.engagement, period, CaseloadForm(initial=initial))

    def post(self, request: HttpRequest, pk: int, half_term: str) -> HttpResponse:
        registration, period = self.get_registration(pk), find_half_term(half_term)
        form = CaseloadForm(request.POST)
        if form.is_valid():
            record_caseload(
                registration_id=registration.pk,
                half_term_first=period.first,
                entry=form.entry(),
                by=self.actor,
                now=timezone.now(),
            )
            messages.success(request, f"The numbers of {period.label} are written down.")
            return to_page(pk)
        return self.show(request, registration.engagement, period, form)

    def show(
        self, request: HttpRequest, engagement: Engagement, period: Period, form: forms.Form
    ) -> HttpResponse:
        school_year = year_in_words(int(period.key.partition("-")[0]))
        return show_form(request, engagement, form, "caseload", period=period, school_year=school_year)


def find_half_term(key: str) -> Period:
    """The half term of a key, of those that have begun; 404 for any other."""
    today = timezone.localdate()
    year = key.partition("-")[0]
    if not (year.isascii() and year.isdigit() and 1900 <= int(year) <= school_year_of(today)):
        raise Http404
    found: list[Period] = [one for one in MONTHS.half_terms_of(int(year)) if one.key == key]
    if not found or found[0].first > date.fromordinal(today.toordinal()):
        raise Http404
    return found[0]
