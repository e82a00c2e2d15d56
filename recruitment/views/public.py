"""The public page of a vacancy and the form on it. Nobody signs in; a secret address finds a form again."""

import hashlib
from typing import Any
from urllib.parse import urlencode

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from core.client_address import client_address
from core.domain.errors import DomainError
from core.views.base import PublicView
from recruitment.domain.history import Gap
from recruitment.forms.answers import answers_of
from recruitment.forms.application_parts import Blueprint, Parts, all_forms
from recruitment.forms.public import (
    STEP_BY_SLUG,
    STEPS,
    Step,
    Typed,
    application_in,
    education_ended_in,
    gaps_in,
    gaps_in_words,
    is_complete,
    judge_step,
    press_row_button,
    show_step,
)
from recruitment.models import Application, ApplicationDraft, Vacancy
from recruitment.selectors.public import (
    criteria_on_form,
    get_advert,
    is_read_blind,
    public_drafts,
    public_vacancies,
    why_closed,
)
from recruitment.services.application_drafts import (
    discard_draft,
    is_sent,
    save_answers,
    start_draft,
    submit_draft,
    typed_on,
)

MOST_BYTES = 1_000_000
FORMS_AN_HOUR = 30
NOT_TYPED = {"csrfmiddlewaretoken", "row", "go", "back"}


class PublicFormView(PublicView):
    """What the public pages share: no search engine, no copy kept by the browser, no huge posts."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
            response: HttpResponseBase = render(request, "recruitment/public/too_long.html", status=413)
        else:
            response = super().dispatch(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Cache-Control"] = "no-store"
        return response

    def get_vacancy(self, code: str) -> Vacancy:
        return self.get_or_404(public_vacancies(), public_code=code)

    def get_draft(self, code: str, token: str) -> ApplicationDraft:
        return self.get_or_404(public_drafts(), token=token, vacancy__public_code=code)


class AdvertView(PublicFormView):
    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        advert = get_advert(self.get_vacancy(code), today=timezone.localdate())
        form = request.GET.get("form", "")
        is_begun = bool(form) and public_drafts().filter(token=form, vacancy=advert.vacancy).exists()
        context = {
            "advert": advert,
            "vacancy": advert.vacancy,
            "school_name": advert.vacancy.school.name,
            "form": form if is_begun else "",
            "is_blind": is_read_blind(advert.vacancy),
        }
        return render(request, "recruitment/public/advert.html", context)


class ApplyStartView(PublicFormView):
    """Begins a form. One address cannot begin more than a few dozen an hour."""

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        vacancy = self.get_vacancy(code)
        if not may_start_another(request):
            context = {"vacancy": vacancy, "school_name": vacancy.school.name}
            return render(request, "recruitment/public/busy.html", context, status=429)
        draft = start_draft(vacancy=vacancy, now=timezone.now())
        return redirect("recruitment:apply-step", code=code, token=draft.token, step=STEPS[0].slug)


class DraftView(PublicFormView):
    """What the pages of one form share."""

    def find(self, code: str, token: str) -> ApplicationDraft:
        self.draft = self.get_draft(code, token)
        self.code, self.token = code, token
        return self.draft

    def address(self, name: str, **more: Any) -> str:
        return reverse(f"recruitment:{name}", kwargs={"code": self.code, "token": self.token, **more})

    def education_ended(self) -> str:
        return education_ended_in(typed_on(draft=self.draft, step="education"))

    def find_gaps(self, typed: Typed | None = None) -> tuple[Gap, ...]:
        """The certain gaps in what has just been typed, or else in what is kept."""
        return gaps_in(
            typed_on(draft=self.draft, step="employment") if typed is None else typed,
            education_ended=self.education_ended(),
            today=timezone.localdate(),
        )

    def judge(self, step: Step, blueprint: Blueprint) -> Parts:
        return judge_step(
            step,
            blueprint,
            typed_on(draft=self.draft, step=step.slug),
            education_ended=self.education_ended(),
            today=timezone.localdate(),
        )

    def page(
        self, request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
    ) -> HttpResponse:
        vacancy = self.draft.vacancy
        shared = {
            "vacancy": vacancy,
            "school_name": vacancy.school.name,
            "draft": self.draft,
            "later": self.address("apply-later"),
            "is_blind": is_read_blind(vacancy),
        }
        return render(request, f"recruitment/public/{template}", shared | context, status=status)

    def closed(self, request: HttpRequest) -> HttpResponse | None:
        """The page that says that the form has closed, if it has."""
        denial = why_closed(self.draft.vacancy, today=timezone.localdate())
        return self.page(request, "closed.html", {"denial": denial}) if denial else None


class ApplyStepView(DraftView):
    def get(self, request: HttpRequest, code: str, token: str, step: str) -> HttpResponse:
        draft, here = self.find(code, token), find_step(step)
        if is_sent(draft=draft):
            return redirect(self.address("apply-done"))
        if closed := self.closed(request):
            return closed
        blueprint = Blueprint.of(draft.vacancy, strict=True)
        if "show-errors" in request.GET:
            return self.show(request, here, self.judge(here, blueprint))
        return self.show(request, here, show_step(here, blueprint, typed_on(draft=draft, step=step)))

    def post(self, request: HttpRequest, code: str, token: str, step: str) -> HttpResponse:
        """Whatever was typed is kept first; then it is judged, unless only a row or a pause was asked for."""
        draft, here = self.find(code, token), find_step(step)
        if is_sent(draft=draft):
            return redirect(self.address("apply-done"))
        typed = {name: values for name, values in request.POST.lists() if name not in NOT_TYPED}
        if button := request.POST.get("row", ""):
            typed = press_row_button(typed, button, gaps=self.find_gaps(typed))
        try:
            self.draft = save_answers(draft=draft, step=step, typed=typed, now=timezone.now())
        except DomainError:
            return self.page(request, "too_long.html", {}, status=413)
        return self.closed(request) or self.answer(request, here)

    def answer(self, request: HttpRequest, here: Step) -> HttpResponse:
        if button := request.POST.get("row", ""):
            return redirect(f"{self.address('apply-step', step=here.slug)}#{button.partition('-')[0]}-rows")
        if request.POST.get("go") == "later":
            return redirect(self.address("apply-later"))
        if request.POST.get("go") == "back":
            return redirect(self.before(here))
        parts = self.judge(here, Blueprint.of(self.draft.vacancy, strict=True))
        if not is_complete(parts):
            return self.show(request, here, parts, status=422)
        return redirect(self.after(here, back=request.POST.get("back", "")))

    def before(self, here: Step) -> str:
        number = STEPS.index(here)
        if not number:
            advert = reverse("recruitment:apply", kwargs={"code": self.code})
            return f"{advert}?{urlencode({'form': self.token})}"
        return self.address("apply-step", step=STEPS[number - 1].slug)

    def after(self, here: Step, *, back: str) -> str:
        following = STEPS[STEPS.index(here) + 1 :]
        if back == "check" or not following:
            return self.address("apply-check")
        return self.address("apply-step", step=following[0].slug)

    def show(self, request: HttpRequest, here: Step, parts: Parts, status: int = 200) -> HttpResponse:
        number = STEPS.index(here)
        context: dict[str, Any] = {
            "step": here,
            "number": number + 1,
            "steps": len(STEPS) + 1,
            "previous": self.before(here) if number else "",
            "back": request.POST.get("back") or request.GET.get("back", ""),
            "forms": [form for form in all_forms(parts) if form.is_bound],
        }
        if "gaps" in parts:  # in the page, *gaps* are those found; the question about them is a form
            parts = parts | {"gaps_form": parts["gaps"], "gaps": gaps_in_words(self.find_gaps())}
        if "statements" in parts:
            context["criteria"] = criteria_on_form(self.draft.vacancy)
        return self.page(request, f"{here.slug.replace('-', '_')}.html", context | parts, status)


class ApplyCheckView(DraftView):
    """All answers on one page; sending is the last thing."""

    def get(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        draft = self.find(code, token)
        if is_sent(draft=draft):
            return redirect(self.address("apply-done"))
        return self.closed(request) or self.show(request, self.judge_all())

    def post(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        draft = self.find(code, token)
        if is_sent(draft=draft):
            return redirect(self.address("apply-done"))
        if closed := self.closed(request):
            return closed
        judged = self.judge_all()
        if not all(is_complete(parts) for _step, parts in judged):
            return self.show(request, judged, status=422)
        try:
            submit_draft(
                draft=draft, data=application_in(parts for _step, parts in judged), now=timezone.now()
            )
        except DomainError as error:
            return self.show(request, judged, status=422, error=error.message)
        return redirect(self.address("apply-done"))

    def judge_all(self) -> list[tuple[Step, Parts]]:
        blueprint = Blueprint.of(self.draft.vacancy, strict=True)
        return [(step, self.judge(step, blueprint)) for step in STEPS]

    def show(
        self, request: HttpRequest, judged: list[tuple[Step, Parts]], status: int = 200, error: str = ""
    ) -> HttpResponse:
        context = {
            "sections": [(step, answers_of(step, parts)) for step, parts in judged],
            "unfinished": [step for step, some in judged if not is_complete(some)],
            "number": len(STEPS) + 1,
            "previous": self.address("apply-step", step=STEPS[-1].slug),
            "gaps": gaps_in_words(self.find_gaps()),
            "was_sent": status != 200,
            "error": error,
        }
        return self.page(request, "check.html", context, status)


class ApplyDoneView(DraftView):
    def get(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        draft = self.find(code, token)
        if not is_sent(draft=draft):
            return redirect(self.address("apply-check"))
        application = Application.objects.filter(pk=draft.answers["sent"]).first()
        return self.page(request, "done.html", {"application": application})


class ApplyLaterView(DraftView):
    """Where to find the form again, and how to delete it."""

    def get(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        draft = self.find(code, token)
        if is_sent(draft=draft):
            return redirect(self.address("apply-done"))
        return self.page(
            request, "later.html", {"address": request.build_absolute_uri(self.address("apply-check"))}
        )

    def post(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        discard_draft(draft=self.find(code, token))
        return self.page(request, "deleted.html", {})


def find_step(slug: str) -> Step:
    if slug not in STEP_BY_SLUG:
        raise Http404
    return STEP_BY_SLUG[slug]


def may_start_another(request: HttpRequest) -> bool:
    """Whether this address has begun few enough forms within the hour; the address itself is not kept."""
    address = hashlib.sha256(client_address(request).encode()).hexdigest()[:32]
    key = f"apply-start-{address}"
    cache.add(key, 0, timeout=3600)
    return cache.incr(key) <= FORMS_AN_HOUR
