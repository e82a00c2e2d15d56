"""Vacancies: the list, a new one, the page it is run from, its terms and its criteria."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.numbers import number_in
from core.domain.permissions import Actor, Permission
from core.selectors import list_schools
from core.views.base import PermittedView
from core.views.faults import faults_on
from recruitment.domain.codes import suggest_reference
from recruitment.domain.decisions import deny_decision, permission_to_decide
from recruitment.domain.scales import DEFAULT_SCALE
from recruitment.domain.vacancy_chain import ENDED, ChainFacts
from recruitment.domain.vacancy_terms import is_fixed_term
from recruitment.enums import StageKind, VacancyStatus
from recruitment.forms.vacancies import VacancyForm, WeightsForm, initial_of
from recruitment.models import JobProfileVersion, Vacancy
from recruitment.selectors.events import build_event_rows, list_events
from recruitment.selectors.job_profiles import list_versions_to_advertise
from recruitment.selectors.offers import OfferStep, get_offer_step
from recruitment.selectors.vacancies import get_hub, hub_pages, list_vacancies, vacancy_pages
from recruitment.selectors.vacancy_criteria import get_criteria_page
from recruitment.services.vacancies import (
    create_vacancy,
    set_weights,
    update_vacancy,
    use_job_profile_version,
    verify_freeze,
)

ROWS_A_PAGE = 25

# Where each link of a vacancy's chain is worked on: the name of the page, and the kind of stage it is for.
LINK_PAGES: dict[str, tuple[str, str]] = {
    "criteria": ("recruitment:vacancy-criteria", ""),
    "shortlisting_panel": ("recruitment:stage-panel", "application"),
    "publish": ("recruitment:vacancy-publish", ""),
    "applications": ("recruitment:application-list", ""),
    "scoring": ("recruitment:stage-status", "application"),
    "shortlist": ("recruitment:stage-decide", "application"),
    "task": ("recruitment:stage-status", "task"),
    "interview_panel": ("recruitment:stage-panel", "interview"),
    "interview": ("recruitment:stage-status", "interview"),
    "evidence": ("recruitment:application-list", ""),
    "appointment": ("recruitment:stage-decide", "interview"),
}
DECIDED_AT = {"shortlist": StageKind.APPLICATION, "appointment": StageKind.INTERVIEW}


def address_of_link(key: str, vacancy: Vacancy, facts: ChainFacts, offer: OfferStep, actor: Actor) -> str:
    """Where a link of the chain is worked on; empty where nothing can be opened, or not by this person."""
    if key == "offer":
        return address_of_offer(vacancy, offer, actor)
    if key in DECIDED_AT:
        kind = DECIDED_AT[key]
        may_decide = actor.holds(permission_to_decide(kind), vacancy.school_id)
        if not may_decide or deny_decision(facts.stage(kind).status):
            return ""
    name, kind_of_stage = LINK_PAGES[key]
    return reverse(name, args=[vacancy.pk, *([kind_of_stage] if kind_of_stage else [])])


def address_of_offer(vacancy: Vacancy, offer: OfferStep, actor: Actor) -> str:
    if not actor.holds(Permission.MAKE_OFFERS, vacancy.school_id):
        return ""
    if offer.offer_id and (offer.application_id is None or vacancy.status in ENDED):
        return reverse("recruitment:offer-detail", args=[offer.offer_id])
    if offer.application_id:
        return reverse("recruitment:offer-create", args=[offer.application_id])
    return ""


def find_version(view: PermittedView, chosen: str) -> JobProfileVersion:
    """The version of a job profile that a page named by its number; 404 where the actor may not use it."""
    return view.get_or_404(list_versions_to_advertise(view.actor), pk=number_in(chosen))


class VacancyListView(PermittedView):
    permission = Permission.VIEW_VACANCIES

    def get(self, request: HttpRequest) -> HttpResponse:
        schools = list_schools(self.actor, Permission.VIEW_VACANCIES)
        chosen = request.GET.get("school", "")
        filters = {
            "search": request.GET.get("q", "").strip(),
            "status": request.GET.get("status", ""),
            "sort": request.GET.get("sort", "closes"),
        }
        vacancies = list_vacancies(self.actor, school_id=number_in(chosen) if chosen else None, **filters)
        context = {
            "page": Paginator(vacancies, ROWS_A_PAGE).get_page(request.GET.get("page")),
            "schools": schools,
            "school": chosen,
            "statuses": VacancyStatus.choices,
            "is_filtered": bool(filters["search"] or filters["status"] or chosen),
            "may_create": self.actor.holds_anywhere(Permission.EDIT_VACANCIES),
            "today": timezone.localdate(),
        }
        return render(request, "recruitment/vacancies/list.html", context | filters)


class VacancyCreateView(PermittedView):
    """First which job profile, then the terms."""

    permission = Permission.EDIT_VACANCIES

    def get(self, request: HttpRequest) -> HttpResponse:
        chosen = request.GET.get("profile", "")
        if not chosen:
            versions = list_versions_to_advertise(self.actor)
            return render(request, "recruitment/vacancies/choose_profile.html", {"versions": versions})
        version = find_version(self, chosen)
        return self.show(request, version, VacancyForm(initial=self.initial(version)))

    def post(self, request: HttpRequest) -> HttpResponse:
        version = find_version(self, request.POST.get("profile", ""))
        form = VacancyForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                vacancy = create_vacancy(
                    job_profile_version=version, terms=form.terms(), by=self.actor, now=timezone.now()
                )
                messages.success(request, "The vacancy is saved as a draft. Nobody outside sees it yet.")
                return redirect("recruitment:vacancy-detail", pk=vacancy.pk)
        return self.show(request, version, form, status=422)

    def initial(self, version: JobProfileVersion) -> dict[str, Any]:
        school = version.job_profile.school
        taken = Vacancy.objects.filter(school=school).values_list("reference", flat=True)
        return {
            "title": version.title,
            "reference": suggest_reference(version.title, timezone.localdate().year, list(taken)),
            "summary": version.purpose,
            "hours": version.hours,
            "salary": version.salary or version.grade,
            "contract_type": "fixed_term" if is_fixed_term(version.contract) else "permanent",
            "opens_date": timezone.localdate(),
            "shortlist_size": 6,
            "is_anonymous": True,
            "statement_per_criterion": True,
            "scale": DEFAULT_SCALE.key,
        }

    def show(
        self, request: HttpRequest, version: JobProfileVersion, form: VacancyForm, status: int = 200
    ) -> HttpResponse:
        context = {"version": version, "form": form}
        return render(request, "recruitment/vacancies/create.html", context, status=status)


class VacancyView(PermittedView):
    """What the pages of one vacancy share."""

    permission = Permission.VIEW_VACANCIES

    def get_vacancy(self, pk: int, permission: Permission | None = None) -> Vacancy:
        vacancy = self.get_or_404(vacancy_pages(self.actor), pk=pk)
        self.require_at(vacancy.school_id, permission)
        return vacancy


class VacancyDetailView(VacancyView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        vacancy = self.get_or_404(hub_pages(self.actor), pk=pk)
        self.require_at(vacancy.school_id)
        hub = get_hub(vacancy, actor=self.actor, today=timezone.localdate())
        offer = get_offer_step(vacancy)
        addresses = {
            link.key: address_of_link(link.key, vacancy, hub.facts, offer, self.actor) for link in hub.links
        }
        context = {
            "hub": hub,
            "vacancy": vacancy,
            "links": [(link, addresses[link.key]) for link in hub.links],
            "next_href": addresses[hub.next_step.key],
            "may_see_record": hub.facts.shortlist_decided,
            "next_label": next(one.label.lower() for one in hub.links if one.key == hub.next_step.key),
            "may_edit": self.actor.holds(Permission.EDIT_VACANCIES, vacancy.school_id),
            "may_see_applicants": self.actor.holds(Permission.VIEW_APPLICANTS, vacancy.school_id),
            "public_url": request.build_absolute_uri(f"/apply/{vacancy.public_code}/"),
        }
        return render(request, "recruitment/vacancies/detail.html", context)


class VacancyTimelineView(VacancyView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        vacancy = self.get_vacancy(pk)
        events = list_events(vacancy, actor=self.actor)
        page = Paginator(events, 50).get_page(request.GET.get("page"))
        context = {"vacancy": vacancy, "page": page, "events": build_event_rows(page.object_list)}
        return render(request, "recruitment/vacancies/timeline.html", context)


class VacancyEditView(VacancyView):
    permission = Permission.EDIT_VACANCIES

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        vacancy = self.get_vacancy(pk)
        return self.show(request, vacancy, VacancyForm(vacancy=vacancy, initial=initial_of(vacancy)))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        vacancy = self.get_vacancy(pk)
        form = VacancyForm(request.POST, vacancy=vacancy)
        if form.is_valid():
            with faults_on(form):
                update_vacancy(vacancy=vacancy, terms=form.terms(), by=self.actor, now=timezone.now())
                messages.success(request, "The terms are saved.")
                return redirect("recruitment:vacancy-detail", pk=pk)
        return self.show(request, vacancy, form, status=422)

    def show(
        self, request: HttpRequest, vacancy: Vacancy, form: VacancyForm, status: int = 200
    ) -> HttpResponse:
        context = {"vacancy": vacancy, "form": form}
        return render(request, "recruitment/vacancies/edit.html", context, status=status)


class VacancyCriteriaView(VacancyView):
    """Reading is for everybody who sees the vacancy; weights and profile can change while it is a draft."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_vacancy(pk))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        vacancy = self.get_vacancy(pk, Permission.EDIT_VACANCIES)
        if request.POST.get("action") == "profile":
            return self.change_profile(request, vacancy)
        form = WeightsForm(request.POST, criteria=list(vacancy.criteria.order_by("position", "pk")))
        if form.is_valid():
            with faults_on(form):
                set_weights(vacancy=vacancy, weights=form.weights(), by=self.actor, now=timezone.now())
                messages.success(request, "The weights are saved.")
                return redirect("recruitment:vacancy-criteria", pk=pk)
        return self.show(request, vacancy, form, status=422)

    def change_profile(self, request: HttpRequest, vacancy: Vacancy) -> HttpResponse:
        version = find_version(self, request.POST.get("profile", ""))
        try:
            use_job_profile_version(
                vacancy=vacancy, job_profile_version=version, by=self.actor, now=timezone.now()
            )
        except DomainError as error:
            messages.error(request, error.message)
        else:
            messages.success(
                request, "The criteria of the other job profile are in place. Set their weights."
            )
        return redirect("recruitment:vacancy-criteria", pk=vacancy.pk)

    def show(
        self, request: HttpRequest, vacancy: Vacancy, form: WeightsForm | None = None, status: int = 200
    ) -> HttpResponse:
        page = get_criteria_page(vacancy)
        may_edit = self.actor.holds(Permission.EDIT_VACANCIES, vacancy.school_id) and not vacancy.is_frozen
        form = form or WeightsForm(criteria=[row.criterion for row in page.rows])
        others = [
            version
            for version in (list_versions_to_advertise(self.actor) if may_edit else [])
            if version.pk != vacancy.job_profile_version_id
            and version.job_profile.school_id == vacancy.school_id
        ]
        context = {
            "vacancy": vacancy,
            "criteria": page,
            "rows": [(row, form[f"weight_{row.criterion.pk}"]) for row in page.rows],
            "form": form,
            "may_edit": may_edit,
            "other_profiles": others,
            "is_unchanged": verify_freeze(vacancy=vacancy),
        }
        return render(request, "recruitment/vacancies/criteria.html", context, status=status)
