"""Rows read beside others come back as they are stored, on either database."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import FieldFetchBlocked

from cpd.models import ElsaRegistration, SupervisionSession
from cpd.selectors.rows_beside import Beside
from tests.factories.elsa import make_elsa, make_session

pytestmark = pytest.mark.django_db
COLUMNS = ("session_date", "is_planned", "attended", "session_hours", "supervisor_name")
BESIDE = Beside(SupervisionSession, "registration_id", COLUMNS)


def read() -> list[list[SupervisionSession]]:
    rows = ElsaRegistration.objects.annotate(found=BESIDE.of(SupervisionSession.objects.standing()))
    return [BESIDE.read(row.found) for row in rows.order_by("pk")]


def test_values_keep_their_types() -> None:
    session = make_session(
        make_elsa(), date(2026, 10, 5), session_hours=Decimal("1.75"), supervisor_name="Dr O’Shea"
    )
    ((found,),) = read()

    assert (found.pk, found.session_date, found.session_hours) == (
        session.pk,
        date(2026, 10, 5),
        Decimal("1.75"),
    )
    assert (found.is_planned, found.attended, found.supervisor_name) == (False, True, "Dr O’Shea")


def test_each_row_has_its_own_by_primary_key_and_none_of_others() -> None:
    first, _, last = (make_elsa() for _ in range(3))
    days = [date(2026, 10, 7), date(2026, 10, 5), date(2026, 10, 6)]
    for day in days:
        make_session(last, day)
    make_session(first, days[0])

    assert [[one.session_date for one in some] for some in read()] == [days[:1], [], days]


def test_columns_not_asked_for_are_refused() -> None:
    make_session(make_elsa(), date(2026, 10, 5))
    ((found,),) = read()

    with pytest.raises(FieldFetchBlocked):
        _ = found.group_size
