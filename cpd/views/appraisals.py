"""My appraisals, those I hold, one of them, those of one person, and the written report."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from core.domain.permissions import Permission
from core.models import Engagement
from core.selectors import list_schools
from core.views.base import PermittedView
from cpd.domain.appraisal import PHASE_LABELS, RATING_LABELS, SIDE_LABELS, Phase, Rating
from cpd.domain.appraisal_states import EVENT_LABELS, Event, Part
from cpd.domain.appraisal_visibility import Reading, Side, is_written_by, reading_of
from cpd.domain.appraisal_writing import EVIDENCE_OPEN, OBJECTIVES_OPEN, deny_appeal
from cpd.exports.appraisal_report import build_report
from cpd.models import Appraisal, AppraisalExclusion, Objective, ReviewSide
from cpd.selectors.appraisal_cycles import list_cycles
from cpd.selectors.appraisal_reading import has_part, visible_appraisals
from cpd.selectors.appraisals import (
    AppraisalPage,
    get_appraisal_page,
    lines_of,
    list_appraisals_of,
    list_my_appraisals,
    with_card_facts,
)
from cpd.selectors.reach import within_reach
from cpd.services.appraisals import MAY_CHANGE_HANDS

# Moves made with a page of their own, in the order in which their buttons stand.
BUTTONS: tuple[tuple[Event, str, str], ...] = (
    (Event.OBJECTIVES_AGREED, "Agree the objectives", "primary"),
    (Event.MID_YEAR_LEFT_OUT, "Leave out the mid-year review", "quiet"),
    (Event.FINAL_REOPENED, "Write the final review again", "primary"),
    (Event.CLOSED, "Close the appraisal", "primary"),
    (Event.OBJECTIVES_REOPENED, "Open the objectives again", "quiet"),
    (Event.SENT_BACK, "Send the final review back", "secondary"),
    (Event.RESUMED, "Take it up again", "primary"),
    (Event.SUSPENDED, "Suspend it", "quiet"),
    (Event.ENDED_EARLY, "End it early", "quiet"),
)


@dataclass(frozen=True, slots=True)
class SideShown:
    """One side of a review on the page. ``stored`` is None where there is nothing the reader may see."""

    label: str
    writer: str
    stored: ReviewSide | None
    is_mine: bool
    may_write: bool
    may_read: bool
    prompts: Sequence[str]


@dataclass(frozen=True, slots=True)
class ReviewShown:
    phase: Phase
    title: str
    sides: Sequence[SideShown]


class AppraisalListView(PermittedView):
    permission = Permission.KEEP_OWN_RECORD

    def get(self, request: HttpRequest) -> HttpResponse:
        held = list_my_appraisals(self.actor, Part.APPRAISER)
        context = {
            "own": list_my_appraisals(self.actor, Part.APPRAISEE),
            "held": sorted(held, key=lambda card: not card.is_my_turn),
            "today": timezone.localdate(),
            "is_appraiser": self.actor.holds_anywhere(Permission.MANAGE_TEAM),
            "sees_cycles": (sees_cycles := self.actor.holds_anywhere(Permission.VIEW_DEVELOPMENT)),
            "cycles": list_cycles(self.actor) if sees_cycles else [],
            "schools": list_schools(self.actor, Permission.VIEW_DEVELOPMENT) if sees_cycles else [],
        }
        return render(request, "cpd/appraisals/list.html", context)


class AppraisalView(PermittedView):
    """What the pages of one appraisal share. To a stranger it is not there."""

    permission = Permission.KEEP_OWN_RECORD

    def get_appraisal(self, pk: int) -> Appraisal:
        appraisal = self.get_or_404(with_card_facts(visible_appraisals(self.actor)), pk=pk)
        self.require_at(appraisal.engagement.school_id)
        return appraisal


class AppraisalDetailView(AppraisalView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        page = get_appraisal_page(self.get_appraisal(pk), self.actor)
        context = detail_context(page) | {"is_late": page.card.is_late(timezone.localdate())}
        return render(request, "cpd/appraisals/detail.html", context)


class AppraisalReportView(AppraisalView):
    """The written report as PDF, of what the reader may see."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        page = get_appraisal_page(self.get_appraisal(pk), self.actor)
        response = HttpResponse(build_report(page, now=timezone.now()), content_type="application/pdf")
        response.headers["Content-Disposition"] = f'attachment; filename="appraisal-{pk}.pdf"'
        response.headers["Cache-Control"] = "private, no-store"
        return response


class PersonAppraisalsView(PermittedView):
    """One person's appraisals, as far as the reader has a part in them."""

    permission = Permission.KEEP_OWN_RECORD

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        today = timezone.localdate()
        appraised = Appraisal.objects.filter(has_part(self.actor, Part.APPRAISER)).values("engagement_id")
        reach = within_reach(self.actor, today=today) | Engagement.objects.filter(pk__in=appraised)
        engagement = self.get_or_404(reach.select_related("person", "school", "role", "elsa"), pk=pk)
        self.require_at(engagement.school_id)
        records = self.actor.holds(Permission.RECORD_DEVELOPMENT, engagement.school_id)
        is_own = engagement.person.user_id == self.actor.user_id
        cards = list_appraisals_of(self.actor, engagement_id=pk)
        sees = records or is_own or any(card.part is Part.APPRAISER for card in cards)
        exclusions = AppraisalExclusion.objects.filter(engagement=engagement).select_related("recorded_by")
        context = {
            "engagement": engagement,
            "person": engagement.person,
            "cards": cards,
            "exclusions": list(exclusions.order_by("-valid_from", "pk")) if sees else [],
            "sees_exclusions": sees,
            "may_record": records and not is_own,
            "is_own": is_own,
            "has_pages": within_reach(self.actor, today=today).filter(pk=pk).exists(),
            "today": today,
        }
        return render(request, "cpd/appraisals/person.html", context)


def detail_context(page: AppraisalPage) -> dict[str, object]:
    """What the page of one appraisal shows, worked out from what the reader may see."""
    appraisal, part = page.appraisal, page.part
    final = page.side(Phase.FINAL, Side.MANAGER)
    is_of_the_two = part in (Part.APPRAISEE, Part.APPRAISER)
    why_no_appeal = deny_appeal(
        signed=page.signed_date,
        today=timezone.localdate(),
        working_days=page.policy.appeal_working_days,
    )
    return {
        "page": page,
        "appraisal": appraisal,
        "person": appraisal.engagement.person,
        "is_own": part is Part.APPRAISEE,
        "objectives": [(one, _rating_of(final, one)) for one in page.objectives],
        "reviews": [_review(page, phase) for phase in Phase],
        "final": final,
        "overall": RATING_LABELS[Rating(final.overall_rating)] if final and final.overall_rating else "",
        "development_needs": lines_of(final.development_needs) if final else [],
        "buttons": [(event, label, variant) for event, label, variant in BUTTONS if event in page.can],
        "may_sign": Event.SIGNED in page.can and is_of_the_two and not page.has_signed,
        "may_appeal": Event.APPEALED in page.can and why_no_appeal is None,
        "why_no_appeal": why_no_appeal if Event.APPEALED in page.can else None,
        "may_decide": Event.APPEAL_DECIDED in page.can,
        "may_add_objective": _may_change_objectives(page),
        "is_full": len(page.objectives) >= page.policy.most_objectives,
        "may_add_evidence": is_of_the_two and appraisal.state in EVIDENCE_OPEN,
        "may_hand_over": part in (Part.MODERATOR, Part.HR) and appraisal.state in MAY_CHANGE_HANDS,
        "events": [(one, EVENT_LABELS[Event(one.kind)]) for one in page.events],
        "has_report": final is not None and final.shared_at is not None,
        "today": timezone.localdate(),
    }


def _may_change_objectives(page: AppraisalPage) -> bool:
    if page.appraisal.state == "planned":
        return page.part is not None
    return page.part is Part.APPRAISER and page.appraisal.state in OBJECTIVES_OPEN


def _rating_of(final: ReviewSide | None, objective: Objective) -> str:
    if final is None:
        return ""
    found = (one.rating for one in final.ratings.all() if one.objective_id == objective.pk)
    return next((RATING_LABELS[Rating(rating)] for rating in found), "")


def _review(page: AppraisalPage, phase: Phase) -> ReviewShown:
    appraisal = page.appraisal
    writers = {Side.SELF: appraisal.engagement.person.full_name, Side.MANAGER: appraisal.appraiser.name}
    prompts = prompts_of(appraisal)
    sides = [
        SideShown(
            SIDE_LABELS[side],
            writers[side],
            page.side(phase, side),
            is_written_by(page.part, side),
            is_written_by(page.part, side) and page.may_write(phase, side),
            reading_of(appraisal.state, page.part, side) is not Reading.NOTHING,
            prompts[side],
        )
        for side in Side
    ]
    return ReviewShown(phase, PHASE_LABELS[phase], sides)


def prompts_of(appraisal: Appraisal) -> dict[Side, list[str]]:
    """What the template asks of each side."""
    template = appraisal.template
    return {
        Side.SELF: lines_of(template.self_prompts) if template else [],
        Side.MANAGER: lines_of(template.manager_prompts) if template else [],
    }
