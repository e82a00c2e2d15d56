"""Who is registered as an ELSA, the providers and their rules, and the certificate of attendance."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.permissions import Permission
from core.models import Engagement, School
from core.selectors import list_schools
from core.views.base import PermittedView
from core.views.faults import faults_on
from cpd.domain.elsa_entries import is_employed
from cpd.domain.elsa_presets import PRESETS, Preset
from cpd.enums import JoinerRule
from cpd.exports.elsa_certificate import build_certificate
from cpd.forms.elsa import EndForm, ProviderForm, RegistrationForm
from cpd.models import ElsaProvider, ElsaRegistration
from cpd.selectors.elsa import category_of
from cpd.selectors.elsa_person import visible_attestations
from cpd.services.elsa_records import attest_attendance
from cpd.services.elsa_registration import (
    add_provider,
    change_provider,
    change_registration,
    end_registration,
    register_elsa,
)
from cpd.views.elsa import ElsaPersonView
from cpd.views.supervision import show_form, to_page
from recruitment.views.exports import pdf_response


class RegistrationView(ElsaPersonView):
    """Put somebody on the ledger, renew or correct their registration."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_engagement(pk)
        self.require_charge(engagement)
        initial = {} if hasattr(engagement, "elsa") else first_guess(engagement, self.actor.name)
        return self.show(request, engagement, self.form(engagement, initial=initial))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_engagement(pk)
        self.require_charge(engagement)
        form = self.form(engagement, data=request.POST)
        if form.is_valid():
            with faults_on(form):
                self.save(engagement, form)
                messages.success(request, f"The registration of {engagement.person.full_name} is saved.")
                return to_page(pk)
        return self.show(request, engagement, form)

    def form(self, engagement: Engagement, **given: Any) -> RegistrationForm:
        registration = getattr(engagement, "elsa", None)
        return RegistrationForm(
            school_id=engagement.school_id,
            asks_employment=registration is None and category_of(engagement) is None,
            registration=registration,
            **given,
        )

    def save(self, engagement: Engagement, form: RegistrationForm) -> None:
        registration: ElsaRegistration | None = getattr(engagement, "elsa", None)
        if registration is None:
            register_elsa(
                engagement_id=engagement.pk,
                entry=form.entry(),
                is_declared_employed=form.is_declared_employed,
                by=self.actor,
                now=timezone.now(),
            )
            return
        change_registration(
            registration_id=registration.pk,
            entry=form.entry(),
            reason=form.cleaned_data["reason"],
            by=self.actor,
            now=timezone.now(),
        )

    def show(self, request: HttpRequest, engagement: Engagement, form: RegistrationForm) -> HttpResponse:
        providers = form.fields["provider"].queryset  # type: ignore[attr-defined]
        return show_form(
            request,
            engagement,
            form,
            "registration",
            has_providers=providers.exists(),
            is_refused=is_employed(category_of(engagement)) is False,
            may_edit_rules=self.actor.holds(Permission.EDIT_DEVELOPMENT_RULES, engagement.school_id),
        )


def first_guess(engagement: Engagement, name: str) -> dict[str, Any]:
    """What a new registration begins with: whoever writes it nominates, with the only provider there is."""
    providers = list(ElsaProvider.objects.filter(school_id=engagement.school_id).order_by("name", "pk")[:2])
    only = providers[0].pk if len(providers) == 1 else None
    return {"nominated_by": name, "provider": only}


class EndView(ElsaPersonView):
    """Take somebody off the ledger."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_registration(pk).engagement
        self.require_charge(engagement)
        return show_form(request, engagement, EndForm(), "end")

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        registration, form = self.get_registration(pk), EndForm(request.POST)
        engagement = registration.engagement
        self.require_charge(engagement)
        if form.is_valid():
            end_registration(
                registration_id=registration.pk, **form.cleaned_data, by=self.actor, now=timezone.now()
            )
            messages.success(request, f"{engagement.person.full_name} leaves the ledger after that day.")
            return to_page(pk)
        return show_form(request, engagement, form, "end")


class AttestView(ElsaPersonView):
    """Stand by the attendance; the certificate is then there to be downloaded."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        registration = self.get_registration(pk)
        self.require_charge(registration.engagement)
        attest_attendance(registration_id=registration.pk, by=self.actor, now=timezone.now())
        messages.success(request, "The attendance is attested: the certificate can be downloaded below.")
        return to_page(pk)


class CertificateView(PermittedView):
    """The certificate of attendance as PDF, as it was attested."""

    permission = Permission.KEEP_OWN_RECORD

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        attestation = self.get_or_404(visible_attestations(self.actor, today=timezone.localdate()), pk=pk)
        person = attestation.registration.engagement.person
        name = f"elsa-attendance-{person.full_name}-{attestation.as_at}"
        return pdf_response(build_certificate(attestation), name)


class ProviderListView(PermittedView):
    """The providers of the actor's schools, and the rules to begin with."""

    permission = Permission.EDIT_DEVELOPMENT_RULES

    def get(self, request: HttpRequest) -> HttpResponse:
        schools = list_schools(self.actor, self.permission)
        providers = (
            ElsaProvider.objects.filter(school__in=self.actor.schools_with(self.permission))
            .select_related("school")
            .order_by("school__name", "name", "pk")
        )
        context = {"providers": providers, "presets": PRESETS, "schools": schools}
        return render(request, "cpd/elsa/providers.html", context)


class ProviderAddView(PermittedView):
    permission = Permission.EDIT_DEVELOPMENT_RULES

    def get(self, request: HttpRequest, school_id: int) -> HttpResponse:
        asked = request.GET.get("preset", "")
        preset = Preset(asked) if asked in set(Preset) else Preset.NETWORK
        initial = {name: getattr(PRESETS[preset], name, None) for name in ProviderForm.base_fields}
        form = ProviderForm(initial=initial | {"preset": preset, "joiner_rule": JoinerRule.FULL})
        return show_provider(request, self.get_school(school_id), form)

    def post(self, request: HttpRequest, school_id: int) -> HttpResponse:
        school, form = self.get_school(school_id), ProviderForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                add_provider(school_id=school.pk, entry=form.entry(), by=self.actor, now=timezone.now())
                messages.success(request, "The provider is entered.")
                return redirect("cpd:elsa-provider-list")
        return show_provider(request, school, form)

    def get_school(self, school_id: int) -> School:
        return self.get_or_404(School.objects.where(self.actor, self.permission), pk=school_id)


class ProviderChangeView(PermittedView):
    permission = Permission.EDIT_DEVELOPMENT_RULES

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        provider = self.get_provider(pk)
        return show_provider(request, provider.school, ProviderForm(provider=provider))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        provider = self.get_provider(pk)
        form = ProviderForm(request.POST, provider=provider)
        if form.is_valid():
            with faults_on(form):
                change_provider(
                    provider_id=pk,
                    entry=form.entry(),
                    reason=form.cleaned_data["reason"],
                    by=self.actor,
                    now=timezone.now(),
                )
                messages.success(request, "The provider’s rules are changed; everybody stands by them now.")
                return redirect("cpd:elsa-provider-list")
        return show_provider(request, provider.school, form)

    def get_provider(self, pk: int) -> ElsaProvider:
        providers = ElsaProvider.objects.filter(school__in=self.actor.schools_with(self.permission))
        return self.get_or_404(providers.select_related("school"), pk=pk)


def show_provider(request: HttpRequest, school: School, form: ProviderForm) -> HttpResponse:
    preset = form["preset"].value()
    rules = PRESETS[Preset(preset)] if preset in set(Preset) else None
    context = {"school": school, "form": form, "rules": rules, "is_new": "reason" not in form.fields}
    return render(request, "cpd/elsa/provider.html", context, status=422 if form.errors else 200)
