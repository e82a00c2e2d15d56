"""The ELSA ledger of a school, and the page of one ELSA."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.models import Engagement
from core.selectors import list_schools
from core.views.base import PermittedView
from cpd.domain.elsa import Status
from cpd.domain.elsa_presets import PRESETS, Preset
from cpd.domain.elsa_sentences import STATUS_TONES, STATUS_WORDS
from cpd.forms.elsa import AsAtForm
from cpd.models import ElsaRegistration
from cpd.selectors.elsa import in_charge_of, list_ledger
from cpd.selectors.elsa_person import get_elsa_page, visible_people

# What wants something done comes first.
STATUS_ORDER = (
    Status.NOT_ELIGIBLE,
    Status.LAPSED,
    Status.LAST_CHANCE,
    Status.ON_TRACK,
    Status.TRAINEE,
    Status.MET,
)


class LedgerView(PermittedView):
    """Every ELSA of the schools within reach, on any day."""

    permission = Permission.KEEP_OWN_RECORD

    def get(self, request: HttpRequest) -> HttpResponse:
        today = timezone.localdate()
        form, as_at = read_as_at(request, today)
        chosen, status = request.GET.get("school", ""), request.GET.get("status", "")
        lines = sorted(
            list_ledger(
                self.actor, as_at=as_at, today=today, school_id=number_in(chosen) if chosen else None
            ),
            key=lambda line: STATUS_ORDER.index(line.status),
        )
        schools = list_schools(self.actor, Permission.VIEW_DEVELOPMENT)
        by_months = sorted({line.engagement.school.name for line in lines if line.is_by_months})
        context = {
            "by_months": by_months,
            "is_every_month": all(line.is_by_months for line in lines),
            "form": form,
            "as_at": as_at,
            "is_today": as_at == today,
            "lines": [line for line in lines if not status or line.status == status],
            "total": len(lines),
            "counts": [
                (one, STATUS_WORDS[one], STATUS_TONES[one], sum(line.status == one for line in lines))
                for one in STATUS_ORDER
                if any(line.status == one for line in lines)
            ],
            "status": status,
            "school": chosen,
            "schools": schools,
            "year": lines[0].year.school_year if lines else None,
            "may_register": bool(schools),
            "may_edit_rules": self.actor.holds_anywhere(Permission.EDIT_DEVELOPMENT_RULES),
        }
        return render(request, "cpd/elsa/ledger.html", context, status=422 if form.errors else 200)


def read_as_at(request: HttpRequest, today: date) -> tuple[AsAtForm, date]:
    """The day asked about, or today where none was given or what was given is no date."""
    form = AsAtForm(request.GET)
    asked = form.cleaned_data.get("as_at") if form.is_valid() else None
    return form, asked or today


class ElsaPersonView(PermittedView):
    """What the pages of one ELSA share. Whoever is out of reach is a stranger: 404."""

    permission = Permission.KEEP_OWN_RECORD

    def get_engagement(self, pk: int) -> Engagement:
        return self.get_or_404(visible_people(self.actor, today=timezone.localdate()), pk=pk)

    def get_registration(self, pk: int) -> ElsaRegistration:
        """The registration of the engagement, with it; 404 where there is none."""
        registration: ElsaRegistration | None = getattr(self.get_engagement(pk), "elsa", None)
        if registration is None:
            raise Http404
        return registration

    def require_charge(self, engagement: Engagement) -> None:
        """403 where the actor may see the person but does not speak for the school about them."""
        if not self.is_in_charge(engagement):
            raise PermissionDenied

    def is_in_charge(self, engagement: Engagement) -> bool:
        return in_charge_of(self.actor, today=timezone.localdate()).filter(pk=engagement.pk).exists()


class ElsaDetailView(ElsaPersonView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement, today = self.get_engagement(pk), timezone.localdate()
        form, as_at = read_as_at(request, today)
        page = get_elsa_page(self.actor, engagement, as_at=as_at, today=today)
        context: dict[str, Any] = {
            "engagement": engagement,
            "person": engagement.person,
            "form": form,
            "as_at": as_at,
            "is_today": as_at == today,
            "page": page,
            "line": page.line if page else None,
            "preset": PRESETS[Preset(page.line.provider.preset)] if page else None,
            "is_in_charge": self.is_in_charge(engagement),
            "is_own": engagement.person.user_id == self.actor.user_id,
        }
        return render(request, "cpd/elsa/person.html", context, status=422 if form.errors else 200)
