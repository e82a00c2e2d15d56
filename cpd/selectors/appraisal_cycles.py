"""A school's cycles: who is in one, who is not and by which rule, and how the ratings compare."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import FETCH_RAISE, Count, Q, QuerySet

from compliance.domain.categories import WorkerCategory
from core.domain.permissions import Actor, Permission
from core.domain.schools import SchoolType
from core.models import Engagement, School
from cpd.domain.appraisal import (
    FEWEST_SHOWN,
    CycleKind,
    Eligibility,
    Ground,
    Phase,
    Rating,
    Worker,
    judge_eligibility,
)
from cpd.domain.appraisal_moderation import Rated, Spread, by_appraiser, spread_of
from cpd.domain.appraisal_states import State
from cpd.domain.appraisal_visibility import Side
from cpd.models import (
    Appraisal,
    AppraisalCycle,
    AppraisalExclusion,
    AppraisalPolicy,
    AppraisalTemplate,
    LineManagement,
)
from cpd.selectors.appraisal_reading import visible_appraisals, visible_sides
from cpd.selectors.appraisals import AppraisalCard, make_card, with_card_facts


@dataclass(frozen=True, slots=True)
class CyclePerson:
    """Somebody of the school beside a cycle: in it, or the rule's answer why not; and who manages them."""

    engagement: Engagement
    eligibility: Eligibility
    appraisal: Appraisal | None
    manager_id: int | None


@dataclass(frozen=True, slots=True)
class Moderation:
    """Ratings of a cycle that are shared, all together and by appraiser; and how many are still to come."""

    whole: Spread
    appraisers: Sequence[Spread]
    waiting: int
    is_for_moderator: bool


def visible_cycles(actor: Actor) -> QuerySet[AppraisalCycle]:
    """Cycles of the schools whose development the actor looks after."""
    return AppraisalCycle.objects.filter(school_id__in=actor.schools_with(Permission.VIEW_DEVELOPMENT))


def list_cycles(actor: Actor) -> list[AppraisalCycle]:
    """The newest first, each with how many appraisals it has and how many are closed."""
    return list(
        visible_cycles(actor)
        .select_related("school")
        .annotate(
            number=Count("appraisals"),
            closed=Count("appraisals", filter=Q(appraisals__state=State.CLOSED.value)),
        )
        .order_by("-first_date", "name", "pk")
    )


def list_cards_of(cycle: AppraisalCycle, actor: Actor) -> list[AppraisalCard]:
    """The appraisals of a cycle the actor may see, by name."""
    found = with_card_facts(visible_appraisals(actor).filter(cycle=cycle))
    by_name = found.order_by("engagement__person__family_name", "engagement__person__given_name", "pk")
    return [make_card(one, actor) for one in by_name]


def list_engagements_of_cycle(cycle: AppraisalCycle, *, today: date) -> QuerySet[Engagement]:
    """Everybody at work at the school of the cycle on that day, by name."""
    here = Q(end_date=None) | Q(end_date__gte=today)
    return (
        Engagement.objects.filter(here, school_id=cycle.school_id)
        .select_related("person", "school", "role")
        .order_by("person__family_name", "person__given_name", "pk")
        .fetch_mode(FETCH_RAISE)
    )


def judge_people(cycle: AppraisalCycle, *, today: date) -> list[CyclePerson]:
    """Each of them by the rule of the day; five queries whatever their number."""
    engagements = list_engagements_of_cycle(cycle, today=today)
    grounds = _grounds(cycle.school_id, today)
    appraisals = {one.engagement_id: one for one in Appraisal.objects.filter(cycle=cycle).order_by("pk")}
    managers = _managers(cycle.school_id, today)
    policy = AppraisalPolicy.objects.filter(school_id=cycle.school_id).first() or AppraisalPolicy()
    return [
        CyclePerson(
            engagement,
            judge_eligibility(
                worker_of(engagement, grounds.get(engagement.pk)),
                CycleKind(cycle.kind),
                as_at=today,
                term_weeks=policy.term_weeks,
            ),
            appraisals.get(engagement.pk),
            managers.get(engagement.pk),
        )
        for engagement in engagements
    ]


def worker_of(engagement: Engagement, ground: Ground | None) -> Worker:
    """What the rule needs of somebody; the engagement comes with its school and role."""
    role = getattr(engagement, "role", None)
    return Worker(
        school_type=SchoolType(engagement.school.school_type),
        category=WorkerCategory(role.category) if role else None,
        teaching_work=role.teaching_work if role else None,
        start_date=engagement.start_date,
        end_date=engagement.end_date,
        ground=ground,
    )


def running_exclusions(*, today: date) -> QuerySet[AppraisalExclusion]:
    """Those that hold on a day."""
    return AppraisalExclusion.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=today), valid_from__lte=today
    )


def _grounds(school_id: int, today: date) -> Mapping[int, Ground]:
    """Where two hold at once, induction comes first: it is out altogether."""
    rows = running_exclusions(today=today).filter(engagement__school_id=school_id).order_by("ground", "pk")
    return {one.engagement_id: Ground(one.ground) for one in rows}


def _managers(school_id: int, today: date) -> Mapping[int, int]:
    rows = LineManagement.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=today),
        engagement__school_id=school_id,
        valid_from__lte=today,
    )
    return dict(rows.order_by("valid_from", "pk").values_list("engagement_id", "manager_id"))


def list_templates(actor: Actor) -> QuerySet[AppraisalTemplate]:
    """Templates of the schools whose rules of development the actor sets, by school and name."""
    found = AppraisalTemplate.objects.filter(
        school_id__in=actor.schools_with(Permission.EDIT_DEVELOPMENT_RULES)
    )
    return found.select_related("school").order_by("school__name", "name", "pk")


def get_policy(school: School) -> AppraisalPolicy:
    """What the school has decided, or what is customary."""
    return AppraisalPolicy.objects.filter(school=school).first() or AppraisalPolicy(school=school)


def get_moderation(cycle: AppraisalCycle, actor: Actor) -> Moderation:
    """How the shared overall ratings of a cycle spread, from the sides the actor may read; two queries.

    Others than the head are shown no figure that fewer than five people stand behind.
    """
    is_for_moderator = actor.holds(Permission.MODERATE_APPRAISALS, cycle.school_id)
    sides = visible_sides(actor).filter(
        appraisal__cycle=cycle, phase=Phase.FINAL.value, side=Side.MANAGER.value, shared_at__isnull=False
    )
    rows = (
        sides.exclude(overall_rating="")
        .order_by("pk")
        .values_list("appraisal__appraiser_id", "appraisal__appraiser__name", "overall_rating")
    )
    rated = [Rated(key, name, Rating(rating)) for key, name, rating in rows]
    total = Appraisal.objects.filter(cycle=cycle).count()
    fewest = 0 if is_for_moderator else FEWEST_SHOWN
    return Moderation(
        spread_of("All appraisers", (one.rating for one in rated), fewest=fewest),
        by_appraiser(rated, is_for_moderator=is_for_moderator),
        total - len(rated),
        is_for_moderator,
    )
