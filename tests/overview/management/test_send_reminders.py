from datetime import date
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from compliance.models import Reminder
from core.domain.permissions import Role
from core.models import Engagement
from tests.factories.compliance import make_engagement
from tests.factories.dated import make_right_to_work
from tests.factories.people import make_school, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def engagement() -> Engagement:
    engagement = make_engagement(school=make_school(name="Mill Lane Primary School"))
    make_right_to_work(engagement, permission_end=date(2027, 1, 29))
    return engagement


def run(*args: str) -> str:
    out = StringIO()
    call_command("send_reminders", *args, stdout=out)
    return out.getvalue()


def test_command_sends_once_and_says_how_many(engagement: Engagement) -> None:
    make_user(Role.HR_OFFICER, school=engagement.school, email="nia@example.org")

    assert run("--on", "2026-12-01") == "Reminders sent: 1, in one mail each to 1 person.\n"
    assert run("--on", "2026-12-01") == "Reminders sent: 0, in one mail each to 0 people.\n"
    assert [message.to for message in mail.outbox] == [["nia@example.org"]]
    assert "http://127.0.0.1:8000/calendar/right_to_work/check-" in mail.outbox[0].body


def test_dry_run_only_says(engagement: Engagement) -> None:
    make_user(Role.HR_OFFICER, school=engagement.school)

    said = run("--on", "2026-12-01", "--dry-run")
    assert said == "Reminders would be sent: 1, in one mail each to 1 person.\n"
    assert (Reminder.objects.count(), mail.outbox) == (0, [])


def test_school_without_a_keeper_is_named(engagement: Engagement) -> None:
    assert run("--on", "2026-12-01") == (
        "Reminders sent: 0, in one mail each to 0 people.\n"
        "Nobody looks after the checks of Mill Lane Primary School: "
        "give somebody there the role HR officer.\n"
    )


def test_mail_that_fails_is_an_error(engagement: Engagement, settings: object) -> None:
    make_user(Role.HR_OFFICER, school=engagement.school, email="nia@example.org")
    settings.MAILERS = {  # type: ignore[attr-defined]
        "default": {"BACKEND": "tests.compliance.services.refusing_mail.EmailBackend"}
    }

    with pytest.raises(CommandError, match=r"nia@example\.org"):
        run("--on", "2026-12-01")


@pytest.mark.parametrize("day", ["01/12/2026", "2026-13-01", "tomorrow"])
def test_day_is_given_in_one_shape(day: str) -> None:
    with pytest.raises(CommandError, match="YYYY-MM-DD"):
        run("--on", day)
