"""The school's pages of policies: the list, who has read one, whom to remind, and the files of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from compliance.domain.kinds import KIND_LABELS, PersonKind
from compliance.views.record_files import XLSX
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.views.base import PermittedView
from core.views.documents import document_response
from cpd.domain.policies import STATE_LABELS, ReadingState, deny_change, write_chase
from cpd.domain.sources.policies import PART_ONE_READ, SCHOOL_ASKS
from cpd.enums import ReadingBasis
from cpd.exports.policy_readers import build_readers_workbook, write_readers_csv
from cpd.models import Policy
from cpd.selectors.policies import (
    PolicyPage,
    Reading,
    get_policy_page,
    list_policies,
    visible_policies,
    visible_versions,
)
from recruitment.views.exports import as_attachment

SOURCES = {ReadingBasis.GUIDANCE: PART_ONE_READ, ReadingBasis.POLICY: SCHOOL_ASKS}
MISSING = "missing"
SHOWN = {MISSING: "Not signed yet"} | {state.value: label for state, label in STATE_LABELS.items()}


class PolicyListView(PermittedView):
    permission = Permission.VIEW_DEVELOPMENT

    def get(self, request: HttpRequest) -> HttpResponse:
        cards = list_policies(self.actor, today=timezone.localdate())
        context = {
            "cards": [card for card in cards if card.policy.withdrawn_at is None],
            "withdrawn": [card for card in cards if card.policy.withdrawn_at is not None],
            "shows_school": len({card.policy.school_id for card in cards}) > 1,
            "may_edit": self.actor.holds_anywhere(Permission.RECORD_DEVELOPMENT),
        }
        return render(request, "cpd/policies/list.html", context)


class PolicyPageView(PermittedView):
    """What the pages of one policy share."""

    permission = Permission.VIEW_DEVELOPMENT

    def get_policy(self, pk: int) -> Policy:
        policy = self.get_or_404(visible_policies(self.actor).select_related("school", "withdrawn_by"), pk=pk)
        self.require_at(policy.school_id)
        return policy

    def get_page(self, request: HttpRequest, pk: int) -> PolicyPage:
        """The edition in force, or the one named in the address."""
        chosen = request.GET.get("edition", "")
        page = get_policy_page(
            self.get_policy(pk),
            self.actor,
            today=timezone.localdate(),
            version_id=number_in(chosen) if chosen else None,
        )
        if page is None:
            raise Http404
        return page


class PolicyDetailView(PolicyPageView):
    """Who has read an edition and who has not, filtered by name and by what is missing."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        page = self.get_page(request, pk)
        search, show = request.GET.get("q", "").strip(), request.GET.get("show", "")
        policy = page.policy
        context: dict[str, Any] = {
            "page": page,
            "policy": policy,
            "version": page.version,
            "readings": [one for one in page.readings if is_shown(one, search, show)],
            "search": search,
            "show": show,
            "shown": SHOWN,
            "is_filtered": bool(search or show),
            "kinds": [KIND_LABELS[PersonKind(kind)] for kind in page.version.kinds],
            "source": SOURCES[ReadingBasis(policy.basis)],
            "today": timezone.localdate(),
            "why_no_change": deny_change(page.signatures),
            "may_edit": self.actor.holds(Permission.RECORD_DEVELOPMENT, policy.school_id),
        }
        return render(request, "cpd/policies/detail.html", context)


def is_shown(reading: Reading, search: str, show: str) -> bool:
    """Whether a row passes the filters: every word is somewhere in the name or the job titles."""
    words = f"{reading.name} {' '.join(reading.reader.job_titles)}".casefold()
    if not all(word in words for word in search.casefold().split()):
        return False
    if show == MISSING:
        return reading.state != ReadingState.SIGNED
    return show not in STATE_LABELS or reading.state == show


class PolicyChaseView(PolicyPageView):
    """Whom to remind: names, addresses to copy, and the words to send."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        page = self.get_page(request, pk)
        chase = write_chase(
            title=page.policy.title,
            edition=page.version.edition,
            due=page.version.read_by,
            today=timezone.localdate(),
            address=request.build_absolute_uri(reverse("cpd:my-record")),
            sender=self.actor.name,
        )
        addresses = {one.reader.email: None for one in page.missing if one.reader.email}
        context = {
            "page": page,
            "policy": page.policy,
            "version": page.version,
            "chase": chase,
            "addresses": "; ".join(addresses),
            "without": [one for one in page.missing if not one.reader.email],
        }
        return render(request, "cpd/policies/chase.html", context)


class PolicyReadersWorkbookView(PolicyPageView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        page = self.get_page(request, pk)
        body = build_readers_workbook(page, now=timezone.now())
        return as_attachment(HttpResponse(body, content_type=XLSX), file_name(page), "xlsx")


class PolicyReadersListView(PolicyPageView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        page = self.get_page(request, pk)
        response = HttpResponse(write_readers_csv(page), content_type="text/csv; charset=utf-8")
        return as_attachment(response, file_name(page), "csv")


def file_name(page: PolicyPage) -> str:
    return f"{slugify(page.policy.title)}-{slugify(page.version.edition)}-readers"


class PolicyFileView(PermittedView):
    """The document of one edition, as a download."""

    permission = Permission.VIEW_DEVELOPMENT

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        version = self.get_or_404(visible_versions(self.actor), pk=pk, document__isnull=False)
        assert version.document is not None  # noqa: S101 (filtered above; for the type checker)
        return document_response(version.document)
