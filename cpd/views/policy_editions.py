"""Policies added, published anew, corrected and withdrawn; signatures on paper written down."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.errors import require
from core.domain.permissions import Permission
from core.selectors import list_schools
from core.views.base import PermittedView
from core.views.faults import faults_on
from cpd.domain.policies import deny_change
from cpd.forms.policies import EditionForm, PaperForm, PolicyForm, WithdrawForm, initial_of
from cpd.models import Policy, PolicyVersion
from cpd.selectors.courses import list_courses_by_reading
from cpd.selectors.policies import visible_policies, visible_versions
from cpd.selectors.policy_readers import present_on, readers_of
from cpd.selectors.reach import within_reach
from cpd.services.policies import change_edition, create_policy, publish_edition, withdraw_policy
from cpd.services.policy_signatures import record_paper_signature


def list_course_choices(school_ids: Sequence[int]) -> list[tuple[int, str]]:
    """What signing can count as at these schools, to choose from."""
    return [(one.pk, one.name) for one in list_courses_by_reading(school_ids)]


class PolicyAddView(PermittedView):
    permission = Permission.RECORD_DEVELOPMENT

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, self.form(initial={"in_force_from": timezone.localdate()}))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form(request.POST, request.FILES)
        if form.is_valid():
            given = form.cleaned_data
            with faults_on(form):
                policy = create_policy(
                    school_id=given["school"],
                    title=given["title"],
                    basis=given["basis"],
                    entry=form.entry(),
                    upload=given["file"],
                    by=self.actor,
                    now=timezone.now(),
                )
                messages.success(
                    request, f"{policy.title} is published. Its readers find it on their own page."
                )
                return redirect("cpd:policy-detail", pk=policy.pk)
        return self.show(request, form, status=422)

    def form(self, *args: Any, **kwargs: Any) -> PolicyForm:
        schools = [(one.pk, one.name) for one in list_schools(self.actor, Permission.RECORD_DEVELOPMENT)]
        courses = list_course_choices([pk for pk, _name in schools])
        return PolicyForm(*args, schools=schools, courses=courses, **kwargs)

    def show(self, request: HttpRequest, form: PolicyForm, status: int = 200) -> HttpResponse:
        schools = list_schools(self.actor, Permission.RECORD_DEVELOPMENT)
        context = {"form": form, "only_school": schools[0] if len(schools) == 1 else None}
        return render(request, "cpd/policies/add.html", context, status=status)


class EditPolicyView(PermittedView):
    """What the pages that change a policy share."""

    permission = Permission.RECORD_DEVELOPMENT

    def get_policy(self, pk: int) -> Policy:
        policy = self.get_or_404(visible_policies(self.actor).select_related("school"), pk=pk)
        self.require_at(policy.school_id)
        return policy

    def get_version(self, pk: int) -> PolicyVersion:
        version = self.get_or_404(visible_versions(self.actor), pk=pk)
        self.require_at(version.policy.school_id)
        return version

    def edition_form(self, policy: Policy, *args: Any, **kwargs: Any) -> EditionForm:
        return EditionForm(*args, courses=list_course_choices([policy.school_id]), **kwargs)

    def show(
        self,
        request: HttpRequest,
        template: str,
        policy: Policy,
        form: forms.Form,
        status: int = 200,
        **more: Any,
    ) -> HttpResponse:
        context = {"policy": policy, "form": form, **more}
        return render(request, f"cpd/policies/{template}.html", context, status=status)


class EditionPublishView(EditPolicyView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        policy = self.get_policy(pk)
        newest = policy.versions.order_by("-in_force_from", "-pk").first()
        initial = {
            "kinds": newest.kinds if newest else [],
            "counts_as": newest.counts_as_id if newest else None,
            "in_force_from": timezone.localdate(),
        }
        return self.show(request, "publish", policy, self.edition_form(policy, initial=initial))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        policy = self.get_policy(pk)
        form = self.edition_form(policy, request.POST, request.FILES)
        if form.is_valid():
            with faults_on(form):
                version = publish_edition(
                    policy_id=pk,
                    entry=form.entry(),
                    upload=form.cleaned_data["file"],
                    by=self.actor,
                    now=timezone.now(),
                )
                day = f"{version.in_force_from:%d/%m/%Y}"
                messages.success(request, f"{version.edition} is published. It is asked for from {day} on.")
                return redirect("cpd:policy-detail", pk=pk)
        return self.show(request, "publish", policy, form, status=422)


class EditionChangeView(EditPolicyView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        version = self.get_version(pk)
        require(deny_change(version.signatures.count()))
        form = self.edition_form(version.policy, initial=initial_of(version))
        return self.show(request, "change", version.policy, form, version=version)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        version = self.get_version(pk)
        form = self.edition_form(version.policy, request.POST, request.FILES)
        if form.is_valid():
            with faults_on(form):
                change_edition(
                    version_id=pk,
                    entry=form.entry(),
                    upload=form.cleaned_data["file"],
                    by=self.actor,
                    now=timezone.now(),
                )
                messages.success(request, "The edition is corrected.")
                return redirect("cpd:policy-detail", pk=version.policy_id)
        return self.show(request, "change", version.policy, form, status=422, version=version)


class PolicyWithdrawView(EditPolicyView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, "withdraw", self.get_policy(pk), WithdrawForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        policy = self.get_policy(pk)
        form = WithdrawForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                withdraw_policy(policy_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, f"{policy.title} is no longer asked for.")
                return redirect("cpd:policy-list")
        return self.show(request, "withdraw", policy, form, status=422)


class PaperSignatureView(EditPolicyView):
    """A signature on paper, of somebody at work here who has not signed the edition yet."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        version = self.get_version(pk)
        initial = {"person": request.GET.get("person", ""), "seen_by": self.actor.name}
        form = self.form(version, initial=initial)
        return self.show(request, "paper", version.policy, form, version=version)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        version = self.get_version(pk)
        form = self.form(version, request.POST)
        if form.is_valid():
            given = dict(form.cleaned_data)
            with faults_on(form):
                signature = record_paper_signature(
                    version_id=pk, person_id=given.pop("person"), **given, by=self.actor, now=timezone.now()
                )
                messages.success(request, f"The signature of {signature.name} is recorded.")
                return redirect("cpd:policy-detail", pk=version.policy_id)
        return self.show(request, "paper", version.policy, form, status=422, version=version)

    def form(self, version: PolicyVersion, *args: Any, **kwargs: Any) -> PaperForm:
        today = timezone.localdate()
        here = within_reach(self.actor, today=today).filter(school_id=version.policy.school_id)
        signed = set(version.signatures.values_list("person_id", flat=True))
        readers = [one for one in readers_of(present_on(here, today)) if one.person.pk not in signed]
        return PaperForm(*args, readers=readers, **kwargs)
