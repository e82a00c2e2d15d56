"""The command, what it prints and what is left."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from recruitment.models import ApplicationDraft
from tests.factories import make_vacancy

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def drafts() -> None:
    """Three untouched for 40 days, one from this morning for a vacancy that closed 31 days ago, one fresh."""
    now = timezone.now()
    today = timezone.localdate(now)
    open_still = make_vacancy(opens_date=today - timedelta(days=60), closes_date=today + timedelta(days=9))
    closed = make_vacancy(opens_date=today - timedelta(days=60), closes_date=today - timedelta(days=31))
    for vacancy, days in ((open_still, 40), (open_still, 40), (open_still, 40), (open_still, 0), (closed, 0)):
        at = now - timedelta(days=days)
        ApplicationDraft.objects.create(vacancy=vacancy, created_at=at, changed_at=at)


def test_it_says_what_it_deleted_and_has_nothing_left_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("purge_drafts", "--untouched-days", "40")
    call_command("purge_drafts", "--untouched-days", "40")

    assert capsys.readouterr().out.splitlines() == [
        "Unfinished forms deleted: 3 untouched for 40 days, 1 of vacancies closed for 30 days.",
        "Unfinished forms deleted: 0 untouched for 40 days, 0 of vacancies closed for 30 days.",
    ]
    assert ApplicationDraft.objects.count() == 1


def test_it_keeps_them_for_three_months_unless_told_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("purge_drafts")

    assert capsys.readouterr().out == (
        "Unfinished forms deleted: 0 untouched for 90 days, 1 of vacancies closed for 30 days.\n"
    )
    assert ApplicationDraft.objects.count() == 4


def test_a_dry_run_deletes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("purge_drafts", "--untouched-days", "40", "--closed-days", "31", "--dry-run")

    assert capsys.readouterr().out == (
        "Unfinished forms that would be deleted: "
        "3 untouched for 40 days, 0 of vacancies closed for 31 days.\n"
    )
    assert ApplicationDraft.objects.count() == 5


def test_it_refuses_to_take_forms_people_are_filling_in() -> None:
    with pytest.raises(CommandError, match="one day at least"):
        call_command("purge_drafts", "--untouched-days", "0")
    assert ApplicationDraft.objects.count() == 5
