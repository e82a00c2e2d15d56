"""One line a night forgets what nobody finished, and says what it did."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from cpd.models import TrainingLog
from recruitment.models import ApplicationDraft
from tests.factories import make_school, make_user, make_vacancy

pytestmark = pytest.mark.django_db


def purge(*arguments: str) -> str:
    out = StringIO()
    call_command("purge_unfinished", *arguments, stdout=out)
    return out.getvalue()


def make_log(days_old: float) -> TrainingLog:
    return TrainingLog.objects.create(
        school=make_school(),
        source_name="log.xlsx",
        reading={"columns": [], "lines": [], "notes": []},
        created_at=timezone.now() - timedelta(days=days_old),
        created_by=make_user(),
    )


def test_a_night_forgets_old_logs_and_forms_and_nothing_younger() -> None:
    make_log(91)
    younger = make_log(89)
    long_ago = timezone.now() - timedelta(days=91)
    ApplicationDraft.objects.create(vacancy=make_vacancy(), created_at=long_ago, changed_at=long_ago)
    said = "1 unfinished forms, 0 central-record workbooks, 1 training logs.\n"
    assert purge("--dry-run") == f"Would be deleted: {said}"
    assert TrainingLog.objects.count() == 2
    assert purge() == f"Deleted: {said}"
    assert (list(TrainingLog.objects.all()), ApplicationDraft.objects.count()) == ([younger], 0)
    assert purge() == "Deleted: 0 unfinished forms, 0 central-record workbooks, 0 training logs.\n"
