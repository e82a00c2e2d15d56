"""Who stands aside from whom at a stage: for those who run the vacancy and have to find a replacement."""

from dataclasses import dataclass
from datetime import datetime

from recruitment.enums import SheetStatus
from recruitment.models import ScoreSheet, Stage


@dataclass(frozen=True, slots=True)
class Conflict:
    member_id: int
    member: str
    application_id: int
    code: str
    reason: str
    recorded_at: datetime | None


def list_conflicts(stage: Stage) -> list[Conflict]:
    """Recusals that stand, by candidate. The reasons may identify people: not for the panel."""
    sheets = ScoreSheet.objects.filter(
        member__stage=stage, member__left_at=None, is_current=True, status=SheetStatus.RECUSED
    ).order_by("application_id", "pk")
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
