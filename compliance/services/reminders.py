"""Reminders, each sent once, in one mail a person."""

import logging
import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

from compliance.domain.reminders import DueThing, in_digest, in_order, step_due, week_of
from compliance.models import Reminder
from compliance.models.reminder import WEEKLY_DIGEST
from compliance.selectors.reminders import Keeper, list_keepers, running_snoozes, steps_sent

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class SentReminders:
    """What one run did, or with ``dry_run`` would have done. ``nobody_at`` are schools nobody looks after."""

    reminders: int = 0
    mails: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    nobody_at: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Letter:
    """What one person is told in one mail; what is new is not told again in the week's list below it."""

    keeper: Keeper
    new: Sequence[DueThing]
    week: Sequence[DueThing]

    @property
    def rest_of_week(self) -> list[DueThing]:
        told = set(self.new)
        return [one for one in self.week if one not in told]


def send_reminders(
    *, things: Collection[DueThing], today: date, now: datetime, site: str, dry_run: bool = False
) -> SentReminders:
    """Send what is due on a day: one mail a person, with every new step and once a week the whole list.

    ``things`` are gathered by the caller from every app that has dated things; ``site`` is the address of
    Appoint for the links. A step is written into the ledger before it is mailed and only the run that wrote
    it mails it, so that runs at the same time, or again, send nothing twice. Where the mail to everybody
    concerned fails, the step is taken out of the ledger again and the next run tries anew.
    """
    keepers = list_keepers()
    looked_after = frozenset[int]().union(*(keeper.schools for keeper in keepers))
    result = SentReminders(
        nobody_at=sorted({one.school_name for one in things if one.school_id not in looked_after})
    )
    due = _steps_to_send([one for one in things if one.school_id in looked_after], today)
    digests = _digests_to_send(keepers, things, today)
    if dry_run:
        letters = _letters(keepers, list(due), digests)
        result.reminders = len(due)
        result.mails = [letter.keeper.email for letter in letters]
        return result
    run = uuid.uuid4()
    mine = _claim(due, digests, run=run, today=today, now=now)
    claimed = [thing for thing in due if thing.key in mine]
    digests = {number: week for number, week in digests.items() if _digest_key(number, today) in mine}
    reached: dict[int, Keeper] = {}
    for letter in _letters(keepers, claimed, digests):
        if _mail(letter, today=today, site=site):
            reached[letter.keeper.user_id] = letter.keeper
            result.mails.append(letter.keeper.email)
        else:
            result.failed.append(letter.keeper.email)
    result.reminders = _settle(run, claimed, reached)
    return result


def _steps_to_send(things: Sequence[DueThing], today: date) -> dict[DueThing, int]:
    sent, snoozes = steps_sent(things), running_snoozes(things)
    due = {}
    for thing in in_order(things):
        snooze = snoozes.get(thing.key)
        step = step_due(
            thing.due_date,
            today=today,
            sent=sent.get(thing.key, ()),
            snoozed_until=snooze.until_date if snooze else None,
            steps=thing.rule.steps,
        )
        if step is not None:
            due[thing] = step
    return due


def _digests_to_send(
    keepers: Sequence[Keeper], things: Collection[DueThing], today: date
) -> dict[int, list[DueThing]]:
    """The week's list of each person who has not had it, on its Monday or the first run after it."""
    snoozes = running_snoozes(things)
    awake = [
        one for one in things if not ((rest := snoozes.get(one.key)) is not None and today < rest.until_date)
    ]
    week = in_digest(awake, today=today)
    had = set(
        Reminder.objects.filter(rule=WEEKLY_DIGEST, due_date=week_of(today))
        .order_by("pk")
        .values_list("record_key", flat=True)
    )
    lists = {
        keeper.user_id: [one for one in week if one.school_id in keeper.schools]
        for keeper in keepers
        if f"user-{keeper.user_id}" not in had
    }
    return {number: found for number, found in lists.items() if found}


def _digest_key(user_id: int, today: date) -> tuple[str, str, date]:
    return (WEEKLY_DIGEST, f"user-{user_id}", week_of(today))


@transaction.atomic
def _claim(
    due: Mapping[DueThing, int],
    digests: Collection[int],
    *,
    run: uuid.UUID,
    today: date,
    now: datetime,
) -> set[tuple[str, str, date]]:
    """Write what is to be sent into the ledger; the answer is what no other run had written before."""
    rows = [
        Reminder(
            rule=thing.rule.key,
            record_key=thing.record_key,
            due_date=thing.due_date,
            step=step,
            school_id=thing.school_id,
            run=run,
            sent_at=now,
        )
        for thing, step in due.items()
    ]
    for user_id in digests:
        rule, key, monday = _digest_key(user_id, today)
        rows.append(
            Reminder(
                rule=rule,
                record_key=key,
                due_date=monday,
                step=0,
                school=None,
                run=run,
                sent_at=now,
                sent_to=[user_id],
            )
        )
    Reminder.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    mine = Reminder.objects.filter(run=run).order_by("pk")
    return set(mine.values_list("rule", "record_key", "due_date"))


def _letters(
    keepers: Sequence[Keeper], new: Sequence[DueThing], digests: Mapping[int, Sequence[DueThing]]
) -> list[_Letter]:
    letters = [
        _Letter(
            keeper,
            [one for one in new if one.school_id in keeper.schools],
            digests.get(keeper.user_id, []),
        )
        for keeper in keepers
    ]
    return [letter for letter in letters if letter.new or letter.week]


def _mail(letter: _Letter, *, today: date, site: str) -> bool:
    """One mail to one person; False where it could not be handed over, which the log says."""
    number = len(letter.new)
    subject = (
        f"Appoint: {number} reminder{'s' if number != 1 else ''}"
        if number
        else "Appoint: the week's list of dates"
    )
    body = render_to_string(
        "compliance/mail/reminders.txt",
        {"letter": letter, "today": today, "site": site.rstrip("/")},
    )
    try:
        EmailMessage(subject, f"{body.strip()}\n", to=[letter.keeper.email]).send()
    except (SMTPException, OSError):
        logger.exception("A mail with reminders could not be sent.")
        return False
    return True


@transaction.atomic
def _settle(run: uuid.UUID, claimed: Sequence[DueThing], reached: Mapping[int, Keeper]) -> int:
    """Say in the ledger who was told, and take out what nobody was told of. Returns how many steps stand."""
    told: dict[tuple[int, ...], list[tuple[str, str, date]]] = defaultdict(list)
    for thing in claimed:
        numbers = sorted(one.user_id for one in reached.values() if thing.school_id in one.schools)
        told[tuple(numbers)].append(thing.key)
    people_of = {key: list(numbers) for numbers, keys in told.items() for key in keys}
    rows = list(Reminder.objects.filter(run=run).order_by("pk"))
    for row in rows:
        if row.rule != WEEKLY_DIGEST:
            row.sent_to = people_of.get((row.rule, row.record_key, row.due_date), [])
        elif row.sent_to[0] not in reached:
            row.sent_to = []
    kept = [row for row in rows if row.sent_to]
    Reminder.objects.bulk_update(kept, ["sent_to"], batch_size=500)
    Reminder.objects.filter(run=run).exclude(pk__in=[row.pk for row in kept]).delete()
    return sum(row.rule != WEEKLY_DIGEST for row in kept)
