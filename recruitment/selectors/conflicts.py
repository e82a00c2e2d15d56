"""Who stands aside from whom at a stage, and who perhaps should: for those who run the vacancy."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from recruitment.domain.relationships import find_named
from recruitment.enums import SheetStatus
from recruitment.models import PanelMember, ScoreSheet, Stage
from recruitment.selectors.stages import list_applications_of


@dataclass(frozen=True, slots=True)
class Conflict:
    member_id: int
    member: str
    application_id: int
    code: str
    reason: str
    recorded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Declared:
    """A candidate who says that they are related or close to somebody at the school.

    ``named`` are members of the panel whom the words may mean, and who have not stood aside.
    """

    application_id: int
    code: str
    details: str
    named: tuple[PanelMember, ...]


def list_declared(stage: Stage) -> list[Declared]:
    """Relationships that candidates of the stage have declared. They identify people: not for the panel."""
    related = list_applications_of(stage).filter(is_related_to_school=True).order_by("pk")
    rows = list(related.values_list("pk", "code", "relationship_details"))
    if not rows:
        return []
    members = {one.user.name: one for one in stage.members.filter(left_at=None).select_related("user")}
    aside = set(_standing_aside(stage).values_list("application_id", "member_id"))
    return [
        Declared(
            pk,
            code,
            details,
            tuple(
                members[name] for name in find_named(details, members) if (pk, members[name].pk) not in aside
            ),
        )
        for pk, code, details in rows
    ]


def list_conflicts(stage: Stage) -> list[Conflict]:
    """Recusals that stand, by candidate. The reasons may identify people: not for the panel."""
    sheets = _standing_aside(stage).order_by("application_id", "pk")
    return [
        Conflict(*row)
        for row in sheets.values_list(
            "member_id",
            "member__user__name",
            "application_id",
            "application__code",
            "reason",
            "finished_at",
        )
    ]


def _standing_aside(stage: Stage) -> QuerySet[ScoreSheet]:
    return ScoreSheet.objects.filter(
        member__stage=stage, member__left_at=None, is_current=True, status=SheetStatus.RECUSED
    )
