"""Development needs, each reader with the columns that are theirs to read."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from core.domain.permissions import Actor
from core.models import Engagement
from cpd.domain import development
from cpd.domain.development import NEED_COLUMNS, OPEN, Reader, deny_carrying
from cpd.enums import NeedKind, NeedOrigin, NeedStatus
from cpd.models import DevelopmentNeed, DevelopmentStep
from cpd.selectors.reach import own, within_reach

STATUS_TONES: Mapping[str, str] = {
    NeedStatus.PROPOSED: "waiting",
    NeedStatus.ACCEPTED: "info",
    NeedStatus.PLANNED: "info",
    NeedStatus.MET: "good",
    NeedStatus.DROPPED: "neutral",
}
STATUS_ORDER = {status: place for place, status in enumerate(NeedStatus.values)}


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One need as a reader may see it; what is not theirs was never read and is empty."""

    pk: int
    kind: str
    text: str
    origin: str
    origin_text: str
    origin_requirement: str
    status: str
    target_date: date | None
    met_date: date | None
    evidence: str
    proposed_at: datetime
    objective: int | None
    steps: tuple[DevelopmentStep, ...]
    origin_source: str = ""
    panel_note: str = ""
    reason: str = ""
    decided_at: datetime | None = None
    decided_by_name: str = ""

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def may_be_carried(self) -> bool:
        """Whether it may become an objective of the person's appraisal."""
        denial = deny_carrying(
            kind=development.NeedKind(self.kind),
            status=development.NeedStatus(self.status),
            is_carried=self.objective is not None,
        )
        return denial is None

    @property
    def kind_label(self) -> str:
        return str(NeedKind(self.kind).label)

    @property
    def origin_label(self) -> str:
        return str(NeedOrigin(self.origin).label)

    @property
    def status_label(self) -> str:
        return str(NeedStatus(self.status).label)

    @property
    def tone(self) -> str:
        return STATUS_TONES[self.status]

    @property
    def done_count(self) -> int:
        return sum(step.done_date is not None for step in self.steps)

    @property
    def next_step(self) -> DevelopmentStep | None:
        return next((step for step in self.steps if step.done_date is None), None)


def list_needs(engagement: Engagement, reader: Reader) -> list[NeedRow]:
    """The needs of one person, what waits first; two queries."""
    rows = list(
        DevelopmentNeed.objects.filter(engagement=engagement).order_by("pk").values(*NEED_COLUMNS[reader])
    )
    steps = _steps_of([row["pk"] for row in rows])
    found = [make_row(row, steps.get(row["pk"], [])) for row in rows]
    return sorted(found, key=lambda one: (STATUS_ORDER[one.status], one.target_date or date.max, one.pk))


def make_row(row: dict[str, Any], steps: Collection[DevelopmentStep]) -> NeedRow:
    """A row of one reader's columns with its steps."""
    facts = dict(row)
    if "decided_by__name" in facts:
        facts["decided_by_name"] = facts.pop("decided_by__name") or ""
    return NeedRow(steps=tuple(steps), **facts)


def _steps_of(need_ids: Collection[int]) -> Mapping[int, list[DevelopmentStep]]:
    found: dict[int, list[DevelopmentStep]] = defaultdict(list)
    for step in DevelopmentStep.objects.filter(need__in=need_ids).order_by("position", "pk"):
        found[step.need_id].append(step)
    return found


def needs_within_reach(actor: Actor, *, today: date) -> QuerySet[DevelopmentNeed]:
    """Needs of everybody whose development the actor may look at, to act on or to list."""
    return DevelopmentNeed.objects.filter(engagement__in=within_reach(actor, today=today))


def needs_of_others(actor: Actor, *, today: date) -> QuerySet[DevelopmentNeed]:
    """Those of them that are not about the actor: their panel notes may be read."""
    about_actor = Q(engagement__person__in=own(actor).values("person"))
    return needs_within_reach(actor, today=today).exclude(about_actor)
