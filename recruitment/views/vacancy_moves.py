"""What happens to a vacancy once: published, closed, reopened, ended. Each asks before it acts."""

from collections.abc import Callable
from typing import ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.permissions import Permission
from core.views.faults import faults_on
from recruitment.enums import StageKind
from recruitment.forms.vacancies import CloseForm, EndForm, ReopenForm
from recruitment.models import Vacancy
from recruitment.selectors.job_profiles import version_pages
from recruitment.selectors.panels import get_panel_page
from recruitment.selectors.vacancy_criteria import get_criteria_page
from recruitment.selectors.wording import WordingPage, get_wording_page
from recruitment.services.vacancies import close_vacancy, end_vacancy, publish_vacancy, reopen_vacancy
from recruitment.views.vacancies import VacancyView


class VacancyPublishView(VacancyView):
    """Check your answers: what will be fixed, what can still change, what deserves a second look."""

    permission = Permission.EDIT_VACANCIES

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_vacancy(pk))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        vacancy = self.get_vacancy(pk)
        try:
            publish_vacancy(vacancy=vacancy, by=self.actor, now=timezone.now())
        except DomainError as error:
            return self.show(request, vacancy, error, status=422)
        messages.success(
            request, "The vacancy is published. Criteria, weights and scale are fixed from now on."
        )
        return redirect("recruitment:vacancy-detail", pk=pk)

    def show(
        self, request: HttpRequest, vacancy: Vacancy, error: DomainError | None = None, status: int = 200
    ) -> HttpResponse:
        stage = vacancy.stages.select_related("vacancy__school").get(kind=StageKind.APPLICATION)
        context = {
            "vacancy": vacancy,
            "criteria": get_criteria_page(vacancy),
            "panel": get_panel_page(stage, today=timezone.localdate()),
            "wording": self.wording_of(vacancy),
            "scale": list(enumerate(vacancy.scale_labels, start=vacancy.scale_min)),
            "error": error,
        }
        return render(request, "recruitment/vacancies/publish.html", context, status=status)

    def wording_of(self, vacancy: Vacancy) -> WordingPage | None:
        """What to think about before the words are fixed; nothing afterwards."""
        version = version_pages(self.actor).filter(pk=vacancy.job_profile_version_id).first()
        return get_wording_page(version) if version and not vacancy.is_frozen else None


class VacancyMoveView(VacancyView):
    """One question, one button. Subclasses say which."""

    permission = Permission.EDIT_VACANCIES
    form_class: ClassVar[type[forms.Form]]
    move: ClassVar[Callable[..., Vacancy]]
    template: ClassVar[str]
    done: ClassVar[str]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_vacancy(pk), self.form_class())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        vacancy = self.get_vacancy(pk)
        form = self.form_class(request.POST)
        if form.is_valid():
            with faults_on(form):
                self.move(vacancy=vacancy, by=self.actor, now=timezone.now(), **form.cleaned_data)
                messages.success(request, self.done)
                return redirect("recruitment:vacancy-detail", pk=pk)
        return self.show(request, vacancy, form, status=422)

    def show(
        self, request: HttpRequest, vacancy: Vacancy, form: forms.Form, status: int = 200
    ) -> HttpResponse:
        return render(request, self.template, {"vacancy": vacancy, "form": form}, status=status)


class VacancyCloseView(VacancyMoveView):
    form_class = CloseForm
    template = "recruitment/vacancies/close.html"
    done = "The vacancy is closed to applications."
    move = staticmethod(close_vacancy)


class VacancyReopenView(VacancyMoveView):
    form_class = ReopenForm
    template = "recruitment/vacancies/reopen.html"
    done = "The vacancy is open for applications again."
    move = staticmethod(reopen_vacancy)


class VacancyEndView(VacancyMoveView):
    form_class = EndForm
    template = "recruitment/vacancies/end.html"
    done = "The vacancy has ended without an appointment."
    move = staticmethod(end_vacancy)
