"""The panel of a stage as its page shows it: who sits on it, who could, and whether it may go ahead."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from core.domain.permissions import Permission
from core.domain.schools import SchoolType
from core.models import User
from core.selectors import list_people_holding
from recruitment.domain.panel import (
    Finding,
    Member,
    PanelStage,
    PanelVerdict,
    Post,
    Role,
    Verdict,
    judge_panel,
)
from recruitment.domain.panel_membership import judge_composition
from recruitment.domain.visibility import is_scored_blind
from recruitment.enums import PanelRole, SheetStatus, StageKind, StageStatus
from recruitment.models import PanelMember, ScoreSheet, Stage

_HEAD = re.compile(r"\b(head ?teacher|principal|executive head|head of school)\b", re.IGNORECASE)
_DEPUTY = re.compile(r"\b(deputy|vice|assistant)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PanelPage:
    """``candidates`` could join. ``can_match_names`` are members of a panel that scores without names who may
    open the applications, where names stand beside the codes. ``records`` are the dates of their
    safer-recruitment training on the training records, by account.
    """

    stage: Stage
    members: list[PanelMember]
    former: list[PanelMember]
    candidates: list[User]
    verdict: PanelVerdict
    is_changeable: bool
    can_copy: bool
    can_match_names: list[PanelMember]
    records: Mapping[int, date]

    @property
    def seats(self) -> list[tuple[PanelMember, date | None]]:
        """Each member with the date on the training record where it is not the one copied here."""
        found = [(member, self.records.get(member.user_id)) for member in self.members]
        return [(member, None if day == member.safer_recruitment_date else day) for member, day in found]

    @property
    def can_take_dates(self) -> bool:
        """Whether a training record knows a date where none is written down here."""
        return any(day and member.safer_recruitment_date is None for member, day in self.seats)

    @property
    def has_training(self) -> bool:
        """Whether anybody on the panel has safer-recruitment training on record."""
        return any(member.safer_recruitment_date for member in self.members)

    @property
    def worst(self) -> Verdict:
        return self.verdict.verdict

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.verdict.findings


def get_panel_page(stage: Stage, *, today: date) -> PanelPage:
    """The panel of a stage (with its vacancy and school), judged as it stands on a day."""
    everybody = list(
        PanelMember.objects.filter(stage=stage).select_related("user").order_by("added_at", "pk")
    )
    members = [member for member in everybody if member.left_at is None]
    there = {member.user_id for member in members}
    people = list_people_holding(Permission.SCORE_APPLICATIONS, school_id=stage.vacancy.school_id)
    other_panel = PanelMember.objects.filter(
        stage__vacancy=stage.vacancy, stage__kind=StageKind.APPLICATION, left_at=None
    )
    return PanelPage(
        stage=stage,
        members=members,
        former=[member for member in everybody if member.left_at is not None],
        candidates=[person for person in people if person.pk not in there],
        verdict=_judge(stage, members, today),
        is_changeable=stage.status in {StageStatus.PREPARING, StageStatus.SCORING},
        can_copy=stage.kind != StageKind.APPLICATION and other_panel.exclude(user__in=there).exists(),
        can_match_names=_who_can_match_names(stage, members),
        records=find_training_dates(there, school_id=stage.vacancy.school_id, today=today),
    )


def find_training_dates(user_ids: Collection[int], *, school_id: int, today: date) -> Mapping[int, date]:
    """When these people completed safer-recruitment training, as their training records say on that day.

    Training is kept by a later app: the setting ``PANEL_TRAINING`` names what reads it.
    """
    if not user_ids:
        return {}
    found: Mapping[int, date] = import_string(settings.PANEL_TRAINING)(
        user_ids, school_id=school_id, today=today
    )
    return found


def suggest_training_date(*, user_id: int, school_id: int, today: date) -> date | None:
    """The date on the training record, else the latest recorded for them on any panel of the school."""
    if known := find_training_dates([user_id], school_id=school_id, today=today).get(user_id):
        return known
    rows = PanelMember.objects.filter(
        user_id=user_id, stage__vacancy__school_id=school_id, safer_recruitment_date__isnull=False
    )
    return rows.order_by("-safer_recruitment_date").values_list("safer_recruitment_date", flat=True).first()


def post_of(title: str) -> Post:
    """Which posts the law treats apart, told by the title: headships and deputy headships."""
    if _HEAD.search(title):
        return Post.DEPUTY if _DEPUTY.search(title) else Post.HEAD
    return Post.OTHER


def _who_can_match_names(stage: Stage, members: list[PanelMember]) -> list[PanelMember]:
    vacancy = stage.vacancy
    if not is_scored_blind(
        is_anonymous=vacancy.is_anonymous, stage_kind=stage.kind, stage_status=stage.status
    ):
        return []
    may_see = list_people_holding(Permission.VIEW_APPLICANTS, school_id=vacancy.school_id)
    knowing = {person.pk for person in may_see}
    return [member for member in members if member.user_id in knowing]


def _judge(stage: Stage, members: list[PanelMember], today: date) -> PanelVerdict:
    submitted, conflicts = _sheets_by_user(stage)
    panel = [
        Member(
            name=member.user.name,
            role=Role(member.role),
            is_governor=member.role == PanelRole.GOVERNOR,
            safer_recruitment_date=member.safer_recruitment_date,
            submitted=member.user_id in submitted,
            conflicts=frozenset(conflicts[member.user_id]),
        )
        for member in members
    ]
    if stage.kind == StageKind.APPLICATION and stage.is_sealed:
        return judge_composition(panel)
    return judge_panel(
        panel,
        stage=PanelStage.SHORTLIST if stage.kind == StageKind.APPLICATION else PanelStage.INTERVIEW,
        school_type=SchoolType(stage.vacancy.school.school_type),
        post=post_of(stage.vacancy.title),
        as_at=today,
    )


def _sheets_by_user(stage: Stage) -> tuple[set[int], dict[int, set[str]]]:
    """Who has submitted anything, and whom each has stood aside from, by the user behind the seat."""
    submitted: set[int] = set()
    conflicts: dict[int, set[str]] = defaultdict(set)
    sheets = ScoreSheet.objects.filter(member__stage=stage, is_current=True)
    rows = sheets.values_list("member__user_id", "status", "application__code").order_by("pk")
    for user_id, status, code in rows:
        if status == SheetStatus.RECUSED:
            conflicts[user_id].add(code)
        else:
            submitted.add(user_id)
    return submitted, conflicts
