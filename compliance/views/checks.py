"""Checks written down one at a time, the file behind one, and looks at the Update Service."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from compliance.domain.categories import CHECK_LABELS, SEVERAL_AT_ONCE, CheckType
from compliance.domain.entry_review import review_entry
from compliance.domain.requirement import Requirement, Status, strongest
from compliance.enums import CheckState
from compliance.forms.check_kinds import form_for, is_vouched_for
from compliance.forms.checks import CheckForm, initial_for
from compliance.forms.dbs import UpdateServiceForm
from compliance.models import Check, CompliancePolicy
from compliance.selectors.checks import list_checks
from compliance.selectors.entry_context import get_known
from compliance.selectors.requirements import list_requirements_of
from compliance.selectors.staff import get_role
from compliance.services.checks import record_check
from compliance.services.looks import log_file_look
from compliance.services.update_service import record_update_service
from compliance.views.staff import EngagementView
from core.domain.errors import DomainError, NotAllowed
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.models import Engagement
from core.views.base import PermittedView, redirect_back
from core.views.documents import document_response
from core.views.faults import add_fault, faults_on

NAME_DIFFERS = "name_mismatch"


class CheckRecordView(EngagementView):
    """One page per kind of check. What must not be asked has no form, only the rule that says so."""

    permission = Permission.RECORD_CHECKS

    def get(self, request: HttpRequest, pk: int, check: str) -> HttpResponse:
        engagement = self.get_engagement(pk)
        page = self.page(request, engagement, check, request.GET)
        return self.show(
            request, page, page.form(initial=page.initial(timezone.localdate(), self.actor.name))
        )

    def post(self, request: HttpRequest, pk: int, check: str) -> HttpResponse:
        engagement = self.get_engagement(pk)
        page = self.page(request, engagement, check, request.POST)
        form = page.form(request.POST, request.FILES, asks_for_names="name_evidence" in request.POST)
        if form.is_valid():
            try:
                warnings = self.record(page, form)
            except NotAllowed as denial:
                form.add_error(None, denial.message)
            except DomainError as error:
                if error.code == NAME_DIFFERS:
                    form = page.form(request.POST, request.FILES, asks_for_names=True)
                    form.is_valid()
                add_fault(form, error)
            else:
                for warning in warnings:
                    messages.warning(request, warning)
                messages.success(request, f"{page.label} is recorded for {engagement.person.full_name}.")
                return redirect_back(request, reverse("compliance:staff-person", args=[engagement.person_id]))
        return self.show(request, page, form, status=422)

    def record(self, page: "CheckPage", form: CheckForm) -> tuple[str, ...]:
        """Write the check down; return what the rules want minded."""
        now, today, entry = timezone.now(), timezone.localdate(), form.entry()
        engagement = page.engagement
        known = get_known(
            engagement.person,
            school_id=engagement.school_id,
            check=page.check,
            requirements=page.requirements,
            today=today,
        )
        record_check(
            person_id=engagement.person_id,
            school_id=engagement.school_id,
            entry=entry,
            supersedes_id=page.earlier.pk if page.earlier else None,
            reason=form.cleaned_data.get("reason", ""),
            upload=form.cleaned_data.get("file"),
            name_evidence=form.cleaned_data.get("name_evidence", ""),
            by=self.actor,
            now=now,
        )
        return review_entry(entry, known, today=today).warnings

    def page(self, request: HttpRequest, engagement: Engagement, check: str, data: Any) -> "CheckPage":
        if check not in set(CheckType):
            raise Http404
        return CheckPage(engagement, CheckType(check), data, today=timezone.localdate())

    def show(
        self, request: HttpRequest, page: "CheckPage", form: CheckForm, status: int = 200
    ) -> HttpResponse:
        context = {
            "page": page,
            "engagement": page.engagement,
            "person": page.engagement.person,
            "form": form,
            "next": request.POST.get("next") or request.GET.get("next", ""),
        }
        return render(request, "compliance/checks/record.html", context, status=status)


class CheckPage:
    """What the page of one check shows and starts from."""

    def __init__(self, engagement: Engagement, check: CheckType, data: Any, *, today: Any) -> None:
        self.engagement, self.check, self.label = engagement, check, CHECK_LABELS[check]
        self.requirements = list_requirements_of(
            person_id=engagement.person_id, school_id=engagement.school_id, today=today
        )
        self.requirement: Requirement | None = strongest(one[check] for one in self.requirements)
        self.is_blocked = bool(self.requirement and self.requirement.status == Status.NOT_PERMITTED)
        self.by_agency = is_vouched_for(self.requirement) and not data.get("own")
        self.may_be_own = is_vouched_for(self.requirement)
        self.earlier = self._find_earlier(number_in(data.get("supersedes", "")))

    def _find_earlier(self, supersedes: int) -> Check | None:
        """The check that this one follows: the one named, or the only one that stands."""
        standing = list_checks(self.engagement, self.check)
        if supersedes or self.check in SEVERAL_AT_ONCE:
            return next((one for one in standing if one.pk == supersedes), None)
        return standing[0] if standing else None

    def form(self, *args: Any, **kwargs: Any) -> CheckForm:
        is_done = self.earlier is not None and self.earlier.state == CheckState.DONE
        form: CheckForm = form_for(self.check, *args, by_agency=self.by_agency, supersedes=is_done, **kwargs)
        policy = CompliancePolicy.objects.filter(school_id=self.engagement.school_id).first()
        if "recheck_date" in form.fields and policy and policy.dbs_renewal_months:
            form.fields["recheck_date"].help_text = (
                f"The law sets no expiry. Left empty, it is {policy.dbs_renewal_months} months after the day "
                "of issue, as your school's policy says."
            )
        return form

    def initial(self, today: Any, name: str) -> dict[str, Any]:
        initial = initial_for(today, name)
        role = get_role(self.engagement)
        if self.by_agency and role:
            initial["evidence_seen"] = role.agency
        if self.check == CheckType.ENHANCED_DBS:
            initial["name_on_certificate"] = ""
        if self.earlier is not None and self.earlier.state == CheckState.REQUESTED:
            seen = self.earlier.evidence_seen
            initial |= {"requested_date": self.earlier.requested_date, "evidence_seen": seen}
            if self.check == CheckType.QUALIFICATIONS:
                initial["demanded_by"] = seen
        return initial


class CheckFileView(PermittedView):
    """The evidence of one check, as a download; who took it is written down."""

    permission = Permission.VIEW_CHECKS

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        visible = Check.objects.filter(school_id__in=self.actor.schools_with(Permission.VIEW_CHECKS))
        check = self.get_or_404(visible.select_related("document"), pk=pk)
        if check.document is None:
            raise Http404
        answer = document_response(check.document)
        log_file_look(check=check, by=self.actor, now=timezone.now())
        return answer


class UpdateServiceView(PermittedView):
    permission = Permission.RECORD_CHECKS

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = UpdateServiceForm(initial={"checked_date": timezone.localdate()})
        return self.show(request, self.get_check(pk), form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        check = self.get_check(pk)
        form = UpdateServiceForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                record_update_service(check_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, "The look at the Update Service is recorded.")
                return redirect("compliance:staff-person", pk=check.person_id)
        return self.show(request, check, form, status=422)

    def get_check(self, pk: int) -> Check:
        visible = Check.objects.filter(
            school_id__in=self.actor.schools_with(Permission.VIEW_CHECKS), certificate__isnull=False
        )
        check = self.get_or_404(visible.select_related("person"), pk=pk)
        self.require_at(check.school_id)
        return check

    def show(self, request: HttpRequest, check: Check, form: forms.Form, status: int = 200) -> HttpResponse:
        context = {"check": check, "person": check.person, "form": form}
        return render(request, "compliance/checks/update_service.html", context, status=status)
