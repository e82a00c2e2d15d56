"""A panel member's score sheets as PDF, to score by pen or to keep."""

from datetime import datetime
from pathlib import Path
from typing import Any

from core.domain.school_time import day_of
from core.pdf import render_pdf
from recruitment.enums import SheetStatus
from recruitment.models import PanelMember, Score, ScoreSheet, Stage
from recruitment.selectors.my_panels import fields_for, name_of
from recruitment.selectors.stages import ScoringFrame, get_frame, list_applications_of, with_shortlist_decided

TEMPLATE = Path(__file__).parent / "templates" / "score_sheet.typ"


def build_score_sheet(member: PanelMember, *, now: datetime, blank: bool = False) -> bytes:
    """One page for each candidate the member scores: their own points where given, boxes where not.

    Nobody else's points are read, and with ``blank`` not even theirs. Candidates stand under their codes;
    names only where the stage shows them.
    """
    stage = with_shortlist_decided(Stage.objects.filter(pk=member.stage_id)).get()
    frame = get_frame(stage)
    fields = fields_for(stage).application
    candidates = list(list_applications_of(stage).order_by("code", "pk").values(*fields))
    own = {} if blank else _own_sheets(member)
    facts = {
        "title": f"Score sheets: {stage.get_kind_display().lower()}",
        "vacancy": str(stage.vacancy),
        "stage": stage.get_kind_display(),
        "school": stage.vacancy.school.name,
        "member": member.user.name,
        "scale": [
            {"points": points, "label": frame.label_of(points)}
            for points in range(frame.scale.min_points, frame.scale.max_points + 1)
        ],
        "lowest": frame.label_of(frame.scale.min_points),
        "points_width": min(9 * (frame.scale.max_points - frame.scale.min_points + 2), 55),
        "candidates": [_candidate(frame, candidate, own.get(candidate["id"])) for candidate in candidates],
    }
    return render_pdf(TEMPLATE, facts, now=now)


def _own_sheets(member: PanelMember) -> dict[int, ScoreSheet]:
    """The member's newest sheet of each candidate, with its scores."""
    sheets = ScoreSheet.objects.filter(member=member).order_by("version", "pk").prefetch_related("scores")
    return {sheet.application_id: sheet for sheet in sheets}


def _candidate(frame: ScoringFrame, candidate: dict[str, Any], sheet: ScoreSheet | None) -> dict[str, Any]:
    given = {score.criterion_id: score for score in sheet.scores.all()} if sheet else {}
    return {
        "label": f"{candidate['code']} {name_of(candidate) or ''}".strip(),
        "status": _status_in_words(sheet),
        "rows": [
            {
                "text": row.text,
                "letter": "E" if row.is_essential else "D",
                "weight": row.weight,
                "points": _points_in_words(given.get(row.pk)),
                "note": given[row.pk].note if row.pk in given else "",
            }
            for row in frame.rows
        ],
    }


def _points_in_words(score: Score | None) -> str:
    if score is None:
        return ""
    if score.cannot_tell:
        return "? cannot tell"
    return f"{score.points} {score.label}".strip() if score.points is not None else ""


def _status_in_words(sheet: ScoreSheet | None) -> str:
    if sheet is None or sheet.status == SheetStatus.OPEN:
        return ""
    if sheet.status == SheetStatus.RECUSED:
        return f"Stood aside: {sheet.reason}"
    submitted = f"{day_of(sheet.finished_at):%d/%m/%Y}" if sheet.finished_at else ""
    return f"Submitted on {submitted}, version {sheet.version}."
