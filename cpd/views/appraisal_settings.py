"""What a school decides of appraisal: its policy, its templates; and who is out of it for a time."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Permission
from core.models import Engagement, School
from core.selectors import list_schools
from core.views.base import PermittedView
from core.views.faults import faults_on
from cpd.forms.appraisal_cycles import PolicyForm, TemplateForm
from cpd.forms.appraisals import ExclusionEndForm, ExclusionForm
from cpd.models import AppraisalExclusion, AppraisalTemplate
from cpd.selectors.appraisal_cycles import get_policy, list_templates
from cpd.selectors.reach import within_reach
from cpd.services.appraisal_exclusions import end_exclusion, record_exclusion
from cpd.services.appraisal_settings import save_template, set_policy

TEMPLATE_FIELDS = ("name", "kind", "self_prompts", "manager_prompts", "standard_objectives")


class SmallFormView(PermittedView):
    """A page with one form, its way back, and the button that sends it."""

    def show(
        self,
        request: HttpRequest,
        form: forms.Form,
        *,
        title: str,
        back: tuple[str, str],
        button: str,
        caption: str = "",
        lead: str = "",
        status: int = 200,
    ) -> HttpResponse:
        context = {
            "form": form,
            "title": title,
            "back_label": back[0],
            "back": back[1],
            "button": button,
            "caption": caption,
            "lead": lead,
        }
        return render(request, "cpd/appraisals/small_form.html", context, status=status)


class PolicyView(SmallFormView):
    permission = Permission.EDIT_DEVELOPMENT_RULES

    def get_school(self, pk: int) -> School:
        return self.get_or_404(School.objects.where(self.actor, Permission.EDIT_DEVELOPMENT_RULES), pk=pk)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        school = self.get_school(pk)
        policy = get_policy(school)
        form = PolicyForm(initial={name: getattr(policy, name) for name in PolicyForm.base_fields})
        return self.show_policy(request, school, form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        school, form = self.get_school(pk), PolicyForm(request.POST)
        if not form.is_valid():
            return self.show_policy(request, school, form, status=422)
        set_policy(school_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now())
        messages.success(request, "The policy is saved.")
        return redirect("cpd:appraisal-template-list")

    def show_policy(
        self, request: HttpRequest, school: School, form: PolicyForm, status: int = 200
    ) -> HttpResponse:
        return self.show(
            request,
            form,
            title="Appraisal policy",
            caption=school.name,
            lead="What the school decides for itself. No law sets these numbers.",
            back=("Appraisal templates and policy", reverse("cpd:appraisal-template-list")),
            button="Save the policy",
            status=status,
        )


class TemplateListView(PermittedView):
    permission = Permission.EDIT_DEVELOPMENT_RULES

    def get(self, request: HttpRequest) -> HttpResponse:
        schools = list_schools(self.actor, Permission.EDIT_DEVELOPMENT_RULES)
        context = {"templates": list(list_templates(self.actor)), "schools": schools}
        return render(request, "cpd/appraisals/templates.html", context)


class TemplateEditView(SmallFormView):
    """A new template, or one there is."""

    permission = Permission.EDIT_DEVELOPMENT_RULES

    def get(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        template = self.get_template(pk)
        initial = {name: getattr(template, name) for name in TEMPLATE_FIELDS}
        if template.school_id:
            initial["school"] = str(template.school_id)
        return self.show_template(request, TemplateForm(initial=initial, schools=self.schools))

    def post(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        template, form = self.get_template(pk), TemplateForm(request.POST, schools=self.schools)
        if form.is_valid():
            with faults_on(form):
                save_template(template=form.fill(template), by=self.actor, now=timezone.now())
                messages.success(request, "The template is saved.")
                return redirect("cpd:appraisal-template-list")
        return self.show_template(request, form, status=422)

    @property
    def schools(self) -> list[School]:
        return list_schools(self.actor, Permission.EDIT_DEVELOPMENT_RULES)

    def get_template(self, pk: int | None) -> AppraisalTemplate:
        return AppraisalTemplate() if pk is None else self.get_or_404(list_templates(self.actor), pk=pk)

    def show_template(self, request: HttpRequest, form: TemplateForm, status: int = 200) -> HttpResponse:
        return self.show(
            request,
            form,
            title="Template of an appraisal",
            lead="What a review asks of both sides, and objectives everybody of a role is given.",
            back=("Appraisal templates and policy", reverse("cpd:appraisal-template-list")),
            button="Save the template",
            status=status,
        )


class ExclusionAddView(SmallFormView):
    """Write down induction or a capability procedure; running appraisals are suspended by it."""

    permission = Permission.RECORD_DEVELOPMENT

    def get_engagement(self, pk: int) -> Engagement:
        reach = within_reach(self.actor, today=timezone.localdate())
        engagement = self.get_or_404(reach.select_related("person"), pk=pk)
        self.require_at(engagement.school_id)
        return engagement

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = ExclusionForm(initial={"valid_from": timezone.localdate()})
        return self.show_exclusion(request, self.get_engagement(pk), form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement, form = self.get_engagement(pk), ExclusionForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                record_exclusion(engagement_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, "It is on record, and a running appraisal is suspended.")
                return redirect("cpd:appraisal-person", pk=pk)
        return self.show_exclusion(request, engagement, form, status=422)

    def show_exclusion(
        self, request: HttpRequest, engagement: Engagement, form: forms.Form, status: int = 200
    ) -> HttpResponse:
        return self.show(
            request,
            form,
            title="Out of appraisal for a time",
            caption=engagement.person.full_name,
            lead="A running appraisal is suspended, and taken up again where it stood when this ends.",
            back=(engagement.person.full_name, reverse("cpd:appraisal-person", args=[engagement.pk])),
            button="Put on record",
            status=status,
        )


class ExclusionEndView(ExclusionAddView):
    def get_exclusion(self, pk: int) -> AppraisalExclusion:
        reach = within_reach(self.actor, today=timezone.localdate())
        visible = AppraisalExclusion.objects.filter(engagement__in=reach)
        exclusion = self.get_or_404(visible.select_related("engagement__person"), pk=pk)
        self.require_at(exclusion.engagement.school_id)
        return exclusion

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = ExclusionEndForm(initial={"valid_until": timezone.localdate()})
        return self.show_exclusion(request, self.get_exclusion(pk).engagement, form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        exclusion, form = self.get_exclusion(pk), ExclusionEndForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                end_exclusion(exclusion_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, "It has ended, and a suspended appraisal goes on.")
                return redirect("cpd:appraisal-person", pk=exclusion.engagement_id)
        return self.show_exclusion(request, exclusion.engagement, form, status=422)
