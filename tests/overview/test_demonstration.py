"""The demonstration shows what it promises, and only where there is nothing real."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from compliance.domain.central_record import CellState
from compliance.domain.record_lines import Kind, Standing
from compliance.selectors.central_record import get_central_record
from core.models import Engagement, School, User
from cpd.domain import training_matrix
from cpd.domain.training_rules import Basis
from cpd.models import Training
from cpd.selectors.training_matrix import get_training_matrix
from overview.demonstration import PASSWORD, load_demonstration
from overview.demonstration.people import Cast
from recruitment.models import JobProfile, ScoreSheet, Stage, Vacancy
from recruitment.selectors.stages import get_frame
from recruitment.services.vacancies import verify_freeze

pytestmark = pytest.mark.django_db


def test_demonstration_stands_at_every_step() -> None:
    cast = load_demonstration(timezone.now())
    assert_recruitment_is_under_way()
    assert_record_has_something_of_everything(cast)
    assert_training_has_something_of_everything(cast)
    assert User.objects.filter(is_demonstration=False).count() == 0


def assert_recruitment_is_under_way() -> None:
    shortlisting = Vacancy.objects.get(reference="ML-ELSA-02")
    stage = shortlisting.stages.get(kind="application")
    submitted = ScoreSheet.objects.filter(member__stage=stage, status="submitted")
    per_member = sorted(submitted.filter(member=member).count() for member in stage.members.all())
    assert sorted(JobProfile.objects.values_list("title", flat=True)) == [
        "ELSA & Home Link Worker",
        "Learning Mentor / ELSA",
        "School Administrator",
    ]
    assert shortlisting.applications.count() == 24
    assert (stage.status, per_member) == ("scoring", [9, 12, 14])
    assert Stage.objects.get(vacancy__reference="ML-MENTOR-07", kind="interview").status == "scoring"
    task = Stage.objects.get(vacancy__reference="ML-ADMIN-03", kind="task")
    assert (task.status, task.results.filter(is_complete=True).count()) == ("unsealed", 4)
    assert [row.position for row in get_frame(task).rows] == [2, 3, 4, 5, 9]
    assert Vacancy.objects.get(reference="ML-MENTOR-06").status == "filled"
    assert Engagement.objects.filter(offer__isnull=False).count() == 1
    assert all(verify_freeze(vacancy=vacancy) for vacancy in Vacancy.objects.all())


def assert_record_has_something_of_everything(cast: Cast) -> None:
    record = get_central_record(school_id=cast.school.pk, at=None, now=timezone.now(), shows_outcomes=True)
    left = get_central_record(school_id=cast.school.pk, at=None, now=timezone.now(), left=True)
    states = {cell.state for line in record.lines for cell in line.cells}

    kinds = {line.kind for line in record.lines} - {Kind.NOT_DESCRIBED}
    assert kinds == set(Kind) - {Kind.TRUST_CENTRAL, Kind.NOT_DESCRIBED}
    assert (sum(line.standing == Standing.HERE for line in record.lines), len(left.lines)) == (59, 1)
    assert states >= {
        CellState.COMPLETE,
        CellState.MISSING,
        CellState.EXPIRED,
        CellState.EXPIRING,
        CellState.LATE,
        CellState.DATE_MISSING,
        CellState.NOT_PERMITTED,
        CellState.NOT_REQUIRED,
        CellState.ASKED_FOR,
        CellState.UNDECIDED,
    }


def assert_training_has_something_of_everything(cast: Cast) -> None:
    matrix = get_training_matrix(school_id=cast.school.pk, as_at=timezone.localdate())
    states = {cell.state for row in matrix.rows for cell in row.cells}
    bases = {column.basis for column in matrix.columns}

    assert states == set(training_matrix.CellState)
    assert bases == set(Basis)
    assert Training.objects.filter(printed_expiry__isnull=False).exists()


def test_demonstration_is_refused_beside_real_work(settings) -> None:
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError, match="This is not a demonstration"):
        call_command("load_demo")
    assert School.objects.count() == 0


def test_demonstration_account_signs_in_only_in_a_demonstration(client: Client, settings) -> None:
    user = User.objects.create_user("nia@millane.example", PASSWORD, name="Nia Owen", is_demonstration=True)
    facts = {"login": user.email, "password": PASSWORD}
    settings.DEMONSTRATION = False
    refused = client.post("/account/login/", facts)
    settings.DEMONSTRATION = True
    welcome = client.post("/account/login/", facts)
    assert (refused.status_code, welcome.status_code) == (403, 302)
