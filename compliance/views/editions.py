"""Editions of the rules: what each changes, for whom here, and by when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from compliance.domain.categories import CHECK_LABELS
from compliance.domain.requirement import Status
from compliance.selectors.editions import Concerned, list_editions
from core.domain.permissions import Permission
from core.views.base import PermittedView

WORDS = {
    Status.REQUIRED: "Required",
    Status.ASSURANCE: "Confirmed in writing",
    Status.SHOULD: "Good practice",
    Status.DEPENDS: "Depends",
    Status.NOT_REQUIRED: "Not required",
    Status.NOT_PERMITTED: "Must not be made",
}


class EditionListView(PermittedView):
    permission = Permission.VIEW_CHECKS

    def get(self, request: HttpRequest) -> HttpResponse:
        today = timezone.localdate()
        parts = [
            (part, [self.row(one) for one in part.concerned])
            for part in list_editions(self.actor, today=today)
        ]
        return render(request, "compliance/editions.html", {"parts": parts, "today": today})

    def row(self, one: Concerned) -> dict[str, object]:
        return {
            "person": one.role.engagement.person,
            "engagement": one.role.engagement,
            "check": CHECK_LABELS[one.change.check],
            "before": WORDS[one.change.before.status],
            "after": WORDS[one.change.after.status],
            "reason": one.change.after.reason,
            "is_outstanding": one.is_outstanding,
        }
