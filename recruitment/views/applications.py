"""Applications of a vacancy: the list, one of them whole, withdrawn, its files."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Permission
from core.views.base import PermittedView
from core.views.documents import document_response
from core.views.faults import faults_on
from recruitment.domain.application_form import deny_entering
from recruitment.domain.partial_dates import write_partial_date
from recruitment.domain.states import APPLICATION
from recruitment.enums import ApplicationStatus, StageKind
from recruitment.forms.offers import CorrectionForm
from recruitment.forms.received import DocumentsForm, WithdrawalForm
from recruitment.models import Application, Vacancy
from recruitment.selectors.applications import (
    application_pages,
    build_rows,
    get_application_page,
    get_tally,
    list_applications,
)
from recruitment.selectors.corrections import list_corrections
from recruitment.selectors.events import build_event_rows, list_events
from recruitment.selectors.offers import with_offer
from recruitment.selectors.vacancies import vacancy_pages
from recruitment.services.applications import add_documents, withdraw_application
from recruitment.services.reversals import reinstate_application

ROWS_A_PAGE = 50


class ApplicantsView(PermittedView):
    """What the pages about a vacancy's applicants share."""

    permission = Permission.VIEW_APPLICANTS

    def get_vacancy(self, pk: int, permission: Permission | None = None) -> Vacancy:
        vacancy = self.get_or_404(vacancy_pages(self.actor), pk=pk)
        self.require_at(vacancy.school_id, permission)
        return vacancy

    def get_application(self, pk: int, permission: Permission | None = None) -> Application:
        application = self.get_or_404(with_offer(application_pages(self.actor)), pk=pk)
        self.require_at(application.vacancy.school_id, permission)
        return application

    def shortlisting_status(self, vacancy: Vacancy) -> str:
        return vacancy.stages.values_list("status", flat=True).get(kind=StageKind.APPLICATION)


class ApplicationListView(ApplicantsView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        vacancy = self.get_vacancy(pk)
        filters = {
            "search": request.GET.get("q", "").strip(),
            "status": request.GET.get("status", ""),
            "sort": request.GET.get("sort", "code"),
        }
        applications = list_applications(vacancy, actor=self.actor, **filters)
        page = Paginator(applications, ROWS_A_PAGE).get_page(request.GET.get("page"))
        context = {
            "vacancy": vacancy,
            "page": page,
            "rows": build_rows(list(page.object_list), vacancy),
            "tally": get_tally(vacancy),
            "statuses": ApplicationStatus.choices,
            "is_filtered": bool(filters["search"] or filters["status"]),
            "may_enter": self.actor.holds(Permission.ENTER_APPLICATIONS, vacancy.school_id),
            "why_not": deny_entering(
                vacancy_status=vacancy.status, shortlisting_status=self.shortlisting_status(vacancy)
            ),
        }
        return render(request, "recruitment/applications/list.html", context | filters)


class ApplicationDetailView(ApplicantsView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_application(pk), DocumentsForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Attach files that arrived later."""
        application = self.get_application(pk, Permission.ENTER_APPLICATIONS)
        form = DocumentsForm(request.POST, request.FILES)
        if form.is_valid():
            with faults_on(form):
                add_documents(
                    application=application,
                    uploads=form.cleaned_data["documents"],
                    by=self.actor,
                    now=timezone.now(),
                )
                messages.success(request, "The files are attached.")
                return redirect("recruitment:application-detail", pk=pk)
        return self.show(request, application, form, status=422)

    def show(
        self, request: HttpRequest, application: Application, form: DocumentsForm, status: int = 200
    ) -> HttpResponse:
        vacancy = application.vacancy
        page = get_application_page(application)
        context = {
            "application": application,
            "vacancy": vacancy,
            "candidate": page,
            "qualifications": [(one, write_partial_date(one.awarded)) for one in page.qualifications],
            "education_ended": write_partial_date(application.education_ended),
            "events": build_event_rows(list_events(vacancy, actor=self.actor, application=application)),
            "form": form,
            "may_enter": self.actor.holds(Permission.ENTER_APPLICATIONS, vacancy.school_id),
            "may_withdraw": may_be_withdrawn(application.status),
            "offer": self.find_offer(application),
        }
        return render(request, "recruitment/applications/detail.html", context, status=status)

    def find_offer(self, application: Any) -> tuple[str, str]:
        """Words and address of the offer of an application of ``with_offer``; empty where there is none."""
        if not self.actor.holds(Permission.MAKE_OFFERS, application.vacancy.school_id):
            return "", ""
        if application.may_be_offered:
            return "Make the offer", reverse("recruitment:offer-create", args=[application.pk])
        if application.offer_pk:
            return "The offer", reverse("recruitment:offer-detail", args=[application.offer_pk])
        return "", ""


class ApplicationCorrectionsView(ApplicantsView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        application = self.get_application(pk)
        context = {
            "application": application,
            "vacancy": application.vacancy,
            "corrections": list_corrections(application),
        }
        return render(request, "recruitment/applications/corrections.html", context)


def may_be_withdrawn(status: str) -> bool:
    """Whether HR can note a withdrawal now; one after an offer is the offer declined."""
    return any(
        move.source == status and move.target == ApplicationStatus.WITHDRAWN
        for move in APPLICATION
        if move.permission == Permission.ENTER_APPLICATIONS
    )


class ApplicationWithdrawView(ApplicantsView):
    """Records that the candidate withdraws. Taking that back asks and answers alike."""

    permission = Permission.ENTER_APPLICATIONS
    act: ClassVar[Callable[..., Application]] = staticmethod(withdraw_application)
    form_class: ClassVar[type[forms.Form]] = WithdrawalForm
    template = "recruitment/applications/withdraw.html"
    done = "{code} is withdrawn."

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_application(pk), self.form_class())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        application = self.get_application(pk)
        form = self.form_class(request.POST)
        if form.is_valid():
            with faults_on(form):
                self.act(application=application, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, self.done.format(code=application.code))
                return redirect("recruitment:application-detail", pk=pk)
        return self.show(request, application, form, status=422)

    def show(
        self, request: HttpRequest, application: Application, form: forms.Form, status: int = 200
    ) -> HttpResponse:
        context = {"application": application, "vacancy": application.vacancy, "form": form}
        return render(request, self.template, context, status=status)


class ApplicationReinstateView(ApplicationWithdrawView):
    """Takes back a withdrawal that was recorded in error."""

    act = staticmethod(reinstate_application)
    form_class = CorrectionForm
    template = "recruitment/applications/reinstate.html"
    done = "The withdrawal of {code} is taken back."


class ApplicationDocumentView(ApplicantsView):
    def get(self, request: HttpRequest, pk: int, document_pk: int) -> HttpResponseBase:
        application = self.get_application(pk)
        attached = application.documents.select_related("document")
        return document_response(self.get_or_404(attached, document_id=document_pk).document)
