"""What a panel member sees of their own scoring: their panels, their candidates, one sheet.

Evidence is read through the allow-list of ``recruitment.domain.visibility``: a column that is not on it
is not asked for, except once and only to hide in a candidate's own words what it would tell.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from core.domain.school_time import day_of
from recruitment.domain.application_form import HistoryData, find_history_gaps
from recruitment.domain.history_line import gap_dates, gap_days
from recruitment.domain.spans import span_in_words
from recruitment.domain.visibility import EvidenceFields
from recruitment.enums import HistoryKind, SheetStatus, StageStatus
from recruitment.models import (
    Application,
    HistoryEntry,
    Qualification,
    Score,
    ScoreSheet,
    Stage,
    Statement,
    VacancyCriterion,
)
from recruitment.selectors.masking import mask_for
from recruitment.selectors.my_panels import fields_for, hides_names, name_of
from recruitment.selectors.stages import ScoringFrame, get_frame, list_applications_of, list_sheets_of

type Mask = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class SheetCriterion:
    """A criterion on a sheet: what the candidate wrote for it and what the scorer has put down."""

    number: int
    criterion: VacancyCriterion
    statement: str
    points: int | None
    cannot_tell: bool
    note: str
    label: str

    @property
    def is_answered(self) -> bool:
        return self.points is not None or self.cannot_tell


@dataclass(frozen=True, slots=True)
class HistoryLine:
    kind: str
    job_title: str
    organisation: str
    span: str
    duties: str
    reason_for_leaving: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the scorer reads; statements for single criteria stand with their criterion.

    ``gaps`` say how long and from when to when, and are told only where names are known.
    """

    qualifications: tuple[Mapping[str, str], ...]
    history: tuple[HistoryLine, ...]
    statement: str
    gaps: tuple[str, ...] = ()
    gap_explanation: str = ""


@dataclass(frozen=True, slots=True)
class SheetPage:
    stage: Stage
    application_id: int
    code: str
    name: str | None
    sheet: ScoreSheet | None
    evidence: Evidence
    criteria: tuple[SheetCriterion, ...]
    frame: ScoringFrame
    previous_code: str | None
    next_code: str | None

    @property
    def answered(self) -> int:
        return sum(criterion.is_answered for criterion in self.criteria)

    @property
    def first_unanswered(self) -> SheetCriterion | None:
        return next((one for one in self.criteria if not one.is_answered), None)

    @property
    def is_open(self) -> bool:
        """Whether it can be filled in now: begun or not, in a stage where that is possible."""
        if self.sheet is not None and self.sheet.status == SheetStatus.OPEN:
            return self.stage.status in {StageStatus.SCORING, StageStatus.UNSEALED}
        return self.stage.status == StageStatus.SCORING and (self.sheet is None or not self.sheet.is_current)

    @property
    def is_recused(self) -> bool:
        return self.sheet is not None and self.sheet.is_current and self.sheet.status == SheetStatus.RECUSED


def get_sheet(stage: Stage, code: str, *, user_id: int, today: date) -> SheetPage | None:
    """My sheet for one candidate with the evidence for it; None where there is no such candidate for me.

    Shown is the open version, else the current one. Somebody recused is shown no evidence.
    """
    fields = fields_for(stage)
    found = _with_neighbours(list_applications_of(stage)).filter(code=code).order_by("pk")
    application = found.values(*fields.application, "code_before", "code_after").first()
    if application is None:
        return None
    versions = list(
        list_sheets_of(stage, user_id).filter(application_id=application["id"]).order_by("version")
    )
    sheet = next((one for one in versions if one.status == SheetStatus.OPEN), None) or next(
        (one for one in versions if one.is_current), None
    )
    is_recused = sheet is not None and sheet.status == SheetStatus.RECUSED
    frame = get_frame(stage)
    hide: Mask = str if is_recused or not hides_names(stage) else mask_for(application["id"])
    statements = {} if is_recused else _statements(application["id"], fields, hide)
    return SheetPage(
        stage=stage,
        application_id=application["id"],
        code=application["code"],
        name=name_of(application),
        sheet=sheet,
        evidence=_evidence(application, fields, statements, hide, today)
        if not is_recused
        else Evidence((), (), ""),
        criteria=_criteria(frame, sheet, statements),
        frame=frame,
        previous_code=application["code_before"],
        next_code=application["code_after"],
    )


def _with_neighbours(applications: QuerySet[Application]) -> QuerySet[Application]:
    """Adds the codes of the candidates before and after."""
    before = applications.filter(pk__lt=OuterRef("pk")).order_by("-pk").values("code")[:1]
    after = applications.filter(pk__gt=OuterRef("pk")).order_by("pk").values("code")[:1]
    return applications.annotate(code_before=Subquery(before), code_after=Subquery(after))


def _statements(application_id: int, fields: EvidenceFields, hide: Mask) -> dict[int | None, str]:
    rows = Statement.objects.filter(application_id=application_id).order_by("pk").values(*fields.statement)
    return {row["criterion_id"]: hide(row["text"]) for row in rows}


def _criteria(
    frame: ScoringFrame, sheet: ScoreSheet | None, statements: Mapping[int | None, str]
) -> tuple[SheetCriterion, ...]:
    scores = {score.criterion_id: score for score in sheet.scores.all()} if sheet else {}
    blank = Score()
    return tuple(
        SheetCriterion(
            number=number,
            criterion=row,
            statement=statements.get(row.pk, ""),
            points=(score := scores.get(row.pk, blank)).points,
            cannot_tell=score.cannot_tell,
            note=score.note,
            label=score.label,
        )
        for number, row in enumerate(frame.rows, start=1)
    )


def _evidence(
    application: Mapping[str, Any],
    fields: EvidenceFields,
    statements: Mapping[int | None, str],
    hide: Mask,
    today: date,
) -> Evidence:
    mine = {"application_id": application["id"]}
    qualifications = (
        Qualification.objects.filter(**mine).order_by("position", "pk").values(*fields.qualification)
    )
    history = list(HistoryEntry.objects.filter(**mine).order_by("position", "pk").values(*fields.history))
    return Evidence(
        qualifications=tuple(
            row | {"title": hide(row["title"]), "subject": hide(row["subject"])} for row in qualifications
        ),
        history=tuple(
            HistoryLine(
                kind=str(HistoryKind(row["kind"]).label),
                job_title=hide(row["job_title"]),
                organisation=row.get("organisation", ""),
                span=span_in_words(row["started"], row["ended"], today),
                duties=hide(row["duties"]),
                reason_for_leaving=hide(row["reason_for_leaving"]),
            )
            for row in history
        ),
        statement=statements.get(None, ""),
        gaps=_gaps(application, history),
        gap_explanation=application.get("gap_explanation", ""),
    )


def _gaps(application: Mapping[str, Any], history: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """The certain gaps in words; none where the dates of the application may not be read."""
    if "received_at" not in application:
        return ()
    gaps = find_history_gaps(
        [HistoryData(row["kind"], row["started"], row["ended"]) for row in history],
        education_ended=application["education_ended"],
        until=day_of(application["received_at"]),
    )
    return tuple(f"{gap_dates(gap)}, {gap_days(gap)}" for gap in gaps if gap.certain)
