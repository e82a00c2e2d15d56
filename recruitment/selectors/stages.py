"""Stages as scoring sees them: who may open them, what is scored in them, how far each scorer is."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from core.domain.permissions import Actor, Permission
from recruitment.domain import scoring
from recruitment.domain.visibility import shows_names
from recruitment.enums import ApplicationStatus, EventKind, PanelRole, SheetStatus, StageKind, StageStatus
from recruitment.models import Application, PanelMember, RecruitmentEvent, ScoreSheet, Stage, VacancyCriterion


@dataclass(frozen=True, slots=True)
class ScoringFrame:
    """What every sheet of a stage is filled in against; rows and criteria stand in the same order."""

    rows: tuple[VacancyCriterion, ...]
    criteria: tuple[scoring.Criterion, ...]
    not_assessable: tuple[VacancyCriterion, ...]
    scale: scoring.Scale
    threshold: int
    labels: tuple[str, ...]
    essentials: int
    total_units_max: int
    essential_units_max: int

    @property
    def desirable_units_max(self) -> int:
        return self.total_units_max - self.essential_units_max

    def label_of(self, points: int) -> str:
        """The words of the scale for these points; empty where the vacancy gives none."""
        index = points - self.scale.min_points
        return self.labels[index] if 0 <= index < len(self.labels) else ""


@dataclass(frozen=True, slots=True)
class MemberProgress:
    """How far one scorer is. ``outstanding`` is for rules alone: others are shown only ``is_done``."""

    member_id: int
    user_id: int
    name: str
    role: str
    outstanding: int
    submitted: int

    @property
    def is_done(self) -> bool:
        return self.outstanding == 0

    @property
    def role_label(self) -> str:
        return str(PanelRole(self.role).label)


@dataclass(frozen=True, slots=True)
class StageProgress:
    """``scorers`` have submitted a sheet or still can; someone recused from everything is none of them."""

    applications: int
    members: tuple[MemberProgress, ...]
    scorers: int

    @property
    def outstanding(self) -> int:
        return sum(member.outstanding for member in self.members)


def stages_visible_to(actor: Actor) -> QuerySet[Stage]:
    """Stages of vacancies the actor runs, and those on whose panel the actor sits."""
    if actor.user_id is None:
        return Stage.objects.none()
    on_panel = PanelMember.objects.filter(stage=OuterRef("pk"), user_id=actor.user_id, left_at=None)
    runs = Q(vacancy__school_id__in=actor.schools_with(Permission.VIEW_VACANCIES))
    return with_shortlist_decided(Stage.objects.filter(runs | Exists(on_panel)))


def with_shortlist_decided(stages: QuerySet[Stage]) -> QuerySet[Stage]:
    """Adds ``shortlist_decided``, on which names depend, and fetches what pages of a stage need beside it."""
    shortlisting = Stage.objects.filter(
        vacancy=OuterRef("vacancy"), kind=StageKind.APPLICATION, status=StageStatus.DECIDED
    )
    return stages.select_related("vacancy__school", "agreement").annotate(
        shortlist_decided=Exists(shortlisting)
    )


def are_names_known(stage: Stage) -> bool:
    """Whether everybody may know the candidates' names; the stage comes ``with_shortlist_decided``."""
    return shows_names(
        is_anonymous=stage.vacancy.is_anonymous, shortlist_decided=bool(vars(stage)["shortlist_decided"])
    )


def list_applications_of(stage: Stage) -> QuerySet[Application]:
    """Whom the stage is about: while sealed those waiting for it, once unsealed those with a result."""
    if not stage.is_sealed:
        return Application.objects.filter(results__stage=stage)
    waiting = (
        ApplicationStatus.RECEIVED if stage.kind == StageKind.APPLICATION else ApplicationStatus.SHORTLISTED
    )
    return Application.objects.filter(vacancy_id=stage.vacancy_id, status=waiting)


def get_frame(stage: Stage) -> ScoringFrame:
    """The criteria this stage assesses, in the order of the specification, with scale and threshold."""
    rows = VacancyCriterion.objects.filter(vacancy_id=stage.vacancy_id).order_by("position", "pk")
    letters = scoring.STAGE_LETTERS[scoring.Stage(stage.kind)]
    assessed = tuple(row for row in rows if letters & set(row.evidence))
    vacancy = stage.vacancy
    criteria = tuple(as_criterion(row) for row in assessed)
    full = vacancy.scale_max * scoring.UNIT_BASE
    return ScoringFrame(
        rows=assessed,
        criteria=criteria,
        not_assessable=tuple(row for row in rows if not letters & set(row.evidence)),
        scale=scoring.Scale(vacancy.scale_min, vacancy.scale_max),
        threshold=vacancy.essential_threshold,
        labels=tuple(vacancy.scale_labels),
        essentials=sum(one.is_essential for one in criteria),
        total_units_max=full * sum(one.weight for one in criteria),
        essential_units_max=full * sum(one.weight for one in criteria if one.is_essential),
    )


def as_criterion(row: VacancyCriterion) -> scoring.Criterion:
    return scoring.Criterion(
        row.pk, scoring.Requirement(row.requirement), row.weight, frozenset(row.evidence)
    )


def get_progress(stage: Stage) -> StageProgress:
    """What is outstanding for each member of the panel, and how many people really score."""
    waiting = list_applications_of(stage)
    applications = waiting.count()
    finished = {
        user_id: (done, submitted)
        for user_id, done, submitted in ScoreSheet.objects.filter(
            member__stage=stage, is_current=True, application__in=waiting
        )
        .values("member__user_id")
        .annotate(
            done=Count("application_id"),
            submitted=Count("application_id", filter=Q(status=SheetStatus.SUBMITTED)),
        )
        .values_list("member__user_id", "done", "submitted")
    }
    members = tuple(
        MemberProgress(
            pk,
            user_id,
            name,
            role,
            applications - finished.get(user_id, (0, 0))[0],
            finished.get(user_id, (0, 0))[1],
        )
        for pk, user_id, name, role in PanelMember.objects.filter(stage=stage, left_at=None)
        .order_by("added_at", "pk")
        .values_list("pk", "user_id", "user__name", "role")
    )
    submitted = {user_id for user_id, (_, count) in finished.items() if count}
    scoring_still = {member.user_id for member in members if member.outstanding}
    return StageProgress(applications, members, len(submitted | scoring_still))


def find_membership(stage_id: int, actor: Actor) -> PanelMember | None:
    """The actor's seat on the panel, with its stage and vacancy, unless they have left it."""
    if actor.user_id is None:
        return None
    seats = PanelMember.objects.filter(stage_id=stage_id, user_id=actor.user_id, left_at=None)
    return seats.select_related("stage__vacancy").first()


def has_revealed_names(stage: Stage, actor: Actor) -> bool:
    """Whether the actor may look after applicants and has had this stage's names shown, on the record."""
    if actor.user_id is None or not actor.holds(Permission.VIEW_APPLICANTS, stage.vacancy.school_id):
        return False
    return RecruitmentEvent.objects.filter(
        vacancy_id=stage.vacancy_id, stage=stage, kind=EventKind.NAME_REVEALED, by_id=actor.user_id
    ).exists()


def list_sheets_of(stage: Stage, user_id: int) -> QuerySet[ScoreSheet]:
    """All versions of a person's sheets at a stage, whichever seat they were given from."""
    return ScoreSheet.objects.filter(member__stage=stage, member__user_id=user_id)


def list_thinly_scored(stage: Stage) -> list[str]:
    """Codes of candidates for whom only one person, or nobody, has submitted a sheet."""
    submitted = Count(
        "sheets",
        filter=Q(sheets__member__stage=stage, sheets__is_current=True, sheets__status=SheetStatus.SUBMITTED),
    )
    thin = list_applications_of(stage).annotate(submitted=submitted).filter(submitted__lt=2)
    return list(thin.order_by("pk").values_list("code", flat=True))
