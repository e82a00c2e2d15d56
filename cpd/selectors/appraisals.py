"""Appraisals as pages show them: my own, those I hold, one of them whole, those of one person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import FETCH_RAISE, Exists, Max, OuterRef, Prefetch, Q, QuerySet

from core.domain.permissions import Actor
from core.domain.school_time import day_of
from cpd.domain.appraisal import Phase
from cpd.domain.appraisal_states import Event, Part, State, list_events_of
from cpd.domain.appraisal_steps import CycleDates, Step, find_step, path_states
from cpd.domain.appraisal_visibility import Reading, Side, reading_of
from cpd.domain.appraisal_writing import appeal_by, deny_writing
from cpd.models import (
    Appeal,
    Appraisal,
    AppraisalCycle,
    AppraisalEvent,
    AppraisalPolicy,
    Objective,
    ObjectiveEvidence,
    ObjectiveRating,
    ReviewSide,
    Signature,
)
from cpd.selectors.appraisal_reading import has_part, part_of, visible_appraisals, visible_sides

STATE_TONES: Mapping[State, str] = {
    State.PLANNED: "waiting",
    State.OBJECTIVES_AGREED: "info",
    State.MID_YEAR_REVIEWED: "info",
    State.FINAL_DRAFTED: "warning",
    State.SIGNED: "good",
    State.APPEALED: "danger",
    State.APPEAL_DECIDED: "info",
    State.CLOSED: "good",
    State.SUSPENDED: "neutral",
}


@dataclass(frozen=True, slots=True)
class AppraisalCard:
    """One appraisal in a list."""

    appraisal: Appraisal
    part: Part | None
    step: Step | None

    @property
    def tone(self) -> str:
        return STATE_TONES[State(self.appraisal.state)]

    @property
    def is_my_turn(self) -> bool:
        return self.step is not None and self.step.is_turn_of(self.part)

    @property
    def waiting_for(self) -> str:
        """Whose turn it is, in words."""
        names = {
            Part.APPRAISEE: self.appraisal.engagement.person.full_name,
            Part.APPRAISER: self.appraisal.appraiser.name,
            Part.MODERATOR: "the head",
            Part.HR: "HR",
        }
        turn = self.step.turn if self.step else ()
        return (" or " if Part.HR in turn else " and ").join(names[part] for part in turn)

    def is_late(self, today: date) -> bool:
        """Whether the day of the next step is behind; the end of the time to appeal is no such day."""
        if self.step is None or self.step.due_date is None or self.appraisal.state == State.SIGNED:
            return False
        return self.step.due_date < today


@dataclass(frozen=True, slots=True)
class AppraisalPage:
    """One appraisal, as much of it as the reader may see."""

    card: AppraisalCard
    policy: AppraisalPolicy
    objectives: Sequence[Objective]
    sides: Mapping[tuple[str, str], ReviewSide]
    signatures: Sequence[Signature]
    appeals: Sequence[Appeal]
    events: Sequence[AppraisalEvent]
    path: Sequence[tuple[str, str]]
    can: frozenset[Event] = field(default_factory=frozenset)

    @property
    def appraisal(self) -> Appraisal:
        return self.card.appraisal

    @property
    def part(self) -> Part | None:
        return self.card.part

    @property
    def signed_date(self) -> date | None:
        """The day the second of the two signed."""
        return day_of(max(one.signed_at for one in self.signatures)) if len(self.signatures) == 2 else None

    @property
    def has_ended_early(self) -> bool:
        return any(one.kind == Event.ENDED_EARLY for one in self.events)

    @property
    def has_signed(self) -> bool:
        return any(one.signed_as == self.part for one in self.signatures)

    def side(self, phase: Phase, side: Side) -> ReviewSide | None:
        return self.sides.get((phase.value, side.value))

    def may_write(self, phase: Phase, side: Side) -> bool:
        found = self.side(phase, side)
        is_shared = found is not None and found.shared_at is not None
        return deny_writing(phase, side, state=self.appraisal.state, is_shared=is_shared) is None


def with_card_facts(appraisals: QuerySet[Appraisal]) -> QuerySet[Appraisal]:
    """What a card needs, joined; anything forgotten fails loudly."""
    joined = appraisals.select_related(
        "engagement__person", "engagement__school__appraisal_policy", "cycle", "appraiser", "template"
    )
    own_side = ReviewSide.objects.filter(
        Q(phase=Phase.MID_YEAR.value, appraisal__state=State.OBJECTIVES_AGREED.value)
        | Q(phase=Phase.FINAL.value, appraisal__state=State.MID_YEAR_REVIEWED.value),
        appraisal=OuterRef("pk"),
        side=Side.SELF.value,
        shared_at__isnull=False,
    )
    joined = joined.annotate(has_own_side_shared=Exists(own_side))
    signed = Prefetch("signatures", Signature.objects.select_related("signed_by").order_by("signed_at", "pk"))
    return joined.prefetch_related(signed).fetch_mode(FETCH_RAISE)


def list_my_appraisals(actor: Actor, part: Part) -> list[AppraisalCard]:
    """Those in which the actor has this part, the newest cycle first, then by name."""
    found = with_card_facts(Appraisal.objects.filter(has_part(actor, part)))
    in_order = found.order_by(
        "-cycle__first_date", "engagement__person__family_name", "engagement__person__given_name", "pk"
    )
    return [make_card(one, actor) for one in in_order]


def list_appraisals_in_turn(actor: Actor) -> list[AppraisalCard]:
    """Their own and those they hold in which it is their turn, the newest cycle first. Two queries."""
    either = has_part(actor, Part.APPRAISEE) | has_part(actor, Part.APPRAISER)
    found = with_card_facts(Appraisal.objects.filter(either).exclude(state=State.CLOSED.value))
    cards = [make_card(one, actor) for one in found.order_by("-cycle__first_date", "pk")]
    return [card for card in cards if card.is_my_turn]


def list_appraisals_of(actor: Actor, *, engagement_id: int) -> list[AppraisalCard]:
    """One person's, of those the actor may see, the newest first."""
    found = visible_appraisals(actor).filter(engagement_id=engagement_id)
    return [make_card(one, actor) for one in with_card_facts(found).order_by("-cycle__first_date", "pk")]


def make_card(appraisal: Appraisal, actor: Actor) -> AppraisalCard:
    """The appraisal with the reader's part and what comes next."""
    policy = policy_of(appraisal)
    signatures = list(appraisal.signatures.all())
    until = None
    if len(signatures) == 2:
        signed = day_of(max(one.signed_at for one in signatures))
        until = appeal_by(signed, policy.appeal_working_days)
    step = find_step(
        appraisal.state,
        dates_of(appraisal.cycle, is_headteacher=appraisal.is_headteacher),
        appeal_until=until,
        done=_done(appraisal, signatures),
    )
    return AppraisalCard(appraisal, part_of(actor, appraisal), step)


def _done(appraisal: Appraisal, signatures: Sequence[Signature]) -> frozenset[Part]:
    """Who has done their share of what comes next: signed, or shared their own side of the review."""
    if appraisal.state == State.FINAL_DRAFTED:
        return frozenset(Part(one.signed_as) for one in signatures)
    return frozenset({Part.APPRAISEE} if appraisal.has_own_side_shared else ())  # type: ignore[attr-defined]


def policy_of(appraisal: Appraisal) -> AppraisalPolicy:
    """What the school has decided, or what is customary where it has not."""
    school = appraisal.engagement.school
    return getattr(school, "appraisal_policy", None) or AppraisalPolicy(school=school)


def dates_of(cycle: AppraisalCycle, *, is_headteacher: bool) -> CycleDates:
    """The days that hold for one appraisal of the cycle."""
    objectives, final = cycle.objectives_by_date, cycle.final_by_date
    if is_headteacher:
        objectives = cycle.head_objectives_by_date or objectives
        final = cycle.head_final_by_date or final
    return CycleDates(objectives, cycle.mid_year_by_date, final)


def get_appraisal_page(appraisal: Appraisal, actor: Actor) -> AppraisalPage:
    """Everything of one appraisal the actor may read; it comes from ``with_card_facts``."""
    card = make_card(appraisal, actor)
    reads_final = reading_of(appraisal.state, card.part, Side.MANAGER) is not Reading.NOTHING
    sides = visible_sides(actor).filter(appraisal=appraisal).select_related("shared_by")
    ratings = Prefetch("ratings", ObjectiveRating.objects.order_by("pk"))
    events = AppraisalEvent.objects.filter(appraisal=appraisal).select_related("by").order_by("-at", "-pk")
    appeals = Appeal.objects.filter(appraisal=appraisal).select_related("made_by", "decided_by")
    return AppraisalPage(
        card=card,
        policy=policy_of(appraisal),
        objectives=list(list_objectives(appraisal)),
        sides={(one.phase, one.side): one for one in sides.order_by("pk").prefetch_related(ratings)},
        signatures=list(appraisal.signatures.all()) if reads_final else [],
        appeals=list(appeals.order_by("-made_at", "pk")) if reads_final else [],
        events=list(events),
        path=path_states(appraisal.state, appraisal.resumes_as),
        can=list_events_of(card.part, appraisal.state),
    )


def list_objectives(appraisal: Appraisal) -> QuerySet[Objective]:
    """In their order, with what has been put forward for each."""
    evidence = ObjectiveEvidence.objects.select_related("document", "added_by").order_by("seen_date", "pk")
    found = Objective.objects.filter(appraisal=appraisal).select_related("added_by")
    return found.order_by("position").prefetch_related(Prefetch("evidence", evidence))


def next_position(appraisal: Appraisal) -> int:
    """After the last objective there is."""
    last: int | None = Objective.objects.filter(appraisal=appraisal).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1


def find_open_appraisal(*, engagement_id: int) -> Appraisal | None:
    """The appraisal to which objectives of somebody can still be added; the newest, or None."""
    open_states = Q(state__in=[State.PLANNED.value, State.OBJECTIVES_AGREED.value])
    found = Appraisal.objects.filter(open_states, engagement_id=engagement_id)
    return (
        found.select_related("engagement__person", "engagement__school", "cycle")
        .order_by("-cycle__first_date", "-pk")
        .first()
    )


def lines_of(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]
