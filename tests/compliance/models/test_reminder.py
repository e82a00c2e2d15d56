"""What must never stand in the ledger, among snoozes or among calendar addresses."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from compliance.models import CalendarFeed, Reminder, Snooze
from core.models import School
from tests.factories.people import NOW, make_school, make_user

pytestmark = pytest.mark.django_db
DUE = date(2027, 1, 29)


def make_reminder(school: School | None, **fields: Any) -> Reminder:
    defaults = {
        "rule": "right_to_work",
        "record_key": "check-1",
        "due_date": DUE,
        "step": 30,
        "run": uuid.uuid4(),
        "sent_at": NOW,
    }
    return Reminder.objects.create(school=school, **defaults | fields)


def make_snooze(**fields: Any) -> Snooze:
    defaults = {
        "rule": "right_to_work",
        "record_key": "check-1",
        "due_date": DUE,
        "until_date": date(2027, 1, 4),
        "reason": "Appointment booked",
        "snoozed_at": NOW,
    }
    return Snooze.objects.create(**{"school": make_school(), "snoozed_by": make_user()} | defaults | fields)


def test_a_step_of_a_record_stands_once() -> None:
    school = make_school()
    make_reminder(school)
    make_reminder(school, step=14)
    make_reminder(school, record_key="check-2")
    make_reminder(school, rule="recheck")
    make_reminder(school, due_date=date(2027, 1, 30))

    with pytest.raises(IntegrityError):
        make_reminder(school)


@pytest.mark.parametrize(("rule", "with_school"), [("right_to_work", False), ("weekly_digest", True)])
def test_a_reminder_is_of_a_school_or_of_a_week(rule: str, with_school: bool) -> None:
    school = make_school() if with_school else None

    with pytest.raises(IntegrityError):
        make_reminder(school, rule=rule)


def test_a_thing_rests_once_at_a_time() -> None:
    make_snooze(ended_at=NOW, ended_by=make_user())
    make_snooze()

    with pytest.raises(IntegrityError):
        make_snooze()


def test_a_snooze_needs_a_reason() -> None:
    with pytest.raises(IntegrityError):
        make_snooze(reason="")


@pytest.mark.parametrize("missing", ["ended_at", "ended_by"])
def test_a_snooze_is_ended_by_somebody_at_some_time(missing: str) -> None:
    both = {"ended_at": NOW, "ended_by": make_user()}

    with pytest.raises(IntegrityError):
        make_snooze(**both | {missing: None})


@pytest.mark.parametrize("kept", ["the secret itself", "A" * 64, "a" * 63])
def test_a_feed_keeps_nothing_but_a_fingerprint(kept: str) -> None:
    with pytest.raises(IntegrityError):
        CalendarFeed.objects.create(user=make_user(), token_hash=kept, made_at=NOW)


def test_a_fingerprint_belongs_to_one_person() -> None:
    CalendarFeed.objects.create(user=make_user(), token_hash="a" * 64, made_at=NOW)

    with pytest.raises(IntegrityError):
        CalendarFeed.objects.create(user=make_user(), token_hash="a" * 64, made_at=NOW)
