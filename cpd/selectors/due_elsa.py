"""The days of the ELSA ledger: sessions planned, sessions that must not be missed, registrations to renew.

One query, however many ELSAs there are.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from django.urls import reverse

from compliance.domain.reminders import DueThing, ReminderRule
from compliance.selectors.due_things import FAR_DAYS, initials_of
from compliance.selectors.people_here import people_here
from core.models import Engagement
from cpd.domain.elsa import Status
from cpd.domain.elsa_reminders import LAST_SESSIONS, REGISTRATION, SESSION
from cpd.domain.elsa_rings import JudgedEntry
from cpd.selectors.elsa import ElsaLine, list_standings, with_elsa


def list_elsa_things(
    school_ids: Collection[int], *, today: date, people: Iterable[Engagement] | None = None
) -> list[DueThing]:
    """What comes at these schools within the reach of the calendar, and what is past and still to be done.

    No query where the people are read already, ``with_elsa``.
    """
    here = with_elsa(people_here(school_ids, today)) if people is None else people
    lines = list_standings(here, as_at=today)
    until = today + timedelta(days=FAR_DAYS)
    return [
        thing
        for line in lines
        for thing in (*_sessions(line), *_last_sessions(line), *_registration(line))
        if thing.due_date <= until
    ]


def _sessions(line: ElsaLine) -> Iterator[DueThing]:
    """Every session planned; one whose day has passed until somebody says whether it took place."""
    for entry in line.record.entries:
        if not entry.is_planned:
            continue
        is_past = entry.day <= line.year.as_at
        yield _thing(
            SESSION,
            line,
            f"supervision-{entry.key}",
            due_date=entry.day,
            title="Say whether the supervision took place" if is_past else "ELSA supervision",
            detail=f"With {entry.supervisor_name}." if entry.supervisor_name else "Planned.",
        )


def _last_sessions(line: ElsaLine) -> Iterator[DueThing]:
    """Once two missed sessions would end the year: the day of the next session, or the last to have one."""
    if not line.warning:
        return
    due_date = _next_day(line)
    if due_date is not None:
        yield _thing(
            LAST_SESSIONS,
            line,
            f"elsa-{line.registration.pk}",
            due_date=due_date,
            title="No supervision to be missed"
            if line.status == Status.LAST_CHANCE
            else "Only one supervision session may be missed",
            detail=line.warning,
        )


def _next_day(line: ElsaLine) -> date | None:
    planned: JudgedEntry | None = line.year.next_session
    if planned is not None:
        return planned.entry.day
    ring = line.year.next_open
    return ring.period.last if ring is not None else None


def _registration(line: ElsaLine) -> Iterator[DueThing]:
    valid_until = line.registration.valid_until
    if valid_until is not None:
        yield _thing(
            REGISTRATION,
            line,
            f"elsa-{line.registration.pk}",
            due_date=valid_until,
            title="Renew the ELSA registration",
            detail=f"{line.provider.name} registers for a year at a time.",
        )


def _thing(
    rule: ReminderRule, line: ElsaLine, record_key: str, *, due_date: date, title: str, detail: str
) -> DueThing:
    engagement = line.engagement
    person = engagement.person
    return DueThing(
        rule=rule,
        record_key=record_key,
        school_id=engagement.school_id,
        school_name=engagement.school.name,
        title=title,
        due_date=due_date,
        href=reverse("compliance:due-thing", kwargs={"rule": rule.key, "record_key": record_key}),
        done_at=reverse("cpd:elsa-person", kwargs={"pk": engagement.pk}),
        person_name=person.full_name,
        initials=initials_of(person),
        detail=detail,
    )
