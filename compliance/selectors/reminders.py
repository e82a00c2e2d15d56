"""What the ledger says, who is to be told, and the page of days that come."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from compliance.domain.reminders import DueThing, in_order, week_of
from compliance.models import Reminder, Snooze
from core.domain.permissions import ROLES, Permission
from core.models import RoleAssignment, User

type ThingKey = tuple[str, str, date]

# Whoever records the checks of a school is told of its days.
TOLD = Permission.RECORD_CHECKS


@dataclass(frozen=True, slots=True)
class Keeper:
    """Somebody who looks after the checks of some schools."""

    user_id: int
    name: str
    email: str
    schools: frozenset[int]


@dataclass(frozen=True, slots=True)
class Row:
    """One day that comes, as a list shows it."""

    thing: DueThing
    snooze: Snooze | None
    days_left: int

    @property
    def is_past(self) -> bool:
        return self.days_left < 0

    @property
    def days_past(self) -> int:
        return max(0, -self.days_left)


@dataclass(frozen=True, slots=True)
class Week:
    """The rows of one week, which its Monday names."""

    monday: date
    rows: Sequence[Row]


def list_keepers(school_ids: Collection[int] | None = None) -> list[Keeper]:
    """Active people who look after the checks of these schools (of any, without), by name. One query."""
    roles = [role for role, held in ROLES.items() if TOLD in held]
    held_at = RoleAssignment.objects.filter(role__in=roles, user__is_active=True)
    schools: dict[int, set[int]] = defaultdict(set)
    people: dict[int, tuple[str, str]] = {}
    for user_id, name, email, school, of_trust in held_at.order_by("user__name", "user_id", "pk").values_list(
        "user_id", "user__name", "user__email", "school_id", "trust__schools__id"
    ):
        place = school or of_trust
        if place and (school_ids is None or place in school_ids):
            schools[user_id].add(place)
            people[user_id] = (name, email)
    return [Keeper(user_id, *people[user_id], frozenset(schools[user_id])) for user_id in people]


def steps_sent(things: Collection[DueThing]) -> Mapping[ThingKey, set[int]]:
    """The steps of each thing's ladder that are sent already."""
    sent: dict[ThingKey, set[int]] = defaultdict(set)
    rows = Reminder.objects.filter(school_id__in={thing.school_id for thing in things}).order_by("pk")
    for rule, key, due, step in rows.values_list("rule", "record_key", "due_date", "step"):
        sent[rule, key, due].add(step)
    return sent


def running_snoozes(things: Collection[DueThing]) -> Mapping[ThingKey, Snooze]:
    """The snooze that runs on each thing; one whose day has come is over by itself."""
    rows = Snooze.objects.running().filter(school_id__in={thing.school_id for thing in things})
    found = rows.select_related("snoozed_by").order_by("pk")
    return {(one.rule, one.record_key, one.due_date): one for one in found}


def list_rows(things: Collection[DueThing], *, today: date) -> list[Row]:
    """Every thing with the snooze that runs on it today."""
    snoozes = running_snoozes(things)
    rows = []
    for thing in in_order(things):
        snooze = snoozes.get(thing.key)
        rests = snooze is not None and today < snooze.until_date
        rows.append(Row(thing, snooze if rests else None, thing.days_left(today)))
    return rows


def by_week(rows: Iterable[Row]) -> list[Week]:
    """Rows by the week their day is in, earliest first."""
    weeks: dict[date, list[Row]] = defaultdict(list)
    for row in rows:
        weeks[week_of(row.thing.due_date)].append(row)
    return [Week(monday, weeks[monday]) for monday in sorted(weeks)]


def matches(thing: DueThing, *, search: str, rule: str, school_id: int | None) -> bool:
    """Whether a filter lets a thing through. ``search`` looks at name and title."""
    return (
        (not rule or thing.rule.key == rule)
        and (school_id is None or thing.school_id == school_id)
        and search.casefold() in f"{thing.person_name} {thing.title}".casefold()
    )


def list_sent(thing: DueThing) -> list[tuple[Reminder, str]]:
    """The reminders of a thing that went out, newest first, each with the names of those told."""
    rows = list(
        Reminder.objects.filter(
            rule=thing.rule.key, record_key=thing.record_key, due_date=thing.due_date
        ).order_by("step", "pk")
    )
    told = {number for row in rows for number in row.sent_to}
    names = dict(User.objects.filter(pk__in=told).order_by("pk").values_list("pk", "name"))
    return [(row, ", ".join(names[one] for one in row.sent_to if one in names)) for row in rows]
