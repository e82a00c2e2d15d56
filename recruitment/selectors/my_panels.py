"""Where a panel member begins: the panels they sit on, and their candidates at a stage, by code."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet

from core.domain.permissions import Actor
from recruitment.domain.scoring import STAGE_LETTERS
from recruitment.domain.scoring import Stage as StageName
from recruitment.domain.visibility import EvidenceFields, evidence_fields, shows_names
from recruitment.enums import ApplicationStatus, PanelRole, SheetStatus, StageKind, StageStatus
from recruitment.models import Application, PanelMember, Score, ScoreSheet, Stage, VacancyCriterion
from recruitment.selectors.stages import (
    get_frame,
    list_applications_of,
    list_sheets_of,
    with_shortlist_decided,
)

# Whom a sealed stage waits for, in one condition for many stages.
WAITING = Q(member__stage__kind=StageKind.APPLICATION, application__status=ApplicationStatus.RECEIVED) | (
    ~Q(member__stage__kind=StageKind.APPLICATION) & Q(application__status=ApplicationStatus.SHORTLISTED)
)


@dataclass(frozen=True, slots=True)
class PanelCard:
    """One of my panels: what it is and, while it is being scored, how far I am."""

    stage: Stage
    role: str
    candidates: int
    sheets_done: int
    cells: int
    cells_done: int

    @property
    def is_scoring(self) -> bool:
        return self.stage.status == StageStatus.SCORING

    @property
    def is_done(self) -> bool:
        return self.sheets_done >= self.candidates

    @property
    def is_to_do(self) -> bool:
        return self.is_scoring and not self.is_done

    @property
    def progress_text(self) -> str:
        return f"{self.cells_done} of {self.cells} points given"

    @property
    def to_do_text(self) -> str:
        left = self.candidates - self.sheets_done
        return f"{left} candidate{'' if left == 1 else 's'} to finish"


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """One of my candidates at a stage and the state of my sheet."""

    code: str
    name: str | None
    state: str
    answered: int
    criteria: int
    is_finished: bool

    @property
    def begun_text(self) -> str:
        return f"{self.answered} of {self.criteria} answered"


@dataclass(frozen=True, slots=True)
class CandidateList:
    rows: tuple[CandidateRow, ...]
    criteria: int

    @property
    def finished(self) -> int:
        return sum(row.is_finished for row in self.rows)

    @property
    def cells(self) -> int:
        return self.criteria * len(self.rows)

    @property
    def progress_text(self) -> str:
        return f"{self.cells_done} of {self.cells} points given"

    @property
    def cells_done(self) -> int:
        return sum(self.criteria if row.is_finished else row.answered for row in self.rows)

    @property
    def next_code(self) -> str | None:
        """The first candidate whose sheet I have not finished."""
        return next((row.code for row in self.rows if not row.is_finished), None)

    @property
    def next_place(self) -> str:
        """Where that sheet is gone on with: at its first criterion without an answer, once it is begun."""
        is_begun = next((row.answered > 0 for row in self.rows if not row.is_finished), False)
        return "#next" if is_begun else ""


def my_stages(actor: Actor) -> QuerySet[Stage]:
    """Stages on whose panel the actor sits now, with vacancy, school and whether names may be known."""
    seats = PanelMember.objects.filter(user_id=actor.user_id or 0, left_at=None)
    return with_shortlist_decided(Stage.objects.filter(pk__in=seats.values("stage_id")))


def list_my_panels(actor: Actor) -> list[PanelCard]:
    """My panels: those to score first, then the others, the newest first."""
    if actor.user_id is None:
        return []
    stages = list(my_stages(actor).order_by("-pk"))
    roles = dict(
        PanelMember.objects.filter(user_id=actor.user_id, left_at=None).values_list("stage_id", "role")
    )
    candidates = _count_candidates(stages)
    criteria = _count_criteria(stages)
    finished, answered = _count_done(actor.user_id)
    cards = [
        PanelCard(
            stage,
            str(PanelRole(roles[stage.pk]).label),
            candidates[stage.pk],
            finished[stage.pk],
            candidates[stage.pk] * criteria[stage.pk],
            finished[stage.pk] * criteria[stage.pk] + answered[stage.pk],
        )
        for stage in stages
    ]
    order = [StageStatus.SCORING, StageStatus.UNSEALED, StageStatus.PREPARING, StageStatus.DECIDED]
    return sorted(cards, key=lambda card: order.index(StageStatus(card.stage.status)))


def _count_candidates(stages: Iterable[Stage]) -> Counter[int]:
    waiting = dict.fromkeys([ApplicationStatus.RECEIVED, ApplicationStatus.SHORTLISTED])
    found = (
        Application.objects.filter(vacancy__in={stage.vacancy_id for stage in stages}, status__in=waiting)
        .values("vacancy_id", "status")
        .annotate(number=Count("pk"))
        .order_by("vacancy_id", "status")
    )
    numbers = {(row["vacancy_id"], row["status"]): row["number"] for row in found}
    return Counter(
        {
            stage.pk: numbers.get(
                (
                    stage.vacancy_id,
                    ApplicationStatus.RECEIVED
                    if stage.kind == StageKind.APPLICATION
                    else ApplicationStatus.SHORTLISTED,
                ),
                0,
            )
            for stage in stages
        }
    )


def _count_criteria(stages: Iterable[Stage]) -> Counter[int]:
    evidence: defaultdict[int, list[str]] = defaultdict(list)
    rows = VacancyCriterion.objects.filter(vacancy__in={stage.vacancy_id for stage in stages})
    for vacancy_id, letters in rows.order_by("pk").values_list("vacancy_id", "evidence"):
        evidence[vacancy_id].append(letters)
    return Counter(
        {
            stage.pk: sum(
                not STAGE_LETTERS[StageName(stage.kind)].isdisjoint(letters)
                for letters in evidence[stage.vacancy_id]
            )
            for stage in stages
        }
    )


def _count_done(user_id: int) -> tuple[Counter[int], Counter[int]]:
    """By stage: my finished sheets, and my answers on sheets I have not finished."""
    mine = ScoreSheet.objects.filter(WAITING, member__user_id=user_id)
    finished = (
        mine.filter(is_current=True)
        .values("member__stage_id")
        .annotate(number=Count("pk"))
        .values_list("member__stage_id", "number")
        .order_by("member__stage_id")
    )
    begun = mine.filter(status=SheetStatus.OPEN).exclude(
        application__in=mine.filter(is_current=True, member__stage=OuterRef("member__stage")).values(
            "application_id"
        )
    )
    answered = (
        Score.objects.filter(Q(points__isnull=False) | Q(cannot_tell=True), sheet__in=begun)
        .values("sheet__member__stage_id")
        .annotate(number=Count("pk"))
        .values_list("sheet__member__stage_id", "number")
        .order_by("sheet__member__stage_id")
    )
    return Counter(dict(finished)), Counter(dict(answered))


def list_candidates(stage: Stage, user_id: int) -> CandidateList:
    """My candidates at a stage by code, with the state of my sheets and nobody else's."""
    fields = fields_for(stage)
    sheets: dict[int, ScoreSheet] = {}
    given = Count("scores", filter=Q(scores__points__isnull=False) | Q(scores__cannot_tell=True))
    for sheet in list_sheets_of(stage, user_id).annotate(answered=given).order_by("is_current", "version"):
        sheets[sheet.application_id] = sheet  # the current one comes last, unless there is none
    corrections = set(
        list_sheets_of(stage, user_id)
        .filter(status=SheetStatus.OPEN)
        .values_list("application_id", flat=True)
    )
    criteria = len(get_frame(stage).rows)
    rows = []
    for row in list_applications_of(stage).order_by("pk").values(*fields.application):
        sheet_or_none = sheets.get(row["id"])
        rows.append(_candidate_row(row, sheet_or_none, criteria, has_open=row["id"] in corrections))
    return CandidateList(tuple(rows), criteria)


def _candidate_row(
    row: Mapping[str, Any], sheet: ScoreSheet | None, criteria: int, *, has_open: bool
) -> CandidateRow:
    is_finished = sheet is not None and sheet.is_current
    if sheet is None or (not is_finished and not has_open):
        state = "not_begun"
    elif not is_finished:
        state = "begun"
    elif has_open:
        state = "correcting"
    else:
        state = str(sheet.status)
    answered = sheet.answered if sheet is not None and has_open else 0  # type: ignore[attr-defined]
    return CandidateRow(row["code"], name_of(row), state, answered, criteria, is_finished)


def fields_for(stage: Stage) -> EvidenceFields:
    """What a panel may read of candidates of this stage; the stage comes ``with_shortlist_decided``."""
    return evidence_fields(
        is_anonymous=stage.vacancy.is_anonymous,
        shortlist_decided=bool(vars(stage)["shortlist_decided"]),
    )


def hides_names(stage: Stage) -> bool:
    """Whether a panel reads candidates of this stage without their names, in their own words too."""
    return not shows_names(
        is_anonymous=stage.vacancy.is_anonymous,
        shortlist_decided=bool(vars(stage)["shortlist_decided"]),
    )


def name_of(row: Mapping[str, Any]) -> str | None:
    if "person__given_name" not in row:
        return None
    return f"{row['person__given_name']} {row['person__family_name']}"
