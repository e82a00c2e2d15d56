"""What needs somebody in their own and their team's development: to read, to appraise, to decide. Reads only.

Those who look after a whole school are told on a part of the page of its own
(``overview.needs_of_schools``); these are for everybody else.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.urls import reverse

from core.domain.permissions import Actor, Permission
from cpd.domain.appraisal_states import Part
from cpd.domain.people_waiting import Turn
from cpd.domain.policies import ReadingState
from cpd.selectors.appraisals import AppraisalCard, list_appraisals_in_turn
from cpd.selectors.own_reading import list_own_posts, list_own_readings
from cpd.selectors.people import PeopleFilter, PersonLine, list_people
from overview.need import Need

APPRAISAL_SOON_DAYS = 30
MOST_NAMES = 3


def list_development_needs(actor: Actor, *, today: date) -> Iterator[Need]:
    """Readings to sign, appraisals that are their turn, a team that waits. Five queries at most."""
    if actor.holds_anywhere(Permission.VIEW_CHECKS):
        return
    if actor.holds_anywhere(Permission.KEEP_OWN_RECORD):
        yield from readings_to_sign(actor, today)
        yield from appraisals_to_go_on_with(actor, today)
    if actor.holds_anywhere(Permission.MANAGE_TEAM):
        yield from team_that_waits(actor, today)


def readings_to_sign(actor: Actor, today: date) -> Iterator[Need]:
    """Editions the school asks them to read and sign."""
    for one in list_own_readings(list_own_posts(actor, today=today), today=today):
        if not one.is_waiting:
            continue
        late = one.state == ReadingState.OVERDUE
        yield Need(
            1 if late else 2,
            f"Read and sign: {one.version.policy.title}",
            f"{one.version.edition}: {'was to be' if late else 'to be'} read by {one.due:%d/%m/%Y}.",
            "Read it",
            reverse("cpd:my-policy", args=[one.version.pk]),
            "danger" if late else "waiting",
        )


def appraisals_to_go_on_with(actor: Actor, today: date) -> Iterator[Need]:
    """Their own appraisal by itself, those they hold in one line; past the day, or near it."""
    soon = today + timedelta(days=APPRAISAL_SOON_DAYS)
    cards = [card for card in list_appraisals_in_turn(actor) if _day_of(card) <= soon]
    for card in cards:
        if card.part is Part.APPRAISEE and card.step:
            late = card.is_late(today)
            yield Need(
                1 if late else 3,
                f"Your appraisal: {card.appraisal.cycle.name}",
                f"{card.step.sentence} {'It was due' if late else 'Due'} by {_day_of(card):%d/%m/%Y}.",
                "Go on",
                reverse("cpd:appraisal-detail", args=[card.appraisal.pk]),
                "warning" if late else "waiting",
            )
    held = [card for card in cards if card.part is Part.APPRAISER]
    yield from _held([card for card in held if card.is_late(today)], is_late=True)
    yield from _held([card for card in held if not card.is_late(today)], is_late=False)


def _held(cards: Sequence[AppraisalCard], *, is_late: bool) -> Iterator[Need]:
    if not cards:
        return
    names = list(dict.fromkeys(card.appraisal.engagement.person.full_name for card in cards))
    number = f"{len(cards)} appraisal{'' if len(cards) == 1 else 's'} you hold"
    yield Need(
        1 if is_late else 3,
        f"Past the day: {number}" if is_late else f"Your turn: {number}",
        f"{names_in_words(names)}.",
        "See the appraisals",
        reverse("cpd:appraisal-list"),
        "warning" if is_late else "waiting",
    )


def _day_of(card: AppraisalCard) -> date:
    return card.step.due_date if card.step and card.step.due_date else date.max


def team_that_waits(actor: Actor, today: date) -> Iterator[Need]:
    """Needs to decide, induction, probation, job descriptions of those they manage, in one line."""
    wanted = PeopleFilter(waiting=f"turn-{Turn.MANAGER}", sort="waiting")
    lines = [
        line
        for line in list_people(actor, today=today, wanted=wanted)
        if line.engagement.person.user_id != actor.user_id
    ]
    if not lines:
        return
    late = any(one.is_late for line in lines for one in line.waits)
    who = "1 person of your team waits" if len(lines) == 1 else f"{len(lines)} people of your team wait"
    yield Need(
        1 if late else 2,
        f"{who} for you",
        f"{names_in_words([_waits_of(line) for line in lines])}.",
        "See your team",
        f"{reverse('cpd:development')}?waiting={wanted.waiting}&sort={wanted.sort}",
        "warning" if late else "waiting",
    )


def _waits_of(line: PersonLine) -> str:
    waits = ", ".join(one.label[:1].lower() + one.label[1:] for one in line.waits if one.turn == Turn.MANAGER)
    return f"{line.engagement.person.full_name} ({waits})"


def names_in_words(names: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    more = len(names) - MOST_NAMES
    shown = "; ".join(names[:MOST_NAMES])
    return f"{shown}; and {more} more" if more > 0 else shown
