"""The board of people about to start, and the page of one of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import FETCH_RAISE, Prefetch, Q

from compliance.domain.categories import CATEGORY_LABELS, CheckType, WorkerCategory
from compliance.domain.clearance import Clearance, Verdict
from compliance.domain.next_step import NextStep, Turn, find_next_step
from compliance.domain.nudges import Nudge, Post, write_nudges
from compliance.domain.role_proposals import propose_category
from compliance.domain.starter_lines import Line, count_done, list_lines
from compliance.models import Check, EarlyStart, EarlyStartReview
from compliance.selectors.clearance import Starter, judge_starters, list_starting, with_clearance_facts
from compliance.selectors.staff import visible_engagements
from core.domain.permissions import Actor
from core.domain.schools import SchoolType
from core.models import Engagement

# How long somebody whose start nobody confirmed stays on the board, counted from the first day.
DAYS_AFTER_START = 90
# How long the home page still names them.
DAYS_OVERDUE = 14
REVIEW_SOON_DAYS = 3
VERDICT_LABELS: dict[Verdict, str] = {
    Verdict.CLEAR: "Clear to start",
    Verdict.EARLY_START_ONLY: "May start only with risk assessment, barred-list check and supervision",
    Verdict.DO_NOT_START: "Do not start",
}
# On a card there is room for three words.
VERDICT_SHORT: Mapping[Verdict, str] = VERDICT_LABELS | {
    Verdict.EARLY_START_ONLY: "Only with risk assessment",
}
VERDICT_TONES: Mapping[Verdict, str] = {
    Verdict.CLEAR: "good",
    Verdict.EARLY_START_ONLY: "warning",
    Verdict.DO_NOT_START: "danger",
}


@dataclass(frozen=True, slots=True)
class StarterCard:
    """One person on the board. An arrival has no role yet: ``proposal`` is what its title suggests."""

    starter: Starter
    days_left: int | None
    lines: tuple[Line, ...]
    step: NextStep | None
    proposal: str
    nudges: tuple[Nudge, ...]

    @property
    def engagement(self) -> Engagement:
        return self.starter.engagement

    @property
    def pk(self) -> int:
        return self.engagement.pk

    @property
    def is_blocked(self) -> bool:
        return self.clearance is not None and self.clearance.verdict == Verdict.DO_NOT_START

    @property
    def review_date(self) -> date | None:
        """When the running early start is to be reviewed, where there is one."""
        return self.starter.early_start.review_date if self.starter.early_start else None

    @property
    def sentence(self) -> str:
        """What is next, or nothing where nothing is."""
        return self.step.sentence if self.step else ""

    @property
    def when(self) -> str:
        """When the first day is, as the home page says it."""
        if self.days_left is None:
            return "No first day yet"
        word = "was to start" if self.days_left < 0 else "starts"
        return f"{self.engagement.job_title}, {word} on {self.engagement.start_date:%d/%m/%Y}"

    def is_review_soon(self, today: date) -> bool:
        """Whether it is to be reviewed today or in a few days; what is past is the calendar's."""
        review = self.review_date
        return review is not None and 0 <= (review - today).days <= REVIEW_SOON_DAYS

    def is_due(self, today: date) -> bool:
        """Whether the first day is today or behind."""
        return self.engagement.start_date is not None and self.engagement.start_date <= today

    @property
    def clearance(self) -> Clearance | None:
        return self.starter.clearance

    @property
    def is_arrival(self) -> bool:
        return self.starter.role is None

    @property
    def has_started(self) -> bool:
        return hasattr(self.engagement, "start")

    @property
    def done(self) -> int:
        return count_done(self.lines)[0]

    @property
    def wanted(self) -> int:
        return count_done(self.lines)[1]

    @property
    def verdict_label(self) -> str:
        return VERDICT_LABELS[self.clearance.verdict] if self.clearance else "Role to describe"

    @property
    def verdict_short(self) -> str:
        return VERDICT_SHORT[self.clearance.verdict] if self.clearance else "Role to describe"

    @property
    def tone(self) -> str:
        return VERDICT_TONES[self.clearance.verdict] if self.clearance else "warning"

    @property
    def turn(self) -> Turn | None:
        if self.is_arrival:
            return Turn.US
        return self.step.turn if self.step else None


def list_starters(
    actor: Actor, *, today: date, search: str = "", school_id: int | None = None
) -> list[StarterCard]:
    """Who is about to start at the actor's schools, the first to start first; two queries."""
    found = visible_engagements(actor)
    for word in search.split():
        found = found.filter(
            Q(person__given_name__icontains=word)
            | Q(person__family_name__icontains=word)
            | Q(job_title__icontains=word)
        )
    if school_id is not None:
        found = found.filter(school_id=school_id)
    since = today - timedelta(days=DAYS_AFTER_START)
    starting = list_starting(with_clearance_facts(found), today=today, since=since).fetch_mode(FETCH_RAISE)
    return [make_card(one, actor, today=today) for one in judge_starters(list(starting), today=today)]


def list_starting_soon(actor: Actor, *, today: date, days: int) -> list[StarterCard]:
    """Arrivals without a role, early starts soon to be reviewed, and who is to start within so many days.

    Who was to start more than ``DAYS_OVERDUE`` ago stays on the board alone.
    """
    since = today - timedelta(days=DAYS_AFTER_START)
    starting = list_starting(
        with_clearance_facts(visible_engagements(actor)), today=today, since=since
    ).fetch_mode(FETCH_RAISE)
    near = (today - timedelta(days=DAYS_OVERDUE), today + timedelta(days=days))
    reviewed = (today, today + timedelta(days=REVIEW_SOON_DAYS))
    soon = Q(role=None) | Q(start_date__range=near) | Q(running_review_date__range=reviewed)
    engagements = list(starting.filter(soon))
    if not engagements:
        return []
    return [make_card(one, actor, today=today) for one in judge_starters(engagements, today=today)]


def make_card(starter: Starter, actor: Actor, *, today: date) -> StarterCard:
    """All that the board and the page say of somebody, worked out from the verdict."""
    engagement, clearance = starter.engagement, starter.clearance
    days_left = (engagement.start_date - today).days if engagement.start_date else None
    if clearance is None:
        proposal = propose_category(engagement.job_title, SchoolType(engagement.school.school_type))
        return StarterCard(starter, days_left, (), None, CATEGORY_LABELS[proposal], ())
    lines = list_lines(clearance, starter.requirements, starter.held, today=today)
    step = find_next_step(clearance, starter.requirements, starter.held, today=today)
    steps = [line.step for line in lines if line.step]
    return StarterCard(
        starter=starter,
        days_left=days_left,
        lines=lines,
        step=step,
        proposal="",
        nudges=tuple(write_nudges(steps, _post(engagement, actor))),
    )


def _post(engagement: Engagement, actor: Actor) -> Post:
    person = engagement.person
    return Post(
        given_name=person.given_name,
        full_name=person.full_name,
        email=person.email,
        job_title=engagement.job_title,
        school=engagement.school.name,
        start_date=engagement.start_date,
        sender=actor.name,
    )


@dataclass(frozen=True, slots=True)
class StarterPage:
    """One person's page: the card, the rows behind its lines, and the early starts there have been."""

    card: StarterCard
    category_label: str
    records: Mapping[CheckType, Sequence[Check]]
    early_starts: Sequence[EarlyStart]

    @property
    def running(self) -> EarlyStart | None:
        """The early start that has not ended."""
        return next((one for one in self.early_starts if one.ended_at is None), None)


def get_starter_page(engagement: Engagement, actor: Actor, *, today: date) -> StarterPage:
    """The page of an engagement loaded by ``with_clearance_facts``; at most four queries."""
    (starter,) = judge_starters([engagement], today=today)
    reviews = Prefetch(
        "reviews", EarlyStartReview.objects.select_related("reviewed_by").order_by("reviewed_at", "pk")
    )
    early_starts = (
        EarlyStart.objects.filter(engagement=engagement)
        .select_related("signed_by", "ended_by")
        .prefetch_related(reviews)
        .order_by("-signed_at", "-pk")
    )
    return StarterPage(
        card=make_card(starter, actor, today=today),
        category_label=CATEGORY_LABELS[WorkerCategory(starter.role.category)] if starter.role else "",
        records=_records(starter),
        early_starts=list(early_starts),
    )


def _records(starter: Starter) -> Mapping[CheckType, Sequence[Check]]:
    """The rows behind the lines, so that a page can name their files, numbers and notes."""
    ids = {pk for held in starter.held.values() for pk in held.ids}
    rows = (
        Check.objects.filter(pk__in=ids)
        .select_related("document", "certificate", "qualification", "right_to_work")
        .order_by("pk")
    )
    found: dict[CheckType, list[Check]] = defaultdict(list)
    by_id = {row.pk: row for row in rows}
    for check, held in starter.held.items():
        found[check] = [by_id[pk] for pk in held.ids if pk in by_id]
    return found
