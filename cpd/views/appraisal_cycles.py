"""A school's cycles: made, opened for chosen people, looked through, moderated."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.permissions import Permission
from core.selectors import list_people_holding, list_schools
from core.views.base import PermittedView
from core.views.faults import faults_on
from cpd.domain.appraisal import RATING_LABELS, CycleKind
from cpd.domain.appraisal_states import STATE_LABELS
from cpd.domain.appraisal_writing import usual_dates
from cpd.domain.sources.appraisal import CUSTOMARY_DATES
from cpd.forms.appraisal_cycles import CycleForm, read_chosen
from cpd.models import AppraisalCycle, AppraisalTemplate
from cpd.selectors.appraisal_cycles import (
    CyclePerson,
    get_moderation,
    judge_people,
    list_cards_of,
    list_cycles,
    visible_cycles,
)
from cpd.services.appraisal_cycles import create_cycle, open_appraisals


class CycleListView(PermittedView):
    permission = Permission.VIEW_DEVELOPMENT

    def get(self, request: HttpRequest) -> HttpResponse:
        context = {
            "cycles": list_cycles(self.actor),
            "may_edit": self.actor.holds_anywhere(Permission.RECORD_DEVELOPMENT),
            "schools": list_schools(self.actor, Permission.VIEW_DEVELOPMENT),
        }
        return render(request, "cpd/appraisals/cycles.html", context)


class CycleAddView(PermittedView):
    permission = Permission.RECORD_DEVELOPMENT

    def get(self, request: HttpRequest) -> HttpResponse:
        today = timezone.localdate()
        first = today.replace(year=today.year - (today.month < 8), month=9, day=1)
        kind = CycleKind.TEACHERS
        name = f"Teachers {first.year} to {first.year + 1}"
        initial = {"name": name, "kind": kind.value, "first_date": first} | usual_dates(kind, first)
        return self.show(request, CycleForm(initial=initial, schools=self.schools))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = CycleForm(request.POST, schools=self.schools)
        if form.is_valid():
            given = form.cleaned_data
            with faults_on(form):
                cycle = create_cycle(
                    school_id=int(given["school"]),
                    name=given["name"],
                    kind=given["kind"],
                    dates=form.dates(),
                    by=self.actor,
                    now=timezone.now(),
                )
                messages.success(request, "The cycle is made. Choose who is in it.")
                return redirect("cpd:appraisal-cycle-open", pk=cycle.pk)
        return self.show(request, form, status=422)

    @property
    def schools(self) -> list[Any]:
        return list_schools(self.actor, Permission.RECORD_DEVELOPMENT)

    def show(self, request: HttpRequest, form: CycleForm, status: int = 200) -> HttpResponse:
        context = {"form": form, "source": CUSTOMARY_DATES}
        return render(request, "cpd/appraisals/cycle_add.html", context, status=status)


class CycleView(PermittedView):
    """What the pages of one cycle share."""

    permission = Permission.VIEW_DEVELOPMENT

    def get_cycle(self, pk: int) -> AppraisalCycle:
        cycle = self.get_or_404(visible_cycles(self.actor).select_related("school"), pk=pk)
        self.require_at(cycle.school_id)
        return cycle


class CycleDetailView(CycleView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        cycle = self.get_cycle(pk)
        cards = list_cards_of(cycle, self.actor)
        search, state = request.GET.get("q", "").strip().lower(), request.GET.get("state", "")
        shown = [
            card
            for card in cards
            if (not state or card.appraisal.state == state)
            and search in f"{card.appraisal.engagement.person} {card.appraisal.appraiser}".lower()
        ]
        today = timezone.localdate()
        context = {
            "cycle": cycle,
            "cards": shown,
            "total": len(cards),
            "closed": sum(card.appraisal.state == "closed" for card in cards),
            "late": sum(card.is_late(today) for card in cards),
            "suspended": sum(card.appraisal.state == "suspended" for card in cards),
            "states": [(one.value, label) for one, label in STATE_LABELS.items()],
            "search": request.GET.get("q", ""),
            "state": state,
            "today": today,
            "may_edit": self.actor.holds(Permission.RECORD_DEVELOPMENT, cycle.school_id),
        }
        return render(request, "cpd/appraisals/cycle.html", context)


class CycleOpenView(CycleView):
    """Choose who is in a cycle. Whoever is not is listed with the rule that says so."""

    permission = Permission.RECORD_DEVELOPMENT

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_cycle(pk))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        cycle = self.get_cycle(pk)
        template = request.POST.get("template", "")
        try:
            opened = open_appraisals(
                cycle_id=pk,
                chosen=read_chosen(request.POST),
                template_id=int(template) if template.isdecimal() else None,
                by=self.actor,
                now=timezone.now(),
            )
        except DomainError as error:
            return self.show(request, cycle, typed=request.POST, fault=error)
        number = len(opened)
        messages.success(request, f"{number} appraisal{'' if number == 1 else 's'} opened.")
        return redirect("cpd:appraisal-cycle-detail", pk=pk)

    def show(
        self,
        request: HttpRequest,
        cycle: AppraisalCycle,
        *,
        typed: QueryDict | None = None,
        fault: DomainError | None = None,
    ) -> HttpResponse:
        people = judge_people(cycle, today=timezone.localdate())
        templates = AppraisalTemplate.objects.filter(school_id=cycle.school_id, kind=cycle.kind)
        context = {
            "cycle": cycle,
            "rows": [_row(one, typed) for one in people if one.eligibility.is_in and one.appraisal is None],
            "others": [one for one in people if is_told_why(one)],
            "elsewhere": [one for one in people if one.eligibility.code == "not_employed"],
            "number_in": sum(one.appraisal is not None for one in people),
            "number_elsewhere": sum(one.eligibility.code == "other_cycle" for one in people),
            "appraisers": list_people_holding(Permission.MANAGE_TEAM, school_id=cycle.school_id),
            "templates": list(templates.order_by("name", "pk")),
            "template": typed.get("template", "") if typed is not None else "",
            "fault": fault,
        }
        return render(request, "cpd/appraisals/cycle_open.html", context, status=422 if fault else 200)


def is_told_why(person: CyclePerson) -> bool:
    """Whether the page gives the rule of somebody one by one: of staff who are in neither cycle."""
    return not person.eligibility.is_in and person.eligibility.code not in ("other_cycle", "not_employed")


def _row(person: CyclePerson, typed: QueryDict | None) -> dict[str, Any]:
    """One person to choose, as first proposed or as it was sent."""
    key = str(person.engagement.pk)
    if typed is None:
        chosen, appraiser = person.manager_id is not None, str(person.manager_id or "")
    else:
        chosen, appraiser = key in typed.getlist("chosen"), typed.get(f"appraiser_{key}", "")
    return {
        "person": person,
        "is_chosen": chosen,
        "appraiser": appraiser,
        "is_head": typed is not None and typed.get(f"head_{key}") == "yes",
    }


class ModerationView(CycleView):
    """Ratings side by side. To others than the head small numbers are not shown."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        cycle = self.get_cycle(pk)
        cards = list_cards_of(cycle, self.actor)
        context = {
            "cycle": cycle,
            "moderation": get_moderation(cycle, self.actor),
            "ratings": list(RATING_LABELS.values()),
            "to_look_at": [card for card in cards if card.appraisal.state == "final_drafted"],
            "today": timezone.localdate(),
        }
        return render(request, "cpd/appraisals/moderation.html", context)
