"""What can never stand in the tables of the ELSA ledger."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction

from cpd.models import ElsaCaseload, ElsaProvider, ElsaRegistration, ElsaTrainingDay, SupervisionSession
from tests.factories.compliance import make_engagement
from tests.factories.elsa import make_elsa, make_provider, make_session, make_training_day
from tests.factories.people import NOW, make_school, make_user

pytestmark = pytest.mark.django_db

DAY = date(2026, 10, 6)


@pytest.mark.parametrize(
    "fields",
    [
        {"training_days": 0},
        {"training_days": 31},
        {"sessions_offered": 0, "sessions_required": 0},
        {"sessions_required": 7},
        {"sessions_required": 0},
        {"session_min_hours": 0},
        {"session_min_hours": 25},
        {"group_max": 0},
        {"preset": "nobodys"},
        {"joiner_rule": "none"},
    ],
)
def test_provider_with_impossible_numbers_is_refused(fields: dict[str, Any]) -> None:
    school = make_school()
    with pytest.raises(IntegrityError):
        make_provider(school, **fields)


def test_provider_stands_once_at_a_school() -> None:
    school = make_school()
    make_provider(school, name="Harbour")
    make_provider(make_school(), name="Harbour")
    with pytest.raises(IntegrityError):
        make_provider(school, name="Harbour")


@pytest.mark.parametrize(
    "fields",
    [
        {"valid_until": DAY},
        {"registered_date": DAY, "valid_until": date(2026, 10, 5)},
    ],
)
def test_registration_that_ends_before_it_begins_is_refused(fields: dict[str, Any]) -> None:
    engagement = make_engagement()
    provider = make_provider(engagement.school)
    with pytest.raises(IntegrityError):
        make_elsa(engagement=engagement, provider=provider, days=0, **fields)


@pytest.mark.parametrize("fields", [{"number": 0}, {"number": 31}, {"topic": "pupils"}])
def test_training_day_that_cannot_be_is_refused(fields: dict[str, Any]) -> None:
    elsa = make_elsa(days=0)
    with pytest.raises(IntegrityError):
        make_training_day(elsa, **{"number": 1} | fields)


def test_training_day_and_caseload_stand_once() -> None:
    elsa = make_elsa(days=1)
    caseload = {"children_one_to_one": 1, "children_in_groups": 1, "sessions_held": 1}
    ElsaCaseload.objects.create(registration=elsa, half_term_first=date(2026, 9, 1), **caseload)
    assert_refused(ElsaTrainingDay(registration=elsa, number=1, training_date=DAY, topic="loss"))
    assert_refused(ElsaCaseload(registration=elsa, half_term_first=date(2026, 9, 1), **caseload))


def assert_refused(row: models.Model) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize(
    "fields",
    [
        {"is_planned": True},
        {"attended": None},
        {"session_hours": 0},
        {"session_hours": "24.5"},
        {"group_size": 0},
        {"kind": "friendly"},
        {"supervisor_kind": "headteacher"},
        {"kind": "management"},
        {"withdrawn_at": NOW},
        {"withdrawal_reason": "Typed twice"},
    ],
)
def test_session_that_cannot_be_is_refused(fields: dict[str, Any]) -> None:
    elsa = make_elsa(days=0)
    with pytest.raises(IntegrityError):
        make_session(elsa, DAY, **fields)


def test_session_stands_once_a_day_unless_withdrawn_or_of_another_kind() -> None:
    elsa = make_elsa(days=0)
    withdrawn = {"withdrawn_at": NOW, "withdrawn_by": make_user(), "withdrawal_reason": "Typed twice"}
    make_session(elsa, DAY, **withdrawn)
    make_session(elsa, DAY)
    make_session(elsa, DAY, kind="management", supervisor_kind="")
    with pytest.raises(IntegrityError):
        make_session(elsa, DAY)


def test_no_text_about_children_has_a_place() -> None:
    """About a caseload there are numbers and a date; the only texts of the ledger are about adults."""
    texts = {
        f"{model.__name__}.{field.name}"
        for model in (ElsaCaseload, ElsaTrainingDay, SupervisionSession, ElsaRegistration, ElsaProvider)
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField) and not field.choices
    }
    assert texts == {
        "SupervisionSession.supervisor_name",
        "SupervisionSession.withdrawal_reason",
        "ElsaRegistration.registration_number",
        "ElsaRegistration.nominated_by",
        "ElsaRegistration.line_manager",
        "ElsaProvider.name",
    }
