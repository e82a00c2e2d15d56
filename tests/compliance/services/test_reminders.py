"""Reminders: every step once, whatever the runs; one mail a person; the week's list."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.core import mail
from django.db import connection

from compliance.domain.reminders import DueThing
from compliance.models import Reminder
from compliance.services.reminders import SentReminders, send_reminders
from compliance.services.snoozes import snooze
from core.domain.permissions import Role
from core.models import School, User
from core.selectors import get_actor
from tests.factories.dated import make_thing
from tests.factories.people import NOW, make_school, make_trust, make_user

pytestmark = pytest.mark.django_db

DUE = date(2027, 2, 26)  # a Friday
SITE = "https://appoint.example.org/"


def before(days: int) -> date:
    return DUE - timedelta(days=days)


def send(things: list[DueThing], today: date, *, dry_run: bool = False) -> SentReminders:
    return send_reminders(things=things, today=today, now=NOW, site=SITE, dry_run=dry_run)


@pytest.fixture
def school() -> School:
    return make_school(name="Mill Lane Primary School")


@pytest.fixture
def keeper(school: School) -> User:
    return make_user(Role.HR_OFFICER, school=school, name="Nia Owen", email="nia@example.org")


def ledger() -> list[tuple[str, str, int]]:
    rows = Reminder.objects.order_by("pk")
    return list(rows.values_list("rule", "record_key", "step"))


@pytest.mark.parametrize("times", [1, 5])
def test_a_step_goes_once_however_often_it_is_run(school: School, keeper: User, times: int) -> None:
    results = [send([make_thing(school, DUE)], before(60)) for _ in range(times)]

    assert [result.reminders for result in results] == [1] + [0] * (times - 1)
    assert ledger() == [("right_to_work", "check-1", 60)]
    assert [message.to for message in mail.outbox] == [["nia@example.org"]]


def test_nothing_goes_before_it_is_run(school: School, keeper: User) -> None:
    assert (ledger(), mail.outbox) == ([], [])


def test_nothing_goes_before_the_first_step(school: School, keeper: User) -> None:
    assert send([make_thing(school, DUE)], before(91)).reminders == 0
    assert (ledger(), mail.outbox) == ([], [])


def test_missed_weeks_are_caught_up_with_by_one_step(school: School, keeper: User) -> None:
    thing = make_thing(school, DUE)
    for days in (90, 27, 27, 26):
        send([thing], before(days))

    assert ledger() == [("right_to_work", "check-1", 90), ("right_to_work", "check-1", 28)]


def test_run_every_day_sends_the_ladder_and_the_weeks_list(school: School, keeper: User) -> None:
    thing = make_thing(school, DUE)
    for days in range(100, -10, -1):
        send([thing], before(days))

    steps = [step for rule, _, step in ledger() if rule == "right_to_work"]
    digests = list(
        Reminder.objects.filter(rule="weekly_digest").order_by("pk").values_list("due_date", flat=True)
    )
    assert steps == [90, 60, 28, 14, 7, 0]
    # From the first day within a fortnight on, a Friday, and on each Monday after it.
    assert digests == [date(2027, 2, 8), date(2027, 2, 15), date(2027, 2, 22), date(2027, 3, 1)]


def test_day_that_moves_begins_a_ladder_of_its_own(school: School, keeper: User) -> None:
    send([make_thing(school, DUE)], before(14))
    send([make_thing(school, DUE + timedelta(days=30))], before(14))

    assert list(
        Reminder.objects.filter(rule="right_to_work").order_by("pk").values_list("due_date", "step")
    ) == [(DUE, 14), (DUE + timedelta(days=30), 60)]


def test_one_mail_lists_everything_by_initials_alone(school: School, keeper: User) -> None:
    things = [
        make_thing(school, DUE),
        make_thing(school, before(1), rule="recheck", record_key="check-2", title="Repeat: Section 128"),
    ]
    send(things, before(60))

    (message,) = mail.outbox
    assert message.subject == "Appoint: 2 reminders"
    assert message.body == (
        "Dear Nia Owen,\n"
        "\n"
        "These days are coming, or have come, at your schools.\n"
        "\n"
        "- 25/02/2027  Repeat: Section 128: R. A.\n"
        "  Mill Lane Primary School. By policy.\n"
        "  https://appoint.example.org/calendar/recheck/check-1/\n"
        "\n"
        "- 26/02/2027  Check the right to work again: R. A.\n"
        "  Mill Lane Primary School. By law.\n"
        "  https://appoint.example.org/calendar/right_to_work/check-1/\n"
        "\n"
        "Everything is in the calendar: https://appoint.example.org/calendar/\n"
        "There a reminder can be put off, with a reason. Names are left out of this mail on purpose.\n"
        "\n"
        "Appoint\n"
    )


def test_weeks_list_comes_once_a_week_with_what_is_past(school: School, keeper: User) -> None:
    thing = make_thing(school, DUE)
    monday = date(2027, 3, 15)
    send([thing], DUE)
    mail.outbox.clear()
    for day in (monday - timedelta(days=7), monday, monday, monday + timedelta(days=1)):
        send([thing], day)

    assert [message.subject for message in mail.outbox] == ["Appoint: the week's list of dates"] * 2
    assert "26/02/2027 (past)  Check the right to work again: R. A." in mail.outbox[1].body


def test_what_is_new_is_not_told_again_in_the_weeks_list(school: School, keeper: User) -> None:
    known = make_thing(school, before(1), record_key="check-2", title="Repeat: Section 128", rule="recheck")
    send([known], before(14))
    mail.outbox.clear()
    send([known, make_thing(school, DUE)], before(11))

    (message,) = mail.outbox
    new, rest = message.body.split("Also on this week's list")
    assert (new.count("Check the right"), rest.count("Check the right")) == (1, 0)
    assert (new.count("Section 128"), rest.count("Section 128")) == (0, 1)


def test_weeks_list_missed_on_monday_comes_on_the_next_run(school: School, keeper: User) -> None:
    thing = make_thing(school, DUE)
    send([thing], DUE)
    send([thing], date(2027, 3, 3))

    assert Reminder.objects.filter(rule="weekly_digest", due_date=date(2027, 3, 1)).count() == 1


def test_everybody_who_looks_after_the_school_is_told_of_it_alone(school: School, keeper: User) -> None:
    other = make_school(trust=make_trust())
    of_trust = make_user(Role.HEADTEACHER, trust=other.trust, email="head@example.org")
    make_user(Role.PANEL_MEMBER, Role.INSPECTOR, school=school)
    make_user(Role.HR_OFFICER, school=school, is_active=False)
    send(
        [make_thing(school, DUE), make_thing(other, DUE, record_key="check-2", person_name="Sam Reed")],
        before(60),
    )

    assert sorted(message.to[0] for message in mail.outbox) == ["head@example.org", "nia@example.org"]
    assert [(row.record_key, row.sent_to) for row in Reminder.objects.order_by("record_key")] == [
        ("check-1", [keeper.pk]),
        ("check-2", [of_trust.pk]),
    ]


def test_school_nobody_looks_after_is_named_and_caught_up_with_later(school: School) -> None:
    thing = make_thing(school, DUE)
    first = send([thing], before(60))
    make_user(Role.HR_OFFICER, school=school)
    second = send([thing], before(59))

    assert (first.reminders, first.nobody_at) == (0, ["Mill Lane Primary School"])
    assert (second.reminders, second.nobody_at) == (1, [])


def test_dry_run_writes_and_sends_nothing(school: School, keeper: User) -> None:
    result = send([make_thing(school, DUE)], before(60), dry_run=True)

    assert (result.reminders, result.mails) == (1, ["nia@example.org"])
    assert (ledger(), mail.outbox) == ([], [])


def test_nothing_goes_while_snoozed_and_the_nearest_step_after(school: School, keeper: User) -> None:
    thing = make_thing(school, DUE)
    snooze(
        thing=thing,
        until_date=before(10),
        reason="Appointment booked",
        by=get_actor(keeper),
        today=before(61),
        now=NOW,
    )
    for days in (60, 28, 14, 11, 10):
        send([thing], before(days))

    assert [step for rule, _, step in ledger() if rule == "right_to_work"] == [14]
    assert Reminder.objects.filter(rule="weekly_digest").count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_what_is_sent(
    school: School,
    keeper: User,
    number: int,
    assert_queries: Callable[..., AbstractContextManager[object]],
) -> None:
    things = [make_thing(school, DUE, record_key=f"check-{one}") for one in range(number)]

    with assert_queries(16):  # with the savepoints of two transactions
        assert send(things, before(7)).reminders == number


def test_mail_that_cannot_be_handed_over_is_tried_again(
    school: School, keeper: User, settings: object
) -> None:
    thing = make_thing(school, DUE)
    refused = {"default": {"BACKEND": "tests.compliance.services.refusing_mail.EmailBackend"}}
    working = settings.MAILERS  # type: ignore[attr-defined]
    settings.MAILERS = refused  # type: ignore[attr-defined]
    first = send([thing], before(7))
    settings.MAILERS = working  # type: ignore[attr-defined]
    second = send([thing], before(7))

    assert (first.reminders, first.failed) == (0, ["nia@example.org"])
    assert (second.reminders, second.mails) == (1, ["nia@example.org"])
    assert [rule for rule, _, _ in ledger()] == ["right_to_work", "weekly_digest"]


@pytest.mark.django_db(transaction=True)
def test_runs_at_the_same_moment_send_once(school: School, keeper: User) -> None:
    things = [make_thing(school, DUE, record_key=f"check-{one}") for one in range(30)]
    together = Barrier(4)

    def run() -> int:
        try:
            together.wait()
            return send(things, before(7)).reminders
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        sent = [future.result() for future in [pool.submit(run) for _ in range(4)]]

    assert sum(sent) == 30
    assert Reminder.objects.filter(rule="right_to_work").count() == 30
    new = [message.body.split("Also on this week's list")[0] for message in mail.outbox]
    assert sum(body.count("Check the right") for body in new) == 30
    assert Reminder.objects.filter(rule="weekly_digest").count() == 1
