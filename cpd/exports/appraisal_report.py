"""The written report of an appraisal as PDF: performance, development needs and, by policy, pay."""

from datetime import datetime
from pathlib import Path
from typing import Any

from core.domain.school_time import SCHOOL_TIME, day_of
from core.pdf import render_pdf
from cpd.domain.appraisal import PHASE_LABELS, RATING_LABELS, SIDE_LABELS, Phase, Rating
from cpd.domain.appraisal_states import PART_LABELS, STATE_LABELS, Part, State
from cpd.domain.appraisal_visibility import Side
from cpd.models import Objective, ReviewSide
from cpd.selectors.appraisals import AppraisalPage, lines_of

TEMPLATE = Path(__file__).parent / "templates" / "appraisal_report.typ"


def build_report(page: AppraisalPage, *, now: datetime) -> bytes:
    """What the reader may see of the appraisal and is shared; no draft is printed, not even one's own."""
    appraisal = page.appraisal
    final = _shared(page, Phase.FINAL, Side.MANAGER)
    facts = {
        "title": "Appraisal report",
        "printed": f"{now.astimezone(SCHOOL_TIME):%d/%m/%Y %H:%M}",
        "person": appraisal.engagement.person.full_name,
        "summary": _summary(page),
        "objectives": [_objective(one, final) for one in page.objectives],
        "reviews": [
            {"title": f"{PHASE_LABELS[phase]}: {SIDE_LABELS[side].lower()}", "text": found.text}
            for phase in Phase
            for side in Side
            if (found := _shared(page, phase, side))
        ],
        "rating": _rating(final),
        "unrated_reason": final.unrated_reason if final else "",
        "needs": lines_of(final.development_needs) if final else [],
        "pay": final.pay_recommendation if final and page.policy.has_pay_recommendation else "",
        "signatures": [
            [
                PART_LABELS[Part(one.signed_as)],
                one.signed_by.name,
                f"{day_of(one.signed_at):%d/%m/%Y}",
                one.comment or "–",
            ]
            for one in page.signatures
        ],
    }
    return render_pdf(TEMPLATE, facts, now=now)


def _summary(page: AppraisalPage) -> list[list[str]]:
    appraisal = page.appraisal
    rows = [
        ["Name", appraisal.engagement.person.full_name],
        ["Work", f"{appraisal.engagement.job_title}, {appraisal.engagement.school.name}"],
        ["Cycle", appraisal.cycle.name],
        ["Appraiser", appraisal.appraiser.name],
        ["Stands at", STATE_LABELS[State(appraisal.state)]],
    ]
    if appraisal.external_adviser:
        rows.insert(4, ["External adviser", appraisal.external_adviser])
    return rows


def _shared(page: AppraisalPage, phase: Phase, side: Side) -> ReviewSide | None:
    found = page.side(phase, side)
    return found if found is not None and found.shared_at is not None else None


def _objective(objective: Objective, final: ReviewSide | None) -> dict[str, Any]:
    ratings = {one.objective_id: one.rating for one in final.ratings.all()} if final else {}
    rating = ratings.get(objective.pk)
    return {
        "number": str(objective.position),
        "text": objective.text,
        "measures": objective.success_measures or "–",
        "rating": RATING_LABELS[Rating(rating)] if rating else "–",
    }


def _rating(final: ReviewSide | None) -> str:
    return RATING_LABELS[Rating(final.overall_rating)] if final and final.overall_rating else ""
