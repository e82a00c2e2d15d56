"""A school's own policy: how many references, how long records are kept, and who decided so."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from compliance.forms.policy import PolicyForm
from compliance.selectors.policy import NAMES, PolicyChange, get_policy, list_policy_changes
from compliance.services.policy import set_policy
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.models import School
from core.selectors import list_schools
from core.views.base import PermittedView
from core.views.faults import faults_on


class PolicyView(PermittedView):
    permission = Permission.EDIT_COMPLIANCE_POLICY

    def get(self, request: HttpRequest) -> HttpResponse:
        schools = list_schools(self.actor, Permission.EDIT_COMPLIANCE_POLICY)
        school = choose_school(schools, request.GET.get("school", ""))
        policy = get_policy(school.pk)
        form = PolicyForm(initial={name: getattr(policy, name) for name in NAMES})
        return self.show(request, schools, school, form)

    def post(self, request: HttpRequest) -> HttpResponse:
        schools = list_schools(self.actor, Permission.EDIT_COMPLIANCE_POLICY)
        school = choose_school(schools, request.POST.get("school", ""))
        form = PolicyForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                set_policy(
                    school_id=school.pk,
                    policy=form.policy(),
                    reason=form.cleaned_data["reason"],
                    by=self.actor,
                    now=timezone.now(),
                )
                messages.success(request, f"The policy of {school.name} is written down.")
                return redirect(reverse("compliance:policy", query={"school": school.pk}))
        return self.show(request, schools, school, form, status=422)

    def show(
        self,
        request: HttpRequest,
        schools: list[School],
        school: School,
        form: PolicyForm,
        *,
        status: int = 200,
    ) -> HttpResponse:
        context = {
            "schools": schools,
            "school": school,
            "form": form,
            "changes": [(change, in_words(change, form)) for change in list_policy_changes(school.pk)],
            "may_manage_retention": self.actor.holds(Permission.MANAGE_RETENTION, school.pk),
        }
        return render(request, "compliance/policy.html", context, status=status)


def choose_school(schools: list[School], wanted: str) -> School:
    """The school asked for, out of the actor's own; the first where none is asked for."""
    if not wanted:
        return schools[0]
    number = number_in(wanted)
    for school in schools:
        if school.pk == number:
            return school
    raise Http404


def in_words(change: PolicyChange, form: PolicyForm) -> list[str]:
    """What became different, each in the words of the form."""
    return [
        f"{form.fields[name].label}: {told(before)} to {told(after)}"
        for name, before, after in change.changed
    ]


def told(number: int | None) -> str:
    return "none of its own" if number is None else str(number)
