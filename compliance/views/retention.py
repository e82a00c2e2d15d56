"""The retention list: what is due for destruction, what comes, what is held."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from compliance.domain.reminder_rules import DESTRUCTIONS
from compliance.domain.retention_list import RetentionItem
from compliance.domain.school_policy import field_of
from compliance.enums import ErasableRecord
from compliance.forms.retention import ProposalForm
from compliance.selectors.policy import get_policy
from compliance.selectors.retention import list_retention_items
from compliance.services.retention import propose_destruction
from core.domain.errors import DomainError
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.domain.retention import PERIODS, Record
from core.models import School
from core.selectors import list_schools
from core.views.base import PermittedView

AHEAD_DAYS = 90
ROWS_A_PAGE = 100


class RetentionListView(PermittedView):
    """One kind of record at one school; the tiles say what there is of the others."""

    permission = Permission.MANAGE_RETENTION

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, request.GET.get("kind", ""), request.GET.get("school", ""))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ProposalForm(request.POST)
        if not form.is_valid():
            raise BadRequest("Neither a kind of record nor a school was named.")
        kind, school_id = form.cleaned_data["kind"], form.cleaned_data["school"]
        self.require_at(school_id)
        today = timezone.localdate()
        ticked = request.POST.getlist("record")
        keys = self.list_due_keys(kind, school_id, today) if form.cleaned_data["everything"] else ticked
        try:
            batch = propose_destruction(
                kind=kind,
                school_id=school_id,
                record_keys=keys,
                by=self.actor,
                today=today,
                now=timezone.now(),
            )
        except DomainError as error:
            return self.show(request, kind, str(school_id), ticked=ticked, error=error, status=422)
        messages.success(request, "Proposed. Nothing goes until somebody else confirms it.")
        return redirect("compliance:destruction-detail", pk=batch.pk)

    def list_due_keys(self, kind: str, school_id: int, today: date) -> list[str]:
        items = list_retention_items([school_id], today=today, kinds=[kind])
        return [item.record_key for item in items if item.is_due]

    def show(
        self,
        request: HttpRequest,
        wanted_kind: str,
        wanted_school: str,
        *,
        ticked: list[str] | None = None,
        error: DomainError | None = None,
        status: int = 200,
    ) -> HttpResponse:
        today = timezone.localdate()
        schools = list_schools(self.actor, Permission.MANAGE_RETENTION)
        items = list_retention_items(
            [school.pk for school in schools], today=today, until=today + timedelta(days=AHEAD_DAYS)
        )
        school = choose_school(schools, items, wanted_school)
        here = [item for item in items if item.school_id == school.pk]
        kind = choose_kind(here, wanted_kind)
        search = request.GET.get("q", "").strip()
        listed = [item for item in here if item.record == kind and found_by(item, search)]
        now_due = [item for item in listed if item.retention.destroy_after <= today]
        context: dict[str, Any] = {
            "page": Paginator(now_due, ROWS_A_PAGE).get_page(request.GET.get("page")),
            "coming": [item for item in listed if item.retention.destroy_after > today],
            "tiles": tiles_of(here, today),
            "kind": kind,
            "kind_label": ErasableRecord(kind).label,
            "rule": DESTRUCTIONS[Record(kind)],
            "period": PERIODS[Record(kind)],
            "kept_months": PERIODS[Record(kind)].under_policy(
                getattr(get_policy(school.pk), field_of(Record(kind)))
            ),
            "may_edit_policy": self.actor.holds(Permission.EDIT_COMPLIANCE_POLICY, school.pk),
            "due_count": sum(item.is_due for item in here if item.record == kind),
            "school": school,
            "schools": schools_counted(schools, items),
            "search": search,
            "ticked": ticked or [],
            "error": error,
            "has_items": bool(here),
        }
        return render(request, "compliance/retention/list.html", context, status=status)


def choose_school(schools: list[School], items: list[RetentionItem], wanted: str) -> School:
    """The school asked for; else the first with something due; else the first."""
    number = number_in(wanted) if wanted else None
    with_due = {item.school_id for item in items if item.is_due}
    asked = [school for school in schools if school.pk == number]
    return next(iter([*asked, *(one for one in schools if one.pk in with_due), *schools]))


def choose_kind(items: list[RetentionItem], wanted: str) -> str:
    """The kind asked for; else the first with something due; else the first."""
    if wanted in ErasableRecord.values:
        return wanted
    due = {item.record.value for item in items if item.is_due}
    return next((kind for kind in ErasableRecord.values if kind in due), ErasableRecord.values[0])


def found_by(item: RetentionItem, search: str) -> bool:
    return search.casefold() in f"{item.subject} {item.description}".casefold()


def tiles_of(items: list[RetentionItem], today: date) -> list[tuple[str, str, int, int]]:
    """Each kind with how many are due and how many come within three months."""
    due = Counter(item.record.value for item in items if item.is_due)
    coming = Counter(item.record.value for item in items if item.retention.destroy_after > today)
    return [(kind, label, due[kind], coming[kind]) for kind, label in ErasableRecord.choices]


def schools_counted(schools: list[School], items: list[RetentionItem]) -> list[tuple[School, int]]:
    due = Counter(item.school_id for item in items if item.is_due)
    return [(school, due[school.pk]) for school in schools]
