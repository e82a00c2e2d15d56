"""Somebody's induction and probation, and the lists of a school."""

from dataclasses import dataclass
from datetime import date

from compliance.domain.categories import WorkerCategory
from compliance.domain.kinds import KIND_CATEGORIES, PersonKind
from compliance.models import EngagementRole
from core.models import Engagement
from cpd.domain.induction import PRESETS, ItemEntry, ProbationState, TemplateEntry, probation_state
from cpd.enums import ItemOutcome
from cpd.models import (
    Induction,
    InductionItem,
    InductionTemplate,
    Probation,
    ProbationDecision,
    ProbationReview,
)


def kind_of(engagement: Engagement) -> PersonKind | None:
    """The kind of person whose list applies; None where nobody has described the role."""
    role = EngagementRole.objects.filter(engagement=engagement).first()
    return kind_of_category(role.category) if role else None


def kind_of_category(category: str) -> PersonKind | None:
    """The tab of the staff lists a kind of worker is under."""
    found = WorkerCategory(category)
    return next((kind for kind, some in KIND_CATEGORIES.items() if found in some), None)


def find_entry(*, school_id: int, kind: PersonKind) -> TemplateEntry:
    """The school's list for a kind of person, or the usual one where it has none."""
    template = InductionTemplate.objects.filter(school_id=school_id, kind=kind).first()
    if template is None:
        return PRESETS[kind]
    items = template.items.order_by("position")
    return TemplateEntry(
        tuple(ItemEntry(one.text, one.due_days, one.by_whom) for one in items),
        template.probation_months,
        tuple(template.review_months),
    )


@dataclass(frozen=True, slots=True)
class InductionPart:
    """An induction with its items in order, and how far it is."""

    induction: Induction
    items: tuple[InductionItem, ...]

    @property
    def open_items(self) -> list[InductionItem]:
        return [one for one in self.items if one.outcome == ItemOutcome.OPEN]

    @property
    def settled_items(self) -> list[InductionItem]:
        return [one for one in self.items if one.outcome != ItemOutcome.OPEN]

    @property
    def settled(self) -> int:
        return len(self.settled_items)

    @property
    def is_complete(self) -> bool:
        return self.settled == len(self.items)


def get_induction(engagement: Engagement) -> InductionPart | None:
    """None where it has not been begun; one query, the induction having come with the engagement."""
    found: Induction | None = getattr(engagement, "induction", None)
    if found is None:
        return None
    items = InductionItem.objects.filter(induction=found).select_related("settled_by")
    return InductionPart(found, tuple(items.order_by("position", "pk")))


@dataclass(frozen=True, slots=True)
class ProbationPart:
    """A probation as it stands on a day, with its reviews and the decisions so far."""

    probation: Probation
    reviews: tuple[ProbationReview, ...]
    decisions: tuple[ProbationDecision, ...]
    state: ProbationState

    @property
    def label(self) -> str:
        return PROBATION_LABELS[self.state]

    @property
    def tone(self) -> str:
        return PROBATION_TONES[self.state]

    @property
    def next_review(self) -> ProbationReview | None:
        return next((one for one in self.reviews if one.held_date is None), None)


PROBATION_LABELS = {
    ProbationState.RUNNING: "Under way",
    ProbationState.TO_DECIDE: "To be decided",
    ProbationState.PASSED: "Passed",
    ProbationState.NOT_PASSED: "Not passed",
}
PROBATION_TONES = {
    ProbationState.RUNNING: "info",
    ProbationState.TO_DECIDE: "warning",
    ProbationState.PASSED: "good",
    ProbationState.NOT_PASSED: "danger",
}


def get_probation(engagement: Engagement, *, today: date) -> ProbationPart | None:
    """None where there is none; two queries, the probation having come with the engagement."""
    found: Probation | None = getattr(engagement, "probation", None)
    if found is None:
        return None
    reviews = ProbationReview.objects.filter(probation=found).select_related("recorded_by")
    decisions = ProbationDecision.objects.filter(probation=found).select_related("decided_by")
    decided = tuple(decisions.order_by("decided_at", "pk"))
    last = decided[-1].outcome if decided else None
    state = probation_state(end_date=found.end_date, last_outcome=last, today=today)
    return ProbationPart(found, tuple(reviews.order_by("due_date", "pk")), decided, state)
