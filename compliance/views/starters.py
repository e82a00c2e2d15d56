"""People about to start: the board, one person's page, the reminders."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from compliance.domain.clearance import Obstacle, Verdict
from compliance.domain.next_step import TURN_LABELS
from compliance.domain.starter_lines import Block
from compliance.domain.starts import deny_confirmation, deny_early_start
from compliance.forms.starts import ConfirmForm
from compliance.models import CompliancePolicy
from compliance.selectors.clearance import with_clearance_facts
from compliance.selectors.staff import visible_engagements
from compliance.selectors.starters import StarterPage, get_starter_page, list_starters
from compliance.services.starts import plan_early_start
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.models import Engagement
from core.selectors import list_schools
from core.views.base import PermittedView

BLOCK_TITLES = {
    Block.STATUTORY: "What is a must",
    Block.LOCAL: "What the school should do as well",
    Block.NOT_NEEDED: "Not needed, and why",
}
REVIEW_DAYS = 14


class StarterListView(PermittedView):
    permission = Permission.VIEW_CHECKS

    def get(self, request: HttpRequest) -> HttpResponse:
        chosen, search = request.GET.get("school", ""), request.GET.get("q", "").strip()
        turn = request.GET.get("turn", "")
        cards = list_starters(
            self.actor,
            today=timezone.localdate(),
            search=search,
            school_id=number_in(chosen) if chosen else None,
        )
        shown = [card for card in cards if not turn or card.turn == turn]
        context = {
            "cards": shown,
            "ready": sum(
                card.clearance is not None and card.clearance.verdict == Verdict.CLEAR for card in cards
            ),
            "total": len(cards),
            "search": search,
            "school": chosen,
            "turn": turn,
            "turns": TURN_LABELS,
            "schools": list_schools(self.actor, Permission.VIEW_CHECKS),
            "is_filtered": bool(search or chosen or turn),
            "may_edit": self.actor.holds_anywhere(Permission.EDIT_STAFF_RECORDS),
        }
        return render(request, "compliance/starters/list.html", context)


class StarterNudgeView(PermittedView):
    """Every reminder that would help now, one after the other."""

    permission = Permission.RECORD_CHECKS

    def get(self, request: HttpRequest) -> HttpResponse:
        cards = list_starters(self.actor, today=timezone.localdate())
        context = {"cards": [card for card in cards if card.nudges]}
        return render(request, "compliance/starters/nudges.html", context)


class StarterView(PermittedView):
    """What the pages of one starter share."""

    permission = Permission.VIEW_CHECKS

    def get_engagement(self, pk: int) -> Engagement:
        engagement = self.get_or_404(with_clearance_facts(visible_engagements(self.actor)), pk=pk)
        self.require_at(engagement.school_id)
        return engagement

    def show(
        self, request: HttpRequest, engagement: Engagement, status: int = 200, **more: Any
    ) -> HttpResponse:
        today = timezone.localdate()
        page = get_starter_page(engagement, self.actor, today=today)
        starter = page.card.starter
        planned = plan_early_start(
            starter, review_date=max(today, engagement.start_date or today), today=today
        )
        context = {
            "page": page,
            "card": page.card,
            "engagement": engagement,
            "person": engagement.person,
            "blocks": blocks_of(page),
            "advisory": list_advisory(page),
            "today": today,
            "why_no_start": deny_confirmation(page.card.clearance, is_confirmed=page.card.has_started),
            "why_no_early_start": deny_early_start(planned, is_running=page.running is not None),
            "confirm_form": ConfirmForm(initial={"started_date": engagement.start_date or today}),
            "may_record": self.actor.holds(Permission.RECORD_CHECKS, engagement.school_id),
            "may_edit": self.actor.holds(Permission.EDIT_STAFF_RECORDS, engagement.school_id),
            "may_confirm": self.actor.holds(Permission.CONFIRM_START, engagement.school_id),
            "may_sign": self.actor.holds(Permission.SIGN_EARLY_START, engagement.school_id),
        }
        return render(request, "compliance/starters/detail.html", context | more, status=status)


class StarterDetailView(StarterView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_engagement(pk))


def blocks_of(page: StarterPage) -> list[dict[str, Any]]:
    """The lines under their headings, each with the rows behind it; headings without lines are left out."""
    return [
        {
            "title": title,
            "key": block,
            "rows": [
                {"line": line, "records": page.records.get(line.check, ())}
                for line in page.card.lines
                if line.block == block
            ],
        }
        for block, title in BLOCK_TITLES.items()
        if any(line.block == block for line in page.card.lines)
    ]


def list_advisory(page: StarterPage) -> list[Obstacle]:
    """What is to be borne in mind beside the lines that say so themselves."""
    shown = {line.check for line in page.card.lines if line.block != Block.NOT_NEEDED}
    clearance = page.card.clearance
    return [one for one in clearance.advisory if one.check not in shown] if clearance else []


def review_days(school_id: int) -> int:
    """After how many days the school's policy reviews an early start."""
    policy = CompliancePolicy.objects.filter(school_id=school_id).first()
    return policy.early_start_review_days if policy else REVIEW_DAYS
